"""N-MULTIPLE: a decrease by a multiple."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import words


@pytest.mark.parametrize(
    "text",
    ["降低2倍", "下降了近3倍", "减少一倍", "缩短1.5倍", "减少十几倍", "锐减数倍", "缩小了约2多倍"],
)
def test_nothing_decreases_by_a_multiple(text: str) -> None:
    assert words("N-MULTIPLE", f"成本{text}。") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "增长2倍，是上年的3倍，翻了一番，多了两倍。",
        "降低50%，减少一半，降到三分之一，缩小到原来的十分之一。",
        "下降后又增长2倍，减少浪费，倍加小心。",
        "减少3倍频的干扰。",
    ],
)
def test_increases_and_shares_are_passed_over(text: str) -> None:
    assert words("N-MULTIPLE", text) == []


def test_a_decrease_by_a_multiple_is_found_where_it_was_put() -> None:
    assert_found("N-MULTIPLE", "用水量比往年减少了2倍。", "减少了2倍")
