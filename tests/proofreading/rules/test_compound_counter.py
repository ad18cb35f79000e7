"""N-COUNTER: two counters for one number."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("设备736台（套）", "台（套）"),
        ("农机1691台(件)", "台(件)"),
        ("畜禽130万只（头）", "只（头）"),
        ("来信3000多封（次）", "封（次）"),
        ("近百户（套）", "户（套）"),
    ],
)
def test_a_second_counter_in_brackets_is_remarked(text: str, found: str) -> None:
    assert words("N-COUNTER", f"{text}。") == [found]


@pytest.mark.parametrize(
    "text",
    [
        "设备736台，机具1691件。",
        "参加者3人（男），12人次。",
        "3台（进口），每户（套）48平方米。",
        "第3版（上），5个（含）以上。",
    ],
)
def test_one_counter_is_passed_over(text: str) -> None:
    assert words("N-COUNTER", text) == []


def test_two_counters_are_found_where_they_were_put() -> None:
    assert_found("N-COUNTER", "全镇新添农机62台（套）。", "台（套）")
