from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.loading import refusals
from reader.loading.position import packed
from reader.loading.problem import MOST_PROBLEMS, Problem, ProblemList, Severity, TooManyProblems

Refusal = Callable[[ProblemList, int], None]

AT = packed(7, 3)
REFUSALS: dict[str, Refusal] = {
    "key": lambda problems, at: refusals.refuse_key(problems, "headline", packed(2, 1), at),
    "merge": lambda problems, at: refusals.refuse_key(problems, "<<", None, at),
    "key of many": refusals.refuse_key_of_many,
    "anchor": lambda problems, at: refusals.refuse_anchor(problems, "灯", at),
    "tag": lambda problems, at: refusals.refuse_tag(problems, "!灯", at),
    "alias": lambda problems, at: refusals.refuse_alias(problems, "灯", at),
    "depth": lambda problems, at: refusals.refuse_depth(problems, 32, at),
    "number": lambda problems, at: refusals.refuse_number(problems, 1000, at),
    "document": refusals.refuse_document,
    "directive": refusals.refuse_directive,
}


def told(refuse: Refusal, at: int = AT) -> Problem:
    """Return the one problem a refusal tells."""
    problems = ProblemList()
    refuse(problems, at)
    (problem,) = problems.in_file_order()
    return problem


@pytest.mark.parametrize("refuse", REFUSALS.values(), ids=REFUSALS.keys())
class TestEveryRefusal:
    def test_is_an_error_at_its_place(self, refuse: Refusal) -> None:
        problem = told(refuse)
        assert (problem.line, problem.column, problem.severity) == (7, 3, Severity.ERROR)

    def test_says_what_to_write_instead_in_both_languages(self, refuse: Refusal) -> None:
        problem = told(refuse)
        for wording in (problem.what, problem.advice):
            assert wording.zh
            assert wording.en
            assert wording.en.isascii() or "“" in wording.en
            assert wording.zh != wording.en

    def test_fills_its_words_and_doubles_no_brace(self, refuse: Refusal) -> None:
        problem = told(refuse)
        lines = [problem.render(Path("paper.yaml"), tongue) for tongue in ("zh", "en")]
        assert [line for line in lines if "{{" in line or "{key}" in line or "{name}" in line] == []

    def test_stops_the_reading_when_there_are_too_many(self, refuse: Refusal) -> None:
        problems = ProblemList()
        for _ in range(MOST_PROBLEMS):
            refuse(problems, AT)
        with pytest.raises(TooManyProblems):
            refuse(problems, AT)


def test_a_key_written_twice_names_both_lines() -> None:
    assert told(REFUSALS["key"]).what.en == "“headline” stands twice, on lines 2 and 7"


def test_a_merge_is_not_called_a_key_written_twice() -> None:
    assert told(REFUSALS["merge"]).what.en == "“<<” merges are not read"


def test_a_limit_is_named() -> None:
    assert "32" in told(REFUSALS["depth"]).what.zh
    assert "1000" in told(REFUSALS["number"]).what.zh


@pytest.mark.parametrize("refuse", [refusals.refuse_anchor, refusals.refuse_tag, refusals.refuse_alias])
def test_a_name_is_shown_printable_and_short(refuse: Callable[[ProblemList, str, int], None]) -> None:
    what = told(lambda problems, at: refuse(problems, "\x1b[31m" + "长" * 400, at)).what.zh
    assert what.isprintable()
    assert len(what) < 80


def test_an_empty_file_is_refused_at_its_first_character() -> None:
    problem = told(lambda problems, _: refusals.refuse_emptiness(problems))
    assert (problem.line, problem.column, problem.severity) == (1, 1, Severity.ERROR)
    assert "sections" in problem.advice.en


def test_an_open_end_is_only_a_warning() -> None:
    problem = told(refusals.warn_of_open_end)
    assert (problem.line, problem.column, problem.severity) == (7, 3, Severity.WARNING)


def test_one_warning_too_many_is_left_out() -> None:
    problems = ProblemList()
    for _ in range(MOST_PROBLEMS + 1):
        refusals.warn_of_open_end(problems, AT)
    assert len(problems.in_file_order()) == MOST_PROBLEMS
