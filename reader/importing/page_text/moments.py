"""Days and hours as a page prints them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

_MONTHS_WORDS = "January February March April May June July August September October November December"
_MONTHS = _MONTHS_WORDS.split()
_LATIN_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS)
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_HOUR = re.compile(
    r"(?P<half>上午|下午|晚上|晚间|晚|夜间|夜里|夜|凌晨|清晨|早上|早晨|早|晨|中午)?\s*(?P<hour>\d{1,2})\s*"
    r"(?:(?:时|点)(?!间)\s*(?:(?P<minute>\d{1,2})\s*分?|(?P<halfhour>半))?"
    r"|(?:[:：.](?P<latin_minute>\d{2}))? ?(?P<noon>[AaPp])\.?[Mm]\b\.?"
    r"|[:：](?P<minute2>\d{2})(?!\d))"
    r"|(?<![A-Za-z])(?P<word>[Nn]oon|[Mm]idnight)\b"
)
_LATIN_DAY = re.compile(
    rf"(?<!\d)(?P<latin_day>\d{{1,2}})(?:st|nd|rd|th)? (?P<latin_month>{_LATIN_MONTH})\b\.?"
    r"(?:,? (?P<latin_year>\d{4}))?(?!\d)"
    rf"|(?<![A-Za-z])(?P<latin_month2>{_LATIN_MONTH})\b\.? (?P<latin_day2>\d{{1,2}})"
    r"(?:st|nd|rd|th)?(?!\d|:)(?:,? (?P<latin_year2>\d{4}))?(?!\d)"
    rf"|(?<![A-Za-z])(?P<weekday>{'|'.join(_WEEKDAYS)})\b|(?<![A-Za-z])(?P<latin_next>[Tt]oday|[Tt]onight|[Tt]omorrow)\b"
)
_DAY = re.compile(
    r"(?:(?:(?P<year>\d{4})\s*年|(?P<next_year>次年|翌年))\s*)?(?:(?P<month>\d{1,2})\s*月\s*)?(?P<day>\d{1,2})\s*日(?!报)"
    r"|(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
    r"|(?P<next>次日|翌日|第二[天日]|当[天日]|同日|即日|今[天日](?!版)|明[天日]|后天|[今明当次](?=[晚夜晨早]))"
    rf"|{_LATIN_DAY.pattern}"
)
_BESIDE_DAY = re.compile(r"\s?[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?")
_TO_HOUR = re.compile(r"[T\s，,]{0,2}(?:(?:at|from) )?")
_TO_DAY = re.compile(r",? (?:on |of )?(?:[A-Z][a-z]+day,? (?=\d|[A-Z]))?")
_TO_OTHER = re.compile(r" ?(?:to|until|till|and|–|-) ?")
"""Between two hours that have one day behind them: 9 am to 5 pm on 23 December."""
_FULL_DAY = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(?<![\d./-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d./-])"
    rf"|(\d{{1,2}}) ({_LATIN_MONTH})\.?,? (\d{{4}})|({_LATIN_MONTH})\.? (\d{{1,2}}), (\d{{4}})"
)
_LATE = frozenset({"下午", "晚上", "晚间", "晚", "夜间", "夜里", "夜"})
_AHEAD = {"次": 1, "翌": 1, "第": 1, "当": 0, "同": 0}
"""Days from the day named last."""
_FROM_NOW = {"即": 0, "今": 0, "明": 1, "后": 2, "today": 0, "tonight": 0, "tomorrow": 1}
"""Days from the day of who speaks: the last one written as a date, else that of the paper."""
_UNTIL_MIDNIGHT = re.compile(r"(?:until|till?|to|through|by)\s+\Z", re.IGNORECASE)
_NOON = dt.timedelta(hours=12)
_YEARS = range(1600, 3000)


class Unsaid(Enum):
    """The largest part of a moment that is not printed, so that it is taken from the one before."""

    NOTHING = "nothing"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Moment(NamedTuple):
    """A day, perhaps with an hour, and where in the text it stands."""

    start: int
    end: int
    at: dt.datetime
    """Without a zone: that of the paper."""
    has_hour: bool
    unsaid: Unsaid = Unsaid.NOTHING
    has_day: bool = True
    """Does the text say which day it is, here or before?"""


def full_days(text: str) -> Iterator[tuple[int, dt.date]]:
    """Yield every day printed with its year and where it stands; 31日 of a short month is none."""
    for match in _FULL_DAY.finditer(text):
        parts = [part for part in match.groups() if part]
        if match[7]:
            year, month, day = parts[2], str(_month(parts[1])), parts[0]
        elif match[10]:
            year, month, day = parts[2], str(_month(parts[0])), parts[1]
        else:
            year, month, day = parts
        found = _date(int(year), int(month), int(day))
        if found is not None:
            yield match.start(), found


def moments(text: str, year: int | None, today: dt.date | None = None) -> Iterator[Moment]:
    """Yield every day and hour of a text; what one leaves out (year, month, day) is that of the one before.

    `year` is the year of the first ones without; a day whose year nobody says is left out. `today` is the day
    of the paper, of which hours are before any day is named, and from which 明日 or Sunday are reckoned;
    without it those are left out. 24时 is 0时 of the next day (GB/T 7408.1).
    """
    named = _Named(year, today)
    at = 0
    late = dt.timedelta()
    while True:
        whole, hour = _DAY.search(text, at), _HOUR.search(text, at)
        if whole is None and hour is None:
            return
        if whole is not None and (hour is None or whole.start() <= hour.start()):
            start, end = whole.start(), whole.end()
            if beside := _BESIDE_DAY.match(text, end):
                end = beside.end()
            glue = _TO_HOUR.match(text, end)
            hour = _HOUR.match(text, glue.end() if glue else end)
            end = hour.end() if hour else end
        else:
            assert hour is not None
            start, end = hour.start(), hour.end()
            whole, end = _day_behind(text, end)
        at = end
        unsaid = named.take(whole) if whole is not None else Unsaid.DAY
        day = named.day if whole is not None or named.day is not None else today
        clock = _clock(hour, _is_last_hour(text, hour, whole))
        if whole is None and clock is not None and not (hour and hour["half"]):
            # 晚8时至10时: the second is of the evening too
            clock += _NOON if dt.timedelta() < late < clock + _NOON <= 2 * _NOON else dt.timedelta()
        late = clock if clock is not None and hour is not None and hour["half"] in _LATE else dt.timedelta()
        if day is not None and clock is not None:
            moment = dt.datetime.combine(day, dt.time()) + clock
            yield Moment(start, end, moment, hour is not None, unsaid, named.day is not None)


def _day_behind(text: str, end: int) -> tuple[re.Match[str] | None, int]:
    """Return the day behind an hour, there or behind the hour its span goes to, and where the moment ends."""
    glue = _TO_DAY.match(text, end)
    if glue and (day := _LATIN_DAY.match(text, glue.end())):
        return day, day.end()
    span = _TO_OTHER.match(text, end)
    other = _HOUR.match(text, span.end()) if span else None
    glue = _TO_DAY.match(text, other.end()) if other else None
    return (_LATIN_DAY.match(text, glue.end()) if glue else None), end


class _Named:
    """The year, month and day that a text has named last."""

    def __init__(self, year: int | None, today: dt.date | None) -> None:
        self._year = year
        self._month: int | None = None
        self._now = today
        self.day: dt.date | None = None

    def take(self, match: re.Match[str]) -> Unsaid:
        """Take the day a match names as the last one; return what it leaves out."""
        groups = match.groupdict()
        if ahead := groups.get("next") or groups.get("latin_next") or groups.get("weekday"):
            self.day = self._from(ahead)
            self._month = self.day.month if self.day else self._month
            self._year = self.day.year if self.day else self._year
            return Unsaid.NOTHING
        if groups.get("iso"):
            found = _date(*(int(part) for part in re.split(r"[-/.]", match["iso"])))
            if found is not None:
                self._year, self._month, self.day = found.year, found.month, found
                self._now = found
            return Unsaid.NOTHING
        year, month, day, unsaid = self._printed(groups)
        self._year, self._month = year, month
        self.day = _date(year, month, day) if year is not None and month is not None else None
        self._now = self.day or self._now
        return unsaid

    def _printed(self, groups: dict[str, str | None]) -> tuple[int | None, int | None, int, Unsaid]:
        latin = groups["latin_month"] or groups["latin_month2"]
        said = groups["latin_year"] or groups["latin_year2"] or groups.get("year")
        year = int(said) if said else self._year
        if groups.get("next_year") and year is not None:
            year += 1
        has_year = bool(said or groups.get("next_year"))
        unsaid = Unsaid.NOTHING if has_year else Unsaid.YEAR
        if latin:
            return year, _month(latin), int(groups["latin_day"] or groups["latin_day2"] or 0), unsaid
        month = groups["month"]
        day = int(groups["day"] or 0)
        if month is None:
            return year, self._month, day, Unsaid.MONTH
        return year, int(month), day, unsaid

    def _from(self, words: str) -> dt.date | None:
        """Return the day that words such as 次日, 明天, tonight or Sunday mean."""
        if words[0] in _AHEAD:
            base, days = self.day or self._now, _AHEAD[words[0]]
        elif words in _WEEKDAYS:
            # Sunday through Monday: not before the day named last
            base = max(filter(None, (self._now, self.day)), default=None)
            days = (_WEEKDAYS.index(words) - base.weekday()) % 7 if base else 0
        else:
            base, days = self._now, _FROM_NOW[words.lower() if words.isascii() else words[0]]
        return base + dt.timedelta(days=days) if base else None


def _is_last_hour(text: str, hour: re.Match[str] | None, whole: re.Match[str] | None) -> bool:
    """Is the midnight of these words that at the end of the day: until midnight, midnight tonight?"""
    if hour is None or hour["word"] is None:
        return False
    is_tonight = whole is not None and whole.group().lower() == "tonight"
    return is_tonight or _UNTIL_MIDNIGHT.search(text[: hour.start()][-10:]) is not None


def _clock(match: re.Match[str] | None, is_last_hour: bool) -> dt.timedelta | None:
    """Return the time of day, nothing said being its beginning; None for what is no hour."""
    if match is None:
        return dt.timedelta()
    if match["word"]:
        is_noon = match["word"].lower() == "noon"
        return dt.timedelta(hours=12 if is_noon else 24 if is_last_hour else 0)
    hour = int(match["hour"])
    minute = (
        30 if match["halfhour"] else int(match["minute"] or match["minute2"] or match["latin_minute"] or 0)
    )
    if match["noon"]:
        hour = (hour % 12 + (12 if match["noon"] in "Pp" else 0)) if 1 <= hour <= 12 else 25
    elif match["half"] in _LATE and hour < 12:
        hour += 12
    return dt.timedelta(hours=hour, minutes=minute) if hour <= 24 and minute < 60 else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month[:3] == word[:3])
