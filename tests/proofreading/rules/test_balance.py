"""S-BALANCE: a quotation mark or bracket without its partner."""

from __future__ import annotations

import random

import pytest

from tests.proofreading.manuscripts import findings, fixes, words
from tests.proofreading.mixed_copy import mixed_paragraph


@pytest.mark.parametrize("mark", list("“”‘（）《》「」『』【】〈〉"))
def test_a_mark_of_chinese_without_its_partner_is_found(mark: str) -> None:
    assert fixes("S-BALANCE", f"今天{mark}下雪，路上结冰。") == [(mark, None)]


def test_each_of_several_marks_is_a_finding_of_its_own() -> None:
    assert words("S-BALANCE", "他说：“路（修好了《渡口。") == ["“", "（", "《"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("正在建的“水车一条街“很热闹。", "“", "”"),
        ("正在建的”水车一条街”很热闹。", "”", "“"),
        ("正在建的「水车一条街「很热闹。", "「", "」"),
    ],
)
def test_a_mark_turned_the_wrong_way_is_turned(text: str, wrong: str, right: str) -> None:
    (found,) = findings("S-BALANCE", text)
    assert (found.words, found.fixed, found.finding.is_safe) == (wrong, right, False)
    start = found.finding.spot.start
    assert words("S-BALANCE", text[:start] + right + text[start + 1 :]) == []


def test_a_quotation_may_go_on_in_paragraphs_that_begin_with_its_mark() -> None:
    assert words("S-BALANCE", "他说：“路修好了。\n\n“河也清了。\n\n“还要种树。”") == []
    assert words("S-BALANCE", "He said: “The road is open.\n\n“The river is clean.”", language="en") == []


def test_a_quotation_cut_in_two_is_found_on_both_sides() -> None:
    assert words("S-BALANCE", "他说：“路修好了，\n\n河也清了。”大家点头。") == ["“", "”"]


def test_the_next_field_does_not_go_on_with_a_quotation() -> None:
    assert words("S-BALANCE", "headline: “路修好了\nbody: |\n  “路修好了。”") == ["“"]


@pytest.mark.parametrize(
    "text",
    [
        "1)修路；2)架桥。",
        "~ “雪落下来\n~ 落在河湾”",
        "the workers’ ’98 press doesn’t print (or won’t): “it’s old,” they say.",
        "‘It’s the printers’ day,’ she said.",
        "他说“don’t”，大家都笑了。",
    ],
)
def test_ordinals_verse_and_apostrophes_are_left_alone(text: str) -> None:
    assert words("S-BALANCE", text) == []


def test_an_english_bracket_without_its_partner_is_found() -> None:
    assert words("S-BALANCE", "The press (an old one is here.", language="en") == ["("]


def test_a_straight_english_mark_without_its_partner_is_found() -> None:
    assert words("S-BALANCE", 'He said: "The road is open.', language="en") == ['"']
    assert words("S-BALANCE", '"So," he said, "it is."', language="en") == []
    assert words("S-BALANCE", '"So it is.\n\n"And it was."', language="en") == []


def test_a_straight_mark_may_be_the_partner_and_is_another_rules_affair() -> None:
    assert words("S-BALANCE", '正在建的“水车一条街"很热闹。') == []


@pytest.mark.parametrize(
    "example",
    [
        "headline: “路修好了\nbody: 雪。",
        "headline: 雪\nbyline: （林一舟\nbody: 雪。",
        "headline: 雪\nbody: 雪。\nsignoff: 林一舟）",
        "headline: 雪\nbody: 雪。\nphotos:\n  - caption: 图为“水车。",
        "| 名 | 数 |\n| 石磨（大 | 3 |",
        "### 《渡口出版",
        "> 路修好了。”",
        "- 修路（东段",
    ],
)
def test_every_kind_of_text_but_verse_is_read(example: str) -> None:
    assert len(words("S-BALANCE", example)) == 1


def test_a_bracket_that_is_spoken_of_is_none() -> None:
    assert words("S-BALANCE", "| 键 | 用处 |\n| [ | 上一版 |\n| ] | 下一版 |") == []
    assert words("S-BALANCE", "按“]”换版。") == []


def test_brackets_of_two_widths_are_partners() -> None:
    assert words("S-BALANCE", "我市（原名潞河)下雪(雨夹雪）。") == []


def test_pairs_that_cross_are_found_on_both_sides() -> None:
    assert words("S-BALANCE", "他说：“路（修好了”去年）。") == ["（", "）"]


def test_an_opening_mark_in_the_next_article_is_no_going_on() -> None:
    example = "- headline: 甲\nbody: 他说：“路修好了。\n- headline: 乙\nbody: “河清了。”"
    assert words("S-BALANCE", example) == ["“"]


@pytest.mark.parametrize("seed", range(12))
def test_a_mark_lost_anywhere_leaves_its_partner_found(seed: int) -> None:
    chance = random.Random(seed)
    text = mixed_paragraph(chance)
    assert words("S-BALANCE", text) == []
    at = chance.choice([i for i, mark in enumerate(text) if mark in "“”《》"])
    assert len(words("S-BALANCE", text[:at] + text[at + 1 :])) == 1
