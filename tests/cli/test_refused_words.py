"""A word that is no command is answered with the nearest one, a word too many with the usage."""

from __future__ import annotations

import pytest

from reader.cli.options import parse
from reader.cli.refused_words import no_such_command
from reader.cli.wrong_use import WrongUse


def test_the_nearest_command_is_named() -> None:
    assert "notices" in no_such_command("notice").advice.en
    assert "list" in no_such_command("lsit").advice.zh


def test_a_word_far_from_any_command_is_answered_with_all_of_them() -> None:
    assert "clippings" in no_such_command("zzzzzzzz").advice.en


def test_a_word_too_many_is_named_with_the_usage() -> None:
    with pytest.raises(WrongUse) as refused:
        parse(["clippings", "extra"])
    assert "extra" in refused.value.what.en
    assert refused.value.advice.en == "write paper-reader clippings"


def test_two_words_without_a_command_say_that_the_first_is_none() -> None:
    with pytest.raises(WrongUse) as refused:
        parse(["clipings", "now"])
    assert "clipings is no command" in refused.value.what.en
    assert "clippings" in refused.value.advice.en
