"""One day's paper: what stands on its front, its sections and its notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from reader.edition.article import Article
from reader.edition.notice import Notice
from reader.edition.reference import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the paper prints about itself at its head."""

    motto: str | None = None
    publisher: str | None = None
    editor: str | None = None
    lunar: str | None = None
    pages: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A named part of the paper (版) and its articles in order."""

    name: str
    page: str | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of a newspaper."""

    paper: str
    date: dt.date
    edition: str | None = None
    """City or time edition, as in 晚报版."""
    issue: str | None = None
    language: str = "zh-CN"
    timezone: str = "Asia/Shanghai"
    masthead: Masthead = field(default_factory=Masthead)
    inferred: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The time zone the paper lives in; the loader has made sure that it exists."""
        return ZoneInfo(self.timezone)

    @property
    def is_cjk(self) -> bool:
        """Is the paper written in Chinese, Japanese or Korean?"""
        return self.language.split("-")[0].lower() in {"zh", "ja", "ko", "yue", "lzh", "wuu"}

    def articles(self) -> Iterator[Article]:
        """Yield every article in reading order."""
        for section in self.sections:
            yield from section.articles

    def article(self, article_id: str) -> Article | None:
        """Return the article with this id, or None."""
        return next((article for article in self.articles() if article.id == article_id), None)

    def reference(self, article: Article) -> Reference:
        """Return the address of one of this edition's articles."""
        return Reference(self.date, article.id)

    def begins(self) -> dt.datetime:
        """Return the first instant of the edition's day, in its own time zone."""
        return dt.datetime.combine(self.date, dt.time(), self.zone)

    def last_instant(self) -> dt.datetime:
        """Return the last instant of the edition's day, in its own time zone."""
        return dt.datetime.combine(self.date, dt.time.max, self.zone)
