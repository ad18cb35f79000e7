"""The files of a folder, a day at a time: which are read, what each says, which are left alone."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import PurePath
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.crawl.names import JSON_SUFFIXES, TEXT_SUFFIXES, Named, named, paper_in
from reader.importing.crawl.others import is_of_others
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from reader.importing.untaken import untaken

_BAD_DATE = Wording("文件名里的日期不存在", "there is no such day as its name says")
_RENAME = Wording("改正文件名", "correct the file's name")
_STRANGERS = Wording("没有读的文件有 {count} 个：{names}", "files that were not read: {count}: {names}")
_NAME_IT = Wording(
    "文章文件应叫 20250301-01-02.txt（日期、版次、篇次）",
    "an article's file is called like 20250301-01-02.txt: day, page, number",
)
_DEEPEST_NAME = 6
"""Parts of a path that may say something."""


class Saved(NamedTuple):
    """A file to be read."""

    source: Source
    name: Named
    is_json: bool
    paper: str | None = None
    """The paper that its name or the nearest folder is called after."""


class Sorted(NamedTuple):
    """The files of a folder."""

    days: tuple[tuple[Saved, ...], ...]
    """Those of a paper's day (or, named without one, of a month or no time) together, in order of time."""
    told: tuple[Observation, ...]
    strangers: tuple[Source, ...]
    """Files that are neither named as an article's nor JSON of a crawler; they are left alone."""
    total: int
    """How many files are to be read."""


def saved(source: Source) -> Saved:
    """Return a single file with what its name and folders say."""
    suffix = source.path.suffix.lower() if source.path is not None else ""
    name = named(PurePath(*_parts(source)[::-1])) if source.path is not None else Named()
    paper = next(filter(None, map(paper_in, _parts(source))), None)
    return Saved(source, name, suffix in JSON_SUFFIXES, paper)


def sorted_files(folder: Source) -> Sorted:
    """Return the files of a folder and those below it by day."""
    groups: dict[tuple[tuple[int, int, int], str], list[Saved]] = {}
    told: list[Observation] = []
    strangers: list[Source] = []
    for source in folder.files():
        each = saved(source)
        is_ours = _is_ours(source) if each.is_json else each.name.is_article and _is_text(source)
        if is_ours and each.name.is_bad_date:
            told.append(Observation(Grade.ERROR, source.name, "", _BAD_DATE, _RENAME))
        elif is_ours:
            groups.setdefault((_time(each.name), each.paper or ""), []).append(each)
        else:
            strangers.append(source)
    days = tuple(tuple(sorted(groups[key], key=_rank)) for key in sorted(groups))
    return Sorted(days, tuple(told), tuple(strangers), sum(map(len, days)))


def untaken_files(folder: Source, strangers: Iterable[Source], pictures: Container[str]) -> list[Observation]:
    """Return what there is to tell of the files left alone; `pictures` are names of those in the editions."""
    left = [source for source in strangers if source.path is None or source.path.name not in pictures]
    return [untaken(folder, left, _STRANGERS, _NAME_IT)] if left else []


def _parts(source: Source) -> tuple[str, ...]:
    """Return the last names of a file's path, its own first."""
    return source.path.absolute().parts[::-1][:_DEEPEST_NAME] if source.path is not None else ()


def _is_ours(json: Source) -> bool:
    try:
        return not is_of_others(json.head())
    except CannotImport:
        return True  # it will be told when it is read


def _is_text(source: Source) -> bool:
    suffix = source.path.suffix.lower() if source.path is not None else ""
    # A name without a suffix may end in what looks like one.
    return suffix in TEXT_SUFFIXES or (suffix[1:].isdigit() and suffix != "")


def _time(name: Named) -> tuple[int, int, int]:
    """Return year, month and day, zero where the name does not say."""
    if name.date is not None:
        return name.date.year, name.date.month, name.date.day
    return (*name.month, 0) if name.month is not None else (0, 0, 0)


def _rank(each: Saved) -> tuple[bool, str]:
    return each.is_json, each.source.name
