"""Which files of a folder belong to its issues, and what there is to tell of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.edition.wording import Wording
from reader.importing.mets.locations import last_part
from reader.importing.observation import Observation
from reader.importing.source import Source
from reader.importing.untaken import untaken

_PICTURES = frozenset({".jp2", ".jpg", ".jpeg", ".tif", ".tiff", ".png", ".gif", ".webp"})
_TEXT_MARK = re.compile(r"[._-]?(?:alto|ocr)\Z")
_LONELY = Wording(
    "有 {count} 个 ALTO 文件没有哪个 METS 提到，没有读：{names}",
    "ALTO files that no METS file names, not read: {count}: {names}",
)
_OTHER_FORMS = Wording(
    "有 {count} 个文件与版面同名，当作同一版的别种文件，没有读：{names}",
    "files called like pages, taken for other forms of them and not read: {count}: {names}",
)
_OTHERS = Wording(
    "有 {count} 个文件不是 METS 或 ALTO，没有读：{names}", "neither METS nor ALTO, not read: {count}: {names}"
)
_BY_THEMSELVES = Wording("要用就单独导入", "import them by themselves to use them")


@dataclass(slots=True)
class Belongings:
    """The files that METS documents of a folder name."""

    found: set[Path] = field(default_factory=set)
    """Those of text, which have been looked for."""
    _named: set[tuple[Path, str]] = field(default_factory=set)
    """All others: the folder below which one lies, and its name in small letters."""

    def take(self, found: Iterable[Path], locations: Iterable[str], document: Path | None) -> None:
        """Take in what a document names: files that were found, and locations beside it and below."""
        self.found |= set(found)
        if document is not None:
            for location in locations:
                # One that leads up lies in any folder around it (``../pdf/1.pdf``).
                below = document.parent.parent if ".." in location else document.parent
                self._named.add((below, last_part(location)))

    def has(self, path: Path) -> bool:
        """Does a document name this file?"""
        name = path.name.lower()
        return path in self.found or any((above, name) in self._named for above in path.parents)

    def lonely(self, folder: Source, pages: Sequence[Source]) -> Iterator[Observation]:
        """Tell of pages in ALTO that no document names; maybe they are another version of one."""
        left = [page for page in pages if page.path not in self.found]
        if left:
            yield untaken(folder, left, _LONELY, _BY_THEMSELVES)._replace(untaken=())

    def others(
        self, folder: Source, papers: Sequence[Source], others: Sequence[Source]
    ) -> Iterator[Observation]:
        """Tell of files that no document names and that are neither; `papers` are all documents and pages.

        Pictures called like pages are their scans and not told.
        """
        stems = {_stem(source.path) for source in papers if source.path is not None}
        forms, strangers = [], []
        for source in others:
            assert source.path is not None
            if self.has(source.path):
                continue
            if _stem(source.path) not in stems:
                strangers.append(source)
            elif source.path.suffix.lower() not in _PICTURES:
                forms.append(source)
        if forms:
            yield untaken(folder, forms, _OTHER_FORMS, _BY_THEMSELVES)._replace(untaken=())
        if strangers:
            yield untaken(folder, strangers, _OTHERS, _BY_THEMSELVES)


def _stem(path: Path) -> str:
    """Return what a page and its scan are both called, wherever they lie."""
    return _TEXT_MARK.sub("", path.stem.lower())
