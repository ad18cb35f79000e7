"""Dates in Chinese and English texts, and the weekdays beside them."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.dates import WrittenDate, like_weekday, weekday_beside, written_dates

_NUMERALS = "零一二三四五六七八九"
_DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _one(text: str, *, is_han: bool = True) -> WrittenDate:
    (date,) = written_dates(text, is_han=is_han)
    return date


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return ten + (_NUMERALS[ones] if ones else "")


@given(_DAYS)
def test_a_date_in_figures_is_read(day: dt.date) -> None:
    text = f"会议于{day.year}年{day.month}月{day.day}日召开"
    date = _one(text)
    assert (date.year, date.month, date.day) == (day.year, day.month, day.day)
    assert text[date.start : date.end] == f"{day.year}年{day.month}月{day.day}日"
    assert date.resolved(dt.date(2024, 12, 23)) == day


@given(_DAYS)
def test_a_date_in_chinese_numerals_is_read(day: dt.date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    date = _one(f"{year}年{_chinese(day.month)}月{_chinese(day.day)}日")
    assert (date.year, date.month, date.day) == (day.year, day.month, day.day)
    assert not date.is_in_figures


@given(_DAYS)
def test_an_english_date_is_read_whichever_part_comes_first(day: dt.date) -> None:
    name = _MONTHS[day.month - 1]
    for text in (f"on {name} {day.day}, {day.year}, it", f"on {day.day} {name} {day.year} it"):
        date = _one(text, is_han=False)
        assert (date.year, date.month, date.day) == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [("Dec. 5", 12, 5), ("Sept. 3rd", 9, 3), ("5 May", 5, 5), ("the 4th of July", 7, 4), ("Jan 31", 1, 31)],
)
def test_short_english_dates_are_read(text: str, month: int, day: int) -> None:
    date = _one(text, is_han=False)
    assert (date.month, date.day, date.year) == (month, day, None)


@pytest.mark.parametrize(
    "text",
    [
        "3个月15日",
        "农历八月15日",
        "农历2024年八月十五日",
        "闰六月初一",
        "第12月",
        "1.12月5",
        "12月18、19两天",
    ],
)
def test_what_is_no_date_of_this_calendar_is_left_out(text: str) -> None:
    assert list(written_dates(text, is_han=True)) == []


@pytest.mark.parametrize("text", ["December 2024", "May 10% more", "in March", "Marchers 12", "12 Mayors"])
def test_what_is_no_english_date_is_left_out(text: str) -> None:
    assert list(written_dates(text, is_han=False)) == []


@pytest.mark.parametrize(
    ("text", "possible"),
    [("6月31日", False), ("13月5日", False), ("2023年2月29日", False), ("2月29日", True), ("2月30日", False)],
)
def test_it_is_known_which_days_there_are(text: str, possible: bool) -> None:
    assert _one(text).is_possible is possible


@pytest.mark.parametrize(
    ("text", "near", "meant"),
    [
        ("12月31日", "2024-01-02", "2023-12-31"),
        ("1月2日", "2024-12-31", "2025-01-02"),
        ("12月18日", "2024-12-23", "2024-12-18"),
        ("去年12月18日", "2024-12-23", "2023-12-18"),
        ("今年2月29日", "2023-12-23", None),
        ("当年2月28日", "2023-12-23", None),
        ("2月29日", "2023-12-23", "2024-02-29"),
        ("2月29日", "2026-06-23", None),
    ],
)
def test_a_date_without_a_year_is_the_nearest_one(text: str, near: str, meant: str | None) -> None:
    found = _one(text).resolved(dt.date.fromisoformat(near))
    assert (found and found.isoformat()) == meant


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("12月18日（星期三）", "星期三"),
        ("12月18日(周三)", "周三"),
        ("12月18日星期天，", "星期天"),
        ("12月18日是星期三，", "星期三"),
        ("星期三（12月18日）", "星期三"),
        ("本周三（12月18日）", "周三"),
        ("12月18日周三上午", "周三"),
    ],
)
def test_the_weekday_beside_a_date_is_found(text: str, weekday: str) -> None:
    found = weekday_beside(text, _one(text), is_han=True)
    assert found is not None
    assert text[found.start : found.end] == weekday
    assert found.number == "一二三四五六天".index(weekday[-1])


@pytest.mark.parametrize(
    "text",
    [
        "1月8日周一良先生",
        "12月20日（星期三至星期五）",
        "12月20日（星期三、四）",
        "每逢周三12月18日",
        "12月18日，下雪",
    ],
)
def test_a_range_of_weekdays_or_a_name_is_no_weekday_of_the_date(text: str) -> None:
    assert weekday_beside(text, _one(text), is_han=True) is None


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("on Monday, December 23, the", "Monday"),
        ("on Mon., Dec. 23", "Mon."),
        ("Monday 23 December 2024", "Monday"),
        ("December 23 (Monday)", "Monday"),
        ("Sat Dec 21", "Sat"),
        ("Tues, Dec 24", "Tues"),
    ],
)
def test_the_weekday_beside_an_english_date_is_found(text: str, weekday: str) -> None:
    found = weekday_beside(text, _one(text, is_han=False), is_han=False)
    assert found is not None
    assert text[found.start : found.end] == weekday


@pytest.mark.parametrize("text", ["Monday to Wednesday, December 25", "Sunday school. December 25"])
def test_an_english_range_ends_in_no_weekday_of_the_date(text: str) -> None:
    assert weekday_beside(text, _one(text, is_han=False), is_han=False) is None


@pytest.mark.parametrize(
    ("word", "other"),
    [("星期三", "星期四"), ("周日", "周四"), ("Monday", "Thursday"), ("Mon.", "Thu."), ("Mon", "Thu")],
)
def test_another_weekday_is_written_in_the_same_form(word: str, other: str) -> None:
    assert like_weekday(word, 3) == other


@pytest.mark.parametrize("text", ["2024 年 12 月 18 日", "2024年12月 18日", "2024年 12月18日"])
def test_a_date_may_be_set_with_spaces(text: str) -> None:
    date = _one(f"于{text}召开")
    assert (date.year, date.month, date.day, date.start) == (2024, 12, 18, 1)


def test_several_dates_are_read_in_order_and_without_overlap() -> None:
    found = list(written_dates("12月18日至20日、12月22日和2025年1月3日", is_han=True))
    assert [(date.year, date.month, date.day) for date in found] == [
        (None, 12, 18),
        (None, 12, 22),
        (2025, 1, 3),
    ]
    english = list(written_dates("from 3 May 2024 to June 5, and on July 9", is_han=False))
    assert [(date.month, date.day) for date in english] == [(5, 3), (6, 5), (7, 9)]
    assert all(one.end <= other.start for one, other in pairwise(english))


@given(_DAYS, st.integers(-170, 170))
def test_a_day_less_than_half_a_year_away_needs_no_year(near: dt.date, distance: int) -> None:
    day = near + dt.timedelta(days=distance)
    if (day.month, day.day) != (2, 29):
        assert _one(f"{day.month}月{day.day}日").resolved(near) == day


@given(st.text(st.sampled_from("12月18日年去（星期三周）、，一十"), max_size=30))
def test_no_text_is_too_odd(text: str) -> None:
    for date in written_dates(text, is_han=True):
        assert 0 <= date.start < date.end <= len(text)
        date.resolved(dt.date(2024, 12, 23))
        weekday = weekday_beside(text, date, is_han=True)
        assert weekday is None or 0 <= weekday.start < weekday.end <= len(text)
