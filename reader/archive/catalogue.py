"""The catalogue: of every edition its date, number, size and what stands on its front."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.archive.library import Library
from reader.edition.article import Article, Prominence
from reader.edition.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One edition as a list of back issues shows it."""

    path: Path
    paper: str
    date: dt.date
    edition: str | None
    issue: str | None
    articles: int
    headline: str | None
    """The front headline, see `front`; None in an edition without articles."""


def front(edition: Edition) -> Article | None:
    """Return the article an edition leads with: the first weighed as lead, else the first of all."""
    articles = list(edition.articles())
    leads = (article for article in articles if article.prominence is Prominence.LEAD)
    return next(leads, articles[0] if articles else None)


def catalogue(library: Library) -> Iterator[Entry]:
    """Yield the entry of every readable edition by date; `library.unreadable` then names the others."""
    for file, loaded in library.editions():
        edition = loaded.edition
        leading = front(edition)
        yield Entry(
            path=file.path,
            paper=edition.paper,
            date=edition.date,
            edition=edition.edition,
            issue=edition.issue,
            articles=sum(1 for _ in edition.articles()),
            headline=leading.title if leading else None,
        )
