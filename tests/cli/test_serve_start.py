"""What the command that serves visitors makes sure of first: as a process, at a terminal where it asks."""

from __future__ import annotations

import os
import pty
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reader.ssh.access import verified
from tests.terminal import clean_environment, reader_command

PATIENCE = 30.0


class AtATerminal:
    """`serve --hash-password` at a terminal of its own."""

    def __init__(self, home: Path, tongue: str = "en") -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            reader_command("serve", "--hash-password", "--lang", tongue),
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
            cwd=home,
            env=clean_environment(home),
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""

    def sees(self, words: str) -> None:
        """Wait until these words stand on the terminal."""
        ends = time.monotonic() + PATIENCE
        while words not in self.shown:
            assert time.monotonic() < ends, self.shown
            self.shown += os.read(self._ours, 4096).decode()

    def types(self, words: str) -> None:
        os.write(self._ours, words.encode())

    def ends(self) -> tuple[int, str]:
        """Wait for its end; return the status and what it printed."""
        out, _ = self.process.communicate(timeout=PATIENCE)
        os.set_blocking(self._ours, False)
        with suppress(OSError):
            self.shown += os.read(self._ours, 4096).decode()
        os.close(self._ours)
        return self.process.returncode, out.decode()


def test_at_a_terminal_a_password_is_asked_for_and_not_shown(home: Path) -> None:
    terminal = AtATerminal(home)
    terminal.sees("Password: ")
    terminal.types("ferry\n")
    terminal.sees("Once more: ")
    terminal.types("ferry\n")
    status, printed = terminal.ends()
    assert status == 0
    assert verified("ferry", printed.strip())
    assert "ferry" not in terminal.shown


def test_two_different_passwords_have_no_hash(home: Path) -> None:
    terminal = AtATerminal(home)
    terminal.sees("Password: ")
    terminal.types("ferry\n")
    terminal.sees("Once more: ")
    terminal.types("fairy\n")
    assert terminal.ends() == (2, "")
    assert "two different ones; try again" in terminal.shown


@pytest.mark.parametrize("nothing", ["\n", "\x04"])
def test_no_password_at_a_terminal_has_no_hash(home: Path, nothing: str) -> None:
    terminal = AtATerminal(home, "zh")
    terminal.sees("密码：")
    terminal.types(nothing)
    assert terminal.ends() == (2, "")
    assert "没有密码" in terminal.shown
