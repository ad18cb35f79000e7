"""What feedparser's entries point at: pictures, recordings, documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reader.importing.feed.item import Medium
from reader.importing.feed.words import address, listed

Fields = Mapping[str, Any]
"""A feed or an entry as feedparser gives it, without its ways of standing one key in for another."""


def text_of(value: object) -> str:
    """Return a value that is a text, without the blanks around it; of anything else an empty one."""
    return value.strip() if isinstance(value, str) else ""


def links_of(fields: Fields) -> Iterator[Fields]:
    """Yield the links of a feed or an entry with their attributes."""
    yield from (link for link in fields.get("links", ()) if isinstance(link, Mapping))


def media_of(entry: Fields, base: str) -> Iterator[Medium]:
    """Yield the files of an entry: enclosures, media of Media RSS, a picture where there is no other."""
    credits = [text_of(credit.get("content")) for credit in entry.get("media_credit", ())]
    credit = listed(credits)
    for link in links_of(entry):
        if link.get("rel") == "enclosure" and (where := address(text_of(link.get("href")), base)):
            yield Medium(where, text_of(link.get("type")), text_of(link.get("title")), credit)
    contents = [medium for medium in entry.get("media_content", ()) if isinstance(medium, Mapping)]
    for medium in _largest(contents):
        if where := address(text_of(medium.get("url")), base):
            yield Medium(where, text_of(medium.get("type")) or text_of(medium.get("medium")), "", credit)
    if not any(
        text_of(medium.get("type") or medium.get("medium")).startswith("image") for medium in contents
    ):
        for picture in [*entry.get("media_thumbnail", ())[:1], entry.get("image", {})]:
            if where := address(text_of(picture.get("url")) or text_of(picture.get("href")), base):
                yield Medium(where, "image", "", credit)


def _largest(media: list[Fields]) -> list[Fields]:
    """Return the media without the smaller sizes of a picture, which differ in width only."""
    sized = [m for m in media if text_of(m.get("width")).isdecimal() and not text_of(m.get("isdefault"))]
    pictures = [m for m in sized if text_of(m.get("medium") or m.get("type")).startswith("image")]
    if len(pictures) < 2:
        return media
    widest = max(pictures, key=lambda medium: int(text_of(medium.get("width"))[:9]))
    return [medium for medium in media if medium is widest or medium not in pictures]
