"""T-QUOTELIST: an enumeration mark between quotation marks or titles."""

from __future__ import annotations

import random

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


def test_a_list_of_titles_is_one_finding_and_loses_its_marks() -> None:
    assert fixes("T-QUOTELIST", "展出《渡口》、《北岭四季》、《石磨谣》等。") == [
        ("《渡口》、《北岭四季》、《石磨谣》", "《渡口》《北岭四季》《石磨谣》")
    ]


def test_a_list_of_quotations_is_found_too() -> None:
    (found,) = findings("T-QUOTELIST", "评为“先进”、“文明”村。")
    assert (found.fixed, found.finding.severity) == ("“先进”“文明”", Severity.INFO)


def test_a_mark_inside_a_quotation_is_no_mark_between() -> None:
    assert fixes("T-QUOTELIST", "写下“修路、架桥”、“种树”。") == [
        ("“修路、架桥”、“种树”", "“修路、架桥”“种树”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "展出《渡口》《北岭四季》和“石磨”“水车”。",
        "展出《渡口》（林一舟著）、《北岭四季》（周望川著）。",
        "评为“先进”、文明村。",
        "展出《渡口》、“石磨”。",
        "修路、架桥、种树。",
    ],
)
def test_lists_that_need_the_mark_are_left_alone(text: str) -> None:
    assert words("T-QUOTELIST", text) == []


@pytest.mark.parametrize("seed", range(6))
def test_a_list_put_anywhere_is_found_there(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("T-QUOTELIST", text) == []
    at = chance.choice([i + 1 for i, mark in enumerate(text) if mark == "。"])
    (found,) = findings("T-QUOTELIST", f"{text[:at]}“甲”、“乙”两队获奖。{text[at:]}")
    assert (found.finding.spot.start, found.words) == (at, "“甲”、“乙”")
