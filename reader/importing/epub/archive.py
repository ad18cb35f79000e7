"""The container of an EPUB: a zip archive that is asked for nothing it should not hold."""

from __future__ import annotations

import io
import posixpath
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from itertools import pairwise
from urllib.parse import unquote

from reader.edition.wording import Wording
from reader.importing.observation import CannotImport, cannot_import

_MB = 1024 * 1024
LARGEST_TOTAL = 512 * _MB
"""Bytes all entries may have together when unpacked; pictures make up most of a large book."""
LARGEST_TEXT = 16 * _MB
"""Bytes a text may have when unpacked."""
LARGEST_PICTURE = 64 * _MB
_MOST_ENTRIES = 20_000
_HIGHEST_RATIO = 200
"""How many times its packed size a large entry may have: text reaches 10, zeros over 1,000."""
_LOCAL_HEADER = 30

_NOT_A_ZIP = Wording(
    "这不是 EPUB：不是 zip 压缩包，或已损坏", "this is no EPUB: it is not a zip archive, or a damaged one"
)
_GET_AGAIN = Wording("重新下载，或重新生成", "download it again, or have it made again")
_BOMB = Wording("解开后会大得离谱", "it would become far too large when unpacked")
_UNSAFE = Wording("包里有会写到别处去的文件名", "the archive holds a name that leads elsewhere")
_DISTRUST = Wording("不要打开来历不明的文件", "do not open files of unknown origin")
_LOCKED = Wording("这一部分加了密", "this part is encrypted")
_UNLOCKED = Wording("请用没有加密的版本", "use a version without encryption")
_OUT = Wording("这个链接不在包里：{href}", "this is no link within the archive: {href}")
_MISSING = Wording("包里没有这个文件", "there is no such file in the archive")
_LARGE = Wording("这一部分超过 {size} MB", "this part is over {size} MB")
_BROKEN = Wording("这一部分已损坏", "this part is damaged")

_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(RuntimeError, OSError, EOFError, ValueError, LookupError, OverflowError),
)
"""What the library raises for archives and entries that are broken, or packed in ways it does not know."""

_DRIVE = re.compile(r"[A-Za-z]:")


class Archive:
    """The files of an EPUB by their paths.

    Source: EPUB 3.3, 4 "Open Container Format"; what it forbids of file names and compression is refused.

    Raises:
        CannotImport: it is no zip archive, or one that is unsafe to open.
    """

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _DAMAGED as error:
            raise cannot_import(source, "", _NOT_A_ZIP, _GET_AGAIN) from error
        self._check(entries)
        self._entries = {entry.filename: entry for entry in entries if not entry.filename.endswith("/")}
        self._folded = {_folded(name): name for name in self._entries}

    def names(self) -> list[str]:
        """Return the paths of its files."""
        return list(self._entries)

    def find(self, path: str) -> str | None:
        """Return the path of a file as the archive has it; letters' case and composition may differ."""
        return path if path in self._entries else self._folded.get(_folded(path))

    def size(self, path: str) -> int:
        """Return how many bytes a file claims to have when unpacked; 0 for one that is not there."""
        name = self.find(path)
        return self._entries[name].file_size if name is not None else 0

    def path(self, base: str, href: str) -> str:
        """Return the path that a link in the file `base` leads to, without its fragment.

        Nothing leads up from the archive's root. Source: EPUB 3.3, 4.2.5.

        Raises:
            CannotImport: it is a path of some system, not a link within the archive.
        """
        plain = unquote(href.partition("#")[0].partition("?")[0])
        if not plain:
            return base
        if _DRIVE.match(plain) or "\\" in plain or "\0" in plain:
            raise cannot_import(self.source, base, _OUT.filled(href=href), _GET_AGAIN)
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), plain)).lstrip("/")

    def read(self, path: str, limit: int = LARGEST_TEXT) -> bytes:
        """Return the bytes of a file.

        Raises:
            CannotImport: it is not there, encrypted, damaged, or larger than the limit.
        """
        name = self.find(path)
        if name is None:
            raise self.error(path, _MISSING)
        entry = self._entries[name]
        if entry.flag_bits & 0x1:
            raise cannot_import(self.source, path, _LOCKED, _UNLOCKED)
        if entry.file_size > limit:
            raise self.error(path, _LARGE.filled(size=limit // _MB))
        try:
            with self._zip.open(entry) as file:
                data = file.read(limit + 1)
        except _DAMAGED as error:
            raise self.error(path, _BROKEN) from error
        if len(data) > limit:
            raise self.error(path, _LARGE.filled(size=limit // _MB))
        return data

    def error(self, part: str, what: Wording) -> CannotImport:
        """Return the error of a part of it that does not serve."""
        return cannot_import(self.source, part, what, _GET_AGAIN)

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
            raise cannot_import(self.source, "", _BOMB, _DISTRUST)
        for entry in entries:
            mode = entry.external_attr >> 16
            if _is_unsafe(entry.filename.rstrip("/")) or "\\" in entry.orig_filename or stat.S_ISLNK(mode):
                raise cannot_import(self.source, entry.filename, _UNSAFE, _DISTRUST)
            is_large = entry.file_size > _MB
            if is_large and entry.file_size > entry.compress_size * _HIGHEST_RATIO:
                raise cannot_import(self.source, entry.filename, _BOMB, _DISTRUST)
        in_place = sorted(entries, key=lambda entry: entry.header_offset)
        for entry, following in pairwise(in_place):
            # Many entries that share their bytes unpack to many times the size of the archive.
            end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
            if end > following.header_offset:
                raise cannot_import(self.source, following.filename, _BOMB, _DISTRUST)


def _is_unsafe(path: str) -> bool:
    """Would this path, taken from some folder, lead out of it on any system?"""
    is_absolute = path.startswith(("/", "\\")) or _DRIVE.match(path) is not None
    return is_absolute or "\0" in path or ".." in path.replace("\\", "/").split("/")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
