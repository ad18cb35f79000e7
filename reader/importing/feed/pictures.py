"""The pictures of a feed that need no network: those beside its file, and those written into it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes

from reader.importing.imported import Picture
from reader.importing.observation import CannotImport
from reader.importing.source import Source

_SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/jpg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/bmp": ".bmp",
}
_DATA = re.compile(r"data:(image/[\w.+-]+)((?:;[\w=.+-]+)*),", re.IGNORECASE)
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST = 100


class Pictures:
    """Gives the pictures of one edition names that differ, and keeps where their bytes are."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._names: dict[str, str] = {}
        self._found: list[Picture] = []

    def file_of(self, src: str) -> str | None:
        """Return the name of the file that this picture becomes; None when it can only be had elsewhere."""
        if src not in self._names:
            found = self._written_in(src) if src[:5].lower() == "data:" else self._beside(src)
            if found is None:
                return None
            name, data = found
            self._names[src] = self._unused(name)
            self._found.append(Picture(self._names[src], data))
        return self._names[src]

    def all(self) -> tuple[Picture, ...]:
        """Return every picture that was asked for and found."""
        return tuple(self._found)

    def _beside(self, src: str) -> tuple[str, Callable[[], bytes]] | None:
        path = unquote(src)
        if not path or PurePosixPath(path).suffix.lower() not in {*_SUFFIXES.values(), ".jpeg"}:
            return None
        try:
            source = self._source.beside(path)
        except (CannotImport, OSError, ValueError):
            return None
        return PurePosixPath(path.replace("\\", "/")).name, source.data

    def _written_in(self, src: str) -> tuple[str, Callable[[], bytes]] | None:
        match = _DATA.match(src)
        suffix = _SUFFIXES.get(match[1].lower()) if match else None
        if match is None or suffix is None:
            return None
        written = unquote_to_bytes(src[match.end() :])
        if match[2].lower().endswith(";base64"):
            try:
                written = base64.b64decode(b"".join(written.split()), validate=True)
            except (binascii.Error, ValueError):
                return None
        return (f"picture{suffix}", partial(bytes, written)) if written else None

    def _unused(self, name: str) -> str:
        stem, dot, suffix = _UNFIT.sub("-", name).strip("-.").rpartition(".")
        stem = stem[:_LONGEST] or "picture"
        number, candidate = 1, f"{stem}{dot}{suffix}"
        taken = {other.lower() for other in self._names.values()}
        while candidate.lower() in taken:
            number += 1
            candidate = f"{stem}-{number}{dot}{suffix}"
        return candidate
