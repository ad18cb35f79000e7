"""Days and moments in words, as a Chinese and an English paper print them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from reader.edition.wording import Tongue, Wording

_WEEKDAYS = (
    Wording("星期一", "Monday"),
    Wording("星期二", "Tuesday"),
    Wording("星期三", "Wednesday"),
    Wording("星期四", "Thursday"),
    Wording("星期五", "Friday"),
    Wording("星期六", "Saturday"),
    Wording("星期日", "Sunday"),
)
_SHORT_WEEKDAYS = (tuple("一二三四五六日"), ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
# English month names of our own: strftime would take the process's locale.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def weekday_words(day: dt.date, tongue: Tongue) -> str:
    """Return the day's name: ``星期一``, ``Monday``."""
    return _WEEKDAYS[day.weekday()].say(tongue)


def date_words(day: dt.date, tongue: Tongue, *, with_year: bool = True) -> str:
    """Return the date: ``2024年12月23日`` or ``12月23日``, ``23 Dec 2024`` or ``23 Dec`` (GB/T 15835 4.1)."""
    if tongue == "zh":
        return f"{f'{day.year}年' if with_year else ''}{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if with_year else ''}"


def month_words(year: int, month: int, tongue: Tongue) -> str:
    """Return the month: ``2024年12月``, ``Dec 2024``."""
    return f"{year}年{month}月" if tongue == "zh" else f"{_MONTHS[month - 1]} {year}"


def short_weekdays(tongue: Tongue) -> tuple[str, ...]:
    """Return the days of the week from Monday on as a calendar heads its columns, two cells each."""
    return _SHORT_WEEKDAYS[tongue == "en"]


def moment_words(at: dt.datetime, zone: ZoneInfo, tongue: Tongue, *, year: int | None = None) -> str:
    """Return an instant in this zone: ``2024年12月23日0时``, ``23 Dec 2024 00:00``; minutes in Chinese only
    where there are any, no year where it is `year`.
    """
    there = at.astimezone(zone)
    day = date_words(there.date(), tongue, with_year=there.year != year)
    if tongue == "zh":
        return f"{day}{there.hour}时{f'{there.minute}分' if there.minute else ''}"
    return f"{day} {there.hour:02d}:{there.minute:02d}"


def end_words(at: dt.datetime, zone: ZoneInfo, tongue: Tongue, *, year: int | None = None) -> str:
    """Return the instant a span ends at, as `moment_words` does, but midnight as the end of the day before:
    ``2024年12月23日24时``, ``23 Dec 2024 24:00`` (ISO 8601-1:2019/Amd 1:2022; GB/T 7408.1).

    0时 of the next day, as an end, reads as a day more.
    """
    there = at.astimezone(zone)
    if there.time() != dt.time() or there.date() == dt.date.min:
        return moment_words(at, zone, tongue, year=year)
    last = there.date() - dt.timedelta(days=1)
    day = date_words(last, tongue, with_year=last.year != year)
    return f"{day}24时" if tongue == "zh" else f"{day} 24:00"
