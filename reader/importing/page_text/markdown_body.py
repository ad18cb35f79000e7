"""Blocks of Markdown as the body of an article, with its photos."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from reader.edition.article import Photo
from reader.edition.body import SPEAKER, Block, Paragraph, PhotoPlace, Quote, Subhead, Verse
from reader.edition.body_text import body_text
from reader.importing.html_blocks import html_text
from reader.importing.html_photo import HtmlPhoto
from reader.importing.page_text.markdown_nodes import Form, Node

_CAPTION = re.compile(r"(?:图：|Photo: )(.+)\Z")
_CREDIT_LENGTH = 40
_FINAL = "。！？.!?…”"


class Body(NamedTuple):
    """A body and the photos that stand in it."""

    text: str
    photos: tuple[Photo, ...]


def body_of(nodes: Iterable[Node], photo: Callable[[HtmlPhoto, Node], Photo]) -> Body:
    """Return the body of these blocks; `photo` makes the photo that a picture is.

    A line that begins as ours print captions belongs to the photo above it, as does the short line below.
    """
    blocks: list[Block] = []
    photos: list[Photo] = []
    state = ""  # what stands above: nothing of a photo, a picture, or its caption
    for node in nodes:
        caption = _CAPTION.match(node.text) if node.form is Form.TEXT else None
        if caption and state == "picture" and photos[-1].caption is None:
            photos[-1] = _with_caption(photos[-1], caption[1])
            state = "caption"
            continue
        if caption:
            photos.append(Photo(id=f"f{len(photos) + 1}", caption=caption[1]))
            blocks.append(PhotoPlace(0, f"f{len(photos)}"))
            state = "caption"
            continue
        if state and photos[-1].credit is None and _is_credit(node):
            last = photos[-1]
            photos[-1] = Photo(
                id=last.id, file=last.file, caption=last.caption, credit=node.text, alt=last.alt
            )
            state = ""
            continue
        state = ""
        for block in _blocks(node, photos, photo):
            blocks.append(block)
            state = "picture" if isinstance(block, PhotoPlace) else ""
    return Body(body_text(_spoken(blocks)), tuple(photos))


def without_last_places(body: Body) -> Body:
    """Return the body without the places of photos at its end, where photos without a place are printed."""
    lines = body.text.rstrip().split("\n")
    photos = list(body.photos)
    while photos and lines and lines[-1].strip() == f"![{photos[-1].id}]":
        lines.pop()
        while lines and not lines[-1].strip():
            lines.pop()
        photos.pop()
    unplaced = (replace(photo, id=None) for photo in body.photos[len(photos) :])
    return Body("\n".join(lines), (*photos, *unplaced))


def no_photo(shown: HtmlPhoto, _node: Node) -> Photo:
    """Return a photo of words only, for texts that show none."""
    return Photo(alt=shown.alt or shown.src)


def _with_caption(photo: Photo, caption: str) -> Photo:
    return Photo(id=photo.id, file=photo.file, caption=caption, credit=photo.credit, alt=photo.alt)


def _is_credit(node: Node) -> bool:
    text = node.text
    return node.form is Form.TEXT and 0 < len(text) <= _CREDIT_LENGTH and text[-1] not in _FINAL


def _blocks(node: Node, photos: list[Photo], photo: Callable[[HtmlPhoto, Node], Photo]) -> list[Block]:
    if node.form is Form.HEADING:
        return [Subhead(0, node.text)]
    if node.form is not Form.OTHER:
        return [Verse(0, node.lines) if len(node.lines) > 1 else Paragraph(0, node.text)]
    found = html_text(node.html)
    named = {}
    for number, each in enumerate(found.photos, 1):
        made = photo(each, node)
        own = f"f{len(photos) + 1}"
        named[f"f{number}"] = own
        photos.append(Photo(id=own, file=made.file, caption=made.caption, credit=made.credit, alt=made.alt))
    return [
        PhotoPlace(0, named.get(block.photo_id, block.photo_id)) if isinstance(block, PhotoPlace) else block
        for block in found.blocks
    ]


def _spoken(blocks: list[Block]) -> list[Block]:
    """Give quotes their speakers, who stand in a paragraph of their own below the words."""
    spoken: list[Block] = []
    for block in blocks:
        before = spoken[-1] if spoken else None
        if isinstance(block, Quote) and isinstance(before, Quote) and before.speaker is None:
            speaker = SPEAKER.match(block.text)
            if speaker:
                spoken[-1] = Quote(0, before.text, speaker[1])
                continue
        spoken.append(block)
    return spoken
