"""昨日（20日）, “yesterday (Dec. 20)”: a day said by its distance and by its date, compared."""

from __future__ import annotations

import calendar as months
import datetime as dt
import re
from collections.abc import Iterator

from reader.edition.day_words import date_words
from reader.edition.wording import Wording
from reader.proofreading.dates import written_dates
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Passage
from reader.proofreading.proof import Proof
from reader.proofreading.report_dates import Calendar
from reader.proofreading.severity import Severity

_SHIFTS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "yesterday": -1, "today": 0, "tomorrow": 1}
_DISTANCE = r"(?P<word>[昨今明前后])[日天][早晚夜上下中午凌晨]{0,2}"
_DATE = r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[日号]"
_CHINESE = re.compile(rf"{_DISTANCE}[（(]{_DATE}[，,）)]")
_REVERSED = re.compile(rf"(?<!\d){_DATE}[（(](?:即)?{_DISTANCE}[）)]")
_ENGLISH = re.compile(r"\b(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:,\s|\s\()")
_THIS_MONTH = re.compile(r"本月(?P<day>\d{1,2})[日号]")
_OUT_OF_STEP = Wording(
    "“{words}”与出版日期{edition}对不上", "“{words}” does not go with an edition of {edition}"
)
_NOT_IN_MONTH = Wording("本月（{month}月）没有{day}日", "month {month} has no day {day}")


def days_out_of_step(proof: Proof, calendar: Calendar) -> Iterator[Remark]:
    """Remark the days whose distance and date go with neither the edition's day nor that of their article.

    The day before the edition's counts too: agency copy is printed as it was sent the evening before.
    """
    sent: dict[str, set[dt.date]] = {}
    for report in calendar.reports:
        sent.setdefault(report.passage.field.rpartition(".")[0], set()).add(report.day)
    own = {calendar.day, calendar.day - dt.timedelta(days=1)}
    for passage in proof.passages():
        bases = own | sent.get(passage.field.rpartition(".")[0], set())
        yield from (
            _chinese(passage, calendar, bases) if passage.is_han else _english(passage, calendar, bases)
        )


def _chinese(passage: Passage, calendar: Calendar, bases: set[dt.date]) -> Iterator[Remark]:
    text = passage.text
    if "天（" in text or "日（" in text or "天(" in text or "日(" in text or "号（" in text:
        for match in (*_CHINESE.finditer(text), *_REVERSED.finditer(text)):
            days = {_shifted(base, match["word"]) for base in bases}
            month, number = match["month"], int(match["day"])
            if not any(day.day == number and (not month or day.month == int(month)) for day in days):
                yield _remark(passage, match.start(), match.end(), calendar)
    if "本月" in text:
        for match in _THIS_MONTH.finditer(text):
            number = int(match["day"])
            if not any(1 <= number <= months.monthrange(base.year, base.month)[1] for base in bases):
                message = _NOT_IN_MONTH.filled(month=calendar.day.month, day=number)
                yield passage.remark(match.start(), match.end(), message, severity=_severity(calendar))


def _english(passage: Passage, calendar: Calendar, bases: set[dt.date]) -> Iterator[Remark]:
    text = passage.text
    for match in _ENGLISH.finditer(text):
        date = next(written_dates(text[match.end() : match.end() + 24], is_han=False), None)
        if date is None or date.start or not date.is_possible:
            continue
        meant = date.resolved(calendar.day)
        if meant not in {_shifted(base, match["word"].lower()) for base in bases}:
            yield _remark(passage, match.start(), match.end() + date.end, calendar)


def _shifted(base: dt.date, word: str) -> dt.date:
    return base + dt.timedelta(days=_SHIFTS[word])


def _remark(passage: Passage, start: int, end: int, calendar: Calendar) -> Remark:
    edition = Wording(date_words(calendar.day, "zh"), date_words(calendar.day, "en"))
    message = _OUT_OF_STEP.filled(words=passage.text[start:end], edition=edition)
    return passage.remark(start, end, message, severity=_severity(calendar))


def _severity(calendar: Calendar) -> Severity | None:
    return None if calendar.is_trusted else Severity.INFO
