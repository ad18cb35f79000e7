from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.day_words import date_words, end_words, moment_words, weekday_words
from reader.edition.wording import Tongue

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = dt.date(2024, 12, 23)


def test_a_day_has_its_name_in_both_tongues() -> None:
    assert weekday_words(DAY, "zh") == "星期一"
    assert weekday_words(DAY + dt.timedelta(6), "en") == "Sunday"


def test_a_date_is_written_as_papers_write_it() -> None:
    assert date_words(DAY, "zh") == "2024年12月23日"
    assert date_words(DAY, "en") == "23 Dec 2024"


def test_a_date_can_leave_out_its_year() -> None:
    assert date_words(DAY, "zh", with_year=False) == "12月23日"
    assert date_words(DAY, "en", with_year=False) == "23 Dec"


@pytest.mark.parametrize(
    ("minute", "zh", "en"),
    [(0, "2024年12月23日0时", "23 Dec 2024 00:00"), (5, "2024年12月23日0时5分", "23 Dec 2024 00:05")],
)
def test_a_moment_is_told_in_the_zone_it_is_asked_for(minute: int, zh: str, en: str) -> None:
    moment = dt.datetime(2024, 12, 22, 16, minute, tzinfo=dt.UTC)
    assert moment_words(moment, SHANGHAI, "zh") == zh
    assert moment_words(moment, SHANGHAI, "en") == en
    assert moment_words(moment, ZoneInfo("Europe/London"), "zh").startswith("2024年12月22日16时")


def test_the_year_goes_without_saying_where_it_is_the_papers() -> None:
    new_year = dt.datetime(2024, 12, 31, 16, tzinfo=dt.UTC)
    assert moment_words(new_year, SHANGHAI, "zh", year=2025) == "1月1日0时"
    assert moment_words(new_year, SHANGHAI, "zh", year=2024) == "2025年1月1日0时"
    assert moment_words(new_year, ZoneInfo("UTC"), "en", year=2024) == "31 Dec 16:00"


@given(st.datetimes(timezones=st.just(dt.UTC)), st.sampled_from(["zh", "en"]))
def test_moments_a_minute_apart_are_never_told_alike(moment: dt.datetime, tongue: Tongue) -> None:
    zone = ZoneInfo("UTC")
    if moment < dt.datetime.max.replace(tzinfo=dt.UTC) - dt.timedelta(minutes=1):
        later = moment + dt.timedelta(minutes=1)
        assert moment_words(moment, zone, tongue) != moment_words(later, zone, tongue)


def test_a_span_that_ends_at_midnight_ends_at_24_of_its_last_day() -> None:
    midnight = dt.datetime(2024, 12, 31, 16, tzinfo=dt.UTC)
    assert end_words(midnight, SHANGHAI, "zh") == "2024年12月31日24时"
    assert end_words(midnight, SHANGHAI, "en") == "31 Dec 2024 24:00"
    assert end_words(midnight, SHANGHAI, "zh", year=2024) == "12月31日24时"
    assert end_words(midnight, SHANGHAI, "en", year=2025) == "31 Dec 2024 24:00"


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_span_that_ends_at_another_time_is_told_as_any_moment(tongue: Tongue) -> None:
    for minute in (1, 59):
        moment = dt.datetime(2024, 12, 22, 16, minute, tzinfo=dt.UTC)
        assert end_words(moment, SHANGHAI, tongue) == moment_words(moment, SHANGHAI, tongue)


def test_the_first_midnight_there_is_has_no_day_before() -> None:
    first = dt.datetime.min.replace(tzinfo=dt.UTC)
    assert end_words(first, ZoneInfo("UTC"), "zh") == "1年1月1日0时"
