"""The day of a book: from its title as recipes write it, else from its dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

_BRACKET = re.compile(r"\s*[\[［(（]([^\[\]［］()（）]*\d[^\[\]［］()（）]*)[\]］)）]\s*\Z")
_AT_END = re.compile(
    r"[\s,，:：–—-]*(?<![\d-])(\d{4}-\d{1,2}-\d{1,2}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|\d{1,2}\.?\s+[^\W\d_]{3,12}\.?,?\s+\d{4}|[^\W\d_]{3,12}\.?\s+\d{1,2},?\s+\d{4})\s*\Z"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?\Z", re.DOTALL)
_SHORT_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?\Z")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2}|十[一二]|[一二三四五六七八九十])\s*月\s*(\d{1,2})\s*日")
_NUMBERS = re.compile(r"\d+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CHINESE_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_EVENTS = ("publication", "original-publication", "", "issued", "creation", "timestamp", "modification")


class Dated(NamedTuple):
    """A title without the day in it, and the day; `is_exact` where it is a whole date, not only a year."""

    title: str
    date: dt.date | None
    is_exact: bool


def dated(title: str, dates: Sequence[tuple[str, str]], language: str) -> Dated:
    """Return the day a book is of.

    The title's own counts first (``The Paper [Mon, 23 Dec 2024]``, ``The Paper 2024-12-23``), for it is the
    day in the maker's place; then the dates by what they are the date of. An instant is taken to a day where
    the paper is read: China's for a Chinese paper.
    """
    if (match := _BRACKET.search(title)) and (day := _day_in(match[1])):
        return Dated(title[: match.start()].strip() or title, day, True)
    if (match := _AT_END.search(title)) and (day := _day_in(match[1])) and match.start():
        return Dated(title[: match.start()], day, True)
    ranked = sorted(dates, key=lambda each: _EVENTS.index(each[0]) if each[0] in _EVENTS else len(_EVENTS))
    for _, written in ranked:
        if day := _iso_day(written, language):
            return Dated(title, day, True)
    for _, written in ranked:
        match = _SHORT_ISO.match(written)
        if match and (day := _date(int(match[1]), int(match[2] or 1), 1)):
            return Dated(title, day, False)
    return Dated(title, None, False)


def _iso_day(written: str, language: str) -> dt.date | None:
    match = _ISO.match(written.strip())
    if match is None:
        return _day_in(written)
    try:
        moment = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if moment.tzinfo is not None and language.lower().startswith("zh") and moment.year > 1900:
        moment = moment.astimezone(ZoneInfo("Asia/Shanghai"))
    return _date(moment.year, moment.month, moment.day)


def _day_in(words: str) -> dt.date | None:
    """Return the day that words name: a year of four digits, a month by name or number, a day."""
    if match := _CHINESE.search(words):
        named = _CHINESE_MONTHS.index(match[2]) + 1 if match[2] in _CHINESE_MONTHS else None
        return _date(int(match[1]), named or int(match[2]), int(match[3]))
    numbers = _NUMBERS.findall(words)
    year = next((number for number in numbers if len(number) == 4), None)
    rest = [int(number) for number in numbers if number is not year and len(number) <= 2]
    if year is None or not rest:
        return None
    month = _month_in(words)
    if month:
        # "12月" gives its number a second time.
        days = [number for number in rest if number != month or f"{number}月" not in words]
        return _date(int(year), month, days[0]) if days else None
    if len(rest) != 2:
        return None
    if numbers[0] == year:
        return _date(int(year), rest[0], rest[1])
    first, second = rest
    # Day before month, but for what can only be the other way round.
    return _date(int(year), second, first) or _date(int(year), first, second)


def _month_in(words: str) -> int | None:
    for number in range(12, 0, -1):
        if f"{number}月" in words or f"{_CHINESE_MONTHS[number - 1]}月" in words:
            return number
    found = re.findall(r"[^\W\d_]{3,}", words.lower())
    return next((_MONTHS.index(word[:3]) + 1 for word in found if word[:3] in _MONTHS), None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, or None for one that is none, or before there were papers."""
    try:
        return dt.date(year, month, day) if year >= 1600 else None
    except ValueError:
        return None
