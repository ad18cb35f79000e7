"""A line becomes a strip of exactly the screen's width, and a cell leads back to its character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from reader.tui.forme import GAP, RULE_AT, Forme
from reader.tui.inks import Inks
from reader.tui.painting import Inking, character_at, clipped, painted, painted_beside, row
from reader.tui.palettes import PALETTES
from reader.typesetting.copy import Copy, Piece
from reader.typesetting.galley import Galley, Line, Setting, Spot
from reader.typesetting.role import Role
from reader.typesetting.weight import Weight
from reader.typesetting.width import text_width

INKS = Inks(PALETTES[0])
RED, BLUE = Style(color="red"), Style(color="blue")
WORDS = st.text(alphabet="甲乙，。“”ab1 é👩\u200d👧ﾊﾞ", max_size=40)


def lines(text: str, measure: int = 24, role: Role = Role.TEXT) -> list[Line]:
    piece = Piece(role, text, "body")
    return list(Galley(Copy([piece], len(text)), Setting(measure=measure)).lines((0, 0), 99))  # type: ignore[arg-type]


@settings(max_examples=80, deadline=None)
@given(text=WORDS, left=st.integers(0, 6), extra=st.integers(0, 9))
def test_a_painted_line_is_exactly_as_wide_as_asked(text: str, left: int, extra: int) -> None:
    for line in lines(text):
        width = left + 24 + 1 + extra
        strip = painted(line, INKS, left=left, width=width)
        assert strip.cell_length == width
        assert text_width(strip.text) == width
        assert strip.text.strip() == line.text.strip()


def test_a_stretch_laid_over_covers_exactly_its_characters() -> None:
    (line,) = lines("甲乙丙丁戊")
    strip = painted(line, INKS, left=0, width=30, over=[(1, 3, RED)])
    assert [segment.text for segment in strip if segment.style == RED] == ["乙丙"]


def test_a_later_stretch_covers_an_earlier_one() -> None:
    (line,) = lines("甲乙丙丁戊")
    strip = painted(line, INKS, left=0, width=30, over=[(0, 4, RED), (2, 3, BLUE)])
    painted_so = [(segment.text, segment.style) for segment in strip if segment.style in (RED, BLUE)]
    assert painted_so == [("甲乙", RED), ("丙", BLUE), ("丁", RED)]


def test_a_stretch_over_a_line_end_is_painted_on_both_lines() -> None:
    both = lines("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未", measure=20)
    laid = [
        segment.text
        for line in both
        for segment in painted(line, INKS, left=0, width=30, over=[(6, 10, RED)])
        if segment.style == RED
    ]
    assert "".join(laid) == "庚辛壬癸"
    assert len(laid) == 2


def test_what_the_layout_made_is_never_laid_over() -> None:
    first = lines("甲乙丙")[0]
    strip = painted(first, INKS, left=2, width=30, over=[(0, 3, RED)])
    assert strip.text.startswith("  　　甲乙丙")
    assert [segment.text for segment in strip if segment.style == RED] == ["甲乙丙"]


@settings(max_examples=80, deadline=None)
@given(text=st.text(alphabet="甲乙，。ab1", max_size=40))
def test_every_cell_of_a_character_leads_to_it(text: str) -> None:
    for line in lines(text):
        at = 0
        for run in line.runs:
            for offset, character in enumerate(run.text):
                for cell in range(at, at + text_width(character)):
                    found = line.start if run.start is None else run.start + offset
                    assert character_at(line, cell, 1) == found
                at += text_width(character)


def test_a_cluster_of_characters_is_led_to_as_one() -> None:
    (line,) = lines("甲e\u0301乙")
    cells = [character_at(line, 4 + cell, 1) for cell in range(5)]
    assert cells == [0, 0, 1, 3, 3]


def test_left_of_the_text_is_its_first_character_and_right_of_it_the_one_after_its_last() -> None:
    (line,) = lines("甲乙丙")
    assert character_at(line, -3, 1) == 0
    assert character_at(line, 1, 1) == 0
    assert character_at(line, 99, 1) == 3


@pytest.mark.parametrize(
    ("text", "cells", "left"),
    [
        ("甲乙丙", 6, "甲乙丙"),
        ("甲乙丙", 5, "甲乙…"),
        ("甲乙丙", 4, "甲…"),
        ("甲乙丙", 1, "…"),
        ("甲", 0, ""),
    ],
)
def test_clipped_text_ends_with_an_ellipsis_and_never_in_half_a_character(
    text: str, cells: int, left: str
) -> None:
    assert clipped(text, cells) == left


@settings(max_examples=80, deadline=None)
@given(text=WORDS, cells=st.integers(0, 30))
def test_clipped_text_keeps_within_its_cells(text: str, cells: int) -> None:
    assert text_width(clipped(text, cells)) <= cells


@settings(max_examples=100, deadline=None)
@given(left=st.lists(WORDS, max_size=3), right=WORDS, width=st.integers(1, 60))
def test_a_row_is_exactly_as_wide_as_asked(left: list[str], right: str, width: int) -> None:
    strip = row([(text, RED) for text in left], width, BLUE, right=[(right, RED)])
    assert strip.cell_length == width
    assert text_width(strip.text) == width


def test_the_right_end_of_a_row_is_kept_whole_and_the_left_clipped() -> None:
    assert row([("甲乙丙丁", RED)], 9, BLUE, right=[("12%", RED)]).text == "甲乙… 12%"


def test_nothing_but_printable_text_is_painted() -> None:
    assert "\x1b" not in row([("\x1b[31m红\u202e", RED)], 30, BLUE).text


def spaced_headline(text: str) -> Line:
    piece = Piece(Role.HEADLINE, text, "headline", weight=Weight.NORMAL)
    return Galley(Copy([piece], len(text)), Setting(measure=60)).lines(Spot(0, 0), 1)[0]


def test_a_match_in_a_spaced_headline_is_marked_without_holes() -> None:
    line = spaced_headline("河上新桥通车")
    assert line.text == "河 上 新 桥 通 车"
    strip = painted(line, INKS, left=0, width=60, over=[(2, 4, RED)])
    assert [segment.text for segment in strip if segment.style == RED] == ["新 桥"]


def test_a_made_cell_counts_to_the_character_behind_it() -> None:
    line = spaced_headline("河上新桥通车")
    assert [character_at(line, cell, 1) for cell in range(7)] == [0, 0, 1, 1, 1, 2, 2]


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=3), st.integers(90, 140), st.sampled_from([1, 2]), st.booleans())
def test_lines_side_by_side_stand_where_their_columns_begin(
    texts: list[str], width: int, ambiguous: int, is_last_white: bool
) -> None:
    forme = Forme(width, 40, 24, 60)
    assert forme.columns == 3
    setting = Setting(measure=24, ambiguous=ambiguous, gutter=True, hanging=True)
    side = [
        Galley(Copy([Piece(Role.TEXT, text, "body")], 0), setting).lines(Spot(0, 0), 1)[0] for text in texts
    ]
    shown: list[tuple[Line | None, list[Inking]]] = [(line, []) for line in side]
    if is_last_white:
        shown.append((None, []))
    strip = painted_beside(shown[:3], INKS, forme, ambiguous)
    assert strip.cell_length == width
    # A rule of ambiguous width would be two cells on such a terminal, and move all that is right of it.
    assert text_width(strip.text, ambiguous) == width
    before, rules = "", "│" if ambiguous == 1 else "|"
    for segment in strip:
        at = text_width(before, ambiguous)
        if segment.text == rules:
            assert at + GAP - RULE_AT in forme.lefts
        before += segment.text
    places = [text_width(strip.text[: strip.text.index(line.text)], ambiguous) for line in side[:1]]
    assert places == [forme.left] or not side[0].text.strip()


def test_in_columns_each_line_has_its_own_laid_over_it() -> None:
    forme = Forme(100, 40, 24, 60)
    first, second = lines("甲乙丙丁")[0], lines("戊己庚辛")[0]
    strip = painted_beside([(first, [(0, 1, RED)]), (second, [(2, 4, BLUE)])], INKS, forme, 1)
    laid = [(segment.text, segment.style) for segment in strip if segment.style in (RED, BLUE)]
    assert laid == [("甲", RED), ("庚辛", BLUE)]


def test_the_rule_between_columns_has_the_ink_of_rules() -> None:
    forme = Forme(100, 40, 24, 60)
    (line,) = lines("甲乙丙丁")
    strip = painted_beside([(None, []), (line, []), (None, [])], INKS, forme, 1)
    assert [segment.style for segment in strip if segment.text == "│"] == [INKS.role(Role.RULE)] * 2
