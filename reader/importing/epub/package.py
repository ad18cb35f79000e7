"""The package document: what the book is called, of what day it is, its files and their order."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.edition.wording import Wording
from reader.importing.epub.archive import Archive
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import
from reader.importing.safe_xml import all_text, local_name, parse_xml

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_RIGHTS = ("META-INF/rights.xml", "META-INF/sinf.xml", "META-INF/license.lcpl")
_PACKAGE = "application/oebps-package+xml"
_FONT_ONLY = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
"""Obfuscation of fonts, which hides no text. Source: EPUB 3.3, 4.4 "Font obfuscation"."""

_NO_CONTAINER = Wording(
    "这不是 EPUB：缺少 META-INF/container.xml", "this is no EPUB: META-INF/container.xml is missing"
)
_NO_PACKAGE = Wording("container.xml 没有指出包文件", "container.xml names no package document")
_LOCKED = Wording("这本书加了密（DRM）", "this book is encrypted (DRM)")
_UNLOCKED = Wording("请用没有加密的版本", "use a version without encryption")
_GET_AGAIN = Wording("重新下载，或重新生成", "download it again, or have it made again")
_BLANKS = re.compile(r"\s+")


class Item(NamedTuple):
    """A file of the book."""

    path: str
    media_type: str
    properties: frozenset[str]
    fallback: str
    """The id of the item that stands in for it, where its type cannot be shown."""


class Package(NamedTuple):
    """What the package document says; `path` is its own."""

    path: str
    titles: tuple[str, ...]
    """The main one first, then subtitles and others."""
    languages: tuple[str, ...]
    dates: tuple[tuple[str, str], ...]
    """What each date is the date of (``publication``, ``modification`` or nothing), and how it is written."""
    creators: tuple[str, ...]
    publisher: str
    description: str
    contributors: tuple[str, ...]
    rights: tuple[str, ...]
    publication_type: str
    """As calibre marks it: ``periodical:newspaper:…``."""
    items: dict[str, Item]
    spine: tuple[str, ...]
    """Ids of items in reading order."""
    aside: frozenset[str]
    """Paths of those texts that stand outside the reading order (``linear="no"``)."""
    toc: str
    """The id of the item with the navigation of EPUB 2, if the spine names one."""
    guide: dict[str, str]
    """What a file is (``cover``, ``toc``…) by its path."""
    observations: tuple[Observation, ...]

    def item_with(self, prop: str) -> Item | None:
        """Return the item with this property (``nav``, ``cover-image``), if there is one."""
        return next((item for item in self.items.values() if prop in item.properties), None)


def read_package(archive: Archive) -> Package:
    """Return the package of an EPUB.

    Source: EPUB 3.3, 5 "Package document"; OPF 2.0.1, also as it was written before it had a namespace.

    Raises:
        CannotImport: there is no container or package, it is not well-formed, or the book is encrypted.
    """
    _refuse_encrypted(archive)
    path = _package_path(archive)
    root = _xml(archive, path)
    told: list[Observation] = []
    items: dict[str, Item] = {}
    for element in _below(root, "item"):
        href, own_id = element.get("href", ""), element.get("id", "")
        if not href or ":" in href.partition("/")[0]:
            continue
        try:
            target = archive.path(path, href)
        except CannotImport as refused:
            told.append(refused.observation)
            continue
        items[own_id] = Item(
            archive.find(target) or target,
            element.get("media-type", "").strip().lower(),
            frozenset(element.get("properties", "").split()),
            element.get("fallback", ""),
        )
    spine = next(iter(_below(root, "spine")), None)
    refs = [] if spine is None else _below(spine, "itemref")
    itemrefs = [ref.get("idref", "") for ref in refs]
    aside = {ref.get("idref", "") for ref in refs if ref.get("linear", "").strip().lower() == "no"}
    for idref in itemrefs:
        if idref not in items and not told:
            told.append(_unlisted(archive, path, idref))
    metas = {
        (meta.get("name") or meta.get("property") or ""): (meta.get("content") or all_text(meta)).strip()
        for meta in _below(root, "meta")
    }
    dates = [(_event(element), all_text(element).strip()) for element in _below(root, "date")]
    for name, event in (("dcterms:issued", "publication"), ("dcterms:modified", "modification")):
        dates += [(event, metas[name])] if name in metas else []
    dates += [("timestamp", metas["calibre:timestamp"])] if "calibre:timestamp" in metas else []
    return Package(
        path=path,
        titles=_titles(root),
        languages=_texts(root, "language"),
        dates=tuple(dates),
        creators=_texts(root, "creator"),
        publisher=next(iter(_texts(root, "publisher")), ""),
        description=next((all_text(element) for element in _below(root, "description")), ""),
        contributors=_texts(root, "contributor"),
        rights=_texts(root, "rights"),
        publication_type=metas.get("calibre:publication_type", ""),
        items=items,
        spine=tuple(dict.fromkeys(idref for idref in itemrefs if idref in items)),
        aside=frozenset(items[idref].path for idref in aside if idref in items),
        toc="" if spine is None else spine.get("toc", ""),
        guide=_guide(archive, path, root),
        observations=tuple(told),
    )


def _refuse_encrypted(archive: Archive) -> None:
    for path in _RIGHTS:
        if archive.find(path):
            raise cannot_import(archive.source, path, _LOCKED, _UNLOCKED)
    if not archive.find(_ENCRYPTION):
        return
    root = _xml(archive, _ENCRYPTION)
    for data in _below(root, "EncryptedData"):
        method = next((element for element in data if local_name(element.tag) == "EncryptionMethod"), None)
        if method is None or method.get("Algorithm") not in _FONT_ONLY:
            raise cannot_import(archive.source, _ENCRYPTION, _LOCKED, _UNLOCKED)


def _package_path(archive: Archive) -> str:
    if not archive.find(_CONTAINER):
        raise cannot_import(archive.source, _CONTAINER, _NO_CONTAINER, _GET_AGAIN)
    roots = [root for root in _below(_xml(archive, _CONTAINER), "rootfile") if root.get("full-path")]
    roots.sort(key=lambda root: root.get("media-type", _PACKAGE) != _PACKAGE)
    if not roots:
        raise cannot_import(archive.source, _CONTAINER, _NO_PACKAGE, _GET_AGAIN)
    return archive.path("", roots[0].get("full-path", ""))


def _xml(archive: Archive, path: str) -> Element:
    """Return the root of an XML file; what is wrong with it is told with its path."""
    try:
        return parse_xml(archive.read(path).lstrip(), archive.source)
    except CannotImport as refused:
        told = refused.observation
        part = told.part if told.part.startswith(path) else f"{path}:{told.part}"
        raise cannot_import(told.source, part, told.what, told.advice) from refused


def _unlisted(archive: Archive, path: str, idref: str) -> Observation:
    what = Wording(
        "阅读顺序里有一项不在清单上：{idref}", "the reading order names what the manifest does not: {idref}"
    )
    return Observation(Grade.ERROR, archive.source, path, what.filled(idref=idref), _GET_AGAIN)


def _guide(archive: Archive, path: str, root: Element) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for guide in _below(root, "guide"):
        for reference in _below(guide, "reference"):
            try:
                target = archive.path(path, reference.get("href", ""))
            except CannotImport:
                continue  # What nobody reads by this list is not missed.
            kinds.setdefault(archive.find(target) or target, reference.get("type", "").lower())
    return kinds


def _below(element: Element, name: str) -> list[Element]:
    return [found for found in element.iter() if local_name(found.tag).lower() == name.lower()]


def _titles(root: Element) -> tuple[str, ...]:
    """Return the titles, the main one first. Source: EPUB 3.3 at "title" and "title-type"."""
    main = {
        meta.get("refines", "").removeprefix("#")
        for meta in _below(root, "meta")
        if meta.get("property") == "title-type" and all_text(meta).strip() == "main"
    }
    found = [
        (element.get("id") in main, _BLANKS.sub(" ", all_text(element)).strip())
        for element in _below(root, "title")
    ]
    found.sort(key=lambda title: not title[0])
    return tuple(text for _, text in found if text)


def _texts(root: Element, name: str) -> tuple[str, ...]:
    found = (_BLANKS.sub(" ", all_text(element)).strip() for element in _below(root, name))
    return tuple(text for text in found if text)


def _event(element: Element) -> str:
    return next((value for key, value in element.attrib.items() if local_name(key) == "event"), "")
