"""The time of a notice in words, as a banner and a page have room for it."""

from __future__ import annotations

from reader.edition.day_words import end_words, moment_words
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.edition.wording import Tongue, Wording

UNTIL_LIFTED = Wording("解除时间另行通知", "until lifted")


def span_words(notice: Notice, edition: Edition, tongue: Tongue) -> str:
    """Return since when and until when a notice holds, in the edition's time zone."""
    zone, year = edition.zone, edition.date.year
    since = moment_words(notice.effective, zone, tongue, year=year)
    if notice.expires is None:
        words = Wording("{since}起，{until}", "from {since}, {until}")
        return words.filled(since=since, until=UNTIL_LIFTED).say(tongue)
    until = end_words(notice.expires, zone, tongue, year=year)
    return Wording("{since}至{until}", "{since} to {until}").filled(since=since, until=until).say(tongue)
