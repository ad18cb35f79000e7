"""HTML cut into tokens: text, opening tags and closing tags, in one pass over the markup.

The standard library's `html.parser` is not used: on unclosed comments it takes time by the square of their
number, on ``<![`` it may fail an assertion, and what it makes of raw text differs between Python versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import entities, unescape
from typing import Literal, NamedTuple

from reader.importing.html_elements import ALIASES, RAW, RAW_WITH_REFERENCES


class Tag(NamedTuple):
    """An opening or closing tag; `name` is in small letters, `source` what stands between name and ``>``."""

    opens: bool
    name: str
    source: str
    is_empty: bool
    """Is it closed where it is opened (``<p/>``)?"""


Token = str | Tag
"""A piece of text, its character references resolved, or a tag."""

_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')|["'=])*+)>""",
)
_ATTRIBUTE = re.compile(
    r"""([^\s/>"'=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""",
)
_REFERENCE = re.compile(r"&(?:#([0-9]{1,99});?|#[xX]([0-9a-fA-F]{1,99});?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_END_OF_COMMENT = re.compile(r"--!?>")
_EMPTY = re.compile(r"(?:\A|[\s\"'])/\Z")
_XHTML = "http://www.w3.org/1999/xhtml"
# What people write between angle brackets and is no tag: addresses.
_ADDRESSES = ("http:", "https:", "ftp:", "mailto:")


def tokens(markup: str) -> Iterator[Token]:
    """Yield the tokens of a fragment or document; never raises, time in proportion to the length.

    Comments, declarations and processing instructions are left out, as is the text of scripts and styles;
    what only looks like a tag is text. Source: WHATWG HTML, 13.2.5 "Tokenization"; in XHTML also CDATA
    sections and empty-element tags (XML 1.0, 2.7 and 3.1).
    """
    text = markup.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    yield from _Tokens(text).tokens()


def attributes(source: str) -> dict[str, str]:
    """Return the attributes written in a tag, names in small letters; of two alike the first counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        name = match[1].lower()
        if name not in found:
            value = match[2] or match[3] or match[4] or ""
            found[name] = _REFERENCE.sub(_in_attribute, value) if "&" in value else value
    return found


def resolved(text: str) -> str:
    """Return text with its character references resolved as browsers do, those to controls as controls.

    Source: WHATWG HTML, 13.2.5.72 "Character reference state".
    """
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return _numbered(int(match[1]), match.group())
    if match[2]:
        return _numbered(int(match[2], 16), match.group())
    return unescape(match.group())


def _numbered(code: int, written: str) -> str:
    # `unescape` leaves controls out without a word; they are shown instead, by whoever prints them.
    if 0 < code < 0x20 or code == 0x7F:
        return chr(code)
    return unescape(written) if code <= 0x10FFFF else "\ufffd"


def _in_attribute(match: re.Match[str]) -> str:
    written = match.group()
    if written.endswith(";") or match[1] or match[2]:
        return _character(match)
    following = match.string[match.end() : match.end() + 1]
    known = written[1:] in entities.html5 and following != "="
    return unescape(written) if known else written


class _Tokens:
    """Walks over the markup once; `_at` only ever grows."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._at = 0
        head = markup[:2000]
        self._is_xml = head.lstrip().startswith("<?xml") or _XHTML in head
        self._has_seen_doctype = False
        self._later: dict[str, int] = {}

    def tokens(self) -> Iterator[Token]:
        markup = self._markup
        while self._at < len(markup):
            start = markup.find("<", self._at)
            if start < 0:
                yield resolved(markup[self._at :])
                return
            if start > self._at:
                yield resolved(markup[self._at : start])
            self._at = start
            yield from self._after_bracket(markup[start + 1 : start + 3])

    def _after_bracket(self, sign: str) -> Iterator[Token]:
        first = sign[:1]
        if first.isascii() and (
            first.isalpha() or (first == "/" and sign[1:].isascii() and sign[1:].isalpha())
        ):
            yield from self._tag()
        elif first == "!":
            yield from self._declaration()
        elif first == "?" or (first == "/" and len(sign) == 2):
            self._skip_past(">", from_=self._at + 2)
        else:
            self._at += 1
            yield "<"

    def _tag(self) -> Iterator[Token]:
        match = _TAG.match(self._markup, self._at)
        if match is None:
            rest = self._markup[self._at :]
            self._at = len(self._markup)
            # A tag that was cut off has attributes; words after a "less than" have none.
            if "=" not in rest and len(rest.split(None, 2)) > 1:
                yield resolved(rest)
            return
        self._at = match.end()
        closing, name, source = match.groups()
        if "@" in name or name.lower().startswith(_ADDRESSES):
            yield resolved(match.group())
            return
        name = name.lower()
        if ":" in name:
            prefix, _, local = name.partition(":")
            name = local if prefix in ALIASES else name
        is_empty = not closing and source.endswith("/") and _EMPTY.search(source) is not None
        raw = not closing and name in RAW and not (is_empty and self._is_xml)
        yield Tag(not closing, name, source, is_empty and not raw)
        if raw:
            yield from self._raw(name)

    def _raw(self, name: str) -> Iterator[Token]:
        """Yield what stands in an element without tags inside, and its closing tag."""
        end = self._end_of_raw(name)
        if end < 0 and name in RAW_WITH_REFERENCES:
            return
        end = len(self._markup) if end < 0 else end
        inside = self._markup[self._at : end]
        self._at = end
        if name in RAW_WITH_REFERENCES:
            inside = inside.removeprefix("<![CDATA[").removesuffix("]]>")
            yield resolved(inside)
        elif name in {"xmp", "plaintext"}:
            yield inside
        if end == len(self._markup):
            yield Tag(False, name, "", False)

    def _end_of_raw(self, name: str) -> int:
        if name == "plaintext" or self._later.get(name) == -1:
            return -1
        match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._markup, self._at)
        if match is None:
            self._later[name] = -1
            return -1
        return match.start()

    def _declaration(self) -> Iterator[Token]:
        markup, at = self._markup, self._at
        if markup.startswith("<!--", at):
            if markup.startswith((">", "->"), at + 4):
                self._skip_past(">", from_=at + 4)
                return
            end = _END_OF_COMMENT.search(markup, at + 4)
            self._at = end.end() if end else len(markup)
        elif markup.startswith("<![CDATA[", at) and (end_of_data := self._find_later("]]>", at + 9)) >= 0:
            self._at = end_of_data + 3
            yield markup[at + 9 : end_of_data]
        elif not self._has_seen_doctype and markup[at + 2 : at + 9].lower() == "doctype":
            self._has_seen_doctype = True
            self._skip_doctype()
        else:
            self._skip_past(">", from_=at + 2)

    def _skip_doctype(self) -> None:
        """Skip a document type with its declarations, if it has any between brackets."""
        close = self._markup.find(">", self._at)
        bracket = self._markup.find("[", self._at, close if close >= 0 else len(self._markup))
        if bracket >= 0:
            end = re.compile(r"\]\s*+>").search(self._markup, bracket)
            if end is not None:
                self._at = end.end()
                return
        self._skip_past(">", from_=self._at)

    def _find_later(self, what: str, at: int) -> int:
        """Find as `str.find` does, but look only once for what is not there."""
        if self._later.get(what) == -1:
            return -1
        found = self._markup.find(what, at)
        if found < 0:
            self._later[what] = -1
        return found

    def _skip_past(self, what: Literal[">"], *, from_: int) -> None:
        end = self._markup.find(what, from_)
        self._at = len(self._markup) if end < 0 else end + 1
