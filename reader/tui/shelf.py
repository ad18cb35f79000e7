"""The files behind the open edition: loading, its neighbours, its changes, its paper's notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.notice_board import NoticeBoard
from reader.loading.file_state import Stamp, stamp_of
from reader.loading.load import load_edition
from reader.loading.loaded import Loaded
from reader.reading.contents import Item
from reader.reading.place import IssueKey
from reader.tui.opening import Opening

if TYPE_CHECKING:
    from reader.archive.library import EditionFile, Library
    from reader.loading.problem import EditionError
    from reader.tui.arrivals import Arrivals


class FrontPage(NamedTuple):
    """What tells one edition from another at a glance: its number, and its front headline."""

    issue: str | None
    headline: str | None
    """None in an edition without articles."""


class Faults(NamedTuple):
    """What is wrong with the files of a library: which cannot be read, and each two that are the same."""

    unreadable: tuple[EditionError, ...]
    duplicates: tuple[tuple[EditionFile, EditionFile], ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.unreadable) + len(self.duplicates)


class Shelf:
    """What is read from disk for one reader.

    Every method but `stamp` and `position` may take long: call it in a thread.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self.path = opening.path
        self.loaded = opening.loaded
        self._library: Library | None = None
        self._arrivals: Arrivals | None = None

    @property
    def library(self) -> Library | None:
        """The back issues, or None when the edition stands alone."""
        if self._library is None and self._opening.library_root is not None:
            self._library = self._open_library(self._opening.library_root)
        return self._library

    def _open_library(self, root: Path) -> Library:
        index = self._opening.open_index()
        if index is None:
            from reader.archive.library import Library

            return Library(root, self.read)
        from reader.reading.registered_library import RegisteredLibrary

        return RegisteredLibrary(root, index, self.read)

    @property
    def arrivals(self) -> Arrivals | None:
        """What notices new editions of the library; None for an edition that stands alone."""
        if self._arrivals is None and self._opening.library_root is not None:
            self._arrivals = self._look_out(self._opening.library_root)
        return self._arrivals

    def _look_out(self, root: Path) -> Arrivals:
        from reader.tui.arrivals import Arrivals

        return Arrivals(root, self.read)

    def load(self, path: Path) -> Loaded:
        """Read an edition as the reader asked for it to be read.

        Raises:
            EditionError: it cannot be read; all problems found.
        """
        return load_edition(path, limit=self._opening.limit, encoding=self._opening.encoding)

    def read(self, path: Path) -> Loaded:
        """Return the open edition as it was read, unless its file has changed, and load any other."""
        loaded = self.loaded
        if path.absolute() == self.path.absolute() and stamp_of(path) == loaded.stamp:
            return loaded
        return self.load(path)

    def take(self, path: Path, loaded: Loaded) -> None:
        """This edition is open from now on."""
        self.path, self.loaded = path, loaded

    def stamp(self) -> Stamp | None:
        """Return the stamp of the open edition's file as it is now; None while it is gone."""
        return stamp_of(self.path)

    def is_finished(self) -> bool:
        """Does the open edition's file end as a whole one does, with a line ``...``?"""
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, self.path.stat().st_size - 64))
                return file.read().rstrip().endswith(b"...")
        except OSError:
            return False

    def position(self, item: Item | None, field: str = "", start: int = 0) -> tuple[int, int]:
        """Return line and column, from 1, of a character of a field of a piece; else where the piece begins.

        `start` counts the characters of the field before it. Columns are known for the beginning only.
        """
        places = self.loaded.source_map
        if item is None:
            return 1, 1
        if item.article is not None and field == "body" and (at := self._body(item.article)) is not None:
            # A body is a literal block: its text begins on the line after the mark that opens it.
            return at + 1 + item.article.body.count("\n", 0, start), 1
        if item.article is not None:
            return places.article_position(item.article.id) or (1, 1)
        assert item.notice is not None
        return places.notice_position(item.notice.id) or (1, 1)

    def neighbour(self, *, later: bool) -> Path | None:
        """Return the edition after or before the open one."""
        if self.library is None:
            return None
        before, after = self.library.neighbours(self.path)
        found = after if later else before
        return found.path if found is not None else None

    def find(self, issue: IssueKey | None, date: dt.date) -> Path | None:
        """Return the file of an issue, or of this paper's edition of a date."""
        if self.library is None:
            return None
        edition = self.loaded.edition
        wanted = issue or IssueKey(edition.paper, date, edition.edition or "")
        exact = [
            file
            for file in self.library.files()
            if (file.paper, file.date, file.edition or "") == (wanted.paper, wanted.date, wanted.edition)
        ]
        of_the_day = [f for f in self.library.files() if (f.paper, f.date) == (wanted.paper, wanted.date)]
        return next((file.path for file in (*exact, *of_the_day)), None)

    def missing(self, issues: Iterable[IssueKey]) -> frozenset[IssueKey]:
        """Return which of these issues no edition at hand is of; none when there is no library to ask."""
        if self.library is None:
            return frozenset()
        open_one = IssueKey.of(self.loaded.edition)
        days = {(file.paper, file.date) for file in self.library.files() if file.path.is_file()}
        days.add((open_one.paper, open_one.date))
        return frozenset(issue for issue in issues if (issue.paper, issue.date) not in days)

    def editions(self) -> list[EditionFile]:
        """Return all editions of the library as they now are, by date; an edition alone is all there is."""
        self.forget_editions()
        if self.library is None:
            edition = self.loaded.edition
            from reader.archive.library import EditionFile

            return [EditionFile(self.path, edition.paper, edition.date, edition.edition)]
        return self.library.files()

    def forget_editions(self) -> None:
        """Look for the library's editions anew when they are next asked for: there are others now."""
        self._library = None

    def faults(self) -> Faults:
        """Return what is wrong with the library, as far as its files have been looked at."""
        if self.library is None:
            return Faults((), ())
        return Faults(tuple(self.library.unreadable.values()), tuple(self.library.duplicates()))

    def front_of(self, file: EditionFile) -> FrontPage | None:
        """Return what stands on the front of an edition; None where it cannot be read."""
        from reader.archive.filed import front

        known = self.library.known(file) if self.library is not None else None
        if known is not None:
            return FrontPage(known.issue, known.headline)
        loaded = self.loaded if self.library is None else self.library.load(file)
        if loaded is None:
            return None
        leading = front(loaded.edition)
        return FrontPage(loaded.edition.issue, leading.title if leading else None)

    def gather_notices(self) -> tuple[NoticeBoard, dt.date]:
        """Return the notices of all editions of the paper, and the date of the newest edition at hand."""
        edition = self.loaded.edition
        editions: list[Edition] = [edition]
        if self.library is not None:
            for other in self.library.editions_of(edition.paper):
                if IssueKey.of(other.edition) != IssueKey.of(edition):
                    editions.append(other.edition)
        return NoticeBoard(editions), max(other.date for other in editions)

    def _body(self, article: Article) -> int | None:
        """Return the line on which the value of an article's body begins."""
        for number, section in enumerate(self.loaded.edition.sections):
            for index, other in enumerate(section.articles):
                if other.id == article.id:
                    at = self.loaded.source_map.position(f"sections[{number}].articles[{index}].body")
                    return at[0] if at is not None else None
        return None

    def lunar(self) -> str | None:
        """Return the lunar date of the open edition, when it gives none and lunar_python is installed."""
        edition = self.loaded.edition
        if edition.masthead.lunar or not edition.is_cjk:
            return None
        try:
            from lunar_python import Solar
        except ImportError:
            return None
        day = Solar.fromYmd(edition.date.year, edition.date.month, edition.date.day).getLunar()
        return f"{day.getYearInGanZhi()}年{day.getMonthInChinese()}月{day.getDayInChinese()}"

    def save_plate(self) -> None:
        """Keep a plate of the open edition, so that it opens without YAML the next time."""
        if self._opening.cache_dir is None or self.loaded.is_from_plate:
            return
        if self._opening.encoding != "utf-8":
            return  # a plate says nothing of encodings: it would answer where the file itself is refused
        from reader.loading.plate import load_plate, save_plate

        if load_plate(self._opening.cache_dir, self.path, self.loaded.stamp) is None:
            save_plate(self._opening.cache_dir, self.path, self.loaded)
