"""Where an element stands in its document."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from reader.importing.safe_xml import LinedElement


def place_of(element: Element) -> str:
    """Return line and column of an element as messages write them."""
    return element.place if isinstance(element, LinedElement) else ""
