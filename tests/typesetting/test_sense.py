"""Headlines broken at sense: laws at every measure, then cases a reader would judge."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typesetting.break_rules import NO, BreakRules
from reader.typesetting.cohesion import NO_COHESION, cohesion_of
from reader.typesetting.paragraph import Room, set_paragraph
from reader.typesetting.sense import set_at_sense
from reader.typesetting.width import text_width
from tests.typesetting.samples import (
    any_text,
    assert_nothing_is_lost,
    latin_text,
    measures,
    mixed_text,
    shown,
)

BODY = "排字房昨天换用新行规。排字房的人说，新行规早该换用了，本报也早想用新行规。"


def at(measure: int, text: str, body: str = "") -> list[str]:
    return shown(text, set_at_sense(text, Room(measure, measure), cohesion_of(body)))


# Laws


@settings(max_examples=200)
@given(st.one_of(mixed_text, latin_text, any_text), measures, st.sampled_from([1, 2]))
def test_nothing_is_lost_and_no_line_is_wider_than_the_plain_breaker_lets_it_be(
    text: str, measure: int, ambiguous: int
) -> None:
    room = Room(measure - 2, measure, ambiguous=ambiguous)
    lines = set_at_sense(text, room, cohesion_of(text))
    assert_nothing_is_lost(text, lines)
    widest = max(line.width for line in set_paragraph(text, room))
    for number, line in enumerate(lines):
        assert line.width == text_width(text[line.start : line.end], ambiguous)
        assert line.width <= max(room.rest if number else room.first, widest)


@settings(max_examples=200)
@given(mixed_text, measures)
def test_no_line_ends_where_the_rules_of_print_forbid_it(text: str, measure: int) -> None:
    lines = set_at_sense(text, Room(measure, measure), cohesion_of(text))
    rules = BreakRules(text)
    plain = {line.start for line in set_paragraph(text, Room(measure, measure))}
    for _, line in pairwise(lines):
        assert line.start in plain or rules.verdict(line.start, 0) != NO


@given(mixed_text)
def test_what_fits_on_one_line_is_set_as_any_paragraph(text: str) -> None:
    room = Room(2000, 2000)
    assert set_at_sense(text, room, NO_COHESION) == list(set_paragraph(text, room))


@settings(max_examples=100)
@given(mixed_text, measures)
def test_sense_takes_at_most_one_line_more_than_the_fewest(text: str, measure: int) -> None:
    room = Room(measure, measure)
    assert len(set_at_sense(text, room, NO_COHESION)) <= len(list(set_paragraph(text, room))) + 1


def test_a_text_too_long_for_a_headline_is_left_to_the_plain_breaker() -> None:
    text = BODY * 40
    room = Room(40, 40)
    assert set_at_sense(text, room, cohesion_of(text)) == list(set_paragraph(text, room))


# Cases


def test_a_headline_of_two_clauses_is_broken_at_the_space_between_them() -> None:
    assert at(24, "城北菜场添摊位 早市提前开张") == ["城北菜场添摊位", "早市提前开张"]
    assert at(12, "修旧灯 添新灯 照夜路") == ["修旧灯", "添新灯", "照夜路"]


def test_a_pause_mark_ends_a_line_and_a_quotation_begins_one() -> None:
    assert at(20, "气象台又发预警，解除另行通知") == ["气象台又发预警，", "解除另行通知"]
    assert at(20, "渡口来了一位“老把式”修船") == ["渡口来了一位", "“老把式”修船"]
    assert at(20, "渡口重修——读者来信二十封") == ["渡口重修——", "读者来信二十封"]


def test_the_dash_before_a_deck_never_stands_alone() -> None:
    for measure in range(8, 16):
        assert at(measure, "——从渡口到菜场")[0] != "——"


def test_lines_are_of_about_equal_length() -> None:
    widths = [text_width(line) for line in at(26, "城北菜场清早开张城南菜场傍晚收摊")]
    assert max(widths) - min(widths) <= 4


def test_words_are_told_by_the_pairs_their_article_repeats() -> None:
    assert at(16, "本报排字房换用新行规", BODY) == ["本报排字房", "换用新行规"]


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        (16, "逗号为什么不上行首"),
        (14, "渡口老张在河边修船"),
        (14, "城北菜场的早市开了"),
        (16, "十月河水将比往年更清"),
    ],
)
def test_no_line_ends_with_a_word_that_leans_on_the_next_nor_begins_with_one_that_leans_back(
    measure: int, text: str
) -> None:
    lines = at(measure, text)
    assert len(lines) > 1
    assert not any(line[-1] in "把在向将比更不为" for line in lines[:-1])
    assert not any(line[0] in "的了着过么" for line in lines[1:])


def test_a_number_stays_with_its_counter_and_a_numeral_with_its_word() -> None:
    assert at(14, "渡口新添18条木船过河") == ["渡口新添", "18条木船过河"]
    assert not any(line.endswith("八") for line in at(12, "河边人家八成以上有船"))


def test_an_english_headline_ends_no_line_with_an_article_or_a_preposition() -> None:
    assert at(24, "A lantern for the old ferry landing") == ["A lantern", "for the old ferry landing"] or all(
        line.split()[-1] not in {"for", "the", "A"}
        for line in at(24, "A lantern for the old ferry landing")[:-1]
    )
    for measure in range(14, 30):
        lines = at(measure, "Rain on the roof of the market")
        assert not any(line.split()[-1] in {"on", "the", "of"} for line in lines[:-1]), lines


def test_a_word_longer_than_the_room_is_broken_as_in_any_paragraph() -> None:
    text = "antidisestablishmentarianism"
    assert "".join(at(12, text)) == text


def test_spaces_at_the_end_belong_to_no_line() -> None:
    assert at(14, "城北菜场添摊位早市开张  ")[-1][-1] == "张"
