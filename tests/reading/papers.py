"""Papers for these tests: a builder supplies what a test does not speak of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.edition.notice import Notice
from reader.reading.session import Session
from reader.reading.store import MemoryStore, StateStore

DAY = dt.date(2024, 12, 23)
NOON = dt.datetime(2024, 12, 23, 4, 0, tzinfo=dt.UTC)


class Clock:
    """A clock that is a second further every time it is looked at."""

    def __init__(self, now: dt.datetime = NOON, step: float = 1.0) -> None:
        self.now = now
        self.step = dt.timedelta(seconds=step)

    def __call__(self) -> dt.datetime:
        self.now += self.step
        return self.now


def an_article(article_id: str = "p01-a01", **fields: Any) -> Article:
    return Article(
        **{
            "id": article_id,
            "headline": f"稿件{article_id}",
            "body": "井边的老槐树开了花。\n\n孩子们数着落下的花瓣。\n\n傍晚有人来浇水。",
            **fields,
        }
    )


def a_notice(notice_id: str = "fog", **fields: Any) -> Notice:
    return Notice(
        **{"id": notice_id, "event": "大雾", "effective": NOON, "text": "能见度低，请慢行。", **fields}
    )


def an_edition(counts: Sequence[int] = (2, 1), *, notices: Sequence[Notice] = (), **fields: Any) -> Edition:
    """Return an edition with sections of so many articles, whose ids are their places."""
    sections = tuple(
        Section(
            name=f"第{page}版",
            page=str(page),
            articles=tuple(an_article(f"p{page:02d}-a{at:02d}") for at in range(1, count + 1)),
        )
        for page, count in enumerate(counts, 1)
    )
    return Edition(
        **{"paper": "巷口报", "date": DAY, "sections": sections, "notices": tuple(notices), **fields}
    )


def an_edition_of(*articles: Article, **fields: Any) -> Edition:
    """Return an edition with these articles in one section."""
    return Edition(
        **{
            "paper": "巷口报",
            "date": DAY,
            "sections": (Section(name="要闻", page="1", articles=articles),),
            **fields,
        }
    )


def a_session(
    edition: Edition | None = None, store: StateStore | None = None, clock: Clock | None = None
) -> Session:
    return Session(edition or an_edition(), store=store or MemoryStore(), clock=clock or Clock())
