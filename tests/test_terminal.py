"""The terminal of the tests itself: what goes in comes out, and nothing is left behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import CONTROL_SEQUENCE, Terminal, TerminalTimeout, clean_environment

ECHO = "import sys\nfor line in sys.stdin: print('你说' + line.strip(), flush=True)"
SIZES = """
import os, signal, time
# Written past the buffers: the signal may well come while "ready" is still being printed.
signal.signal(signal.SIGWINCH, lambda *_: os.write(1, b"%dx%d" % os.get_terminal_size()))
print("ready", flush=True)
while True: time.sleep(1)
"""


def python(source: str, home: Path, size: tuple[int, int] = (120, 40)) -> Terminal:
    return Terminal([sys.executable, "-c", source], environment=clean_environment(home), size=size)


def test_keys_go_in_and_wide_characters_come_out_whole(tmp_path: Path) -> None:
    with python(ECHO, tmp_path) as terminal:
        terminal.press("早报\r")
        terminal.wait_for("你说早报")
        assert "你说早报".encode() in terminal.output


def test_a_resize_reaches_the_command(tmp_path: Path) -> None:
    with python(SIZES, tmp_path, size=(80, 24)) as terminal:
        terminal.wait_for("ready")
        terminal.resize(132, 50)
        terminal.wait_for("132x50")
        assert len(terminal.lines) == 50


def test_the_exit_status_comes_back(tmp_path: Path) -> None:
    with python("raise SystemExit(7)", tmp_path) as terminal:
        assert terminal.wait() == 7


def test_a_command_that_does_not_exist_says_so(tmp_path: Path) -> None:
    with Terminal([str(tmp_path / "nothing")], environment=clean_environment(tmp_path)) as terminal:
        assert terminal.wait() == 127
        assert b"nothing: No such file" in terminal.output


def test_waiting_in_vain_shows_the_screen(tmp_path: Path) -> None:
    with (
        python("print('only this')", tmp_path) as terminal,
        pytest.raises(TerminalTimeout, match="only this"),
    ):
        terminal.wait_for("something else", timeout=5)


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    with python(ECHO, tmp_path) as terminal:
        pid = terminal.pid
    assert terminal.status is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_sequences_that_paint_nothing_leave_the_screen_alone(tmp_path: Path) -> None:
    source = r"print('\x1b[>1u\x1b[?2048$p\x1b[<u刊\x1b[?2026h\x1b[1m头\x1b[0m', flush=True)"
    with python(source, tmp_path) as terminal:
        terminal.wait()
        assert terminal.text.strip() == "刊头"
        assert terminal.plain_output().strip() == "刊头"
        assert terminal.frames == 1


@pytest.mark.parametrize(
    "sequence",
    [b"\x1b[0m", b"\x1b[38;2;1;2;3m", b"\x1b[?2026$p", b"\x1b]52;c;eA==\x07", b"\x1b]8;;x\x1b\\", b"\x1bc"],
)
def test_a_control_sequence_is_taken_whole(sequence: bytes) -> None:
    assert CONTROL_SEQUENCE.sub(b"", b"a" + sequence + b"b") == b"ab"
