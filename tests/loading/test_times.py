from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.times import (
    NoSuchTime,
    date_from,
    date_meant,
    instant_from,
    instant_meant,
    is_skipped,
    zone_from,
    zone_meant,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")


@given(st.dates(dt.date(1600, 1, 1), dt.date(2999, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: dt.date) -> None:
    assert date_from(day.isoformat()) == day
    assert date_meant(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "2024",
        "2024-1-2",
        "20240102",
        "2024-W01-1",
        "2024-02-30",
        "1599-12-31",
        "3000-01-01",
        "２０２４-01-02",
        "2024-01-02 ",
        "2024-01-02\n",
    ],
)
def test_anything_else_is_no_day(words: str) -> None:
    with pytest.raises(NoSuchTime):
        date_from(words)


@pytest.mark.parametrize("words", ["2024/1/2", "2024.01.02", "20240102", "２０２４年１月２日", "2024-1-2"])
def test_what_day_was_meant_is_told(words: str) -> None:
    assert date_meant(words) == "2024-01-02"


@pytest.mark.parametrize("words", ["昨天", "1月2日", "2024-02-30", "2024", "99999999"])
def test_no_day_is_made_up(words: str) -> None:
    assert date_meant(words) is None


@given(st.datetimes(dt.datetime(1600, 1, 1), dt.datetime(2999, 12, 30)), st.integers(-14 * 60, 14 * 60))
def test_a_time_with_an_offset_is_that_instant(moment: dt.datetime, minutes: int) -> None:
    aware = moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    assert instant_from(aware.isoformat(), SHANGHAI) == aware


def test_a_time_without_an_offset_is_in_the_zone_of_the_edition() -> None:
    assert instant_from("2025-03-04T08:00", SHANGHAI).isoformat() == "2025-03-04T08:00:00+08:00"
    assert instant_from("2025-07-04T08:00", BERLIN).isoformat() == "2025-07-04T08:00:00+02:00"
    assert instant_from("2025-12-04T08:00", BERLIN).isoformat() == "2025-12-04T08:00:00+01:00"


@pytest.mark.parametrize("words", ["2024-12-31T24:00", "2024-12-31T24:00:00", "2024-12-31T24:00:00.0"])
def test_24_hours_are_the_next_day(words: str) -> None:
    assert instant_from(words, SHANGHAI).isoformat() == "2025-01-01T00:00:00+08:00"
    assert instant_from(words + "Z", SHANGHAI).isoformat() == "2025-01-01T00:00:00+00:00"
    assert instant_from(words + "-05", SHANGHAI).isoformat() == "2025-01-01T00:00:00-05:00"


@pytest.mark.parametrize(
    "clock",
    [
        "T25:00",
        "T24:01",
        "T24:00:01",
        "T8:00",
        "T08",
        "T08:60",
        "T08:00:60",
        " 08:00",
        "t08:00",
        "T08:00+15:00",
        "T08:00+08:60",
        "T08:00 +08:00",
        "",
    ],
)
def test_anything_else_is_no_time(clock: str) -> None:
    with pytest.raises(NoSuchTime):
        instant_from("2025-03-04" + clock, SHANGHAI)


def test_a_time_on_no_day_is_no_time() -> None:
    with pytest.raises(NoSuchTime):
        instant_from("2025-02-30T08:00", SHANGHAI)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2025-03-04", "2025-03-04T00:00"),
        ("2025-03-04 8:00", "2025-03-04T08:00"),
        ("2025年3月4日8时30分", "2025-03-04T08:30"),
        ("2025/3/4 18:05:00", "2025-03-04T18:05"),
        ("2025-03-04 25:00", None),
        ("8:00", None),
        ("", None),
    ],
)
def test_what_time_was_meant_is_told(words: str, meant: str | None) -> None:
    assert instant_meant(words) == meant


def test_a_local_time_that_clocks_jump_over_is_known() -> None:
    assert is_skipped("2025-03-30T02:30", BERLIN)
    assert not is_skipped("2025-03-30T02:30+01:00", BERLIN)
    assert not is_skipped("2025-03-30T02:30Z", BERLIN)
    assert not is_skipped("2025-10-26T02:30", BERLIN)
    assert not is_skipped("2025-03-30T02:30", SHANGHAI)


def test_zones_are_those_of_the_tz_database() -> None:
    assert zone_from("UTC").key == "UTC"
    for name in (
        "",
        "Asia",
        "Asia/Beijing",
        "+08:00",
        "../UTC",
        "/etc/localtime",
        "Asia/Shanghai\n",
        "a" * 5000,
    ):
        with pytest.raises(NoSuchTime):
            zone_from(name)


@pytest.mark.parametrize(
    "words", ["Asia/Beijing", "北京时间", "UTC+8", "+08:00", "asia/shanghai", "Asia/Shanghia"]
)
def test_what_zone_was_meant_is_told(words: str) -> None:
    assert zone_meant(words) == "Asia/Shanghai"


def test_no_zone_is_made_up() -> None:
    assert zone_meant("Middle-earth/Bree") is None
