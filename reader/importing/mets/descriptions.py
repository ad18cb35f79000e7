"""What a METS file's descriptions say: MODS and Dublin Core.

Sources: MODS 3.8 (Library of Congress), Dublin Core 1.1; by local names, for makers differ in namespaces.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.importing.mets.days import day_of
from reader.importing.mets.languages import language_tag
from reader.importing.safe_xml import all_text, local_name

_OTHER_TITLES = frozenset({"alternative", "abbreviated", "translated", "uniform"})
_AUTHORS = frozenset({"aut", "author", "creator", "cre", "jrn", "journalist", "writer"})
_ELIDED = ("'", "’", "-")
_NO_PUBLISHER = re.compile(r"\[?s\.?\s*n\.?\]?", re.IGNORECASE)


class Described(NamedTuple):
    """What one description says; None and empty where it says nothing."""

    title: str | None = None
    subtitle: str | None = None
    host: str | None = None
    """What it is part of: of an issue the paper."""
    host_subtitle: str | None = None
    day: dt.date | None = None
    issue: str | None = None
    edition: str | None = None
    language: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    genre: str = ""
    page: str | None = None
    """The number of a page, when it is a page that is described."""

    @property
    def paper_subtitle(self) -> str | None:
        """The subtitle of the paper, of a description of its issue."""
        return self.host_subtitle if self.host else self.subtitle


def described(section: Element) -> Described:
    """Return what a dmdSec says."""
    mods = next((each for each in section.iter() if local_name(each.tag) == "mods"), None)
    return _dublin_core(section) if mods is None else _mods(mods)


def _mods(mods: Element) -> Described:
    title, subtitle = _title(mods)
    hosts = [each for each in _named(mods, "relatedItem") if each.get("type") in {"host", "series"}]
    host, host_subtitle = next((said for each in hosts if (said := _title(each))[0]), (None, None))
    edition = _detail(mods, "edition")
    return Described(
        title=title,
        subtitle=subtitle,
        host=host,
        host_subtitle=host_subtitle,
        day=_mods_day(mods),
        issue=_detail(mods, "issue") or _first(mods, "titleInfo", "partNumber"),
        # A number of an edition only counts the day's editions.
        edition=_first(mods, "originInfo", "edition") or (None if (edition or "0").isdigit() else edition),
        language=next(filter(None, map(language_tag, _texts(mods, "language", "languageTerm"))), None),
        publisher=_publisher(_first(mods, "originInfo", "publisher")),
        authors=tuple(dict.fromkeys(name for each in _named(mods, "name") if (name := _author(each)))),
        genre=_first(mods, "genre") or "",
        page=_page(mods),
    )


def _title(element: Element) -> tuple[str | None, str | None]:
    for info in _named(element, "titleInfo"):
        title = _first(info, "title")
        if title and info.get("type") not in _OTHER_TITLES:
            article = _first(info, "nonSort")
            if article:
                title = article + ("" if article.endswith(_ELIDED) else " ") + title
            return title, _first(info, "subTitle")
    return None, None


def _mods_day(mods: Element) -> dt.date | None:
    """Return the day of issue: the key date first; the end of a span is no such day."""
    origins = [each for each in mods.iter() if local_name(each.tag) == "originInfo"]
    issued = [each for origin in origins for each in _named(origin, "dateIssued")]
    issued.sort(key=lambda each: each.get("keyDate") != "yes")
    parts = [each for part in _named(mods, "part") for each in _named(part, "date")]
    others = [
        each for origin in origins for name in ("dateOther", "dateCreated") for each in _named(origin, name)
    ]
    dates = (day_of(all_text(each)) for each in (*issued, *parts, *others) if each.get("point") != "end")
    return next((day for day in dates if day is not None), None)


def _detail(mods: Element, kind: str) -> str | None:
    """Return the number of a part's detail (issue, edition), else what stands for it."""
    for detail in mods.iter():
        if local_name(detail.tag) == "detail" and (detail.get("type") or "").lower() == kind:
            said = _first(detail, "number") or _first(detail, "caption") or _first(detail, "title")
            if said:
                return said
    return None


def _author(name: Element) -> str | None:
    roles = {text.lower() for text in _texts(name, "role", "roleTerm")}
    if roles and not roles & _AUTHORS:
        return None
    display = _first(name, "displayForm")
    if display:
        return display
    parts: dict[str, str] = {}
    for part in _named(name, "namePart"):
        parts.setdefault(part.get("type") or "", _line(part))
    return parts.get("") or " ".join(filter(None, (parts.get("given"), parts.get("family")))) or None


def _page(mods: Element) -> str | None:
    number = _detail(mods, "page number") or _detail(mods, "page")
    if number:
        return number
    for extent in mods.iter():
        if local_name(extent.tag) == "extent" and (extent.get("unit") or "").startswith("page"):
            return _first(extent, "start")
    return None


def _dublin_core(section: Element) -> Described:
    said: dict[str, list[str]] = {}
    for element in section.iter():
        if isinstance(element.tag, str) and ("purl.org/dc" in element.tag or "}" not in element.tag):
            text = _line(element) if len(element) == 0 else ""
            if text:
                said.setdefault(local_name(element.tag), []).append(text)
    days = map(day_of, said.get("issued", []) + said.get("date", []))
    # Some catalogues call an issue by its day; that is no name of a paper.
    titles = [title for title in said.get("title", []) if day_of(title) is None]
    return Described(
        title=next(iter(titles), None),
        host=next(iter(said.get("isPartOf", [])), None),
        day=next((day for day in days if day is not None), None),
        language=next(filter(None, map(language_tag, said.get("language", []))), None),
        publisher=_publisher(next(iter(said.get("publisher", [])), None)),
        authors=tuple(dict.fromkeys(said.get("creator", []))),
        genre=next(iter(said.get("type", [])), ""),
    )


def _publisher(name: str | None) -> str | None:
    return None if name is None or _NO_PUBLISHER.fullmatch(name) else name


def _named(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if local_name(child.tag) == name)


def _texts(element: Element, *path: str) -> Iterator[str]:
    """Yield what stands in the elements at the end of a path that is not empty."""
    elements = [element]
    for name in path:
        elements = [child for each in elements for child in _named(each, name)]
    return (text for each in elements if (text := _line(each)))


def _first(element: Element, *path: str) -> str | None:
    return next(_texts(element, *path), None)


def _line(element: Element) -> str:
    return " ".join(all_text(element).split())
