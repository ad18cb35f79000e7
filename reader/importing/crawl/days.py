"""Dates as crawlers write them, in names, in keys and in addresses."""

from __future__ import annotations

import datetime as dt
import re

_YEARS = range(1600, 3000)
_DATE = re.compile(
    r"(?<!\d)(?P<y>\d{4})(?:(?P<gap>[-/._])(?P<m>\d{1,2})(?P=gap)(?P<d>\d{1,2})(?!\d)"
    r"|\s?年\s?(?P<m2>\d{1,2})\s?月\s?(?P<d2>\d{1,2})\s?[日号]"
    r"|(?P<m3>\d{2})(?P<d3>\d{2})(?!\d))"
)
_IN_ADDRESS = re.compile(r"/(\d{4})-?(\d{2})/(\d{2})/|[_/](\d{4})(\d{2})(\d{2})[_./]")
_SECONDS = re.compile(r"\d{10}(?:\d{3})?\Z")
_CHINA = dt.timezone(dt.timedelta(hours=8))


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return this day, or None when there is none or the format cannot write it."""
    if year not in _YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_in(text: str) -> dt.date | None:
    """Return the first date in a text: ``2025-03-01``, ``20250301``, ``2025年3月1日``, ``2025/3/1 9:30``."""
    for match in _DATE.finditer(text):
        month = match["m"] or match["m2"] or match["m3"]
        day = match["d"] or match["d2"] or match["d3"]
        found = day_of(int(match["y"]), int(month), int(day))
        if found is not None:
            return found
    return None


def day_from(value: object) -> dt.date | None:
    """Return the day of a value of JSON: a date in text, a number like 20250301, or seconds since 1970."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    if isinstance(value, int) and not 0 < value < 10**14:
        return None  # nothing a date could be, and Python does not write every number
    text = str(value).strip()
    if _SECONDS.match(text):
        # Of a Chinese paper's site, so at its hour.
        return dt.datetime.fromtimestamp(int(text[:10]), _CHINA).date()
    return day_in(text)


def day_in_address(address: str) -> dt.date | None:
    """Return the day in an address of an electronic paper: ``…/2025-03/01/…``, ``…_20250301_1-01.htm``."""
    for match in _IN_ADDRESS.finditer(address):
        year, month, day = (part for part in match.groups() if part is not None)
        found = day_of(int(year), int(month), int(day))
        if found is not None:
            return found
    return None
