"""The pictures of a book: each file once, under a name of its own in the edition."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.edition.article import Photo
from reader.edition.wording import Wording
from reader.importing.epub.archive import LARGEST_PICTURE, Archive
from reader.importing.epub.package import Package
from reader.importing.html_photo import HtmlPhoto
from reader.importing.imported import Picture
from reader.importing.observation import CannotImport, Grade, Observation

_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".avif")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST = 80

_ABSENT = Wording("这张图不在包里：{src}", "this picture is not in the archive: {src}")
_NO_PICTURE = Wording("这不是图片：{src}", "this is no picture: {src}")
_ADD = Wording("文字说明已保留，图片请自行补上", "its words are kept; add the picture yourself")


class Pictures:
    """Finds the pictures that texts show, and remembers which the edition needs."""

    def __init__(self, archive: Archive, package: Package) -> None:
        self._archive = archive
        self._types = {item.path: item.media_type for item in package.items.values()}
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self.told: list[Observation] = []

    def photo(self, base: str, found: HtmlPhoto, own_id: str) -> Photo:
        """Return a photo of the text `base` as the edition has it; without a file where there is none."""
        return Photo(
            id=own_id,
            file=self._file(base, found.src),
            caption=found.caption,
            credit=found.credit,
            alt=found.alt,
        )

    def all(self) -> tuple[Picture, ...]:
        """Return the pictures asked for so far."""
        return tuple(Picture(name, self._reader(path)) for path, name in self._names.items())

    def _reader(self, path: str) -> Callable[[], bytes]:
        return lambda: self._archive.read(path, LARGEST_PICTURE)

    def _file(self, base: str, src: str) -> str | None:
        if not src:
            return None
        try:
            target = "" if _is_elsewhere(src) else self._archive.path(base, src)
        except CannotImport as refused:
            self.told.append(refused.observation)
            return None
        path = self._archive.find(target) if target else None
        if path is None:
            self._tell(base, _ABSENT, src)
            return None
        if not self._types.get(path, "").startswith("image/") and not path.lower().endswith(_SUFFIXES):
            self._tell(base, _NO_PICTURE, src)
            return None
        if path not in self._names:
            self._names[path] = self._name(path)
        return self._names[path]

    def _tell(self, base: str, what: Wording, src: str) -> None:
        shown = src if len(src) < 200 else src[:60] + "…"
        self.told.append(
            Observation(Grade.UNDECIDED, self._archive.source, base, what.filled(src=shown), _ADD)
        )

    def _name(self, path: str) -> str:
        """Return a plain file name, unlike all others also where letters' case does not count."""
        plain = _NOT_IN_NAMES.sub("_", path.rpartition("/")[2]).strip("._") or "picture"
        stem, dot, suffix = plain.rpartition(".")
        stem, suffix = (stem, dot + suffix) if stem and len(suffix) <= 5 else (plain, "")
        stem = stem[:_LONGEST]
        name, number = stem + suffix, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._taken.add(name.casefold())
        return name


def _is_elsewhere(src: str) -> bool:
    """Does an address name a server, or hold the picture itself?"""
    return "://" in src or src.startswith(("//", "data:", "blob:", "about:", "file:"))
