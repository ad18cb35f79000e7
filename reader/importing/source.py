"""Where an import reads from: a file, a folder or standard input, and nothing beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reader.edition.wording import Wording
from reader.importing.observation import CannotImport, cannot_import

HEAD = 65_536
"""Bytes of a file that are looked at to tell what it is."""

LIMIT = 256 * 1024 * 1024
"""Bytes of the largest file that is read when nobody says otherwise."""

_ENTRIES = 200
_PROLOG = 16 * HEAD
"""Bytes of a file that are looked at where comments stand before what it is told by."""
_COMMENTS = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?xml\b[^<>]*\?>)?\s*(?:<!--(?:(?!-->).)*-->\s*)+(?=<)", re.DOTALL
)


def head_of(data: bytes) -> bytes:
    """Return of the bytes of a file what `Source.head` returns of the file."""
    if not is_in_comment(data[:HEAD]):
        return data[:HEAD]
    match = _COMMENTS.match(data[:_PROLOG])
    return data[:HEAD] if match is None else (match[2] or b"") + data[match.end() : match.end() + HEAD]


def is_in_comment(head: bytes) -> bool:
    """Does this beginning of a file end in a comment before any element of XML?"""
    before, mark, _ = head.rpartition(b"<!--")
    return bool(mark) and b"-->" not in head[len(before) :] and re.search(rb"<\w", before) is None


def size_words(count: int) -> str:
    """Return a number of bytes as people read it, in powers of 1024 as ``--max-size`` takes them."""
    for unit, size in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} B"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file or a folder; `path` is None for standard input, whose bytes are `given`."""

    path: Path | None
    given: bytes = b""
    encoding: str | None = None
    """The encoding somebody asked for, a codec's name; None lets the format decide."""
    limit: int = LIMIT
    """Bytes of the largest file that is read."""

    @property
    def name(self) -> str:
        """How messages name it."""
        return str(self.path) if self.path is not None else "-"

    @property
    def stem(self) -> str:
        """The last part of its name without a suffix; empty for standard input."""
        return self.path.stem if self.path is not None else ""

    @property
    def is_folder(self) -> bool:
        """Is it a folder?"""
        return self.path is not None and self.path.is_dir()

    def data(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            CannotImport: it is no plain file, cannot be read, or is larger than the limit.
        """
        if self.path is None:
            return self.given
        return self._read(self.limit, is_whole=True)

    def head(self) -> bytes:
        """Return the first `HEAD` bytes, of a folder none.

        Comments before the root of XML are passed over where they are longer than that.

        Raises:
            CannotImport: it cannot be read.
        """
        if self.is_folder:
            return b""
        data = self.given[:HEAD] if self.path is None else self._read(HEAD, is_whole=False)
        if len(data) < HEAD or not is_in_comment(data):
            return data
        return head_of(self.given if self.path is None else self._read(_PROLOG, is_whole=False))

    def entries(self) -> tuple[str, ...]:
        """Return the first names in a folder (files and folders, sorted), enough to tell what it holds."""
        if self.path is None or not self.path.is_dir():
            return ()
        with os.scandir(self.path) as found:
            return tuple(sorted(entry.name for _, entry in zip(range(_ENTRIES), found, strict=False)))

    def files(self) -> Iterator[Source]:
        """Yield the plain files of a folder and the folders below it by name, hidden ones left out."""
        if self.path is None:
            return
        for folder, folders, names in os.walk(self.path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    yield self._at(Path(folder) / name)

    def beside(self, relative: str) -> Source:
        """Return a file that this one names, by a path from its own folder (from itself, if it is one).

        Raises:
            CannotImport: the path leads out of that folder, or there is no such file.
        """
        if self.path is None:
            what = Wording("标准输入旁边没有文件：{path}", "standard input has no files beside it: {path}")
            advice = Wording("写文件名来导入", "import the file by its name")
            raise cannot_import(self.name, "", what.filled(path=relative), advice)
        folder = self.path if self.is_folder else self.path.parent
        parts = PurePosixPath(relative.replace("\\", "/"))
        is_out = parts.is_absolute() or ".." in parts.parts or ":" in relative or "\0" in relative
        if is_out:
            what = Wording("这个路径不在同一个文件夹里：{path}", "this path leads out of the folder: {path}")
            advice = Wording("把文件放在一起再导入", "put the files together and import again")
            raise cannot_import(self.name, "", what.filled(path=relative), advice)
        target = folder / parts
        if not target.resolve().is_relative_to(folder.resolve()) or not target.is_file():
            what = Wording("没有这个文件：{path}", "there is no such file: {path}")
            advice = Wording("把它放回原处再导入", "put it where it belongs and import again")
            raise cannot_import(self.name, "", what.filled(path=relative), advice)
        return self._at(target)

    def _at(self, path: Path) -> Source:
        return Source(path=path, encoding=self.encoding, limit=self.limit)

    def _read(self, most: int, *, is_whole: bool) -> bytes:
        assert self.path is not None
        try:
            if not self.path.is_file():
                raise self._unreadable(
                    Wording("这不是文件", "this is not a file")
                    if self.path.exists()
                    else Wording("没有这个文件", "there is no such file")
                )
            with self.path.open("rb") as file:
                data = file.read(most + 1 if is_whole else most)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise self._unreadable(Wording(f"读不了：{reason}", f"it cannot be read: {reason}")) from error
        if is_whole and len(data) > most:
            what = Wording("文件超过 {size}", "the file is over {size}").filled(size=size_words(most))
            advice = Wording("用 --max-size 放宽", "raise the limit with --max-size")
            raise cannot_import(self.name, "", what, advice)
        return data

    def _unreadable(self, what: Wording) -> CannotImport:
        return cannot_import(self.name, "", what, Wording("检查路径和权限", "check the path and permissions"))
