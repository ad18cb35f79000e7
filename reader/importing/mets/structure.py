"""A METS document as values: its files, its structural maps, its descriptions.

Source: METS 1.12.1 (Library of Congress): fileSec, structMap, structLink, dmdSec.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.edition.wording import Wording
from reader.importing.mets.places import place_of
from reader.importing.observation import cannot_import
from reader.importing.safe_xml import local_name

DEEPEST = 100
"""Divisions within each other; no paper has as many."""

_MOST_LINKS = 1_000_000
"""Links that one arc may make; a paper has as many as its articles have blocks."""

_HREF = "href"
_TOO_DEEP = Wording("结构图嵌套超过 {deepest} 层", "the structural map is nested deeper than {deepest}")
_MEND = Wording("检查是不是报纸的 METS", "see whether this is the METS file of a paper")


class Area(NamedTuple):
    """What a division points to: a file, or a range in one."""

    file: str
    """The ID of the file."""
    begin: str
    """Where it begins, by an ID in the file; empty for all of the file."""
    end: str
    is_shape: bool
    """Is it given by coordinates only?"""
    place: str
    """Line and column in the METS file."""

    @property
    def is_whole(self) -> bool:
        """Does it point to all of its file?"""
        return not self.begin and not self.is_shape


class Div(NamedTuple):
    """A division of a structural map, its parts in order."""

    id: str
    type: str
    label: str
    order_label: str
    order: str
    descriptions: tuple[str, ...]
    areas: tuple[Area, ...]
    parts: tuple[Div, ...]
    place: str
    points_elsewhere: bool
    """Does it point to another METS file (mptr)?"""


class MetsFile(NamedTuple):
    """A file the document names or holds."""

    id: str
    location: str
    """Where it is, as written; empty for one that is inside."""
    use: str
    """What it is for: the USE of its groups."""
    mime: str
    inside: Element | None
    """An XML document that is in the METS document itself."""


class Mets(NamedTuple):
    """A METS document."""

    label: str
    files: dict[str, MetsFile]
    logical: Div | None
    physical: Div | None
    other_maps: int
    """How many logical maps there are besides."""
    descriptions: dict[str, Element]
    links: dict[str, tuple[str, ...]]
    """For IDs of logical divisions those of physical ones, in order (structLink)."""


def mets_of(root: Element, source: str) -> Mets:
    """Return a METS document as values; nothing in it is looked up outside.

    Raises:
        CannotImport: its divisions are nested deeper than `DEEPEST`.
    """
    files: dict[str, MetsFile] = {}
    maps: list[tuple[str, Div]] = []
    descriptions: dict[str, Element] = {}
    links: dict[str, tuple[str, ...]] = {}
    for part in root:
        name = local_name(part.tag)
        if name == "fileSec":
            for group in part:
                _add_files(group, "", files)
        elif name == "structMap":
            first = next((each for each in part if local_name(each.tag) == "div"), None)
            if first is not None:
                maps.append((part.get("TYPE", "").lower(), _div(first, source, 1)))
        elif name == "dmdSec":
            descriptions[part.get("ID", "")] = part
        elif name == "structLink":
            links = _links(part)
    logical = [each for kind, each in maps if "logical" in kind]
    physical = [each for kind, each in maps if "physical" in kind]
    rest = [each for kind, each in maps if "logical" not in kind and "physical" not in kind]
    # A document with one map, or with none of a named type, has both structures in the first.
    only = rest[0] if rest else None
    return Mets(
        root.get("LABEL", "").strip(),
        files,
        logical[0] if logical else only or (physical[0] if physical else None),
        physical[0] if physical else only or (logical[0] if logical else None),
        max(0, len(logical) - 1),
        descriptions,
        links,
    )


def _add_files(element: Element, use: str, files: dict[str, MetsFile]) -> None:
    name = local_name(element.tag)
    if name == "fileGrp":
        use = f"{use} {element.get('USE') or element.get('ID') or ''}".strip()
        for child in element:
            _add_files(child, use, files)
    elif name == "file":
        location, inside = "", None
        for child in element:
            if local_name(child.tag) == "FLocat" and not location:
                location = _link(child, _HREF)
            elif local_name(child.tag) == "FContent":
                inside = next((each for each in child.iter() if local_name(each.tag) == "alto"), None)
            elif local_name(child.tag) == "file":
                _add_files(child, use, files)
        key = element.get("ID", "")
        own = f"{use} {element.get('USE', '')}".strip()
        files.setdefault(key, MetsFile(key, location, own, element.get("MIMETYPE", ""), inside))


def _div(element: Element, source: str, depth: int) -> Div:
    if depth > DEEPEST:
        raise cannot_import(source, place_of(element), _TOO_DEEP.filled(deepest=DEEPEST), _MEND)
    areas: list[Area] = []
    parts: list[Div] = []
    points_elsewhere = False
    for child in element:
        name = local_name(child.tag)
        if name == "fptr":
            areas += _areas(child)
        elif name == "div":
            parts.append(_div(child, source, depth + 1))
        elif name == "mptr":
            points_elsewhere = True
    orders = [re.fullmatch(r"\d{1,9}", part.order) for part in parts]
    if all(orders):
        parts.sort(key=lambda part: int(part.order))
    return Div(
        element.get("ID", ""),
        element.get("TYPE", ""),
        element.get("LABEL", "").strip(),
        element.get("ORDERLABEL", "").strip(),
        element.get("ORDER", "").strip(),
        tuple(element.get("DMDID", "").split()),
        tuple(areas),
        tuple(parts),
        place_of(element),
        points_elsewhere,
    )


def _areas(pointer: Element) -> list[Area]:
    """Return what a pointer points to: in its order (seq), and all that stands for the same (par)."""
    areas = []
    for element in pointer.iter():
        file = element.get("FILEID")
        if file:
            begin = element.get("BEGIN", "").strip()
            is_shape = not begin and bool(element.get("COORDS"))
            end = element.get("END", "").strip() or begin
            areas.append(Area(file, begin, end, is_shape, place_of(element)))
    return areas


def _links(element: Element) -> dict[str, tuple[str, ...]]:
    """Return the links of a structLink, single ones (smLink) and groups with arcs (smLinkGrp)."""
    links: dict[str, dict[str, None]] = {}
    for child in element:
        if local_name(child.tag) == "smLink":
            links.setdefault(_link(child, "from").lstrip("#"), {}).setdefault(_link(child, "to").lstrip("#"))
        elif local_name(child.tag) == "smLinkGrp":
            located: dict[str, list[str]] = {}
            for each in child:
                if local_name(each.tag) == "smLocatorLink":
                    located.setdefault(_link(each, "label"), []).append(_link(each, _HREF).lstrip("#"))
            arcs = {
                (_link(each, "from"), _link(each, "to")): None
                for each in child
                if local_name(each.tag) == "smArcLink"
            }
            for begin, end in arcs:
                origins, targets = located.get(begin, []), located.get(end, [])
                if len(origins) * len(targets) <= _MOST_LINKS:
                    for origin in origins:
                        links.setdefault(origin, {}).update(dict.fromkeys(targets))
    return {origin: tuple(targets) for origin, targets in links.items()}


def _link(element: Element, name: str) -> str:
    """Return an attribute of XLink, in whichever of its namespaces."""
    for key, value in element.items():
        if local_name(key) == name and key.startswith("{") and "xlink" in key:
            return value.strip()
    return element.get(name, "").strip()
