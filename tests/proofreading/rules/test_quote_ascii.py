"""T-QUOTE-ASCII: straight quotation marks in Chinese text."""

from __future__ import annotations

import random
import re

import pytest

from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


@pytest.mark.parametrize(
    ("text", "straight", "curly"),
    [
        ('正在建的"水车一条街"很热闹。', '"水车一条街"', "“水车一条街”"),
        ('他说:"路修好了。"', '"路修好了。"', "“路修好了。”"),
        ('名为"Blue Heron"的船。', '"Blue Heron"', "“Blue Heron”"),
        ('他说："Let it snow!"', '"Let it snow!"', "“Let it snow!”"),
        ('增长了"15"个点', '"15"', "“15”"),
        ("＂水车＂转了。", "＂水车＂", "“水车”"),
    ],
)
def test_a_quotation_is_one_finding_with_a_change_at_each_end(text: str, straight: str, curly: str) -> None:
    (found,) = findings("T-QUOTE-ASCII", text)
    assert (found.words, found.fixed, found.finding.is_safe) == (straight, curly, True)
    assert len(found.finding.changes) == 2
    assert words("T-QUOTE-ASCII", text.replace(straight, curly)) == []


def test_quotations_are_matched_by_turns() -> None:
    assert fixes("T-QUOTE-ASCII", '"甲"和"乙"，"丙"') == [
        ('"甲"', "“甲”"),
        ('"乙"', "“乙”"),
        ('"丙"', "“丙”"),
    ]


def test_a_straight_mark_closes_what_a_curly_one_opened_and_the_other_way_round() -> None:
    assert fixes("T-QUOTE-ASCII", '正在建的“水车"街。') == [('“水车"', "“水车”")]
    assert fixes("T-QUOTE-ASCII", '正在建的"石磨”街。') == [('"石磨”', "“石磨”")]


@pytest.mark.parametrize(
    ("text", "is_safe"), [("他说：“请看'水车'一文。”", True), ('他说：“请看"水车"一文。”', False)]
)
def test_inside_double_marks_single_ones_are_put(text: str, is_safe: bool) -> None:
    (found,) = findings("T-QUOTE-ASCII", text)
    assert (found.fixed, found.finding.is_safe) == ("‘水车’", is_safe)


def test_both_levels_are_put_right() -> None:
    found = findings("T-QUOTE-ASCII", "他说：\"请看'水车'一文。\"")
    assert sorted(str(one.fixed) for one in found) == ["‘水车’", "“请看'水车'一文。”"]
    assert all(one.finding.is_safe for one in found)


def test_single_marks_on_the_outside_become_double_when_somebody_has_looked() -> None:
    (found,) = findings("T-QUOTE-ASCII", "他读了'水车'一文。")
    assert (found.fixed, found.finding.is_safe) == ("“水车”", False)


def test_marks_that_do_not_come_out_even_are_named_and_left() -> None:
    assert fixes("T-QUOTE-ASCII", '正在建的"水车一条街很热闹。') == [('"', None)]
    assert fixes("T-QUOTE-ASCII", '“甲“和"乙"') == [('"', None), ('"', None)]


@pytest.mark.parametrize("text", ['他说" 路修好了"。', '他说"，路修好了"。', '前""后', '这"是“水车”一"街。'])
def test_marks_that_look_turned_are_not_put_right_unseen(text: str) -> None:
    assert not any(found.finding.is_safe for found in findings("T-QUOTE-ASCII", text))


@pytest.mark.parametrize(
    "text",
    [
        '这块15"的屏幕和17"的屏幕，北纬36\'，编号5\'10"。',
        "他说don't，'98年的事。",
        '他引用 the so-called "big one" again 这句话。',
        'He said "今天下雪" and left for the old town in the hills.',
        'A caption: "snow" again.',
        '见 https://example.org/"a" 一页。',
        "“水车”和‘石磨’。",
    ],
)
def test_units_apostrophes_addresses_and_english_are_left_alone(text: str) -> None:
    assert words("T-QUOTE-ASCII", text) == []


def test_a_title_a_caption_and_a_cell_are_read() -> None:
    example = """
headline: "建\\"水车\\"街"
body: |
  | 名 | 数 |
  | "石磨" | 3 |
photos:
  - caption: 图为"水车"。
"""
    assert words("T-QUOTE-ASCII", example) == ['"水车"', '"石磨"', '"水车"']


def test_a_quotation_over_a_line_end_is_one_finding_and_the_line_end_stays() -> None:
    (found,) = findings("T-QUOTE-ASCII", '他说："路修好了，\n河也清了。"')
    assert found.words == '"路修好了，\n河也清了。"'
    assert found.fixed == "“路修好了，\n河也清了。”"


def test_quotations_in_other_paragraphs_are_matched_apart() -> None:
    assert fixes("T-QUOTE-ASCII", '他说"好。\n\n她说"好"。') == [('"', None), ('"好"', "“好”")]


def test_an_english_edition_is_not_read() -> None:
    assert words("T-QUOTE-ASCII", 'He said "今天下雪"他 left.', language="en") == []


def test_a_curly_mark_turned_round_and_a_straight_one_are_not_guessed_at() -> None:
    assert fixes("T-QUOTE-ASCII", '正在建的”水车"街。') == [('"', None)]


@pytest.mark.parametrize("seed", range(10))
def test_a_quotation_made_straight_is_found_there_and_put_right(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("T-QUOTE-ASCII", text) == []
    quotation = chance.choice(list(re.finditer("“([^“”‘’]*)”", text)) or [None])
    if quotation is None:
        text += "他写“雪”。"
        quotation = re.search("“(雪)”", text)
    assert quotation is not None
    straight = f'"{quotation[1]}"'
    (found,) = findings("T-QUOTE-ASCII", text[: quotation.start()] + straight + text[quotation.end() :])
    assert (found.finding.spot.start, found.words, found.fixed) == (
        quotation.start(),
        straight,
        quotation.group(),
    )
