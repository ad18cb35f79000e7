"""The blocks of a body as passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.body import ListItem, Paragraph, Quote, Subhead, Table, Verse, blocks
from reader.proofreading.body_passages import body_passages
from reader.proofreading.passage import Passage, Role

_LINES = st.sampled_from(
    [
        "今天下雪，",
        "路上结冰。",
        "Snow fell",
        "and froze.",
        "### 小标题",
        "> 引语，",
        "> — 林一舟",
        "- 一项",
        "1. 二项",
        "| 甲 | 乙 |",
        "| 甲\\|乙 | 丙 |",
        "\\\\- 反斜线",
        "| 1 | |",
        "~ 一行诗",
        "~",
        "![a]",
        "---",
        "",
        "  ",
        "\\- 不是项",
        "\\### 也不是",
        ">",
        "  缩进",
    ]
)
_BODIES = st.lists(_LINES, max_size=14).map("\n".join)


def _texts(body: str) -> list[str]:
    said: list[str] = []
    for block in blocks(body):
        if isinstance(block, Paragraph | Subhead | ListItem):
            said.append(block.text)
        elif isinstance(block, Quote):
            said += [block.text, *([block.speaker] if block.speaker else [])]
        elif isinstance(block, Table):
            said += [cell for row in block.rows for cell in row]
        elif isinstance(block, Verse):
            said += block.lines
    return [text for text in said if text]


@given(_BODIES)
def test_passages_hold_what_the_reader_is_shown(body: str) -> None:
    assert [passage.text for passage in body_passages("body", body) if passage.text] == _texts(body)


@given(_BODIES)
def test_every_character_of_a_passage_is_found_in_the_field(body: str) -> None:
    for passage in body_passages("body", body):
        for index, character in enumerate(passage.text):
            written = body[passage.offset(index)]
            assert written == character or (character == " " and written.isspace())


def _one(body: str) -> Passage:
    (passage,) = body_passages("body", body)
    return passage


def test_a_stretch_over_two_lines_takes_the_line_end_with_it() -> None:
    passage = _one("今天下雪，\n路上结冰。")
    assert passage.text == "今天下雪，路上结冰。"
    assert passage.spot(4, 6) == ("body", 4, 7)


def test_the_space_that_joins_two_lines_is_the_line_end() -> None:
    passage = _one("Snow fell\nand froze.")
    assert passage.spot(9, 10) == ("body", 9, 10)


def test_the_end_of_a_passage_is_behind_its_last_character() -> None:
    passage = _one("### 小标题")
    assert (passage.role, passage.spot(3, 3)) == (Role.SUBHEAD, ("body", 7, 7))


def test_a_bar_inside_a_cell_stands_where_the_field_has_it() -> None:
    body = "| 甲\\|乙 | 丙 |"
    cell, other = (passage for passage in body_passages("body", body) if passage.role is Role.CELL)
    assert cell.text == "甲|乙"
    assert [body[cell.offset(index)] for index in range(3)] == ["甲", "|", "乙"]
    assert body[other.offset(0)] == "丙"
