"""Indents, decorations and blank lines."""

from __future__ import annotations

from itertools import product

import pytest

from reader.typesetting.line import Setting
from reader.typesetting.look import blanks_before, look_of, measure_of, rule_text
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.width import text_width

WIDE = Setting(measure=60)
NARROW = Setting(measure=20)
PLAIN = Setting(measure=60, plain=True)
LATIN = Setting(measure=60, is_cjk=False)


def first(role: Role, setting: Setting, before: Role | None = Role.TEXT, lead: str = "") -> str:
    return look_of(Piece(role, "春", lead=lead), before, setting).first


def test_a_chinese_paragraph_is_indented_by_two_characters_and_by_one_in_a_narrow_column() -> None:
    assert first(Role.TEXT, WIDE) == "　　"
    assert first(Role.TEXT, Setting(measure=24)) == "　　"
    assert first(Role.TEXT, Setting(measure=23)) == "　"
    assert first(Role.TEXT, WIDE, Role.SUBHEAD) == "　　"


def test_a_latin_paragraph_is_indented_by_two_cells_but_not_the_first_under_a_head() -> None:
    assert first(Role.TEXT, LATIN) == "  "
    for before in (Role.SUBHEAD, Role.HEADLINE, Role.BYLINE, Role.TABLE, None):
        assert first(Role.TEXT, LATIN, before) == ""


def test_a_subhead_has_a_bar_on_a_screen_and_none_in_plain_output() -> None:
    assert first(Role.SUBHEAD, WIDE) == "▍"
    assert first(Role.SUBHEAD, PLAIN) == ""


def test_quotes_stand_behind_a_bar_on_every_line() -> None:
    look = look_of(Piece(Role.QUOTE, "春"), Role.TEXT, WIDE)
    assert look.first == look.rest == "┃ "
    assert look_of(Piece(Role.QUOTE, "春"), Role.TEXT, PLAIN).rest == "  "
    assert first(Role.SPEAKER, WIDE, Role.QUOTE, "—— ") == "┃ —— "
    assert look_of(Piece(Role.SPEAKER, "春"), Role.QUOTE, WIDE).lead_role is Role.QUOTE


def test_list_items_hang_under_their_first_word() -> None:
    look = look_of(Piece(Role.LIST, "春", lead="12. ", hang=4), Role.TEXT, WIDE)
    assert (look.first, look.rest) == ("  12. ", "      ")
    assert look.first_width == look.rest_width == 6


def test_the_facts_of_a_notice_hang_under_their_words_and_name_them_in_another_role() -> None:
    look = look_of(Piece(Role.NOTICE_FACT, "春", lead="范围："), Role.NOTICE_FACT, WIDE)
    assert (look.rest_width, look.lead_role) == (6, Role.KEY)


def test_a_long_lead_does_not_eat_the_measure() -> None:
    look = look_of(Piece(Role.NOTICE_FACT, "春", lead="In force from: "), None, NARROW)
    assert look.rest_width == 6


def test_widths_count_ambiguous_characters_as_the_setting_says() -> None:
    look = look_of(Piece(Role.SUBHEAD, "春"), Role.TEXT, Setting(measure=60, ambiguous=2))
    assert look.first_width == 2


@pytest.mark.parametrize("role", list(Role))
def test_plain_output_has_no_box_drawing_and_no_block_elements(role: Role) -> None:
    for before, setting in product((None, Role.TEXT), (PLAIN, Setting(measure=20, plain=True, is_cjk=False))):
        look = look_of(Piece(role, "春"), before, setting)
        assert not any("\u2500" <= character <= "\u259f" for character in look.first + look.rest)


@pytest.mark.parametrize("setting", [WIDE, NARROW, PLAIN, LATIN, Setting(measure=40, ambiguous=2)])
def test_a_rule_stands_in_the_middle(setting: Setting) -> None:
    rule = rule_text(setting)
    left = len(rule) - len(rule.lstrip(" "))
    right = setting.measure - text_width(rule, setting.ambiguous)
    assert abs(left - right) <= 1
    assert ("─" in rule) is not setting.plain


def test_plain_rules_are_asterisks_in_the_papers_own_script() -> None:
    assert rule_text(PLAIN).strip() == "＊　＊　＊"
    assert rule_text(Setting(measure=60, plain=True, is_cjk=False)).strip() == "* * *"


def test_a_measure_is_never_under_nine_chinese_characters() -> None:
    assert measure_of(Setting(measure=3)) == 18
    assert measure_of(Setting(measure=18)) == 18
    assert measure_of(Setting(measure=19)) == 19


@pytest.mark.parametrize(
    ("before", "role", "blanks"),
    [
        (None, Role.HEADLINE, 0),
        (Role.KICKER, Role.HEADLINE, 0),
        (Role.HEADLINE, Role.DECK, 0),
        (Role.DECK, Role.BYLINE, 0),
        (Role.BYLINE, Role.TEXT, 1),
        (Role.HEADLINE, Role.TEXT, 1),
        (Role.TEXT, Role.TEXT, 0),
        (Role.TEXT, Role.SUBHEAD, 1),
        (Role.SUBHEAD, Role.TEXT, 0),
        (Role.TEXT, Role.QUOTE, 1),
        (Role.QUOTE, Role.SPEAKER, 0),
        (Role.SPEAKER, Role.TEXT, 1),
        (Role.LIST, Role.LIST, 0),
        (Role.TEXT, Role.TABLE, 1),
        (Role.VERSE, Role.TEXT, 1),
        (Role.PHOTO, Role.CAPTION, 0),
        (Role.CAPTION, Role.CREDIT, 0),
        (Role.CREDIT, Role.PHOTO, 1),
        (Role.TEXT, Role.SIGNOFF, 0),
        (Role.TEXT, Role.JUMP, 1),
    ],
)
def test_blank_lines_set_off_what_is_not_running_text(before: Role | None, role: Role, blanks: int) -> None:
    assert blanks_before(before, role) == blanks
