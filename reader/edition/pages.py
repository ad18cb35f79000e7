"""The printed pages of an edition: which articles and notices hang on each."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.edition.reference import page_label


class PrintedPage(NamedTuple):
    """One page: its articles in reading order, and on the first page the edition's notices."""

    label: str | None
    """The page as references write it (``01``, ``A2``); None where the edition prints none."""
    number: int
    """Which page it is, from 1."""
    sections: tuple[str, ...]
    """The names of the sections on it, in order."""
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def asked_as(self) -> str:
        """How the page can be asked for: its label, or its number where it has none."""
        return self.label or str(self.number)

    def holds(self, piece: str, *, is_notice: bool = False) -> bool:
        """Is the article (or the notice) of this id on the page?"""
        pieces: tuple[Article, ...] | tuple[Notice, ...] = self.notices if is_notice else self.articles
        return any(one.id == piece for one in pieces)


def printed_pages(edition: Edition) -> tuple[PrintedPage, ...]:
    """Return the pages of an edition in the order in which they first appear; at least one.

    An article is on the page it names, else on its section's. What names none is all on one page, as on a
    paper of a single sheet. Notices hang on the first page, where a paper prints what cannot wait.
    """
    articles: dict[str | None, list[Article]] = {}
    sections: dict[str | None, dict[str, None]] = {}
    for section in edition.sections:
        own = page_label(section.page) if section.page else None
        if not section.articles:
            articles.setdefault(own, [])
            sections.setdefault(own, {}).setdefault(section.name)
        for article in section.articles:
            label = page_label(article.page) if article.page else own
            articles.setdefault(label, []).append(article)
            sections.setdefault(label, {}).setdefault(section.name)
    filled = [label for label, held in articles.items() if held] or list(articles)[:1] or [None]
    return tuple(
        PrintedPage(
            label,
            number,
            tuple(sections.get(label, {})),
            tuple(articles.get(label, ())),
            edition.notices if number == 1 else (),
        )
        for number, label in enumerate(filled, 1)
    )


def page_named(pages: tuple[PrintedPage, ...], words: str) -> PrintedPage | None:
    """Return the page of this label (``1`` is ``01``), else the one of this number, else None."""
    words = words.strip().removeprefix("第").removesuffix("版").strip()
    wanted = page_label(words)
    named = next((page for page in pages if page.label == wanted), None)
    if named is not None or not words.isdecimal():
        return named
    return next((page for page in pages if page.number == int(words)), None)
