"""An edition's contents in the order they are read: every article, then the notices."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.article import Article, Kind
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.edition.reference import Reference, page_label
from reader.edition.wording import Wording

NOTICES = Wording("公告", "Notices")
"""The name of the last section, in the paper's own language."""


class Item(NamedTuple):
    """One line of the contents: an article or a notice; exactly one of the two is given."""

    reference: Reference
    title: str
    section: str
    section_index: int
    """Which of `sections` it stands in, from 0."""
    page: str | None = None
    article: Article | None = None
    notice: Notice | None = None

    @property
    def is_notice(self) -> bool:
        """Is it a notice and not an article?"""
        return self.notice is not None

    @property
    def kind(self) -> Kind | None:
        """The article's kind; None for a notice."""
        return self.article.kind if self.article else None


class ContentsSection(NamedTuple):
    """A section as the sidebar shows it: a head, and how many items follow."""

    name: str
    at: int
    """Which of the sections it is, from 0."""
    page: str | None
    first: int
    """Index of its first item in `contents`, from 0; that of the next section's when it is empty."""
    size: int
    """How many items it has."""
    is_notices: bool = False

    @property
    def label(self) -> str:
        """The page as papers print it (``01``), or the section's ordinal when it gives none."""
        return page_label(self.page) if self.page else f"{self.at + 1:02d}"


def contents(edition: Edition) -> tuple[Item, ...]:
    """Return every article in reading order, then the notices as a last section."""
    # By position: an edition of a thousand pages has its contents worked out before it shows a word.
    articles = [
        Item(
            edition.reference(article),
            article.title,
            section.name,
            index,
            article.page or section.page,
            article,
        )
        for index, section in enumerate(edition.sections)
        for article in section.articles
    ]
    notices = [
        Item(
            reference=Reference.to_notice(edition.date, notice.id),
            title=notice.title,
            section=_notices_name(edition),
            section_index=len(edition.sections),
            notice=notice,
        )
        for notice in edition.notices
    ]
    return (*articles, *notices)


def sections(edition: Edition) -> tuple[ContentsSection, ...]:
    """Return the sections that `contents` runs through, empty ones too; notices last, when there are any."""
    found = []
    first = 0
    for index, section in enumerate(edition.sections):
        count = len(section.articles)
        found.append(ContentsSection(name=section.name, at=index, page=section.page, first=first, size=count))
        first += count
    if edition.notices:
        found.append(
            ContentsSection(
                name=_notices_name(edition),
                at=len(found),
                page=None,
                first=first,
                size=len(edition.notices),
                is_notices=True,
            )
        )
    return tuple(found)


def _notices_name(edition: Edition) -> str:
    return NOTICES.say("zh" if edition.is_cjk else "en")
