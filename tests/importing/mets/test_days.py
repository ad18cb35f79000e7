from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.mets.days import day_of

DAY = dt.date(1918, 12, 17)


@pytest.mark.parametrize(
    "text",
    [
        "1918-12-17",
        "1918-12-17T00:00:00",
        "19181217",
        "17.12.1918",
        "17/12/1918",
        "12/17/1918",
        "17 12 1918",
        "1918年12月17日",
        "L’Écho no. 7077 17.12.1918",
        "19181217_1-METS",
        "1918/12/17",
    ],
)
def test_a_day_is_known_as_it_is_written(text: str) -> None:
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "1918", "1918-12", "1918-13-40", "December 1918", "12345678", "0019181217999"]
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert day_of(text) is None


def test_the_first_possible_day_counts() -> None:
    assert day_of("1918-99-99 or 1918-12-17") == DAY


@given(st.dates(dt.date(1600, 1, 1), dt.date(2099, 12, 31)))
def test_every_iso_day_is_itself(day: dt.date) -> None:
    assert day_of(day.isoformat()) == day
    assert day_of(f"{day:%Y%m%d}") == (day if day.year >= 1600 else None)


@given(st.text(max_size=30))
def test_nothing_is_raised_whatever_the_text(text: str) -> None:
    day_of(text)
