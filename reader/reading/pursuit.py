"""What a reader is after: a query, what it found, and which match they stand on."""

from __future__ import annotations

from collections.abc import Sequence

from reader.archive.edition_search import Hit, Span
from reader.archive.hit import Match, following, preceding
from reader.edition.reference import Reference
from reader.reading.place import Place


class Pursuit:
    """A search from the moment ``/`` is pressed until the reader leaves it; it remembers where that was."""

    def __init__(self, origin: Place) -> None:
        self.origin = origin
        """Where Esc returns to."""
        self.words = ""
        self.hits: tuple[Hit, ...] = ()
        self._reference: Reference | None = None
        self._span: Span | None = None

    def found(self, words: str, hits: Sequence[Hit]) -> None:
        """Take the hits of a query; the reader stands on the first match of the best hit."""
        self.words = words
        self.hits = tuple(hits)
        self._stand(self.hits[0] if self.hits else None)

    @property
    def hit(self) -> Hit | None:
        """The hit the reader stands on."""
        return next((hit for hit in self.hits if hit.reference == self._reference), None)

    @property
    def match(self) -> Span | None:
        """The match the reader stands on; None for a hit by its section or date, which has no words."""
        return self._span

    @property
    def match_count(self) -> int:
        """How many matches there are in all hits."""
        return sum(len(hit.spans) for hit in self.hits)

    @property
    def match_ordinal(self) -> int:
        """Which of all matches the reader stands on, from 1; 0 when there is none."""
        before = 0
        for hit in self.hits:
            if hit.reference == self._reference and self._span in hit.spans:
                return before + hit.spans.index(self._span) + 1
            before += len(hit.spans)
        return 0

    def matches_in(self, reference: Reference) -> tuple[Span, ...]:
        """Return every match in this piece, to be marked."""
        return next((hit.spans for hit in self.hits if hit.reference == reference), ())

    def stand_on(self, reference: Reference) -> None:
        """Go to the first match of this piece, if it is a hit."""
        self._stand(next((hit for hit in self.hits if hit.reference == reference), self.hit))

    def next(self, place: Place) -> Hit | None:
        """Go to the match after where the reader is, on into the next hit, and from the last to the first."""
        return self._take(following(self.hits, *self._from(place)))

    def previous(self, place: Place) -> Hit | None:
        """Go to the match before, back into the hit before, and from the first to the last."""
        return self._take(preceding(self.hits, *self._from(place)))

    def _from(self, place: Place) -> tuple[Reference, int, int]:
        """The match the reader stands on, or their place once they have gone on to another piece."""
        if self._span is not None and self._reference == place.reference:
            return place.reference, self._span.block, self._span.start
        return place.reference, place.block, place.character

    def _take(self, match: Match | None) -> Hit | None:
        if match is not None:
            self._reference, self._span = match.reference, match.span
        return self.hit

    def _stand(self, hit: Hit | None) -> None:
        self._reference = hit.reference if hit else None
        self._span = hit.spans[0] if hit and hit.spans else None
