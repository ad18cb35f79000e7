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
    is_marked,
)

MARKED = [
    "### 标题",
    "> 话",
    ">",
    "- 一项",
    "1. 第一",
    "12. 第十二",
    "| a | b |",
    "~ 诗",
    "~",
    "![图]",
    "---",
]
PLAIN = [
    "正文",
    "#标题",
    "## 标题",
    ">话",
    "-项",
    "1.项",
    "一. 项",
    "~诗",
    "!图",
    "--",
    "*强调*",
    "`代码`",
    "——破折号",
]


def read(body: str) -> list[Block]:
    return list(blocks(body))


def test_a_blank_line_starts_a_paragraph_and_a_line_break_joins() -> None:
    assert read("春水初生，\n春林初盛。\n\n第二段 ends\nhere.") == [
        Paragraph(0, "春水初生，春林初盛。"),
        Paragraph(13, "第二段 ends here."),
    ]


def test_lines_that_look_blank_are_blank() -> None:
    assert [type(block) for block in read("甲\n \t \n乙\n\u3000\n丙")] == [Paragraph] * 3
    assert read("") == read("\n\n  \n") == []


def test_each_mark_makes_its_block() -> None:
    body = (
        "### 小标题\n\n> 一句\n> 两句\n> — 某人\n\n- 甲\n- 乙\n1. 一\n2. 二\n\n"
        "| 名 | 数 |\n| 甲 | 1 |\n\n~ 上句\n~\n~ 下句\n\n![图一]\n\n---"
    )
    at = body.index
    assert read(body) == [
        Subhead(0, "小标题"),
        Quote(at("> 一句"), "一句两句", "某人"),
        ListItem(at("- 甲"), "甲", None),
        ListItem(at("- 乙"), "乙", None),
        ListItem(at("1. "), "一", "1"),
        ListItem(at("2. "), "二", "2"),
        Table(at("| 名"), (("名", "数"), ("甲", "1"))),
        Verse(at("~ 上句"), ("上句", "", "下句")),
        PhotoPlace(at("!["), "图一"),
        Rule(at("---")),
    ]


@pytest.mark.parametrize("line", PLAIN)
def test_what_only_resembles_a_mark_is_text(line: str) -> None:
    assert not is_marked(line)
    assert read(line) == [Paragraph(0, line)]


@pytest.mark.parametrize("line", MARKED)
def test_a_backslash_makes_a_marked_line_plain(line: str) -> None:
    assert is_marked(line)
    assert read("\\" + line) == [Paragraph(0, line)]
    (block,) = read("前文\n\\" + line)
    assert isinstance(block, Paragraph)
    assert block.text.endswith(line)


def test_a_backslash_before_anything_else_is_a_backslash() -> None:
    assert read("\\甲") == [Paragraph(0, "\\甲")]


def test_a_mark_ends_the_paragraph_before_it() -> None:
    assert [type(block) for block in read("正文\n### 小标题\n正文\n- 项\n正文\n---\n正文")] == [
        Paragraph,
        Subhead,
        Paragraph,
        ListItem,
        Rule,
        Paragraph,
    ]


def test_an_item_runs_on_over_plain_lines() -> None:
    assert read("- 前半，\n后半。\n- 另一项") == [
        ListItem(0, "前半，后半。", None),
        ListItem(10, "另一项", None),
    ]


def test_no_emphasis_is_read_inside_a_line() -> None:
    assert read("*甲* _乙_ `丙` [丁](戊)") == [Paragraph(0, "*甲* _乙_ `丙` [丁](戊)")]


def test_a_quote_may_have_no_speaker_and_a_dash_inside_is_no_speaker() -> None:
    assert read("> 他来了——又走了") == [Quote(0, "他来了——又走了", None)]
    assert read("> — 无话") == [Quote(0, "— 无话", None)]
    assert read("> 话\n> —— 某人\n> 另一句") == [Quote(0, "话", "某人"), Quote(12, "另一句", None)]


def test_rows_of_a_table_may_differ_in_length() -> None:
    assert read("| a | b |\n| c |\n|| d ||") == [Table(0, (("a", "b"), ("c",), ("", "d", "")))]
    assert read("| 不成行") == [Paragraph(0, "| 不成行")]


def test_verse_keeps_its_inner_blanks() -> None:
    assert read("~ 甲\n~   乙") == [Verse(0, ("甲", "  乙"))]


def test_a_photo_stands_alone_on_its_line() -> None:
    assert read("![图] 说明") == [Paragraph(0, "![图] 说明")]
    assert read("![]") == [Paragraph(0, "![]")]


def test_blocks_are_read_no_further_than_asked_for() -> None:
    reading = blocks("首段\n\n" + "后文\n\n" * 10)
    assert next(reading) == Paragraph(0, "首段")
    assert next(reading) == Paragraph(4, "后文")


@given(st.lists(st.sampled_from([*MARKED, *PLAIN, "", " ", "\\- 甲", "|"]), max_size=12).map("\n".join))
def test_blocks_lie_in_order_and_lose_no_word(body: str) -> None:
    found = read(body)
    starts = [block.start for block in found]
    assert starts == sorted(set(starts))
    assert all(body[start : start + 1].strip() for start in starts)
    assert (not found) == (not body.strip())


@given(st.text(st.sampled_from("甲乙a #>-|~!\\.1[]\n—")))
def test_any_body_can_be_read(body: str) -> None:
    for block in blocks(body):
        assert 0 <= block.start < len(body)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20))
def test_any_line_can_be_made_a_paragraph(line: str) -> None:
    written = "\\" + line if is_marked(line) else line
    found = read(written)
    if found != [
        Paragraph(0, line)
    ]:  # a whole row, and a line that begins with an escaped mark, are marks too
        assert line.startswith(("|", "\\"))


def test_of_several_backslashes_before_a_mark_one_is_taken_off() -> None:
    assert read("\\\\- 一") == [Paragraph(0, "\\- 一")]
    assert read("\\\\没有记号") == [Paragraph(0, "\\\\没有记号")]


def test_a_bar_after_a_backslash_belongs_to_its_cell() -> None:
    assert read("| 甲\\|乙 | 丙 |") == [Table(0, (("甲|乙", "丙"),))]
