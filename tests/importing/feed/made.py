"""Feeds made up for the tests: RSS 2.0, Atom, JSON Feed and OPML around what a test speaks of."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.importing.feed.feed import FEED
from reader.importing.imported import Wishes
from reader.importing.observation import Observation
from tests.importing.checked import WISHES, imports

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"'
)
CHANNEL = "<title>河湾晨报</title><link>https://hewan.example/</link><language>zh-cn</language>"
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'


def rss(*items: str, channel: str = CHANNEL, version: str = "2.0") -> bytes:
    """Return an RSS feed of these items, given as the markup within each."""
    listed = "".join(f"<item>{item}</item>" for item in items)
    text = f'<rss version="{version}" {NAMESPACES}><channel>{channel}{listed}</channel></rss>'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}'.encode()


def atom(*entries: str, feed: str = "<title>河湾晨报</title>", attributes: str = "") -> bytes:
    """Return an Atom feed of these entries, given as the markup within each."""
    listed = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<?xml version="1.0"?><feed {ATOM} {attributes}>{feed}{listed}</feed>'.encode()


def json_feed(*items: object, **fields: Any) -> bytes:
    """Return a JSON Feed of these items."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "河湾晨报",
        **fields,
        "items": list(items),
    }
    return json.dumps(feed).encode()


def opml(body: str, head: str = "<title>我的报纸</title>") -> bytes:
    """Return an OPML list with this body."""
    return f'<?xml version="1.0"?><opml version="2.0"><head>{head}</head><body>{body}</body></opml>'.encode()


def html_item(markup: str, title: str = "老桥重开") -> str:
    """Return an RSS item whose whole text is this HTML."""
    return f"<title>{title}</title><content:encoded>{html.escape(markup)}</content:encoded>"


def one(data: bytes, wishes: Wishes = WISHES) -> tuple[Edition, list[Observation]]:
    """Return the one edition of a feed, and what was told of it."""
    editions, told = imports(FEED, data, wishes)
    assert len(editions) == 1
    return editions[0], told


def edition(data: bytes, wishes: Wishes = WISHES) -> Edition:
    """Return the one edition of a feed."""
    return one(data, wishes)[0]


def article(data: bytes, wishes: Wishes = WISHES) -> Article:
    """Return the one article of a feed."""
    articles = list(edition(data, wishes).articles())
    assert len(articles) == 1
    return articles[0]


def item(markup: str) -> Article:
    """Return the article of an RSS item with this markup."""
    return article(rss(markup))


def everything(of: Article) -> str:
    """Return all the words of an article without any blanks."""
    photos = [part for photo in of.photos for part in (photo.caption, photo.alt, photo.credit)]
    parts = [of.column, of.headline, of.slug, of.deck, of.byline, of.dateline, of.source, of.summary, of.body]
    return re.sub(r"\s+", "", "\n".join(part or "" for part in (*parts, *photos)))
