from __future__ import annotations

import pytest

from reader.importing.html_numbering import Numbering, number


def labels(name: str, attributes: dict[str, str], *values: str) -> list[str]:
    """What stands before each item: its number, or the words that replace it, or a dash."""
    numbering = Numbering(name, attributes)
    items = [numbering.item({"value": value} if value else {}) for value in values]
    return [item.ordinal or item.label or "-" for item in items]


@pytest.mark.parametrize(
    ("attributes", "values", "found"),
    [
        ({}, ("", "", ""), ["1", "2", "3"]),
        ({"start": "0"}, ("", ""), ["0", "1"]),
        ({"start": "5", "reversed": ""}, ("", ""), ["5", "4"]),
        ({"reversed": ""}, ("", ""), ["-", "-"]),
        ({}, ("7", "", "x"), ["7", "8", "9"]),
        ({"start": "-1"}, ("", "", ""), ["-1. ", "0", "1"]),
        ({"type": "a"}, ("", "26", ""), ["a. ", "z. ", "aa. "]),
        ({"type": "A", "start": "0"}, ("", ""), ["0", "A. "]),
        ({"type": "i"}, ("4", "9", "1990"), ["iv. ", "ix. ", "mcmxc. "]),
        ({"type": "I"}, ("3", "4000"), ["III. ", "4000"]),
        ({"type": "disc"}, ("",), ["1"]),
    ],
)
def test_items_are_counted(attributes: dict[str, str], values: tuple[str, ...], found: list[str]) -> None:
    assert labels("ol", attributes, *values) == found


def test_points_are_not_counted() -> None:
    assert labels("ul", {"start": "3"}, "", "4") == ["-", "-"]


@pytest.mark.parametrize(
    ("words", "value"),
    [("12", 12), (" +3px", 3), ("-4", -4), ("x", None), ("", None), ("1234567890", 123456789)],
)
def test_the_number_words_begin_with(words: str, value: int | None) -> None:
    assert number(words) == value
