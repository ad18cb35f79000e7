"""T-NEST: quotation marks or book-title marks of the wrong level."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


@pytest.mark.parametrize(
    ("text", "inner", "right"),
    [
        ("他说：“我读了“水车”一文。”", "“水车”", "‘水车’"),
        ("他说：“读《渡口》和（“水车”）。”", "“水车”", "‘水车’"),
        ("他写了《读《渡口》有感》。", "《渡口》", "〈渡口〉"),
        ("他读了‘水车’一文。", "‘水车’", "“水车”"),
        ("他说：“他问‘谁写了‘水车’一文’。”", "‘水车’", "“水车”"),
    ],
)
def test_the_inner_pair_gets_the_marks_of_its_level(text: str, inner: str, right: str) -> None:
    assert fixes("T-NEST", text) == [(inner, right)]
    assert words("T-NEST", text.replace(inner, right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "他说：“我读了‘水车’一文。”",
        "《读〈渡口〉有感》、“《水车》”、《“水车”小记》。",
        "“甲”和“乙”，《丙》和《丁》。",
        "这是’98排球联赛，他说don’t。",
        "歌名 ‘Let it snow’ 很有名。",
    ],
)
def test_marks_of_the_right_level_are_left_alone(text: str) -> None:
    assert words("T-NEST", text) == []


def test_a_mark_that_nothing_closes_encloses_no_more_than_single_ones() -> None:
    assert words("T-NEST", "他说：“读了“水车”一文。") == []
    assert words("T-NEST", "他说：“读了‘水车’一文。\n\n“还要读。”") == []
    assert words("T-NEST", "“读了“水车”一文。\n\n“还要读。”") == ["“水车”"]


def test_single_marks_in_a_quotation_of_several_paragraphs_are_inside_it() -> None:
    assert words("T-NEST", "他说：“路修好了。\n\n“我们唱‘水车谣’，\n\n“还要种树。”") == []


@pytest.mark.parametrize("seed", range(6))
def test_a_quotation_put_into_another_is_found_there(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("T-NEST", text) == []
    after = mixed_paragraph(chance)
    (found,) = findings("T-NEST", f"{text}他答：“请看“水车”一文。”{after}")
    assert (found.words, found.finding.spot.start) == ("“水车”", len(text) + 6)
