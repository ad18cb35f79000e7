"""What a finding is known by."""

from __future__ import annotations

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
