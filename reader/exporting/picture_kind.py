"""What kind of picture some bytes are, told by the bytes and never by a name."""

from __future__ import annotations

from typing import NamedTuple


class PictureKind(NamedTuple):
    """A kind of picture that browsers and books show."""

    media_type: str
    suffix: str


_KINDS = (
    (b"\x89PNG\r\n\x1a\n", PictureKind("image/png", ".png")),
    (b"\xff\xd8\xff", PictureKind("image/jpeg", ".jpg")),
    (b"GIF87a", PictureKind("image/gif", ".gif")),
    (b"GIF89a", PictureKind("image/gif", ".gif")),
)


def picture_kind(data: bytes) -> PictureKind | None:
    """Return the kind of a JPEG, PNG, GIF or WebP file by its first bytes, None for all others.

    These are the raster images every EPUB reader must show. SVG is none of them: it is a document, which can
    hold scripts and name files elsewhere. Source: EPUB 3.3, 3.2 (core media types); MIME Sniffing, 6.1.
    """
    if data[:4] == b"RIFF" and data[8:14] == b"WEBPVP":
        return PictureKind("image/webp", ".webp")
    return next((kind for opening, kind in _KINDS if data.startswith(opening)), None)
