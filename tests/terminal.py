"""A real pseudo-terminal: a command runs on it, keys go in, bytes and the screen they paint come back."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte
from wcwidth import wcwidth

TIMEOUT = 20.0
"""Seconds before a wait gives up; generous, because a wait ends as soon as what it waits for is there."""

QUIET = 0.12
"""Seconds without a byte after which the output counts as settled."""

CONTROL_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-Z\\^-~])")
"""An escape sequence by ECMA-48 (5.4) and xterm's OSC, whole."""

# What a terminal of today answers; Textual asks whether frames can be synchronised, and then marks each one.
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
_FRAME = b"\x1b[?2026h"

# pyte reads `CSI > 1 u` as "restore the cursor" and stumbles over `$`: drop what paints nothing.
# Nor does it know pictures: kitty's messages (APC) and sixels (DCS) are passed over whole.
_PAINTS_NOTHING = re.compile("\x1b\\[(?:[<=>][0-?]*[ -/]*[@-~]|[0-?]*\\$[@-~])|\x1b[P_][^\x1b]*\x1b\\\\")
_UNFINISHED = re.compile("\x1b(?:\\[[0-?]*[ -/]*|[P_][^\x1b]*\x1b?)?\\Z")


class Settled(NamedTuple):
    """What came until the output was quiet: its bytes, and when the last one came, in seconds."""

    data: bytes
    seconds: float
    """From the call (or the key it followed) to the last byte; 0 when nothing came."""


class TerminalTimeout(AssertionError):
    """What was waited for did not come; the message shows the screen."""


def reader_command(*arguments: str | Path) -> list[str]:
    """Return the command as it is installed, but with this checkout and the interpreter of the tests."""
    return [sys.executable, str(Path(__file__).parents[1] / "bin" / "paper-reader"), *map(str, arguments)]


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment in which nothing of the person running the tests shows.

    `home` holds every XDG directory; keywords add to it or replace.
    """
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        # So that the checkout is found from any working directory.
        "PYTHONPATH": str(Path(__file__).parents[1]),
        **more,
    }


class Terminal:
    """A command on a pseudo-terminal of its own; leave the `with` block and its process is gone.

    `output` holds every byte it wrote. The screen is painted only when it is looked at, so that timings
    are of the command and not of the emulator.
    """

    PIECE = 1 << 16
    """Bytes that are taken at a time at most."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        cell: tuple[int, int] = (0, 0),
        environment: Mapping[str, str] | None = None,
        directory: Path | None = None,
        answering: bool = True,
    ) -> None:
        """Start the command on a terminal of `size` columns and lines.

        `cell`: width and height of a cell in pixels, if the terminal is one that tells them.

        `answering`: reply as a present-day terminal does when asked about synchronised frames.
        """
        self.output = bytearray()
        self.arrivals: list[tuple[float, int]] = []
        """When each read came (seconds of `time.perf_counter`) and how long the output was after it."""
        self.status: int | None = None
        self._answering = answering
        self._answered = 0
        self._emulator = pyte.Screen(*size)
        self._stream = pyte.Stream(self._emulator)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._painted = 0
        self._pending = ""
        self.started = time.perf_counter()
        self._pid, self._master = _spawn(command, size, cell, environment, directory)
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process id of the command."""
        return self._pid

    @property
    def has_ended(self) -> bool:
        """Has the command closed its side, so that nothing more will come?"""
        return self._ended

    @property
    def frames(self) -> int:
        """How many synchronised frames have been written so far (0 where the program marks none)."""
        return self.output.count(_FRAME)

    @property
    def lines(self) -> list[str]:
        """The screen as it stands now, line by line, wide characters whole."""
        self._paint()
        return rows_of(self._emulator)

    @property
    def text(self) -> str:
        """The screen as it stands now, blanks at line ends cut."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the terminal's cursor, from 0."""
        self._paint()
        return self._emulator.cursor.x, self._emulator.cursor.y

    @property
    def emulator(self) -> pyte.Screen:
        """The painted screen itself, for its cells and their styles."""
        self._paint()
        return self._emulator

    def plain_output(self) -> str:
        """Return what was written with every escape sequence taken out."""
        return CONTROL_SEQUENCE.sub(b"", bytes(self.output)).decode("utf-8", "replace")

    def press(self, keys: str | bytes) -> None:
        """Send keys as a terminal sends them: characters, or sequences such as ``\\x1b[C`` for →."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            try:
                data = data[os.write(self._master, data) :]
            except OSError:  # the command is gone; the next wait says so
                return

    def read(self, timeout: float) -> bytes:
        """Return what comes within so many seconds, at the first piece; empty when nothing does."""
        if self._ended or not select.select([self._master], [], [], max(timeout, 0))[0]:
            return b""
        try:
            data = os.read(self._master, self.PIECE)
        except OSError:  # Linux: EIO when the last holder of the other end is gone
            data = b""
        if not data:
            self._ended = True
            return b""
        self.output += data
        self.arrivals.append((time.perf_counter(), len(self.output)))
        if self._answering:
            self._answer()
        return data

    def settle(self, *, quiet: float = QUIET, timeout: float = TIMEOUT) -> Settled:
        """Read until nothing comes for `quiet` seconds, or the command ends.

        Raises:
            TerminalTimeout: it is still writing after `timeout` seconds.
        """
        return self._settle(time.perf_counter(), len(self.output), quiet, timeout)

    def press_and_settle(self, keys: str | bytes, *, quiet: float = QUIET, patience: float = 2.0) -> Settled:
        """Send keys and read until the output is quiet; the seconds count from the key.

        `patience`: seconds to wait for the first byte of the answer; a key may well have none.
        """
        self.settle(quiet=0)
        pressed, first = time.perf_counter(), len(self.output)
        self.press(keys)
        if not self.read(patience):
            return Settled(b"", 0.0)
        return self._settle(pressed, first, quiet, TIMEOUT)

    def _settle(self, began: float, first: int, quiet: float, timeout: float) -> Settled:
        deadline = time.perf_counter() + timeout
        while self.read(quiet):
            if time.perf_counter() > deadline:
                raise self._timeout(f"still writing after {timeout} s")
        data = bytes(self.output[first:])
        return Settled(data, self.arrivals[-1][0] - began if data else 0.0)

    def wait_until(self, is_so: Callable[[], bool], what: str, *, timeout: float = TIMEOUT) -> None:
        """Read on until `is_so` answers yes.

        Raises:
            TerminalTimeout: it did not within `timeout` seconds, or the command ended before.
        """
        deadline = time.perf_counter() + timeout
        while not is_so():
            if self._ended or time.perf_counter() > deadline:
                raise self._timeout(f"{'the command ended' if self._ended else 'timeout'} before {what}")
            self.read(min(0.5, deadline - time.perf_counter()))

    def wait_for(self, text: str, *, timeout: float = TIMEOUT) -> None:
        """Read on until `text` stands on the screen, in one line or over several.

        Raises:
            TerminalTimeout: it does not come.
        """
        self.wait_until(lambda: text in self.text, f"{text!r} was on the screen", timeout=timeout)

    def wait(self, *, timeout: float = TIMEOUT) -> int:
        """Read to the end of the command and return its exit status (negative: the signal that ended it).

        Raises:
            TerminalTimeout: it is still running after `timeout` seconds.
        """
        deadline = time.perf_counter() + timeout
        while self.status is None:
            self.read(0.05)
            if self._ended:
                time.sleep(0.002)  # its side is closed; it is about to end
            self._reap(os.WNOHANG)
            if time.perf_counter() > deadline:
                raise self._timeout(f"still running after {timeout} s")
        while self.read(0):
            pass
        return self.status

    def ends_within(self, seconds: float) -> bool:
        """Does the command end within so many seconds, whatever becomes of what it writes?"""
        deadline = time.perf_counter() + seconds
        while self.status is None and time.perf_counter() < deadline:
            time.sleep(0.01)
            self._reap(os.WNOHANG)
        return self.status is not None

    def modes(self) -> list[object]:
        """Return how the terminal is set up (termios), as a shell would find it."""
        return list(termios.tcgetattr(self._master))

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, as a window manager does; the kernel tells the command."""
        self._paint()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._emulator.resize(lines, columns)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the command a signal, if it is still there."""
        if self.status is None:
            os.kill(self._pid, number)

    def hang_up(self) -> None:
        """Close the terminal as a window is closed: its programs are told, and can write no more."""
        os.close(self._master)
        self._master, self._ended = -1, True

    def close(self) -> None:
        """End the command, if it still runs, and close the terminal."""
        if self.status is None:
            self._reap(os.WNOHANG)
        if self.status is None:
            self.kill()
            self._reap(0)
        if self._master >= 0:
            os.close(self._master)
            self._master, self._ended = -1, True

    def _reap(self, flags: int) -> None:
        pid, status = os.waitpid(self._pid, flags)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)

    def _answer(self) -> None:
        for question, answer in _ANSWERS.items():
            at = self.output.find(question, self._answered)
            if at >= 0:
                self._answered = at + len(question)
                self.press(answer)

    def _paint(self) -> None:
        """Hand the emulator what has come since it last painted, whole sequences only."""
        text = self._pending + self._decoder.decode(bytes(self.output[self._painted :]))
        self._painted = len(self.output)
        cut = _UNFINISHED.search(text)
        end = cut.start() if cut else len(text)
        self._pending = text[end:]
        self._stream.feed(_PAINTS_NOTHING.sub("", text[:end]))

    def _timeout(self, what: str) -> TerminalTimeout:
        return TerminalTimeout(f"{what}; the screen:\n{self.text}")


def rows_of(screen: pyte.Screen) -> list[str]:
    """Return a screen line by line, wide characters whole."""
    rows = (screen.buffer[y] for y in range(screen.lines))
    return [_row([row[x].data for x in range(screen.columns)]) for row in rows]


def _row(cells: list[str]) -> str:
    """Return a row's cells as text; in a frame of which only half has come, half a wide character is blank.

    pyte has "" behind a wide character, and its own `display` fails where that character is painted over.
    """
    text = ""
    for before, cell in zip(["", *cells], cells, strict=False):
        text += cell or ("" if before and wcwidth(before[0]) == 2 else " ")
    return text


def _spawn(
    command: Sequence[str],
    size: tuple[int, int],
    cell: tuple[int, int],
    environment: Mapping[str, str] | None,
    directory: Path | None,
) -> tuple[int, int]:
    with warnings.catch_warnings():
        # Python 3.12 warns of forks beside threads; this child only calls exec, which is safe.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid, master = pty.fork()
    if pid == 0:
        try:
            pixels = size[0] * cell[0], size[1] * cell[1]
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], *pixels))
            if directory is not None:
                os.chdir(directory)
            os.execvpe(command[0], list(command), dict(os.environ if environment is None else environment))
        except OSError as error:
            os.write(2, f"{command[0]}: {error.strerror}\n".encode())
        finally:
            os._exit(127)
    return pid, master
