from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.limits import beyond_calendar, beyond_clock


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("2026-11-31", "2026年11月有30天，没有这一天", "November 2026 has 30 days: this day does not exist"),
        ("2025-02-29", "2025年2月有28天，没有这一天", "February 2025 has 28 days: this day does not exist"),
        (
            "2024-02-30T08:00",
            "2024年2月有29天，没有这一天",
            "February 2024 has 29 days: this day does not exist",
        ),
        ("2025-13-01", "月份从 01 到 12", "months go from 01 to 12"),
        ("2025-00-01", "月份从 01 到 12", "months go from 01 to 12"),
    ],
)
def test_a_day_that_is_not_is_told_by_its_month(words: str, zh: str, en: str) -> None:
    beyond = beyond_calendar(words)
    assert beyond is not None
    assert (beyond.zh, beyond.en) == (zh, en)


@given(st.dates(dt.date(1600, 1, 1), dt.date(2999, 12, 31)))
def test_no_day_of_the_calendar_is_beyond_it(day: dt.date) -> None:
    assert beyond_calendar(day.isoformat()) is None


@pytest.mark.parametrize("words", ["", "2025/11/31", "昨天", "2025-11-311", "1599-11-31", "２０２５-11-31"])
def test_what_is_not_written_as_a_date_is_another_mistake(words: str) -> None:
    assert beyond_calendar(words) is None


@pytest.mark.parametrize("clock", ["25:00", "24:30", "24:01", "24:00:01", "99:00", "24:00:00.5"])
def test_hours_end_with_24(clock: str) -> None:
    beyond = beyond_clock(f"2025-03-04T{clock}")
    assert beyond is not None
    assert "24:00" in beyond.zh
    assert "hours go to 24:00" in beyond.en


@pytest.mark.parametrize("clock", ["20:60", "20:59:60"])
def test_minutes_and_seconds_end_with_59(clock: str) -> None:
    beyond = beyond_clock(f"2025-03-04T{clock}")
    assert beyond is not None
    assert "59" in beyond.zh
    assert "59" in beyond.en


@pytest.mark.parametrize(
    "clock", ["T00:00", "T24:00", "T24:00:00", "T24:00:00.0", "T23:59:59", "T8:00", " 25:00", ""]
)
def test_other_times_are_not_beyond_the_clock(clock: str) -> None:
    assert beyond_clock(f"2025-03-04{clock}") is None
