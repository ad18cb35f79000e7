"""Proof mode on a real pseudo-terminal: an editor's whole sitting, and one that is killed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from tests.copydesk.desk import FAULTY
from tests.proofreading.clean import clean_edition
from tests.terminal import Terminal, clean_environment, reader_command

SEED = Path(__file__).parents[2] / "shared" / "data" / "seed-edition.yaml"
HALF = {"，": ",", "：": ":", "；": ";", "！": "!", "？": "?", "（": "(", "）": ")"}
FULL = {half: full for full, half in HALF.items()}


class Start(Protocol):
    """Starts proof mode on an edition."""

    def __call__(self, path: Path, size: tuple[int, int] = (80, 24)) -> Terminal:
        """Return the terminal once the findings are listed."""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start proof mode on an edition in a window of 80 by 24."""
    running: list[Terminal] = []

    def begin(path: Path, size: tuple[int, int] = (80, 24)) -> Terminal:
        command = reader_command("--lang", "zh", "proof", path)
        terminal = Terminal(command, environment=clean_environment(tmp_path), size=size)
        running.append(terminal)
        terminal.wait_until(lambda: "1/" in terminal.lines[0], "the findings were listed")
        terminal.settle(quiet=0.3)
        return terminal

    yield begin
    for terminal in running:
        terminal.close()


def spoilt(seed: int) -> tuple[str, int]:
    """Return a clean edition with every mark between two Chinese characters made half-width, and how many."""
    clean = clean_edition(seed)
    marks = [
        at
        for at in range(1, len(clean) - 1)
        if clean[at] in HALF and all("\u4e00" <= clean[near] <= "\u9fff" for near in (at - 1, at + 1))
    ]
    text = list(clean)
    for at in marks:
        text[at] = HALF[text[at]]
    return "".join(text), len(marks)


def differing(before: str, after: str) -> list[tuple[str, str]]:
    assert len(before) == len(after)
    return [(one, other) for one, other in zip(before, after, strict=True) if one != other]


class Keys:
    """Presses keys and counts them."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.count = 0

    def press(self, key: str, until: str) -> None:
        self._terminal.press(key)
        self.count += 1
        self._terminal.wait_for(until)
        self._terminal.settle()


def repair_widths(terminal: Terminal, count: int) -> int:
    """Accept every fix of T-WIDTH after its preview, write them; return the number of keys it took."""
    keys = Keys(terminal)
    while "✗ T-WIDTH" not in "\n".join(terminal.lines[12:]):
        keys.press("n", "✗")  # the next error, until it is one of these
    keys.press("a", f"改 {count} 处")
    keys.press("\r", f"未写回 {count}")
    keys.press("w", f"改 {count} 处")
    keys.press("\r", "已写回")
    return keys.count


def undo_and_write(terminal: Terminal) -> None:
    keys = Keys(terminal)
    keys.press("u", "已撤销")
    keys.press("w", "写回")
    keys.press("\r", "已写回")
    terminal.press("q")
    assert terminal.wait() == 0


def test_the_seed_page_is_repaired_in_under_ten_keys_and_brought_back(tmp_path: Path, start: Start) -> None:
    if not SEED.is_file():
        pytest.skip("the seed edition is not beside this checkout")
    path = tmp_path / "2024-12-23.yaml"
    before = SEED.read_bytes()
    path.write_bytes(before)
    terminal = start(path)
    assert repair_widths(terminal, 268) < 10
    changed = differing(before.decode(), path.read_text("utf-8"))
    assert len(changed) == 268
    assert all(FULL[one] == other for one, other in changed)
    undo_and_write(terminal)
    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", [3, 11])
def test_an_edition_of_ours_is_repaired_likewise(tmp_path: Path, start: Start, seed: int) -> None:
    text, count = spoilt(seed)
    assert count > 50
    path = tmp_path / "2024-12-23.yaml"
    path.write_bytes(text.encode())
    terminal = start(path)
    assert repair_widths(terminal, count) < 10
    assert path.read_text("utf-8") == clean_edition(seed)
    undo_and_write(terminal)
    assert path.read_bytes() == text.encode()


def test_what_a_killed_sitting_has_done_is_taken_up_by_the_next(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "2024-12-23.yaml"
    path.write_text(FAULTY, "utf-8")
    first = start(path)
    keys = Keys(first)
    keys.press("n", "T-WIDTH")
    keys.press("a", "改 7 处")
    keys.press("\r", "未写回 7")
    first.kill(signal.SIGKILL)
    first.wait()
    assert path.read_text("utf-8") == FAULTY
    second = start_again(start, path)
    keys = Keys(second)
    keys.press("\r", "接着上次的改")
    keys.press("w", "改 7 处")
    keys.press("\r", "已写回")
    assert path.read_text("utf-8") == FAULTY.translate(str.maketrans(",;()", "，；（）"))


def start_again(start: Start, path: Path) -> Terminal:
    terminal = start(path)
    assert "接着改" in terminal.lines[-1].replace(" ", "")
    return terminal


def test_hung_up_on_it_keeps_what_was_done(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "2024-12-23.yaml"
    path.write_text(FAULTY, "utf-8")
    first = start(path)
    keys = Keys(first)
    keys.press("n", "T-WIDTH")
    keys.press("y", "未写回 1")
    first.kill(signal.SIGHUP)
    first.wait()
    assert "1处没写回" in start(path).lines[-1].replace(" ", "")


def test_what_the_editor_saves_is_taken_in_with_what_is_not_written(tmp_path: Path) -> None:
    path, told, editor = tmp_path / "2024-12-23.yaml", tmp_path / "told", tmp_path / "editor.py"
    path.write_text(FAULTY, "utf-8")
    editor.write_text(
        "import sys\nfrom pathlib import Path\n"
        f"Path({str(told)!r}).write_text(' '.join(sys.argv[1:]), 'utf-8')\n"
        f"path = Path({str(path)!r})\n"
        "path.write_text(path.read_text('utf-8').replace('三遍漆', '四遍漆'), 'utf-8')\n",
        "utf-8",
    )
    environment = clean_environment(tmp_path, EDITOR=f"{sys.executable} {editor}")
    command = reader_command("--lang", "zh", "proof", path)
    with Terminal(command, environment=environment, size=(80, 24)) as terminal:
        terminal.wait_until(lambda: "1/" in terminal.lines[0], "the findings were listed")
        terminal.settle(quiet=0.3)
        keys = Keys(terminal)
        keys.press("n", "T-WIDTH")
        keys.press("y", "未写回 1")
        keys.press("o", "改动都接上了")
        assert told.read_text("utf-8") == f"+10 {path}"
        assert "四遍漆" in path.read_text("utf-8")
        keys.press("w", "写回")
        keys.press("\r", "已写回")
        expected = FAULTY.replace("三遍漆", "四遍漆").replace("重开,车", "重开，车")
        assert path.read_text("utf-8") == expected


def test_a_window_that_changes_its_size_loses_no_character(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "2024-12-23.yaml"
    path.write_text(spoilt(3)[0], "utf-8")
    terminal = start(path)
    for columns, lines in ((120, 40), (60, 20), (99, 30), (101, 30), (40, 10), (200, 60), (80, 24)):
        terminal.resize(columns, lines)
        terminal.settle(quiet=0.3)
        after_resize = terminal.lines
        terminal.press_and_settle("?", quiet=0.3)
        terminal.press_and_settle("\x1b", quiet=0.3)
        assert terminal.lines == after_resize, (columns, lines)


def test_a_plain_terminal_shows_signs_and_marks(tmp_path: Path) -> None:
    path = tmp_path / "2024-12-23.yaml"
    path.write_text(FAULTY, "utf-8")
    environment = clean_environment(tmp_path, TERM="xterm", NO_COLOR="1", COLORTERM="")
    with Terminal(
        reader_command("--lang", "zh", "proof", path), environment=environment, size=(80, 24)
    ) as terminal:
        terminal.wait_for("T-WIDTH")
        terminal.settle(quiet=0.3)
        assert "✗" in terminal.text
        assert "^" in terminal.text or "~" in terminal.text
        colours = {cell.fg for row in terminal.emulator.buffer.values() for cell in row.values()}
        assert colours == {"default"}


def test_a_held_key_is_answered_with_the_last_of_it(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "2024-12-23.yaml"
    path.write_text(spoilt(3)[0], "utf-8")
    terminal = start(path, (120, 40))
    terminal.press("j" * 300)
    terminal.settle(quiet=1.5)
    last = terminal.lines
    terminal.press_and_settle("g")
    assert terminal.lines != last
    terminal.press_and_settle("G")
    assert terminal.lines == last
    terminal.press("k" * 300)
    terminal.settle(quiet=1.5)
    assert terminal.lines[0].split()[-1].split("/")[0] == "1"
