"""The one table of keys: no key twice, every command in both languages, none without an action."""

from __future__ import annotations

from collections import Counter

import pytest

from reader.tui.key import Group, Key
from reader.tui.keymap import READING, SECTION_KEYS, bindings, section_bindings, shown
from reader.tui.manual import EVERY, manual
from reader.tui.marks_keys import MARKS
from reader.tui.proof_keys import PROOF, PROOF_FOOT
from reader.tui.screens.marks_screen import MarksScreen
from reader.tui.screens.proof_screen import ProofScreen
from reader.tui.screens.reading import ReadingScreen


@pytest.mark.parametrize("key", [*READING, *MARKS, *PROOF, SECTION_KEYS], ids=lambda key: key.id)
class TestEveryKey:
    def test_says_what_it_does_in_both_languages(self, key: Key) -> None:
        assert key.words.zh
        assert key.words.en.isascii()
        assert key.words.zh != key.words.en

    def test_has_a_hint_in_both_languages_or_in_none(self, key: Key) -> None:
        assert bool(key.hint.zh) == bool(key.hint.en)

    def test_is_named_as_settings_name_it(self, key: Key) -> None:
        assert key.id == key.id.lower().replace("_", "-").strip()

    def test_is_written_with_as_many_names_as_it_has_keys(self, key: Key) -> None:
        names = {name.removeprefix("shift+") for name in key.keys.split(",")}
        assert len(key.shown.split()) in {len(names), 1}


def test_no_key_is_given_twice() -> None:
    names = Counter(name for key in (*READING, SECTION_KEYS) for name in key.keys.split(","))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_id_is_given_twice() -> None:
    assert len({key.id for key in READING}) == len(READING)


def test_every_command_is_an_action_of_the_reading_screen() -> None:
    missing = [key.id for key in READING if not hasattr(ReadingScreen, f"action_{key.action}")]
    assert missing == []
    assert hasattr(ReadingScreen, "action_section")


def test_every_key_of_the_marks_is_an_action_of_their_screen() -> None:
    assert [key.id for key in MARKS if not hasattr(MarksScreen, f"action_{key.action}")] == []


def test_no_key_of_the_marks_is_given_twice() -> None:
    keys = [name for binding in MarksScreen.BINDINGS for name in binding.key.split(",")]  # type: ignore[union-attr]
    assert [name for name, count in Counter(keys).items() if count > 1] == []


def test_every_key_of_proof_mode_is_an_action_of_its_screen() -> None:
    assert [key.id for key in PROOF if not hasattr(ProofScreen, f"action_{key.action}")] == []


def test_no_key_of_proof_mode_is_given_twice() -> None:
    keys = [name for binding in ProofScreen.BINDINGS for name in binding.key.split(",")]  # type: ignore[union-attr]
    assert [name for name, count in Counter(keys).items() if count > 1] == []


def test_the_foot_of_proof_mode_names_commands_there_are() -> None:
    assert {id for id, _ in PROOF_FOOT} <= {key.id for key in (*READING, *PROOF)}


def test_a_binding_carries_the_id_it_is_rebound_by() -> None:
    made = {binding.id: binding for binding in bindings(READING)}
    assert made["read-on"].key == "space,pagedown"
    assert made["read-on"].action == "read_on"
    assert all(not binding.show for binding in made.values())


def test_a_rebound_command_has_its_other_keys() -> None:
    made = {binding.id: binding.key for binding in bindings(READING, {"read-on": "f"})}
    assert made["read-on"] == "f"
    assert made["read-back"] == "b,pageup"


def test_nine_digits_open_nine_sections() -> None:
    assert [binding.key for binding in section_bindings()] == list("123456789")
    assert [binding.action for binding in section_bindings()][4] == "section(5)"


def test_the_manual_has_every_key_once_under_its_heading() -> None:
    groups = manual()
    keys = [key for group in groups.values() for key in group]
    assert sorted(key.id for key in keys) == sorted([*(key.id for key in EVERY), "section"])
    assert list(groups) == list(Group)
    assert all(key.group is group for group, members in groups.items() for key in members)


def test_every_heading_is_worded_in_both_languages() -> None:
    assert all(group.wording.zh and group.wording.en.isascii() for group in Group)


def test_a_readers_own_keys_are_shown_instead_of_ours() -> None:
    key = READING[0]
    assert shown(key) == key.shown
    assert shown(key, {"read-on": "f,F"}) == "f F"
    assert shown(key, {"mark": "x"}) == key.shown
