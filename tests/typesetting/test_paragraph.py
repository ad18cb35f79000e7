"""Paragraphs: laws over random text at every measure, cases by hand, and what is impossible."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from reader.typesetting.break_rules import FREE, HALF_HANGING, HALF_WIDTH_HANGING, HANGING, BreakRules
from reader.typesetting.paragraph import Room, Slice, set_paragraph
from reader.typesetting.width import text_width
from tests.typesetting.samples import (
    DASHES,
    ENGLISH,
    LEAD,
    NUMBERS,
    any_text,
    assert_nothing_is_lost,
    latin_text,
    measures,
    mixed_text,
    shown,
)

STARTS = frozenset("、，。：；？！…）》」』”’】％℃·—,;:!?)%")
ENDS = frozenset("（《「『“‘【([")
NUMBER = re.compile(r"[-+￥]?[0-9０-９]+(?:[.,:．][0-9０-９]+)*[%％℃‰]?")


def set_at(text: str, measure: int, **options: bool | int) -> list[Slice]:
    """The lines of a paragraph with the indent of its measure."""
    return list(set_paragraph(text, Room(measure - (2 if measure < 24 else 4), measure, **options)))  # type: ignore[arg-type]


def is_lone(text: str) -> bool:
    return sum(character.isalnum() for character in text) < 2


def faults(text: str, lines: list[Slice]) -> list[str]:
    """Every breach of the rules of print in these lines."""
    found = []
    numbers = [match.span() for match in NUMBER.finditer(text)]
    for before, line in pairwise(lines):
        if text[line.start] in STARTS:
            found.append(f"begins with {text[line.start]}")
        if text[before.end - 1] in ENDS:
            found.append(f"ends with {text[before.end - 1]}")
        if text[line.start - 1 : line.start + 1] in {"——", "……"}:
            found.append("cuts a dash or an ellipsis")
        found += [f"cuts {text[a:b]}" for a, b in numbers if a < line.start < b]
    if len(lines) > 1 and is_lone(text[lines[-1].start :]) and not is_lone(text):
        found.append("leaves a lone character")
    return found


# Laws


@settings(max_examples=300)
@given(mixed_text, measures, st.booleans(), st.sampled_from([1, 2]))
def test_mixed_text_is_set_without_a_fault(text: str, measure: int, gutter: bool, ambiguous: int) -> None:
    lines = set_at(text, measure, gutter=gutter, ambiguous=ambiguous)
    assert_nothing_is_lost(text, lines)
    assert faults(text, lines) == []


@settings(max_examples=150)
@given(latin_text, measures)
def test_latin_text_is_set_without_a_fault_and_words_stay_whole(text: str, measure: int) -> None:
    lines = set_at(text, measure)
    assert_nothing_is_lost(text, lines)
    assert faults(text, lines) == []
    ends = {line.end for line in lines}
    cut = [end for end in ends if end < len(text) and text[end] != " " and text[end - 1] not in "-/"]
    assert cut == []


@settings(max_examples=300)
@given(st.one_of(mixed_text, any_text), measures, st.sampled_from([1, 2]))
def test_no_line_is_wider_than_its_room(text: str, measure: int, ambiguous: int) -> None:
    room = Room(measure - 2, measure, ambiguous=ambiguous)
    for number, line in enumerate(set_paragraph(text, room)):
        assert line.width == text_width(text[line.start : line.end], ambiguous)
        assert line.width <= (room.rest if number else room.first) or _is_one_cluster(text, line)


@settings(max_examples=200)
@given(mixed_text, measures, st.booleans(), st.booleans())
def test_only_marks_stand_in_the_margin(text: str, measure: int, gutter: bool, hanging: bool) -> None:
    room = Room(measure - 2, measure, gutter, hanging)
    for number, line in enumerate(set_paragraph(text, room)):
        over = line.width - (room.rest if number else room.first)
        if over > 0:
            mark = text[line.end - 1]
            in_gutter = gutter and over == 1 and mark in HALF_HANGING | HALF_WIDTH_HANGING
            assert in_gutter or (hanging and over <= 2 and mark in HANGING)


@settings(max_examples=300)
@given(any_text, measures)
def test_of_any_text_nothing_is_lost_and_no_cluster_is_cut(text: str, measure: int) -> None:
    lines = set_at(text, measure)
    assert_nothing_is_lost(text, lines)
    bounds = {0}
    for cluster in iter_graphemes(text):
        bounds.add(max(bounds) + len(cluster))
    assert {line.start for line in lines} | {line.end for line in lines} <= bounds


@settings(max_examples=100)
@given(mixed_text, measures)
def test_a_line_is_as_long_as_the_rules_let_it_be(text: str, measure: int) -> None:
    """Greedy: what stands first on the next line would not have fitted, or may not be parted so."""
    lines = list(set_paragraph(text, Room(measure, measure)))
    rules = BreakRules(text)
    lone = max((at for at in range(len(text)) if not is_lone(text[at:])), default=len(text))
    for line, after in pairwise(lines):
        further = range(after.start + 1, min(lone, after.start + 40) + 1)
        free = next((place for place in further if rules.verdict(place, after.start) == FREE), None)
        if free is not None:
            assert text_width(text[line.start : free].rstrip()) > measure


@pytest.mark.parametrize("text", [LEAD, NUMBERS, DASHES, ENGLISH, LEAD + NUMBERS + DASHES])
@pytest.mark.parametrize("gutter", [False, True])
def test_our_sentences_are_faultless_at_every_measure(text: str, gutter: bool) -> None:
    for measure in range(20, 201):
        lines = set_at(text, measure, gutter=gutter)
        assert_nothing_is_lost(text, lines)
        assert faults(text, lines) == [], measure


# Cases


def at(measure: int, text: str, **options: bool | int) -> list[str]:
    return shown(text, list(set_paragraph(text, Room(measure, measure, **options))))  # type: ignore[arg-type]


def test_a_space_in_chinese_is_no_reason_for_a_short_line() -> None:
    first = at(30, "本报讯 " + "今年以来城北菜场添了新摊位早市提前开张")[0]
    assert first == "本报讯 今年以来城北菜场添了新"[: len(first)]
    assert text_width(first) == 29


def test_a_lone_last_character_takes_another_with_it() -> None:
    assert at(20, "春夏秋冬早晚城乡街巷人。") == ["春夏秋冬早晚城乡街", "巷人。"]
    assert at(20, "春夏秋冬早晚城乡街巷人家。") == ["春夏秋冬早晚城乡街巷", "人家。"]


def test_a_counter_stays_with_its_number_unless_the_line_would_be_under_half_full() -> None:
    assert at(20, "城北菜场新添摊位2325台农机具") == ["城北菜场新添摊位", "2325台农机具"]
    assert at(20, "城北1234567890123456台农机具")[0] == "城北1234567890123456"


def test_a_full_width_mark_may_stand_half_in_the_gutter() -> None:
    text = "a春夏秋冬早晚城乡街，人家田地"
    assert at(20, text) == ["a春夏秋冬早晚城乡", "街，人家田地"]
    assert at(20, text, gutter=True) == ["a春夏秋冬早晚城乡街，", "人家田地"]


def test_a_half_width_mark_of_chinese_text_stands_wholly_in_the_gutter() -> None:
    text = "春夏秋冬早晚城乡街巷,人家田地"
    assert at(20, text) == ["春夏秋冬早晚城乡街", "巷,人家田地"]
    assert at(20, text, gutter=True) == ["春夏秋冬早晚城乡街巷,", "人家田地"]


def test_the_gutter_is_not_for_latin_marks_nor_for_opening_ones() -> None:
    assert at(20, "twenty letters stand, here", gutter=True)[0] == "twenty letters"
    assert at(21, "春夏秋冬早晚城乡街巷（人家）", gutter=True)[0] == "春夏秋冬早晚城乡街巷"


def test_commas_and_stops_may_hang_wholly() -> None:
    text = "春夏秋冬早晚城乡街巷。人家田地"
    assert at(20, text, hanging=True) == ["春夏秋冬早晚城乡街巷。", "人家田地"]
    assert at(20, text.replace("。", "！"), hanging=True)[0] == "春夏秋冬早晚城乡街"


def test_quotes_of_two_cells_hang_where_they_are_that_wide() -> None:
    assert at(21, "春夏秋冬早晚城乡街巷”人家", gutter=True, ambiguous=2)[0] == "春夏秋冬早晚城乡街巷”"


def test_an_address_is_broken_at_its_soft_places() -> None:
    lines = at(20, "https://paper.example.com/editions/2024/12/23.yaml?page=2&section=news")
    assert "".join(lines) == "https://paper.example.com/editions/2024/12/23.yaml?page=2&section=news"
    assert all(line[-1] in "/?&=.-" for line in lines[:-1])


def test_a_word_longer_than_its_line_is_cut_only_when_nothing_else_is_left() -> None:
    assert at(20, "Donaudampfschifffahrtsgesellschaft") == ["Donaudampfschifffahr", "tsgesellschaft"]
    assert at(20, "e\u0301" * 25) == ["e\u0301" * 20, "e\u0301" * 5]


def test_spaces_at_which_a_line_ends_belong_to_no_line() -> None:
    assert at(20, "春夏秋冬早晚城乡街巷   人家") == ["春夏秋冬早晚城乡街巷", "人家"]
    assert at(20, "春夏秋冬早晚城乡街巷\u3000人家") == ["春夏秋冬早晚城乡街巷", "人家"]
    assert at(20, "人家   ") == ["人家"]


def test_a_text_without_words_is_one_line() -> None:
    assert at(20, "") == [""]
    assert list(set_paragraph("", Room(20, 20))) == [Slice(0, 0, 0)]
    assert at(20, "     ") == [""]


# What cannot be set by the rules is set all the same, and whole.

IMPOSSIBLE = [
    "春" + "）" * 30 + "夏",
    "（" * 30 + "春",
    "——" * 20,
    "…" * 50,
    "1" * 70,
    "1,691." * 15,
    "a" * 70 + "，",
    "a" * 20 + "，" + "b" * 20 + "。",
    " " * 70 + "春",
    "春" + " " * 5000 + "夏",
    "\u3000" * 50,
    "👨\u200d👩\u200d👧" * 20,
    "e" + "\u0301" * 3000 + "f",
    "\u0301" * 50,
    "“‘" * 15 + "春" + "’”" * 15,
    "春。" + "！" * 60,
    "\u200d" * 60,
    "/" * 60,
    "🇨" * 41,
]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", IMPOSSIBLE)
@pytest.mark.parametrize("measure", [20, 21, 37])
@pytest.mark.parametrize("gutter", [False, True])
def test_what_no_rule_can_set_ends_and_loses_nothing(text: str, measure: int, gutter: bool) -> None:
    lines = set_at(text, measure, gutter=gutter)
    assert_nothing_is_lost(text, lines)
    assert all(line.width <= measure + gutter for line in lines)
    assert len(lines) <= len(text)


def test_a_cut_that_must_be_is_made_where_it_hurts_least() -> None:
    assert at(20, "a" * 20 + "，春夏") == ["a" * 19, "a，春夏"]
    assert at(20, "一" + "）" * 12 + "夏") == ["一" + "）" * 9, "）" * 3 + "夏"]


def test_a_cluster_wider_than_its_line_has_a_line_of_its_own() -> None:
    assert [line.width for line in set_paragraph("春夏", Room(1, 1))] == [2, 2]


def test_a_long_paragraph_is_not_read_before_it_is_asked_for() -> None:
    text = LEAD * 50_000
    lines = set_paragraph(text, Room(56, 60))
    first = [next(lines) for _ in range(40)]
    short = list(set_paragraph(text[:4000], Room(56, 60)))
    assert first == short[:40]


def _is_one_cluster(text: str, line: Slice) -> bool:
    return len(list(iter_graphemes(text[line.start : line.end]))) == 1
