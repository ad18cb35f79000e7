"""N-MIXED: Arabic and Chinese figures in one number."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import fixes, words


@pytest.mark.parametrize(
    ("mixed", "plain"),
    [
        ("4千", "4000"),
        ("3千5百", "3500"),
        ("2百", "200"),
        ("1百零8", "108"),
        ("1.5千", "1500"),
        ("百分之5", "5%"),
        ("百分之12.5", "12.5%"),
    ],
)
def test_a_mixed_number_is_written_in_arabic_figures(mixed: str, plain: str) -> None:
    assert fixes("N-MIXED", f"总共是{mixed}，都在这里。") == [(mixed, plain)]


@pytest.mark.parametrize(
    "text",
    [
        "5千米，10千瓦时，3千克，110千伏，30千字，5千帕，2百帕，15千兆。",
        "3千万元，2百亿，3.5万，10亿零817万人。",
        "四千人，三千五百元，一百零八。",
        "百分之五，5%，千分之3，百分点。",
        "G5千里江山，2.5.3千，1-2千人。",
        "1500多人，15百货店。",
        "2千家万户，5百姓。",
    ],
)
def test_units_and_numbers_of_one_kind_are_passed_over(text: str) -> None:
    assert words("N-MIXED", text) == []


def test_a_mixed_number_is_found_where_it_was_put() -> None:
    assert_found("N-MIXED", "村里一共捐了3千5百元。", "3千5百")
    assert_found("N-MIXED", "水费比往年少了百分之8。", "百分之8")
