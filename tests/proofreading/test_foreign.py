"""Addresses, file names and quotations in Latin letters inside Chinese text."""

from __future__ import annotations

import pytest

from reader.proofreading.foreign import (
    Stretch,
    addresses,
    apart,
    foreign_stretches,
    has_letters,
    is_chinese,
    is_spoken_of,
    neighbours,
    without_addresses,
)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a,b?c=d;e!f(1)",
        "www.example.org/新",
        "lin.yizhou@example.com",
        "example.com:8080/list?id=3,4",
        "C:\\docs\\a(1).txt",
        "report(final).pdf",
        "a,b.csv",
    ],
)
def test_an_address_is_found_whole(address: str) -> None:
    text = f"详见{address}，谢谢。"
    ascii_part = "".join(c for c in address if c.isascii())
    assert any(text[start:end] == ascii_part for start, end in addresses(text))


def test_an_address_ends_before_the_mark_of_the_sentence_around_it() -> None:
    text = "见https://example.org/a,再见www.example.org/b)。"
    assert [text[start:end] for start, end in addresses(text)] == [
        "https://example.org/a",
        "www.example.org/b",
    ]


@pytest.mark.parametrize("text", ["增长3.5倍", "PM2.5超标", "第1.2节", "12:30", "他说OK。", "甲:乙"])
def test_figures_and_words_are_no_addresses(text: str) -> None:
    assert list(addresses(text)) == []


def test_the_inside_of_a_latin_quotation_or_bracket_is_foreign() -> None:
    text = "他说“Hello, world!”（Hewan Press, HPC）。"
    assert {text[start:end] for start, end in foreign_stretches(text)} == {
        "Hello, world!",
        "Hewan Press, HPC",
    }


def test_a_quotation_with_chinese_in_it_is_not_foreign() -> None:
    assert foreign_stretches("他说“唱卡拉OK!”，《A面:河湾》") == []


def test_a_quotation_of_figures_is_not_foreign() -> None:
    assert foreign_stretches("比分是“3:2”。ABC") == []


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("河湾市使用Python", True),
        ("He met 林一舟 in Hewan", False),
        ("（A、B）", True),
        ("ABC", False),
        ("2024", False),
        ("“”", False),
    ],
)
def test_the_script_of_a_stretch_is_weighed(text: str, is_it: bool) -> None:
    assert is_chinese(text) is is_it


def test_addresses_are_taken_out_though_one_lies_in_another() -> None:
    assert without_addresses("见https://example.org/a.pdf和b.pdf。") == "见和。"


@pytest.mark.parametrize(
    ("text", "at", "alone"),
    [
        ("“?”", 1, True),
        ("按 ? 键", 2, True),
        ("?", 0, True),
        ("好?", 1, False),
        ("“好?”", 2, False),
        ("好 ,坏", 2, False),
    ],
)
def test_a_mark_that_stands_alone_is_spoken_of(text: str, at: int, alone: bool) -> None:
    assert is_spoken_of(text, at) is alone


def test_neighbours_are_looked_for_beyond_figures_signs_and_quotation_marks() -> None:
    assert neighbours("增长15%，“20”个", 5, 6) == ("长", "个")
    assert neighbours("AQI>150", 3, 4) == ("I", "")
    assert neighbours("雪, 雪", 1, 2).are_chinese
    assert not neighbours("a, b", 1, 2).are_chinese


def test_stretches_that_touch_become_one() -> None:
    assert apart([Stretch(5, 7), Stretch(0, 3), Stretch(2, 4)]) == [(0, 4), (5, 7)]


@pytest.mark.parametrize(("text", "has"), [("αβ", True), ("2×3÷4", False), ("ひ", True), ("河湾", False)])
def test_letters_of_any_script_are_letters_and_signs_are_not(text: str, has: bool) -> None:
    assert has_letters(text) is has
