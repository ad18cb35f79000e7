"""Which files of an issue are its pages, in which order, and what the pages are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.importing.mets.descriptions import described
from reader.importing.mets.locations import Locations
from reader.importing.mets.recognition import root_name
from reader.importing.mets.roles import Role, role_of
from reader.importing.mets.structure import Div, Mets, MetsFile
from reader.importing.observation import CannotImport, Observation
from reader.importing.source import Source

_TEXT_USE = re.compile(r"alto|ocr|full-?text|content|text", re.IGNORECASE)
_NOT_XML = re.compile(r"image/|application/pdf|video/|audio/|text/(?:plain|html)", re.IGNORECASE)
_PAGE_WORDS = re.compile(
    r"\A\s*(?:page|seite|pagina|página|sivu|sida|side|blatt|pp?\.|s\.|第)\s*|\s*[版页頁]\s*\Z", re.IGNORECASE
)
_LONGEST, _SHORT = 60, 12
"""Characters of a label that are looked at, and of what a page may be called."""

_NO_LABEL = re.compile(r"\W*|np|n\.p\.|uncounted|unpaginated|\[?unnumbered\]?", re.IGNORECASE)


class Sheet(NamedTuple):
    """A file of text that is read."""

    file: MetsFile
    source: Source | None
    """Where it is; None for one inside the METS file, or that could not be found."""
    labels: dict[str, str]
    """What its pages are called, by their IDs; by the empty one for a file of one page."""


class Sheets(NamedTuple):
    """The pages of an issue."""

    sheets: list[Sheet]
    missing: list[Observation]
    """What there is to say of files that could not be found."""
    strangers: list[str]
    """Root elements of the files beside that are text in other formats."""
    doubles: int
    """Files of text that are another version of a page that is read."""
    found: frozenset[Path]
    """All files that were found."""


def sheets_of(mets: Mets, locations: Locations) -> Sheets:
    """Return the pages in the order of the physical map, then files of ALTO that are in no page of it.

    Where a page has several files of text, it is the one that the structure points into; else the first
    whose group is one of text and that is in ALTO.
    """
    return _Choice(mets, locations).sheets()


class _Choice:
    """Chooses a file of text for each page."""

    def __init__(self, mets: Mets, locations: Locations) -> None:
        self._mets = mets
        self._locations = locations
        self._found: dict[str, Source | None] = {}
        self._roots: dict[str, str] = {}
        self._missing: dict[str, Observation] = {}
        self._pointed = {
            area.file
            for root in (mets.logical, mets.physical)
            if root is not None
            for div in _divs(root)
            for area in div.areas
            if area.begin
        }

    def sheets(self) -> Sheets:
        chosen: dict[str, dict[str, str]] = {}
        passed: set[str] = set()
        for div in _divs(self._mets.physical) if self._mets.physical is not None else ():
            ids = list(dict.fromkeys(area.file for area in div.areas if self._may_be_text(area.file)))
            if not ids or not self._is_page(div):
                continue
            choice = next((each for each in ids if each in chosen), None) or self._choose(ids)
            passed |= {each for each in ids if each != choice}
            if choice is not None:
                begin = next((area.begin for area in div.areas if area.file == choice), "")
                label = self._label(div)
                if label is not None:
                    chosen.setdefault(choice, {}).setdefault(begin, label)
                chosen.setdefault(choice, {})
        for each, file in self._mets.files.items():
            is_left = each not in chosen and each not in passed and self._may_be_text(each)
            if is_left and (
                each in self._pointed or ((not chosen or not passed) and self._is_alto(each, file))
            ):
                chosen[each] = {}
        sheets = [
            Sheet(self._mets.files[each], self._source(each), labels) for each, labels in chosen.items()
        ]
        strangers = sorted(
            {root for root in self._roots.values() if root in {"PcGts", "TEI", "html", "hOCR"}}
        )
        doubles = sum(self._roots.get(each) == "alto" for each in passed)
        missing = [self._missing[each] for each in chosen if each in self._missing]
        sources = [source.path for source in self._found.values() if source is not None]
        found = frozenset(path for path in sources if path is not None)
        return Sheets(sheets, missing, strangers, doubles, found)

    def _is_page(self, div: Div) -> bool:
        """Is this a page? In a map that is the logical one as well, much else points to text."""
        role = role_of(div.type)
        has_both = self._mets.physical is self._mets.logical
        return role is Role.FRAME or (role is None and (not has_both or div.areas[0].is_whole))

    def _choose(self, ids: list[str]) -> str | None:
        pointed = [each for each in ids if each in self._pointed]
        if pointed:
            return pointed[0]
        ids = sorted(ids, key=lambda each: not _TEXT_USE.search(self._mets.files[each].use))
        found = next((each for each in ids if self._root(each) == "alto"), None)
        # A file that is not there may be the one: then that is told.
        return found or next((each for each in ids if self._is_missing_text(each)), None)

    def _may_be_text(self, key: str) -> bool:
        file = self._mets.files.get(key)
        if file is None or _NOT_XML.match(file.mime):
            return False
        is_named_so = file.location.lower().partition("?")[0].endswith((".xml", ".alto"))
        return file.inside is not None or is_named_so or "xml" in file.mime.lower()

    def _is_alto(self, key: str, file: MetsFile) -> bool:
        return self._root(key) == "alto" or (self._is_missing_text(key) and "alto" in file.use.lower())

    def _is_missing_text(self, key: str) -> bool:
        file = self._mets.files[key]
        return (
            self._root(key) == "" and key in self._missing and bool(_TEXT_USE.search(file.use) or file.mime)
        )

    def _root(self, key: str) -> str:
        """Return the name of the root element of a file; nothing when it cannot be read."""
        if key not in self._roots:
            file = self._mets.files[key]
            if file.inside is not None:
                self._roots[key] = "alto"
            else:
                try:
                    source = self._source(key)
                    self._roots[key] = root_name(source.head()) if source is not None else ""
                except CannotImport as error:
                    self._missing[key] = error.observation
                    self._roots[key] = ""
        return self._roots[key]

    def _source(self, key: str) -> Source | None:
        file = self._mets.files[key]
        if key not in self._found:
            self._found[key] = None
            if file.inside is None:
                try:
                    self._found[key] = self._locations.find(file.location)
                except CannotImport as error:
                    self._missing[key] = error.observation
        return self._found[key]

    def _label(self, div: Div) -> str | None:
        """Return what a page is called: by the map, by its description, by its place in order."""
        said = [div.order_label, div.label]
        for each in div.descriptions:
            if each in self._mets.descriptions:
                said.append(described(self._mets.descriptions[each]).page or "")
        said.append(div.order)
        labels = (_PAGE_WORDS.sub("", " ".join(label.split())[:_LONGEST]).strip() for label in said)
        return next(
            (label for label in labels if not _NO_LABEL.fullmatch(label) and len(label) <= _SHORT), None
        )


def _divs(root: Div) -> Iterator[Div]:
    """Yield a division and all in it, in order."""
    waiting = [root]
    while waiting:
        div = waiting.pop()
        yield div
        waiting += reversed(div.parts)
