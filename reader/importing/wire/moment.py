"""Days and instants as agencies write them: ISO 8601 with or without its marks."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(
    r"\s*(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:[.,]\d+)?)?"
    r"\s*(Z|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE | re.ASCII,
)


class Moment(NamedTuple):
    """When something was sent or printed."""

    day: dt.date
    """The day where it was written."""
    instant: dt.datetime | None = None
    """The instant, with its offset; None where no time or no offset is given."""

    def day_in(self, timezone: str | None) -> dt.date:
        """Return the day in a time zone, an IANA name; without one the day as it was written."""
        if timezone is None or self.instant is None:
            return self.day
        try:
            return self.instant.astimezone(ZoneInfo(timezone)).date()
        except (OverflowError, KeyError, OSError, ValueError):
            return self.day


def moment(written: str | None) -> Moment | None:
    """Return the moment of a text, or None if it is none.

    Takes ``2025-03-01``, ``20250301``, ``20250301T093000+0800``, ``2025-03-01T09:30:00.5Z``; ``T24:00`` is
    the next day. Source: ISO 8601; NITF 3.6 ``norm``; NewsML-G2 2.x ``TruncatedDateTimeType`` to the day.
    """
    found = _WRITTEN.match(written or "")
    if found is None:
        return None
    try:
        day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return Moment(day)
        time = dt.timedelta(hours=int(found[4]), minutes=int(found[5]), seconds=int(found[6] or 0))
        if time > dt.timedelta(days=1):
            return Moment(day)
        local = dt.datetime.combine(day, dt.time()) + time
        if found[7] is None:
            return Moment(local.date())
        return Moment(local.date(), local.replace(tzinfo=dt.timezone(_offset(found[7]))))
    except (OverflowError, ValueError):
        return None


def _offset(written: str) -> dt.timedelta:
    if written in "Zz":
        return dt.timedelta()
    digits = written[1:].replace(":", "")
    offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return -offset if written[0] == "-" else offset
