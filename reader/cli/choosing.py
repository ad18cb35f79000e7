"""Which edition, of which library: what is named, else what the settings, the folder or the program hold."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.library import EditionFile, Library
from reader.cli.call import Call
from reader.cli.papers import of_chosen_paper
from reader.cli.wrong_use import WrongUse
from reader.edition.edition import Edition
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.loading.load import Loaded, load_edition, stamp_of
from reader.loading.problem import EditionError
from reader.paths import cache_dir, shipped_editions
from reader.settings import Origin

if TYPE_CHECKING:
    from reader.archive.back_issues import BackIssues
    from reader.archive.catalogue import Entry
    from reader.archive.issue_index import IssueIndex

_HERE = Path("editions")
_SEVERAL = Wording(
    "{date} 不止一种报纸有这一篇：{papers}；这里是{first}，用 --paper 另选",
    "on {date} more than one paper has this piece: {papers}; this is {first}, choose with --paper",
)
_OF_PROGRAM = Wording("程序自带的报纸", "the editions that come with the program")


class Root(NamedTuple):
    """A library and why it is this one."""

    path: Path
    why: Wording


class Opened(NamedTuple):
    """An edition that was chosen and read."""

    path: Path
    root: Path | None
    """The library it belongs to, or None for a file that lies in none."""
    loaded: Loaded
    looked_at: tuple[Path, ...] = ()
    """Folders and files of the library that were opened to find it."""


def library_root(call: Call) -> Root | None:
    """Return the library to use when no path is given: the setting's, ``./editions``, or ours."""
    if call.settings.library is not None:
        origin = call.settings.origin("library")
        return Root(call.settings.library, Origin(origin).wording)
    if _HERE.is_dir() and Library(_HERE).newest() is not None:
        return Root(_HERE, Wording("当前文件夹里的 editions", "the folder editions here"))
    shipped = shipped_editions()
    return Root(shipped, _OF_PROGRAM) if shipped else None


def library_of(call: Call, word: str | None) -> Library:
    """Return the library named by a word, or the one of the settings, with the call's way of reading.

    Raises:
        WrongUse: it is no folder, or there is none at all.
    """
    root = Path(word) if word is not None else None
    if root is None:
        found = library_root(call)
        if found is None:
            what = Wording("没有往期可看", "there is no library")
            raise WrongUse(what, Wording("用 --library 指定文件夹", "name its folder with --library"))
        root = found.path
    if not is_folder(root):
        what = Wording("没有这个文件夹", "there is no such folder")
        if os.path.lexists(root):
            what = Wording("这不是文件夹", "this is not a folder")
        raise WrongUse(what, Wording("写往期所在的文件夹", "name a folder of editions"), root_place(root))
    return Library(root, lambda path: load(call, path))


def back_issues_of(call: Call, root: Path) -> BackIssues:
    """Return the back issues of a library, with their index in the cache and the call's way of reading.

    Editions go into the index without their plates: one reads a paper again and again, an archive once.
    """
    from reader.archive.back_issues import BackIssues  # late: opening a paper needs no index

    def read(path: Path) -> Loaded:
        return load_edition(path, limit=call.limit, encoding=call.encoding)

    return BackIssues(root, index_of(call, root), read)


def index_of(call: Call, root: Path) -> IssueIndex:
    """Return the index of a library: a file in the cache, or on the servers that the settings name.

    Those are for the library that the config file or the environment names: any other, opened once, would
    push that one out of its index.
    """
    settings = call.settings
    if (
        settings.search_index == "embedded"
        or settings.library is None
        or settings.origin("library") is Origin.OPTION
        or root.resolve() != settings.library.resolve()
    ):
        from reader.archive.file_index import FileIndex

        return FileIndex(cache_dir() / "index", root)
    from reader.archive.sphinx_address import parse_address
    from reader.archive.sphinx_index import SphinxIndex

    return SphinxIndex(parse_address(settings.search_index))


def load(call: Call, path: Path) -> Loaded:
    """Return the edition at this path, from its plate (the private cache) where that is fresh.

    Raises:
        EditionError: it cannot be read.
    """
    from reader.loading.plate import load_plate

    stamp = stamp_of(path)
    # A plate knows no encoding and no limit: it answers only where the defaults would read the same.
    if stamp is not None and stamp.size <= call.limit and call.encoding == "utf-8":
        plate = load_plate(cache_dir(), path, stamp)
        if plate is not None:
            return plate
    return load_edition(path, limit=call.limit, encoding=call.encoding)


def open_edition(
    call: Call, word: str | None, date: str | None = None, holds: Callable[[Edition], bool] | None = None
) -> Opened:
    """Return the edition a word names: a file, a folder's newest, or without a word the library's newest.

    `date` (ISO) asks a folder for the edition of that day instead, of several for the one that `holds` what
    is looked for. A newest edition that cannot be read is passed over, and standard error says why.

    Raises:
        EditionError: the file, or every edition of the folder, cannot be read.
        WrongUse: nothing is there.
    """
    if word is not None and not is_folder(Path(word)):
        path = Path(word)
        if path.name == word and not path.suffix and not os.path.lexists(path):
            from reader.cli.refused_words import no_such_command  # late: only a mistake needs it

            raise no_such_command(word)
        return Opened(path, root_around(call, path), load(call, path))
    library = library_of(call, word)
    if date is None:
        return _first_readable(call, library, of_chosen_paper(call, library.newest_first()), None)
    of_the_day = list(of_chosen_paper(call, iter(library.of_day(dt.date.fromisoformat(date)))))
    if holds is not None and len(of_the_day) > 1:
        holding = [file for file in of_the_day if (read := library.load(file)) and holds(read.edition)]
        papers = sorted({file.paper for file in holding})
        if len(papers) > 1:
            call.output.say(_SEVERAL.filled(date=date, first=holding[0].paper, papers=", ".join(papers)))
        of_the_day = [*holding, *(file for file in of_the_day if file not in holding)]
    return _first_readable(call, library, iter(of_the_day), date)


def _first_readable(call: Call, library: Library, files: Iterator[EditionFile], date: str | None) -> Opened:
    for file in files:
        loaded = library.load(file)
        if loaded is None:
            continue
        for unreadable in _told_of(library, date):
            call.output.say(unreadable.render(call.tongue))
        twin = next(files, None)
        if twin is not None and twin.issue_key == file.issue_key:
            call.output.say(duplicate_words(file, twin))
        return Opened(file.path, library.root, loaded, tuple(library.looked_at))
    told = _told_of(library, date)
    for unreadable in told[:-1]:
        call.output.say(unreadable.render(call.tongue))
    if told:
        raise told[-1]
    raise WrongUse(
        Wording(f"这里没有{date or ''}报纸", f"there is no edition {f'of {date} ' if date else ''}here"),
        Wording("写一个 .yaml 文件或往期文件夹", "name a .yaml file or a folder of editions"),
        root_place(library.root),
    )


def _told_of(library: Library, date: str | None) -> list[EditionError]:
    """Return why files could not be read: of a day only of those that are named for it."""
    return [error for path, error in library.unreadable.items() if date is None or date in path.name]


def duplicate_words(one: EditionFile | Entry, other: EditionFile | Entry) -> Wording:
    """Return the message about two files with the same paper, edition and date."""
    place, twin = printable_line(f"{other.path}:1:1"), printable_line(str(one.path))
    return Wording(
        f"{place}: 与 {twin} 是同一报纸的同一天; 删去或改正其中一个",
        f"{place}: the same paper, edition and date as {twin}; remove or correct one of them",
    )


def root_around(call: Call, path: Path) -> Path | None:
    """Return the library a file lies in: by the habitual folders, else the settings' when it holds the file.

    Else the file's own folder; but no home, disk or ``/tmp``: these are too wide to search.
    """
    folder = path.absolute().parent
    month, year = folder.name, folder.parent.name
    if month.isdecimal() and year.isdecimal() and (len(month), len(year)) == (2, 4):
        return folder.parent.parent
    if call.settings.library is not None and folder.is_relative_to(call.settings.library.absolute()):
        return call.settings.library
    is_too_wide = folder == Path("~").expanduser() or len(folder.parts) <= 2
    return None if is_too_wide else folder


def is_folder(path: Path) -> bool:
    """Is this a folder? A path that cannot even be asked for (too long, in a closed folder) is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def root_place(path: Path) -> str:
    """Return how a message begins that is about a folder."""
    return f"{path}:1:1"
