"""A query made ready for many pieces: what is cheap to ask is asked first."""

from __future__ import annotations

from collections.abc import Callable, Container

from reader.archive.clause import Part, Pattern, Words
from reader.archive.folding import Folding
from reader.archive.hit import Hit, Rank
from reader.archive.limits import limit
from reader.archive.matching import EVERYWHERE, Found, Matcher, matcher, together
from reader.archive.pattern import TimeLimit
from reader.archive.pinyin import Pinyin
from reader.archive.query import Query
from reader.archive.searchable import FoldedCopy, PieceFacts, Span

_PLACES = {Part.TITLE: 0, Part.BYLINE: 1, None: 2}


class Plan:
    """Decides for piece after piece whether it fulfils a query."""

    def __init__(
        self,
        query: Query,
        folding: Folding,
        pinyin: Callable[[], Pinyin],
        time_limit: TimeLimit,
        heard_in: Container[Part | None] = EVERYWHERE,
    ) -> None:
        terms = [clause for clause in query.clauses if isinstance(clause, Words | Pattern)]
        # Of the terms the patterns come last: they cost most, and cost nothing where a word is missing.
        terms.sort(key=lambda term: isinstance(term, Pattern))
        self._limits = [
            limit(clause, folding, pinyin)
            for clause in query.clauses
            if not isinstance(clause, Words | Pattern)
        ]
        self._wanted: list[Matcher] = []
        self._unwanted: list[Matcher] = []
        for term in terms:
            side = self._unwanted if term.is_excluded else self._wanted
            side.append(matcher(term, folding, pinyin, time_limit, heard_in))

    def hit(self, piece: PieceFacts, copy: FoldedCopy, order: int) -> Hit | None:
        """Return the piece, the `order`-th of the paper, as a hit; None when it does not fulfil the query.

        Raises:
            TooSlow: the time for regular expressions is used up.
        """
        if not all(keeps_within(piece) for keeps_within in self._limits):
            return None
        found: list[Found] = []
        for wanted in self._wanted:
            matches = wanted.find(copy)
            if not matches.ranges:
                return None
            found.append(matches)
        if any(unwanted.find(copy).ranges for unwanted in self._unwanted):
            return None
        return Hit(
            reference=piece.reference,
            title=piece.title,
            section=piece.section,
            date=piece.date,
            rank=Rank(not all(each.is_written for each in found), _place(found, copy), order),
            copy=copy,
            found=tuple(found),
        )

    def marks(self, copy: FoldedCopy) -> tuple[Span, ...]:
        """Return the matches of every wanted term, whatever the piece and whether or not the others match."""
        return together([wanted.find(copy) for wanted in self._wanted], copy)


def _place(found: list[Found], copy: FoldedCopy) -> int:
    """Return where the least prominent term stands, each counted at its most prominent match."""
    parts = (copy.parts_with(each.ranges, are_folded=each.are_folded) for each in found)
    return max((min(_PLACES[part] for part in each) for each in parts), default=_PLACES[None])
