"""What a finding is known by."""

from __future__ import annotations

from reader.copydesk.correct import correct
from reader.copydesk.fingerprint import problem_fingerprints
from reader.edition.wording import Wording
from reader.loading.problem import Problem
from tests.copydesk.desk import FAULTY, examined


def _prints(text: str) -> list[str]:
    return [one.fingerprint for one in examined(text, rules=("T-WIDTH",)).findings]


def test_no_two_findings_have_one_fingerprint() -> None:
    prints = _prints(FAULTY.replace("老桥昨天重新通车,", "雪,雪,雪,雪,"))
    assert len(set(prints)) == len(prints)


def test_a_fingerprint_outlives_lines_put_before_it() -> None:
    other = FAULTY.replace(
        "    articles:\n", "    articles:\n      - headline: 新的头条\n        body: 无事。\n"
    )
    assert _prints(other) == _prints(FAULTY)


def test_other_words_around_it_make_another_fingerprint() -> None:
    changed = _prints(FAULTY.replace("从下周起,", "从明年起,"))
    assert changed[:-1] == _prints(FAULTY)[:-1]
    assert changed[-1] != _prints(FAULTY)[-1]


def test_a_paragraph_put_before_or_after_leaves_fingerprints_as_they_are() -> None:
    more = FAULTY.replace("          老桥昨天", "          先说一句。\n\n          老桥昨天")
    assert _prints(more.replace("双向通行。\n", "双向通行。\n\n          再说一句。\n")) == _prints(FAULTY)


def test_marks_put_right_beside_it_leave_a_fingerprint_as_it_is() -> None:
    text = FAULTY.replace("老桥昨天重新通车,", "老桥,昨天,重新,通车,")
    found = examined(text, rules=("T-WIDTH",))
    at = next(number for number, one in enumerate(found.findings) if one.place.line == 10) + 1
    kept = found.findings[at]
    others = [one for one in found.findings if one is not kept]
    after = examined(correct(found.manuscript, others).manuscript.text, rules=("T-WIDTH",))
    assert [one.fingerprint for one in after.findings] == [kept.fingerprint]


def test_figures_of_another_width_are_the_same_words() -> None:
    assert _prints(FAULTY.replace("夜里10时", "夜里１０时")) == _prints(FAULTY)


def test_problems_are_known_by_what_is_said_and_told_apart_by_their_order() -> None:
    def problem(what: str, line: int) -> tuple[str, Problem]:
        return "S-FORMAT", Problem(line, 1, Wording("", what), Wording("", ""))

    prints = problem_fingerprints([problem("one", 3), problem("other", 4), problem("one", 5)])
    assert len(set(prints)) == 3
    assert prints == problem_fingerprints([problem("one", 30), problem("other", 40), problem("one", 50)])
    assert prints[0] != problem_fingerprints([("P-MISSING", problem("one", 3)[1])])[0]
