"""What stands at the head of a paper and of its parts, in words of the paper's own language."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reader.edition.day_words import date_words, weekday_words
from reader.edition.wording import Tongue, Wording
from reader.typesetting.article_copy import paper_tongue

if TYPE_CHECKING:
    from reader.edition.edition import Edition, Section


def imprint(edition: Edition) -> list[str]:
    """Return the lines under the paper's name: date and number, motto, who makes it; only what is given."""
    tongue = paper_tongue(edition)
    masthead = edition.masthead
    day = [
        f"{date_words(edition.date, tongue)} {weekday_words(edition.date, tongue)}",
        masthead.lunar,
        _numbered(edition.issue, Wording("第{n}期", "No. {n}"), tongue),
        edition.edition,
        _numbered(masthead.pages, Wording("今日{n}版", "{n} pages today"), tongue),
    ]
    makers = [
        _labelled(masthead.publisher, Wording("主办", "Publisher"), tongue),
        _labelled(masthead.editor, Wording("编辑", "Editor"), tongue),
    ]
    gap = "  " if tongue == "zh" else " · "
    lines = [gap.join(filter(None, day)), masthead.motto or "", gap.join(filter(None, makers))]
    return [line for line in lines if line]


def section_label(section: Section, tongue: Tongue) -> str:
    """Return a section's name with its page, when it has one: ``要闻 第01版``, ``City, page 2``."""
    if section.page is None:
        return section.name
    page = Wording(" 第{page}版", ", page {page}").say(tongue).format(page=section.page)
    return section.name + page


def notices_label(as_of: dt.date | None, tongue: Tongue) -> str:
    """Return the heading over an edition's notices; `as_of` is None when their states are those of now."""
    heading = Wording("公告", "Public notices").say(tongue)
    if as_of is None:
        return heading
    return heading + Wording("（截至 {day}）", " (as of {day})").say(tongue).format(day=as_of.isoformat())


def _numbered(value: str | None, wording: Wording, tongue: Tongue) -> str | None:
    """Put a bare number into its phrase; a value that is a phrase already stays as printed."""
    return wording.say(tongue).format(n=value) if value and value.isdecimal() else value


def _labelled(value: str | None, label: Wording, tongue: Tongue) -> str | None:
    return f"{label.say(tongue)}{'：' if tongue == 'zh' else ': '}{value}" if value else None
