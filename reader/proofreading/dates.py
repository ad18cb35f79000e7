"""The dates a text gives, in Chinese and in English, with the weekday that stands beside them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

_NUMERALS = {character: value for value, character in enumerate("零一二三四五六七八九十")} | {"〇": 0, "○": 0}
_CHINESE = re.compile(
    r"(?<![\d.·/／第])(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]"
)
_YEAR = re.compile(
    r"(?:(?P<year>(?<![\d.])\d{4}|[一二][〇○零一二三四五六七八九]{3}) ?年 ?"
    r"|(?P<word>[今去前明当同次翌那这来上每历某]年) ?)\Z"
)
_OTHER_CALENDAR = re.compile(r"(?:[农阴夏旧藏回]历|闰)[^，。；]{0,6}\Z")
_CHINESE_WEEKDAY = (
    r"(?:(?:星期|礼拜)(?P<long>[一二三四五六日天])|[周週](?P<short>[一二三四五六日])"
    r"(?=[，。、；：）)早晚上下中午夜凌清傍的是\s]|\Z))(?![至到—～~\-、和及])"
)
_CHINESE_AFTER = re.compile(rf"[是，,]?[ 　]?[（(]?{_CHINESE_WEEKDAY}")
_CHINESE_BEFORE = re.compile(
    r"(?<![至到—～~、和及每逢])(?:(?:星期|礼拜)(?P<long>[一二三四五六日天])"
    r"|[本上下这]?[周週](?P<short>[一二三四五六日]))[（( 　]?\Z"
)
_WEEKDAYS = "一二三四五六日"

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = (
    r"(?P<month>"
    + "|".join(
        rf"{name[:3]}(?:{name[3:]}|{'t' if name == 'September' else ''}\.?)" if len(name) > 3 else name
        for name in _MONTH_NAMES
    )
    + r")"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_AFTER_YEAR = r"(?:,?\s(?P<year>\d{4})(?!\d|,\d))?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s{_DAY}(?![\w:%]|[.,]\d){_AFTER_YEAR}")
_DAY_FIRST = re.compile(rf"(?<![\d.,$€£:-]){_DAY}\s(?:of\s)?{_MONTH}(?!\w){_AFTER_YEAR}")
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_WEEKDAY = r"(?P<name>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_ENGLISH_AFTER = re.compile(rf"(?:\s?\(|, a | is a | was a ){_ENGLISH_WEEKDAY}(?![\w-])")
_ENGLISH_BEFORE = re.compile(
    rf"(?<!to )(?<!and )(?<!through )(?<![-–/])\b{_ENGLISH_WEEKDAY},?\s\(?(?:the )?\Z"
)
_SHIFTS = {"今年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "来年": 1}


class Weekday(NamedTuple):
    """The weekday a text gives to a date: 0 for Monday to 6 for Sunday, and where its word stands."""

    number: int
    start: int
    end: int


class WrittenDate(NamedTuple):
    """A date as a text gives it: the month and the day at least."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    year_word: str = ""
    """As 去年 or 当年, where it stands for the year."""
    is_in_figures: bool = True
    """12月18日 as against 十二月十八日."""

    @property
    def is_possible(self) -> bool:
        """Is there such a day, in its year or, without one, in any?"""
        year = self.year or 2000
        return 1 <= self.month <= 12 and 1 <= self.day <= calendar.monthrange(year, self.month)[1]

    def resolved(self, near: dt.date) -> dt.date | None:
        """Return the day meant by a paper of the day `near`, or None where that cannot be told.

        Without a year it is the nearest such day: a paper of 2 January that writes 12月31日 means the day
        before yesterday.
        """
        if self.year_word:
            shift = _SHIFTS.get(self.year_word)
            return None if shift is None else self._in_year(near.year + shift)
        if self.year is not None:
            return self._in_year(self.year)
        days = [self._in_year(near.year + shift) for shift in (-1, 0, 1)]
        return min((day for day in days if day), key=lambda day: abs(day - near), default=None)

    def _in_year(self, year: int) -> dt.date | None:
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


def written_dates(text: str, *, is_han: bool) -> Iterator[WrittenDate]:
    """Yield the dates of a text in order, possible or not; not those of other calendars (农历八月十五日)."""
    yield from _chinese_dates(text) if is_han else _english_dates(text)


def _chinese_dates(text: str) -> Iterator[WrittenDate]:
    if "月" not in text:
        return
    for match in _CHINESE.finditer(text):
        start = match.start()
        before = text[max(0, start - 12) : start]
        if before.endswith("个") or _OTHER_CALENDAR.search(before):
            continue
        month, day = _number(match["month"]), _number(match["day"])
        year = _YEAR.search(before)
        if year:
            start -= len(before) - year.start()
        in_figures = match["month"].isascii() and match["day"].isascii()
        number = _year(year["year"]) if year and year["year"] else None
        yield WrittenDate(start, match.end(), number, month, day, (year and year["word"]) or "", in_figures)


def _number(word: str) -> int:
    """Read 12, 十二, 二十一, 三."""
    if word.isascii():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _NUMERALS[word] if len(word) == 1 else 0
    return (_NUMERALS.get(tens, 0) if tens else 1) * 10 + (_NUMERALS.get(ones, 0) if ones else 0)


def _year(word: str) -> int:
    return int(word) if word.isascii() else int("".join(str(_NUMERALS[one]) for one in word))


def _english_dates(text: str) -> Iterator[WrittenDate]:
    matches = [*_MONTH_FIRST.finditer(text), *_DAY_FIRST.finditer(text)]
    end = 0
    for match in sorted(matches, key=lambda one: (one.start(), -one.end())):
        if match.start() < end:  # the same month read once from either side
            continue
        end = match.end()
        month = next(n for n, name in enumerate(_MONTH_NAMES, 1) if name.startswith(match["month"][:3]))
        year = int(match["year"]) if match["year"] else None
        yield WrittenDate(match.start(), end, year, month, int(match["day"]))


def weekday_beside(text: str, date: WrittenDate, *, is_han: bool) -> Weekday | None:
    """Return the weekday a text gives to one of its dates: 12月18日（星期三）, “Wednesday, December 18”."""
    after = (_CHINESE_AFTER if is_han else _ENGLISH_AFTER).match(text, date.end)
    if after:
        return _weekday(after, 0)
    start = max(0, date.start - 16)
    before = (_CHINESE_BEFORE if is_han else _ENGLISH_BEFORE).search(text[start : date.start])
    return _weekday(before, start) if before else None


def _weekday(match: re.Match[str], shift: int) -> Weekday:
    names = match.groupdict()
    if name := names.get("name"):
        number = next(n for n, day in enumerate(_WEEKDAY_NAMES) if day.startswith(name[:3]))
        end = match.end("name")
        rest = re.compile(r"day|\.").match(match.string, end)
        return Weekday(number, shift + match.start("name"), shift + (rest.end() if rest else end))
    group = "long" if names["long"] else "short"
    number = _WEEKDAYS.index(names[group].replace("天", "日"))
    length = 3 if group == "long" else 2
    return Weekday(number, shift + match.end(group) - length, shift + match.end(group))


def like_weekday(word: str, number: int) -> str:
    """Return another weekday in the form of this one: 星期三, 周三, Wednesday, Wed."""
    if not word.isascii():
        return word[:-1] + _WEEKDAYS[number]
    name = _WEEKDAY_NAMES[number]
    if word.endswith("day"):
        return name
    return name[:3] + ("." if word.endswith(".") else "")
