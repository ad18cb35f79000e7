from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.wording import Wording
from reader.loading.position import line_of, packed, unpacked
from reader.loading.problem import (
    MOST_PROBLEMS,
    EditionError,
    Problem,
    ProblemList,
    Severity,
    TooManyProblems,
    shown,
)

WHAT = Wording("不对", "this is wrong")
ADVICE = Wording("改正", "correct it")


def test_a_problem_is_one_line_with_its_place_and_advice() -> None:
    problem = Problem(7, 19, WHAT, ADVICE)
    assert problem.render(Path("a/b.yaml"), "en") == "a/b.yaml:7:19: this is wrong; correct it"
    assert problem.render(Path("a/b.yaml"), "zh") == "a/b.yaml:7:19: 不对; 改正"
    broken = Problem(1, 1, Wording("甲\n乙", "a\nb"), ADVICE)
    assert "\n" not in broken.render(Path("x\n\x1b.yaml"), "zh")


def test_an_error_says_every_problem_in_order() -> None:
    error = EditionError(Path("b.yaml"), (Problem(1, 2, WHAT, ADVICE), Problem(3, 4, WHAT, ADVICE)))
    assert error.render("zh") == "b.yaml:1:2: 不对; 改正\nb.yaml:3:4: 不对; 改正"
    assert str(error) == error.render("en")


def test_problems_come_out_in_file_order_however_they_went_in() -> None:
    problems = ProblemList()
    assert not problems
    for line, column in ((3, 1), (1, 9), (1, 2), (2, 5)):
        problems.error(packed(line, column), WHAT, ADVICE)
    assert [(p.line, p.column) for p in problems.in_file_order()] == [(1, 2), (1, 9), (2, 5), (3, 1)]


def test_a_warning_alone_is_no_error() -> None:
    problems = ProblemList()
    problems.warning(0, WHAT, ADVICE)
    assert (bool(problems), problems.has_errors) == (True, False)
    problems.error(0, WHAT, ADVICE)
    assert (bool(problems), problems.has_errors) == (True, True)
    assert [problem.severity for problem in problems.in_file_order()] == [Severity.WARNING, Severity.ERROR]


def test_after_more_errors_than_anyone_reads_the_search_ends_and_says_so() -> None:
    problems = ProblemList()
    for line in range(MOST_PROBLEMS):
        problems.error(packed(line + 1, 1), WHAT, ADVICE)
    assert len(problems.in_file_order()) == MOST_PROBLEMS
    with pytest.raises(TooManyProblems):
        problems.error(0, WHAT, ADVICE)
    found = problems.in_file_order()
    assert len(found) == MOST_PROBLEMS + 1
    assert "too many problems" in found[-1].what.en


def test_warnings_without_end_keep_nothing_from_being_read() -> None:
    problems = ProblemList()
    for line in range(MOST_PROBLEMS + 7):
        problems.warning(packed(line + 1, 1), WHAT, ADVICE)
    assert len(problems.in_file_order()) == MOST_PROBLEMS
    assert not problems.has_errors


@given(st.integers(1, 10**7), st.integers(1, 2**28))
def test_a_packed_place_is_the_place(line: int, column: int) -> None:
    at = packed(line, column)
    assert unpacked(at) == (line, column)
    assert line_of(at) == line
    assert at < packed(line + 1, 1)


@given(st.text())
def test_words_in_a_message_are_short_and_printable(words: str) -> None:
    said = shown(words)
    assert "\n" not in said
    assert "\x1b" not in said
    assert len(said) <= 41


def test_words_that_are_cut_say_so() -> None:
    assert shown("字" * 40) == "字" * 40
    assert shown("字" * 41) == "字" * 40 + "…"


def test_what_was_told_can_be_taken_back() -> None:
    problems = ProblemList()
    for _ in range(MOST_PROBLEMS):
        problems.error(0, WHAT, WHAT)
    with pytest.raises(TooManyProblems):
        problems.error(0, WHAT, WHAT)
    problems.forget()
    assert not problems
    problems.error(0, WHAT, WHAT)
    assert len(problems.in_file_order()) == 1
