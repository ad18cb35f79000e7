"""The picture that an item of ninjs is or has: its best rendition and the words that go with it."""

from __future__ import annotations

import re

from reader.edition.article import Photo
from reader.importing.html_blocks import inline_text
from reader.importing.ninjs.properties import Properties, Rendition, Worded
from reader.importing.ninjs.roles import ALT, CREDIT, line, line_of
from reader.importing.wire.body import squeezed
from reader.importing.wire.pictures import PictureBox

_CAPTION = ("caption", "caption-text", "caption-xhtml", "text", "")
_SMALL = re.compile(r"thumb|preview|small|square|icon|low|view", re.IGNORECASE)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|tiff?|avif|svg)(?:[?#]|\Z)|^data:image/", re.IGNORECASE)


def own_photo(about: Properties, descriptions: list[Worded], box: PictureBox) -> tuple[Photo, ...]:
    """Return the photo that an item is itself, its best rendition taken along."""
    best = max((each for each in about.renditions() if _is_image(each)), key=_fitness, default=None)
    captions: dict[str, str] = {}
    rest = [each for each in descriptions if each.role not in CREDIT | ALT]
    for each in sorted(rest, key=lambda each: _CAPTION.index(each.role) if each.role in _CAPTION else 9):
        words = inline_text(each.value)
        if not any(squeezed(words) in key for key in captions):
            captions[squeezed(words)] = words
    photo = Photo(
        file=box.take(best.href, best.title) if best else None,
        caption=" ".join(captions.values()) or None,
        credit=line_of(descriptions, CREDIT) or line(about.text("by", "byline")),
        alt=line_of(descriptions, ALT),
    )
    return (photo,) if photo.file or photo.caption or photo.alt else ()


def has_picture(about: Properties, shown: frozenset[str]) -> bool:
    """Has it pictures of its own, of which its body shows none?"""
    renditions = [each for each in about.renditions() if _is_image(each)]
    return bool(renditions) and not any(each.href in shown for each in renditions)


def _is_image(rendition: Rendition) -> bool:
    if rendition.content_type:
        return rendition.content_type.startswith("image/")
    return (
        re.search(r"\.(?:jpe?g|png|gif|webp|tiff?|avif|svg)(?:[?#]|\Z)|^data:image/", rendition.href, re.I)
        is not None
    )


def _fitness(rendition: Rendition) -> tuple[bool, int]:
    return not _SMALL.search(rendition.name), rendition.width
