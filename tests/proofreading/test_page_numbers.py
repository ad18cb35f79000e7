"""Numbers of pages, however they are written."""

from __future__ import annotations

import pytest

from reader.proofreading.page_numbers import number, page_key


@pytest.mark.parametrize("page", ["2", "02", "第2版", "第二版", "二版", "２", "p. 2", "Page 2", "002"])
def test_one_page_has_one_key(page: str) -> None:
    assert page_key(page) == "2"


@pytest.mark.parametrize(
    ("page", "key"), [("A02", "A2"), ("a2", "A2"), ("十二", "12"), ("10", "10"), ("B十版", "B10")]
)
def test_letters_and_tens_are_kept(page: str, key: str) -> None:
    assert page_key(page) == key


@pytest.mark.parametrize(
    ("words", "value"), [("十", 10), ("十五", 15), ("二十", 20), ("九十九", 99), ("八", 8), ("36", 36)]
)
def test_numerals_are_read(words: str, value: int) -> None:
    assert number(words) == value
