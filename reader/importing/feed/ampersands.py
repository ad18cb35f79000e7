"""Ampersands as XML wants them: feeds and lists are full of bare ones, and of names only HTML knows."""

from __future__ import annotations

import html.entities
import re

_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:#[0-9]+;|#[xX][0-9a-fA-F]+;|(\w+);)?", re.DOTALL
)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def mended(text: str) -> str:
    """Return a document whose bare ampersands are written out and whose HTML names are numbers.

    Comments and CDATA sections are left alone, for there an ampersand is one. Source: XML 1.0, 2.4 and 4.6.
    """
    return _AMPERSAND.sub(_written_out, text)


def first_slip(text: str) -> int | None:
    """Return where the first ampersand stands that `mended` would change; None when there is none."""
    return next(
        (match.start() for match in _AMPERSAND.finditer(text) if _written_out(match) != match[0]), None
    )


def _written_out(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "&amp;" if match[0] == "&" else match[0]
    if name in _OF_XML:
        return match[0]
    character = html.entities.html5.get(f"{name};")
    if character is None:
        return f"&amp;{name};"
    return "".join(f"&#{ord(part)};" for part in character)
