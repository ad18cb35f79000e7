from __future__ import annotations

import pytest

from reader.importing.mets.alto_reader import alto_file
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import V4, alto, block, composed, page, string


def order(document: bytes) -> list[str]:
    """Return the first word of each block in reading order."""
    file = alto_file(parse_xml(document, "f"), "f")
    return [file.words[file.blocks[number].start].content for number in file.order]


def reading(*groups: str) -> str:
    return f"<ReadingOrder>{''.join(groups)}</ReadingOrder>"


def group(*references: str, kind: str = "OrderedGroup") -> str:
    inside = "".join(
        each if each.startswith("<") else f'<ElementRef ID="r{each}" REF="{each}"/>' for each in references
    )
    return f'<{kind} ID="g">{inside}</{kind}>'


BLOCKS = [block(f"B{number}", str(number)) for number in range(1, 5)]


def test_blocks_come_as_in_the_document_and_margins_last() -> None:
    margins = f"<TopMargin>{block('M', 'top')}</TopMargin><LeftMargin>{block('N', 'left')}</LeftMargin>"
    inside = [BLOCKS[0], composed("C", BLOCKS[1], composed("D", BLOCKS[2])), BLOCKS[3]]
    assert order(alto(page(*inside, margins=margins))) == ["1", "2", "3", "4", "top", "left"]


def test_an_explicit_order_counts_first_and_what_it_leaves_out_comes_after() -> None:
    chained = [block("B1", "1", IDNEXT="B2"), *BLOCKS[1:]]
    document = alto(page(*chained), namespace=V4, before=reading(group("B3", "B1")))
    assert order(document) == ["3", "1", "2", "4"]


def test_groups_are_read_one_after_another_and_within_each_other() -> None:
    before = reading(group(group("B4", "B2"), group("B1", kind="UnorderedGroup"), kind="UnorderedGroup"))
    assert order(alto(page(*BLOCKS), namespace=V4, before=before)) == ["4", "2", "1", "3"]


def test_a_line_or_a_word_in_the_order_stands_for_its_block() -> None:
    line = f'<TextLine ID="L9">{string("9", ID="S9")}</TextLine>'
    blocks = [*BLOCKS[:2], block("B9", line)]
    assert order(alto(page(*blocks), namespace=V4, before=reading(group("S9", "B2")))) == ["9", "2", "1"]
    assert order(alto(page(*blocks), namespace=V4, before=reading(group("L9 B1")))) == ["9", "1", "2"]


def test_a_block_of_blocks_in_the_order_brings_those_in_it() -> None:
    document = alto(
        page(BLOCKS[0], composed("C", *BLOCKS[1:3])), namespace=V4, before=reading(group("C", "B1"))
    )
    assert order(document) == ["2", "3", "1"]


def test_chains_are_followed_from_where_they_begin() -> None:
    blocks = [
        block("B1", "1", IDNEXT="B3"),
        block("B2", "2"),
        block("B3", "3", IDNEXT="B4"),
        block("B4", "4"),
    ]
    assert order(alto(page(*blocks))) == ["1", "3", "4", "2"]


def test_a_chain_within_a_block_of_blocks_is_followed() -> None:
    inside = composed("C", block("B1", "1"), block("B2", "2", IDNEXT="B1"))
    assert order(alto(page(inside, BLOCKS[2]))) == ["2", "1", "3"]


def test_a_chain_of_blocks_of_blocks_is_followed() -> None:
    first, second = composed("C", BLOCKS[0], BLOCKS[1]), composed("D", *BLOCKS[2:], IDNEXT="C")
    assert order(alto(page(first, second))) == ["3", "4", "1", "2"]


@pytest.mark.parametrize("following", ["B1", "B2", "nobody"])
def test_a_chain_that_goes_round_or_nowhere_loses_nothing(following: str) -> None:
    blocks = [block("B1", "1", IDNEXT="B2"), block("B2", "2", IDNEXT=following)]
    assert sorted(order(alto(page(*blocks)))) == ["1", "2"]


def test_pages_follow_each_other_whatever_the_order_says() -> None:
    document = alto(
        page(BLOCKS[0]), page(BLOCKS[1], name="P2"), namespace=V4, before=reading(group("B2", "B1"))
    )
    assert order(document) == ["1", "2"]
