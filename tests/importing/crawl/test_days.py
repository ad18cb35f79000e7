from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.days import day_from, day_in, day_in_address, day_of

DAY = dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    "words",
    [
        "2025-03-01",
        "20250301",
        "2025/3/1 09:30",
        "2025.03.01",
        "2025年3月1日",
        "2025 年 03 月 01 日",
        "报_20250301_1",
    ],
)
def test_a_date_is_read_however_it_is_written(words: str) -> None:
    assert day_in(words) == DAY


@pytest.mark.parametrize(
    "words", ["", "20250230", "2025-13-01", "1234567890", "00010101", "2025-3", "三月一日"]
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert day_in(words) is None


def test_the_first_real_day_counts() -> None:
    assert day_in("20250230 与 2025-03-01") == DAY


def test_a_day_the_format_cannot_write_is_none() -> None:
    assert day_of(999, 1, 1) is None
    assert day_of(3000, 1, 1) is None
    assert day_of(2025, 2, 29) is None
    assert day_of(2024, 2, 29) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "value", ["2025-03-01T09:30:00+08:00", 20250301, "1740758400", 1740758400, 1740758400000, " 2025-03-01 "]
)
def test_a_value_of_json_may_be_text_a_number_or_seconds(value: object) -> None:
    assert day_from(value) == DAY


@pytest.mark.parametrize("value", [None, True, 1.5, [], {}, 10**400, -20250301, "", 0])
def test_a_value_that_is_no_day_is_none(value: object) -> None:
    assert day_from(value) is None


def test_a_moment_is_of_the_day_it_is_in_china() -> None:
    assert day_from(int(dt.datetime(2025, 2, 28, 16, 0, tzinfo=dt.UTC).timestamp())) == DAY


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/rb/html/2025-03/01/nw.D1_20250301_1-01.htm",
        "http://localhost/rb/html/2025-03/01/content_9.htm",
        "http://localhost/rb/pc/content/202503/01/content_30012345.html",
        "page_20250301_2-01.htm",
    ],
)
def test_the_address_of_a_page_holds_its_day(address: str) -> None:
    assert day_in_address(address) == DAY


def test_an_address_without_a_day_holds_none() -> None:
    assert day_in_address("http://localhost/article/20259999/1") is None
    assert day_in_address("") is None


@given(st.text(max_size=40) | st.text("0123456789-/年月日", max_size=20))
def test_no_text_is_too_odd_to_look_for_a_day_in(words: str) -> None:
    for found in (day_in(words), day_in_address(words), day_from(words)):
        assert found is None or 1600 <= found.year < 3000


@given(st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    assert day_in(f"{day:%Y%m%d}") == day_in(day.isoformat()) == day
    assert day_in(f"{day.year}年{day.month}月{day.day}日") == day
