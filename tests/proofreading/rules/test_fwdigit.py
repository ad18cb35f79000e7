"""T-FWDIGIT: full-width figures or Latin letters."""

from __future__ import annotations

import random
import re

import pytest

from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


@pytest.mark.parametrize(
    ("wide", "half"),
    [
        ("２３２５", "2325"),
        ("ＡＱＩ", "AQI"),
        ("ｋｍ", "km"),
        ("３．１４", "3.14"),
        ("Ｔ３４", "T34"),
        ("Ａ", "A"),
    ],
)
def test_a_run_of_full_width_characters_becomes_half_width(wide: str, half: str) -> None:
    (found,) = findings("T-FWDIGIT", f"全县有{wide}台。")
    assert (found.words, found.fixed, found.finding.is_safe) == (wide, half, True)


def test_a_full_width_date_is_as_many_runs_as_it_has_numbers() -> None:
    assert fixes("T-FWDIGIT", "２０２４年１２月２３日") == [
        ("２０２４", "2024"),
        ("１２", "12"),
        ("２３", "23"),
    ]


@pytest.mark.parametrize("text", ["2325台，3.5％，AQI＞150", "３" * 0 + "一二三〇", "1．5倍", "①Ⅲ㎡"])
def test_half_width_figures_and_other_signs_are_left_alone(text: str) -> None:
    assert words("T-FWDIGIT", text) == []


def test_an_english_edition_is_read_too() -> None:
    assert fixes("T-FWDIGIT", "The ＡＱＩ is 150.", language="en") == [("ＡＱＩ", "AQI")]


@pytest.mark.parametrize("seed", range(8))
def test_a_number_made_full_width_is_found_there_and_silent_when_repaired(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("T-FWDIGIT", text) == []
    number = chance.choice(list(re.finditer(r"\d+", text)))
    wide = "".join(chr(ord(figure) + 0xFEE0) for figure in number.group())
    (found,) = findings("T-FWDIGIT", text[: number.start()] + wide + text[number.end() :])
    assert (found.finding.spot.start, found.words, found.fixed) == (number.start(), wide, number.group())
