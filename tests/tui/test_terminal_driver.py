"""Keys come as they are pressed, however a terminal sends them, and the terminal is left as it was found."""

from __future__ import annotations

import signal
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.paper import put
from tests.terminal import Terminal, clean_environment, reader_command

ESCAPE, LEFT, RIGHT = "\x1b", "\x1b[D", "\x1b[C"
SEARCHING, SEARCH, FOOT = "查找", "/", "读下去"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return put(tmp_path / "papers", "2025-04-05")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def terminal(home: Path, paper: Path) -> Iterator[Terminal]:
    with opened(home, paper) as terminal:
        terminal.wait_for(FOOT)
        terminal.settle(quiet=0.4)
        yield terminal


def opened(home: Path, paper: Path, **more: str) -> Terminal:
    environment = clean_environment(home, LC_ALL="zh_CN.UTF-8", **more)
    return Terminal(reader_command(paper), size=(80, 24), environment=environment)


def leave(terminal: Terminal) -> int:
    terminal.press("q")
    return terminal.wait()


def test_a_key_whose_bytes_come_one_by_one_is_one_key(terminal: Terminal) -> None:
    terminal.press_and_settle(RIGHT)
    terminal.press_and_settle(LEFT)
    page = terminal.text
    terminal.press_and_settle(RIGHT)
    assert terminal.text != page
    for byte in LEFT:
        terminal.press(byte)
        time.sleep(0.01)
    terminal.settle(quiet=0.3)
    assert terminal.text == page
    assert leave(terminal) == 0


def test_a_character_whose_bytes_come_one_by_one_is_one_character(terminal: Terminal) -> None:
    terminal.press_and_settle(SEARCH)
    for byte in "报".encode():
        terminal.press(bytes([byte]))
        time.sleep(0.01)
    terminal.settle(quiet=0.3)
    assert "报" in terminal.lines[0]
    assert "�" not in terminal.text
    terminal.press_and_settle(ESCAPE)
    assert leave(terminal) == 0


def test_an_escape_alone_is_a_key_once_nothing_follows_it(terminal: Terminal) -> None:
    page = terminal.text
    terminal.press_and_settle(SEARCH)
    assert terminal.text != page
    terminal.press(ESCAPE)
    terminal.wait_until(lambda: terminal.text == page, "the search is left")
    assert leave(terminal) == 0


def test_a_byte_that_is_no_text_does_not_end_the_reader(terminal: Terminal) -> None:
    terminal.press_and_settle(b"\xff\xfe")
    before = terminal.text
    terminal.press_and_settle(RIGHT)
    assert terminal.text != before
    assert leave(terminal) == 0


def test_everything_of_a_burst_is_taken(terminal: Terminal) -> None:
    terminal.press_and_settle(SEARCH)
    words = "报" * 3_000  # more than is taken at a time
    terminal.press(words)
    terminal.wait_until(lambda: "报" in terminal.lines[0], "it is typed")
    terminal.settle(quiet=0.5)
    terminal.press_and_settle(ESCAPE)
    assert FOOT in terminal.text
    assert leave(terminal) == 0


def test_the_terminal_is_left_as_it_was_found(home: Path, paper: Path) -> None:
    with opened(home, paper) as terminal:
        before = terminal.modes()
        terminal.wait_for(FOOT)
        terminal.settle(quiet=0.4)
        assert terminal.modes() != before
        assert leave(terminal) == 0
        assert terminal.modes() == before


def test_keys_are_taken_again_after_an_editor_and_no_pipe_is_left_behind(home: Path, paper: Path) -> None:
    editor = home.parent / "editor"
    editor.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    with opened(home, paper, EDITOR=str(editor)) as terminal:
        terminal.wait_for(FOOT)
        terminal.settle(quiet=1.0)

        def edit() -> int:
            terminal.press_and_settle("e", quiet=0.8)
            files = Path(f"/proc/{terminal.pid}/fd")
            return len(list(files.iterdir())) if files.is_dir() else 0

        held = edit()
        assert [edit() for _ in range(3)] == [held] * 3
        before = terminal.text
        terminal.press_and_settle(RIGHT)
        assert terminal.text != before
        assert leave(terminal) == 0


def test_a_program_that_is_told_that_its_terminal_is_gone_ends(terminal: Terminal) -> None:
    terminal.kill(signal.SIGHUP)
    assert terminal.wait() == 128 + signal.SIGHUP


def test_a_terminal_that_is_closed_leaves_no_reader_behind(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.ends_within(5)


def test_a_program_that_is_sent_on_without_its_terminal_leaves_no_thread_behind(terminal: Terminal) -> None:
    # As the kernel does with what a shell leaves behind: gone, and go on.
    terminal.kill(signal.SIGCONT)
    terminal.kill(signal.SIGHUP)
    assert terminal.wait() == 128 + signal.SIGHUP


@pytest.mark.parametrize("stop", [signal.SIGTSTP, signal.SIGSTOP])
def test_who_was_stopped_paints_everything_again(terminal: Terminal, stop: signal.Signals) -> None:
    page = terminal.text
    terminal.kill(stop)
    terminal.settle(quiet=0.3)
    terminal.emulator.reset()  # somebody else has used the terminal meanwhile
    terminal.kill(signal.SIGCONT)
    terminal.wait_until(lambda: terminal.text == page, "the page is back")
    terminal.press_and_settle(RIGHT)
    assert terminal.text != page
    assert leave(terminal) == 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell who is stopped")
def test_ctrl_z_leaves_the_terminal_to_the_shell_and_fg_comes_back(terminal: Terminal) -> None:
    page, stat = terminal.text, Path(f"/proc/{terminal.pid}/stat")
    terminal.press("\x1a")
    terminal.settle(quiet=0.3)
    terminal.wait_until(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T", "it is stopped")
    assert terminal.output.count(b"\x1b[?1049h") == terminal.output.count(b"\x1b[?1049l")
    terminal.kill(signal.SIGCONT)
    terminal.wait_until(lambda: terminal.text == page, "the page is back")
    assert leave(terminal) == 0


@pytest.mark.parametrize("behind", ["c", "/", "o", ":", "cho hi\r", "echo hi\r", "jjj"])
def test_keys_behind_the_one_that_leaves_do_nothing(terminal: Terminal, home: Path, behind: str) -> None:
    terminal.press("q" + behind)
    assert terminal.wait() == 0
    kept = [file.read_text(encoding="utf-8") for file in (home / "state").rglob("*.json")]
    assert kept
    assert not any("ho hi" in text for text in kept)


def test_keys_before_the_one_that_leaves_are_done(terminal: Terminal, home: Path, paper: Path) -> None:
    terminal.press(RIGHT + "q")
    assert terminal.wait() == 0
    with opened(home, paper) as again:
        again.wait_for(FOOT)
        first = terminal.text
        again.settle(quiet=0.4)
        assert again.text != first


def test_keys_behind_a_key_that_did_not_leave_are_done_in_their_order(terminal: Terminal) -> None:
    page = terminal.text
    terminal.press("?q" + SEARCH + "zz")  # the help opens, q closes it, then a query is typed
    terminal.wait_until(lambda: "zz" in terminal.lines[0], "it is typed")
    terminal.press_and_settle(ESCAPE)
    assert terminal.text == page
    assert leave(terminal) == 0


def test_a_driver_that_is_asked_for_is_taken(
    monkeypatch: pytest.MonkeyPatch, home: Path, paper: Path
) -> None:
    with opened(home, paper, TEXTUAL_DRIVER="textual.drivers.linux_driver:LinuxDriver") as terminal:
        terminal.wait_for(FOOT)
        terminal.settle(quiet=0.4)
        assert leave(terminal) == 0
