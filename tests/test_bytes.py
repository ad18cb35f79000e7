"""What a key writes to the terminal: over a slow line, bytes are what a reader waits for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal, clean_environment, reader_command
from tests.tui.papers import a_paper, long_article, put

EDITION = Path(__file__).parents[1] / "editions" / "terminal-daily" / "2024" / "12" / "2024-12-23.yaml"
RIGHT, ESCAPE = "\x1b[C", "\x1b"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The newest shipped edition, open and settled, its first cold keys behind it."""
    command = reader_command("--lang", "zh", EDITION)
    with Terminal(command, environment=clean_environment(tmp_path), size=(120, 40)) as terminal:
        terminal.wait_for("01 要闻")
        terminal.settle(quiet=0.6)
        for keys in ("/", ESCAPE, "\t", "j", "k", ESCAPE):
            terminal.press_and_settle(keys, quiet=0.25)
        yield terminal


def frames(data: bytes) -> int:
    return data.count(b"\x1b[?2026h")


def test_starting_takes_no_more_than_two_frames_and_a_half(tmp_path: Path) -> None:
    command = reader_command(EDITION)
    with Terminal(command, environment=clean_environment(tmp_path), size=(120, 40)) as terminal:
        terminal.wait_for("01 要闻")
        terminal.settle(quiet=0.6)
        largest = max(len(frame) for frame in bytes(terminal.output).split(b"\x1b[?2026h"))
        assert len(terminal.output) <= 2.5 * largest


def test_opening_search_writes_a_row_not_a_screen(terminal: Terminal) -> None:
    assert 0 < len(terminal.press_and_settle("/").data) <= 1000


def test_the_cursor_of_the_contents_writes_two_rows(terminal: Terminal) -> None:
    terminal.press_and_settle("\t")
    for key in "jjk":
        assert 0 < len(terminal.press_and_settle(key).data) <= 500


def test_the_focus_moves_without_painting_the_article(terminal: Terminal) -> None:
    assert 0 < len(terminal.press_and_settle("\t").data) <= 4500


@pytest.mark.parametrize("key", [" ", RIGHT, "j"])
def test_a_page_turn_is_one_frame(terminal: Terminal, key: str) -> None:
    turned = terminal.press_and_settle(key, quiet=0.3)
    assert turned.data
    assert frames(turned.data) == 1


def test_a_key_that_does_nothing_writes_nothing(terminal: Terminal) -> None:
    assert terminal.press_and_settle("Z", quiet=0.3, patience=0.4).data == b""


def test_a_page_turn_in_columns_is_one_frame_and_loses_no_character(tmp_path: Path) -> None:
    marks = "“换灯”——师傅说……三十七盏🏮，Ⅲ级；é 也在。"
    article = long_article(90)
    article["body"] = article["body"].replace("第", f"{marks}第")
    command = reader_command("--lang", "zh", put(tmp_path, a_paper([article])))
    with Terminal(command, environment=clean_environment(tmp_path), size=(200, 60)) as terminal:
        terminal.wait_for("一条河的四季")
        terminal.settle(quiet=0.6)
        for key in (" ", "j", "j", " ", "b", "G"):
            turned = terminal.press_and_settle(key, quiet=0.3)
            assert frames(turned.data) == 1
            after = terminal.lines
            assert sum("│" in line for line in after) > 40
            terminal.press_and_settle("?", quiet=0.3)  # another screen, and back: every cell is painted again
            terminal.press_and_settle(ESCAPE, quiet=0.3)
            assert terminal.lines[:-1] == after[:-1], key
