"""E-REPEAT: two sentences of a paragraph that open alike."""

from __future__ import annotations

import re

import pytest

from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, words


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("活动中，大家包饺子。活动中，孩子剪窗花。", "活动中"),
        ("活动中,大家包饺子。雪停了。活动中,孩子剪窗花。", "活动中"),
        ("After the storm, the road was closed. After the storm, nobody came.", "After the storm"),
    ],
)
def test_the_second_opening_is_shown(text: str, opening: str) -> None:
    found = findings("E-REPEAT", text)
    assert [(one.words, one.finding.spot.start) for one in found] == [(opening, text.rindex(opening))]
    assert found[0].finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "活动中，大家包饺子。活动后，孩子剪窗花。",
        "走基层，要走得深。走基层，要走得勤。走基层，要走得久。",
        "他说，雪停了。他说，路通了。",
        "活动中大家包饺子。活动中孩子剪窗花。",
        "林一舟说：“今年，雪大。今年，路滑。”",
        "大家围坐在一起包着饺子，笑。大家围坐在一起包着饺子，唱。",
        "She said, it snowed. She said, it froze.",
        "The road was closed. The road froze.",
    ],
)
def test_figures_of_speech_attributions_and_quotes_are_left_alone(text: str) -> None:
    assert words("E-REPEAT", text) == []


def test_paragraphs_are_seen_one_by_one() -> None:
    assert words("E-REPEAT", "活动中，大家包饺子。\n\n活动中，孩子剪窗花。") == []


@pytest.mark.parametrize("seed", range(10))
def test_one_put_into_a_clean_edition_is_found(seed: int) -> None:
    text = clean_edition(seed)
    rule = [BY_ID["E-REPEAT"]]
    before = len(findings_in(a_proof(text), rule))
    twice = "雪停之后，大家清雪。雪停之后，车又通了。"
    spoilt = re.sub(r"(body: \|\n +)", lambda found: found.group() + twice, text, count=1)
    found = findings_in(a_proof(spoilt), rule)
    assert len(found) == before + 1
    assert "雪停之后" in [one.words for one in found]


@pytest.mark.parametrize("seed", range(6))
def test_an_english_one_in_a_clean_edition_is_found_and_nothing_else(seed: int) -> None:
    text = clean_edition(seed, language="en")
    rule = [BY_ID["E-REPEAT"]]
    before = len(findings_in(a_proof(text), rule))
    line = "By noon today, the road was closed. By noon today, nobody came."
    spoilt = text.replace("body: |\n", f"body: |\n          {line}\n\n", 1)
    found = findings_in(a_proof(spoilt), rule)
    assert len(found) == before + 1
    assert any(one.words in line for one in found)
