"""Days said by their distance and by their date."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.proofreading.relative_days import days_out_of_step
from reader.proofreading.report_dates import calendar_of
from tests.proofreading.manuscripts import a_proof, edition_yaml

_WORDS = {-2: "前天", -1: "昨天", 0: "今天", 1: "明天", 2: "后天"}
_ENGLISH = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def _count(text: str, day: dt.date) -> int:
    proof = a_proof(edition_yaml(text, date=day.isoformat()))
    return len(list(days_out_of_step(proof, calendar_of(proof))))


@pytest.mark.parametrize("day", [dt.date(2024, 12, 23), dt.date(2024, 3, 1), dt.date(2025, 1, 1)])
@pytest.mark.parametrize("distance", sorted(_WORDS))
def test_the_right_date_is_silent_and_any_other_is_not(day: dt.date, distance: int) -> None:
    meant = day + dt.timedelta(days=distance)
    assert _count(f"{_WORDS[distance]}（{meant.day}日），雪停了。", day) == 0
    assert _count(f"{meant.month}月{meant.day}日（{_WORDS[distance]}），雪停了。", day) == 0
    other = meant + dt.timedelta(days=2)
    assert _count(f"{_WORDS[distance]}（{other.month}月{other.day}日），雪停了。", day) == 1


@pytest.mark.parametrize("distance", sorted(_ENGLISH))
def test_english_says_it_with_a_comma_or_brackets(distance: int) -> None:
    day = dt.date(2024, 12, 23)
    meant = day + dt.timedelta(days=distance)
    other = meant + dt.timedelta(days=3)
    assert _count(f"It snowed {_ENGLISH[distance]}, {meant.day} December, all day.", day) == 0
    assert _count(f"It snowed {_ENGLISH[distance]} ({other.day} December) all day.", day) == 1


def test_a_bracket_that_holds_no_date_is_none_of_our_business() -> None:
    assert _count("今天（星期一）下雪，昨日（周日）也下，明天（有雪）再说。", dt.date(2024, 12, 23)) == 0


def test_each_article_is_seen_from_the_day_it_was_sent() -> None:
    sent = "- headline: 雪\n  dateline: 河湾12月19日电\n  body: 昨天（18日）下了。\n"
    text = f"{sent}- headline: 冰\n  body: 昨天（18日）结了。"
    proof = a_proof(edition_yaml(text))
    (remark,) = days_out_of_step(proof, calendar_of(proof))
    assert remark.spot.field == "sections[0].articles[1].body"
