"""The files an index is kept in: which is the present one, and what is done when it cannot be used.

A file that is damaged is never made anew under its name: a process that still has it open would remove the
write-ahead log of the new one. The next is numbered one higher, and whoever made it removes the others.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import urllib.parse
import zlib
from collections.abc import Iterator
from pathlib import Path

from reader.archive.index_schema import APPLICATION, SCHEMA, VERSION
from reader.archive.issue_index import IndexDamaged, IndexUnusable
from reader.edition.wording import Wording

PATIENCE = 60.0
"""Seconds a writer waits for another."""

_NONE_YET = Wording("还没有索引；运行 paper-reader index", "there is no index yet; run paper-reader index")
_DAMAGED = Wording("索引已损坏，正在重建", "the index is damaged and is made anew")
_FULL = Wording("磁盘已满，索引写不下；腾出空间再试", "the disk is full; make room for the index")
_OTHER = Wording(
    "索引不能用（{reason}）；检查缓存文件夹的权限",
    "the index cannot be used ({reason}); check the cache folder",
)


class Damaged(IndexDamaged):
    """The file is no index of this version, or holds what an index cannot hold; it is to be made anew."""

    def __init__(self) -> None:
        super().__init__(_DAMAGED)


class IndexFile:
    """The numbered files of one library's index in a folder of the cache."""

    def __init__(self, folder: Path, root: Path) -> None:
        """`root` is the library; its path names the files."""
        name = os.fsencode(root.resolve())
        self.root = os.fsdecode(name)
        self.folder = folder
        self._stem = f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}"

    def present(self) -> Path | None:
        """Return the file in use, or None when there is none."""
        numbers = self._numbers()
        return self._path(max(numbers)) if numbers else None

    @property
    def turn(self) -> Path:
        """The file that a server has locked while it brings the index up to the library."""
        return self.folder / f"{self._stem}.turn"

    def following(self) -> Path:
        """Return the path of the next file to be made."""
        return self._path(max(self._numbers(), default=0) + 1)

    def give_up(self) -> None:
        """Put an empty file in the place of the present one, whose number is thereby never used again.

        Raises:
            IndexUnusable: the folder cannot be written.
        """
        with self.locked():
            try:
                os.close(os.open(self.following(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            except OSError as error:
                raise unusable(error) from None

    def remove_others(self, path: Path) -> None:
        """Remove every file but this; what cannot be removed stays, and is not used."""
        for number in self._numbers():
            other = self._path(number)
            if other != path:
                for file in (other, Path(f"{other}-wal"), Path(f"{other}-shm")):
                    with contextlib.suppress(OSError):
                        file.unlink()

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the right to make a file anew; one process at a time has it.

        Raises:
            IndexUnusable: the folder cannot be made or written.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
            descriptor = os.open(self.folder / f"{self._stem}.lock", flags, 0o600)
        except OSError as error:
            raise unusable(error) from None
        try:
            with contextlib.suppress(ImportError, OSError):  # where there are no locks, goes on without
                import fcntl

                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _path(self, number: int) -> Path:
        return self.folder / f"{self._stem}-{number}.sqlite"

    def _numbers(self) -> list[int]:
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 - names are all that is wanted
        except OSError:
            return []
        ours = (name.removesuffix(".sqlite").rpartition("-") for name in names if name.endswith(".sqlite"))
        return [int(number) for stem, _, number in ours if stem == self._stem and number.isdecimal()]


def opened_for_reading(file: IndexFile) -> tuple[sqlite3.Connection, Path]:
    """Return a connection that only reads, and what it reads; a writer never keeps it waiting.

    Raises:
        Damaged: it is to be made anew.
        IndexUnusable: there is none, or it cannot be opened.
    """
    path = file.present()
    if path is None:
        raise IndexUnusable(_NONE_YET)
    try:
        try:
            return _checked(_connected(path, "mode=ro"), file), path
        except sqlite3.OperationalError:
            # Where nothing can be written a log cannot be shared; without one the file is read as it lies.
            log = Path(f"{path}-wal")
            if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
                raise
            return _checked(_connected(path, "immutable=1"), file), path
    except (sqlite3.Error, OSError) as error:
        raise unusable(error) from None


def opened_for_writing(file: IndexFile) -> sqlite3.Connection:
    """Return a connection that writes, to the present file or, where that cannot be used, to a new one.

    Raises:
        IndexUnusable: it cannot be written.
    """
    with file.locked():
        path = file.present()
        if path is not None:
            try:
                return _writable(path, file)
            except (Damaged, sqlite3.DatabaseError) as error:
                if isinstance(error, sqlite3.OperationalError) and not is_damage(error):
                    raise unusable(error) from None
        path = file.following()
        try:
            connection = _made(path, file)
        except (sqlite3.Error, OSError) as error:
            for part in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
                with contextlib.suppress(OSError):
                    part.unlink()
            raise unusable(error) from None
        file.remove_others(path)
        return connection


def is_damage(error: sqlite3.Error | OSError) -> bool:
    """Does the error say that the file itself is at fault, and not the disk, a lock or a permission?"""
    if not isinstance(error, sqlite3.Error):
        return False
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    damaged = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT}
    return code in damaged or (not code and isinstance(error, sqlite3.DatabaseError))


def unusable(error: sqlite3.Error | OSError) -> IndexUnusable:
    """Return what an error of the engine or the system means for the index."""
    if is_damage(error):
        return Damaged()
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or getattr(error, "errno", None) == 28:
        return IndexUnusable(_FULL)
    return IndexUnusable(_OTHER.filled(reason=getattr(error, "strerror", None) or str(error)))


def _connected(path: Path, how: str) -> sqlite3.Connection:
    place = urllib.parse.quote(os.fsencode(path.absolute()))
    connection = sqlite3.connect(
        f"file:{place}?{how}", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA mmap_size = 4294967296")
        connection.execute("PRAGMA temp_store = MEMORY")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _checked(connection: sqlite3.Connection, file: IndexFile) -> sqlite3.Connection:
    """Return the connection if it leads to an index of this version for this library.

    Raises:
        Damaged: it does not.
    """
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if (application, version) != (APPLICATION, VERSION):
            raise Damaged
        root = connection.execute("SELECT value FROM fact WHERE name = 'root'").fetchone()
        if root is None or root[0] != os.fsencode(file.root):
            raise Damaged
    except BaseException:
        connection.close()
        raise
    return connection


def _writable(path: Path, file: IndexFile) -> sqlite3.Connection:
    connection = _checked(_connected(path, "mode=rw"), file)
    _tune(connection)
    return connection


def _made(path: Path, file: IndexFile) -> sqlite3.Connection:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    connection = _connected(path, "mode=rw")
    try:
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA journal_mode = WAL")
        _tune(connection)
        connection.execute("BEGIN IMMEDIATE")
        for statement in SCHEMA:
            connection.execute(statement)
        connection.execute("INSERT INTO fact VALUES ('root', ?)", (os.fsencode(file.root),))
        # Last: a file without them is taken for none.
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _tune(connection: sqlite3.Connection) -> None:
    # A process that is killed loses nothing by it; after a power cut the last editions are indexed again.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA wal_autocheckpoint = 4000")
