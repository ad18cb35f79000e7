"""The back issues searched for one reader: hits a screenful at a time, and counted beside that."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader.archive.archive_search import ArchiveHit, Order
from reader.archive.back_issues import BackIssues
from reader.archive.issue_index import IndexReader, IndexUnusable, IndexWriter, IssueIndex, Tally
from reader.archive.query import Query
from reader.archive.stocktaking import Stock
from reader.edition.wording import Wording
from reader.loading.loaded import Loaded

MOST_READ = 400
"""Files outside the index that are read for a search; of more nobody would wait for the end."""
_WAIT_SECONDS = 0.02
"""How often a search that waits for another asks whether it is still wanted."""
_CLOSE_SECONDS = 0.5


_NO_INDEX = Wording("没有放索引的文件夹", "there is no folder for an index")


class NoIndex:
    """The index of a library that has no folder to keep one in: there is nothing in it, and never will be."""

    def reader(self) -> IndexReader:
        """Say that there is none."""
        raise IndexUnusable(_NO_INDEX)

    def writer(self) -> IndexWriter:
        """Say that there is none."""
        raise IndexUnusable(_NO_INDEX)

    def discard(self) -> None:
        """Do nothing: there is nothing to be given up."""


class Catch(NamedTuple):
    """The first hits of a query."""

    hits: tuple[ArchiveHit, ...]
    has_more: bool


class Hunt:
    """Searches one library, from any thread; a search that is not wanted any more makes room for the next.

    Finding and counting each have the library for themselves, so a slow count keeps no hit waiting.
    """

    def __init__(self, root: Path, index: IssueIndex, load: Callable[[Path], Loaded]) -> None:
        """`root` is the library, `index` its index, `load` reads an edition."""
        self._index = index
        self._finding, self._counting = (BackIssues(root, index, load) for _ in range(2))
        self._is_read = False
        self._finds, self._counts = threading.Lock(), threading.Lock()

    def find(
        self, query: Query, order: Order, limit: int, cancelled: Callable[[], bool], patience: float
    ) -> Catch | None:
        """Return the first hits in this order, or None once it is cancelled.

        Raises:
            IndexUnusable: the index cannot be read, or is damaged.
            TooSlow: the regular expressions take more than `patience` seconds.
        """
        with _turn(self._finds, cancelled) as has_turn:
            if not has_turn:
                return None
            found = self._finding.find(query, order, cancelled=cancelled, patience=patience)
            with closing(_generator(found)) as hits:
                first = tuple(islice(hits, limit + 1))
            if not first and not cancelled():
                self._check()
        return None if cancelled() else Catch(first[:limit], len(first) > limit)

    def count(self, query: Query, cancelled: Callable[[], bool]) -> Tally | None:
        """Return how many hits there are as far as can be told soon, or None once it is cancelled.

        Raises:
            IndexUnusable: the index cannot be read, or is damaged.
            TooSlow: the regular expressions take too long.
        """
        with _turn(self._counts, cancelled) as has_turn:
            tally = self._counting.count(query, cancelled=cancelled) if has_turn else None
            if tally is not None and not tally.pieces and not cancelled():
                self._check()
        return None if cancelled() else tally

    def _check(self) -> None:
        """Make sure that where nothing was found there was something to look in.

        Raises:
            IndexUnusable: there is no index, or it cannot be read.
        """
        if not self._is_read:
            self._index.reader().close()

    def survey(self, *, reads_files: bool) -> Stock:
        """See what the index does not hold; few such files are read by every search if `reads_files`.

        Returned is what was found; its `pending` are the files that are not searched.
        """
        with self._finds:
            stock = _compared(self._finding, reads_files=reads_files)
            self._is_read = not stock.pending
        with self._counts:
            _compared(self._counting, reads_files=reads_files)
        return stock

    def discard(self) -> None:
        """Give the index up, because it turned out to be damaged."""
        with self._finds, self._counts:
            self._counting.close()
            self._finding.discard()

    def close(self) -> None:
        """Close the index."""
        for lock, issues in ((self._finds, self._finding), (self._counts, self._counting)):
            # A search that is still on its way has been cancelled; it is not waited for longer than that.
            if lock.acquire(timeout=_CLOSE_SECONDS):
                issues.close()
                lock.release()


def _compared(issues: BackIssues, *, reads_files: bool) -> Stock:
    stock = issues.compare()
    if reads_files and len(stock.pending) <= MOST_READ:
        return replace(stock, pending=())
    issues.stock = replace(stock, pending=())
    return stock


def _generator(hits: Iterator[ArchiveHit]) -> Generator[ArchiveHit, None, None]:
    """Hits that can be closed, whatever iterator brings them."""
    yield from hits


@contextmanager
def _turn(lock: threading.Lock, cancelled: Callable[[], bool]) -> Iterator[bool]:
    """Wait for one's turn; False when it is not wanted any more before it comes."""
    has_turn = False
    while not has_turn and not cancelled():
        has_turn = lock.acquire(timeout=_WAIT_SECONDS)
    try:
        yield has_turn
    finally:
        if has_turn:
            lock.release()
