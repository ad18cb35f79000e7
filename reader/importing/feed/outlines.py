"""OPML 1.0 and 2.0 (opml.org): a list of feeds in groups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.importing.feed.ampersands import mended
from reader.importing.feed.decoding import decoded
from reader.importing.observation import Grade, Observation
from reader.importing.safe_xml import LinedElement, all_text, local_name, parse_xml

_TWICE = Wording("“{title}”列了两次", "“{title}” is listed twice")
_TAKEN_ONCE = Wording("只取头一次", "it is taken where it stands first")


class Outline(NamedTuple):
    """One feed of a list."""

    place: str
    """Line and column of the outline."""
    title: str
    address: str
    """Where the feed is to be had: an address, or a file beside the list."""
    page: str
    groups: tuple[str, ...]
    """The outlines around it, from the outermost."""


class Listing(NamedTuple):
    """A list of feeds."""

    title: str
    owner: str
    outlines: tuple[Outline, ...]
    """Each feed once, where it is listed first."""
    observations: tuple[Observation, ...] = ()


def read_outlines(data: bytes, source: str, encoding: str | None) -> Listing:
    """Return the feeds that an OPML document lists; outlines that name none are groups or left alone.

    Raises:
        CannotImport: not well-formed, entities declared, nested too deeply.
    """
    text, observations = decoded(data, source, encoding)
    root = parse_xml(mended(text).encode("utf-8", "replace"), source)
    head = {
        local_name(child.tag).lower(): all_text(child).strip()
        for part in _named(root, "head")
        for child in part
    }
    outlines: list[Outline] = []
    known: set[str] = set()
    waiting: list[tuple[LinedElement, tuple[str, ...]]] = [(body, ()) for body in _named(root, "body")]
    while waiting:
        element, groups = waiting.pop()
        said = {local_name(name).lower(): value.strip() for name, value in element.attrib.items()}
        title = said.get("title") or said.get("text") or ""
        address = _address(said)
        if address and address in known:
            what = _TWICE.filled(title=title or address)
            observations += (Observation(Grade.DROPPED, source, element.place, what, _TAKEN_ONCE),)
        elif address:
            known.add(address)
            outlines.append(Outline(element.place, title, address, said.get("htmlurl", ""), groups))
        inner = (*groups, title) if title and not address else groups
        waiting += [(child, inner) for child in reversed(element) if isinstance(child, LinedElement)]
    return Listing(head.get("title", ""), head.get("ownername", ""), tuple(outlines), observations)


def _named(root: LinedElement, name: str) -> list[LinedElement]:
    return [
        child for child in root if isinstance(child, LinedElement) and local_name(child.tag).lower() == name
    ]


def _address(said: Mapping[str, str]) -> str:
    """Return the address of a feed; lists older than ``xmlUrl`` write it as ``url``."""
    is_feed = said.get("type", "").lower() in ("rss", "atom", "pie", "feed", "include")
    return said.get("xmlurl") or (said.get("url", "") if is_feed else "")
