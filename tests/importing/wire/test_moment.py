from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.wire.moment import Moment, moment

CHINA = dt.timezone(dt.timedelta(hours=8))


@pytest.mark.parametrize(
    "written",
    ["2025-03-01", "20250301", " 2025-03-01 ", "2025-03-01T09:30", "20250301T093000", "2025-03-01 09:30:15"],
)
def test_a_day_is_read_with_or_without_marks_and_time(written: str) -> None:
    assert moment(written) == Moment(dt.date(2025, 3, 1))


@pytest.mark.parametrize(
    "written",
    ["2025-03-01T09:30:00+08:00", "20250301T093000+0800", "2025-03-01T09:30:00.250+08", "20250301T0930+0800"],
)
def test_an_offset_makes_an_instant(written: str) -> None:
    found = moment(written)
    assert found is not None
    assert found.instant == dt.datetime(2025, 3, 1, 9, 30, tzinfo=CHINA)
    assert found.day == dt.date(2025, 3, 1)


def test_an_offset_may_be_behind_greenwich_and_of_half_an_hour() -> None:
    found = moment("2025-03-01T09:30:00-03:30")
    assert found is not None
    assert found.instant is not None
    assert found.instant.utcoffset() == -dt.timedelta(hours=3, minutes=30)


def test_z_is_greenwich() -> None:
    found = moment("20250301T233000Z")
    assert found is not None
    assert found.instant == dt.datetime(2025, 3, 1, 23, 30, tzinfo=dt.UTC)


def test_twenty_four_is_the_next_day() -> None:
    found = moment("2025-02-28T24:00:00+08:00")
    assert found is not None
    assert found.day == dt.date(2025, 3, 1)


def test_an_impossible_time_leaves_the_day() -> None:
    assert moment("2025-03-01T27:00") == Moment(dt.date(2025, 3, 1))


def test_a_day_with_an_offset_alone_is_a_day() -> None:
    assert moment("20250301+0100") == Moment(dt.date(2025, 3, 1))


@pytest.mark.parametrize(
    "written", [None, "", "soon", "2025-13-01", "2025-02-30", "0000-01-01", "March 1, 2025"]
)
def test_what_is_no_day_is_none(written: str | None) -> None:
    assert moment(written) is None


def test_the_day_in_another_zone_may_be_the_next() -> None:
    found = moment("2025-03-01T23:30:00Z")
    assert found is not None
    assert found.day_in("Asia/Shanghai") == dt.date(2025, 3, 2)
    assert found.day_in(None) == dt.date(2025, 3, 1)
    assert found.day_in("Nowhere/At-All") == dt.date(2025, 3, 1)


def test_a_day_without_an_instant_is_the_same_everywhere() -> None:
    assert Moment(dt.date(2025, 3, 1)).day_in("Asia/Shanghai") == dt.date(2025, 3, 1)


def test_the_end_of_all_days_is_no_error() -> None:
    found = moment("9999-12-31T24:00:00Z")
    assert found is None
    last = moment("9999-12-31T23:00:00Z")
    assert last is not None
    assert last.day_in("Asia/Shanghai") == dt.date(9999, 12, 31)


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = moment(text)
    if found is not None:
        assert isinstance(found.day_in("Asia/Shanghai"), dt.date)


@given(st.datetimes(min_value=dt.datetime(1900, 1, 1), timezones=st.just(CHINA)))
def test_what_python_writes_is_read_back(instant: dt.datetime) -> None:
    found = moment(instant.replace(microsecond=0).isoformat())
    assert found == Moment(instant.date(), instant.replace(microsecond=0))
