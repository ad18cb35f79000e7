"""Pieces set into lines."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.typesetting.blocks import TextBlock, set_block
from reader.typesetting.line import Run, Setting
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.typesetting.samples import LEAD, NUMBERS, measures, mixed_text

SETTING = Setting(measure=40)


def texts(piece: Piece, setting: Setting = SETTING, before: Role | None = Role.TEXT) -> list[str]:
    block = set_block(0, piece, before, setting)
    return [line.text for number in range(block.count()) if (line := block.line(number))]


def test_indents_are_runs_of_their_own_so_copying_leaves_them_behind() -> None:
    line = set_block(3, Piece(Role.TEXT, LEAD), None, SETTING).line(0)
    assert line is not None
    assert line.runs[0] == Run("　　", None, Role.TEXT)
    assert line.runs[1].start == 0
    assert (line.block, line.start) == (3, 0)
    assert line.width == text_width(line.text) <= 40


def test_quotes_carry_their_bar_along() -> None:
    assert texts(Piece(Role.QUOTE, "春夏秋冬早晚城乡街巷人家田地河桥书报灯火买卖来往")) == [
        "┃ 春夏秋冬早晚城乡街巷人家田地河桥书报灯",
        "┃ 火买卖来往",
    ]


def test_list_items_hang() -> None:
    piece = Piece(Role.LIST, "春夏秋冬早晚城乡街巷人家田地河桥书报灯火", lead="· ", hang=2)
    assert texts(piece) == ["  · 春夏秋冬早晚城乡街巷人家田地河桥书报", "    灯火"]


def test_a_signoff_stands_flush_right() -> None:
    assert texts(Piece(Role.SIGNOFF, "（田家桥）")) == [" " * 30 + "（田家桥）"]
    assert texts(Piece(Role.SIGNOFF, "（" + "田家桥" * 8 + "）"))[1].endswith("）")


def test_verse_is_kept_as_broken_and_goes_on_further_in() -> None:
    text = "河上有桥桥上有灯\n\n" + "春夏秋冬" * 5
    assert texts(Piece(Role.VERSE, text)) == [
        "    河上有桥桥上有灯",
        "",
        "    春夏秋冬春夏秋冬春夏秋冬春夏秋冬春夏",
        "      秋冬",
    ]


def test_a_blank_line_of_verse_knows_its_place() -> None:
    block = set_block(0, Piece(Role.VERSE, "河\n\n桥"), None, SETTING)
    lines = [block.line(number) for number in range(3)]
    assert [(line.start, line.end) for line in lines if line] == [(0, 1), (2, 2), (3, 4)]
    assert lines[1] is not None
    assert lines[1].runs == ()
    assert [block.number_at(place) for place in (0, 3, 99)] == [0, 2, 2]


def test_line_ends_of_a_field_are_kept() -> None:
    block = set_block(0, Piece(Role.SUMMARY, "春夏\n秋冬"), None, SETTING)
    assert [(line.text, line.start) for n in range(2) if (line := block.line(n))] == [
        ("春夏", 0),
        ("秋冬", 3),
    ]


def test_a_rule_has_no_text() -> None:
    line = set_block(0, Piece(Role.RULE, ""), None, SETTING).line(0)
    assert line is not None
    assert (line.start, line.end, line.runs[0].start) == (0, 0, None)


def test_there_is_no_line_behind_the_last_nor_before_the_first() -> None:
    block = set_block(0, Piece(Role.TEXT, "春"), None, SETTING)
    assert block.line(1) is None
    assert block.line(-1) is None
    assert block.count() == 1


def test_headlines_are_broken_at_sense() -> None:
    assert texts(Piece(Role.HEADLINE, "城北菜场添摊位 早市提前开张"), Setting(measure=24)) == [
        "城北菜场添摊位",
        "早市提前开张",
    ]


def test_a_headline_is_parted_between_words_that_the_article_around_it_repeats() -> None:
    body = "排字房昨天换用新行规。新行规早该换用了，排字房的人说。"
    piece = Piece(Role.HEADLINE, "城北日报排字房换用新行规", around=(body,))
    assert texts(piece, Setting(measure=20)) == ["城北日报排字房", "换用新行规"]


def test_a_field_of_several_lines_keeps_them_and_breaks_each_at_sense() -> None:
    piece = Piece(Role.DECK, "城北菜场添摊位 早市提前开张\n——住户来信")
    assert texts(piece, Setting(measure=20)) == ["城北菜场添摊位", "早市提前开张", "——住户来信"]


def test_justified_lines_are_full_but_for_the_last() -> None:
    setting = Setting(measure=40, justified=True)
    block = set_block(0, Piece(Role.TEXT, NUMBERS + LEAD), None, setting)
    widths = [line.width for number in range(block.count()) if (line := block.line(number))]
    assert set(widths[:-1]) == {40}
    assert widths[-1] < 40


def test_ragged_is_the_default() -> None:
    block = set_block(0, Piece(Role.TEXT, NUMBERS + LEAD), None, SETTING)
    first = block.line(0)
    assert first is not None
    assert len([run for run in first.runs if run.start is not None]) == 1


@given(mixed_text, measures)
def test_every_character_of_a_text_is_found_in_its_line(text: str, measure: int) -> None:
    block = set_block(0, Piece(Role.TEXT, text), None, Setting(measure=measure, gutter=True))
    for place in range(len(text)):
        line = block.line(block.number_at(place))
        assert line is not None
        assert line.start <= place
        assert place < line.end or text[place] in " \u3000"


def test_a_long_paragraph_is_set_only_as_far_as_it_is_asked_for() -> None:
    block = set_block(0, Piece(Role.TEXT, LEAD * 1000), None, SETTING)
    assert isinstance(block, TextBlock)
    block.line(30)
    assert len(block._starts) == 31
    block.number_at(2000)
    assert block._starts[-2] <= 2000 < block._starts[-1]


@pytest.mark.parametrize("role", list(Role))
def test_a_piece_of_any_role_is_set(role: Role) -> None:
    for plain in (False, True):
        block = set_block(0, Piece(role, "春夏秋冬", lead="· "), Role.TEXT, Setting(measure=20, plain=plain))
        line = block.line(0)
        assert line is not None
        assert role is Role.RULE or "春夏秋冬" in line.text
