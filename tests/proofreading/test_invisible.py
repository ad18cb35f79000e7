"""Characters that do not belong in a newspaper."""

from __future__ import annotations

import pytest

from reader.proofreading.invisible import PATTERN, Sort, has_any, is_needed, is_right_to_left


def _sorts(text: str) -> list[Sort]:
    return [Sort[str(match.lastgroup)] for match in PATTERN.finditer(text)]


@pytest.mark.parametrize(
    ("character", "sort"),
    [
        ("\u200b", Sort.ZERO_WIDTH),
        ("\ufeff", Sort.ZERO_WIDTH),
        ("\u00ad", Sort.ZERO_WIDTH),
        ("\u2060", Sort.ZERO_WIDTH),
        ("\u3164", Sort.ZERO_WIDTH),
        ("\u200d", Sort.JOINER),
        ("\u202e", Sort.BIDI),
        ("\u2066", Sort.BIDI),
        ("\x1b", Sort.CONTROL),
        ("\x00", Sort.CONTROL),
        ("\x9b", Sort.CONTROL),
        ("\r", Sort.CONTROL),
        ("\x85", Sort.LINE),
        ("\u2028", Sort.LINE),
        ("\ufffd", Sort.LOST),
        ("\ufffc", Sort.OBJECT),
        ("\ue000", Sort.PRIVATE),
        ("\U000f1234", Sort.PRIVATE),
        ("\U000e0041", Sort.TAG),
        ("\u2f08", Sort.RADICAL),
    ],
)
def test_every_sort_is_told(character: str, sort: Sort) -> None:
    assert has_any(f"河湾{character}市")
    assert _sorts(f"河湾{character}市") == [sort]


@pytest.mark.parametrize(
    "text", ["河湾市\n“雪”——\t3℃　……", "Don’t – naïve\xa0café", "𠀀〇々", "①Ⅲ□", "한국어"]
)
def test_text_that_is_seen_has_none(text: str) -> None:
    assert not has_any(text)
    assert _sorts(text) == []


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("क्\u200dष", Sort.JOINER),
        ("می\u200cخواهم", Sort.JOINER),
        ("👩\u200d🌾", Sort.JOINER),
        ("❤\ufe0f\u200d🔥", Sort.JOINER),
        ("שלום\u200f (HPC)", Sort.BIDI),
        ("🏴\U000e0067\U000e0062\U000e007f", Sort.TAG),
    ],
)
def test_what_a_script_needs_is_left_alone(text: str, sort: Sort) -> None:
    (match,) = PATTERN.finditer(text)
    assert is_needed(text, match.start(), match.end(), sort)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("河\u200d湾", Sort.JOINER),
        ("👩\u200d", Sort.JOINER),
        ("河\u200e湾", Sort.BIDI),
        ("שלום\u202eabc", Sort.BIDI),
        ("河\U000e0067湾", Sort.TAG),
        ("河\u200b湾", Sort.ZERO_WIDTH),
    ],
)
def test_the_same_characters_elsewhere_are_not_needed(text: str, sort: Sort) -> None:
    (match,) = PATTERN.finditer(text)
    assert not is_needed(text, match.start(), match.end(), sort)


def test_hebrew_and_arabic_are_written_from_the_right() -> None:
    assert is_right_to_left("他说שלום")
    assert not is_right_to_left("他说hello")
