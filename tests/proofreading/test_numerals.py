"""Numerals, Arabic and Chinese."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.numerals import amount, whole, worth

_FIGURES = "零一二三四五六七八九"


def _spoken(number: int) -> str:
    """Say a number below a hundred million as it is said, every zero inside it once."""
    high, low = divmod(number, 10_000)
    if high:
        zero = "零" if low and low < 1000 else ""
        return f"{_below_myriad(high)}万{zero}{_below_myriad(low) if low else ''}"
    return _below_myriad(low)


def _below_myriad(number: int) -> str:
    words, skipped = "", False
    for unit, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure, number = divmod(number, unit)
        if figure:
            words += ("零" if skipped and words else "") + _FIGURES[figure] + mark
            skipped = False
        else:
            skipped = True
    return words or "零"


@given(st.integers(0, 99_999_999))
def test_a_number_is_read_as_it_is_said(number: int) -> None:
    assert worth(_spoken(number)) == number


@given(st.integers(1000, 9999))
def test_figures_side_by_side_are_read_one_by_one(year: int) -> None:
    assert whole("".join("〇一二三四五六七八九"[int(figure)] for figure in str(year))) == year


@given(st.integers(0, 10**12))
def test_commas_do_not_change_a_number(number: int) -> None:
    assert worth(f"{number:,}") == worth(str(number)) == number


@given(st.decimals(0, 10_000, places=2))
def test_ten_thousand_of_it_is_ten_thousand_times_it(number: Decimal) -> None:
    assert worth(f"{number}万") == number * 10_000


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("两千", 2000),
        ("一百二", 120),
        ("一百零二", 102),
        ("一万二", 12_000),
        ("一亿二千万", 120_000_000),
        ("一万亿", 10**12),
        ("10亿零817万5288", 1_008_175_288),
        ("3千5百", 3500),
        ("1百零8", 108),
        ("3百万", 3_000_000),
        ("1.3万亿", 13 * 10**11),
        ("２３", 23),
    ],
)
def test_other_ways_to_write_a_number(words: str, value: int) -> None:
    assert whole(words) == value


@pytest.mark.parametrize("words", ["95.06", "95．06", "九十五点零六"])
def test_a_fraction_has_any_of_three_points(words: str) -> None:
    assert worth(words) == Decimal("95.06")
    assert whole(words) is None


@pytest.mark.parametrize(
    "words", ["", "第", "三四", "三四十", "百", "万", "三点", "3.5.6", "五点十", "一两", "3千零"]
)
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert worth(words) is None


@pytest.mark.parametrize(
    ("words", "value", "step"),
    [
        ("2322.48万", 23_224_800, 100),
        ("1.3亿", 130_000_000, 10_000_000),
        ("1,691", 1691, 1),
        ("3百万", 3_000_000, 1_000_000),
    ],
)
def test_an_amount_tells_its_smallest_step(words: str, value: int, step: int) -> None:
    told = amount(words)
    assert told is not None
    assert [int(number) for number in told] == [value, step]


def test_an_amount_lies_within_half_a_step() -> None:
    told = amount("1.3亿")
    assert told is not None
    assert [int(told.least), int(told.most)] == [125_000_000, 135_000_000]


@pytest.mark.parametrize("words", ["三百", "", "3千5百", "约30"])
def test_only_an_arabic_number_with_its_unit_is_an_amount(words: str) -> None:
    assert amount(words) is None
