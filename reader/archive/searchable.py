"""What is searched: the pieces of an edition, each with its copy folded once."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.folding import FoldedText, Folding
from reader.edition.article import Article, Kind
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.edition.reference import Reference
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role

_PARTS = {
    Role.KICKER: Part.TITLE,
    Role.HEADLINE: Part.TITLE,
    Role.DECK: Part.TITLE,
    Role.BYLINE: Part.BYLINE,
    Role.SIGNOFF: Part.BYLINE,
    Role.CREDIT: Part.BYLINE,
}
_BETWEEN = "\0"  # no blank and in no printable text, so neither words nor phrases run from piece to piece


class Span(NamedTuple):
    """Characters `start` up to `end` of the text of piece `block` of a copy."""

    block: int
    start: int
    end: int


Ranges = list[tuple[int, int]]
"""Start and end of matches in the text of a whole copy, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceFacts:
    """What a search asks about an article or a notice besides its words."""

    reference: Reference
    title: str
    section: str
    page: str | None
    kind: Kind | None
    """None for a public notice."""
    date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable(PieceFacts):
    """An article or a notice as a search sees it."""

    copy: Copy
    """Read by the search alone: a copy reads on as it is asked, which two threads must not do at once."""


def searchables(edition: Edition, copies: Callable[[Article | Notice], Copy]) -> Iterator[Searchable]:
    """Yield every article in reading order, then every notice; `copies` gives each a copy of its own."""
    for section in edition.sections:
        for article in section.articles:
            yield Searchable(
                reference=edition.reference(article),
                title=article.title,
                section=section.name,
                page=article.page or section.page,
                kind=article.kind,
                date=edition.date,
                copy=copies(article),
            )
    for notice in edition.notices:
        yield Searchable(
            reference=Reference.to_notice(edition.date, notice.id),
            title=notice.title,
            section=notice.column or ("公告" if edition.is_cjk else "Notices"),
            page=None,
            kind=None,
            date=edition.date,
            copy=copies(notice),
        )


class FoldedCopy:
    """A copy as one folded text, and the way back from it to the pieces."""

    def __init__(
        self, texts: Sequence[str], parts: Sequence[Part | None], opening: int, folding: Folding
    ) -> None:
        """Fold the texts of the pieces, in which nothing may be taken for a boundary, with their parts."""
        self._text = FoldedText(_BETWEEN.join(texts), folding)
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        self._folded_starts = self._starts
        if len(self.folded) != len(self.text):
            self._folded_starts = list(
                accumulate((len(part) + 1 for part in self.folded.split(_BETWEEN)), initial=0)
            )
        self._parts = tuple(parts)
        self._distinguished = [(block, part) for block, part in enumerate(self._parts) if part is not None]
        self.opening = opening
        """The piece in which the running text begins; 0 where there is none."""

    @classmethod
    def of(cls, copy: Copy, folding: Folding) -> FoldedCopy:
        """Return a copy folded; it is read to its end."""
        pieces = copy.all()
        texts = [without_boundaries(piece.text) for piece in pieces]
        return cls(texts, [part_of(piece) for piece in pieces], opening_of(pieces), folding)

    @property
    def folded(self) -> str:
        """The folded text of all pieces; offsets into it are *folded offsets*."""
        return self._text.folded

    @property
    def text(self) -> str:
        """The text of all pieces as displayed."""
        return self._text.text

    def __len__(self) -> int:
        return len(self._parts)

    def bounds(self, block: int) -> tuple[int, int]:
        """Return where the text of a piece begins and ends in `text`."""
        return self._starts[block], self._starts[block + 1] - 1

    def piece_text(self, block: int) -> str:
        """Return the text of a piece as it is displayed."""
        start, end = self.bounds(block)
        return self.text[start:end]

    def part(self, block: int) -> Part | None:
        """Return the part of the article this piece belongs to; None for neither title nor byline."""
        return self._parts[block]

    def parts_with(self, ranges: Ranges, *, are_folded: bool) -> set[Part | None]:
        """Return the parts in which these ranges, sorted, begin."""
        starts = self._folded_starts if are_folded else self._starts
        found: set[Part | None] = set()
        inside = 0
        for block, part in self._distinguished:
            first = bisect_left(ranges, (starts[block], 0))
            last = bisect_left(ranges, (starts[block + 1], 0))
            if first < last:
                found.add(part)
                inside += last - first
        return found | {None} if inside < len(ranges) else found

    def within(self, ranges: Ranges, parts: Container[Part | None]) -> Ranges:
        """Return the ranges of folded offsets that lie in one of these parts."""
        starts = self._folded_starts
        return [each for each in ranges if self._parts[bisect_right(starts, each[0]) - 1] in parts]

    def whole(self, ranges: Ranges) -> Ranges:
        """Return the ranges of folded offsets that begin and end where displayed characters do."""
        if len(self.folded) == len(self.text):
            return ranges
        offset = self._text.offset
        return [
            (start, end) for start, end in ranges if offset(start) is not None and offset(end) is not None
        ]

    def span(self, start: int, end: int, *, are_folded: bool) -> Span:
        """Return these characters, whole and of one piece, as the span they are displayed in."""
        if are_folded:
            first, last = self._text.offset(start), self._text.offset(end)
            assert first is not None
            assert last is not None
            start, end = first, last
        block = bisect_right(self._starts, start) - 1
        return Span(block, start - self._starts[block], end - self._starts[block])


def without_boundaries(text: str) -> str:
    """Return text in which nothing is taken for the boundary between two pieces."""
    return text.replace(_BETWEEN, "\N{SYMBOL FOR NULL}")


def opening_of(pieces: Sequence[Piece]) -> int:
    """Return the index of the piece in which the running text begins; 0 where there is none."""
    return next((index for index, piece in enumerate(pieces) if piece.role is Role.TEXT), 0)


def part_of(piece: Piece) -> Part | None:
    """Return the part of the article a piece belongs to; None for neither title nor byline."""
    return Part.BYLINE if piece.field == "issuer" else _PARTS.get(piece.role)
