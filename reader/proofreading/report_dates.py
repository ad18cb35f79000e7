"""The days an edition's articles say they report from, and whether the edition's own date agrees."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from reader.proofreading.dates import WrittenDate, written_dates
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof, ProofArticle
from reader.proofreading.sentences import sentences

_FRESH = 10
"""Days: what a daily reports is seldom older."""
_FIELDS = (Role.DATELINE, Role.SOURCE)
_SENT = re.compile(r"(?:电(?![视影话力气器动子])|讯(?!问)|专电)")
_SENDER = re.compile(r"(?:本报|[社网台])[^，。；！？]{0,16}\Z")
_OWN_NEWS = re.compile(r"本报讯")
_ENGLISH_HEAD = re.compile(r"\A[A-Z][A-Z .,'’-]{2,40},\s\Z")
_ENGLISH_AFTER = re.compile(r"\s?(?:\([^)]{1,40}\)\s?)?[—–-]{1,2}")
_AHEAD = re.compile(
    r"将|拟于|预计|定于|计划|即将|届时|截[至止]|有望|\b(?:will|would|is to|are to|planned|due)\b"
)
_FROM_OR_UNTIL = re.compile(r"[起前止至到—～~-]|以前|之前|为[止期]|开始")


class Kind(Enum):
    """How an article says which day it reports from."""

    FIELD = "a dateline or source of its own"
    HEAD = "the head of a dispatch: 本报河湾12月22日讯"
    OPENING = "the first sentence after 本报讯"
    CAPTION = "the day at the head of a caption"


class ReportDate(NamedTuple):
    """The day an article or a picture reports from."""

    passage: Passage
    date: WrittenDate
    day: dt.date
    kind: Kind


class Calendar(NamedTuple):
    """The edition's day, and what its articles say of it."""

    day: dt.date
    reports: Sequence[ReportDate]
    later: int
    """How many report from days after the edition's."""
    fresh: int
    """How many report from its day or the ten before it, or name one of these with its year."""

    @property
    def is_trusted(self) -> bool:
        """Do the articles bear out the edition's date, but for a slip or two?

        Where they do not, it is that date which is to be looked at, and nothing can be held against it.
        """
        return self.later <= 2 and self.fresh >= 2 * self.later

    @property
    def is_doubtful(self) -> bool:
        """Do more articles speak against the edition's date than for it?"""
        return self.later >= 3 and self.later > self.fresh


def calendar_of(proof: Proof) -> Calendar:
    """Return the days the articles of an edition report from."""
    day = proof.edition.date
    reports = [report for article in proof.articles for report in report_dates(article, day)]
    later = sum(report.day > day for report in reports)
    known = {(report.passage.field, report.date.start) for report in reports}
    named = [*(report.day for report in reports), *_days_with_years(proof, known)]
    fresh = sum(0 <= (day - one).days <= _FRESH for one in named)
    return Calendar(day, reports, later, fresh)


def _days_with_years(proof: Proof, known: set[tuple[str, int]]) -> Iterator[dt.date]:
    """Yield the edition's other days that are given with the year of its date."""
    year = str(proof.edition.date.year)
    for passage in proof.passages():
        if year in passage.text:
            for date in written_dates(passage.text, is_han=passage.is_han):
                if date.year and date.is_possible and (passage.field, date.start) not in known:
                    yield dt.date(date.year, date.month, date.day)


def report_dates(article: ProofArticle, near: dt.date) -> Iterator[ReportDate]:
    """Yield the days one article and its pictures report from; `near` is the edition's day."""
    is_first = True
    for passage in article.passages:
        if not passage.text:
            continue
        if passage.role in _FIELDS:
            found = _in_field(passage)
        elif passage.role is Role.CAPTION:
            found = _in_caption(passage)
        elif passage.role is Role.PARAGRAPH:
            found = _in_paragraph(passage, is_first)
            is_first = False
        else:
            continue
        for date, kind in found:
            if date.is_possible and (day := date.resolved(near)):
                yield ReportDate(passage, date, day, kind)


def _in_field(passage: Passage) -> Iterator[tuple[WrittenDate, Kind]]:
    for date in written_dates(passage.text, is_han=passage.is_han):
        yield date, Kind.FIELD
        return


def _in_caption(passage: Passage) -> Iterator[tuple[WrittenDate, Kind]]:
    for date in written_dates(passage.text, is_han=passage.is_han):
        if date.start == 0 and not _FROM_OR_UNTIL.match(passage.text, date.end):
            yield date, Kind.CAPTION
        return


def _in_paragraph(passage: Passage, is_first: bool) -> Iterator[tuple[WrittenDate, Kind]]:
    text = passage.text
    if "月" not in text and not is_first:
        return
    if not passage.is_han:
        if is_first:
            yield from _in_english_head(text)
        return
    own = _OWN_NEWS.match(text) if is_first else None
    limit = next((one.end for one in sentences(text, is_han=True)), 0) if own else 0
    for date in written_dates(text, is_han=True):
        if _SENT.match(text, date.end) and _SENDER.search(text[max(0, date.start - 24) : date.start]):
            yield date, Kind.HEAD
        elif date.end <= limit:
            if not (_AHEAD.search(text[:limit]) or _FROM_OR_UNTIL.match(text, date.end)):
                yield date, Kind.OPENING
            limit = 0


def _in_english_head(text: str) -> Iterator[tuple[WrittenDate, Kind]]:
    for date in written_dates(text[:80], is_han=False):
        if _ENGLISH_HEAD.match(text[: date.start]) and _ENGLISH_AFTER.match(text, date.end):
            yield date, Kind.HEAD
        return
