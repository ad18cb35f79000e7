"""A Han character is written in a few forms that are compared as one."""

from __future__ import annotations

import pytest

from reader.archive.folding import Folding
from reader.archive.han_forms import written_forms


@pytest.mark.parametrize(
    ("character", "form"),
    [("水", "⽔"), ("株", "㈱"), ("一", "㈠"), ("中", "㊥"), ("車", "\uf902"), ("平", "㍻")],
)
def test_compatibility_forms_count_as_the_character(character: str, form: str) -> None:
    forms = written_forms(character)
    assert forms[0] == character
    assert form in forms


def test_no_form_is_missing() -> None:
    folding = Folding()
    for character in "水一中上日月金木平株":
        every = {chr(code) for code in range(0x80, 0x30000) if character in folding.fold(chr(code))}
        assert set(written_forms(character)) == every, character


@pytest.mark.parametrize("character", ["a", "5", "，", "カ", " "])
def test_other_characters_have_too_many_to_tell(character: str) -> None:
    assert written_forms(character) == ()
