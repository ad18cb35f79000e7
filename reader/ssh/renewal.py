"""What a server reads anew while it serves, on SIGHUP: its log by name, and who may enter."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from reader.ssh.access import Access, AccessError
from reader.ssh.visitors_book import VisitorsBook


class LogFile:
    """Where the log goes: a file that is appended to, or standard error."""

    def __init__(self, path: Path | None) -> None:
        """Open it; no path is standard error.

        Raises:
            OSError: it cannot be opened.
        """
        # Absolute: whatever the process does, it is the same file again.
        self._path = path.absolute() if path is not None else None
        self._stream = self._opened()

    def write(self, words: str) -> None:
        """Write at the end."""
        self._stream.write(words)

    def flush(self) -> None:
        """Hand it to the system."""
        self._stream.flush()

    def reopen(self) -> None:
        """Go on in whatever file has the name now, made if there is none.

        Raises:
            OSError: it cannot be opened; the one there was is gone on with.
        """
        stream = self._opened()
        self.close()
        self._stream = stream

    def close(self) -> None:
        """Close it, unless it is standard error."""
        if self._stream is not sys.stderr:
            self._stream.close()

    def _opened(self) -> TextIO:
        if self._path is None:
            return sys.stderr
        return self._path.open("a", encoding="utf-8", buffering=1)


class Renewal:
    """Reads anew in one process; what cannot be read stays as it was, and the book says why."""

    def __init__(self, log: LogFile, access: Access, read_access: Callable[[], Access]) -> None:
        """`read_access` raises AccessError or OSError where a file cannot be used."""
        self._log = log
        self._read_access = read_access
        self.access = access
        """Who may enter from now on."""

    def renew(self, book: VisitorsBook) -> Access:
        """Open the log and read the files again; return who may enter."""
        why: list[str] = []
        try:
            self._log.reopen()
        except OSError as error:
            why.append(str(error))
        try:
            access = self._read_access()
            if access.is_open and not self.access.is_open:
                why.append("nobody is listed")  # no mistake in a file opens a door that was shut
            else:
                self.access = access
        except (AccessError, OSError) as error:
            why.append(str(error))
        book.note("renewed", who=self.access.listed or None, why="; ".join(why) or None)
        return self.access
