"""Days and hours as a page prints them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.page_text.moments import full_days, moments


def _told(text: str, year: int | None = 2025) -> list[tuple[str, bool]]:
    return [(moment.at.isoformat(timespec="minutes"), moment.has_hour) for moment in moments(text, year)]


@pytest.mark.parametrize(
    ("text", "at", "has_hour"),
    [
        ("2025年2月3日", "2025-02-03T00:00", False),
        ("2025年2月3日8时", "2025-02-03T08:00", True),
        ("2025年2月3日8时30分", "2025-02-03T08:30", True),
        ("2025年2月3日 8:30", "2025-02-03T08:30", True),
        ("2025年2月3日8点半", "2025-02-03T08:30", True),
        ("2025年2月3日24时", "2025-02-04T00:00", True),
        ("2025年12月31日24时", "2026-01-01T00:00", True),
        ("2025年2月3日下午3时", "2025-02-03T15:00", True),
        ("2025年2月3日晚8点", "2025-02-03T20:00", True),
        ("2025年2月3日凌晨3时", "2025-02-03T03:00", True),
        ("２０２５年２月３日８时", "2025-02-03T08:00", True),
        ("2025-02-03 08:30", "2025-02-03T08:30", True),
        ("2025-02-03T08:30", "2025-02-03T08:30", True),
        ("3 Feb 2025 08:30", "2025-02-03T08:30", True),
        ("3 February 2025", "2025-02-03T00:00", False),
        ("2月3日8时", "2025-02-03T08:00", True),
        ("2月3日（周一）8时", "2025-02-03T08:00", True),
        ("2月3日星期一 8:30", "2025-02-03T08:30", True),
        ("February 3, 2025, 6 p.m.", "2025-02-03T18:00", True),
        ("6.30 pm on 3 February 2025", "2025-02-03T18:30", True),
        ("12 am on Monday, 3 February 2025", "2025-02-03T00:00", True),
        ("noon on 3rd February 2025", "2025-02-03T12:00", True),
    ],
)
def test_a_moment_is_read_as_it_is_printed(text: str, at: str, has_hour: bool) -> None:
    assert _told(f"自{text}起") == [(at, has_hour)]


def test_what_one_leaves_out_is_that_of_the_one_before() -> None:
    assert [at for at, _ in _told("2024年12月30日8时至31日20时，1日再说；9时")] == [
        "2024-12-30T08:00",
        "2024-12-31T20:00",
        "2024-12-01T00:00",
        "2024-12-01T09:00",
    ]


@pytest.mark.parametrize("text", ["2025年2月30日", "2025年13月1日", "3日", "8时", "2月3日25时", "没有日子"])
def test_what_is_no_moment_is_left_out(text: str) -> None:
    assert _told(text) == []


def test_a_day_whose_year_nobody_says_is_left_out() -> None:
    assert _told("2月3日8时", year=None) == []


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("明天8时", "2025-02-04T08:00"),
        ("今晚8时", "2025-02-03T20:00"),
        ("即日起", "2025-02-03T00:00"),
        ("8时", "2025-02-03T08:00"),
        ("9 a.m. Sunday", "2025-02-09T09:00"),
        ("9 a.m. tomorrow", "2025-02-04T09:00"),
        ("until midnight", "2025-02-04T00:00"),
        ("from midnight", "2025-02-03T00:00"),
    ],
)
def test_what_no_day_is_written_for_is_reckoned_from_the_paper_s_day(text: str, at: str) -> None:
    (moment,) = moments(text, 2025, dt.date(2025, 2, 3))
    assert moment.at.isoformat(timespec="minutes") == at


def test_the_next_day_is_that_after_the_day_named_last() -> None:
    found = [at for at, _ in _told("2025年3月6日22时至次日6时，翌日再说；次年1月2日")]
    assert found == ["2025-03-06T22:00", "2025-03-07T06:00", "2025-03-08T00:00", "2026-01-02T00:00"]


def test_today_is_the_day_on_which_it_was_said() -> None:
    found = list(moments("2月2日17时发布，今天和明天", 2025, dt.date(2025, 2, 3)))
    assert [moment.at.day for moment in found] == [2, 2, 3]


def test_an_hour_of_the_same_evening_is_late_too() -> None:
    assert [at for at, _ in _told("2月3日晚8时至10时")] == ["2025-02-03T20:00", "2025-02-03T22:00"]


def test_each_moment_knows_where_it_stands() -> None:
    (moment,) = moments("自2025年2月3日8时起", None)
    assert (moment.start, moment.end) == (1, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年2月3日", (2025, 2, 3)),
        ("2025-02-03", (2025, 2, 3)),
        ("2025/2/3", (2025, 2, 3)),
        ("3 February 2025", (2025, 2, 3)),
        ("Feb. 3, 2025", (2025, 2, 3)),
        ("February 3, 2025", (2025, 2, 3)),
    ],
)
def test_a_full_day_is_found_in_every_form(text: str, day: tuple[int, int, int]) -> None:
    assert [found for _, found in full_days(f"({text})")] == [dt.date(*day)]


@pytest.mark.parametrize("text", ["2月3日", "2025年2月", "2025-02-31", "1.2.3", "12025-02-033"])
def test_what_is_no_full_day_is_not_found(text: str) -> None:
    assert list(full_days(text)) == []


@given(st.text("0123456789年月日时分至-:/. 上下午半Feb次今明晚pam", max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    assert all(moment.start < moment.end for moment in moments(text, 2025))
    assert all(day.year >= 1600 for _, day in full_days(text))
