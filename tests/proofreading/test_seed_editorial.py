"""What the rules of editing say of the page this program began with, item by item."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Value
from tests.proofreading.manuscripts import Found, a_proof, findings_in

_SEED = Path(__file__).parents[3] / "shared/data/seed-edition.yaml"
pytestmark = pytest.mark.skipif(
    not _SEED.is_file(), reason="the seed page lies outside the project, in ../shared"
)


@cache
def _text() -> str:
    return _SEED.read_text(encoding="utf-8")


def _found(rule: str, **values: Value) -> list[Found]:
    return findings_in(a_proof(_text()), [BY_ID[rule]], **values)


def _places(rule: str, **values: Value) -> list[str]:
    return [one.finding.spot.field for one in _found(rule, **values)]


def test_bylines_in_several_forms_are_all_shown() -> None:
    articles = {place.rpartition(".")[0] for place in _places("E-BYLINE")}
    assert articles == {
        "sections[0].articles[0]",  # 记者…报道：
        "sections[1].articles[0]",  # at the end
        "sections[1].articles[1]",
        "sections[3].articles[0]",  # a line of its own
        "sections[3].articles[1]",
        "sections[4].articles[0]",  # none
    }


def test_a_reporter_set_off_by_nothing_is_set_off() -> None:
    fixed = [one.fixed for one in _found("E-BYLINE") if one.fixed]
    assert len(fixed) == 1
    assert fixed[0].startswith("记者 ")


def test_a_credit_glued_to_the_last_sentence_is_shown() -> None:
    text = _text().replace("\n        signoff: (", "X(")
    head, *rest = text.split("X(")
    glued = (
        head.rstrip()
        + "".join("(" + part for part in rest[:1])
        + "".join("\n        signoff: (" + one for one in rest[1:])
    )
    found = findings_in(a_proof(glued), [BY_ID["E-BYLINE"]])
    assert "sections[1].articles[0].body" in [one.finding.spot.field for one in found]


def test_the_days_are_held_against_the_edition() -> None:
    assert _places("E-DATE") == ["notices[0].text", "sections[0].articles[0].body"]
    assert {one.finding.severity for one in _found("E-DATE")} == {Severity.INFO}


def test_four_sentences_are_too_long() -> None:
    lengths = [int("".join(filter(str.isdigit, one.finding.message.en))) for one in _found("E-LONG")]
    assert sorted(lengths) == [115, 117, 117, 154]


def test_one_paragraph_opens_two_sentences_alike() -> None:
    assert _places("E-REPEAT") == ["sections[3].articles[1].body"]


def test_three_sources_have_no_name() -> None:
    assert len(_places("E-SOURCE")) == 3


def test_three_chinese_abbreviations_are_never_introduced() -> None:
    assert sum(not one.words.isascii() for one in _found("E-ABBR")) == 3


def test_the_district_that_looks_like_another_is_shown_when_the_house_says_so() -> None:
    pair = [["潞州区", "潞城区"]]
    assert _places("E-PLACE") == []
    assert _places("E-PLACE", lookalikes=pair) == ["sections[3].articles[1].body"]


def test_nothing_of_it_is_more_than_information() -> None:
    rules = [rule for rule in BY_ID.values() if rule.id.startswith("E-")]
    editorial = {
        "E-BYLINE",
        "E-DATE",
        "E-NAME",
        "E-PLACE",
        "E-TERM",
        "E-ABBR",
        "E-LONG",
        "E-REPEAT",
        "E-SOURCE",
    }
    found = findings_in(a_proof(_text()), [rule for rule in rules if rule.id in editorial])
    assert [one.finding.rule for one in found if one.finding.severity is not Severity.INFO] == []
