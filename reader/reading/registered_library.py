"""A library whose files are known from its index: of years of papers only what has changed is opened."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from reader.archive.back_issues import BackIssues
from reader.archive.filed import Filed
from reader.archive.issue_index import IssueIndex
from reader.archive.library import EditionFile, Library
from reader.archive.shelves import edition_files
from reader.loading.load import Loaded, peek
from reader.loading.problem import EditionError

KEPT_SECONDS = 5.0
"""How long the folder counts as it was last seen: a key that is held does not search it every time."""


class RegisteredLibrary(Library):
    """Answers as a library does, without reading the heads of files whose stamps the index knows.

    Where there is no index it is a library like any other.
    """

    def __init__(self, root: Path, index: IssueIndex, load: Callable[[Path], Loaded]) -> None:
        """`index` is the library's, `load` reads an edition."""
        super().__init__(root, load)
        self._index = index
        self._known: Mapping[Path, Filed] = {}
        self._seen_at = float("-inf")
        self._seen: list[EditionFile] = []

    def files(self) -> list[EditionFile]:
        """Return every edition by date, then by name, as the folder is now, or was a moment ago."""
        if time.monotonic() - self._seen_at < KEPT_SECONDS:
            return self._seen
        records = self._records()
        if not records:
            return super().files()
        known: dict[Path, Filed] = {}
        found: list[EditionFile] = []
        for name, stamp in edition_files(self.root):
            path, file = self.root / name, records.get(name)
            if file is None or file.stamp != stamp:
                self._meet(path, found)
                continue
            known[path] = file
            if file.is_edition:
                found.append(EditionFile(path, file.paper, file.date, file.edition))
            elif file.is_broken:
                self.unreadable[path] = EditionError(path, file.problems)
        self._known = known
        self._seen = sorted(found, key=lambda file: (file.date, str(file.path)))
        self._seen_at = time.monotonic()
        return self._seen

    def notice_files(self, paper: str) -> list[EditionFile]:
        """Return by date the editions of a paper that may hold notices, and its newest."""
        files = [file for file in self.files() if file.paper == paper]
        if not self._known:
            return super().notice_files(paper)
        return [file for file in files[:-1] if self._may_hold_notices(file)] + files[-1:]

    def known(self, file: EditionFile) -> Filed | None:
        """Return what the index knows of an edition, if it is as it was indexed."""
        return self._known.get(file.path)

    def refresh(self) -> None:
        """Forget what was found, so that the next question looks at the folder again."""
        super().refresh()
        self._seen_at = float("-inf")

    def _may_hold_notices(self, file: EditionFile) -> bool:
        known = self._known.get(file.path)
        return known is None or known.notices > 0

    def _records(self) -> Mapping[str, Filed]:
        issues = BackIssues(self.root, self._index, self._load)
        try:
            return issues.records()
        finally:
            issues.close()

    def _meet(self, path: Path, found: list[EditionFile]) -> None:
        """Read the head of a file that is newer than the index."""
        front = peek(path)
        if front is not None and front.date is not None:
            found.append(EditionFile(path, front.paper, front.date, front.edition))
