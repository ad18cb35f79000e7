"""The day of pages that come without a METS document: by the names of files and folders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.importing.mets.alto import AltoFile
from reader.importing.mets.days import day_of
from reader.importing.source import Source


def day_of_page(file: AltoFile, source: Source) -> dt.date | None:
    """Return the day in the name of a page's file, else of the folder it lies in, else of its scan."""
    return _first_day((*_own_and_folder(source), file.image))


def days_of_pages(files: Sequence[AltoFile], folder: Source) -> list[tuple[dt.date | None, list[AltoFile]]]:
    """Return the pages of a folder by day, in the order of their names.

    The folder's own name has the first word; then the names of the pages and of the folders below it that
    they lie in, which may be of several days; then the name of the folder around it; then those of the scans.
    A page whose name says no day is of the day of the page before it, the first ones of the next.
    """
    own, around = (*map(day_of, _own_and_folder(folder)), None, None)[:2]
    days = [own] * len(files) if own else [_day_below(file, folder) for file in files]
    if not any(days):
        days = [around or day_of(file.image) for file in files]
    day = next(filter(None, days), None)
    groups: dict[dt.date | None, list[AltoFile]] = {}
    for file, said in zip(files, days, strict=True):
        day = said or day
        groups.setdefault(day, []).append(file)
    return list(groups.items())


def _day_below(file: AltoFile, folder: Source) -> dt.date | None:
    path = Path(file.name)
    below = path.relative_to(folder.name) if path.is_relative_to(folder.name) else Path(path.name)
    return _first_day(reversed(below.parts))


def _own_and_folder(source: Source) -> tuple[str, ...]:
    # Of a folder given as `.` the name is not in its path.
    return source.path.absolute().parts[:-3:-1] if source.path is not None else ()


def _first_day(names: Iterable[str]) -> dt.date | None:
    return next((day for name in names if (day := day_of(name)) is not None), None)
