from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.body import (
    Block,
    ListItem,
    Paragraph,
    PhotoPlace,
    Quote,
    Rule,
    Subhead,
    Table,
    Verse,
    blocks,
)
from reader.edition.body_text import body_text, plain_paragraphs

LINES = st.text(st.sampled_from("春 a|\\-~>#!.1[]—0"), min_size=1, max_size=9).map(str.strip).filter(bool)
SPEAKERS = LINES.filter(lambda name: not name.startswith("—"))
ROWS = st.lists(
    st.tuples(LINES | st.just(""), LINES.filter(lambda cell: not cell.endswith("\\"))), min_size=1, max_size=3
)
BLOCKS = st.one_of(
    LINES.map(lambda text: Paragraph(0, text)),
    LINES.map(lambda text: Subhead(0, text)),
    st.builds(Quote, st.just(0), LINES, SPEAKERS | st.none()),
    st.builds(ListItem, st.just(0), LINES, st.sampled_from(["1", "12"]) | st.none()),
    ROWS.map(lambda rows: Table(0, tuple(rows))),
    st.lists(LINES, min_size=1, max_size=3).map(lambda lines: Verse(0, tuple(lines))),
    st.just(PhotoPlace(0, "桥")),
    st.just(Rule(0)),
)


def at_the_start(block: Block) -> Block:
    return block._replace(start=0)


@given(st.lists(BLOCKS, max_size=6))
def test_what_is_written_is_read_as_the_same_blocks(written: list[Block]) -> None:
    assert [at_the_start(block) for block in blocks(body_text(written))] == written


@pytest.mark.parametrize(
    "line",
    ["### 井号", "- 减号", "1. 第一", "| 竖线 |", "|竖线|", "---", "> 大于", r"\- 反斜线", r"\\- 两条", "~"],
)
def test_a_paragraph_that_begins_like_a_mark_stays_a_paragraph(line: str) -> None:
    assert list(blocks(plain_paragraphs([line]))) == [Paragraph(0, line)]


def test_items_of_a_list_stand_on_lines_of_their_own_and_other_blocks_apart() -> None:
    written = body_text([Paragraph(0, "路线："), ListItem(0, "东桥", None), ListItem(0, "西桥", None)])
    assert written == "路线：\n\n- 东桥\n- 西桥"


def test_a_bar_in_a_cell_is_not_the_end_of_the_cell() -> None:
    written = body_text([Table(0, (("甲|乙", "丙"),))])
    assert written == "| 甲\\|乙 | 丙 |"
    assert list(blocks(written)) == [Table(0, (("甲|乙", "丙"),))]


def test_a_text_of_several_lines_is_put_on_one() -> None:
    assert plain_paragraphs(["one\ntwo"]) == "one two"


def test_blocks_without_text_leave_no_trace() -> None:
    nothing: list[Block] = [Paragraph(0, " "), Subhead(0, ""), ListItem(0, "", None), Quote(0, "", "甲")]
    assert body_text(nothing) == ""
