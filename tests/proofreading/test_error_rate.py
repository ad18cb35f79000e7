"""The weighted error rate."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.wording import Wording
from reader.proofreading.error_rate import ErrorRate, characters_of, error_rate
from reader.proofreading.finding import Finding, Spot
from reader.proofreading.proof import Proof
from reader.proofreading.proofread import proofread
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, edition_yaml

_NOTHING = Wording("无", "none")
_BODY = "sections[0].articles[0].body"


def _rule(name: str, weight: float, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(
        id=name,
        name=_NOTHING,
        severity=severity,
        fixing=Fixing.NONE,
        clause=_NOTHING,
        advice=_NOTHING,
        check=lambda proof, stylebook: iter(()),
        weight=weight,
    )


_RULES = {
    rule.id: rule
    for rule in (
        _rule("E-FACT", 1),
        _rule("T-MARK", 0.1),
        _rule("N-FORM", 1),
        _rule("I-NOTE", 0, Severity.INFO),
    )
}


def _proof(body: str) -> Proof:
    return a_proof(edition_yaml(f"headline: 下雪\nbody: {body}"))


def _found(
    rule: str, start: int, end: int, field: str = _BODY, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(rule, severity, _NOTHING, _NOTHING, Spot(field, start, end), (), False, None)


def _weighted(findings: Sequence[Finding], body: str = "雪停了，路通了，车来了，人笑了。") -> float:
    return round(error_rate(findings, _proof(body), _RULES).weighted, 6)


def test_errors_and_warnings_count_what_their_rule_weighs_and_information_nothing() -> None:
    assert _weighted([_found("E-FACT", 0, 1)]) == 1
    assert _weighted([_found("E-FACT", 0, 1, severity=Severity.WARNING)]) == 1
    assert _weighted([_found("E-FACT", 0, 1, severity=Severity.INFO)]) == 0
    assert _weighted([_found("T-MARK", 3, 4), _found("E-FACT", 0, 1)]) == 1.1
    assert _weighted([_found("X-GONE", 0, 1)]) == 0


@pytest.mark.parametrize("field", ["headline", "kicker", "deck"])
def test_titles_count_double(field: str) -> None:
    assert _weighted([_found("E-FACT", 0, 1, f"sections[0].articles[0].{field}")]) == 2


@pytest.mark.parametrize(
    ("field", "weight"),
    [("masthead.editor", 2), ("paper", 2), ("date", 2), ("sections[0].name", 1), ("notices[0]", 1)],
)
def test_the_masthead_counts_double(field: str, weight: float) -> None:
    assert _weighted([_found("E-FACT", 0, 0, field)]) == weight


@given(st.integers(0, 40))
def test_forms_of_figures_count_a_tenth_each_and_one_at_most(number: int) -> None:
    body = "".join(f"{n}年" for n in range(1000, 1040))
    found = [_found("N-FORM", 5 * n, 5 * n + 5) for n in range(number)]
    assert _weighted(found, body) == round(min(1.0, number / 10), 6)


@pytest.mark.parametrize(("number", "weight"), [(1, 1), (3, 3), (7, 3)])
def test_the_same_wrong_word_counts_three_times_at_most(number: int, weight: float) -> None:
    body = "帐号，" * 8
    assert _weighted([_found("E-FACT", 3 * n, 3 * n + 2) for n in range(number)], body) == weight


def test_other_words_marks_and_whole_articles_are_not_held_for_the_same() -> None:
    body = "甲，乙，丙，丁，戊，己，"
    assert _weighted([_found("E-FACT", 2 * n, 2 * n + 1) for n in range(6)], body) == 6
    assert _weighted([_found("T-MARK", 2 * n + 1, 2 * n + 2) for n in range(6)], body) == 0.6
    assert _weighted([_found("E-FACT", 0, 0, f"sections[0].articles[{n}]") for n in range(5)], body) == 5


def test_characters_are_all_but_blanks_of_everything_printed() -> None:
    proof = a_proof(edition_yaml("headline: 下 雪\nbody: |\n  雪停了，\n  路通了。\n\n  ### 车\n"))
    assert characters_of(proof) == len("要闻") + len("下雪") + len("雪停了，路通了。") + len("车")


def test_the_rate_is_of_ten_thousand_characters() -> None:
    assert ErrorRate(2, 20_000).per_10_000 == 1
    assert ErrorRate(3, 10_000).is_over is False
    assert ErrorRate(3.1, 10_000).is_over is True
    assert ErrorRate(0, 0).per_10_000 == 0


def test_it_is_said_with_its_limit() -> None:
    rate = ErrorRate(5.4, 10_000)
    assert rate.wording.zh == "加权差错率 5.4 / 万字（限 3.0）"
    assert "5.4" in rate.wording.en
    assert "3.0" in rate.wording.en


def test_what_is_a_little_over_does_not_read_as_the_limit() -> None:
    assert "3.1" in ErrorRate(3.01, 10_000).wording.zh
    assert "3.0 /" in ErrorRate(3.0, 10_000).wording.zh


@given(st.integers(0, 60), st.integers(1, 100_000))
def test_more_errors_never_make_a_better_rate(errors: int, characters: int) -> None:
    assert ErrorRate(errors + 1, characters).per_10_000 > ErrorRate(errors, characters).per_10_000


def test_the_house_s_own_rules_are_used_unless_others_are_given() -> None:
    proof = _proof("雪停了,路通了,车来了。")
    found = proofread(proof, Stylebook())
    assert [finding.rule for finding in found if finding.rule == "T-WIDTH"] == ["T-WIDTH"] * 2
    marks = [finding for finding in found if finding.rule == "T-WIDTH"]
    assert round(error_rate(marks, proof).weighted, 6) == 0.2


def test_a_spoilt_edition_has_a_worse_rate_than_the_clean_one() -> None:
    text = clean_edition(4)
    proof = a_proof(text)
    clean = error_rate(proofread(proof, Stylebook()), proof)
    assert clean.weighted == 0
    assert not clean.is_over
    spoilt = a_proof(text.replace("，", ","))
    rate = error_rate(proofread(spoilt, Stylebook()), spoilt)
    assert rate.characters == clean.characters
    assert rate.is_over
