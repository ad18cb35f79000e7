"""Search in one edition: every word looked for in every piece, as one types."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NamedTuple

from reader.archive.folding import Folding
from reader.archive.hit import Hit
from reader.archive.pattern import PATIENCE, TimeLimit
from reader.archive.pinyin import Pinyin
from reader.archive.plan import Plan
from reader.archive.query import Query
from reader.archive.searchable import FoldedCopy, Searchable, Span, searchables
from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.typesetting.piece import Copy

__all__ = ["EditionSearch", "Hit", "Span", "matches_in"]


def never() -> bool:
    """Say that a search is not cancelled."""
    return False


class _Sought(NamedTuple):
    """A piece that is searched, and its folded copy."""

    piece: Searchable
    copy: FoldedCopy


class EditionSearch:
    """Searches the articles and notices of one edition; made anew when the edition is.

    A scan needs no index at this size (performance.md, section 4). What it prepares for a piece it keeps, so
    the first search costs more than the next. Several threads may search at once; nothing is shared between
    two of these objects.
    """

    def __init__(self, edition: Edition, copies: Callable[[Article | Notice], Copy]) -> None:
        """`copies` gives the copy of each piece as it is displayed, a new one for the search alone; it is
        called in the thread that searches first.
        """
        self._unread = searchables(edition, copies)
        self._sought: list[_Sought] = []
        self._is_read = False
        self._reading = threading.Lock()
        self._folding = Folding()
        self._pinyin: tuple[int, Pinyin] | None = None

    def prepare(self, cancelled: Callable[[], bool] = never) -> bool:
        """Read and fold what has not been yet, so that the first search is as fast as the next.

        Returns False when cancelled before the end, as a search then would be too.
        """
        while not self._is_read:
            if cancelled():
                return False
            with self._reading:
                piece = next(self._unread, None)
                if piece is None:
                    self._is_read = True
                else:
                    self._folding.fold(piece.section)  # its characters belong to the alphabet too
                    self._sought.append(_Sought(piece, FoldedCopy.of(piece.copy, self._folding)))
        return True

    def find(
        self, query: Query, cancelled: Callable[[], bool] = never, *, patience: float = PATIENCE
    ) -> list[Hit]:
        """Return every piece that fulfils the query, the best first: as written before heard as pinyin, in
        the title before the byline before the rest, then as in the paper.

        An empty query finds nothing. `cancelled` is asked before each piece; once it says yes, the search
        ends with no hits. `patience` is how many seconds the regular expressions may take in all.

        Raises:
            TooSlow: they take longer.
        """
        if query.is_empty or not self.prepare(cancelled):
            return []
        plan = Plan(query, self._folding, self._readings, TimeLimit(patience))
        hits = []
        for order, sought in enumerate(self._sought):
            if cancelled():
                return []
            hit = plan.hit(sought.piece, sought.copy, order)
            if hit is not None:
                hits.append(hit)
        return sorted(hits, key=lambda hit: hit.rank)

    def _readings(self) -> Pinyin:
        """The readings of the characters that occur in the edition."""
        known = self._pinyin
        forms = list(self._folding.values())
        if known is None or known[0] != len(forms):
            known = len(forms), Pinyin(_alphabet(forms))
            self._pinyin = known
        return known[1]


def matches_in(query: Query, copy: Copy) -> list[Span]:
    """Return every match of the query's words in one copy, to be marked in it; `copy` is read to its end.

    Raises:
        TooSlow: its regular expressions take too long.
    """
    if not query.terms:
        return []
    folding = Folding()
    folded = FoldedCopy.of(copy, folding)
    plan = Plan(Query(query.terms), folding, lambda: Pinyin(_alphabet(list(folding.values()))), TimeLimit())
    return list(plan.marks(folded))


def _alphabet(forms: list[int | str]) -> frozenset[str]:
    return frozenset("".join(chr(form) if isinstance(form, int) else form for form in forms))
