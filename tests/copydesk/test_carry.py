"""Findings carried over a change."""

from __future__ import annotations

import pytest

from reader.copydesk.carry import Carriage
from reader.copydesk.examine import of_problem, problem_place
from reader.edition.wording import Wording
from reader.loading.problem import Problem
from reader.proofreading.finding import Change, Spot
from tests.copydesk.desk import examined

_BODY = "sections[0].articles[0].body"
_TWO_LONGER = Carriage([Change(_BODY, 10, 11, "三个字"), Change(_BODY, 20, 20, "、")])


@pytest.mark.parametrize(
    ("start", "end", "shift"),
    [(0, 5, 0), (9, 10, 0), (11, 12, 2), (12, 20, 2), (20, 21, 3), (30, 31, 3), (10, 11, None)],
)
def test_a_spot_moves_with_what_stands_before_it(start: int, end: int, shift: int | None) -> None:
    assert _TWO_LONGER.shift(Spot(_BODY, start, end)) == shift


@pytest.mark.parametrize(("start", "end"), [(9, 11), (10, 12), (5, 15), (18, 22)])
def test_a_spot_whose_words_are_changed_is_gone(start: int, end: int) -> None:
    assert _TWO_LONGER.shift(Spot(_BODY, start, end)) is None


def test_an_empty_spot_stays_unless_it_lies_within_what_is_changed() -> None:
    carriage = Carriage([Change(_BODY, 10, 14, "")])
    assert carriage.shift(Spot(_BODY, 10, 10)) == 0
    assert carriage.shift(Spot(_BODY, 12, 12)) is None
    assert carriage.shift(Spot(_BODY, 14, 14)) == -4


def test_another_field_does_not_move() -> None:
    assert _TWO_LONGER.shift(Spot("masthead.motto", 15, 16)) == 0


def test_a_finding_takes_its_changes_along() -> None:
    findings = examined(rules=("T-WIDTH",)).findings
    first, *rest = [one for one in findings if one.finding and one.finding.spot.field == _BODY]
    assert first.finding is not None
    change = first.finding.changes[0]
    carried = list(Carriage([change._replace(text="，、，")]).carried(findings))
    assert first not in carried
    assert len(carried) == len(findings) - 1
    moved = [one for one in carried if one.finding and one.finding.spot.field == _BODY]
    for before, after in zip(rest, moved, strict=True):
        assert before.finding is not None
        assert after.finding is not None
        assert after.finding.spot.start == before.finding.spot.start + 2
        assert after.finding.changes[0].start == before.finding.changes[0].start + 2


def test_what_came_from_no_rule_stays() -> None:
    problem = Problem(3, 1, Wording("甲", "a"), Wording("乙", "b"))
    one = of_problem(problem, problem_place(3, 1))
    assert list(_TWO_LONGER.carried([one])) == [one]
