"""The words around a finding."""

from __future__ import annotations

from reader.copydesk.around import Around, around
from reader.copydesk.examine import of_problem, problem_place
from reader.edition.wording import Wording
from reader.loading.problem import Problem
from tests.copydesk.desk import FAULTY, a_manuscript, examined


def first(text: str = FAULTY, number: int = 0, room: int = 12) -> Around:
    found = examined(text, rules=("T-WIDTH",))
    return around(found.manuscript, found.findings[number], room)


def test_a_finding_stands_between_what_is_before_and_behind_it() -> None:
    assert first() == Around("老桥重开", ",", "，", "车流如织")


def test_what_is_left_out_is_marked() -> None:
    assert first(room=2) == Around("…重开", ",", "，", "车流…")


def test_a_line_end_is_shown() -> None:
    found = examined(rules=("T-WIDTH",))
    one = next(one for one in found.findings if found.manuscript.text[: one.place.start].endswith("新板"))
    assert around(found.manuscript, one).after == "⏎栏杆刷了三遍漆。⏎⏎夜…"


def test_nothing_of_it_can_steer_a_terminal() -> None:
    words = first(FAULTY.replace("老桥重开,", '"\\e]2;x\\a老桥重开,').replace("车流如织\n", '车流如织"\n', 1))
    assert words.before == "␛]2;x␇老桥重开"


def test_what_lies_in_no_text_has_the_line_it_begins_on() -> None:
    problem = Problem(3, 1, Wording("日期不对", "a wrong date"), Wording("改正", "correct it"))
    one = of_problem(problem, problem_place(3, 1))
    assert around(a_manuscript(), one) == Around("", "date: 2024-12-23", None, "")


def test_a_line_beyond_the_file_is_its_last() -> None:
    problem = Problem(999, 1, Wording("短了", "cut"), Wording("补上", "add it"))
    assert around(a_manuscript(), of_problem(problem, problem_place(999, 1))).words == ""
