"""The process that brings an index up to its library: started, looked at between other work, ended."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

from reader.tui.index_keeper import Ended, Progress, ended_with, environment, progress_in, stand_back

_PATIENCE = 2.0
"""Seconds it has to end by itself once it is told to."""
_MOST = 65_536
"""Bytes that are read of it at once, and that are kept of what it complains of."""


class Indexer:
    """One run of `paper-reader index --quiet --progress`, at low priority; only `end` waits for anything."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it.

        Raises:
            OSError: it cannot be started.
        """
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, env=environment()
        )
        stand_back(self._process.pid)
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._lines, self._complaints = self._process.stdout, self._process.stderr
        for stream in (self._lines, self._complaints):
            os.set_blocking(stream.fileno(), False)
        self._line = self._said = b""
        self.progress = Progress(0, 0)
        """How far it is."""

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def look(self) -> Ended | None:
        """Hear how far it is; return what became of it once it has ended."""
        status = self._process.poll()  # before the pipes: what it wrote before it ended is in them
        *lines, self._line = (self._line + _read(self._lines)).split(b"\n")
        for line in lines:
            self.progress = progress_in(line) or self.progress
        self._said = (self._said + _read(self._complaints))[:_MOST]
        if status is None:
            return None
        self.leave()
        ended = ended_with(status, self._said)
        return ended if ended.is_whole or ended.why else ended._replace(why=f"status {status}")

    def leave(self) -> None:
        """Close the pipes, without a word to the process."""
        for stream in (self._lines, self._complaints):
            stream.close()

    def end(self) -> None:
        """End it, and wait until nothing of it is left: what it has written so far is whole."""
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE)
        self.leave()


def _read(stream: IO[bytes]) -> bytes:
    """Return what is in a pipe, without waiting for more."""
    try:
        return os.read(stream.fileno(), _MOST)
    except OSError:
        return b""
