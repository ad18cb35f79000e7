"""What is wrong with an edition, where, and what to write instead."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reader.edition.printable import printable_line
from reader.edition.wording import Tongue, Wording
from reader.loading.position import unpacked

MOST_PROBLEMS = 500
"""After so many problems a file is not looked at further: nobody reads on, and time is not free."""

_SHOWN_CHARACTERS = 40


class Severity(StrEnum):
    """Does a problem keep an edition from being read?"""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One thing wrong; line and column count from 1, columns in characters."""

    line: int
    column: int
    what: Wording
    advice: Wording
    severity: Severity = Severity.ERROR

    def render(self, path: Path, tongue: Tongue) -> str:
        """Return ``path:line:column: what; what to do``, always one line of printable text."""
        place = f"{path}:{self.line}:{self.column}"
        return printable_line(f"{place}: {self.what.say(tongue)}; {self.advice.say(tongue)}")


class EditionError(Exception):
    """An edition that cannot be read, with every problem found in it, in file order."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__(path, problems)

    def __str__(self) -> str:
        return self.render("en")

    def render(self, tongue: Tongue) -> str:
        """Return every problem, one a line."""
        return "\n".join(problem.render(self.path, tongue) for problem in self.problems)


class TooManyProblems(Exception):
    """More errors than anyone reads: what was looking for them stops."""


class ProblemList:
    """The problems of one file as they are found, handed out in file order."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._is_broken_off = False

    def __bool__(self) -> bool:
        return bool(self._problems)

    @property
    def has_errors(self) -> bool:
        """Is one of them more than a warning?"""
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    @property
    def is_full(self) -> bool:
        """Are there as many as are listed?"""
        return len(self._problems) >= MOST_PROBLEMS

    def error(self, at: int, what: Wording, advice: Wording) -> None:
        """Add an error at a packed position (`reader.loading.position`).

        Raises:
            TooManyProblems: there are as many as are listed.
        """
        if self.is_full:
            self._is_broken_off = True
            raise TooManyProblems
        self._problems.append(Problem(*unpacked(at), what, advice, Severity.ERROR))

    def warning(self, at: int, what: Wording, advice: Wording) -> None:
        """Add a warning at a packed position; one too many is left out: it keeps nothing from being read."""
        if not self.is_full:
            self._problems.append(Problem(*unpacked(at), what, advice, Severity.WARNING))

    def forget(self) -> None:
        """Take back all that was told, because one thing explains it."""
        self._problems.clear()
        self._is_broken_off = False

    def in_file_order(self) -> tuple[Problem, ...]:
        """Return all problems by line and column; the last one says when there may be more."""
        ordered = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
        if self._is_broken_off:
            last = ordered[-1]
            what = Wording(
                "问题太多，余下的没有再找", "there are too many problems; the rest was not looked at"
            )
            advice = Wording("先改正以上各处", "correct those above first")
            ordered.append(Problem(last.line, last.column, what, advice))
        return tuple(ordered)


def shown(words: str) -> str:
    """Return words of a file as a message may show them: printable, on one line, not too long."""
    line = printable_line(words[: _SHOWN_CHARACTERS + 1])
    return line if len(line) <= _SHOWN_CHARACTERS else line[:_SHOWN_CHARACTERS] + "…"
