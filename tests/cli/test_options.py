from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.commands import COMMANDS, READ
from reader.cli.option_values import bytes_meant
from reader.cli.options import OPTIONS, parse
from reader.cli.wrong_use import WrongUse
from reader.settings import SETTINGS


def refusal(*arguments: str) -> WrongUse:
    with pytest.raises(WrongUse) as caught:
        parse(arguments)
    return caught.value


def test_without_words_the_reader_opens() -> None:
    assert parse([]) == (READ, (), {})


def test_a_first_word_that_names_no_command_is_a_path() -> None:
    assert parse(["today.yaml"]) == (READ, ("today.yaml",), {})


def test_a_first_word_that_names_a_command_is_it() -> None:
    assert parse(["show", "today.yaml", "p01-a03"]) == ("show", ("today.yaml", "p01-a03"), {})


@pytest.mark.parametrize("words", [["./show"], ["--", "show"]])
def test_a_file_named_like_a_command_is_reached_by_its_path(words: list[str]) -> None:
    assert parse(words) == (READ, (words[-1],), {})


@pytest.mark.parametrize(
    "arguments",
    [
        ["--width", "40", "show", "x.yaml"],
        ["show", "--width=40", "x.yaml"],
        ["show", "x.yaml", "--width", "40"],
        ["--width=99", "show", "x.yaml", "--width", "40"],
    ],
)
def test_options_stand_anywhere_and_the_last_one_counts(arguments: list[str]) -> None:
    assert parse(arguments) == ("show", ("x.yaml",), {"width": 40})


def test_a_lone_dash_is_a_path() -> None:
    assert parse(["-"]).words == ("-",)


def test_help_asks_for_nothing_else() -> None:
    assert parse(["show", "--help"]) == ("show", (), {"help": True})
    assert parse(["-h"]).options == {"help": True}
    assert parse(["-V"]).options == {"version": True}


@pytest.mark.parametrize("words", [["a.yaml"], ["a.yaml", "b", "c.yaml", "d"]])
def test_a_command_with_dots_takes_any_number_of_paths(words: list[str]) -> None:
    assert parse(["check", *words]).words == tuple(words)


@pytest.mark.parametrize(
    "arguments",
    [["--format", "json", "check", "x"], ["check", "--format=json", "x"], ["check", "x", "--format", "json"]],
)
def test_an_option_may_take_other_values_for_another_command(arguments: list[str]) -> None:
    assert parse(arguments).options == {"format": "json"}
    assert parse(["show", "x", "--format", "markdown"]).options == {"format": "markdown"}


@pytest.mark.parametrize(
    ("arguments", "what", "advice"),
    [
        (["check"], "lacks PATH", "check PATH…"),
        (["check", "x", "--format", "markdown"], "cannot be markdown", "text, json"),
        (["--format", "markdown", "check", "x"], "cannot be markdown", "text, json"),
        (["list", "--format", "json"], "list has no option --format", "show, clippings, check"),
        (["--widht", "40"], "no option --widht", "--width"),
        (["--qqq"], "no option --qqq", "--help"),
        (["serve", "--frobnicate"], "no option --frobnicate", "--help"),
        (["serve", "--generate"], "no option --generate", "--help"),
        (["serve", "--rates", "9"], "no option --rates", "did you mean --rate?"),
        (["serve", "--hostkey", "k"], "no option --hostkey", "did you mean --host-key?"),
        (["show"], "lacks PATH", "show PATH"),
        (["schema", "x"], "does not take x", "write paper-reader schema"),
        (["show", "a", "b", "c"], "does not take c", "show PATH [REFERENCE]"),
        (["shwo", "x.yaml"], "shwo is no command", "show"),
        (["show", "x", "--width"], "lacks its value", "--width N"),
        (["show", "x", "--width="], "lacks its value", "--width N"),
        (["show", "x", "--width", "--json"], "lacks its value", "--width N"),
        (["show", "x", "--width", "ten"], "cannot be ten", "20–1000"),
        (["show", "x", "--width", "19"], "cannot be 19", "20–1000"),
        (["show", "x", "--width", "-5"], "cannot be -5", "20–1000"),
        (["show", "x", "--width", "٤٠"], "cannot be ٤٠", "20–1000"),
        (["show", "x", "--width", "9" * 5000], "cannot be", "20–1000"),
        (["show", "x", "--format", "pdf"], "cannot be pdf", "text, markdown, json"),
        (["--lang", "fr"], "cannot be fr", "zh, en"),
        (["--ambiguous", "3"], "cannot be 3", "1, 2"),
        (["--measure", "1000"], "cannot be 1000", "20–200"),
        (["--max-size", "much"], "cannot be much", "32M"),
        (["--max-size", "0"], "cannot be 0", "32M"),
        (["--encoding", "martian"], "cannot be martian", "gb18030"),
        (["--encoding", "rot13"], "cannot be rot13", "gb18030"),
        (["--encoding", "a\0b"], "cannot be a␀b", "gb18030"),
        (["list", "--json=yes"], "takes no value", "--json alone"),
        (["show", "x", "--json"], "show has no option --json", "list, notices"),
        (["list", "--at", "now"], "list has no option --at", "notices"),
        (["--\x1b[31m"], "␛[31m", "--help"),
    ],
)
def test_what_cannot_be_used_is_said_with_what_to_do(arguments: list[str], what: str, advice: str) -> None:
    error = refusal(*arguments)
    assert what in error.what.en
    assert advice in error.advice.en


@pytest.mark.parametrize("word", ["print"])
def test_a_command_that_is_not_there_is_not_promised(word: str) -> None:
    error = refusal(word, "anything")
    assert f"{word} is no command" in error.what.en
    known = {command.name for command in COMMANDS}
    assert word not in known
    assert any(name and name in error.advice.en for name in known)


@pytest.mark.parametrize(
    ("words", "size"),
    [("500", 500), ("500K", 512000), ("32m", 32 << 20), ("32MB", 32 << 20), ("1 G", None), ("1GiB", 1 << 30)],
)
def test_a_size_is_bytes_or_powers_of_1024(words: str, size: int | None) -> None:
    assert bytes_meant(words) == size


@given(
    st.lists(st.text(max_size=12) | st.sampled_from(["--width", "show", "--", "--json", "-h"]), max_size=5)
)
def test_any_arguments_are_understood_or_refused_never_more(arguments: list[str]) -> None:
    with contextlib.suppress(WrongUse):
        assert parse(arguments).command in {command.name for command in COMMANDS}


def test_an_option_that_outweighs_a_setting_takes_what_the_setting_takes() -> None:
    settings = {setting.name: setting for setting in SETTINGS}
    for option in OPTIONS:
        if option.setting and settings[option.setting].kind == "number":
            setting = settings[option.setting]
            assert (option.low, option.high) == (setting.low, setting.high)
        elif option.setting and option.choices:
            assert set(option.choices) <= set(map(str, settings[option.setting].choices))


def test_every_command_and_option_is_told_in_both_languages() -> None:
    for known in (*COMMANDS, *OPTIONS):
        assert known.about.zh
        assert known.about.en
        assert known.about.en.isascii() or known.name == "--ambiguous"
