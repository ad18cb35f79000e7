"""The catalogue: of every edition its date, number, size and what stands on its front."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reader.archive.filed import Filed


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One edition as a list of back issues shows it."""

    path: Path
    paper: str
    date: dt.date
    edition: str | None
    issue: str | None
    articles: int
    headline: str | None
    """The front headline, see `filed.front`; None in an edition without articles."""

    @property
    def issue_key(self) -> tuple[str, str, dt.date]:
        """What no two editions of a library may share."""
        return self.paper, self.edition or "", self.date


def catalogue(root: Path, files: Iterable[Filed]) -> list[Entry]:
    """Return the entry of every readable edition of the library at `root`, by date, then by path."""
    entries = [
        Entry(
            path=root / file.path,
            paper=file.paper,
            date=file.date,
            edition=file.edition,
            issue=file.issue,
            articles=file.articles,
            headline=file.headline,
        )
        for file in files
        if file.is_edition
    ]
    return sorted(entries, key=lambda entry: (entry.date, str(entry.path)))


def twins(entries: Iterable[Entry]) -> list[tuple[Entry, Entry]]:
    """Return each two editions with the same paper, time edition and date: an error that names both."""
    ordered = sorted(entries, key=lambda entry: (*entry.issue_key, str(entry.path)))
    return [(one, other) for one, other in pairwise(ordered) if one.issue_key == other.issue_key]
