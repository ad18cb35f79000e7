"""Which file a photo names, or why it is not opened: missing, outside the library, no plain file, too big."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from reader.edition.wording import Wording

MAX_PICTURE_BYTES = 32 * 1024 * 1024
"""The largest picture file that is opened."""


class PictureFault(NamedTuple):
    """Why a picture cannot be shown."""

    rule: str
    """The id of the finding this makes: ``P-MISSING``, ``P-OUTSIDE`` or ``P-REFUSED``."""
    sign: Wording
    """In a word or two, for the frame that stands in its place."""
    what: Wording
    advice: Wording


_LOST = Wording("图片缺失", "picture missing")
_BARRED = Wording("图片在文件夹之外", "picture outside the library")
_REFUSED = Wording("图片未显示", "picture refused")


def missing(file: str) -> PictureFault:
    """Return the fault of a file that is not there."""
    what = Wording("没有图片文件 {file}", "there is no picture file {file}").filled(file=file)
    advice = Wording("放入这个文件，或改正 file", "put the file there, or correct its name")
    return PictureFault("P-MISSING", _LOST, what, advice)


def refused(file: str, why: Wording, advice: Wording) -> PictureFault:
    """Return the fault of a file that is there but not shown, for a reason in the form of a clause."""
    what = Wording("图片 {file} {why}", "the picture {file} {why}").filled(file=file, why=why)
    return PictureFault("P-REFUSED", _REFUSED, what, advice)


def _outside(file: str) -> PictureFault:
    what = Wording(
        "图片 {file} 经链接或路径指到往期文件夹之外", "the picture {file} leads out of the library's folder"
    ).filled(file=file)
    advice = Wording("把文件本身放进来", "put the file itself inside")
    return PictureFault("P-OUTSIDE", _BARRED, what, advice)


def find_picture(edition: Path, library: Path | None, file: str) -> Path | PictureFault:
    """Return the real path of a picture, links followed, or what is wrong with it; opens nothing.

    `file` is relative to the edition's file. It may lie anywhere in the library; where the edition lies in
    none, in the edition's own folder.
    """
    if not file or file.startswith(("/", "\\")) or ".." in file.replace("\\", "/").split("/"):
        return _outside(file)
    try:
        folder = edition.absolute().parent.resolve(strict=True)
        path = (folder / file).resolve(strict=True)
        root = folder
        if library is not None and folder.is_relative_to(around := library.resolve(strict=True)):
            root = around
        if not path.is_relative_to(root):
            return _outside(file)
        status = path.stat()
    except (OSError, RuntimeError, ValueError):  # not there, a circle of links, a NUL in the name
        return missing(file)
    return _unfit(file, status) or (path if os.access(path, os.R_OK) else _closed(file))


def read_picture(path: Path, file: str) -> bytes | PictureFault:
    """Return the bytes of a picture `find_picture` has found; never blocks and reads no more than is allowed.

    `file` names it in messages. What stands at the path is looked at again once it is open.
    """
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as opened:
            status = os.fstat(opened.fileno())
            if (fault := _unfit(file, status)) is not None:
                return fault
            data = opened.read(MAX_PICTURE_BYTES + 1)
    except FileNotFoundError:
        return missing(file)
    except OSError:
        return _closed(file)
    return data if len(data) <= MAX_PICTURE_BYTES else _too_big(file, len(data))


def _unfit(file: str, status: os.stat_result) -> PictureFault | None:
    if not stat.S_ISREG(status.st_mode):
        why = Wording("不是普通文件", "is no plain file")
        return refused(file, why, Wording("换成图片文件", "put a picture file in its place"))
    return _too_big(file, status.st_size) if status.st_size > MAX_PICTURE_BYTES else None


def _too_big(file: str, size: int) -> PictureFault:
    size, most = size >> 20, MAX_PICTURE_BYTES >> 20
    why = Wording(f"有 {size} MB，超过 {most} MB", f"has {size} MB, over the limit of {most} MB")
    return refused(file, why, Wording("缩小后再放", "make it smaller"))


def _closed(file: str) -> PictureFault:
    why = Wording("没有读取权限，或读不出来", "may not be read, or cannot be")
    return refused(file, why, Wording("检查权限和磁盘", "check its permissions and the disk"))
