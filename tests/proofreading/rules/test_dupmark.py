"""T-DUPMARK: two marks where one belongs."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


@pytest.mark.parametrize(
    ("marks", "kept"),
    [
        ("，，", "，"),
        ("。。", "。"),
        ("、，", "，"),
        ("。，", "，"),
        ("；：", "："),
        ("？，", "？"),
        ("，！", "！"),
        (",,", "，"),
        (",，", "，"),
        ("！,", "！"),
        ("？！。", "？！"),
        ("！！！！。", "！！！"),
    ],
)
def test_two_marks_in_a_row_become_one(marks: str, kept: str) -> None:
    assert fixes("T-DUPMARK", f"今天下雪{marks}路上结冰。") == [(marks, kept)]


@pytest.mark.parametrize("end", ["", "”", "）"])
def test_at_the_end_of_a_text_the_full_stop_is_kept(end: str) -> None:
    assert fixes("T-DUPMARK", f"路上结冰。，{end}") == [("。，", "。")]
    assert fixes("T-DUPMARK", f"路上结冰，。{end}") == [("，。", "。")]


@pytest.mark.parametrize("before", ["“准”", "29%", "《渡口》", "3"])
def test_a_half_width_mark_behind_a_sign_counts_too(before: str) -> None:
    assert fixes("T-DUPMARK", f"{before}!；他说。") == [("!；", "！")]


@pytest.mark.parametrize(
    ("marks", "one"),
    [("。”。", "。”"), ("。”，", "”，"), ("，”，", "”，"), ("，”。", "”。"), (",”；", "”；")],
)
def test_a_point_on_both_sides_of_a_quotation_mark_is_one_too_many(marks: str, one: str) -> None:
    assert fixes("T-DUPMARK", f"他说“下雪了{marks}路上没有人。") == [(marks, one)]


def test_exclamation_and_question_marks_may_stand_together_up_to_three() -> None:
    assert words("T-DUPMARK", "真的吗？！太好了！！！你说呢？？？") == []
    (found,) = findings("T-DUPMARK", "太好了！！！！！")
    assert (found.words, found.fixed, found.finding.severity) == ("！！！！！", "！！！", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "他说：“下雪了。”路上没有人。",
        "文章题为“谁来种树？”。",
        "“加油！”，他喊。",
        "见 https://example.org/a,b 和 std::vector 两处。",
        "Well,, he said:: no;; yes.",
        "雪一直下。。。路上没有人。",
        "他买了Yahoo!，很高兴。",
        "展出《渡口》、“水车”。",
        "雪……，路……。",
    ],
)
def test_marks_that_may_stand_together_are_left_alone(text: str) -> None:
    assert words("T-DUPMARK", text) == []


@pytest.mark.parametrize("seed", range(10))
def test_a_mark_doubled_anywhere_is_found_there_and_silent_when_repaired(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("T-DUPMARK", text) == []
    at = chance.choice([i for i, mark in enumerate(text) if mark in "，；："])
    (found,) = findings("T-DUPMARK", text[:at] + text[at] + text[at:])
    assert (found.finding.spot.start, found.words, found.fixed) == (at, text[at] * 2, text[at])
