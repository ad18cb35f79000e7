"""What a key writes to the terminal: over a slow line, bytes are what a reader waits for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.typesetting.width import text_width
from tests.terminal import Terminal, clean_environment, reader_command
from tests.tui.papers import a_paper, long_article, put

EDITION = Path(__file__).parents[1] / "editions" / "terminal-daily" / "2024" / "12" / "2024-12-23.yaml"
RIGHT, DOWN, ESCAPE = "\x1b[C", "\x1b[B", "\x1b"


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


def test_the_first_frame_says_how_far_the_reader_is(tmp_path: Path) -> None:
    with Terminal(
        reader_command(EDITION), environment=clean_environment(tmp_path), size=(120, 40), answering=False
    ) as terminal:
        terminal.wait_for("01 要闻")
        terminal.settle(quiet=0.6)
        feet = bytes(terminal.output).split(b"\x1b[40;1H")[1:]
        assert len(feet) == 2  # the second has counted how long the rest takes to read
        share = re.search(rb"[1-9][0-9]*%", feet[-1])
        assert share is not None
        assert share[0] in feet[0]


@pytest.mark.parametrize(
    "sizes", [[(119, 40), (120, 38), (117, 41)], [(60, 40), (120, 40), (60, 20), (99, 30), (140, 30)]]
)
@pytest.mark.parametrize("keys", [(), ("\t",), ("v",)])
def test_a_resize_is_one_frame_and_leaves_every_cell_as_it_is_painted_anew(
    terminal: Terminal, sizes: list[tuple[int, int]], keys: tuple[str, ...]
) -> None:
    for key in keys:
        terminal.press_and_settle(key, quiet=0.4)
    for size in sizes:
        before = len(terminal.output)
        terminal.resize(*size)
        terminal.settle(quiet=0.5)
        assert frames(bytes(terminal.output[before:])) == 1, size
        after = terminal.lines
        terminal.press_and_settle("?", quiet=0.4)
        terminal.press_and_settle(ESCAPE, quiet=0.4)
        assert terminal.lines == after, size


@pytest.mark.parametrize("keys", [("/",), ("c",), ("?",), ("M",)])
def test_a_resize_while_something_lies_over_the_paper_is_one_frame(
    terminal: Terminal, keys: tuple[str, ...]
) -> None:
    for key in keys:
        terminal.press_and_settle(key, quiet=0.4)
    for size in [(119, 40), (60, 20), (100, 30)]:
        before = len(terminal.output)
        terminal.resize(*size)
        terminal.settle(quiet=0.5)
        assert frames(bytes(terminal.output[before:])) == 1, size


def test_a_burst_of_resizes_ends_in_one_frame_of_the_last_size(terminal: Terminal) -> None:
    before = len(terminal.output)
    for width in range(119, 99, -1):
        terminal.resize(width, 40)
    terminal.settle(quiet=0.5)
    assert frames(bytes(terminal.output[before:])) <= 3
    assert all(len(line.rstrip()) <= 100 for line in terminal.lines)


@pytest.mark.parametrize(("key", "prompt"), [("/", " 搜索 › "), ("c", " 批注 › ")])
def test_opening_a_row_is_one_frame_with_the_cursor_in_its_field(
    terminal: Terminal, key: str, prompt: str
) -> None:
    terminal.press_and_settle(key, quiet=0.3)  # its parts are made
    terminal.press_and_settle(ESCAPE, quiet=0.3)
    opened = terminal.press_and_settle(key, quiet=0.3)
    assert 0 < len(opened.data) <= 1000
    assert frames(opened.data) == 1
    assert terminal.lines[0].startswith(prompt)
    assert terminal.cursor == (text_width(prompt) + 1, 0)  # Textual puts it a cell further


def test_opening_search_says_in_the_same_frame_how_a_query_is_written(terminal: Terminal) -> None:
    terminal.press_and_settle("/")
    assert "phrase" in terminal.lines[-1] or "短语" in terminal.lines[-1]


def test_the_cursor_of_the_contents_writes_two_rows(terminal: Terminal) -> None:
    terminal.press_and_settle("\t")
    for key in "jjk":
        assert 0 < len(terminal.press_and_settle(key).data) <= 500


def test_the_cursor_of_the_results_writes_two_rows_before_the_piece_follows(terminal: Terminal) -> None:
    terminal.press_and_settle("/", quiet=0.4)
    terminal.press_and_settle("的", quiet=0.6)
    for _ in range(3):
        _, rows, _ = terminal.press_and_settle(DOWN, quiet=0.5).data.split(b"\x1b[?2026h")
        assert 0 < len(rows) <= 350


def test_the_focus_moves_without_painting_the_article(terminal: Terminal) -> None:
    assert 0 < len(terminal.press_and_settle("\t").data) <= 4500


@pytest.mark.parametrize("key", [" ", RIGHT, "j"])
def test_a_page_turn_is_one_frame(terminal: Terminal, key: str) -> None:
    turned = terminal.press_and_settle(key, quiet=0.3)
    assert turned.data
    assert frames(turned.data) == 1


def test_a_key_that_does_nothing_writes_nothing(terminal: Terminal) -> None:
    assert terminal.press_and_settle("Z", quiet=0.3, patience=0.4).data == b""


@pytest.mark.parametrize(("there", "keys"), [("g", "kg"), ("G", "jG")])
def test_a_line_further_than_the_article_goes_writes_nothing(
    terminal: Terminal, there: str, keys: str
) -> None:
    for key in ("j", there):
        terminal.press_and_settle(key, quiet=0.3)
    for key in keys:
        assert terminal.press_and_settle(key, quiet=0.3, patience=0.4).data == b""


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


@pytest.fixture
def page(terminal: Terminal) -> Terminal:
    """The same, its page open and looked at once."""
    terminal.press_and_settle("v", quiet=0.6)
    terminal.press_and_settle("\t", quiet=0.3)
    terminal.press_and_settle("g", quiet=0.3)
    return terminal


def test_the_page_and_the_way_back_are_one_frame_each(page: Terminal) -> None:
    for _ in range(2):
        back = page.press_and_settle("v", quiet=0.4)
        assert back.data
        assert frames(back.data) == 1
        assert "← 上篇" in page.text or "下篇" in page.text
        there = page.press_and_settle("v", quiet=0.4)
        assert frames(there.data) == 1
        assert "选稿件" in page.text


@pytest.mark.parametrize("key", [RIGHT, "\t", "G"])
def test_a_mark_moved_over_the_page_is_one_frame_and_writes_little(page: Terminal, key: str) -> None:
    moved = page.press_and_settle(key, quiet=0.3)
    assert 0 < len(moved.data) <= 1600
    assert frames(moved.data) == 1


def test_turning_a_page_is_one_frame(page: Terminal) -> None:
    for key in ("]", "3", "["):
        turned = page.press_and_settle(key, quiet=0.3)
        assert turned.data
        assert frames(turned.data) == 1


def test_a_key_that_does_nothing_on_the_page_writes_nothing(page: Terminal) -> None:
    assert page.press_and_settle("Z", quiet=0.3, patience=0.4).data == b""


def test_opening_a_story_from_the_page_is_one_frame(page: Terminal) -> None:
    opened = page.press_and_settle("\r", quiet=0.4)
    assert frames(opened.data) == 1


def test_a_mark_moved_over_the_page_leaves_every_cell_as_it_is_painted_anew(page: Terminal) -> None:
    for key in (RIGHT, "\x1b[B", "\t", "G", "g", "]", RIGHT):
        page.press_and_settle(key, quiet=0.3)
        after = page.lines
        page.press_and_settle("?", quiet=0.4)
        page.press_and_settle(ESCAPE, quiet=0.4)
        assert page.lines[:-1] == after[:-1], key
