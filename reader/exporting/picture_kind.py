"""What kind of picture some bytes are, told by the bytes and never by a name."""

from __future__ import annotations

from collections.abc import Callable
from struct import error, unpack_from
from typing import NamedTuple


class PictureKind(NamedTuple):
    """A kind of picture that browsers and books show."""

    media_type: str
    suffix: str


_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_COLOURS = 0x80
_IMAGE, _EXTENSION = 0x2C, 0x21


def picture_kind(data: bytes) -> PictureKind | None:
    """Return the kind of a JPEG, PNG, GIF or WebP file; None for others and for those that tell no size.

    These are the raster images every EPUB reader must show, and none of them shows one whose head is
    damaged. SVG is not among them: it is a document, which can hold scripts and name files elsewhere.
    Source: EPUB 3.3, 3.2 (core media types); MIME Sniffing, 6.1.
    """
    for opening, kind, has_size in _KINDS:
        if data.startswith(opening):
            try:
                return kind if has_size(data) else None
            except (error, IndexError):  # it breaks off before its size
                return None
    return None


def _png(data: bytes) -> bool:
    """PNG, third edition, 11.2.1: the header comes first; without image data there is no picture."""
    return data[12:16] == b"IHDR" and 0 not in unpack_from(">II", data, 16) and b"IDAT" in data


def _gif(data: bytes) -> bool:
    """GIF89a, 20: past the colours and the extensions an image descriptor tells the size."""
    flags = data[10]
    at = 13 + (3 << (flags & 7) + 1 if flags & _COLOURS else 0)
    while data[at] == _EXTENSION:
        at += 2
        while data[at]:
            at += data[at] + 1
        at += 1
    return data[at] == _IMAGE and 0 not in unpack_from("<HH", data, at + 5)


def _jpeg(data: bytes) -> bool:
    """ITU-T T.81, B.2: segments up to the start of a frame, whose height and width are no zeros."""
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a byte that only fills
            at += 1
            continue
        if marker in _START_OF_FRAME:
            return 0 not in unpack_from(">HH", data, at + 5)
        at += 2 + int(unpack_from(">H", data, at + 2)[0])
    return False


def _webp(data: bytes) -> bool:
    """RFC 9649, 2.4 to 2.7: a first chunk of one of three kinds, with its size."""
    return data[8:12] == b"WEBP" and data[12:16] in {b"VP8 ", b"VP8L", b"VP8X"} and len(data) >= 30


_KINDS: tuple[tuple[bytes, PictureKind, Callable[[bytes], bool]], ...] = (
    (b"\x89PNG\r\n\x1a\n", PictureKind("image/png", ".png"), _png),
    (b"\xff\xd8\xff", PictureKind("image/jpeg", ".jpg"), _jpeg),
    (b"GIF87a", PictureKind("image/gif", ".gif"), _gif),
    (b"GIF89a", PictureKind("image/gif", ".gif"), _gif),
    (b"RIFF", PictureKind("image/webp", ".webp"), _webp),
)
