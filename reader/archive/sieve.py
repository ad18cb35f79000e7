"""What an index is asked for: the pieces that may fulfil a query, newest first, a stage at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reader.archive.clause import Dated, OfKind, Part, Pattern, Words
from reader.archive.folding import Folding
from reader.archive.matching import may_be_heard
from reader.archive.query import Query
from reader.archive.searchable import without_boundaries
from reader.edition.article import Kind

ROW_BITS = 16
ROWS_A_DAY = 1 << ROW_BITS
"""Pieces that an index holds of one day; the fewer, the smaller the index."""


class Stage(Enum):
    """Which of the hits are wanted; each stage is a list from newest to oldest."""

    WRITTEN = "written"
    """Every term stands somewhere as written."""
    TITLE = "title"
    """Every term stands in a title, as written."""
    BYLINE = "byline"
    """Every term stands in a title or a byline, as written."""
    HEARD = "heard"
    """Some term is heard as pinyin in a title or a byline."""


class Term(NamedTuple):
    """A word or a phrase to be found; the whole folded text of one piece must hold it."""

    needle: str
    """Folded; a phrase's blanks are single spaces."""
    part: Part | None = None
    letters: str = ""
    """What may be heard as pinyin, as typed; empty: only as written."""


class PlaceKey(NamedTuple):
    """A section as an index tells them apart."""

    paper: str
    name: str
    page: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What an index can tell of a query without reading texts; what it lets through is verified.

    An index may let more through than fulfils the query, and must never keep back what does.
    """

    terms: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    stage: Stage = Stage.WRITTEN
    first: dt.date = dt.date.min
    last: dt.date = dt.date.max
    places: frozenset[int] | None = None
    """The sections, by the ids the index gives them; None: all."""
    kinds: frozenset[Kind | None] | None = None
    """None: all; None among them: public notices."""
    is_whole: bool = True
    """Does it say all that the query says? Not with a regular expression, for instance."""

    @property
    def rows(self) -> tuple[int, int]:
        """The first and the last row number of the days wanted."""
        return self.first.toordinal() << ROW_BITS, ((self.last.toordinal() + 1) << ROW_BITS) - 1


def row_of(day: dt.date, position: int) -> int:
    """Return the row number of a piece: the newest day highest, within it the first in reading order.

    Raises:
        OverflowError: an index holds no more than `ROWS_A_DAY` pieces of one day.
    """
    if not 0 <= position < ROWS_A_DAY:
        raise OverflowError(f"more than {ROWS_A_DAY} pieces of {day}")
    return (day.toordinal() << ROW_BITS) + ROWS_A_DAY - 1 - position


def nearest_row(day: dt.date, position: int) -> int:
    """Return the row number of a piece, the last of its day for all that have none."""
    return row_of(day, min(position, ROWS_A_DAY - 1))


def day_of(row: int) -> dt.date:
    """Return the day of a row number."""
    return dt.date.fromordinal(row >> ROW_BITS)


def sieve(query: Query, folding: Folding, places: frozenset[int] | None) -> Sieve:
    """Return what an index is asked for a query; `places` are the sections it limits itself to, if any."""
    first, last = dt.date.min, dt.date.max
    kinds: frozenset[Kind | None] = frozenset((*Kind, None))
    terms: list[Term] = []
    unwanted: list[Term] = []
    is_whole = True
    for clause in query.clauses:
        match clause:
            case Words():
                (unwanted if clause.is_excluded else terms).append(_term(clause, folding))
            case Dated(is_excluded=False):
                first, last = max(first, clause.first), min(last, clause.last)
            case OfKind():
                kinds = kinds - clause.kinds if clause.is_excluded else kinds & clause.kinds
            case Dated() | Pattern():
                is_whole = False
            case _:
                pass  # a section: told by `places`
    return Sieve(
        terms=tuple(terms),
        unwanted=tuple(unwanted),
        first=first,
        last=last,
        places=places,
        kinds=None if len(kinds) == len(Kind) + 1 else kinds,
        is_whole=is_whole,
    )


def _term(words: Words, folding: Folding) -> Term:
    pieces: Sequence[str] = folding.fold(without_boundaries(words.text)).split()
    return Term(" ".join(pieces), words.part, folding.fold(words.text) if may_be_heard(words) else "")
