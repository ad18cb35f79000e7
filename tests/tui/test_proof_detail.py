"""What is said of a finding beside its text."""

from __future__ import annotations

import pytest

from reader.copydesk.examine import of_problem
from reader.copydesk.proof_list import ProofList
from reader.copydesk.proof_state import ProofState
from reader.copydesk.working_copy import Pending
from reader.edition.wording import Tongue, Wording
from reader.loading.problem import Problem
from reader.proofreading.error_rate import ErrorRate
from reader.tui.proof_detail import proof_rows
from reader.tui.proof_text import View
from reader.typesetting.width import text_width
from tests.copydesk.desk import a_manuscript, examined
from tests.tui.test_proof_text import INKS, a_state


def said(state: ProofState, width: int = 70, height: int = 24, tongue: Tongue = "zh") -> list[str]:
    rows = proof_rows(state, View(width, height, INKS, tongue), "2024-12-23.yaml")
    return ["".join(text for text, _ in row) for row in rows]


def test_rule_message_both_versions_place_and_clause_stand_at_the_foot() -> None:
    rows = said(a_state())
    assert len(rows) == 24
    assert [row.strip() for row in rows[-5:]] == [
        "✗ T-WIDTH  中文里用了半角“,”",
        "- 老桥重开,车流如织",
        "+ 老桥重开，车流如织",
        "2024-12-23.yaml:7:23  同类 1/3",
        "半角标点 · GB/T 15834—2011 5.1（点号、括号占一个字位置）",
    ]


def test_in_english_too() -> None:
    rows = said(a_state(), tongue="en")
    assert rows[-5].strip() == "✗ T-WIDTH  half-width “,” in Chinese text"
    assert "1 of 3 alike" in rows[-2]


@pytest.mark.parametrize("height", [2, 3, 4, 5, 6, 8, 10, 14])
def test_with_little_room_what_matters_least_gives_way(height: int) -> None:
    rows = said(a_state(), 40, height)
    assert len(rows) == height
    assert all(text_width(row) <= 80 for row in rows)
    assert any("T-WIDTH" in row for row in rows)
    if height >= 5:
        assert any("^" in row for row in rows)
    if height >= 10:
        assert any(row.strip().startswith("+ ") for row in rows)


def test_a_long_message_goes_on_under_itself() -> None:
    found = examined(rules=("T-WIDTH",))
    words = "这条话很长" * 12
    one = found.findings[0]._replace(message=Wording(words, words))
    listed = ProofList().filled(found.manuscript, [one])
    rows = said(ProofState(manuscript=found.manuscript, listed=listed), 50)
    assert sum("这条话很长" in row for row in rows[-8:]) >= 2


def test_what_nobody_but_an_editor_can_put_right_says_what_to_do() -> None:
    manuscript = a_manuscript()
    problem = Problem(3, 1, Wording("日期不对", "a wrong date"), Wording("改正日期", "correct the date"))
    one = of_problem(problem, manuscript.lines.place(0, 0)._replace(line=3))
    listed = ProofList().filled(manuscript, [one])
    rows = said(ProofState(manuscript=manuscript, listed=listed))
    assert any("要人改：改正日期" in row for row in rows)
    assert not any(row.strip().startswith("- ") for row in rows[-3:])


def test_a_suggestion_is_said_to_be_one() -> None:
    found = examined(rules=("T-WIDTH",))
    one = found.findings[0]._replace(is_safe=False)
    listed = ProofList().filled(found.manuscript, [one])
    assert any("建议改法" in row for row in said(ProofState(manuscript=found.manuscript, listed=listed)))


def test_nothing_found_is_said_with_the_rate_and_what_is_ignored_or_not_written() -> None:
    state = ProofState(
        manuscript=a_manuscript(),
        listed=ProofList(),
        rate=ErrorRate(0.0, 1000),
        silenced=2,
        pending=Pending(3, 1),
    )
    rows = "\n".join(said(state))
    assert "没有查出问题。" in rows
    assert "加权差错率 0.0 / 万字（限 3.0）" in rows
    assert "另有 2 处已忽略" in rows
    assert "还有 4 处没写回" in rows


def test_a_filter_that_holds_nothing_says_so() -> None:
    state = a_state()
    narrowed = state.listed.narrowed(state.manuscript, "没有的词")
    rows = said(ProofState(manuscript=state.manuscript, listed=narrowed))
    assert "没有一条合得上“没有的词”；Esc 看全部" in "\n".join(rows)
