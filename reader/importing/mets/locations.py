"""Where the files are that a METS document names: in its own folder and below, nowhere else."""

from __future__ import annotations

import posixpath
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote

from reader.edition.wording import Wording
from reader.importing.observation import CannotImport, cannot_import
from reader.importing.source import Source

_MOST_FILES = 50_000
"""Files of a folder that are looked at for one that is not where it should be."""


class Locations:
    """Finds files by what a document says of their place."""

    def __init__(self, mets: Source, folder: Source | None = None) -> None:
        """Look beside and below a METS file, and, for paths that lead up, in the folder that holds it all."""
        self._mets = mets
        self._folder = folder
        self._known: dict[str, list[tuple[tuple[str, ...], Source]]] | None = None

    def find(self, location: str) -> Source:
        """Return the file at a location: a path from the document's folder, or the like of it.

        Absolute paths and addresses count by their last parts, as long as possible, in any case of letters:
        ``file:///archive/1918/alto/0001.xml`` is ``ALTO/0001.xml`` if that is there. Nothing is fetched.

        Raises:
            CannotImport: there is no such file.
        """
        parts = _parts(location)
        if parts:
            try:
                return self._upwards(location) or self._mets.beside("/".join(parts))
            except (CannotImport, OSError, ValueError):
                pass
        folded = tuple(part.lower() for part in parts)
        best, length = None, 0
        for path, source in self._files().get(folded[-1], []) if folded else []:
            common = _common_end(path, folded)
            if common > length:
                best, length = source, common
        if best is None:
            what = Wording("没有它列出的文件 {path}", "there is no {path}, which it lists")
            advice = Wording("把它放回 METS 文件旁边再导入", "put it beside the METS file and import again")
            raise cannot_import(self._mets.name, location, what.filled(path=location), advice)
        return best

    def _upwards(self, location: str) -> Source | None:
        """Return the file of a path that leads up (``../alto/1.xml``), if it stays in the folder."""
        plain = _plain(location)
        if self._folder is None or self._folder.path is None or ".." not in plain.split("/"):
            return None
        assert self._mets.path is not None
        base = self._mets.path.parent.relative_to(self._folder.path).as_posix()
        return self._folder.beside(posixpath.normpath(f"{base}/{plain}"))

    def _files(self) -> dict[str, list[tuple[tuple[str, ...], Source]]]:
        if self._known is None:
            self._known = {}
            path = self._mets.path
            if path is not None:
                folder = Source(path=path.parent, encoding=self._mets.encoding, limit=self._mets.limit)
                for source in islice(folder.files(), _MOST_FILES):
                    if source.path is not None and not source.path.is_symlink():
                        parts = tuple(part.lower() for part in source.path.relative_to(path.parent).parts)
                        self._known.setdefault(parts[-1], []).append((parts, source))
        return self._known


def last_part(location: str) -> str:
    """Return the name of the file at a location in small letters; nothing when it has none."""
    return "".join(_parts(location)[-1:]).lower()


def _plain(location: str) -> str:
    """Return a location without scheme and query."""
    plain = location.strip().replace("\\", "/")
    scheme, mark, rest = plain.partition("://")
    if mark:
        # ``file://./alto/1.xml`` is what most makers write for a relative path.
        plain = rest
    elif scheme.lower().startswith("file:"):
        plain = plain[5:]
    return unquote(plain.partition("?")[0].partition("#")[0])


def _parts(location: str) -> tuple[str, ...]:
    """Return the parts of a location without what only moves about in it."""
    parts = PurePosixPath(_plain(location)).parts
    return tuple(part for part in parts if part not in {"/", "//", ".", "..", ""})


def _common_end(path: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """Return how many parts both have in common at their ends."""
    count = 0
    for left, right in zip(reversed(path), reversed(wanted), strict=False):
        if left != right:
            break
        count += 1
    return count
