"""Days and hours as a page prints them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

_MONTHS_WORDS = "January February March April May June July August September October November December"
_MONTHS = _MONTHS_WORDS.split()
_LATIN_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS)
_HOUR = (
    r"(?P<half>上午|下午|晚上|晚间|晚|夜间|凌晨|清晨|早上|早|中午)?\s*(?P<hour>\d{1,2})\s*"
    r"(?:(?:时|点)(?!间)\s*(?:(?P<minute>\d{1,2})\s*分?|(?P<halfhour>半))?|[:：](?P<minute2>\d{2})(?!\d))"
)
_MOMENT = re.compile(
    r"(?:(?:(?P<year>\d{4})\s*年\s*)?(?:(?P<month>\d{1,2})\s*月\s*)?(?P<day>\d{1,2})\s*日(?!报)"
    rf"|(?P<latin_day>\d{{1,2}}) (?P<latin_month>{_LATIN_MONTH})\.?(?:,? (?P<latin_year>\d{{4}}))?(?!\d)"
    r"|(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d))(?:[T\s，,]{0,2}" + _HOUR + r")?"
)
_ONLY_HOUR = re.compile(_HOUR)
_FULL_DAY = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(?<![\d./-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d./-])"
    rf"|(\d{{1,2}}) ({_LATIN_MONTH})\.?,? (\d{{4}})|({_LATIN_MONTH})\.? (\d{{1,2}}), (\d{{4}})"
)
_LATE = frozenset({"下午", "晚上", "晚间", "晚", "夜间"})
_YEARS = range(1600, 3000)


class Moment(NamedTuple):
    """A day, perhaps with an hour, and where in the text it stands."""

    start: int
    end: int
    at: dt.datetime
    """Without a zone: that of the paper."""
    has_hour: bool


def full_days(text: str) -> Iterator[tuple[int, dt.date]]:
    """Yield every day printed with its year and where it stands; 31日 of a short month is none."""
    for match in _FULL_DAY.finditer(text):
        parts = [part for part in match.groups() if part]
        if match[7]:
            year, month, day = parts[2], str(_month(parts[1])), parts[0]
        elif match[10]:
            year, month, day = parts[2], str(_month(parts[0])), parts[1]
        else:
            year, month, day = parts
        found = _date(int(year), int(month), int(day))
        if found is not None:
            yield match.start(), found


def moments(text: str, year: int | None) -> Iterator[Moment]:
    """Yield every day and hour of a text; what one leaves out (year, month, day) is that of the one before.

    `year` is the year of the first ones without; a day whose year nobody says is left out. 24时 is 0时 of
    the next day (GB/T 7408.1).
    """
    month: int | None = None
    day: dt.date | None = None
    at = 0
    while True:
        whole, hour = _MOMENT.search(text, at), _ONLY_HOUR.search(text, at)
        if whole is None and hour is None:
            return
        if whole is not None and (hour is None or whole.start() <= hour.start()):
            match, at = whole, whole.end()
            year, month, day = _resolved(whole, year, month, day)
        else:
            assert hour is not None
            match, at = hour, hour.end()
        clock = _clock(match)
        if day is not None and clock is not None:
            moment = dt.datetime.combine(day, dt.time()) + clock
            yield Moment(match.start(), match.end(), moment, match["hour"] is not None)


def _resolved(
    match: re.Match[str], year: int | None, month: int | None, day: dt.date | None
) -> tuple[int | None, int | None, dt.date | None]:
    if match["iso"]:
        parts = [int(part) for part in re.split(r"[-/.]", match["iso"])]
        found = _date(*parts)
        return (found.year, found.month, found) if found else (year, month, day)
    if match["latin_day"]:
        year = int(match["latin_year"]) if match["latin_year"] else year
        month = _month(match["latin_month"])
        return year, month, _date(year, month, int(match["latin_day"])) if year is not None else None
    year = int(match["year"]) if match["year"] else year
    month = int(match["month"]) if match["month"] else month
    found = _date(year, month, int(match["day"])) if year is not None and month is not None else None
    return year, month, found


def _clock(match: re.Match[str]) -> dt.timedelta | None:
    """Return the time of day, nothing said being its beginning; None for what is no hour."""
    if match["hour"] is None:
        return dt.timedelta()
    hour = int(match["hour"])
    minute = 30 if match["halfhour"] else int(match["minute"] or match["minute2"] or 0)
    if match["half"] in _LATE and hour < 12:
        hour += 12
    return dt.timedelta(hours=hour, minutes=minute) if hour <= 24 and minute < 60 else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month[:3] == word[:3])
