"""How large a picture is, by the first bytes of its file, and how many cells that makes."""

from __future__ import annotations

import os
from pathlib import Path
from struct import error, unpack_from
from typing import NamedTuple

_HEAD = 256 * 1024
"""Bytes looked at; a JPEG carries its size behind the camera's notes and a thumbnail."""
_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG that tell a size (ITU-T T.81, table B.1)."""
_LYING = range(5, 9)
"""EXIF orientations in which width and height change places (CIPA DC-008, 4.6.5.1)."""

MOST_ENLARGED = 4
"""A small picture is shown at most so many times its own size."""


class Cells(NamedTuple):
    """The room for a picture: columns and rows, and what one cell of the terminal is."""

    columns: int
    rows: int
    width: int = 10
    """Of a cell, in pixels; only its proportion to `height` matters where `dots` are not pixels."""
    height: int = 20
    dots: tuple[int, int] = (1, 2)
    """How many points of colour a cell can show across and down."""


def fitted(size: tuple[int, int], room: Cells) -> tuple[int, int]:
    """Return how many columns and rows a picture of this size in pixels takes, its proportions kept."""
    wide, high = size
    scale = min(room.columns * room.width / wide, room.rows * room.height / high, MOST_ENLARGED)
    columns, rows = round(wide * scale / room.width), round(high * scale / room.height)
    return min(max(columns, 1), room.columns), min(max(rows, 1), room.rows)


def picture_size(path: Path) -> tuple[int, int] | None:
    """Return width and height in pixels as the picture is to be seen; None when the head does not tell.

    None says nothing against a picture: `reader.archive.picture` decides what can be shown.
    """
    try:
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            size = _size(file.read(_HEAD))
    except (OSError, ValueError, error, IndexError):
        return None
    return size if size is not None and min(size) > 0 else None


def _size(head: bytes) -> tuple[int, int] | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return unpack_from(">II", head, 16)
    if head.startswith((b"GIF87a", b"GIF89a")):
        return unpack_from("<HH", head, 6)
    if head.startswith(b"BM"):
        width, height = unpack_from("<ii", head, 18)
        return width, abs(height)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    return _jpeg(head) if head.startswith(b"\xff\xd8") else None


def _webp(head: bytes) -> tuple[int, int] | None:
    """The three kinds of first chunk (RFC 9649, 2.5 to 2.7)."""
    match head[12:16]:
        case b"VP8X":
            wide, tail, high = unpack_from("<HBH", head, 24)
            return wide + (tail << 16) + 1, high + (head[29] << 16) + 1
        case b"VP8L":
            (bits,) = unpack_from("<I", head, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = unpack_from("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    at, is_lying = 2, False
    while head[at] == 0xFF:
        marker = head[at + 1]
        (length,) = unpack_from(">H", head, at + 2)
        if marker in _START_OF_FRAME:
            height, width = unpack_from(">HH", head, at + 5)
            return (height, width) if is_lying else (width, height)
        if marker == 0xE1 and head[at + 4 : at + 10] == b"Exif\0\0":
            is_lying = _orientation(head[at + 10 : at + 2 + length]) in _LYING
        at += 2 + length
    return None


def _orientation(notes: bytes) -> int:
    """The orientation among the camera's notes; 1, upright, when they do not tell."""
    order = "<" if notes.startswith(b"II") else ">"
    try:
        (first,) = unpack_from(order + "I", notes, 4)
        (count,) = unpack_from(order + "H", notes, first)
        for entry in range(first + 2, first + 2 + 12 * count, 12):
            tag, _, _, value = unpack_from(order + "HHIH", notes, entry)
            if tag == 0x0112:
                return int(value)
    except error:
        pass
    return 1
