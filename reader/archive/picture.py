"""A picture's bytes become an image of so many cells, or a refusal: bombs and broken files end here."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, NamedTuple

from reader.archive.picture_file import PictureFault, refused
from reader.archive.picture_size import Cells, fitted
from reader.edition.wording import Wording

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
"""What is decoded, told by a file's content and not by its name; of the rest Pillow reads each is a risk."""
MAX_PIXELS = 64_000_000
MAX_SIDE = 32_767
_STRIP = 2_000_000
"""Pixels of a large picture that are looked at together."""
MOST_SCANS = 100
"""Scans of a progressive JPEG; a camera writes ten, a file with thousands takes minutes to decode."""

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""


class Shot(NamedTuple):
    """A decoded picture: upright, opaque, in RGB, as large as `columns` by `rows` cells show of it."""

    image: Image
    columns: int
    rows: int


def decode(data: bytes, file: str, room: Cells, ground: Colour) -> Shot | PictureFault:
    """Return a picture scaled for its room, or why it is not shown; `file` names it in messages.

    What shines through it shows `ground`, the colour of the paper. Takes up to seconds: call it in a thread.

    Raises:
        ImportError: Pillow is not installed.
    """
    import PIL.Image

    # Warnings are of the whole process, so another thread's would be silent meanwhile: a smaller harm than
    # Pillow's about odd notes of cameras in the middle of the screen.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
        try:
            return _decoded(data, file, room, ground)
        except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning):
            return _too_large(file)
        except PIL.UnidentifiedImageError:
            why = Wording("不是认得的图片", "is no picture we know")
            return refused(file, why, Wording("存为 PNG 或 JPEG", "save it as PNG or JPEG"))
        except Exception:
            # Pillow's readers raise whatever a bad file makes of them: ValueError, struct.error, SyntaxError.
            why = Wording("已损坏或不完整", "is broken or cut off")
            return refused(file, why, Wording("重新导出这张图片", "export it once more"))


def _decoded(data: bytes, file: str, room: Cells, ground: Colour) -> Shot | PictureFault:
    import PIL.Image

    with PIL.Image.open(io.BytesIO(data), formats=KINDS) as image:
        wide, high = image.size
        if wide * high > MAX_PIXELS or max(wide, high) > MAX_SIDE:
            return _too_large(file)
        if image.format == "JPEG":
            if data.count(b"\xff\xda") > MOST_SCANS:
                return _too_large(file)
            # The decoder itself can leave out seven of eight rows: a large photo then costs a small one.
            most = 2 * max(room.columns * room.dots[0], room.rows * room.dots[1])
            image.draft("RGB", (most, most))
        image.load()
        turn = _turn(image)
        size = (high, wide) if turn in _LYING else (wide, high)
        columns, rows = fitted(size, room)
        dots = columns * room.dots[0], rows * room.dots[1]
        # Sharper filters ring: around every edge a few more colours, each of them forty bytes on the line.
        lying = dots[::-1] if turn in _LYING else dots
        small = _reduced(image, lying).resize(lying, PIL.Image.Resampling.HAMMING)
    if turn is not None:
        small = small.transpose(PIL.Image.Transpose(turn))
    if small.mode == "RGBA":
        paper = PIL.Image.new("RGBA", small.size, (*ground, 255))
        small = PIL.Image.alpha_composite(paper, small)
    return Shot(small.convert("RGB"), columns, rows)


def _reduced(image: Image, size: tuple[int, int]) -> Image:
    """The picture in a plain mode, still three times as large as `size` or more unless it never was.

    Taken in strips, since a picture of sixty-four megapixels in another mode is a second one in memory.
    """
    import PIL.Image

    wide, high = image.size
    factor = min(wide // (3 * size[0]), high // (3 * size[1]))
    if factor < 2:
        return _plain(image)
    step = factor * max(1, _STRIP // (wide * factor))
    reduced: Image | None = None
    for top in range(0, high, step):
        part = _plain(image.crop((0, top, wide, min(high, top + step)))).reduce(factor)
        if reduced is None:
            reduced = PIL.Image.new(part.mode, (part.width, -(-high // factor)))
        reduced.paste(part, (0, top // factor))
    assert reduced is not None
    return reduced


def _plain(image: Image) -> Image:
    """The picture in a mode that can be scaled: grey, colours, or colours that may shine through."""
    if image.mode in ("L", "RGB", "RGBA", "CMYK"):
        return image if "transparency" not in image.info else image.convert("RGBA")
    if image.mode.startswith("I"):
        # Sixteen bits of grey; to convert is to cut off what is over 255.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image.convert("RGBA")


_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""Pillow's turn by EXIF's orientation (CIPA DC-008, 4.6.5.1): mirrored, upside down, lying …"""
_LYING = (2, 4, 5, 6)
"""The turns that make width height."""


def _turn(image: Image) -> int | None:
    try:
        return _TURNS.get(image.getexif().get(0x0112, 1))
    except Exception:
        return None  # notes that cannot be read turn nothing


def _too_large(file: str) -> PictureFault:
    most = MAX_PIXELS // 1_000_000
    why = Wording(f"解开后太大（上限 {most} 百万像素）", f"is too large unpacked (over {most} megapixels)")
    return refused(file, why, Wording("缩小后再放", "make it smaller"))
