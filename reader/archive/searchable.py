"""What is searched: the pieces of an edition, each with its copy folded once."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """An article or a notice as a search sees it."""

    reference: Reference
    title: str
    section: str
    page: str | None
    kind: Kind | None
    """None for a public notice."""
    date: dt.date
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

    def __init__(self, copy: Copy, folding: Folding) -> None:
        pieces = copy.all()
        self._starts = list(accumulate((len(piece.text) + 1 for piece in pieces), initial=0))
        self._parts = tuple(map(_part, pieces))
        self._text = FoldedText(_BETWEEN.join(piece.text for piece in pieces), folding)
        self.opening = next((i for i, piece in enumerate(pieces) if piece.role is Role.TEXT), 0)
        """The piece in which the running text begins; 0 where there is none."""

    @property
    def folded(self) -> str:
        """The folded text of all pieces."""
        return self._text.folded

    def __len__(self) -> int:
        return len(self._parts)

    def text(self, block: int) -> str:
        """Return the text of a piece as it is displayed."""
        return self._text.text[self._starts[block] : self._starts[block + 1] - 1]

    def part(self, block: int) -> Part | None:
        """Return the part of the article this piece belongs to; None for neither title nor byline."""
        return self._parts[block]

    def span(self, start: int, end: int) -> Span | None:
        """Return the characters displayed for a stretch of the folded text.

        None: it begins or ends inside a character, or runs over the end of a piece.
        """
        first, last = self._text.offset(start), self._text.offset(end)
        if first is None or last is None:
            return None
        block = bisect_right(self._starts, first) - 1
        offset = self._starts[block]
        return Span(block, first - offset, last - offset) if last < self._starts[block + 1] else None


def _part(piece: Piece) -> Part | None:
    return Part.BYLINE if piece.field == "issuer" else _PARTS.get(piece.role)
