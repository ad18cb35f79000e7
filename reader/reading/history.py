"""The pieces a reader has opened, one after the other, and the way back and forth through them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.reading.place import Address

LONGEST = 200
"""Visits kept; the oldest are forgotten first."""


class Visit(NamedTuple):
    """One piece opened once; `id` tells visits apart and sorts them by time."""

    id: str
    address: Address


class History:
    """A reader's way through the papers, like a browser's: opening something forgets the way forward.

    The same piece is never twice in a row.
    """

    def __init__(self, visits: Iterable[Visit] = ()) -> None:
        self._visits: list[Visit] = []
        for visit in visits:
            if not self._visits or self._visits[-1].address != visit.address:
                self._visits.append(visit)
        del self._visits[:-LONGEST]
        self._at = len(self._visits) - 1

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Every visit kept, oldest first."""
        return tuple(self._visits)

    @property
    def current(self) -> Visit | None:
        """The visit the reader is at, or None before the first."""
        return self._visits[self._at] if self._visits else None

    @property
    def at(self) -> int:
        """Which of `visits` is the current one, from 0; -1 before the first."""
        return self._at

    def seek(self, at: int) -> None:
        """Go to the visit with this index, the nearest there is."""
        self._at = min(max(at, 0), len(self._visits) - 1)

    @property
    def can_go_back(self) -> bool:
        """Is there an earlier visit?"""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Is there a later visit?"""
        return self._at < len(self._visits) - 1

    def push(self, visit: Visit) -> tuple[Visit, ...]:
        """Go to a new visit; return those that lay forward and are forgotten for it.

        When the reader is at that piece already, the new visit takes the old one's place.
        """
        forgotten = self._visits[self._at + 1 :]
        if self.current is not None and self.current.address == visit.address:
            forgotten.insert(0, self._visits[self._at])
            self._at -= 1
        self._visits[self._at + 1 :] = [visit]
        del self._visits[:-LONGEST]
        self._at = len(self._visits) - 1
        return tuple(forgotten)

    def back(self) -> Visit | None:
        """Go one visit back and return it; None, and nothing happens, at the first."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._visits[self._at]

    def forward(self) -> Visit | None:
        """Go one visit forward and return it; None, and nothing happens, at the last."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._visits[self._at]
