"""Times as alerts write them: the profile of `xsd:dateTime` that CAP has, and what is written instead."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from typing import NamedTuple

# CAP 1.2 §3.3.2 wants seconds and an offset, and no fractions; all of that is met otherwise.
_MOMENT = re.compile(
    r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:T|t|\s+)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*"
    r"(Z|z|UTC|GMT|(?:[-+\u2212]|,\+?)\d{2}(?::?\d{2})?)?\Z"
)
_YEARS = range(1600, 3000)
_MOST_OFFSET = dt.timedelta(hours=14, minutes=59)


class Moment(NamedTuple):
    """A time that was read."""

    at: dt.datetime
    """With its zone."""
    is_zoned: bool
    """Did the alert say its offset?"""


def moment_from(words: str, zone: dt.tzinfo) -> Moment | None:
    """Return the time of these words, without an offset in `zone`; None for words that are no time.

    Read are CAP's own form, ``Z``, fractions (dropped), a blank for the ``T``, ``24:00``, no seconds, and the
    dates of RSS (RFC 5322). ``-00:00`` is UTC (CAP 1.2 §3.3.2). Years are those the edition format knows.
    """
    match = _MOMENT.match(words.strip())
    try:
        moment = _from_parts(match, zone) if match else _from_mail(words, zone)
        is_known = moment is not None and moment.at.year in _YEARS
        return moment if is_known else None
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _from_parts(match: re.Match[str], zone: dt.tzinfo) -> Moment:
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    ends_day = (hour, minute, second) == (24, 0, 0)
    # A leap second has no place in Python's clock; its second before has.
    clock = dt.time(0 if ends_day else hour, minute, min(second, 59) if second <= 60 else second)
    naive = dt.datetime.combine(dt.date(year, month, day), clock) + dt.timedelta(days=ends_day)
    return _zoned(naive, _offset(match[7]), zone)


def _from_mail(words: str, zone: dt.tzinfo) -> Moment | None:
    if "," not in words and " " not in words.strip():
        return None
    moment = email.utils.parsedate_to_datetime(words.strip())
    return _zoned(moment.replace(tzinfo=None), moment.utcoffset(), zone)


def _zoned(naive: dt.datetime, offset: dt.timedelta | None, zone: dt.tzinfo) -> Moment:
    if offset is not None and abs(offset) > _MOST_OFFSET:
        raise ValueError("no place on earth has this offset")
    at = naive.replace(tzinfo=zone if offset is None else dt.timezone(offset))
    # Fixed from here on, for two times of one zone are else compared by what their clocks show.
    return Moment(naive.replace(tzinfo=dt.timezone(at.utcoffset() or dt.timedelta())), offset is not None)


def _offset(words: str | None) -> dt.timedelta | None:
    if not words:
        return None
    if words.upper() in ("Z", "UTC", "GMT"):
        return dt.timedelta()
    digits = re.sub(r"\D", "", words)
    size = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return -size if words[0] in "-\u2212" else size
