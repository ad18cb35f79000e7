"""The bytes of a file, whatever stands at its path: a folder, a pipe, a device, nothing, too much."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.loading.problem import EditionError, Problem

MAX_BYTES = 16 * 1024 * 1024
"""The largest file read unless the caller allows more."""


class Stamp(NamedTuple):
    """What changes when a file does: time of change (ns), size (bytes) and inode."""

    mtime_ns: int
    size: int
    inode: int


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of the file at this path, or None when there is no plain file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return _stamp(status) if stat.S_ISREG(status.st_mode) else None


def read_file(path: Path, limit: int) -> tuple[bytes, Stamp]:
    """Return a file's bytes and the stamp they were read under; never blocks.

    A file that changes while it is read is read once more.

    Raises:
        EditionError: nothing to read at this path, not a plain file, or larger than `limit` bytes.
    """
    try:
        for _ in range(2):
            data, before, after = _read_once(path, limit)
            if before == after and len(data) == before.size:
                return data, before
    except OSError as error:
        raise _file_error(path, *_os_words(error)) from None
    except ValueError:  # a NUL in the path
        raise _file_error(path, *_MISSING) from None
    raise _file_error(
        path,
        Wording("读取时文件一直在变", "the file keeps changing while it is read"),
        Wording("等写完再打开", "open it again when it is written"),
    )


def _read_once(path: Path, limit: int) -> tuple[bytes, Stamp, Stamp]:
    # Looked at before it is opened, because opening a device may already do something; looked at again
    # once open, because the path may meanwhile name something else.
    _refuse_unreadable(path, path.stat(), limit)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0))
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        status = os.fstat(descriptor)
        _refuse_unreadable(path, status, limit)
        parts = []
        left = status.st_size + 1
        while left > 0 and (part := file.read(left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts), _stamp(status), _stamp(os.fstat(descriptor))


def _refuse_unreadable(path: Path, status: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise _file_error(path, *_kind_words(status.st_mode))
    refuse_too_large(path, status.st_size, limit)


def refuse_too_large(path: Path, size: int, limit: int) -> None:
    """Refuse a file of this size where only so many bytes are read.

    Raises:
        EditionError: it is larger.
    """
    if size > limit:
        what = Wording(
            "文件有 {size} MB，超过上限 {limit} MB", "the file has {size} MB, over the limit of {limit} MB"
        )
        raise _file_error(
            path,
            what.filled(size=_megabytes(size), limit=_megabytes(limit)),
            Wording(
                "拆成几个版次文件，或用 --max-size 提高上限", "split it, or raise the limit with --max-size"
            ),
        )


def _kind_words(mode: int) -> tuple[Wording, Wording]:
    if stat.S_ISDIR(mode):
        return (
            Wording("这是文件夹，不是版面文件", "this is a folder, not an edition"),
            Wording("写出其中一个 .yaml 文件", "name a .yaml file inside it"),
        )
    if stat.S_ISFIFO(mode):
        kind = Wording("管道", "a pipe")
    elif stat.S_ISSOCK(mode):
        kind = Wording("套接字", "a socket")
    else:
        kind = Wording("设备", "a device")
    return (
        Wording("这是{kind}，不是普通文件", "this is {kind}, not a plain file").filled(kind=kind),
        Wording("先存成文件再打开", "save it to a file and open that"),
    )


_MISSING = (
    Wording("没有这个文件", "there is no such file"),
    Wording("检查路径", "check the path"),
)

_OS_WORDS = {
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.EACCES: (
        Wording("没有读取权限", "you may not read this file"),
        Wording("请文件的主人放开权限（chmod +r）", "ask its owner for leave to read it (chmod +r)"),
    ),
    errno.ELOOP: (
        Wording("符号链接绕成了圈", "symbolic links lead in a circle"),
        Wording("让链接指向真实的文件", "point the link at a real file"),
    ),
    errno.ENAMETOOLONG: (
        Wording("路径太长", "the path is too long"),
        Wording("用短一些的路径", "use a shorter path"),
    ),
}
_OS_WORDS[errno.EPERM] = _OS_WORDS[errno.EACCES]


def _os_words(error: OSError) -> tuple[Wording, Wording]:
    if error.errno in _OS_WORDS:
        return _OS_WORDS[error.errno]
    reason = error.strerror or type(error).__name__
    return (
        Wording("读不了这个文件（{reason}）", "the file cannot be read ({reason})").filled(reason=reason),
        Wording("检查磁盘，再试一次", "check the disk and try again"),
    )


def _file_error(path: Path, what: Wording, advice: Wording) -> EditionError:
    return EditionError(path, (Problem(1, 1, what, advice),))


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _megabytes(size: int) -> str:
    return f"{size / (1024 * 1024):.1f}".removesuffix(".0")
