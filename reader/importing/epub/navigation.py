"""The navigation of a book: EPUB 3's navigation document, EPUB 2's ``toc.ncx``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.importing.epub.archive import Archive
from reader.importing.epub.package import Package
from reader.importing.html_running import one_line
from reader.importing.observation import CannotImport, Observation
from reader.importing.safe_xml import all_text, local_name, parse_xml

_NCX = "application/x-dtbncx+xml"


class Entry(NamedTuple):
    """An entry of the contents; `path` is empty where it leads nowhere."""

    label: str
    path: str
    fragment: str
    entries: tuple[Entry, ...]
    author: str = ""
    description: str = ""


def read_navigation(archive: Archive, package: Package) -> tuple[tuple[Entry, ...], list[Observation]]:
    """Return the contents of a book and what could not be read of them.

    Of both kinds the one that says more about parts and chapters counts; where nothing is readable the
    contents are empty. Source: EPUB 3.3, 7 "Navigation document"; OPF 2.0.1, 2.4.1 "NCX".
    """
    told: list[Observation] = []
    found: list[tuple[Entry, ...]] = []
    nav = package.item_with("nav")
    ncx = package.items.get(package.toc) or next(
        (item for item in package.items.values() if item.media_type == _NCX), None
    )
    for item, read in ((nav, _nav_entries), (ncx, _ncx_entries)):
        if item is not None and archive.find(item.path):
            try:
                root = parse_xml(archive.read(item.path).lstrip(), archive.source)
                found.append(tuple(read(archive, item.path, root)))
            except CannotImport as refused:
                told.append(refused.observation._replace(part=f"{item.path}:{refused.observation.part}"))
    entries = max(found, key=_depth, default=())
    while len(entries) == 1 and any(entry.entries for entry in entries[0].entries):
        # Periodicals put all sections into one entry, the paper.
        entries = entries[0].entries
    return entries, told


def _depth(entries: tuple[Entry, ...]) -> int:
    """0 for nothing, 1 for a list, 2 where some entries have entries of their own."""
    return bool(entries) + any(entry.entries for entry in entries)


def _nav_entries(archive: Archive, path: str, root: Element) -> Iterator[Entry]:
    navs = [element for element in root.iter() if local_name(element.tag) == "nav"]
    tocs = [nav for nav in navs if "toc" in _attribute(nav, "type").split()]
    for nav in (tocs or navs)[:1]:
        for child in nav:
            if local_name(child.tag) == "ol":
                yield from _list_entries(archive, path, child)


def _list_entries(archive: Archive, path: str, ordered: Element) -> Iterator[Entry]:
    for item in ordered:
        if local_name(item.tag) != "li":
            continue
        label = href = ""
        inner: list[Entry] = []
        for child in item:
            if local_name(child.tag) == "ol":
                inner += _list_entries(archive, path, child)
            elif not label:
                link = next((found for found in child.iter() if local_name(found.tag) == "a"), None)
                label = one_line(all_text(child)) or _alternative(child)
                href = link.get("href", "") if link is not None else ""
        yield _entry(archive, path, label, href, inner)


def _ncx_entries(archive: Archive, path: str, root: Element) -> Iterator[Entry]:
    for element in root:
        if local_name(element.tag) == "navMap":
            yield from _nav_points(archive, path, element)


def _nav_points(archive: Archive, path: str, parent: Element) -> Iterator[Entry]:
    for point in parent:
        if local_name(point.tag) != "navPoint":
            continue
        label = href = ""
        said = {"author": "", "description": ""}
        for child in point:
            match local_name(child.tag):
                case "navLabel":
                    label = label or one_line(all_text(child))
                case "content":
                    href = href or child.get("src", "")
                case "meta" | "meta-img":
                    said[child.get("name", "")] = one_line(all_text(child) or child.get("content", ""))
                case _:
                    pass
        entry = _entry(archive, path, label, href, list(_nav_points(archive, path, point)))
        yield entry._replace(author=said["author"], description=said["description"])


def _entry(archive: Archive, base: str, label: str, href: str, entries: list[Entry]) -> Entry:
    path = ""
    if href and "://" not in href:
        try:
            path = archive.path(base, href)
        except CannotImport:
            path = ""  # The entry is kept for its label; what it led to is told of where it is listed.
    return Entry(label, archive.find(path) or path, href.partition("#")[2], tuple(entries))


def _alternative(element: Element) -> str:
    found = (picture.get("alt", "") or picture.get("title", "") for picture in element.iter())
    return one_line(next(filter(None, found), ""))


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if local_name(key) == name), "")
