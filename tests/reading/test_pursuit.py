"""A pursuit knows what was found and which match one stands on; n and N walk all of them, round and round."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.edition_search import EditionSearch, Hit
from reader.archive.query import parse_query
from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.reference import Reference
from reader.reading.place import Place
from reader.reading.pursuit import Pursuit
from reader.typesetting.copy import article_copy
from tests.reading.papers import DAY, an_article, an_edition_of

ORIGIN = Place(Reference(DAY, "one"), 2, 5)
EDITION = an_edition_of(
    an_article("one", headline="井边", body="槐花开了，槐花又落。\n\n地上都是槐花。"),
    an_article("two", headline="渡口", body="船靠岸了。"),
    an_article("three", headline="槐花糕", body="一人一块。"),
)


def hits_of(words: str, edition: Edition = EDITION) -> list[Hit]:
    def copy(piece: object) -> object:
        assert isinstance(piece, Article)
        return article_copy(edition, piece)

    return EditionSearch(edition, copy).find(parse_query(words))  # type: ignore[arg-type]


def a_pursuit(words: str = "槐花") -> Pursuit:
    pursuit = Pursuit(ORIGIN)
    pursuit.found(words, hits_of(words))
    return pursuit


def place_of(pursuit: Pursuit) -> Place:
    assert pursuit.hit is not None
    match = pursuit.match
    return Place(pursuit.hit.reference, match.block if match else 0, match.start if match else 0)


def test_it_remembers_where_the_reader_came_from() -> None:
    assert a_pursuit().origin == ORIGIN


def test_before_anything_is_found_there_is_nothing_to_stand_on() -> None:
    pursuit = Pursuit(ORIGIN)
    assert (pursuit.hit, pursuit.match, pursuit.match_count, pursuit.match_ordinal) == (None, None, 0, 0)
    assert pursuit.next(ORIGIN) is None
    assert pursuit.previous(ORIGIN) is None
    assert pursuit.matches_at(ORIGIN) == ()


def test_what_was_found_begins_with_the_first_match_of_the_best_hit() -> None:
    pursuit = a_pursuit()
    assert pursuit.hit is not None
    assert pursuit.hit.reference.piece == "three"  # in the title before in the text
    assert (pursuit.match_ordinal, pursuit.match_count) == (1, 4)


def test_every_match_of_a_piece_is_there_to_be_marked() -> None:
    pursuit = a_pursuit()
    assert len(pursuit.matches_at(Place(Reference(DAY, "one")))) == 3
    assert len(pursuit.matches_at(Place(Reference(DAY, "three")))) == 1
    assert pursuit.matches_at(Place(Reference(DAY, "two"))) == ()


def test_next_goes_through_every_match_and_from_the_last_to_the_first() -> None:
    pursuit = a_pursuit()
    seen = [pursuit.match_ordinal]
    for _ in range(4):
        pursuit.next(place_of(pursuit))
        seen.append(pursuit.match_ordinal)
    assert seen == [1, 2, 3, 4, 1]


def test_previous_goes_the_other_way_round() -> None:
    pursuit = a_pursuit()
    seen = []
    for _ in range(4):
        pursuit.previous(place_of(pursuit))
        seen.append(pursuit.match_ordinal)
    assert seen == [4, 3, 2, 1]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.booleans(), max_size=20))
def test_a_step_and_the_step_back_lead_to_the_same_match(steps: list[bool]) -> None:
    pursuit = a_pursuit()
    for is_forward in steps:
        before = pursuit.match_ordinal
        (pursuit.next if is_forward else pursuit.previous)(place_of(pursuit))
        assert pursuit.match_ordinal == (before % 4 + 1 if is_forward else (before - 2) % 4 + 1)


def test_after_going_on_to_another_piece_next_goes_on_from_there() -> None:
    pursuit = a_pursuit()
    hit = pursuit.next(Place(Reference(DAY, "one"), 0, 0))
    assert hit is not None
    assert hit.reference.piece == "one"
    assert pursuit.match_ordinal == 2


def test_standing_on_a_piece_is_standing_on_its_first_match() -> None:
    pursuit = a_pursuit()
    pursuit.stand_on(str(Reference(DAY, "one")))
    assert pursuit.match_ordinal == 2
    pursuit.stand_on(str(Reference(DAY, "two")))  # no hit: one stays
    assert pursuit.match_ordinal == 2


def test_another_query_takes_the_place_of_the_first() -> None:
    pursuit = a_pursuit()
    pursuit.found("船", hits_of("船"))
    assert pursuit.words == "船"
    assert pursuit.hit is not None
    assert (pursuit.hit.reference.piece, pursuit.match_count) == ("two", 1)
    pursuit.found("无", ())
    assert pursuit.match_ordinal == 0
    assert pursuit.next(ORIGIN) is None


def test_a_hit_without_words_has_no_match_to_stand_on() -> None:
    pursuit = a_pursuit("版:要闻")
    assert pursuit.hit is not None
    assert (pursuit.match, pursuit.match_count, pursuit.match_ordinal) == (None, 0, 0)
    assert pursuit.next(place_of(pursuit)) is pursuit.find
