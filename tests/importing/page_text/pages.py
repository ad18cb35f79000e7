"""Pages for the tests: made up, read with nobody having said anything, and what is in an edition's fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.importing.imported import Wishes
from reader.importing.observation import Grade, Observation
from reader.importing.page_text.importer import PAGE_TEXT
from tests.importing.checked import WISHES, imports


def read_page(text: str, wishes: Wishes = WISHES) -> tuple[Edition, list[Observation]]:
    """Return the edition of a page and what was told."""
    editions, told = imports(PAGE_TEXT, text.encode(), wishes)
    assert len(editions) == 1
    return editions[0], told


def articles(text: str, wishes: Wishes = WISHES) -> list[Article]:
    """Return the articles of a page."""
    return list(read_page(text, wishes)[0].articles())


def told_of(told: list[Observation], grade: Grade) -> list[str]:
    """Return what was told of this grade, in English."""
    return [observation.what.en for observation in told if observation.grade is grade]


def fields_of(edition: Edition) -> Iterator[str]:
    """Yield every text the page can have given: not what finishing fills in."""
    for article in edition.articles():
        yield from filter(None, _article_texts(article))
    for notice in edition.notices:
        yield from filter(None, _notice_texts(notice))


def ink(text: str) -> Counter[str]:
    """Return how often each character that is not blank stands in a text."""
    return Counter(text.translate(dict.fromkeys(map(ord, "\\ \n"))).replace("\u3000", ""))


def _article_texts(article: Article) -> list[str | None]:
    photos = [text for photo in article.photos for text in (photo.caption, photo.credit, photo.alt)]
    body = article.body.replace("### ", "") if article.body.startswith("### ") else article.body
    return [
        article.column,
        article.kicker,
        article.headline,
        article.deck,
        article.byline,
        article.dateline,
        article.source,
        body.replace("\n### ", "\n"),
        article.signoff,
        *photos,
    ]


def _notice_texts(notice: Notice) -> list[str | None]:
    return [notice.column, notice.headline, notice.text, notice.instruction]
