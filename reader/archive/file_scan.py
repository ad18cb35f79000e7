"""Editions searched without an index: each is read, and every piece of it may be what is sought."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from reader.archive.filed import Filed
from reader.archive.issue_index import Candidate, Tally
from reader.archive.library import dated
from reader.archive.sieve import Sieve, nearest_row
from reader.archive.stocktaking import read_file
from reader.loading.file_state import Stamp, stamp_of
from reader.loading.load import Loaded, peek

MOST_KEPT = 400
"""Editions kept in memory, some 100 KB each."""


class FileScan:
    """Some files of a library, read as if they were an index; slow, and right whatever the disk is like."""

    def __init__(self, root: Path, paths: Sequence[str], load: Callable[[Path], Loaded]) -> None:
        """`paths` are relative to the library, `load` reads an edition."""
        self._root = root
        self._paths = paths
        self._load = load
        self._is_cancelled: Callable[[], bool] | None = None
        self._read: dict[str, Filed] = {}

    def is_current(self) -> bool:
        """Say yes: files are what they are."""
        return True

    def records(self) -> Mapping[str, Filed]:
        """Return nothing: what is not read is not known."""
        return {}

    def places(self) -> None:
        """Return None: sections are met as editions are read."""

    def candidates(self, sieve: Sieve) -> Iterator[Candidate]:
        """Yield every piece of the days wanted, the newest day first."""
        for day, path in sorted(map(self._dated, self._paths), reverse=True):
            if not sieve.first.toordinal() <= day <= sieve.last.toordinal():
                continue
            if self._is_cancelled is not None and self._is_cancelled():
                return
            file = self._file(path)
            for position, piece in enumerate(file.pieces):
                yield Candidate(
                    row=nearest_row(file.date, position),
                    path=path,
                    paper=file.paper,
                    edition=file.edition,
                    piece=piece.piece,
                    title=piece.title,
                    section=piece.section,
                    page=piece.page,
                    kind=piece.kind,
                    texts=piece.texts,
                    parts=piece.parts,
                    opening=piece.opening,
                )

    def _file(self, path: str) -> Filed:
        """Return what a file is, read again only when it has changed: one searches at every key."""
        stamp = stamp_of(self._root / path) or Stamp(0, 0, 0)
        known = self._read.get(path)
        if known is not None and known.stamp == stamp:
            return known
        file = read_file(self._root, path, stamp, self._load)
        if len(self._read) < MOST_KEPT:
            self._read[path] = file
        return file

    def tally(self, _sieve: Sieve, _most: int) -> Tally | None:
        """Return None: only reading tells."""
        return None

    def while_not(self, cancelled: Callable[[], bool]) -> AbstractContextManager[None]:
        """Read no further edition once `cancelled` says yes."""
        self._is_cancelled = cancelled
        return nullcontext()

    def close(self) -> None:
        """Give back nothing: nothing is held."""

    def _dated(self, path: str) -> tuple[int, str]:
        day = dated(path.rpartition("/")[2])
        if day is None:
            front = peek(self._root / path)
            day = front.date if front is not None else None
        return (day.toordinal() if day is not None else 0, path)
