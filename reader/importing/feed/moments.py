"""Dates of feeds: RFC 822, RFC 3339 and what else is written, with the zone they were written in."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable, Iterable
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation

_CHINESE = re.compile(
    r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*日?"
    r"(?:\s*(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2}))?\s*[秒分]?)?\s*\Z"
)
_BLANK_BEFORE_OFFSET = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}\Z|Z\Z)")
_FRACTION = re.compile(r"(\d{2}:\d{2}:\d{2})[.,]\d+")
_CLOCK = re.compile(r"\d\s*[:：时]\s*\d|T\d")
_YEARS = range(1600, 3000)
"""The years an edition can be dated in."""


_UNREAD = Wording("日期读不懂：{date}", "this date cannot be read: {date}")
_SAY_DAY = Wording("请核对；整期的日期可用 --date 指定", "check it; --date sets the day of the edition")
_SHOWN = 60


class Moment(NamedTuple):
    """When something was published."""

    when: dt.datetime
    """With the offset it was written with; without one it is in the time zone of the paper."""
    has_clock: bool
    """Is it more exact than a day?"""

    def local(self, zone: dt.tzinfo | None) -> dt.datetime:
        """Return the date and the clock of a place; without a zone as they were written.

        A day without a clock is that day everywhere.
        """
        if self.when.tzinfo is None or zone is None or not self.has_clock:
            return self.when.replace(tzinfo=None)
        return self.when.astimezone(zone).replace(tzinfo=None)

    def instant(self, zone: dt.tzinfo | None) -> dt.datetime:
        """Return what it is compared by."""
        return self.when if self.when.tzinfo else self.when.replace(tzinfo=zone or dt.UTC)


def moment(text: object, parsed: object = None) -> Moment | None:
    """Return the moment a date says, None where it says none.

    Read are RFC 822 (RSS), RFC 3339 and ISO 8601 (Atom, Dublin Core, JSON Feed) and dates as Chinese pages
    write them; for anything else `parsed`, a `time.struct_time` in UTC that somebody else has made of it.
    """
    text = text.strip() if isinstance(text, str) else ""
    if len(text) > 100:
        return None
    for read in (_iso, _rfc822, _chinese):
        if (found := _checked(read, text)) is not None:
            return Moment(found, _CLOCK.search(text) is not None)
    if isinstance(parsed, time.struct_time):
        found = _checked(lambda _: dt.datetime(*parsed[:6], tzinfo=dt.UTC), text)
        return Moment(found, parsed[3:6] != (0, 0, 0)) if found is not None else None
    return None


def unread_dates(source: str, part: str, dates: Iterable[tuple[object, object]]) -> tuple[Observation, ...]:
    """Return what is told of dates, given as `moment` takes them, that say none; of each once."""
    unread = dict.fromkeys(
        " ".join(text.split())
        for text, parsed in dates
        if isinstance(text, str) and text.strip() and moment(text, parsed) is None
    )
    shown = (date if len(date) <= _SHOWN else f"{date[:_SHOWN]}…" for date in unread)
    return tuple(
        Observation(Grade.UNDECIDED, source, part, _UNREAD.filled(date=date), _SAY_DAY) for date in shown
    )


def _checked(read: Callable[[str], dt.datetime | None], text: str) -> dt.datetime | None:
    try:
        found = read(text)
        if found is None or found.year not in _YEARS:
            return None
        found.astimezone(dt.UTC) if found.tzinfo else None
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return found


def _iso(text: str) -> dt.datetime | None:
    plain = _FRACTION.sub(r"\1", _BLANK_BEFORE_OFFSET.sub("", text))
    if len(plain) < 8:  # a bare year or month is left to whoever can tell
        return None
    is_midnight = "T24:00" in plain
    found = dt.datetime.fromisoformat(plain.replace("T24:00", "T00:00"))
    return found + dt.timedelta(days=1) if is_midnight else found


def _rfc822(text: str) -> dt.datetime | None:
    found = parsedate_to_datetime(text if ":" in text else f"{text} 00:00")
    if found.tzinfo is None and text.endswith("-0000"):  # RFC 2822, 3.3: it is UTC, wherever it was written
        return found.replace(tzinfo=dt.UTC)
    return found


def _chinese(text: str) -> dt.datetime | None:
    match = _CHINESE.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    return dt.datetime(year, month, day, hour, minute, second)
