"""Headings and paragraphs, the lines they stand on and the blank lines above them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.page_text.elements import Element, elements, usual_gap


def test_each_has_its_line_its_level_and_the_blank_lines_above_it() -> None:
    assert elements("\n\n## 题\n正文。\n\n\n### 小 题\n\n又一段。") == [
        Element(3, 2, 2, "题"),
        Element(4, 0, 0, "正文。"),
        Element(7, 2, 3, "小 题"),
        Element(9, 1, 0, "又一段。"),
    ]


@pytest.mark.parametrize(
    ("line", "level", "text"),
    [
        ("# 题", 1, "题"),
        ("###### 题", 6, "题"),
        ("##题", 2, "题"),
        ("## 题 ##", 2, "题"),
        ("##\u3000题", 2, "题"),
        ("  ## 题", 2, "题"),
        ("## 题#", 2, "题#"),
        ("####### 题", 0, "####### 题"),
        ("#hashtag", 0, "#hashtag"),
        ("#1 in town", 0, "#1 in town"),
        ("题 # 不是", 0, "题 # 不是"),
    ],
)
def test_a_heading_is_told_by_its_marks(line: str, level: int, text: str) -> None:
    assert elements(line) == [Element(1, 0, level, text)]


@pytest.mark.parametrize("line", ["#", "## ", "### ###"])
def test_a_mark_without_words_is_nothing(line: str) -> None:
    assert elements(line) == []


def test_a_line_each_are_paragraphs_where_lines_are_long_or_end_as_sentences_do() -> None:
    text = "第一段说灯,说了很多很多很多很多很多很多很多。"
    "\n第二段说路,说了很多很多很多很多很多很多很多。\n第三段。"
    assert [each.text for each in elements(text)] == text.split("\n")


def test_lines_broken_for_width_are_one_paragraph() -> None:
    lines = [
        "河湾市今天开放了新的渡口,过河的人比往年",
        "多。管渡口的人说,船也比往年多,不过到了",
        "傍晚就没有人了。",
    ]
    assert [each.text for each in elements("\n".join(lines))] == ["".join(lines)]


def test_a_byline_in_a_block_of_lines_stands_alone() -> None:
    lines = [
        "河湾市今天开放了新的渡口,过河的人比往年",
        "□ 本报记者 林一舟",
        "多。管渡口的人说,船也比往年多,不过到了",
    ]
    assert [each.text for each in elements("\n".join(lines))] == lines


def test_the_usual_gap_is_the_most_frequent_one_of_equals_the_smallest() -> None:
    assert usual_gap(elements("甲。\n\n乙。\n\n丙。\n\n\n\n丁。")) == 1
    assert usual_gap(elements("甲。\n乙。\n丙。\n\n丁。")) == 0
    assert usual_gap(elements("甲。\n\n乙。\n\n\n\n丙。")) == 1
    assert usual_gap(elements("甲。")) == 1


@given(st.text("渡口ab#。, \n\t", max_size=200))
def test_no_character_but_heading_marks_and_blanks_is_lost(text: str) -> None:
    got = "".join(each.text for each in elements(text))
    assert "".join(got.split()).replace("#", "") == "".join(text.split()).replace("#", "")
