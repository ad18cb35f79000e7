"""A piece of the paper in which a query was found, and the order in which its matches are gone through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.excerpt import Excerpt, excerpt
from reader.archive.matching import Found, together
from reader.archive.searchable import FoldedCopy, Span
from reader.edition.reference import Reference


class Rank(NamedTuple):
    """What orders hits: lower comes first."""

    is_heard: bool
    """Was a term found only by its pinyin? As written comes first."""
    place: int
    """Where the least prominent term stands: 0 in the title, 1 in the byline, 2 in the rest."""
    order: int
    """The place of the piece in the paper."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """An article or a notice that a query asks for."""

    reference: Reference
    title: str
    section: str
    date: dt.date
    rank: Rank
    copy: FoldedCopy = field(repr=False, compare=False)
    found: tuple[Found, ...] = field(repr=False, compare=False)

    # Of thousands of hits a list shows twenty: what is drawn from the text waits until it is asked for.

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every match in reading order; none for a query that only limits or excludes."""
        return together(self.found, self.copy)

    @property
    def snippet(self) -> str:
        """About 40 cells around the first match below the titles, which a list of hits shows anyway."""
        return self._excerpt.text

    @property
    def snippet_spans(self) -> tuple[tuple[int, int], ...]:
        """Where the matches lie in the snippet, as offsets from start to end."""
        return self._excerpt.spans

    @cached_property
    def _excerpt(self) -> Excerpt:
        block = self._shown()
        matches = [(span.start, span.end) for span in self.spans if span.block == block]
        return excerpt(self.copy.piece_text(block) if len(self.copy) else "", matches)

    def _shown(self) -> int:
        if not self.spans:
            return self.copy.opening
        below = (span.block for span in self.spans if self.copy.part(span.block) is not Part.TITLE)
        return next(below, self.spans[0].block)


class Match(NamedTuple):
    """One match of a search and the piece of the paper it is in."""

    reference: Reference
    span: Span


def following(hits: Sequence[Hit], reference: Reference, block: int, character: int) -> Match | None:
    """Return the first match after this place, in its piece or in the next hit; after the last, the first.

    A match that begins exactly here counts as behind. A piece that is no hit is left for the first hit. None:
    nothing is marked at all.
    """
    here = _place_of(hits, reference)
    if here is not None:
        later = (span for span in hits[here].spans if (span.block, span.start) > (block, character))
        if span := next(later, None):
            return Match(reference, span)
    return _in_turn(hits, 0 if here is None else here + 1, 1)


def preceding(hits: Sequence[Hit], reference: Reference, block: int, character: int) -> Match | None:
    """Return the last match before this place, as `following` does the other way round."""
    here = _place_of(hits, reference)
    if here is not None:
        spans = reversed(hits[here].spans)
        if span := next((span for span in spans if (span.block, span.start) < (block, character)), None):
            return Match(reference, span)
    return _in_turn(hits, len(hits) - 1 if here is None else here - 1, -1)


def _place_of(hits: Sequence[Hit], reference: Reference) -> int | None:
    return next((index for index, hit in enumerate(hits) if hit.reference == reference), None)


def _in_turn(hits: Sequence[Hit], start: int, step: int) -> Match | None:
    for count in range(len(hits)):
        hit = hits[(start + count * step) % len(hits)]
        if hit.spans:
            return Match(hit.reference, hit.spans[0 if step > 0 else -1])
    return None
