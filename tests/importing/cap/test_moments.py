from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.cap.moments import moment_from

CHINA = dt.timezone(dt.timedelta(hours=8))
EIGHT = dt.datetime(2025, 3, 1, 8, tzinfo=CHINA)


@pytest.mark.parametrize(
    "words",
    [
        "2025-03-01T08:00:00+08:00",
        "2025-03-01T00:00:00-00:00",
        "2025-03-01T00:00:00Z",
        "2025-03-01T00:00:00.000Z",
        "2025-03-01T08:00+08:00",
        "2025-03-01T08:00:00+0800",
        "2025-03-01T08:00:00+08",
        "2025-03-01 08:00:00+08:00",
        " 2025-03-01T08:00:00 +08:00 ",
        "20250301T080000+0800",
        "2025-02-28T24:00:00Z",
        "2025-02-28T20:00:00\u221204:00",
        "Sat, 01 Mar 2025 00:00:00 GMT",
        "Sat, 01 Mar 2025 08:00:00 +0800",
    ],
)
def test_a_time_with_an_offset_is_read_in_many_forms(words: str) -> None:
    moment = moment_from(words, dt.UTC)
    assert moment is not None
    assert (moment.at, moment.is_zoned) == (EIGHT, True)


def test_a_time_without_an_offset_is_in_the_zone_it_is_read_in() -> None:
    moment = moment_from("2025-03-01 08:00:00", CHINA)
    assert moment is not None
    assert (moment.at, moment.is_zoned) == (EIGHT, False)


def test_a_leap_second_is_the_second_before() -> None:
    moment = moment_from("2016-12-31T23:59:60Z", dt.UTC)
    assert moment is not None
    assert moment.at.second == 59


@pytest.mark.parametrize(
    "words",
    [
        "",
        "tomorrow",
        "2025-02-30T08:00:00Z",
        "2025-03-01T25:00:00Z",
        "2025-03-01T08:61:00Z",
        "2025-03-01T08:00:00+19:00",
        "2025-03-01",
        "9999-12-31T24:00:00Z",
        "1066-10-14T08:00:00Z",
        "0000-01-01T00:00:00Z",
    ],
)
def test_what_is_no_time_is_none(words: str) -> None:
    assert moment_from(words, dt.UTC) is None


@given(st.text(max_size=40))
def test_no_words_raise(words: str) -> None:
    moment = moment_from(words, dt.UTC)
    assert moment is None or moment.at.utcoffset() is not None


@given(st.datetimes(dt.datetime(1700, 1, 1), dt.datetime(2900, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_every_time_of_the_profile_is_read(moment: dt.datetime, minutes: int) -> None:
    there = moment.replace(microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    found = moment_from(there.isoformat(), dt.UTC)
    assert found is not None
    assert (found.at, found.at.utcoffset()) == (there, there.utcoffset())
