"""S-ROLE: titles in their places."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, put, put_right
from tests.proofreading.manuscripts import a_proof, findings, fixes, words

_BODY = "body: |\n  小区装了电梯。\n"


@pytest.mark.parametrize("key", ["kicker", "deck"])
def test_a_kicker_or_a_deck_needs_a_headline(key: str) -> None:
    text = f"slug: 电梯\n{key}: 住得安心\n{_BODY}"
    assert words("S-ROLE", text) == ["住得安心"]
    assert words("S-ROLE", text.replace("slug", "headline")) == []


@pytest.mark.parametrize(
    ("titles", "repeated"),
    [
        ("headline: 小区换新颜\ndeck: 小区换新颜", "小区换新颜"),
        ("headline: 小区换新颜\ndeck: ——小区 换新颜", "——小区 换新颜"),
        ("headline: 小区换新颜\nkicker: “小区”换新颜", "“小区”换新颜"),
        ("headline: 一键回家\nkicker: 小区换新颜\ndeck: 小区换新颜", "小区换新颜"),
    ],
)
def test_no_title_says_what_another_says(titles: str, repeated: str) -> None:
    text = f"kind: feature\n{titles}\n{_BODY}"
    assert words("S-ROLE", text) == [repeated]
    assert words("S-ROLE", f"kind: feature\n{titles}另有一句\n{_BODY}") == []


@pytest.mark.parametrize("dash", ["——", "--"])
def test_a_headline_does_not_begin_with_a_dash(dash: str) -> None:
    assert words("S-ROLE", f"headline: {dash}东桥区老楼加梯记\n{_BODY}") == [f"{dash}东桥区老楼加梯记"]


def test_a_deck_with_a_dash_belongs_to_a_feature() -> None:
    text = f"headline: 一键回家\ndeck: ——东桥区老楼加梯记\n{_BODY}"
    (found,) = findings("S-ROLE", text)
    assert found.finding.severity is Severity.INFO
    assert words("S-ROLE", "kind: feature\n" + text) == []


@pytest.mark.parametrize("mark", ["# ", "## ", "#### "])
def test_heading_marks_left_in_a_body_become_a_subhead(mark: str) -> None:
    assert fixes("S-ROLE", f"小区装了电梯。\n\n{mark}先商量 再动工\n\n居民都说好。") == [(mark, "### ")]


def test_heading_marks_left_in_a_title_go() -> None:
    assert fixes("S-ROLE", f"headline: '## 一键回家'\n{_BODY}") == [("## ", "")]


@pytest.mark.parametrize(
    "text", ["### 小标题\n\n一。\n\n### 又一个\n\n二。", "#话题# 大家都在说。", "井号#开头的编号。"]
)
def test_subheads_and_other_number_signs_are_left_alone(text: str) -> None:
    assert words("S-ROLE", text) == []


def test_the_only_subhead_at_the_very_beginning_may_be_the_deck() -> None:
    text = "headline: 一键回家\nbody: |\n  ### 东桥区老楼加梯记\n\n  小区装了电梯。\n"
    assert words("S-ROLE", text) == ["东桥区老楼加梯记"]
    assert words("S-ROLE", "deck: 电梯通了\n" + text) == []


@pytest.mark.parametrize("seed", range(6))
def test_a_mark_put_into_a_clean_edition_is_found_and_put_right(seed: int) -> None:
    clean = clean_edition(seed)
    assert found_by("S-ROLE", clean) == []
    proof = a_proof(clean)
    passage = next(one for article in proof.articles for one in article.body if one.role.value == "paragraph")
    spoiled = put(clean, passage.field, passage.offset(0), passage.offset(0), "## ")
    (finding,) = found_by("S-ROLE", spoiled)
    assert finding.spot == (passage.field, passage.offset(0), passage.offset(0) + 3)
    marks = [one for one in found_by("S-ROLE", put_right(spoiled, finding)) if one.changes]
    assert marks == []
