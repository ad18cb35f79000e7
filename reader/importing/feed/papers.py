"""Feeds as one edition: its day, its sections, what is told of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reader.edition.article import Article
from reader.edition.edition import Masthead, Section
from reader.edition.wording import Tongue, Wording
from reader.importing.feed.articles import Setting, article_of
from reader.importing.feed.item import Feed, Item
from reader.importing.feed.pictures import Pictures
from reader.importing.feed.words import line
from reader.importing.finishing import Draft, finished
from reader.importing.imported import Imported, Wishes
from reader.importing.language import language_of
from reader.importing.observation import Grade, Observation
from reader.importing.source import Source

_CHINESE = ("zh", "yue", "lzh", "wuu")
_ENOUGH_ITEMS = 20
"""Items whose titles are looked at to tell the language."""

_EMPTY = Wording("这一条没有可读的内容", "there is nothing to read in it")
_NOTHING_LOST = Wording("已略去", "it is left out")
_NO_ITEMS = Wording("里面一条也没有", "there are no entries in it")
_LATER = Wording("过些时候再下载", "download it again later")


class Part(NamedTuple):
    """A feed and the section it becomes; no section leaves that to the feed's categories."""

    feed: Feed
    section: str | None = None


class Paper(NamedTuple):
    """What a paper is called and who makes it."""

    title: str
    masthead: Masthead


def paper_of_feed(source: Source, feed: Feed, wishes: Wishes) -> Imported:
    """Return the edition of a single feed; its title is the paper's name."""
    masthead = Masthead(
        motto=feed.motto or None, publisher=feed.publisher or None, editor=feed.editor or None
    )
    return edition_of(source, Paper(feed.title, masthead), [Part(feed)], wishes)


def edition_of(source: Source, paper: Paper, parts: Sequence[Part], wishes: Wishes) -> Imported:
    """Return one edition of several feeds, dated the day of the newest item.

    Days are those of the paper's time zone: the one wished for, China's for Chinese, else each date counts
    as it is written. An item keeps its own day in its dateline.
    """
    language = wishes.language or _language(parts)
    tongue = _tongue(language, parts)
    zone = (
        ZoneInfo(wishes.timezone)
        if wishes.timezone
        else ZoneInfo("Asia/Shanghai")
        if tongue == "zh"
        else None
    )
    day = wishes.date or _newest_day(parts, zone)
    setting = Setting(day or wishes.now.date(), zone, tongue, Pictures(source))
    told: list[Observation] = []
    sections: dict[str, list[Article]] = {}
    for part in parts:
        told += part.feed.observations
        if not part.feed.items:
            told.append(Observation(Grade.DROPPED, part.feed.source, "", _NO_ITEMS, _LATER))
        is_own = part.section is None
        for name, has_column, item in _placed(part):
            around = setting._replace(origin="" if is_own else part.feed.title, has_column=has_column)
            article = article_of(item, around)
            if not (article.headline or article.body or article.summary or article.photos):
                told.append(Observation(Grade.DROPPED, part.feed.source, item.part, _EMPTY, _NOTHING_LOST))
            sections.setdefault(name, []).append(article)
    draft = Draft(
        source=source.name,
        paper=paper.title or None,
        date=day,
        language=language or None,
        masthead=paper.masthead,
        sections=tuple(Section(name=name, articles=tuple(articles)) for name, articles in sections.items()),
        observations=tuple(told),
        pictures=setting.pictures.all(),
    )
    return finished(draft, wishes)


def _placed(part: Part) -> Iterator[tuple[str, bool, Item]]:
    """Yield the items of a feed with their section, and whether their category is still to be said."""
    items = part.feed.items
    is_by_category = part.section is None and _are_sections([item.categories for item in items])
    for item in items:
        if part.section is not None:
            yield part.section, True, item
        elif item.sections:
            yield item.sections[0], True, item
        elif is_by_category:
            yield item.categories[0], False, item
        else:
            yield "", True, item


def _are_sections(categories: Sequence[tuple[str, ...]]) -> bool:
    """Are categories the sections of a paper? One to each item, and few of them; else they are tags."""
    if any(len(of_item) != 1 for of_item in categories):
        return False
    names = Counter(of_item[0] for of_item in categories)
    return len(names) > 1 and len(names) * 2 <= len(categories)


def _newest_day(parts: Sequence[Part], zone: dt.tzinfo | None) -> dt.date | None:
    moments = [item.moment for part in parts for item in part.feed.items if item.moment]
    moments = moments or [part.feed.moment for part in parts if part.feed.moment]
    newest = max(moments, key=lambda moment: moment.instant(zone), default=None)
    return newest.local(zone).date() if newest else None


def _language(parts: Sequence[Part]) -> str:
    """Return what most of the feeds say they are written in, the region in capitals."""
    named = Counter(part.feed.language.replace("_", "-") for part in parts if part.feed.language)
    if not named:
        return ""
    first, *rest = named.most_common(1)[0][0].split("-")
    return "-".join([first.lower(), *(tag.upper() if len(tag) == 2 else tag for tag in rest)])


def _tongue(language: str, parts: Sequence[Part]) -> Tongue:
    """Return the language of datelines: that of the paper, or the one its titles are written in."""
    if not language:
        items = [item for part in parts for item in part.feed.items[:_ENOUGH_ITEMS]]
        titles = [part.feed.title for part in parts] + [line(item.title) for item in items]
        language = language_of(" ".join(titles))
    return "zh" if language.split("-")[0].lower() in _CHINESE else "en"
