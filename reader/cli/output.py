"""What a command writes: clean text on the way out, messages beside it, never a sequence a terminal obeys."""

from __future__ import annotations

import codecs
import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import TextIO

from reader.edition.printable import printable, printable_line
from reader.edition.wording import Tongue, Wording

WIDTH = 80
"""Cells of a line where no terminal says otherwise; a wider terminal is no reason for longer lines."""

PAGE = (120, 40)
"""Cells and rows of a page where neither the command line nor a terminal says otherwise."""

_NARROWEST = 20
_LOST = Wording(
    "编码 {encoding} 容不下全部文字，缺的字印作 ?；改用 UTF-8，如 PYTHONUTF8=1",
    "{encoding} cannot carry every character, so ? stands for some; use UTF-8, as with PYTHONUTF8=1",
)


class Output:
    """Standard output and standard error of one run."""

    def __init__(self, tongue: Tongue, stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        """Write to these streams, or to the process's own."""
        self.tongue: Tongue = tongue
        self._out = stdout or sys.stdout
        self._err = stderr or sys.stderr
        self._has_lost = False
        self.before_writing: Callable[[], None] = _nothing
        """Called before anything is written: what else is on the terminal must make room."""

    @property
    def is_terminal(self) -> bool:
        """Does a terminal show what is written?"""
        return self._out is not None and self._out.isatty()

    @property
    def is_watched(self) -> bool:
        """Does a terminal show the messages?"""
        return self._err is not None and self._err.isatty()

    @property
    def carries_unicode(self) -> bool:
        """Can standard output carry every character?"""
        return _is_unicode(self._out)

    def width(self) -> int:
        """Return how many cells a line may have when nobody has said: the terminal's, at most `WIDTH`."""
        if not self.is_terminal:
            return WIDTH
        try:
            columns = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            return WIDTH
        return min(max(columns, _NARROWEST), WIDTH) if columns else WIDTH

    def size(self) -> tuple[int, int]:
        """Return the cells and rows of the terminal that shows what is written, or of a usual large one."""
        try:
            size = os.get_terminal_size(self._out.fileno()) if self.is_terminal else None
        except (OSError, ValueError):
            size = None
        return (size.columns, size.lines - 1) if size is not None and size.columns else PAGE

    def lines(self, lines: Iterable[str]) -> None:
        """Write lines, each with its end, as they come."""
        for line in lines:
            self.text(line + "\n")

    def text(self, text: str) -> None:
        """Write text of which every character that is not printable is made visible."""
        self._write(printable(text))

    def file(self, data: bytes) -> None:
        """Write a whole file: as it is to a pipe or a file, made printable for a terminal."""
        raw = getattr(self._out, "buffer", None)
        if raw is None or self.is_terminal:
            self.text(data.decode(errors="replace"))
        else:
            self._out.flush()
            raw.write(data)

    def diff(self, lines: Iterable[str]) -> None:
        """Write lines that have ends of their own, a line feed or a carriage return and a line feed."""
        for line in lines:
            words = line.rstrip("\r\n")
            self._write(printable_line(words) + ("\r\n" if line.endswith("\r\n") else "\n"))

    def json(self, value: object, *, is_long: bool = False) -> None:
        """Write a value as JSON, indented by two; what is not printable stands as ``\\u`` escapes.

        What `is_long` and read by programs alone stands on one line, which is written much sooner.
        """
        import json

        text = json.dumps(value, ensure_ascii=not self.carries_unicode, indent=None if is_long else 2)
        if printable(text) != text:
            text = "".join(
                mark if mark == "\n" or printable(mark) == mark else json.dumps(mark)[1:-1] for mark in text
            )
        self._write(text + "\n")

    def say(self, words: Wording | str) -> None:
        """Write a message to standard error, on a line (or lines) of its own."""
        if self._err is None:
            return
        # Where Chinese cannot be written, English is better than numbers of characters.
        tongue = self.tongue if _is_unicode(self._err) else "en"
        text = words if isinstance(words, str) else words.say(tongue)
        text = "".join(printable_line(line) + "\n" for line in text.split("\n"))
        self.before_writing()
        encoding = self._err.encoding or "utf-8"
        try:
            self._err.write(text.encode(encoding, "backslashreplace").decode(encoding))
            self._err.flush()
        except OSError:
            pass  # nobody listens; the exit status still tells

    def flush(self) -> None:
        """Hand on what has been written: somebody waits for it."""
        if self._out is not None:
            self._out.flush()

    def close(self) -> None:
        """Hand on everything written and tell what could not be; raises OSError as writing does."""
        if self._out is not None:
            self._out.flush()
        if self._has_lost:
            self._has_lost = False
            self.say(_LOST.filled(encoding=self._out.encoding))

    def abandon(self) -> None:
        """Give up on a reader that went away: what is left, even at exit, goes nowhere and says nothing."""
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._out.fileno())
            os.close(nowhere)
        except (OSError, ValueError, AttributeError):
            pass

    def progress(self, doing: Wording) -> Progress:
        """Return a count of what is done, shown on a terminal's standard error when it takes long."""
        return Progress(self._err, doing.say(self.tongue))

    def _write(self, text: str) -> None:
        if self._out is None:
            raise OSError(9, "standard output is closed")
        if not self.carries_unicode:
            encoding = self._out.encoding
            carried = text.encode(encoding, "replace").decode(encoding)
            self._has_lost = self._has_lost or carried != text
            text = carried
        self.before_writing()
        self._out.write(text)


class Progress:
    """A count on one line of a terminal, rewritten in place; it is gone when the work is done."""

    _AFTER = 0.5  # seconds; what is sooner done needs no count
    _EVERY = 0.1

    def __init__(self, stream: TextIO | None, doing: str) -> None:
        self._stream = stream if stream is not None and stream.isatty() and _is_unicode(stream) else None
        self._doing = doing
        self._due = time.monotonic() + self._AFTER
        self._shown = 0

    def step(self, done: int, of: int = 0) -> None:
        """Tell that so many are done, of so many if that is known."""
        if self._stream is None or time.monotonic() < self._due:
            return
        words = f"{self._doing} {done}/{of}" if of else f"{self._doing} {done}"
        self._stream.write(f"\r{words}")
        self._stream.flush()
        self._shown = max(self._shown, 2 * len(words))
        self._due = time.monotonic() + self._EVERY

    def done(self) -> None:
        """Take the count off the screen, until the next step."""
        if self._stream is not None and self._shown:
            self._stream.write(f"\r{' ' * self._shown}\r")
            self._stream.flush()
            self._shown = 0


def _nothing() -> None:
    """Do nothing."""


def _is_unicode(stream: TextIO | None) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return codecs.lookup(encoding).name.startswith("utf")
