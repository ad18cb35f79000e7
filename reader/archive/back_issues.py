"""The back issues of a library: searched by their index where that is right, and by their files where not."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.archive.archive_search import ArchiveHit, ArchiveSearch, Order, place_in
from reader.archive.edition_search import never
from reader.archive.file_scan import FileScan
from reader.archive.filed import Filed
from reader.archive.issue_index import IndexReader, IndexUnusable, IssueIndex, Tally
from reader.archive.pattern import PATIENCE
from reader.archive.query import Query
from reader.archive.shelves import edition_files
from reader.archive.stocktaking import Stock, compare, read_file, take_stock
from reader.loading.file_state import stamp_of
from reader.loading.load import Loaded


class BackIssues:
    """One library and its index; used by one thread at a time.

    What the index holds of files that have changed since is never shown; what it does not hold is read from
    the files themselves. So answers are right even where nothing can be written.
    """

    def __init__(self, root: Path, index: IssueIndex, load: Callable[[Path], Loaded]) -> None:
        """`root` is the library, `load` reads an edition."""
        self.root = root
        self._index = index
        self._load = load
        self._reader: IndexReader | None = None
        self._engines: list[tuple[ArchiveSearch, frozenset[str]]] = []
        self._is_given_up = False
        self._is_without: bool | None = None
        """Does the stock say that everything is to be read from the files? None before the first."""
        self.stock = Stock()
        """What the last stocktaking found; before the first the index is believed as it is."""

    def take_stock(
        self,
        progress: Callable[[int, int], None] = lambda _done, _of: None,
        cancelled: Callable[[], bool] = never,
    ) -> Stock:
        """Bring the index up to the library as far as can be; `progress` is told files done and to do."""
        if self._is_given_up:
            return self.compare()
        self.stock = take_stock(self.root, self._index, self._load, progress=progress, cancelled=cancelled)
        self._is_without = self.stock.why is not None and len(self.stock.pending) == self.stock.files
        self._engines = []
        return self.stock

    def compare(self) -> Stock:
        """See what the index does not hold as it is, writing nothing; that is read from the files then."""
        if self._is_given_up:
            paths = tuple(path for path, _ in edition_files(self.root))
            self.stock = Stock(files=len(paths), pending=paths)
        else:
            self.stock = compare(self.root, self._index)
        self._is_without = len(self.stock.pending) == self.stock.files
        self._engines = []
        return self.stock

    def records(self) -> Mapping[str, Filed]:
        """Return what the index knows of every file, without pieces; nothing where there is no index."""
        reader = self._opened()
        try:
            return reader.records() if reader is not None else {}
        except IndexUnusable:
            self.close()
            return {}

    def files(self) -> Mapping[str, Filed]:
        """Return every file of the library as it is, by path: what the index does not hold is read now."""
        known = {path: file for path, file in self.records().items() if path not in self.stock.stale}
        for path in self.stock.pending:
            stamp = stamp_of(self.root / path)
            if stamp is not None:
                known[path] = replace(read_file(self.root, path, stamp, self._load), pieces=())
        return known

    def find(
        self,
        query: Query,
        order: Order = Order.DATE,
        *,
        paper: str | None = None,
        cancelled: Callable[[], bool] = never,
        patience: float = PATIENCE,
    ) -> Iterator[ArchiveHit]:
        """Yield every hit in this order, found as it is asked for; only those of one paper, if named.

        Raises:
            IndexDamaged: seen on the way; `discard` it, take stock, and ask again.
            IndexUnusable: it cannot be read any more.
            TooSlow: the regular expressions take too long.
        """
        found = [
            search.find(query, order, paper=paper, without=without, cancelled=cancelled, patience=patience)
            for search, without in self._searches()
        ]
        return heapq.merge(*found, key=partial(place_in, order))

    def count(
        self, query: Query, *, paper: str | None = None, cancelled: Callable[[], bool] = never
    ) -> Tally:
        """Return how many hits there are, as far as can be told soon.

        Raises:
            IndexUnusable: the index cannot be read any more, or is damaged.
            TooSlow: the regular expressions take too long.
        """
        tallies = [
            search.count(query, paper=paper, without=without, cancelled=cancelled)
            for search, without in self._searches()
        ]
        return Tally(sum(each.pieces for each in tallies), all(each.is_exact for each in tallies))

    def discard(self) -> None:
        """Give the index up, because it turned out to be damaged; take stock afterwards.

        Where even that is not possible, all that was in it is read from the files from now on.
        """
        self.close()
        try:
            self._index.discard()
        except IndexUnusable:
            self._is_given_up = True

    def close(self) -> None:
        """Close the index."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
            self._engines = []

    def _opened(self) -> IndexReader | None:
        """Return the reader of the present index, if there is one."""
        if self._reader is not None and not self._reader.is_current():
            self.close()
        if self._reader is None and not self._is_given_up:
            try:
                self._reader = self._index.reader()
                self._engines = []
            except IndexUnusable:
                return None
        return self._reader

    def _searches(self) -> list[tuple[ArchiveSearch, frozenset[str]]]:
        """Return what searches the index, without what has changed, and what reads the files not in it."""
        reader = self._opened()
        if self._is_without is not None and self._is_without is not (reader is None):
            # What was to be read from the files was told by an index that is gone or back again.
            self.compare()
            self._is_without = reader is None
        if not self._engines:
            if reader is not None:
                # What is read from the files may come into the index meanwhile, by another process.
                without = self.stock.stale.union(self.stock.pending)
                self._engines.append((ArchiveSearch(reader, self.root), without))
            if self.stock.pending:
                scan = FileScan(self.root, self.stock.pending, self._load)
                self._engines.append((ArchiveSearch(scan, self.root), frozenset()))
        return self._engines
