"""N-PRECISION: amounts side by side, unlike in precision."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import words


@pytest.mark.parametrize(
    "text",
    [
        "落实资金2322.48万元，带动投入1.3亿元。",
        "带动投入1.3亿元，落实资金2322.48万元。",
        "落实资金2322.48万元，带动投入2亿元，另有300万元。",
    ],
)
def test_the_coarse_amount_of_a_sentence_is_remarked(text: str) -> None:
    assert words("N-PRECISION", text)[0][-2:] == "亿元"
    assert len(words("N-PRECISION", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "落实资金2322.48万元。带动投入1.3亿元。",
        "落实资金2322万元，带动投入1.3亿元。",
        "产粮2322.48万吨，收入1.3亿元。",
        "落实资金2322.48万元，带动投入1.35亿元。",
        "落实资金2322.48万元，带动投入1亿多元。",
        "总额3.25亿元，其中1.1亿元。",
    ],
)
def test_like_precision_other_units_and_guesses_are_passed_over(text: str) -> None:
    assert words("N-PRECISION", text) == []


def test_it_is_found_where_it_was_put() -> None:
    assert_found("N-PRECISION", "两年里县里出资2322.48万元，村里自筹1.3亿元。", "1.3亿元")
