"""A file the reader names is written whole or not at all, and not over another one unless that is wanted."""

from __future__ import annotations

import os
from pathlib import Path

from reader.cli.wrong_use import WrongUse
from reader.copydesk.atomic import write_whole
from reader.edition.printable import printable_line
from reader.edition.wording import Wording

_FORCE = Wording("换个名字，或加 --force", "give another name, or add --force")


def refuse_unwritable(path: Path, *, is_forced: bool) -> None:
    """Refuse what `write_file` would refuse, before any work is done.

    Raises:
        WrongUse: something is there that must not be written over, or the folder is not there.
    """
    if not path.parent.is_dir():
        what = Wording("没有这个文件夹", "there is no such folder")
        raise WrongUse(what, Wording("先建文件夹", "make the folder first"), _place(path.parent))
    if not os.path.lexists(path):
        return
    if path.exists() and not path.is_file():
        what = Wording("这不是文件", "this is not a file")
        raise WrongUse(what, Wording("写一个文件名", "name a file"), _place(path))
    if not is_forced:
        raise _there_already(path)


def write_file(path: Path, written: bytes, *, is_forced: bool) -> None:
    """Write a file by a temporary one beside it and a rename; a link to a file stays one.

    Raises:
        WrongUse: as `refuse_unwritable` says, also when the file came into being meanwhile.
        OSError: the disk is full, the folder closed…; what was there is as it was.
    """
    refuse_unwritable(path, is_forced=is_forced)
    if is_forced:
        write_whole(path, written)
    else:
        write_whole(path, written, give_name=_link)


def _link(temporary: Path, target: Path) -> None:
    """Give the temporary file its name only if nothing has that name; a rename would not ask."""
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise _there_already(target) from error
    except OSError:  # a disk without links
        temporary.rename(target)


def _there_already(path: Path) -> WrongUse:
    return WrongUse(Wording("已有这个文件", "the file is there already"), _FORCE, _place(path))


def _place(path: Path) -> str:
    return printable_line(str(path))
