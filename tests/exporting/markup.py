"""HTML of ours as those who read it find it: parsed as XML, with the words that are seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

XHTML = "{http://www.w3.org/1999/xhtml}"


def parsed(fragment: str) -> Element:
    """Parse elements that must be well-formed as they are: no entity but XML's own five."""
    return fromstring(f"<body>{fragment}</body>")


def tag(element: Element) -> str:
    return element.tag.removeprefix(XHTML)


def outline(element: Element) -> list[str]:
    """The elements below, in order, each with its class."""
    below = [one for one in element.iter() if one is not element]
    return [".".join(filter(None, (tag(one), one.get("class")))) for one in below]


def seen(element: Element) -> str:
    """The words a reader sees or has read out: text, the numbers of lists, what pictures show."""
    return "".join(_seen(element, []))


def _seen(element: Element, counts: list[int]) -> Iterator[str]:
    name = tag(element)
    if name in {"style", "title"}:
        return
    if name == "ol":
        counts = [int(element.get("start", "1")) - 1]
    elif name == "ul":
        counts = []
    elif name == "li" and counts:
        counts[0] = int(element.get("value", counts[0] + 1))
        yield f"{counts[0]}. "
    elif name == "img":
        yield element.get("alt", "")
    yield element.text or ""
    for child in element:
        yield from _seen(child, counts)
        yield child.tail or ""


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)
