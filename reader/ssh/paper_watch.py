"""A look at the newest editions: which of them nobody can read, for the log of who serves them."""

from __future__ import annotations

from itertools import islice, takewhile
from pathlib import Path

from reader.archive.library import Library
from reader.loading.file_state import Stamp, stamp_of
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.ssh.kiosk import Kiosk
from reader.ssh.visitors_book import VisitorsBook

DAYS = 7
"""How much older than the newest edition one may be and still be looked at."""
MOST = 16
"""Editions that are looked at."""


class PaperWatch:
    """Notes what cannot be read, once; and anew when it has changed, or has been good meanwhile.

    Back issues are left alone: `paper-reader check` is for them.
    """

    def __init__(self, kiosk: Kiosk, book: VisitorsBook) -> None:
        self._kiosk = kiosk
        self._book = book
        self._failed: dict[Path, tuple[Stamp | None, EditionError]] = {}
        """Files that could not be read as they were then: such a one is not read again."""
        self._told: dict[Path, str] = {}

    def look(self) -> None:
        """Look at the newest editions; may take long."""
        found = self._unreadable()
        for path, why in found.items():
            if self._told.get(path) != why:
                self._book.note("unreadable", path=path, why=why)
        self._told = found
        self._failed = {path: failed for path, failed in self._failed.items() if path in found}

    def _unreadable(self) -> dict[Path, str]:
        place = self._kiosk.place
        if not place.is_dir():
            try:
                self._load(place)
            except EditionError as error:
                return {place: _words(error)}
            return {}
        library = Library(place, self._load)
        files = library.newest_first()
        newest = next(files, None)
        if newest is not None:
            library.load(newest)
            since = newest.date.toordinal() - DAYS
            fresh = takewhile(lambda file: file.date.toordinal() >= since, files)
            for file in islice(fresh, MOST - 1):
                library.load(file)
        unopened = {path: error.strerror or str(error) for path, error in library.unopened.items()}
        return unopened | {path: _words(error) for path, error in library.unreadable.items()}

    def _load(self, path: Path) -> Loaded:
        stamp, failed = stamp_of(path), self._failed.get(path)
        if failed is not None and failed[0] == stamp and stamp is not None:
            raise failed[1]
        try:
            return self._kiosk.load(path)
        except EditionError as error:
            self._failed[path] = (stamp, error)
            raise


def _words(error: EditionError) -> str:
    """Return the first of what is wrong, with its line."""
    first = error.problems[0]
    more = f" (and {len(error.problems) - 1} more)" if len(error.problems) > 1 else ""
    return first.render(error.path, "en") + more
