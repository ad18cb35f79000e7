"""Where a reader is: which piece of which paper, and where in it.

Values of the sitting are named tuples where those of the edition are dataclasses: they are defined on the
way to the first screen, and defining a dataclass takes a millisecond.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from reader.edition.edition import Edition
from reader.edition.reference import Reference


class IssueKey(NamedTuple):
    """One day's edition of one paper, told apart from other papers of the same day."""

    paper: str
    date: dt.date
    edition: str = ""
    """The time edition (晚报版), empty when the paper has one edition a day."""

    def __str__(self) -> str:
        return f"{_escaped(self.paper)}/{_escaped(self.edition)}/{self.date.isoformat()}"

    @classmethod
    def of(cls, edition: Edition) -> IssueKey:
        """Return the key of this edition."""
        return cls(edition.paper, edition.date, edition.edition or "")

    @classmethod
    def parse(cls, words: str) -> IssueKey:
        """Read a key as written by `str`.

        Raises:
            ValueError: there are not three parts, or the date is none.
        """
        paper, edition, day = words.split("/")
        return cls(_unescaped(paper), dt.date.fromisoformat(day), _unescaped(edition))


class Address(NamedTuple):
    """A piece of one paper among all papers: what a reader's state is kept under."""

    issue: IssueKey
    piece: str

    def __str__(self) -> str:
        return f"{self.issue}/{self.piece}"

    @property
    def reference(self) -> Reference:
        """The reference inside the paper."""
        return Reference(self.issue.date, self.piece)

    @classmethod
    def parse(cls, words: str) -> Address:
        """Read an address as written by `str`.

        Raises:
            ValueError: it is not ``paper/edition/date/piece``, or the piece is empty.
        """
        paper, edition, day, piece = words.split("/", 3)
        if not piece:
            raise ValueError(f"no piece in {words!r}")
        return cls(IssueKey(_unescaped(paper), dt.date.fromisoformat(day), _unescaped(edition)), piece)


class Place(NamedTuple):
    """A spot in a piece, kept by its text and not by its lines, so it holds at every measure."""

    reference: Reference
    block: int = 0
    """Index of the piece's block (the kicker, the headline, each paragraph…) in its copy, from 0."""
    character: int = 0
    """Offset into that block's text, in characters, from 0."""
    issue: IssueKey | None = None
    """The paper and time edition when they are not those open; None means this one's."""


def _escaped(name: str) -> str:
    return name.replace("%", "%25").replace("/", "%2F")


def _unescaped(name: str) -> str:
    return name.replace("%2F", "/").replace("%25", "%")
