"""The librarian of a server: has the index of the back issues made, and brought up to every new edition."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.ssh.census import Census, Stand
from reader.ssh.indexer import Indexer
from reader.ssh.slate import Slate
from reader.ssh.turn import Turn
from reader.ssh.visitors_book import VisitorsBook
from reader.tui.index_keeper import Ended
from reader.tui.index_news import IndexNews

LOOK_SECONDS = 10.0
"""How long the library is believed to be what it was."""
RETRY_SECONDS = 300.0
"""How long an index that could not be kept is left alone."""
_FIRST_GO, _GO = 0.1, 0.01
"""Seconds that are counted at once: at the start, when nobody waits yet, and later."""


class Index(NamedTuple):
    """An index as the librarian knows it."""

    root: Path
    """The library it is of."""
    command: Sequence[str]
    """What brings it up to the library."""
    mark: Callable[[], object] = lambda: None
    """Tells it from another in its place, and from none."""
    discard: Callable[[], None] = lambda: None
    """Gives it up, because it is damaged; raises nothing."""
    turn: Turn | None = None
    """Taken while it is written, where other servers may share it."""


class Librarian:
    """A chore of `Workers`: sees to one library's index by a process of its own, one at most."""

    def __init__(
        self,
        index: Index,
        slate: Slate,
        book: VisitorsBook,
        tell: Callable[[str], None],
        look_seconds: float = LOOK_SECONDS,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        """`tell` hears, once, why the index cannot be kept."""
        self._index = index
        self._slate = slate
        self._book = book
        self._tell = tell
        self._look_seconds, self._retry_seconds = look_seconds, retry_seconds
        self._census: Census | None = Census(index.root)
        self._next_census = 0.0
        self._go = _FIRST_GO
        self._wanted: Stand | None = None
        """What the library is, while the index is still to be brought up to it."""
        self._kept: tuple[Stand, object] | None = None
        """What the library was when the index was last brought up to it, and the index's mark since."""
        self._not_before = 0.0
        self._indexer: Indexer | None = None
        self._began = 0.0
        self._rounds = 0
        self._why = ""
        """Why the index could not be kept, the last time."""
        slate.write(IndexNews(is_indexing=True))

    # -- a chore of the workers -------------------------------------------------------------------

    def look(self) -> None:
        """Go on with whatever is to be done."""
        if self._indexer is not None:
            self._follow(self._indexer)
            return
        now = time.monotonic()
        if self._slate.take_damage() and now >= self._not_before:
            self._book.note("index-damaged")
            self._index.discard()
            self._kept, self._next_census = None, now
        if self._wanted is None:
            self._count(now)
        if self._wanted is not None and now >= self._not_before and self._has_turn():
            self._begin(self._wanted)

    def leave(self) -> None:
        """Let go of what is the keeping process's alone."""
        if self._indexer is not None:
            self._indexer.leave()
        if self._index.turn is not None:
            self._index.turn.give_back()
        if self._census is not None:
            self._census.close()

    def end(self) -> None:
        """End the process that is at work; the index is whole as far as it goes."""
        if self._indexer is not None:
            self._indexer.end()
            self._indexer = None

    # -- how it is done ---------------------------------------------------------------------------

    def _count(self, now: float) -> None:
        if self._census is None:
            if now < self._next_census:
                return
            self._census = Census(self._index.root)
        stand = self._census.go_on(self._go)
        if stand is None:
            return
        self._census, self._go = None, _GO
        self._next_census = now + self._look_seconds
        # Of a library without any file the disk is away: the index of years is not thrown out for that.
        if stand.files and (stand, self._index.mark()) != self._kept:
            self._wanted = stand
        elif not self._rounds:
            self._chalk(is_indexing=False)

    def _has_turn(self) -> bool:
        return self._index.turn is None or self._index.turn.take()

    def _begin(self, stand: Stand) -> None:
        self._wanted, self._kept = None, (stand, None)
        self._began = time.monotonic()
        if not self._why:
            self._book.note("index-begun", files=stand.files)
        try:
            self._indexer = Indexer(self._index.command)
        except OSError as error:
            self._ended(Ended(is_whole=False, why=error.strerror or str(error)), 0)
            return
        self._chalk(is_indexing=True)

    def _follow(self, indexer: Indexer) -> None:
        before = indexer.progress
        ended = indexer.look()
        if ended is not None:
            self._indexer = None
            self._ended(ended, indexer.progress.done)
        elif indexer.progress != before:
            self._chalk(is_indexing=True, done=indexer.progress.done, of=indexer.progress.of)

    def _ended(self, ended: Ended, done: int) -> None:
        if self._index.turn is not None:
            self._index.turn.give_back()
        now = time.monotonic()
        self._rounds += 1
        if ended.is_whole:
            assert self._kept is not None
            self._kept = (self._kept[0], self._index.mark())
            self._book.note("indexed", editions=done, seconds=round(now - self._began, 1))
        else:
            self._kept, self._not_before = None, now + self._retry_seconds
            if ended.why != self._why:
                self._book.note("index-failed", why=ended.why)
                self._tell(ended.why)
        self._why = ended.why
        self._chalk(is_indexing=False)

    def _chalk(self, *, is_indexing: bool, done: int = 0, of: int = 0) -> None:
        self._slate.write(IndexNews(is_indexing, done, of, self._rounds, bool(self._why)))
