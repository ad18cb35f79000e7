"""A date while it is typed: what the digits so far mean, near the day the reader stands on."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from typing import NamedTuple

STARTS = frozenset("0123456789０１２３４５６７８９")
"""What begins a date."""
GOES_ON = STARTS | frozenset("-/.－／．年月日号 ")
"""What may stand in one."""
MOST = 16
"""Characters of the longest date there is to type."""

_DATE = re.compile(r"(\d+)(?:([-/.年月日号])(?:(\d+)(?:([-/.月日号])(?:(\d+)[日号]?)?)?)?)?")


class Meant(NamedTuple):
    """The days a date may mean: one, or those of a month or a year, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def is_day(self) -> bool:
        """Is it one day?"""
        return self.first == self.last


def meant(words: str, near: dt.date) -> Meant | None:
    """Return what has been typed so far means; None while it means no date, or none there is.

    ``2024-12-23``, ``20241223``, ``2024年12月23日`` are a day, ``12-23`` that of the year of `near`,
    ``23`` that of its month; ``2024-12`` and ``202412`` are a month, ``2024`` a year.
    """
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", words).replace(" ", ""))
    if found is None:
        return None
    one, mark, two, second_mark, three = found.groups()
    try:
        if two is None:
            return _alone(one, mark or "", near)
        if three is not None:
            return _day(int(one), int(two), int(three)) if len(one) == 4 else None
        if len(one) == 4:
            return _month(int(one), int(two)) if second_mark not in ("日", "号") else None
        return _day(near.year, int(one), int(two)) if len(one) <= 2 and second_mark != "月" else None
    except ValueError:
        return None


def _alone(digits: str, mark: str, near: dt.date) -> Meant | None:
    """What digits without more mean, by how many there are and by the mark that follows them."""
    match len(digits):
        case 4 if mark in ("", "年", "-", "/", "."):
            return Meant(dt.date(int(digits), 1, 1), dt.date(int(digits), 12, 31))
        case 5 | 6 if not mark:
            return _month(int(digits[:4]), int(digits[4:]))
        case 7 | 8 if not mark:
            return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        case 1 | 2 if mark in ("", "日", "号"):
            return _day(near.year, near.month, int(digits))
        case 1 | 2 if mark != "年":
            return _month(near.year, int(digits))
        case _:
            return None


def _day(year: int, month: int, day: int) -> Meant:
    date = dt.date(year, month, day)
    return Meant(date, date)


def _month(year: int, month: int) -> Meant:
    first = dt.date(year, month, 1)
    return Meant(first, first.replace(day=calendar.monthrange(year, month)[1]))
