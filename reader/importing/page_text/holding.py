"""From when until when a warning holds."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from reader.importing.page_text.moments import Moment, Unsaid

_UNTIL_LIFTED = re.compile(
    r"解除时间[^。；，,]{0,6}(?:另行|再行)|另行通知|until further notice", re.IGNORECASE
)
_SINCE = re.compile(r"\s*(?:起|启动|开始|生效|发布|升级|进入|实施|实行|，?\s*(?:经研究，?)?(?:决定)?启动)")
_START_WORD = re.compile(
    r"(?:自|从|于|定于|拟于|将于|\b(?:from|since|starting|beginning|effective)(?: at)?)\s*\Z", re.IGNORECASE
)
_RANGE = re.compile(
    r"\s*(?:起|开始)?[，,]?\s*(?:至|到|直至|持续至|—{1,2}|–|－|-|~|～|\b(?:to|until|till|through))\s*\Z"
)
_UNTIL = re.compile(
    r"(?:截至|持续至|延续至|有效期至|结束时间[:：为]?|解除时间[:：为]?|直至|至|到|\b(?:to|until|till|through))\s*\Z"
)
_UNTIL_AFTER = re.compile(r"\s*(?:止|结束|解除|恢复|以?前)")
_LASTS = re.compile(
    r"[^。；\d]{0,12}(?<!已)持续(?:时间)?(?:约|为|[:：])?\s*(\d{1,3})\s*个?小时(?!及?以上)"
    r"|.{0,400}?(?:有效期|有效时间|时效)(?:约|为|[:：])?\s*(\d{1,3})\s*个?小时"
    r"|.{0,400}?\b(?:valid|in force|lasting|lasts) (?:for )?(\d{1,3}) hours",
    re.IGNORECASE | re.DOTALL,
)
"""How long a warning holds, behind the moment it holds from; 持续 elsewhere is said of the weather."""
_LONGEST = dt.timedelta(days=183)
"""A span over the turn of the year is not longer; what would be is a misprint."""


class End(NamedTuple):
    """When a warning ends."""

    at: dt.datetime
    is_said: bool
    """Is it said of the warning, not of the weather that is expected?"""


def is_left_open(text: str) -> bool:
    """Does a text say that the end of the warning will be made known?"""
    return _UNTIL_LIFTED.search(text) is not None


def start_of(text: str, found: list[Moment]) -> Moment | None:
    """Return the moment a warning holds from: the one that is started, begins a span, or is the first."""
    tests = (
        lambda moment: re.match(
            r"\s*[，,]?(?:[\u4e00-\u9fff]{0,16}?)(?:启动|生效|发布|升级)", text[moment.end : moment.end + 24]
        ),
        lambda moment: (
            _START_WORD.search(text[: moment.start][-14:]) or _SINCE.match(text[moment.end :][:12])
        ),
        lambda _moment: True,
    )
    starts = [moment for moment in found if not _UNTIL.search(text[: moment.start][-12:])]
    return next((moment for test in tests for moment in starts if test(moment)), None)


def end_of(text: str, found: list[Moment], start: Moment | None, today: dt.date) -> End | None:
    """Return the moment a warning holds until; a day without an hour is over at its end.

    The end of a span counts, also of one that follows when the warning was issued; else how long it lasts.
    """
    since = start.at if start else dt.datetime.combine(today, dt.time())
    is_open = is_left_open(text)  # then other spans are when bad weather is expected
    for index, moment in enumerate(found):
        before = found[index - 1] if index else None
        between = text[before.end : moment.start] if before else ""
        is_span = before is not None and len(between) <= 12 and _RANGE.search(between) is not None
        if is_span and is_open and before is not start:
            continue
        lead = text[max(0, moment.start - 12) : moment.start]
        is_end = _UNTIL.search(lead) or _UNTIL_AFTER.match(text[moment.end : moment.end + 6])
        if (start is None or moment.start > start.start) and (is_span or is_end):
            at = _later(moment, before.at) if before is not None and is_span else moment.at
            end = at if moment.has_hour else at + dt.timedelta(days=1)
            if end > since:
                is_forecast = is_span and before is not None and before.at != since
                return End(end, not is_forecast)
    lasts = _LASTS.match(text, start.end) if start and start.has_hour and not is_open else None
    if lasts is None:
        return None
    return End(since + dt.timedelta(hours=int(lasts[1] or lasts[2] or lasts[3])), is_said=True)


def _later(moment: Moment, start: dt.datetime) -> dt.datetime:
    """Return when a span ends whose end leaves out a year, a month or a day that has changed meanwhile."""
    at = moment.at
    if at >= start or moment.unsaid is Unsaid.NOTHING:
        return at
    if moment.unsaid is Unsaid.DAY:
        return at + dt.timedelta(days=1)
    is_over_year = moment.unsaid is Unsaid.YEAR or at.month == 12
    month = at.month if moment.unsaid is Unsaid.YEAR else at.month % 12 + 1
    try:
        later = at.replace(year=at.year + is_over_year, month=month)
    except ValueError:
        return at  # no such day in that month
    return later if later - start <= _LONGEST else at
