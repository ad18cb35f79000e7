"""E-ABBR: abbreviations that are never introduced."""

from __future__ import annotations

import pytest

from reader.proofreading.proofread import proofread
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, edition_yaml, findings, findings_in, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("小区业委会换届，业委会有7人。", ["业委会"]),
        ("市住建局发文，市环委会开会。", ["住建局", "环委会"]),
        ("小区业主委员会换届，业委会有7人。", []),
        ("小区业主大会选出委员会（以下简称业委会），业委会有7人。", []),
        ("全市AQI超过150，AQI明天回落。", ["AQI"]),
        ("空气质量指数（AQI）超过150，AQI明天回落。", []),
        ("AQI（空气质量指数）超过150。", []),
        ("今年GDP增长5%，见 http://example.org/ABC/x 一页，第XII章。", []),
    ],
)
def test_the_first_place_of_one_without_its_full_form_is_shown(text: str, found: list[str]) -> None:
    assert words("E-ABBR", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The RBWA met today. The RBWA has five members.", ["RBWA"]),
        ("The River Bend Water Authority (RBWA) met; the RBWA has five members.", []),
        ("The RBWA (River Bend Water Authority) met.", []),
        ("RIVER BEND, Dec. 22 — The UN and the EU met.", []),
    ],
)
def test_english_ones_are_introduced_in_brackets(text: str, found: list[str]) -> None:
    assert words("E-ABBR", text) == found


def test_each_article_introduces_its_own() -> None:
    articles = "- headline: 换届\n  body: 业主委员会换届。\n- headline: 业委会\n  body: 业委会开会。\n"
    found = findings("E-ABBR", articles)
    assert [one.finding.spot.field for one in found] == ["sections[0].articles[1].body"]
    assert "业主委员会" in found[0].finding.advice.zh


def test_the_house_has_lists_of_its_own() -> None:
    assert words("E-ABBR", "清雪办开会，业委会开会。", abbreviations={"清雪办": "清雪办公室"}) == ["清雪办"]
    assert words("E-ABBR", "AQI超过150。", known_abbreviations=["AQI"]) == []
    assert words("E-ABBR", "业委会开会。", abbreviations={}) == []


def test_it_is_not_in_force_unless_asked_for() -> None:
    proof = a_proof(edition_yaml("业委会开会。"))
    assert proofread(proof, Stylebook(), [BY_ID["E-ABBR"]]) == []


def test_a_notice_introduces_its_own_too() -> None:
    notice = (
        "notices:\n  - id: a\n    event: 大风\n"
        "    effective: 2024-12-24T08:00\n    expires: until-lifted\n    text: {}\n"
    )
    assert words("E-ABBR", notice.format("市环委会发布。")) == ["环委会"]
    assert words("E-ABBR", notice.format("市环境保护委员会发布，环委会负责解释。")) == []


def test_titles_and_cells_need_not_introduce_anything() -> None:
    assert words("E-ABBR", "headline: 业委会换届\nbody: 业主委员会换届，业委会有7人。") == []
    assert words("E-ABBR", "| 业委会 | AQI |") == []


def test_what_is_introduced_later_is_still_not_introduced_at_first() -> None:
    assert words("E-ABBR", "业委会换届，业主委员会有7人。") == ["业委会"]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_one_put_into_a_clean_edition_is_found(seed: int, language: str) -> None:
    text = clean_edition(seed, language=language)
    rule = [BY_ID["E-ABBR"]]
    before = [one.words for one in findings_in(a_proof(text), rule)]
    line = "The RBWQ met today." if language == "en" else "市清雪办今天开会，RBWQ正常。"
    spoilt = text.replace("body: |\n", f"body: |\n          {line}\n\n", 1)
    found = [one.words for one in findings_in(a_proof(spoilt), rule, abbreviations={"清雪办": "清雪办公室"})]
    assert "RBWQ" in found
    assert ("清雪办" in found) is (language == "zh-CN")
    assert "RBWQ" not in before
