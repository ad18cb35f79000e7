from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.importing.mets.alto import AltoFile
from reader.importing.mets.alto_reader import alto_file
from reader.importing.mets.claims import Piece, Wanted, granted, words_of
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import alto, block, page


def file_of(*blocks: str, before: str = "") -> AltoFile:
    made = [block(f"B{number}", words) for number, words in enumerate(blocks)]
    return alto_file(parse_xml(alto(page(*made), before=before), "f"), "f")


FILE = file_of("a b c", "d e", "f")


def shared(*wanted: tuple[int, int, int]) -> tuple[dict[int, str], str]:
    """Return what each claim gets and what is left, as text."""
    pieces, left = granted(0, FILE, [Wanted(*each) for each in wanted])
    texts = {claim: " ".join(word.content for word in words_of([FILE], got)) for claim, got in pieces.items()}
    return texts, " ".join(word.content for word in words_of([FILE], left))


def test_what_nobody_wants_is_left() -> None:
    assert shared() == ({}, "a b c d e f")


def test_a_claim_gets_its_words_block_by_block() -> None:
    pieces, left = granted(3, FILE, [Wanted(7, 1, 4)])
    assert pieces == {7: [Piece(3, 0, 1, 3), Piece(3, 1, 3, 4)]}
    assert left == [Piece(3, 0, 0, 1), Piece(3, 1, 4, 5), Piece(3, 2, 5, 6)]


def test_the_closest_claim_is_served_first_and_the_wider_gets_the_rest() -> None:
    assert shared((1, 0, 6), (2, 3, 5)) == ({1: "a b c f", 2: "d e"}, "")


def test_of_equal_claims_the_first_is_served() -> None:
    assert shared((1, 3, 5), (2, 3, 5)) == ({1: "d e", 2: ""}, "a b c f")


def test_an_empty_claim_gets_nothing() -> None:
    assert shared((1, 2, 2)) == ({1: ""}, "a b c d e f")


def test_pieces_come_in_reading_order() -> None:
    order = '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="r" REF="B1"/></OrderedGroup></ReadingOrder>'
    file = file_of("a", "b", before=order)
    _, left = granted(0, file, [])
    assert [word.content for word in words_of([file], left)] == ["b", "a"]


def test_a_block_without_words_is_in_nobodys_way() -> None:
    document = alto(page('<TextBlock ID="E"/>', block("B", "a"), '<TextBlock ID="F"/>'))
    file = alto_file(parse_xml(document, "f"), "f")
    assert granted(0, file, [])[1] == [Piece(0, 1, 0, 1)]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_every_word_goes_to_exactly_one(wanted: list[tuple[int, int, int]]) -> None:
    pieces, left = granted(0, FILE, [Wanted(claim, min(a, b), max(a, b)) for claim, a, b in wanted])
    numbers = [
        number for got in (*pieces.values(), left) for each in got for number in range(each.start, each.end)
    ]
    assert sorted(numbers) == list(range(6))
