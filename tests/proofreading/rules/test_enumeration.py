"""T-ENUM: one enumeration with two kinds of marks."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


def test_numbered_things_parted_by_both_marks_are_one_finding() -> None:
    text = "全县有拖拉机2325台、收割机633台，合作社34个，维修网点21个，共增收3亿元。"
    (found,) = findings("T-ENUM", text)
    assert found.finding.severity is Severity.INFO
    assert found.words == "全县有拖拉机2325台、收割机633台，合作社34个，维修网点21个"
    assert found.fixed == "全县有拖拉机2325台、收割机633台、合作社34个、维修网点21个"


def test_half_width_commas_are_commas_and_those_of_figures_are_not() -> None:
    assert fixes("T-ENUM", "有拖拉机1,325台、收割机633台,合作社34个(户),网点21个。") == [
        (
            "有拖拉机1,325台、收割机633台,合作社34个(户),网点21个",
            "有拖拉机1,325台、收割机633台、合作社34个(户)、网点21个",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "有拖拉机2325台、收割机633台、合作社34个、网点21个。",
        "有拖拉机2325台，收割机633台，合作社34个，网点21个。",
        "有拖拉机2325台、收割机633台，增收3亿元，投入2亿元。",
        "有拖拉机2325台、收割机633台，合作社34个。",
        "老人、儿童，妇女、病人。",
    ],
)
def test_one_kind_of_mark_two_levels_and_short_lists_are_left_alone(text: str) -> None:
    assert words("T-ENUM", text) == []


@pytest.mark.parametrize("seed", range(6))
def test_a_mixed_enumeration_put_into_clean_copy_is_found_there(seed: int) -> None:
    chance = random.Random(seed)
    before, after = mixed_paragraph(chance), mixed_paragraph(chance)
    assert words("T-ENUM", before + after) == []
    marks = ["、", "，", chance.choice("、，")]
    chance.shuffle(marks)
    kinds = ("水车{}台", "石磨{}盘", "渡船{}条", "粮仓{}座")
    things = [kind.format(chance.randint(2, 900)) for kind in kinds]
    listed = "".join(thing + mark for thing, mark in zip(things, [*marks, "。"], strict=True))
    (found,) = findings("T-ENUM", before + listed + after)
    assert (found.finding.spot.start, found.words) == (len(before), listed[:-1])
