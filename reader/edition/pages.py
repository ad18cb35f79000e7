"""The printed pages of an edition: which articles and notices hang on each."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.edition.reference import page_label

MOST_ON_A_PAGE = 64
"""Articles a page holds; a broadsheet has thirty, and what is no paper at all may have thousands."""


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
    paper of a single sheet. Notices hang on the first page, where a paper prints what cannot wait. A page of
    more articles than `MOST_ON_A_PAGE` goes on as further pages: ``01``, ``01-2``.
    """
    articles: dict[str | None, list[tuple[Article, str]]] = {}
    sections: dict[str | None, dict[str, None]] = {}
    for section in edition.sections:
        own = page_label(section.page) if section.page else None
        if not section.articles:
            articles.setdefault(own, [])
            sections.setdefault(own, {}).setdefault(section.name)
        for article in section.articles:
            label = page_label(article.page) if article.page else own
            articles.setdefault(label, []).append((article, section.name))
            sections.setdefault(label, {}).setdefault(section.name)
    filled = [label for label, held in articles.items() if held] or list(articles)[:1] or [None]
    found: list[PrintedPage] = []
    for label in filled:
        held, names = articles.get(label, []), tuple(sections.get(label, {}))
        for start in range(0, max(1, len(held)), MOST_ON_A_PAGE):
            sheet = held[start : start + MOST_ON_A_PAGE]
            if len(held) > MOST_ON_A_PAGE:
                names = tuple(dict.fromkeys(name for _, name in sheet))
            notices = () if found else edition.notices
            further = f"{label}-{start // MOST_ON_A_PAGE + 1}" if label and start else label
            page = PrintedPage(
                further, len(found) + 1, names, tuple(article for article, _ in sheet), notices
            )
            found.append(page)
    return tuple(found)


def page_named(pages: tuple[PrintedPage, ...], words: str) -> PrintedPage | None:
    """Return the page of this label (``1`` is ``01``), else the one of this number, else None."""
    words = words.strip().removeprefix("第").removesuffix("版").strip()
    wanted = page_label(words)
    named = next((page for page in pages if page.label == wanted), None)
    if named is not None or not words.isdecimal():
        return named
    return next((page for page in pages if page.number == int(words)), None)
