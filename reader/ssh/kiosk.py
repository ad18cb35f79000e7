"""The papers of the reading room, read once for all visitors of a worker."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from reader.archive.library import EditionFile, Library
from reader.edition.notice_board import NoticeBoard
from reader.loading.file_state import Stamp, stamp_of
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.tui.arrivals import Arrivals
from reader.tui.opening import Opening
from reader.tui.shelf import Shelf

MOST_EDITIONS = 64
"""Editions that are kept in memory."""
MOST_BYTES = 64 * 1024 * 1024
"""What the files of these may have together, but for the last one read."""
NEWEST_SECONDS = 2.0
"""How long the newest edition is believed to be the newest."""
BOARD_SECONDS = 30.0
"""How long the notices of a paper are believed."""
FRESH_SECONDS = 5.0
"""How long the newest editions of a paper are believed to be these."""
FRESH_EDITIONS = 16
"""How many of them are kept: who asks for more has the library looked through."""


class Paper(NamedTuple):
    """An edition to open for a visitor."""

    path: Path
    loaded: Loaded


class NoPaper(Exception):
    """There is no edition that can be read."""


class _Kept(NamedTuple):
    stamp: Stamp
    loaded: Loaded


class Kiosk:
    """Reads editions; every method may take long and is safe to call from any thread."""

    def __init__(self, place: Path, load: Callable[[Path], Loaded]) -> None:
        """`place` is an edition's file, or the folder of a library; `load` reads one."""
        self._place = place
        self._load = load
        self._kept: OrderedDict[Path, _Kept] = OrderedDict()
        self._guard = threading.Lock()
        self._newest_guard = threading.Lock()
        self._newest: tuple[float, Paper] | None = None
        self._board_guard = threading.Lock()
        self._fresh_guard = threading.Lock()
        self._fresh: dict[str, tuple[float, tuple[EditionFile, ...]]] = {}
        self._boards: dict[tuple[str, Path, Stamp], tuple[float, NoticeBoard, dt.date]] = {}

    @property
    def place(self) -> Path:
        """The edition's file, or the folder of the library."""
        return self._place

    @property
    def root(self) -> Path | None:
        """The library; None for an edition that stands alone."""
        return self._place if self._place.is_dir() else None

    def load(self, path: Path) -> Loaded:
        """Return an edition as it now is; read again only when its file has changed.

        Raises:
            EditionError: it cannot be read.
        """
        path = path.absolute()
        stamp = stamp_of(path)
        with self._guard:
            kept = self._kept.get(path)
            if kept is not None and kept.stamp == stamp:
                self._kept.move_to_end(path)
                return kept.loaded
        loaded = self._load(path)
        with self._guard:
            self._kept[path] = _Kept(loaded.stamp, loaded)
            self._kept.move_to_end(path)
            while len(self._kept) > 1 and (
                len(self._kept) > MOST_EDITIONS
                or sum(other.stamp.size for other in self._kept.values()) > MOST_BYTES
            ):
                self._kept.popitem(last=False)
        return loaded

    def newest(self) -> Paper:
        """Return the edition a visitor finds open: the newest that can be read.

        Raises:
            NoPaper: there is none.
        """
        with self._newest_guard:
            if self._newest is not None and time.monotonic() - self._newest[0] < NEWEST_SECONDS:
                return self._newest[1]
            paper = self._look()
            self._newest = (time.monotonic(), paper)
            return paper

    def _look(self) -> Paper:
        if not self._place.is_dir():
            try:
                return Paper(self._place, self.load(self._place))
            except EditionError:
                if self._newest is not None:
                    return self._newest[1]  # the last good version of it
                raise NoPaper from None
        for file in Library(self._place, self.load).newest_first():
            try:
                return Paper(file.path, self.load(file.path))
            except EditionError:
                continue
        raise NoPaper

    def newest_of(self, paper: str, look: Callable[[str], Iterable[EditionFile]]) -> Iterator[EditionFile]:
        """Yield the editions of a paper from newest to oldest, as one visitor's `look` finds them for all."""
        with self._fresh_guard:
            known = self._fresh.get(paper)
            if known is None or time.monotonic() - known[0] > FRESH_SECONDS:
                known = time.monotonic(), tuple(islice(look(paper), FRESH_EDITIONS))
                if len(self._fresh) > MOST_EDITIONS:
                    self._fresh.clear()
                self._fresh[paper] = known
        yield from known[1]
        if len(known[1]) == FRESH_EDITIONS:
            yield from islice(look(paper), FRESH_EDITIONS, None)

    def board(self, shelf: Shelf) -> tuple[NoticeBoard, dt.date]:
        """Return the notices of all editions of the paper that is open on a shelf, and its newest date."""
        key = (shelf.loaded.edition.paper, shelf.path, shelf.loaded.stamp)
        with self._board_guard:
            known = self._boards.get(key)
            if known is not None and time.monotonic() - known[0] < BOARD_SECONDS:
                return known[1:]
            board, newest = Shelf.gather_notices(shelf)
            if len(self._boards) > MOST_EDITIONS:
                self._boards.clear()
            self._boards[key] = (time.monotonic(), board, newest)
            return board, newest


class SharedArrivals(Arrivals):
    """What one visitor has been told of the editions that all visitors share."""

    def __init__(self, kiosk: Kiosk, root: Path, load: Callable[[Path], Loaded]) -> None:
        super().__init__(root, load)
        self._kiosk = kiosk

    def newest_of(self, paper: str, since: dt.date = dt.date.min) -> Iterable[EditionFile]:
        """Return the editions of a paper from newest to oldest, none before `since`."""
        return takewhile(lambda file: file.date >= since, self._kiosk.newest_of(paper, super().newest_of))


class SharedShelf(Shelf):
    """One visitor's shelf, whose editions all visitors share."""

    def __init__(self, opening: Opening, kiosk: Kiosk) -> None:
        super().__init__(opening)
        self._kiosk = kiosk

    def load(self, path: Path) -> Loaded:
        """Return an edition, read for one visitor and kept for the next."""
        return self._kiosk.load(path)

    def _look_out(self, root: Path) -> Arrivals:
        return SharedArrivals(self._kiosk, root, self.read)

    def gather_notices(self) -> tuple[NoticeBoard, dt.date]:
        """Return the paper's notices, gathered for one visitor and kept for the next."""
        return self._kiosk.board(self)

    def save_plate(self) -> None:
        """Write nothing: visitors leave no trace on the disk."""
