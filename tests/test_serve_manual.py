"""The guide for who runs a server says of limits, options, log and counters what the code has."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from reader.cli.option import Option
from reader.cli.options import OPTIONS
from reader.cli.serve_options import SERVE_OPTIONS
from reader.ssh.counters import Counters
from reader.ssh.house_rules import HouseRules
from reader.ssh.refusal import Refusal

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "serve.md").read_text(encoding="utf-8")
SOURCES = [*(ROOT / "reader" / "ssh").glob("*.py"), ROOT / "reader" / "cli" / "serve.py"]


def section(title: str) -> str:
    """Return the part of the guide under a heading."""
    match = re.search(rf"^## {title}\n(.*?)^## ", GUIDE, re.MULTILINE | re.DOTALL)
    assert match is not None
    return match[1]


def named(text: str) -> set[str]:
    """Return what stands in code marks."""
    return set(re.findall(r"`([^`]+)`", text))


def first_words(*calls: str) -> set[str]:
    """Return the first arguments of all calls of these methods in the server's code."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                word = node.args[0]
                if node.func.attr in calls and isinstance(word, ast.Constant) and isinstance(word.value, str):
                    found.add(word.value)
    return found


def test_the_limits_are_those_of_the_house() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", section("Limits"), re.MULTILINE))
    assert {name: float(value) for name, value in rows.items()} == HouseRules()._asdict()


def test_a_limit_with_an_option_names_it() -> None:
    options = set(re.findall(r"`(--[\w-]+)`", section("Limits")))
    assert options <= {option.name for option in SERVE_OPTIONS}
    assert {"--visitors", "--visitors-each", "--idle", "--longest"} <= options


@pytest.mark.parametrize("option", SERVE_OPTIONS, ids=lambda option: option.name)
def test_every_option_is_spoken_of(option: Option) -> None:
    assert option.name in re.findall(r"--[\w-]+", GUIDE)


def test_the_options_it_gives_the_program_are_options() -> None:
    ours = {option.name for option in OPTIONS}
    assert {word for words in named(GUIDE) for word in re.findall(r"^--[a-z][\w-]+", words)} <= ours


def test_every_event_of_the_log_is_explained_and_no_other() -> None:
    table = "\n".join(line for line in section("The log").splitlines() if line.startswith("| `"))
    explained = {name for line in table.splitlines() for name in named(line.split("|")[1])}
    assert explained == first_words("note")


def test_every_reason_in_the_log_is_named() -> None:
    reasons = named(section("The log"))
    assert {refusal.word for refusal in Refusal} <= reasons
    assert first_words("tried", "_tried") | {"proxy"} <= reasons


def test_every_counter_is_explained_and_no_other() -> None:
    rows = [line for line in section("Counters").splitlines() if line.startswith("| `")]
    explained = {name for line in rows for name in named(line.split("|")[1])}
    empty = re.findall(r"# TYPE paper_reader_(\w+)", Counters().page())
    told = {
        name
        for path in SOURCES
        for name in re.findall(r'gauges\["(\w+)"\]', path.read_text(encoding="utf-8"))
    }
    assert explained == first_words("add") | set(empty) | told
