"""How far calendars and clocks go, told to whoever wrote a day or an hour beyond."""

from __future__ import annotations

import calendar
import re

from reader.edition.wording import Wording

_MONTHS = "January February March April May June July August September October November December"


def beyond_calendar(words: str) -> Wording | None:
    """Return why a date that begins these words, written as dates are, does not exist; None if it may."""
    found = re.match(r"(1[6-9]\d\d|2\d\d\d)-(\d\d)-(\d\d)(?!\d)", words, re.ASCII)
    if not found:
        return None
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12:
        return Wording("月份从 01 到 12", "months go from 01 to 12")
    days = calendar.monthrange(year, month)[1]
    if 1 <= day <= days:
        return None
    return Wording(
        "{year}年{month}月有{days}天，没有这一天", "{name} {year} has {days} days: this day does not exist"
    ).filled(year=year, month=month, days=days, name=_MONTHS.split()[month - 1])


def beyond_clock(words: str) -> Wording | None:
    """Return why the time in these words, written as times are, does not exist; None if it may."""
    found = re.search(r"T(\d\d):(\d\d)((?::\d\d(?:\.\d+)?)?)", words, re.ASCII)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if hour > 24 or (hour == 24 and (minute or found[3].strip(":0."))):
        return Wording(
            "一天到 24:00 为止，之后写第二天的钟点", "hours go to 24:00, and what is later is the next day's"
        )
    if minute > 59 or int(found[3][1:3] or 0) > 59:
        return Wording("分和秒到 59 为止", "minutes and seconds go to 59")
    return None
