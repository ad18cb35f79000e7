"""The state file: read with doubt, written whole or not at all, one writer at a time."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.reading.state import Json, State

MAX_BYTES = 32 * 1024 * 1024
"""A larger file was not written by this program: all bounds together stay below a tenth of it."""
NOT_A_FILE = Wording(
    "{path} 不是普通文件，阅读记录不会保存", "{path} is not a regular file; your place and marks are not kept"
)
_TRIES_A_SECOND = 200


class FileStamp(NamedTuple):
    """What tells one version of a file from another; every write makes a new inode."""

    mtime_ns: int
    size: int
    inode: int


class Damaged(Exception):
    """The state file is there but cannot be understood; nothing has been done to it yet."""


class NotAFile(OSError):
    """The path names a folder, a pipe or a device, which nobody writes to or renames."""


class Busy(OSError):
    """Another reader has been holding the lock for longer than we would wait."""


def file_stamp(path: Path) -> FileStamp | None:
    """Return the file's stamp, or None when it is not there or not to be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileStamp(found.st_mtime_ns, found.st_size, found.st_ino)


def read_state(path: Path) -> tuple[State, FileStamp | None]:
    """Read the state and the stamp of what was read; a file that is not there is an empty state.

    Raises:
        Damaged: the file is too big, no JSON, of another format or no state.
        NotAFile: it is no regular file.
        OSError: it cannot be read.
    """
    try:
        # Not blocking: a pipe put there by mistake must not stop the reader.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return State(), None
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise NotAFile(f"{path} is not a regular file")
    with os.fdopen(descriptor, "rb") as file:
        if found.st_size > MAX_BYTES:
            raise Damaged(f"{found.st_size} bytes")
        written = file.read(MAX_BYTES + 1)
    try:
        document = json.loads(written)
        if not isinstance(document, dict):
            raise ValueError("not a table")
        state = State(document)
    except (ValueError, RecursionError) as error:  # bad UTF-8 and bad JSON are ValueErrors too
        raise Damaged(str(error)) from error
    return state, FileStamp(found.st_mtime_ns, found.st_size, found.st_ino)


def encoded(state: State) -> bytes:
    """Return the state as the file holds it: JSON on one line, Chinese as itself."""
    document = state.document()
    try:
        words = _json(document)
    except RecursionError:  # what could just be read may be nested too deep to be written
        words = _json({name: _flat(table) for name, table in document.items()})
    # A lone surrogate becomes the \udXXX that JSON writes it with.
    return words.encode("utf-8", "backslashreplace") + b"\n"


def _json(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _flat(table: Json) -> Json:
    """Return a shelf with only those entries that hold nothing nested."""
    if not isinstance(table, dict):
        return None if isinstance(table, list) else table
    return {
        key: entry
        for key, entry in table.items()
        if isinstance(entry, list) and not any(isinstance(value, list | dict) for value in entry)
    }


def write_state(path: Path, written: bytes, *, is_alone: bool) -> FileStamp:
    """Put the state in place of the old file: a temporary file, flushed to the disk, then a rename.

    Readable by its owner only, for what one reads is private. `is_alone` is what `locked` answered: a lone
    writer's temporary file has one name, so whoever is killed leaves at most one behind for all.

    Raises:
        OSError: the disk is full, the folder cannot be written to…; the old file is as it was.
    """
    temporary = path.with_name(f"{path.name}.new" if is_alone else f"{path.name}.{os.getpid()}.new")
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
            found = os.fstat(file.fileno())
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return FileStamp(found.st_mtime_ns, found.st_size, found.st_ino)


def set_aside(path: Path) -> Path:
    """Rename a damaged file to ``NAME.damaged-TIME``, the time it was last written, and return the new path.

    Raises:
        OSError: it cannot be renamed.
    """
    written = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
    name = f"{path.name}.damaged-{written:%Y%m%dT%H%M%SZ}"
    aside = path.with_name(name)
    ordinal = 1
    while aside.exists():
        ordinal += 1
        aside = path.with_name(f"{name}-{ordinal}")
    return path.rename(aside)


@contextlib.contextmanager
def locked(path: Path, patience: float) -> Iterator[bool]:
    """Hold the lock beside the file, so that readers write one after the other; is it really held?

    The lock is advisory and the kernel drops it with the process that held it. Where there are no such locks
    (Windows, some network disks) writing goes on without: a write is still whole, but the last one wins.

    Raises:
        Busy: another reader held it for all of `patience` seconds.
        OSError: the folder cannot be made or the lock file not opened.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:
        yield False
        return
    descriptor = os.open(
        path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600
    )
    is_held = False
    try:
        for attempt in range(max(1, int(patience * _TRIES_A_SECOND))):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                is_held = True
                break
            except BlockingIOError:
                # Uneven waits, so that readers who started together do not stay in step.
                time.sleep((0.5 + (attempt * 7 + os.getpid()) % 10 / 10) / _TRIES_A_SECOND)
            except OSError:
                break  # this disk knows no locks
        else:
            raise Busy(f"{path} is being written by another reader")
        yield is_held
    finally:
        os.close(descriptor)
