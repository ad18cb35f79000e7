"""The words of a feed as blocks and photos of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from reader.edition.body import Block, ListItem, Paragraph, Quote, Subhead, Table, Verse
from reader.edition.joining import is_cjk, joined
from reader.edition.printable import printable_line
from reader.importing.feed.item import Words
from reader.importing.html_blocks import HtmlPhoto, html_pieces, inline_text

_ADDRESSES = frozenset(
    {"", "http", "https", "ftp", "ftps", "gopher", "mailto", "news", "tel", "magnet", "urn", "tag"}
)
"""Schemes of addresses that only name something; scripts and data do more."""


class Said(NamedTuple):
    """What a text says."""

    blocks: tuple[Block, ...] = ()
    photos: tuple[HtmlPhoto, ...] = ()
    classes: tuple[str, ...] = ()
    """The classes of each block's element, of HTML only."""

    @property
    def line(self) -> str:
        """Its words on one line."""
        return joined(part for block in self.blocks for part in _texts(block))

    @property
    def letters(self) -> str:
        """Its words without any blanks, for comparing."""
        return letters_of("".join(part for block in self.blocks for part in _texts(block)))


def said(words: Words) -> Said:
    """Return the blocks and photos of a text; the photos' addresses are made absolute where that can be."""
    if not words.is_html:
        return Said(tuple(Paragraph(0, part) for part in _paragraphs(words)))
    found = html_pieces(words.text)
    photos = tuple(photo._replace(src=_picture(photo.src, words.base)) for photo in found.photos)
    blocks: tuple[Block, ...] = tuple(piece.block for piece in found.pieces)
    if not blocks and found.title:  # a document that is nothing but a title
        blocks = (Paragraph(0, found.title),)
    return Said(blocks, photos, tuple(piece.classes for piece in found.pieces))


def line(words: Words | None) -> str:
    """Return a text on one line; of none an empty one."""
    if words is None:
        return ""
    if words.is_html:
        return inline_text(words.text)
    return joined(part.strip() for part in words.text.splitlines())


def flat(text: str) -> str:
    """Return a text with its lines put in a row; every other blank stays: a wide one is meant."""
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", text).strip()


def listed(names: Iterable[str]) -> str:
    """Return names in a row, parted as their script parts them."""
    given = [name for name in names if name]
    return ("、" if any(map(is_cjk, "".join(given))) else ", ").join(given)


def letters_of(text: str) -> str:
    """Return a text without any blanks, and without the dots that say that it goes on elsewhere."""
    return "".join(text.split()).rstrip(".…[]")


def address(written: str, base: str = "") -> str:
    """Return an address made absolute by its base; empty for one that would run or hold something."""
    written = "".join(written.split()) if written.lstrip()[:5].lower() != "data:" else ""
    try:
        whole = urljoin(base, written) if base and written else written
        scheme = urlsplit(whole).scheme.lower()
    except ValueError:  # no address at all, as in http://[::
        return ""
    return printable_line(whole) if scheme in _ADDRESSES else ""


def _paragraphs(words: Words) -> list[str]:
    text = words.text.replace("\r\n", "\n").replace("\r", "\n")
    if words.keeps_lines:
        return text.split("\n")
    return [joined(row.strip() for row in part.split("\n")) for part in re.split(r"\n[ \t\u3000]*\n", text)]


def _texts(block: Block) -> list[str]:
    match block:
        case Table(rows=rows):
            return [cell for row in rows for cell in row if cell]
        case Verse(lines=lines):
            return [text.strip() for text in lines]
        case Quote(text=text, speaker=speaker):
            return [text, speaker or ""]
        case Paragraph(text=text) | Subhead(text=text) | ListItem(text=text):
            return [text]
        case _:
            return []


def _picture(src: str, base: str) -> str:
    """Return the address of a picture, which may also be the picture itself."""
    return src if src[:11].lower() == "data:image/" else address(src, base)
