"""A window that changes its size loses no character, read back from a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal, clean_environment, reader_command

SIZES = [(80, 24), (120, 40), (61, 20), (80, 24), (200, 60), (73, 22), (100, 30), (120, 40)]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    edition = next((Path(__file__).parents[1] / "editions").rglob("2024-12-23.yaml"))
    with Terminal(
        reader_command("--lang", "zh", edition), environment=clean_environment(tmp_path), size=(120, 40)
    ) as terminal:
        terminal.wait_for("物业换了家")
        terminal.settle()
        yield terminal


def test_what_a_resize_leaves_is_what_a_whole_painting_leaves(terminal: Terminal) -> None:
    for columns, lines in SIZES:
        terminal.resize(columns, lines)
        terminal.settle()
        after_resize = terminal.lines
        terminal.press_and_settle("?")  # another screen, and back: every cell is painted again
        terminal.press_and_settle("\x1b", quiet=0.3)
        assert terminal.lines == after_resize, (columns, lines)


def test_opening_and_closing_the_contents_loses_no_character(terminal: Terminal) -> None:
    before = terminal.lines
    terminal.press_and_settle("s", quiet=0.2)
    assert terminal.lines != before
    terminal.press_and_settle("s", quiet=0.2)
    assert [line.split() for line in terminal.lines[:-1]] == [line.split() for line in before[:-1]]


def test_a_query_typed_in_one_burst_is_answered_with_every_character(terminal: Terminal) -> None:
    terminal.press_and_settle("/", quiet=0.3)
    terminal.press_and_settle("/[", quiet=0.3)
    terminal.wait_until(lambda: "正则表达式有误" in terminal.lines[0].replace(" ", ""), "the whole answer")
