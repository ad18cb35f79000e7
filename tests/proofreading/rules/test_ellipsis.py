"""T-ELLIPSIS: an ellipsis that is not two “…” signs."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph

_WRONG = ("…", "………", "...", "......", "。。。", "。。。。。。", "···", "······", "．．．", "⋯⋯", "・・・")


@pytest.mark.parametrize("dots", _WRONG)
def test_every_other_form_of_an_ellipsis_becomes_two_signs(dots: str) -> None:
    assert fixes("T-ELLIPSIS", f"雪一直下{dots}路上没有人。") == [(dots, "……")]
    assert fixes("T-ELLIPSIS", f"“你看{dots}”他说。") == [(dots, "……")]


@pytest.mark.parametrize(
    "text",
    [
        "雪一直下……",
        "…………",
        "数列1，2，…，n的和，S=1+2+…+n。",
        "原文是 Well... we print. 他照念了一遍。",
        "“Well...”他说。",
        "见 https://example.org/a...b 一页。",
        "Snow fell... and froze.",
        "河湾·东桥·北岭。",
        "第1.2.3节",
    ],
)
def test_right_ellipses_formulas_and_foreign_dots_are_left_alone(text: str) -> None:
    assert words("T-ELLIPSIS", text) == []


def test_dots_between_a_latin_word_and_a_chinese_mark_are_chinese() -> None:
    assert fixes("T-ELLIPSIS", "他们要去HPC...还有别处。") == [("...", "……")]


def test_titles_quotations_and_cells_are_read() -> None:
    example = "headline: 雪还在下...\nbody: |\n  > 雪…\n\n  | 名 | 数 |\n  | 石磨… | 3 |"
    assert words("T-ELLIPSIS", example) == ["...", "…", "…"]


def test_an_english_edition_is_not_read() -> None:
    assert words("T-ELLIPSIS", "雪...雪", language="en") == []


@pytest.mark.parametrize("seed", range(11))
def test_an_ellipsis_spoiled_anywhere_is_found_there_and_silent_when_repaired(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("T-ELLIPSIS", text) == []
    at = chance.choice([i for i in range(1, len(text)) if text[i] == "，" and text[i - 1] > "\u4e00"])
    spoiled = text[:at] + _WRONG[seed] + text[at + 1 :]
    (found,) = findings("T-ELLIPSIS", spoiled)
    assert (found.finding.spot.start, found.words) == (at, _WRONG[seed])
    assert found.finding.is_safe
    assert words("T-ELLIPSIS", text[:at] + str(found.fixed) + text[at + 1 :]) == []
