"""An edition as an index keeps it: what a list shows of it, and the words of every piece."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reader.archive.clause import Part
from reader.archive.searchable import opening_of, part_of, searchables, without_boundaries
from reader.edition.article import Article, Kind, Prominence
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.edition.notice_board import NoticeBoard
from reader.loading.file_state import Stamp
from reader.loading.loaded import Loaded
from reader.loading.problem import Problem
from reader.typesetting.copy import Copy, article_copy, notice_copy
from reader.typesetting.piece import Piece

# Of a notice its own words only: how it stands and when it ends depend on the day it is looked at.
_NOTICE_FIELDS = frozenset({"column", "headline", "event", "level", "issuer", "area", "text", "instruction"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPiece:
    """An article or a notice as it is searched for; its texts are those of the pieces of its copy."""

    piece: str
    """The piece of its reference: an id, ``p01-a03``, ``notice:fog-1``."""
    title: str
    section: str
    page: str | None
    kind: Kind | None
    """None for a public notice."""
    texts: tuple[str, ...]
    parts: tuple[Part | None, ...]
    """Of each text the part of the article it belongs to."""
    opening: int
    """The text in which the running text begins; 0 where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What is known of one file of a library at one stamp of it: an edition, or why it is none."""

    path: str
    """Relative to the library, with slashes."""
    stamp: Stamp
    paper: str = ""
    """Empty for a file that is no edition or cannot be read."""
    date: dt.date = dt.date.min
    edition: str | None = None
    issue: str | None = None
    articles: int = 0
    headline: str | None = None
    """The front headline, see `front`."""
    notices: int = 0
    problems: tuple[Problem, ...] = ()
    """Why it cannot be read."""
    pieces: tuple[FiledPiece, ...] = ()
    """In reading order; empty in what `IssueIndex.records` answers."""

    @property
    def is_broken(self) -> bool:
        """Should it be an edition, and cannot be read?"""
        return bool(self.problems) and not self.is_edition

    @property
    def is_edition(self) -> bool:
        """Is it an edition that could be read?"""
        return bool(self.paper)


def front(edition: Edition) -> Article | None:
    """Return the article an edition leads with: the first weighed as lead, else the first of all."""
    articles = list(edition.articles())
    leads = (article for article in articles if article.prominence is Prominence.LEAD)
    return next(leads, articles[0] if articles else None)


def filed(path: str, loaded: Loaded) -> Filed:
    """Return an edition as an index keeps it; `path` is relative to the library."""
    edition = loaded.edition
    leading = front(edition)
    return Filed(
        path=path,
        stamp=loaded.stamp,
        paper=edition.paper,
        date=edition.date,
        edition=edition.edition,
        issue=edition.issue,
        articles=sum(1 for _ in edition.articles()),
        headline=leading.title if leading else None,
        notices=len(edition.notices),
        pieces=tuple(_pieces(edition)),
    )


def _pieces(edition: Edition) -> list[FiledPiece]:
    standings = {
        standing.notice.id: standing for standing in NoticeBoard([edition]).standings(edition.last_instant())
    }

    def copy(piece: Article | Notice) -> Copy:
        if isinstance(piece, Article):
            return article_copy(edition, piece)
        return notice_copy(standings[piece.id], edition, "zh" if edition.is_cjk else "en")

    found = []
    for sought in searchables(edition, copy):
        pieces = sought.copy.all()
        texts = [
            without_boundaries(piece.text) if sought.kind is not None or _is_own(piece) else ""
            for piece in pieces
        ]
        found.append(
            FiledPiece(
                piece=sought.reference.piece,
                title=sought.title,
                section=sought.section,
                page=sought.page,
                kind=sought.kind,
                texts=tuple(texts),
                parts=tuple(map(part_of, pieces)),
                opening=opening_of(pieces),
            )
        )
    return found


def _is_own(piece: Piece) -> bool:
    return piece.field in _NOTICE_FIELDS
