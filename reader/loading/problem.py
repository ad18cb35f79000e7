"""What is wrong with an edition, where, and what to write instead."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from reader.edition.printable import printable_line
from reader.edition.values import dataclass
from reader.edition.wording import Tongue, Wording
from reader.loading.position import unpacked

MOST_PROBLEMS = 500
"""More problems of one file than this are counted, not listed: nobody reads on, and memory is not free."""

_SHOWN_CHARACTERS = 40


class Severity(StrEnum):
    """Does a problem keep an edition from being read?"""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
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


class ProblemList:
    """The problems of one file as they are found, handed out in file order."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._unlisted = 0

    def __bool__(self) -> bool:
        return bool(self._problems)

    @property
    def has_errors(self) -> bool:
        """Is one of them more than a warning?"""
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    def error(self, at: int, what: Wording, advice: Wording) -> None:
        """Add an error at a packed position (`reader.loading.position`)."""
        self._add(at, what, advice, Severity.ERROR)

    def warning(self, at: int, what: Wording, advice: Wording) -> None:
        """Add a warning at a packed position (`reader.loading.position`)."""
        self._add(at, what, advice, Severity.WARNING)

    def _add(self, at: int, what: Wording, advice: Wording, severity: Severity) -> None:
        if len(self._problems) >= MOST_PROBLEMS:
            self._unlisted += 1
            return
        self._problems.append(Problem(*unpacked(at), what, advice, severity))

    def in_file_order(self) -> tuple[Problem, ...]:
        """Return all problems by line and column; the last one counts those not listed, if any."""
        ordered = sorted(self._problems, key=lambda problem: (problem.line, problem.column))
        if self._unlisted:
            last = ordered[-1]
            what = Wording("另有 {count} 处问题未列出", "{count} more problems are not listed")
            advice = Wording("先改正以上各处", "correct those above first")
            ordered.append(Problem(last.line, last.column, what.filled(count=self._unlisted), advice))
        return tuple(ordered)


def shown(words: str) -> str:
    """Return words of a file as a message may show them: printable, on one line, not too long."""
    line = printable_line(words[: _SHOWN_CHARACTERS + 1])
    return line if len(line) <= _SHOWN_CHARACTERS else line[:_SHOWN_CHARACTERS] + "…"
