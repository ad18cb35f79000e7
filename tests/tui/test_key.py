"""A command is offered to who has what it needs, and to nobody else."""

from __future__ import annotations

import pytest

from reader.edition.wording import Wording
from reader.tui.key import Group, Key, Need, offered
from reader.tui.keymap import FOOT, foot_keys
from reader.tui.manual import EVERY, manual

OPEN = Key("open", "enter", "Enter", Group.GO, Wording("打开", "Open"))
EDIT = Key("edit", "e", "e", Group.PROGRAM, Wording("改", "Edit"), needs=Need.EDITOR)
QUIT = Key(
    "quit",
    "q",
    "q",
    Group.PROGRAM,
    Wording("走，都记着", "Leave and be known"),
    needs=Need.PLACES,
    otherwise=Wording("走", "Leave"),
)


def test_who_lacks_nothing_is_offered_every_command_as_it_is() -> None:
    assert offered(EVERY, frozenset()) == list(EVERY)


def test_who_lacks_something_is_not_offered_what_needs_it() -> None:
    assert offered([OPEN, EDIT], {Need.EDITOR}) == [OPEN]
    assert offered([OPEN, EDIT], {Need.PROOF}) == [OPEN, EDIT]


def test_what_does_less_for_them_is_offered_in_other_words() -> None:
    (key,) = offered([QUIT], {Need.PLACES})
    assert key.words == Wording("走", "Leave")
    assert key._replace(words=QUIT.words) == QUIT


@pytest.mark.parametrize("need", Need)
def test_every_need_is_some_commands(need: Need) -> None:
    changed = [key for key in EVERY if offered([key], {need}) != [key]]
    assert changed
    assert all(key.needs is need for key in changed)


def test_other_words_are_in_both_languages() -> None:
    assert all(bool(key.otherwise.zh) == bool(key.otherwise.en) for key in EVERY)


def test_a_heading_with_no_command_under_it_is_left_out() -> None:
    assert Group.PROOF in manual()
    assert Group.PROOF not in manual({Need.PROOF})
    assert all(manual(frozenset(Need)).values())


def test_the_foot_names_only_what_is_offered() -> None:
    assert [key.id for key in foot_keys()] == list(FOOT)
    assert all(key.needs is None for key in foot_keys(frozenset(Need)))
