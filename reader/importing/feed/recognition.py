"""What a feed looks like: told by its root element or its version, from the first bytes."""

from __future__ import annotations

import codecs
import re
from enum import Enum

from reader.importing.importer import Likeness, Sample

SUFFIXES = (".xml", ".rss", ".atom", ".rdf", ".json", ".opml")

EBCDIC = "cp037"
"""What mainframes write, in one of its many forms."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"{\0\0\0", "utf-32-le"),
    (b"\0\0\0{", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"{\0", "utf-16-le"),
    (b"\0{", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", EBCDIC),
)
_BEFORE_ROOT = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)")
_FEED_ANYWHERE = re.compile(r"<(?:rss\b[^>]*\bversion|feed\b[^>]*\bxmlns|rdf:RDF\b[^>]*rss)", re.IGNORECASE)
_CDF = re.compile(r"<item\b|<channel\s[^>]*\b(?:href|lastmod|base)\s*=|<(?:abstract|title)\b", re.IGNORECASE)
_JSON_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')
_JSON_KEYS = re.compile(r'"(?:feed_url|home_page_url|content_html|content_text|date_published)"\s*:')
_RSS1 = ("purl.org/rss/", "my.netscape.com/rdf/simple/", "purl.org/net/rss", "<channel", "<item")


class Form(Enum):
    """How a feed is written."""

    XML = "xml"
    JSON = "json"
    OPML = "opml"
    """A list of feeds."""


def encoding_by_mark(data: bytes) -> str:
    """Return the encoding that a byte order mark or the width of the first character tells; empty for none.

    Source: XML 1.0, appendix F.1.
    """
    return next((name for mark, name in _BOMS if data.startswith(mark)), "")


def root_of(text: str) -> tuple[str, str]:
    """Return the name of a document's root element, without prefix and in small letters, and its attributes.

    Declaration, comments and DOCTYPE before it are passed over; both are empty where there is no element.
    """
    at = 0
    while (match := _BEFORE_ROOT.match(text, at)) is not None and match.end() > at:
        at = match.end()
    root = _ROOT.match(text, at)
    return (root[1].lower(), root[2]) if root is not None else ("", "")


def form_of(head: bytes) -> Form:
    """Say in which form a feed is written, by its first bytes."""
    text = _opening(head)
    if text.startswith(("{", "[")):
        return Form.JSON
    return Form.OPML if root_of(text)[0] == "opml" else Form.XML


def likeness(sample: Sample) -> Likeness:
    """Say how sure it is that this is a feed or a list of feeds."""
    if sample.is_folder or not sample.head:
        return Likeness.NONE
    text = _opening(sample.head)
    if text.startswith("{"):
        return _like_json(sample.name, text)
    root, attributes = root_of(text)
    if root in ("rss", "opml"):
        return Likeness.SURE
    if root == "feed":
        is_atom = "xmlns" not in attributes or "atom" in attributes.lower() or "<entry" in text
        return Likeness.SURE if is_atom else Likeness.NONE
    if root == "rdf":
        return Likeness.SURE if any(sign in text for sign in _RSS1) else Likeness.NONE
    if root == "channel":
        return Likeness.CONTENT if _CDF.search(text) else Likeness.NONE
    if not text.startswith("<") or root in ("", "script", "br", "b"):
        # Warnings of a server before the feed are no reason not to know it.
        if _FEED_ANYWHERE.search(text):
            return Likeness.CONTENT
        is_named = sample.name.endswith((".rss", ".atom", ".opml")) and text.startswith("<")
        return Likeness.NAME if is_named else Likeness.NONE
    return Likeness.NONE


def _opening(head: bytes) -> str:
    return head.decode(encoding_by_mark(head) or "latin-1", "ignore").lstrip("\ufeff \t\r\n")


def _like_json(name: str, text: str) -> Likeness:
    if _JSON_VERSION.search(text):
        return Likeness.SURE
    if '"items"' in text and _JSON_KEYS.search(text):
        return Likeness.CONTENT
    return Likeness.NAME if name.endswith(".json") and '"items"' in text else Likeness.NONE
