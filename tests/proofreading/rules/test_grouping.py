"""N-GROUP: commas in some long numbers and not in others."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import words


def test_the_rarer_form_is_remarked() -> None:
    assert words("N-GROUP", "甲2325台，乙1,691台，丙3500台。") == ["1,691"]
    assert words("N-GROUP", "甲2,325台，乙1,691台，丙3500台。") == ["3500"]
    assert words("N-GROUP", "甲12,325人，乙45000人，丙17,350人。") == ["45000"]


def test_where_there_are_as_many_of_both_the_commas_are_remarked() -> None:
    assert words("N-GROUP", "甲2325台，乙1,691台。") == ["1,691"]


def test_it_is_the_whole_edition_that_is_compared() -> None:
    two = "- headline: 甲\n  body: |\n    有2325台。\n- headline: 乙\n  body: |\n    有1,691台。"
    assert words("N-GROUP", two.replace("\n  ", "\n")) == ["1,691"]


def test_four_figures_may_go_without_a_comma_where_five_have_one() -> None:
    assert words("N-GROUP", "甲2325台，乙12,500台，丙1691台。") == []


@pytest.mark.parametrize(
    "text",
    [
        "甲1,691台，2024年，第3500期，电话2188888，编号12345。",
        "甲1,691台，建于1984年，AB2325个，3.2325个，2,3250个。",
        "甲1691台，乙2325台。",
        "甲1,691台，乙2,325台。",
    ],
)
def test_years_codes_and_numbers_written_alike_are_passed_over(text: str) -> None:
    assert words("N-GROUP", text) == []


def test_a_comma_is_found_where_it_was_put() -> None:
    assert_found("N-GROUP", "各村一共种下树苗23,456株和45600棵、78900棵。", "23,456")
