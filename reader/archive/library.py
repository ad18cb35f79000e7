"""A library: the editions under a folder, newest first, without reading more of them than is asked for."""

from __future__ import annotations

import datetime as dt
import heapq
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.shelves import SUFFIXES
from reader.loading.load import Loaded, load_edition, peek
from reader.loading.problem import EditionError

if TYPE_CHECKING:
    from reader.archive.filed import Filed


class EditionFile(NamedTuple):
    """A file that claims to be an edition, and what its head says of it."""

    path: Path
    paper: str
    date: dt.date
    edition: str | None = None

    @property
    def issue_key(self) -> tuple[str, str | None, dt.date]:
        """What no two files of a library may share."""
        return self.paper, self.edition, self.date


class Library:
    """The editions under a folder, by any layout; hidden folders are left out, symlink loops end.

    By habit editions lie at ``<paper>/<YYYY>/<MM>/<YYYY-MM-DD>.yaml``: then the newest is found by name,
    and one file is opened. Names are a hint only: a date-named file is believed once its head agrees.
    """

    def __init__(self, root: Path, load: Callable[[Path], Loaded] = load_edition) -> None:
        """Open the library at `root`; `load` reads an edition (with the caller's limit and encoding)."""
        self.root = root
        self._load = load
        self._files: list[EditionFile] | None = None
        self.unreadable: dict[Path, EditionError] = {}
        """Files met so far that claim to be editions but cannot be read, and why."""
        self.unopened: dict[Path, OSError] = {}
        """Folders met so far that cannot be looked into, and why: what lies in them is not known."""
        self.looked_at: list[Path] = []
        """Folders and files that were opened for it so far, by heads or names: while they are as they were,
        it gives the same answer."""

    def newest_first(self) -> Iterator[EditionFile]:
        """Yield the editions from newest to oldest, of one day by name, looking no further than asked."""
        return _Walk(self).files()

    def newest(self) -> EditionFile | None:
        """Return the newest edition, of several on one day the first by name, or None in an empty library."""
        return next(self.newest_first(), None)

    def of_day(self, day: dt.date) -> list[EditionFile]:
        """Return the editions of one day by path; folders and files named for other days are believed.

        Where that finds none every file's head is asked, as `newest_first` does.
        """
        found = [file for file in _Walk(self, day).files() if file.date == day]
        if not found:
            found = [file for file in self.newest_first() if file.date == day]
        return found

    def newest_of(self, paper: str, since: dt.date = dt.date.min) -> Iterator[EditionFile]:
        """Yield the editions of one paper from newest to oldest, none before `since`."""
        for file in self.newest_first():
            if file.date < since:
                return
            if file.paper == paper:
                yield file

    def files(self) -> list[EditionFile]:
        """Return every edition by date, then by name; the folder is searched once, see `refresh`."""
        if self._files is None:
            found = sorted(self.newest_first(), key=lambda file: (file.date, str(file.path)))
            self._files = found
        return self._files

    def refresh(self) -> None:
        """Forget what was found, so that the next question searches the folder again."""
        self._files = None
        self.unreadable.clear()
        self.unopened.clear()

    def duplicates(self) -> list[tuple[EditionFile, EditionFile]]:
        """Return each two files with the same paper, edition and date: an error that names both."""
        ordered = sorted(
            self.files(), key=lambda file: (file.paper, file.edition or "", file.date, str(file.path))
        )
        return [(one, other) for one, other in pairwise(ordered) if one.issue_key == other.issue_key]

    def neighbours(self, path: Path) -> tuple[EditionFile | None, EditionFile | None]:
        """Return the editions before and after this one, of the same paper and city or time edition."""
        front = peek(path)
        if front is None or front.date is None:
            return None, None
        before, after = None, None
        for file in self.files():
            if (file.paper, file.edition) != (front.paper, front.edition):
                continue
            if file.date < front.date:
                before = file
            elif file.date > front.date:
                after = file
                break
        return before, after

    def known(self, _: EditionFile) -> Filed | None:
        """Return what is known of an edition without opening it; nothing here."""
        return None

    def load(self, file: EditionFile) -> Loaded | None:
        """Return an edition of this library whole, or None when it cannot be read: see `unreadable`."""
        try:
            return self._load(file.path)
        except EditionError as error:
            self.unreadable[file.path] = error
            return None

    def editions(self, files: Iterable[EditionFile] | None = None) -> Iterator[tuple[EditionFile, Loaded]]:
        """Yield these editions whole, or all by date, leaving out those that cannot be read."""
        for file in self.files() if files is None else files:
            if (loaded := self.load(file)) is not None:
                yield file, loaded

    def papers(self) -> list[str]:
        """Return the names of the newspapers in this library, sorted."""
        return sorted({file.paper for file in self.files()})

    def editions_of(self, paper: str) -> Iterator[Loaded]:
        """Yield whole what a notice board of this paper needs: see `notice_files`."""
        for _, loaded in self.editions(self.notice_files(paper)):
            yield loaded

    def notice_files(self, paper: str) -> list[EditionFile]:
        """Return by date the editions of a paper that may hold notices, and its newest.

        An edition without the word ``notices`` in its file is passed over unread, so years of papers cost
        no more than reading their bytes. The newest tells until when the paper speaks.
        """
        files = [file for file in self.files() if file.paper == paper]
        return [file for file in files[:-1] if _may_hold_notices(file.path)] + files[-1:]


class _Folder(NamedTuple):
    """A folder still to be opened, and the year and month its name and its parent's say it holds."""

    path: Path
    year: int | None = None
    month: int | None = None

    @property
    def bound(self) -> int:
        """The ordinal of the newest date the folder may hold by its name."""
        if self.year is None:
            return dt.date.max.toordinal()
        return dt.date(self.year, self.month or 12, 28).toordinal() + 3

    def may_hold(self, day: dt.date) -> bool:
        """May it hold an edition of this day, by its name and its parent's?"""
        return self.year in (None, day.year) and self.month in (None, day.month)

    def child(self, name: str) -> _Folder:
        """Return the folder of this name within."""
        path = self.path / name
        number = int(name) if name.isascii() and name.isdecimal() and len(name) <= 4 else 0
        if self.year is None and number and len(name) == 4:
            return _Folder(path, number)
        if self.year is not None and self.month is None and 1 <= number <= 12 and len(name) == 2:
            return _Folder(path, self.year, number)
        return _Folder(path)


class _Walk:
    """A best-first search downwards: every folder and file waits under the newest date it could hold.

    ``2024`` can hold nothing newer than its last day, ``12`` within it nothing newer than the 31st, a file
    nothing newer than its name's date; a folder or file of any other name is opened first. So a year's
    folder is believed: an edition of 2025 that lies in ``2024`` is found, but after those of 2025.
    """

    def __init__(self, library: Library, only: dt.date | None = None) -> None:
        """Search everything, or what may hold editions of one day."""
        self._library = library
        self._only = only
        self._seen: set[tuple[int, int]] = set()
        self._heap: list[tuple[int, int, str, _Folder | EditionFile | None]] = []
        self._push(_Folder(library.root))

    def files(self) -> Iterator[EditionFile]:
        """Yield editions from the newest to the oldest, of one day by path."""
        while self._heap:
            _, _, path, found = heapq.heappop(self._heap)
            match found:
                case _Folder():
                    self._open(found)
                case EditionFile():
                    yield found
                case _:
                    self._read_head(Path(path))

    def _push(self, folder: _Folder) -> None:
        # Folders before heads before files: of equal dates the path decides only once all are known.
        heapq.heappush(self._heap, (-folder.bound, 0, str(folder.path), folder))

    def _open(self, folder: _Folder) -> None:
        self._library.looked_at.append(folder.path)
        try:
            identity = folder.path.stat()
            if (identity.st_dev, identity.st_ino) in self._seen:
                return
            self._seen.add((identity.st_dev, identity.st_ino))
            with os.scandir(folder.path) as entries:
                for entry in entries:
                    self._meet(entry, folder)
        except FileNotFoundError:
            return  # gone since its name was read
        except OSError as error:
            self._library.unopened[folder.path] = error

    def _meet(self, entry: os.DirEntry[str], folder: _Folder) -> None:
        if entry.name.startswith("."):
            return
        if _is_folder(entry):
            inner = folder.child(entry.name)
            if self._only is None or inner.may_hold(self._only):
                self._push(inner)
        elif entry.name.endswith(SUFFIXES) and not self._is_alias(entry):
            bound = dated(entry.name)
            if bound is None:
                self._read_head(Path(entry.path))
            elif self._only in (None, bound):
                # A text, not a `Path`: of ten thousand files in one folder a few become one.
                heapq.heappush(self._heap, (-bound.toordinal(), 1, entry.path, None))

    def _is_alias(self, entry: os.DirEntry[str]) -> bool:
        """Is it a link to a file that this search finds anyway, as ``newest.yaml`` is by some habits?"""
        if not entry.is_symlink():
            return False
        try:
            target = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError):
            return False
        return target.is_relative_to(self._library.root.resolve())

    def _read_head(self, path: Path) -> None:
        """Put a file under the date its head gives; the name was a hint only."""
        self._library.looked_at.append(path)
        front = peek(path)
        if front is not None and front.date is not None:
            file = EditionFile(path, front.paper, front.date, front.edition)
            heapq.heappush(self._heap, (-front.date.toordinal(), 2, str(path), file))
        elif front is not None or is_habitual(path) or not os.access(path, os.R_OK):
            # It claims to be an edition, or should be one by its name: say what is wrong with it.
            self._library.load(EditionFile(path, "", dt.date.min))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def dated(name: str) -> dt.date | None:
    """Return the date a file's name begins with, or None."""
    try:
        return dt.date.fromisoformat(name[:10])
    except ValueError:
        return None


def is_habitual(path: Path) -> bool:
    """Is the file named as an edition is by habit, ``2024-12-23.yaml``?"""
    return len(path.stem) == 10 and dated(path.stem) is not None


def _may_hold_notices(path: Path) -> bool:
    """Does the word stand in the file at all? A file that cannot be read may: loading says why."""
    try:
        return not path.is_file() or b"notices" in path.read_bytes()
    except OSError:
        return True
