"""Which marks a list shows, and in which order: what has been typed narrows it, the day sorts it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from reader.reading.marks import Mark


class MarkOrder(Enum):
    """What a list of marks is sorted by, the latest first."""

    MARKED = "marked"
    """When they were set."""
    PAPER = "paper"
    """The day of their paper; within an edition as it is read."""

    @property
    def other(self) -> MarkOrder:
        """The order the same key brings next."""
        return MarkOrder.PAPER if self is MarkOrder.MARKED else MarkOrder.MARKED


def in_order(marks: Iterable[Mark], order: MarkOrder) -> list[Mark]:
    """Return marks in this order."""
    if order is MarkOrder.MARKED:
        return sorted(marks, key=lambda mark: (mark.when, mark.address), reverse=True)
    by_address = sorted(marks, key=lambda mark: mark.address)
    return sorted(by_address, key=lambda mark: mark.reference.date, reverse=True)


class MarkSieve:
    """Finds marks by words typed, whatever the width and case of their letters (Unicode 3.13, UAX #15).

    A mark folded once is remembered, for every key typed asks for all of them again.
    """

    def __init__(self) -> None:
        from reader.archive.folding import Folding  # late: the first screen needs no search

        self._folding = Folding()
        self._folded: dict[Mark, str] = {}

    def narrowed(self, marks: Iterable[Mark], words: str) -> list[Mark]:
        """Return the marks that hold every word in title, note, paper, section, day or snippet."""
        wanted = self._folding.fold(words).split()
        return [mark for mark in marks if all(word in self._text(mark) for word in wanted)]

    def _text(self, mark: Mark) -> str:
        if mark not in self._folded:
            day = str(mark.reference.date)
            parts = (mark.title, mark.note, mark.paper, mark.section, day, mark.snippet)
            self._folded[mark] = self._folding.fold("\n".join(parts))
        return self._folded[mark]
