"""New editions of the open paper, noticed while it is read: each once, and only when it can be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.loading.file_state import Stamp, stamp_of
from reader.loading.problem import EditionError

if TYPE_CHECKING:
    from reader.archive.library import EditionFile
    from reader.loading.loaded import Loaded

_Key = tuple[str, str | None, dt.date]


class _Known(NamedTuple):
    """What is known of one paper: its newest day, and which editions of that day have been seen."""

    date: dt.date
    keys: frozenset[_Key]


class Arrivals:
    """Looks for editions newer than those there were; every method reads the disk: call it in a thread.

    An edition that cannot be read, being half written, is as good as not there.
    """

    def __init__(self, root: Path, load: Callable[[Path], Loaded]) -> None:
        self._root = root
        self._load = load
        self._known: dict[str, _Known] = {}
        self._unfinished: dict[Path, Stamp] = {}
        """Files that could not be read, and as what: until they change, they are not tried again."""

    def look(self, paper: str) -> EditionFile | None:
        """Return the newest edition of a paper that has come since it was last looked for.

        The first look at a paper learns what is there and tells of nothing.
        """
        known = self._known.get(paper)
        if known is None:
            for file in self.newest_of(paper):
                known = self._known.get(paper)
                if known is not None and file.date < known.date:
                    break
                if self._is_whole(file):
                    self.know(file)
            return None
        for file in self.newest_of(paper, known.date):
            if (file.date > known.date or file.issue_key not in known.keys) and self._is_whole(file):
                self.know(file)
                return file
        return None

    def newest(self, paper: str) -> EditionFile | None:
        """Return the newest edition of a paper that can be read; it is known from now on."""
        found = next((file for file in self.newest_of(paper) if self._is_whole(file)), None)
        if found is not None:
            self.know(found)
        return found

    def know(self, file: EditionFile) -> None:
        """Take an edition as known: nobody need be told of it."""
        known = self._known.get(file.paper)
        if known is not None and file.date < known.date:
            return
        before = known.keys if known is not None and known.date == file.date else frozenset()
        self._known[file.paper] = _Known(file.date, before | {file.issue_key})

    def newest_of(self, paper: str, since: dt.date = dt.date.min) -> Iterable[EditionFile]:
        """Return the editions of a paper from newest to oldest, none before `since`."""
        from reader.archive.library import Library

        return Library(self._root, _refuse).newest_of(paper, since)

    def _is_whole(self, file: EditionFile) -> bool:
        stamp = stamp_of(file.path)
        if stamp is None or self._unfinished.get(file.path) == stamp:
            return False
        try:
            self._load(file.path)
        except EditionError:
            self._unfinished[file.path] = stamp
            return False
        self._unfinished.pop(file.path, None)
        return True


def _refuse(path: Path) -> Loaded:
    """Read no file for what is wrong with it: here only its date is asked for."""
    raise EditionError(path, ())
