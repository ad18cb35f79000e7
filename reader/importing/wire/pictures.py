"""The pictures that items name: from beside the source or within it, never from the network."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes

from reader.edition.wording import Wording
from reader.importing.imported import Picture
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_DATA = re.compile(r"data:(image/[A-Za-z0-9.+-]+)((?:;[^;,]*)*),(.*)\Z", re.DOTALL | re.IGNORECASE)
_UNFIT = re.compile(r'[\x00-\x1f/\\:*?"<>|\x7f]+')
_SUFFIXES = {"jpeg": ".jpg", "svg+xml": ".svg", "tiff": ".tif", "pjpeg": ".jpg"}
_LONGEST = 100

_MISSING = Wording("照片没有带上，{reason}", "a picture is left out: {reason}")
_REMOTE = Wording(
    "网上的照片不取，留下说明文字，共 {count} 张：{first}",
    "pictures on the network are not fetched, their captions stay; {count} of them: {first}",
)
_FETCH = Wording(
    "要用就先存到文件旁边，改成相对路径", "to have them, save them beside the file under relative paths"
)
_PUT_BACK = Wording("放回原处再导入", "put it where it belongs and import again")


class PictureBox:
    """Gathers the pictures of one source; each gets a file name that no other has."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._files: dict[str, str | None] = {}
        self._names: set[str] = set()
        self._pictures: dict[str, Picture] = {}
        self._remote: list[str] = []
        self._told: list[Observation] = []

    def take(self, reference: str, name: str = "") -> str | None:
        """Return the name that the picture of this reference has in the edition; None if it does not come.

        A reference is a path from the source's folder or a ``data:`` URI (RFC 2397), which has no name of
        its own: it gets `name` if that is one of a picture.
        """
        reference = reference.strip()
        if reference not in self._files:
            self._files[reference] = self._taken(reference, name) if reference else None
        return self._files[reference]

    def of(self, files: set[str]) -> tuple[Picture, ...]:
        """Return the pictures with these names, in the order they were taken."""
        return tuple(picture for name, picture in self._pictures.items() if name in files)

    def told(self) -> tuple[Observation, ...]:
        """Return what there is to tell since this was last asked."""
        told, self._told = self._told, []
        if self._remote:
            what = _REMOTE.filled(count=len(self._remote), first=self._remote[0][:200])
            told.append(Observation(Grade.UNDECIDED, self._source.name, "", what, _FETCH))
            self._remote = []
        return tuple(told)

    def _taken(self, reference: str, name: str) -> str | None:
        if reference[:5].lower() == "data:":
            return self._within(reference, name)
        path = unquote(reference.partition("#")[0])
        if path[:5].lower() == "file:":
            path = PurePosixPath(path[5:]).name.strip()
        elif _SCHEME.match(path):
            self._remote.append(reference)
            return None
        try:
            beside = self._source.beside(path)
        except CannotImport as error:
            self._tell(error.observation.what)
            return None
        except (OSError, ValueError) as error:
            self._tell(Wording(str(error), str(error)))
            return None
        return self._put(PurePosixPath(path).name, beside.data)

    def _within(self, reference: str, name: str) -> str | None:
        """Take a picture that is written into the reference itself."""
        found = _DATA.match(reference)
        if found is None:
            self._tell(Wording("data: 网址里不是图片", "the data: address holds no picture"))
            return None
        kind, parameters, words = found[1].lower(), found[2].lower(), found[3]
        data = unquote_to_bytes(words.encode("utf-8", "replace"))
        if "base64" in parameters:
            try:
                data = base64.b64decode(b"".join(data.split()), validate=True)
            except (binascii.Error, ValueError):
                self._tell(Wording("base64 写坏了", "its base64 is broken"))
                return None
        subtype = kind.partition("/")[2]
        suffix = _SUFFIXES.get(subtype, "." + subtype.partition("+")[0])
        is_named = PurePosixPath(name).suffix.lower() in (suffix, ".jpeg" if suffix == ".jpg" else suffix)
        return self._put(PurePosixPath(name).name if is_named else "picture" + suffix, lambda: data)

    def _put(self, name: str, data: Callable[[], bytes]) -> str:
        path = PurePosixPath(_UNFIT.sub("-", name).strip(" .-") or "picture")
        stem, suffix = path.stem[:_LONGEST], path.suffix[:10]
        names = (f"{stem}{f'-{number}' if number > 1 else ''}{suffix}" for number in count(1))
        name = next(name for name in names if name.casefold() not in self._names)
        self._names.add(name.casefold())
        self._pictures[name] = Picture(name, data)
        return name

    def _tell(self, reason: Wording) -> None:
        what = _MISSING.filled(reason=reason)
        self._told.append(Observation(Grade.UNDECIDED, self._source.name, "", what, _PUT_BACK))
