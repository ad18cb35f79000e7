"""Picture files for tests, real ones, made with Pillow or by hand where they must be bad."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import PIL.Image

RED, BLUE = (200, 30, 30), (30, 30, 200)


def two_halves(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> PIL.Image.Image:
    """Return a picture whose left half is red and whose right half is blue."""
    image = PIL.Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1]))
    return image.convert(mode)


def as_bytes(image: PIL.Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """Return a picture as the bytes of a file of this kind."""
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def put_picture(path: Path, data: bytes | None = None) -> Path:
    """Write a picture file, of two halves unless its bytes are given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_bytes(two_halves()) if data is None else data)
    return path


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG file (PNG 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(wide: int, high: int, *more: bytes, pixels: bytes = b"") -> bytes:
    """Return a PNG that says it is so large; `more` are chunks before its pixels, which may be missing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(pixels, 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + body + chunk(b"IEND", b"")
