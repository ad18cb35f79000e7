"""HTML as the blocks of a body: nothing a browser shows is lost, nothing it runs or hides gets in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.body import Block, Table, Verse
from reader.edition.joining import joined
from reader.importing.html_photo import HtmlPhoto
from reader.importing.html_reader import Furniture, HtmlReader
from reader.importing.html_running import one_line
from reader.importing.html_table import Piece
from reader.importing.html_tokens import tokens

__all__ = ["HtmlPhoto", "HtmlText", "html_pieces", "html_text", "inline_text"]


class HtmlText(NamedTuple):
    """What HTML says, in an edition's terms; all text is printable."""

    blocks: tuple[Block, ...]
    """In order; photos stand in it by the ids ``f1``, ``f2`` …."""
    photos: tuple[HtmlPhoto, ...]
    title: str | None
    links: tuple[tuple[str, str], ...]
    """The words of each link and its address as written, in order."""


class HtmlPieces(NamedTuple):
    """What HTML says, each block with where it comes from."""

    pieces: tuple[Piece, ...]
    photos: tuple[HtmlPhoto, ...]
    title: str | None
    links: tuple[tuple[str, str], ...]


def html_text(markup: str) -> HtmlText:
    """Return the blocks of a fragment or a whole document; never raises.

    Time is in proportion to the length, whatever is nested in what. `reader.edition.body_text.body_text`
    writes the blocks as a body. Source: WHATWG HTML, 13.2 "Parsing HTML documents"; XHTML is read too.
    """
    found = html_pieces(markup)
    return HtmlText(tuple(piece.block for piece in found.pieces), *found[1:])


def html_pieces(markup: str, furniture: Furniture | None = None) -> HtmlPieces:
    """Return the blocks as `html_text` does, each with its element, classes and ids.

    Elements for which `furniture` says yes are left out with all that they hold.
    """
    reader = HtmlReader(furniture)
    for token in tokens(markup):
        reader.read(token)
    reader.finish()
    return HtmlPieces(
        tuple(reader.setting.pieces), tuple(reader.setting.photos), reader.title, tuple(reader.links)
    )


def inline_text(markup: str) -> str:
    """Return markup as one line of plain text, blocks joined, without pictures."""
    if "<" not in markup and "&" not in markup:
        return one_line(markup)
    text = html_text(markup)
    return joined(_texts(text.blocks)) or text.title or ""


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Verse):
            yield from (line.strip() for line in block.lines)
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
        else:
            yield getattr(block, "text", "")
            yield getattr(block, "speaker", None) or ""
