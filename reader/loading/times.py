"""Dates, times and time zones as a newspaper writes them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from zoneinfo import ZoneInfo

from reader.loading.shapes import PATTERNS, Shape

_DATE = re.compile(PATTERNS[Shape.DATE].removesuffix("$") + r"\Z")
_INSTANT = re.compile(PATTERNS[Shape.INSTANT].removesuffix("$") + r"\Z")
_ZONE = re.compile(PATTERNS[Shape.ZONE].removesuffix("$") + r"\Z")
_NUMBERS = re.compile(r"\d+")
_MIDNIGHT = "T24:00"

# What people write for a zone that the tz database names after another city.
_KNOWN_AS = {
    "beijing": "Asia/Shanghai",
    "china": "Asia/Shanghai",
    "cst": "Asia/Shanghai",
    "北京": "Asia/Shanghai",
    "utc+8": "Asia/Shanghai",
    "gmt+8": "Asia/Shanghai",
    "+08:00": "Asia/Shanghai",
    "+8": "Asia/Shanghai",
}


class NoSuchTime(ValueError):
    """Words that are no day, no time or no time zone."""


def date_from(words: str) -> dt.date:
    """Read ``YYYY-MM-DD`` (ISO 8601 extended), years 1600 to 2999.

    Raises:
        NoSuchTime: anything else, or no such day.
    """
    if not _DATE.match(words):
        raise NoSuchTime(words)
    try:
        return dt.date.fromisoformat(words)
    except ValueError as error:
        raise NoSuchTime(words) from error


def date_meant(words: str) -> str | None:
    """Return the date that words such as ``2024年12月3日`` or ``2024/12/3`` mean, or None."""
    numbers = _NUMBERS.findall(unicodedata.normalize("NFKC", words))
    if len(numbers) == 1 and len(numbers[0]) == 8:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    if len(numbers) < 3 or len(numbers[0]) != 4:
        return None
    meant = f"{numbers[0]}-{numbers[1]:0>2}-{numbers[2]:0>2}"
    try:
        return date_from(meant).isoformat()
    except NoSuchTime:
        return None


def instant_from(words: str, zone: ZoneInfo) -> dt.datetime:
    """Read an ISO 8601 time; without an offset it is in this zone. ``T24:00`` is the next day's 0 o'clock.

    The result carries a fixed offset, so that two instants always compare as instants.

    Raises:
        NoSuchTime: not such a time, or no such day.
    """
    if not _INSTANT.match(words):
        raise NoSuchTime(words)
    day, clock = words.split("T")
    date_from(day)
    ends_day = words.startswith(_MIDNIGHT, len(day))
    moment = dt.datetime.fromisoformat(f"{day}T{clock.replace('24', '00', 1) if ends_day else clock}")
    if ends_day:
        moment += dt.timedelta(days=1)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return moment.replace(tzinfo=dt.timezone(moment.utcoffset() or dt.timedelta()))


def is_skipped(words: str, zone: ZoneInfo) -> bool:
    """Is this local time, written without an offset, one that clocks put forward jump over?"""
    moment = instant_from(words, zone)
    if words[-1] == "Z" or re.search(r"[+-][0-9:]+\Z", words.partition("T")[2]):
        return False
    return moment.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(tzinfo=None)


def instant_meant(words: str) -> str | None:
    """Return the time that words such as ``2024-12-23 8:00`` or ``2024年12月23日8时`` mean, or None."""
    plain = unicodedata.normalize("NFKC", words)
    day = date_meant(plain)
    numbers = _NUMBERS.findall(plain)
    if day is None or len(numbers[0]) != 4:
        return None
    hour, minute = [*(number[:2] for number in numbers[3:5]), "0", "0"][:2]
    meant = f"{day}T{hour:0>2}:{minute:0>2}"
    return meant if _INSTANT.match(meant) else None


def zone_from(name: str) -> ZoneInfo:
    """Return the IANA time zone of this name.

    Raises:
        NoSuchTime: there is none.
    """
    if not _ZONE.match(name):
        raise NoSuchTime(name)
    try:
        return ZoneInfo(name)
    except (KeyError, OSError) as error:  # "Asia" is a folder of the tz database
        raise NoSuchTime(name) from error


def zone_meant(name: str) -> str | None:
    """Return the zone that a wrong name is nearest to, or None."""
    import difflib
    from zoneinfo import available_timezones

    known = _KNOWN_AS.get(unicodedata.normalize("NFKC", name).lower().rpartition("/")[2].replace("时间", ""))
    if known:
        return known
    by_lower = {zone.lower(): zone for zone in sorted(available_timezones())}
    nearest = difflib.get_close_matches(name.lower().replace(" ", "_"), by_lower, 1, 0.7)
    return by_lower[nearest[0]] if nearest else None
