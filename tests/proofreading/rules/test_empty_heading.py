"""S-EMPTYHEAD: headings with nothing under them."""

from __future__ import annotations

import pytest

from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, put, put_right
from tests.proofreading.manuscripts import a_proof, edition_yaml, fixes, words

_TEXT = "小区装了电梯。"


def test_two_subheads_in_a_row_become_one() -> None:
    text = f"{_TEXT}\n\n### 出行提示\n\n### 服务之窗\n\n{_TEXT}"
    assert fixes("S-EMPTYHEAD", text) == [("出行提示\n\n### 服务之窗", "出行提示 服务之窗")]


def test_of_three_in_a_row_each_seam_is_told_and_all_become_one() -> None:
    text = edition_yaml(f"### 一\n\n### 二\n\n### 三\n\n{_TEXT}")
    for left in (1, 0):
        first, *others = found_by("S-EMPTYHEAD", text)
        assert len(others) == left
        text = put_right(text, first)
    assert "### 一 二 三\n" in text


@pytest.mark.parametrize("below", [_TEXT, "- 一项", "> 引语", "| 甲 | 乙 |", "~ 诗"])
def test_anything_that_says_something_is_content(below: str) -> None:
    assert words("S-EMPTYHEAD", f"### 出行提示\n\n{below}") == []


@pytest.mark.parametrize(
    ("part", "smaller"),
    [("一、河", "（一）桥"), ("（一）河", "1. 桥"), ("第一章 河", "第一节 桥"), ("一、河", "1．桥")],
)
def test_a_part_and_its_first_chapter_are_right(part: str, smaller: str) -> None:
    assert words("S-EMPTYHEAD", f"### {part}\n\n### {smaller}\n\n{_TEXT}") == []
    assert len(words("S-EMPTYHEAD", f"### {smaller}\n\n### {part}\n\n{_TEXT}")) == 1


@pytest.mark.parametrize("end", ["", "\n\n---"])
def test_a_subhead_at_the_end_has_lost_its_text(end: str) -> None:
    assert fixes("S-EMPTYHEAD", f"{_TEXT}\n\n### 服务之窗{end}") == [("服务之窗", None)]


def test_a_headline_alone_has_lost_its_text() -> None:
    assert words("S-EMPTYHEAD", "headline: 小区换新颜") == ["小区换新颜"]


@pytest.mark.parametrize(
    "more",
    [
        "kind: brief",
        "kind: ad",
        "kind: photo",
        "summary: 装了电梯。",
        "photos: [{caption: 电梯}]",
        "body: 装了。",
    ],
)
def test_some_articles_are_headline_alone_and_some_say_it_otherwise(more: str) -> None:
    assert words("S-EMPTYHEAD", f"headline: 小区换新颜\n{more}") == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("seed", range(5))
def test_a_subhead_put_before_another_is_found_and_merged(seed: int, language: str) -> None:
    clean = clean_edition(seed, language=language)
    assert found_by("S-EMPTYHEAD", clean) == []
    proof = a_proof(clean)
    subheads = [one for article in proof.articles for one in article.body if one.role.value == "subhead"]
    for subhead in subheads[:1]:
        place = subhead.offset(0) - len("### ")
        spoiled = put(clean, subhead.field, place, place, "### ABC\n\n")
        (finding,) = found_by("S-EMPTYHEAD", spoiled)
        assert (finding.spot.field, finding.spot.start) == (subhead.field, place + 4)
        assert put_right(spoiled, finding) == put(clean, subhead.field, place + 4, place + 4, "ABC ")
