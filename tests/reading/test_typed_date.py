"""A date while it is typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading.typed_date import GOES_ON, meant

NEAR = dt.date(2023, 2, 10)


def span(words: str) -> tuple[str, str] | None:
    found = meant(words, NEAR)
    return (str(found.first), str(found.last)) if found else None


@pytest.mark.parametrize(
    "words",
    [
        "2024-12-23",
        "20241223",
        "2024/12/23",
        "2024.12.23",
        "2024年12月23日",
        "２０２４－１２－２３",
        "2024年12月23",
        "2024-12-23 ",
    ],
)
def test_a_whole_date_is_a_day_however_it_is_written(words: str) -> None:
    assert span(words) == ("2024-12-23", "2024-12-23")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024年", "2024-01-01", "2024-12-31"),
        ("2024-", "2024-01-01", "2024-12-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024年12月", "2024-12-01", "2024-12-31"),
        ("202412", "2024-12-01", "2024-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("12-", "2023-12-01", "2023-12-31"),
        ("12月", "2023-12-01", "2023-12-31"),
        ("12-23", "2023-12-23", "2023-12-23"),
        ("12月23日", "2023-12-23", "2023-12-23"),
        ("12月23号", "2023-12-23", "2023-12-23"),
        ("2", "2023-02-02", "2023-02-02"),
        ("23", "2023-02-23", "2023-02-23"),
        ("23日", "2023-02-23", "2023-02-23"),
    ],
)
def test_part_of_a_date_is_taken_near_the_day_stood_on(words: str, first: str, last: str) -> None:
    assert span(words) == (first, last)


@pytest.mark.parametrize(
    "words",
    ["", "-", "202", "0", "29", "31", "2-30", "2024-13", "2023-02-29", "20240", "0000", "12-23-4", "23年",
     "99999999999",
     "today", "2024--12"],
)  # fmt: skip
def test_what_is_no_date_or_none_yet_means_nothing(words: str) -> None:
    assert span(words) is None


def test_every_step_on_the_way_to_a_date_leads_near_it() -> None:
    steps = [span("2024-12-23"[:length]) for length in range(1, 11)]
    assert [step[0] if step else None for step in steps] == [
        "2023-02-02", "2023-02-20", None, "2024-01-01", "2024-01-01",
        "2024-01-01", "2024-12-01", "2024-12-01", "2024-12-02", "2024-12-23",
    ]  # fmt: skip


@given(st.text([*sorted(GOES_ON), "月", "年"], max_size=16), st.dates())
def test_nothing_that_can_be_typed_is_more_than_no_date(words: str, near: dt.date) -> None:
    found = meant(words, near)
    assert found is None or found.first <= found.last


@given(st.dates(dt.date(1000, 1, 1)), st.dates())
def test_a_date_written_out_is_that_date(date: dt.date, near: dt.date) -> None:
    for words in (date.isoformat(), f"{date:%Y%m%d}", f"{date.year}年{date.month}月{date.day}日"):
        found = meant(words, near)
        assert found is not None
        assert (found.first, found.is_day) == (date, True)
