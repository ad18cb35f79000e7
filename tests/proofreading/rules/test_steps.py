"""E-STEPS: points counted off."""

from __future__ import annotations

import pytest

from tests.proofreading.injected import assert_found
from tests.proofreading.manuscripts import findings, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("主要办法：一是清淤，三是植树。", "三是"),
        ("一是清淤；二是护坡；四是植树。", "四是"),
        ("一要清淤，三要植树。", "三要"),
    ],
)
def test_a_step_left_out_is_found_at_the_next_one(text: str, found: str) -> None:
    assert words("E-STEPS", text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推出三项措施：一是清淤，二是护坡。", "三项"),
        ("推出两项措施：一是清淤，二是护坡，三是植树。", "两项"),
        ("有3个特点：一是快；二是省。", "3个"),
        ("四个方面着手：一是快；二是省；三是好。", "四个"),
    ],
)
def test_another_number_than_announced_is_found_at_the_announcement(text: str, found: str) -> None:
    assert words("E-STEPS", text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "三项措施：一是清淤，二是护坡，三是植树。",
        "三项措施：一是清淤。",
        "两种途径：一是清淤；一是植树。",
        "原因：一是连阴雨；其次是上游来水；三是淤积。",
        "二是护坡，三是植树，四是管护。",
        "一是清淤，二是护坡。收效：一是省水，二是省工。",
        "三项措施：一是清淤，二是护坡，另外还要植树。",
        "两大任务：一要清淤，二是护坡。",
        "他是老人之一，是村里的长者，三是家里的老大。",
    ],
)
def test_steps_in_order_or_in_other_words_are_passed_over(text: str) -> None:
    assert words("E-STEPS", text) == []


def test_steps_in_paragraphs_of_their_own_are_counted_together() -> None:
    text = "推出三项措施：一是清淤，二是护坡。\n\n三是植树。"
    assert words("E-STEPS", text) == []


def test_the_missing_step_is_named() -> None:
    (found,) = findings("E-STEPS", "一是清淤，三是植树。")
    assert "缺“二是”" in found.finding.message.zh


def test_a_missing_step_is_found_where_it_was_put() -> None:
    assert_found("E-STEPS", "镇里的办法一目了然：一是清淤，三是植树。", "三是")
    assert_found("E-STEPS", "为此采取两项措施：一是清淤，二是护坡，三是植树。", "两项")
