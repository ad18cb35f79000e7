"""Taking stock: what lies in a library against what its index knows of it, and the index brought up to it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.archive.edition_search import never
from reader.archive.filed import Filed, filed
from reader.archive.issue_index import IndexUnusable, IndexWriter, IssueIndex
from reader.archive.library import dated, is_habitual
from reader.archive.many_hands import done_by_many
from reader.archive.shelves import edition_files
from reader.edition.wording import Wording
from reader.loading.file_state import Stamp
from reader.loading.load import Loaded, peek
from reader.loading.problem import EditionError

MOST_PIECES, MOST_SECONDS = 4000, 2.0
"""Of one transaction: another process that wants to write waits no longer."""
LARGE = 2000
"""Files written at once from which on the index is tidied up thoroughly afterwards."""


@dataclass(frozen=True, kw_only=True)
class Stock:
    """What a stocktaking found."""

    files: int = 0
    """Files of the library."""
    written: int = 0
    """Files that were indexed anew."""
    dropped: int = 0
    """Files that are gone and were forgotten."""
    pending: tuple[str, ...] = ()
    """Files the index does not hold as they are: whoever wants right answers reads them."""
    stale: frozenset[str] = frozenset()
    """Paths whose editions in the index are not what lies there now."""
    why: Wording | None = None
    """Why the index could not be brought up to the library."""


@dataclass
class _Difference:
    files: dict[str, Stamp]
    gone: list[str]
    changed: list[str] = field(default_factory=list)

    @classmethod
    def between(cls, files: dict[str, Stamp], known: Iterable[tuple[str, Stamp]]) -> _Difference:
        stamps = dict(known)
        gone = [path for path in stamps if path not in files]
        changed = [path for path, stamp in files.items() if stamps.get(path) != stamp]
        # The newest first: that is where a reader looks while the rest is still being indexed.
        changed.sort(key=_newness, reverse=True)
        return cls(files, gone, changed)


def _newness(path: str) -> tuple[int, str]:
    day = dated(path.rpartition("/")[2])
    return (day.toordinal() if day else 0, path)


def take_stock(
    root: Path,
    index: IssueIndex,
    load: Callable[[Path], Loaded],
    *,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    cancelled: Callable[[], bool] = never,
) -> Stock:
    """Bring an index up to its library; what could not be is said, never raised.

    `load` reads an edition, `progress` is told how many files of how many are done.
    """
    files = dict(edition_files(root))
    difference = _Difference(files, [], list(files))
    done: set[str] = set()
    try:
        writer = index.writer()
        try:
            known = writer.records()
            difference = _Difference.between(files, ((path, file.stamp) for path, file in known.items()))
            if difference.gone:
                writer.drop(difference.gone)
                difference.gone, dropped = [], len(difference.gone)
            else:
                dropped = 0
            for paths in _write(root, difference, writer, load, cancelled):
                done.update(paths)
                progress(len(done), len(difference.changed))
            if done or dropped:
                writer.finish(is_large=len(done) >= LARGE)
        finally:
            writer.close()
    except IndexUnusable as trouble:
        return _unfinished(index, difference, trouble.why)
    return Stock(
        files=len(files),
        written=len(done),
        dropped=dropped,
        pending=tuple(path for path in difference.changed if path not in done),
    )


def compare(root: Path, index: IssueIndex) -> Stock:
    """Say what of a library its index does not hold as it is, writing nothing."""
    files = dict(edition_files(root))
    return _unfinished(index, _Difference(files, [], list(files)), None)


def _unfinished(index: IssueIndex, difference: _Difference, why: Wording | None) -> Stock:
    """Return what an index that cannot be written still is good for."""
    try:
        reader = index.reader()
        try:
            known = [(path, file.stamp) for path, file in reader.records().items()]
        finally:
            reader.close()
    except IndexUnusable as trouble:
        files = difference.files
        return Stock(
            files=len(files), pending=tuple(sorted(files, key=_newness, reverse=True)), why=why or trouble.why
        )
    now = _Difference.between(difference.files, known)
    return Stock(
        files=len(now.files),
        pending=tuple(now.changed),
        stale=frozenset(now.gone).union(path for path in now.changed if path in dict(known)),
        why=why,
    )


def _write(
    root: Path,
    difference: _Difference,
    writer: IndexWriter,
    load: Callable[[Path], Loaded],
    cancelled: Callable[[], bool],
) -> Iterator[list[str]]:
    """Index what has changed, and yield the paths of each transaction once it is done."""
    preparer = writer.preparer()

    def prepare(path: str) -> tuple[str, int, Any]:
        file = read_file(root, path, difference.files[path], load)
        return path, len(file.pieces), preparer(file)

    batch: list[tuple[str, Any]] = []
    pieces, until = 0, time.monotonic() + MOST_SECONDS
    with closing(done_by_many(prepare, difference.changed)) as prepared:
        for path, count, ready in prepared:
            if cancelled():
                return
            batch.append((path, ready))
            pieces += count
            if pieces >= MOST_PIECES or time.monotonic() > until:
                yield _written(writer, batch)
                batch, pieces, until = [], 0, time.monotonic() + MOST_SECONDS
        if batch:
            yield _written(writer, batch)


def _written(writer: IndexWriter, batch: list[tuple[str, Any]]) -> list[str]:
    refused = writer.write([ready for _, ready in batch])
    return [path for path, _ in batch if path not in refused]


def read_file(root: Path, path: str, stamp: Stamp, load: Callable[[Path], Loaded]) -> Filed:
    """Return what a file of a library is: an edition, one that cannot be read, or none at all.

    `stamp` is the file's as it was listed: should it change meanwhile, it is read again next time.
    """
    file = root / path
    if peek(file) is None and not is_habitual(file):
        return Filed(path=path, stamp=stamp)
    try:
        loaded = load(file)
    except EditionError as error:
        return Filed(path=path, stamp=stamp, problems=error.problems)
    return filed(path, loaded)
