"""The day of an issue, as catalogues and file names write it."""

from __future__ import annotations

import datetime as dt
import re

_LONGEST = 1000
"""Characters of a text that are looked at."""

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d{4})")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})(?!\d)")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def day_of(text: str) -> dt.date | None:
    """Return the day a text names: ISO 8601, ``19181217``, ``17.12.1918`` or 1918年12月17日; else None.

    A month or a year alone is no day. Of ``3/4/1920``, which may be either, the day comes first unless it
    cannot.
    """
    text = text[:_LONGEST]
    for pattern in (_ISO, _CHINESE, _COMPACT):
        for match in pattern.finditer(text):
            day = _day(match[1], match[2], match[3])
            if day is not None:
                return day
    for match in _DAY_FIRST.finditer(text):
        day = _day(match[3], match[2], match[1]) or _day(match[3], match[1], match[2])
        if day is not None:
            return day
    return None


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
