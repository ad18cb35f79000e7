"""Where imported editions go: to standard output, into a file, or onto the shelves of a library."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.cli.output import Output
from reader.cli.written_file import refuse_unwritable, write_file
from reader.cli.wrong_use import WrongUse
from reader.copydesk.atomic import write_whole
from reader.edition.edition import Edition
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.importing.imported import Imported, Picture
from reader.importing.observation import Grade, Observation

PICTURES = ".pictures"
"""What the folder of an edition's pictures is called: its file's name without a suffix, and this."""

_SUFFIXES = (".yaml", ".yml")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f/\\:*?"<>|\x7f]+')
_MOST_BYTES = 120
"""Of a file's name: with date and suffix it stays below the 255 that file systems take."""
_NAME_FOLDER = Wording("用 -o 写一个文件夹", "name a folder with -o")


class Written(NamedTuple):
    """Where an edition has gone."""

    path: Path | None
    """None: to standard output."""
    is_new: bool = True
    """Was anything written? Not where the same edition lay already."""


class Shelf(Protocol):
    """Takes editions, one after another."""

    takes_one: bool
    """Does it take no more than one?"""

    def put(self, imported: Imported, write: Callable[[Edition], bytes]) -> Written:
        """Write an edition and its pictures; `write` gives the file's bytes.

        Raises:
            WrongUse: it must not be written there, or not besides the one before.
            OSError: as writing does.
            CannotImport: a picture of it cannot be read.
        """


class StandardOutput:
    """Takes one edition, without its pictures."""

    takes_one = True

    def __init__(self, output: Output) -> None:
        self._output = output

    def put(self, imported: Imported, write: Callable[[Edition], bytes]) -> Written:
        """Print the edition."""
        self._output.file(write(_with_pictures(imported, {})))
        return Written(None)


class OneFile:
    """Takes one edition into a file."""

    takes_one = True

    def __init__(self, path: Path, *, is_forced: bool) -> None:
        refuse_unwritable(path, is_forced=is_forced)
        self._path = path
        self._is_forced = is_forced

    def put(self, imported: Imported, write: Callable[[Edition], bytes]) -> Written:
        """Write the edition, its pictures beside it first."""
        return _put(self._path, imported, write, is_forced=self._is_forced)


class Shelves:
    """Takes editions to ``<paper>/<YYYY>/<MM>/<date>.yaml`` below a folder."""

    takes_one = False

    def __init__(self, root: Path, *, is_forced: bool) -> None:
        if os.path.lexists(root) and not root.is_dir():
            what = Wording("这不是文件夹", "this is not a folder")
            raise WrongUse(what, _NAME_FOLDER, printable_line(str(root)))
        self._root = root
        self._is_forced = is_forced
        self._taken: set[Path] = set()

    def _place(self, edition: Edition) -> Path:
        """Return where libraries have such an edition; a time edition is told by the file's name."""
        day = edition.date
        name = day.isoformat() + (f"-{_file_name(edition.edition)}" if edition.edition else "")
        return self._root / _file_name(edition.paper) / f"{day:%Y}" / f"{day:%m}" / f"{name}.yaml"

    def put(self, imported: Imported, write: Callable[[Edition], bytes]) -> Written:
        """Write the edition, its pictures beside it first."""
        path = self._place(imported.edition)
        if path in self._taken:
            what = Wording("这一期已经导入过一份", "this edition has been imported from another source")
            raise WrongUse(what, Wording("分开导入", "import them apart"), printable_line(str(path)))
        self._taken.add(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        return _put(path, imported, write, is_forced=self._is_forced)


def shelf_for(output: Output, given: str | None, *, is_forced: bool, is_batch: bool) -> Shelf:
    """Return where ``-o`` says the editions go: ``-`` or none to standard output.

    It is a file by its suffix, a folder when it is one already or ends with a slash; else a batch makes it
    a folder and a single source a file.

    Raises:
        WrongUse: nothing can be written there.
    """
    if given in (None, "-"):
        if is_forced:
            what = Wording("--force 只用于写文件", "--force is for writing a file")
            raise WrongUse(what, Wording("加上 -o FILE", "add -o FILE"))
        return StandardOutput(output)
    assert given is not None
    path = Path(given)
    is_folder = path.is_dir() or given.endswith(("/", os.sep))
    if not is_folder and (path.suffix.lower() in _SUFFIXES or not is_batch):
        return OneFile(path, is_forced=is_forced)
    return Shelves(path, is_forced=is_forced)


def left_out(imported: Imported, source: str) -> list[Observation]:
    """Return what is to be told of pictures that standard output cannot take."""
    if not imported.pictures:
        return []
    what = Wording("{count} 张图片没有写出", "pictures that were not written: {count}")
    advice = Wording("用 -o 写进文件，图片放在旁边", "write to a file with -o, and they are put beside it")
    return [Observation(Grade.UNDECIDED, source, "", what.filled(count=len(imported.pictures)), advice)]


def _put(path: Path, imported: Imported, write: Callable[[Edition], bytes], *, is_forced: bool) -> Written:
    folder = path.with_name(path.stem + PICTURES)
    names = {
        picture.file: picture.file if picture.is_placed else f"{folder.name}/{_file_name(picture.file)}"
        for picture in imported.pictures
    }
    data = write(_with_pictures(imported, names))
    if not is_forced and path.is_file() and path.read_bytes() == data:
        return Written(path, is_new=False)
    refuse_unwritable(path, is_forced=is_forced)
    for picture in imported.pictures:
        _put_picture(path.parent / names[picture.file], picture)
    write_file(path, data, is_forced=is_forced)
    return Written(path)


def _put_picture(path: Path, picture: Picture) -> None:
    data = picture.data()
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def _with_pictures(imported: Imported, names: dict[str, str]) -> Edition:
    """Return the edition with its photos' files where they will lie; without a place, without a file."""
    if not imported.pictures:
        return imported.edition
    ours = {picture.file for picture in imported.pictures if picture.file in names or not picture.is_placed}
    sections = [
        replace(
            section,
            articles=tuple(
                replace(
                    article,
                    photos=tuple(
                        replace(photo, file=names.get(photo.file or "")) if photo.file in ours else photo
                        for photo in article.photos
                    ),
                )
                for article in section.articles
            ),
        )
        for section in imported.edition.sections
    ]
    return replace(imported.edition, sections=tuple(sections))


def _file_name(words: str) -> str:
    """Return words as one part of a path: no separators, no leading dot, not too long, never empty."""
    name = _NOT_IN_NAMES.sub("-", words).strip(" .-") or "paper"
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 8:
        stem, dot, suffix = name, "", ""
    cut = stem.encode()[: _MOST_BYTES - len(suffix) - 1].decode(errors="ignore").rstrip(" .-")
    return (cut or "paper") + dot + suffix
