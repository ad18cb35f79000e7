"""The help names every key there is; the board shows every notice that is known."""

from __future__ import annotations

import pytest

from reader.edition.notice import Level
from reader.edition.wording import Tongue
from reader.tui.key import Group, Need
from reader.tui.keymap import READING
from reader.tui.manual import EVERY
from reader.tui.page_keys import PAGE
from reader.tui.sheets import board_copy, help_copy
from reader.typesetting.copy import Copy
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.reading.papers import a_notice, an_edition
from tests.tui.test_desk import a_desk


def words(copy: Copy) -> str:
    return "\n".join(f"{piece.lead}{piece.text}" for piece in copy.all())


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_the_help_names_every_key_with_what_it_does(tongue: Tongue) -> None:
    text = words(help_copy(tongue, {}))
    for key in (*READING, *PAGE):
        assert f"{key.shown} " in text
        assert key.words.say(tongue) in text


def test_the_help_names_a_readers_own_keys_instead_of_ours() -> None:
    text = words(help_copy("zh", {"mark": "f2"}))
    assert "f2" in text


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_the_help_of_a_guest_names_nothing_a_guest_may_not_do(tongue: Tongue) -> None:
    text = words(help_copy(tongue, {}, frozenset(Need)))
    assert Group.PROOF.wording.say(tongue) not in text
    for key in EVERY:
        if key.needs is not None:
            assert key.words.say(tongue) not in text
        else:
            assert key.words.say(tongue) in text
    assert ("Quit" if tongue == "en" else "退出") in text
    assert ("copy" if tongue == "en" else "复制") not in text.lower()


def test_what_the_keys_do_stands_in_one_column() -> None:
    facts = [piece for piece in help_copy("zh", {}).all() if piece.role is Role.NOTICE_FACT]
    assert len({text_width(piece.lead) for piece in facts}) == 1


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_the_help_tells_of_search_signs_and_mouse(tongue: Tongue) -> None:
    text = words(help_copy(tongue, {}))
    assert all(sign in text for sign in "○●✓★!–")
    assert "wuye" in text


def test_the_size_of_the_help_is_that_of_its_pieces() -> None:
    copy = help_copy("zh", {})
    assert copy.size == sum(len(piece.text) for piece in copy.all())


def test_the_board_shows_each_notice_with_level_state_and_words() -> None:
    notices = [a_notice(f"n{level.gravity}", event=f"{level}之事", level=level) for level in Level]
    text = words(board_copy(a_desk(an_edition(notices=notices))))
    for level in Level:
        assert level.wording.zh in text
        assert f"{level}之事" in text
    assert text.index("red之事") < text.index("blue之事")
    assert text.count("生效中") == 4


def test_notices_are_parted_by_rules() -> None:
    notices = [a_notice("a"), a_notice("b"), a_notice("c")]
    roles = [piece.role for piece in board_copy(a_desk(an_edition(notices=notices))).all()]
    assert roles.count(Role.RULE) == 2


def test_an_empty_board_says_that_there_is_nothing() -> None:
    assert words(board_copy(a_desk(an_edition()))) == "没有预警或公告。"
