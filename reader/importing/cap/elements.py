"""An element of an alert as texts by their names, whatever the namespace and however it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reader.importing.safe_xml import LinedElement, local_name

_CONTAINERS = frozenset({"info", "area", "resource", "parameter", "eventcode"})
_BLOCKS = frozenset({"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"br", "li", "tr"})


class Part(NamedTuple):
    """An element: the texts of its children by name, and those children that have children of their own."""

    place: str
    """Line and column."""
    texts: Mapping[str, tuple[str, ...]]
    """By name in small letters; empty ones are left out."""
    parts: Mapping[str, tuple[Part, ...]]

    def text(self, *names: str) -> str | None:
        """Return the first text that is there of these names, tried in order."""
        return next((found[0] for name in names if (found := self.texts.get(name))), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Return every text of this name, in order."""
        return self.texts.get(name, ())

    def inner(self, name: str) -> tuple[Part, ...]:
        """Return the children of this name that have children of their own."""
        return self.parts.get(name, ())


_DEEPEST = 3
"""An area in an info in an alert."""


def part_of(element: LinedElement, depth: int = 0) -> Part:
    """Return an element of an alert, so deep in it; one deeper than CAP knows is taken as its text."""
    texts: dict[str, list[str]] = {}
    parts: dict[str, list[Part]] = {}
    for child in element:
        name = local_name(child.tag).lower()
        if name in _CONTAINERS and len(child) and depth < _DEEPEST and isinstance(child, LinedElement):
            parts.setdefault(name, []).append(part_of(child, depth + 1))
        elif text := _flowing(child).strip():
            texts.setdefault(name, []).append(text)
    return Part(
        element.place,
        {name: tuple(found) for name, found in texts.items()},
        {name: tuple(found) for name, found in parts.items()},
    )


def _flowing(element: Element) -> str:
    """Return the text of an element; should it hold HTML, lines end where that ends them."""
    if not len(element):
        return element.text or ""
    pieces: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            pieces.append(each)
            continue
        name = local_name(each.tag).lower()
        ends = "\n\n" if name in _BLOCKS else "\n" if name in _LINES else ""
        inside: list[Element | str] = [ends, each.text or ""]
        for child in each:
            inside += [child, child.tail or ""]
        waiting += reversed([*inside, ends if name in _BLOCKS else ""])
    return "".join(pieces)
