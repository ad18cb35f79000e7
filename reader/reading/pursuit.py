"""What a reader is after: a query, what it found in one edition or in all, and which match they stand on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from reader.archive.archive_search import ArchiveHit, Order
from reader.archive.edition_search import Hit, Span
from reader.archive.issue_index import Tally
from reader.edition.notice_board import NoticeBoard
from reader.edition.reference import Reference
from reader.loading.loaded import Loaded
from reader.reading.place import Address, IssueKey, Place

FIRST_LIMIT = 50
"""Hits of the back issues that are asked for at first; more as the reader comes near their end."""


class Scope(StrEnum):
    """Where is searched."""

    EDITION = "edition"
    """In the open edition."""
    ALL = "all"
    """In every edition of the library."""


class Find(NamedTuple):
    """A hit and the edition it is in."""

    hit: Hit
    issue: IssueKey | None = None
    """None: the open edition's."""
    path: Path | None = None
    page: str | None = None

    @property
    def reference(self) -> Reference:
        """The reference inside its paper."""
        return self.hit.reference

    @property
    def key(self) -> str:
        """What tells it from every other find."""
        return str(self.reference if self.issue is None else Address(self.issue, self.reference.piece))

    def is_at(self, place: Place) -> bool:
        """Is the reader, who is at this place, in this piece?"""
        same_issue = self.issue is None or place.issue is None or self.issue == place.issue
        return same_issue and self.reference == place.reference

    @classmethod
    def of(cls, found: ArchiveHit) -> Find:
        """Return a hit of the back issues as a find."""
        issue = IssueKey(found.paper, found.hit.date, found.edition or "")
        return cls(found.hit, issue, found.path, found.page)


class Home(NamedTuple):
    """The edition a search was begun in and what hung beside it, kept so that going back needs no disk."""

    path: Path
    loaded: Loaded
    board: NoticeBoard
    newest: dt.date
    """The date of the paper's newest edition."""
    lunar: str | None


class Pursuit:
    """A search from the moment ``/`` is pressed until the reader leaves it; it remembers where that was."""

    def __init__(self, origin: Place, home: Home | None = None, scope: Scope = Scope.EDITION) -> None:
        self.origin = origin
        """Where Esc returns to."""
        self.home = home
        self.scope = scope
        self.order = Order.DATE
        self.words = ""
        self.finds: tuple[Find, ...] = ()
        self.has_more = False
        """Are there hits beyond these?"""
        self.limit = FIRST_LIMIT
        self.here: int | None = None
        """How many pieces of the open edition are hits; None: not counted yet."""
        self.everywhere: Tally | None = None
        """How many pieces of all editions are hits; None: not counted yet."""
        self._at: int | None = None
        self._span: Span | None = None
        self._learned: dict[str, tuple[Span, ...]] = {}

    def seek(self) -> None:
        """Look for something else, or elsewhere: what was counted no longer holds."""
        self.here = self.everywhere = None
        self.limit = FIRST_LIMIT

    def turn(self, order: Order) -> None:
        """Have the hits of all editions in another order, from its beginning."""
        self.order, self.limit = order, FIRST_LIMIT
        self._stand(None)

    def found(self, words: str, hits: Sequence[Hit]) -> None:
        """Take what a query found in the open edition; the reader stands on the best hit's first match."""
        self._take(words, [Find(hit) for hit in hits], has_more=False)
        self.here = len(self.finds)

    def found_everywhere(self, words: str, hits: Iterable[ArchiveHit], *, has_more: bool) -> None:
        """Take what the same query, or another, found in all editions.

        Of the same query the reader goes on standing where they stand, if that is still found.
        """
        before, span = (self.find, self._span) if words == self.words else (None, None)
        learned = self._learned if words == self.words else {}
        self._take(words, [Find.of(hit) for hit in hits], has_more=has_more)
        self._learned = learned
        at = next((at for at, find in enumerate(self.finds) if before and find.key == before.key), None)
        if at is not None:
            self._at, self._span = at, span
        if not has_more:
            self.everywhere = Tally(len(self.finds))

    def _take(self, words: str, finds: list[Find], *, has_more: bool) -> None:
        self.words = words
        self.finds = tuple(finds)
        self.has_more = has_more
        self._learned = {}
        self._stand(0 if self.finds else None)

    def learn(self, key: str, spans: Sequence[Span]) -> None:
        """Take the matches of a piece as they are in its text, now that it has been read.

        An index says where to look; of a file that has changed since it may say too much.
        """
        self._learned[key] = tuple(spans)
        find, span = self.find, self._span
        if find is not None and find.key == key and span not in spans:
            reached = (span.block, span.start) if span is not None else (0, 0)
            later = (other for other in spans if (other.block, other.start) >= reached)
            self._span = next(later, spans[-1] if spans else None)

    def lose(self, key: str) -> None:
        """Take a find away whose text is not there any more; the reader goes on from the one before it."""
        at = next((at for at, find in enumerate(self.finds) if find.key == key), None)
        if at is None:
            return
        self.finds = (*self.finds[:at], *self.finds[at + 1 :])
        self.everywhere = None
        if self._at is not None and self._at >= at:
            self._stand(max(0, self._at - 1) if self.finds else None)

    def knows(self, find: Find) -> bool:
        """Are this piece's matches known from its text?"""
        return find.key in self._learned

    # -- where the reader stands ------------------------------------------------------------------

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits alone."""
        return tuple(find.hit for find in self.finds)

    @property
    def find(self) -> Find | None:
        """The find the reader stands on."""
        return None if self._at is None else self.finds[self._at]

    @property
    def hit(self) -> Hit | None:
        """The hit the reader stands on."""
        return self.find.hit if self.find is not None else None

    @property
    def match(self) -> Span | None:
        """The match the reader stands on; None for a hit by its section or date, which has no words."""
        return self._span

    @property
    def match_count(self) -> int:
        """How many matches there are in all hits."""
        return sum(len(self.spans_of(find)) for find in self.finds)

    @property
    def match_ordinal(self) -> int:
        """Which of all matches the reader stands on, from 1; 0 when there is none."""
        if self._at is None or self._span is None:
            return 0
        before = sum(len(self.spans_of(find)) for find in self.finds[: self._at])
        spans = self.spans_of(self.finds[self._at])
        return before + spans.index(self._span) + 1 if self._span in spans else 0

    @property
    def find_ordinal(self) -> int:
        """Which of all finds the reader stands on, from 1; 0 when there is none."""
        return 0 if self._at is None else self._at + 1

    def spans_of(self, find: Find) -> tuple[Span, ...]:
        """Return every match of a find."""
        return self._learned.get(find.key, find.hit.spans)

    def matches_at(self, place: Place) -> tuple[Span, ...]:
        """Return every match in the piece a place is in, to be marked."""
        return next((self.spans_of(find) for find in self.finds if find.is_at(place)), ())

    def stand_on(self, key: str) -> None:
        """Go to the first match of this piece, if it is a hit."""
        self._stand(next((at for at, find in enumerate(self.finds) if find.key == key), self._at))

    def next(self, place: Place) -> Find | None:
        """Go to the match after where the reader is, on into the next hit, and from the last to the first.

        None: there is none, or the hits after these are still to be asked for.
        """
        return self._step(place, 1)

    def previous(self, place: Place) -> Find | None:
        """Go to the match before, back into the hit before, and from the first to the last."""
        return self._step(place, -1)

    def _step(self, place: Place, by: int) -> Find | None:
        start, spot = self._from(place)
        if start is None:
            start = self._after_elsewhere(by)
        else:
            spans = self.spans_of(self.finds[start])
            ahead = spans if by > 0 else reversed(spans)
            further = (span for span in ahead if _is_beyond(span, spot, by))
            if span := next(further, None):
                self._at, self._span = start, span
                return self.find
            start += by
        for at in (start + count * by for count in range(len(self.finds))):
            if self.has_more and not 0 <= at < len(self.finds):
                return None
            find = self.finds[at % len(self.finds)]
            spans = self.spans_of(find)
            # Of a whole library even a hit without words, as by a date, is a step; in an edition it is none.
            if spans or self.scope is Scope.ALL:
                self._at = at % len(self.finds)
                self._span = spans[0 if by > 0 else -1] if spans else None
                break
        return self.find

    def _from(self, place: Place) -> tuple[int | None, tuple[int, int]]:
        """Which find the reader is in, and where: the match they stand on unless they have gone on."""
        find = self.find
        if find is not None and find.is_at(place):
            spot = self._span
            return self._at, (spot.block, spot.start) if spot is not None else (place.block, place.character)
        at = next((at for at, find in enumerate(self.finds) if find.is_at(place)), None)
        return at, (place.block, place.character)

    def _after_elsewhere(self, by: int) -> int:
        """Where to go on from a piece that is no hit: in a library of years not from the beginning."""
        if self.scope is Scope.ALL and self._at is not None:
            return self._at + by
        return 0 if by > 0 else len(self.finds) - 1

    def _stand(self, at: int | None) -> None:
        self._at = at
        spans = self.spans_of(self.finds[at]) if at is not None else ()
        self._span = spans[0] if spans else None


def _is_beyond(span: Span, spot: tuple[int, int], by: int) -> bool:
    here = (span.block, span.start)
    return here > spot if by > 0 else here < spot
