"""The properties of an item of NewsML-G2, by their local names: makers write namespaces in many ways."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from reader.importing.safe_xml import LinedElement, local_name
from reader.importing.wire.markup import line_of
from reader.importing.wire.story import code_of


def children(element: Element | None, *names: str) -> list[Element]:
    """Return the children of these names, of every child where none is given, in order."""
    if element is None:
        return []
    return [each for each in element if local_name(each.tag) and (not names or local_name(each.tag) in names)]


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of this name."""
    return next(iter(children(element, name)), None)


def words(element: Element | None, *names: str) -> str | None:
    """Return the words of the first child of one of these names that has words."""
    return next((line for name in names for each in children(element, name) if (line := line_of(each))), None)


def code(element: Element | None, *names: str) -> str:
    """Return the code of the first child of these names: of its ``qcode``, ``uri`` or ``literal``."""
    for name in names:
        for each in children(element, name):
            for attribute in ("qcode", "uri", "literal"):
                if each.get(attribute):
                    return code_of(each.get(attribute))
    return ""


def name_of(element: Element) -> str | None:
    """Return what a party or a concept is called: its ``name``, else its ``literal``, else its words.

    Source: NewsML-G2 2.x, FlexPropType.
    """
    named = words(element, "name")
    if named:
        return named
    literal = (element.get("literal") or "").strip()
    return literal or (line_of(element) if not len(element) else None)


def names_of(element: Element | None, *names: str) -> list[str]:
    """Return what the children of these names are called, as far as they say."""
    return [name for each in children(element, *names) if (name := name_of(each))]


def role_of(element: Element) -> str:
    """Return the code of an element's role, empty where it has none."""
    return code_of(element.get("role") or element.get("roleuri"))


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield all elements below of these names."""
    return (each for each in element.iter() if local_name(each.tag) in names)


def language_of_item(root: Element, meta: Element | None) -> str | None:
    """Return the language of the content, else of the item's own texts."""
    tagged = next((each.get("tag") for each in children(meta, "language") if each.get("tag")), None)
    if tagged:
        return tagged
    return next((value for key, value in root.attrib.items() if local_name(key) == "lang" and value), None)


def place_of(element: Element) -> str:
    """Return line and column."""
    return element.place if isinstance(element, LinedElement) else ""
