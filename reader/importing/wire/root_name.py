"""The root element of an XML file, told from its first bytes."""

from __future__ import annotations

import codecs
import re

_ROOT = re.compile(r"<(?:[^\s<>/:!?]+:)?([^\s<>/:!?]+)")
_DOCTYPE_PART = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?-->|[\[\]>]", re.DOTALL)


def root_name(head: bytes) -> str:
    """Return the local name of the root element, or nothing when these bytes are not the begin of XML.

    A byte order mark, the declaration, comments, processing instructions and a DOCTYPE with its internal
    subset are passed over. Source: XML 1.0, 2.8 "Prolog and Document Type Declaration".
    """
    text = _decoded(head)
    at = 0
    while True:
        at += len(text[at:]) - len(text[at:].lstrip())
        if text.startswith("<!--", at):
            end, length = text.find("-->", at + 4), 3
        elif text.startswith("<?", at):
            end, length = text.find("?>", at), 2
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end, length = _doctype_end(text, at + 9), 1
        else:
            root = _ROOT.match(text, at)
            return root[1] if root else ""
        if end < 0:
            return ""
        at = end + length


def _decoded(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    if head[:4] == b"<\0?\0" or head[:4] == b"\0<\0?":
        return head[: len(head) // 2 * 2].decode("utf-16-le" if head[0] else "utf-16-be", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def _doctype_end(text: str, at: int) -> int:
    """Return where the ``>`` of a DOCTYPE stands: not within quotes, comments or its brackets; or -1."""
    depth = 0
    for part in _DOCTYPE_PART.finditer(text, at):
        if part[0] == "[":
            depth += 1
        elif part[0] == "]":
            depth -= 1
        elif part[0] == ">" and depth <= 0:
            return part.start()
    return -1
