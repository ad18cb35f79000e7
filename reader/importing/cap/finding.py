"""Alerts in a document: alone, in a list, in the entries of a feed, in an EDXL-DE envelope."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.importing.cap.elements import Part, part_of
from reader.importing.cap.vocabulary import NAMESPACES
from reader.importing.observation import CannotImport, Observation
from reader.importing.safe_xml import LinedElement, local_name, parse_xml

_DECLARATION = re.compile(rb"<\?xml\s")
_END = re.compile(rb"</(?:[\w.-]+:)?alert\s*>")
_ENTITY = re.compile(rb"<!ENTITY\s")
_ALERT = re.compile(rb"<(?:[\w.-]+:)?alert[\s>]")
# Names of feeds for what an alert has; those of CAP itself are in its own namespace.
_ENTRY_SENT = ("published", "updated", "pubdate", "date")
_PARTS_OF_ALERT = frozenset({"identifier", "sender", "info", "msgtype", "sent", "sendtime"})


class Found(NamedTuple):
    """An alert as it stands in a document."""

    part: Part
    is_signed: bool = False
    is_index: bool = False
    """Is it an entry of a feed that only tells of an alert that lies elsewhere?"""


class Document(NamedTuple):
    """What a document holds."""

    alerts: tuple[Found, ...]
    title: str | None
    """Of a feed."""
    errors: tuple[Observation, ...]
    """Of documents that stand behind one another, those that cannot be read."""


def alerts_in(data: bytes, source: str, encoding: str | None) -> Document:
    """Return the alerts of a file in order; XML documents that stand behind one another are read in turn,
    and what stands before the first (the header of a telegram) is passed over.

    Raises:
        CannotImport: it is no XML, or nothing of it is.
    """
    try:
        return _document(_root(data, 0, len(data), source, encoding), source)
    except CannotImport as error:
        stretches = _stretches(data)
        if not stretches:
            raise
        first = error
    found: list[Found] = []
    errors: list[Observation] = []
    for start, end in stretches:
        try:
            found += _document(_root(data, start, end, source, encoding), source).alerts
        except CannotImport as error:
            errors.append(error.observation)
    if not found:
        raise first
    return Document(tuple(found), None, tuple(errors))


def _stretches(data: bytes) -> list[tuple[int, int]]:
    """Return where the documents of a file that is no single one begin and end; none if it is one, broken."""
    declared = [match.start() for match in _DECLARATION.finditer(data)]
    if len(declared) > 1 or (declared and declared[0]):
        return list(pairwise([*declared, len(data)]))
    if _ENTITY.search(data):
        return []  # a declaration is refused with the whole, not cut away with what stands before an alert
    starts = [match.start() for match in _ALERT.finditer(data)]
    if len(starts) < 2 and not (starts and starts[0] and not declared):
        return []
    ends = [match.end() for match in _END.finditer(data)]
    stretches = []
    for start, after in pairwise([*starts, len(data)]):
        last = ends[bisect_right(ends, after) - 1] if ends else 0
        stretches.append((start, last if last > start else after))
    return stretches


def _root(data: bytes, start: int, end: int, source: str, encoding: str | None) -> LinedElement:
    """Return the root of the document between two offsets; blanks before it are no part of it."""
    document = data[start:end].lstrip()
    lines = data.count(b"\n", 0, end - len(document))
    try:
        root = parse_xml(document, source, encoding)
    except CannotImport as error:
        raise CannotImport(_moved(error.observation, lines)) from error
    if lines:
        for element in root.iter():
            if isinstance(element, LinedElement):
                element.line += lines
    return root


def _moved(observation: Observation, lines: int) -> Observation:
    line, _, column = observation.part.partition(":")
    moved = f"{int(line) + lines}:{column}" if line.isdigit() else observation.part
    return observation._replace(part=moved)


def _document(root: LinedElement, source: str) -> Document:
    alerts = tuple(_alerts(root, source))
    title = next((child for child in _children(root) if local_name(child.tag) == "title"), None)
    channel = next((child for child in _children(root) if local_name(child.tag) == "channel"), None)
    if title is None and channel is not None:
        title = next((child for child in _children(channel) if local_name(child.tag) == "title"), None)
    words = "".join(title.itertext()).strip() if title is not None else ""
    return Document(alerts, words or None, ())


def _alerts(root: LinedElement, source: str, *, is_entry: bool = False) -> Iterator[Found]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = local_name(element.tag).lower()
        if name == "alert" and _is_alert(element):
            is_signed = any(local_name(child.tag) == "Signature" for child in element)
            yield Found(part_of(element), is_signed)
            continue
        is_index = name in ("entry", "item") and not is_entry
        if is_index and (index := _index_entry(element)) is not None:
            # Some feeds have both: the alert says more.
            whole = list(_alerts(element, source, is_entry=True))
            yield from whole or [index]
            continue
        if name in ("content", "description", "embeddedxmlcontent") and not len(element):
            yield from _escaped(element, source)
            continue
        waiting += reversed(_children(element))


def _children(element: LinedElement) -> list[LinedElement]:
    return [child for child in element if isinstance(child, LinedElement)]


def _is_alert(element: LinedElement) -> bool:
    names = {local_name(child.tag).lower() for child in element}
    return bool(names & _PARTS_OF_ALERT) or element.tag[1:].startswith(NAMESPACES)


def _escaped(element: LinedElement, source: str) -> Iterator[Found]:
    """Yield the alert that stands in an element as text, which feeds do with content of any kind."""
    text = (element.text or "").strip()
    if not text.startswith("<") or "alert" not in text:
        return
    try:
        root = parse_xml(text.encode("utf-8", "replace"), source, "utf-8")
    except CannotImport:
        return  # HTML about an alert, which is no alert
    for found in _alerts(root, source, is_entry=True):
        yield found._replace(part=found.part._replace(place=element.place))


def _index_entry(entry: LinedElement) -> Found | None:
    """Return an entry that tells of an alert in elements of CAP; None for one that does not, or holds it."""
    own = [child for child in _children(entry) if child.tag[1:].startswith(NAMESPACES)]
    if not {"event", "severity", "areadesc"} & {local_name(child.tag).lower() for child in own}:
        return None
    alert: dict[str, tuple[str, ...]] = {}
    info: dict[str, tuple[str, ...]] = {}
    said = part_of(entry).texts
    for child in own:
        name, text = local_name(child.tag).lower(), "".join(child.itertext()).strip()
        if text:
            target = alert if name in _ALERT_NAMES else info
            key = {"message_type": "msgtype"}.get(name, name)
            target[key] = (*target.get(key, ()), text)
    for name, others in (("identifier", ("id", "guid")), ("sent", _ENTRY_SENT)):
        texts = next((said[other] for other in others if other in said), None)
        if name not in alert and texts:
            alert[name] = (texts[0] if name == "sent" else _last_step(texts[0]),)
    alert.setdefault("sender", said.get("author", ()) or said.get("source", ()))
    info.setdefault("headline", said.get("title", ()))
    info.setdefault("description", said.get("summary", ()) or said.get("description", ()))
    links = [link for child in _children(entry) if (link := _link(child))]
    info.setdefault("web", tuple(links[:1]))
    areas = (Part(entry.place, {"areadesc": info.pop("areadesc", ())}, {}),)
    part = Part(entry.place, alert, {"info": (Part(entry.place, info, {"area": areas}),)})
    return Found(part, is_index=True)


_ALERT_NAMES = _PARTS_OF_ALERT | {"status", "message_type", "scope", "references", "note", "incidents"}


def _link(child: LinedElement) -> str | None:
    if local_name(child.tag) != "link":
        return None
    return child.get("href") or (child.text or "").strip() or None


def _last_step(address: str) -> str:
    """Return the end of an address that only wraps an identifier; other identifiers as they are."""
    if "://" not in address:
        return address
    last = address.rstrip("/").rpartition("/")[2]
    return last.rpartition("=")[2] or last or address
