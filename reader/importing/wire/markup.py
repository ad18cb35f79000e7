"""Elements of XML written as HTML, so that whatever vocabulary a body has, one reader sets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from xml.etree.ElementTree import Element

from reader.importing.html_blocks import inline_text
from reader.importing.html_elements import HIDDEN, VOID
from reader.importing.safe_xml import local_name

Tags = Callable[[Element, bool], str | tuple[str, str] | None]
"""What stands around the content of an element: start and end tag, the whole of it, or None to leave it out.

The second argument says whether it stands where only elements are, no words between them.
"""

_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
_RAW = frozenset({"textarea", "xmp", "plaintext", "listing"})
_BLANK = " \t\r\n"


def markup(element: Element, tags: Tags, *, is_inner: bool = False) -> str:
    """Return an element as HTML, or with `is_inner` only what it holds; comments are left out."""
    parts: list[str] = []
    stack: list[str | tuple[Element, bool]] = []
    if is_inner:
        _push(stack, element, "")
    else:
        stack.append((element, True))
    while stack:
        each = stack.pop()
        if isinstance(each, str):
            parts.append(each)
            continue
        found = tags(*each) if isinstance(each[0].tag, str) else None
        if isinstance(found, tuple):
            parts.append(found[0])
            _push(stack, each[0], found[1])
        elif found is not None:
            parts.append(found)
    return "".join(parts)


def _push(stack: list[str | tuple[Element, bool]], element: Element, end: str) -> None:
    """Put the content of an element on the stack, its end first."""
    parted = holds_only_elements(element)
    stack.append(end)
    for child in reversed(element):
        stack.append(escape(child.tail or "", quote=False))
        stack.append((child, parted))
    stack.append(escape(element.text or "", quote=False))


def holds_only_elements(element: Element) -> bool:
    """Are there elements in it, and no words between them?"""
    words = [element.text, *(child.tail for child in element)]
    return len(element) > 0 and not any(text and text.strip(_BLANK) for text in words)


def html_tags(element: Element, _parted: bool) -> str | tuple[str, str] | None:
    """Write an element of XHTML as it is; programs and styles are left out."""
    name = local_name(element.tag).lower()
    if name in HIDDEN:
        return None
    if not _NAME.match(name) or name in _RAW:
        name = "pre" if name in _RAW else "span"
    start = "".join(
        f' {local_name(key)}="{escape(value)}"'
        for key, value in element.attrib.items()
        if _NAME.match(local_name(key).lower())
    )
    return f"<{name}{start}>", "" if name in VOID else f"</{name}>"


def any_tags(element: Element, parted: bool) -> str | tuple[str, str] | None:
    """Write an element of a vocabulary nobody knows: a block where no words stand beside it."""
    name = local_name(element.tag).lower()
    if name in ("script", "style"):
        return None
    if name in ("br", "p"):
        return f"<{name}>", "" if name == "br" else "</p>"
    return ("<div>", "</div>") if parted else ("<span>", "</span>")


def _line_tags(element: Element, parted: bool) -> str | tuple[str, str] | None:
    """Write an element of a line: even a paragraph parts nothing where words stand beside it."""
    if local_name(element.tag).lower() == "p" and not parted:
        return "<span>", "</span>"
    return any_tags(element, parted)


def line_of(element: Element | None, tags: Tags = _line_tags) -> str | None:
    """Return the words of an element on one line, of elements without words between them a blank apart.

    None where there are no words.
    """
    if element is None:
        return None
    if holds_only_elements(element):
        words = " ".join(filter(None, (inline_text(markup(child, tags)) for child in element)))
    else:
        words = inline_text(markup(element, tags, is_inner=True))
    return words or None
