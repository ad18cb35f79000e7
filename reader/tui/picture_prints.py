"""A decoded picture as a terminal takes it; the only file that knows textual-image.

What of textual-image 0.12 is used, and what is kept from it, for it is made to own the terminal and here
Textual does:

- `textual_image.renderable` asks the terminal what it can (``CSI c``, ``a=q``) while it is imported, when
  ``sys.__stdout__`` is a terminal, and reads the answer from the keyboard: a key would be lost. It is
  imported while there is nothing to ask (`quietly_imported`).
- `get_cell_size` may ask too (``CSI 16 t``). It is never called: sizes come from `cell_size`.
- `tgp.Image` writes its messages to ``sys.__stdout__`` by itself, in the middle of Textual's frames, and
  deletes with ``a=d,I=…``, which by the protocol takes every picture off the screen and frees none. Its
  placeholders are used; messages are made here and handed on as text.
- `image_to_sixels` makes sixels and nothing else. It is used as it is, a row of cells at a time: what scrolls
  into sight need not be encoded again, and what is half in sight is cropped by leaving rows out.
- Its half blocks make a style a cell by way of a call Pillow 14 no longer has; ours are made here.
"""

from __future__ import annotations

import io
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.archive.picture_size import Cells
from reader.tui.picture_plan import Means

if TYPE_CHECKING:
    from reader.archive.picture import Shot

USUAL_CELL = (10, 20)
"""Width and height of a cell in pixels where the terminal does not tell."""
_SIXEL_COLOURS = 64
"""Colours of a picture in sixels; each row of cells tells its own once more."""
_CHUNK = 4096
"""Characters of a message to kitty (its protocol, "The transmission medium")."""


class Print(NamedTuple):
    """A picture ready to be put on the screen, a strip a row of cells; the strips are `columns` wide."""

    columns: int
    strips: tuple[Strip, ...]
    before: str = ""
    """What the terminal must have got before it sees the strips."""
    after: str = ""
    """What frees the terminal of it."""
    over: tuple[str, ...] = ()
    """What is drawn over each strip once it stands, with the cursor at its left end."""


def cell_size() -> tuple[int, int] | None:
    """Return width and height of a cell in pixels as the kernel knows them from the terminal, else None."""
    try:
        import fcntl
        import struct
        import termios
    except ImportError:
        return None
    for stream in (sys.__stdin__, sys.__stderr__, sys.__stdout__):
        try:
            assert stream is not None
            answer = fcntl.ioctl(stream.fileno(), termios.TIOCGWINSZ, bytes(8))
        except (OSError, ValueError, AssertionError):
            continue
        rows, columns, wide, high = struct.unpack("HHHH", answer)
        if rows and columns and wide >= columns and high >= rows:
            return wide // columns, high // rows
    return None


def is_installed() -> bool:
    """Is the extra that shows pictures installed? Imports nothing of it."""
    from importlib.util import find_spec

    return find_spec("textual_image") is not None and find_spec("PIL") is not None


def quietly_imported() -> None:
    """Import textual-image while it finds no terminal it could ask; call it in the thread of the screen.

    Elsewhere a resize might meanwhile ask the stand-in for the size of the terminal.
    """
    if "textual_image.renderable.tgp" in sys.modules:
        return
    stream = sys.__stdout__
    sys.__stdout__ = io.StringIO()  # type: ignore[assignment,misc]  # nobody to ask
    try:
        import textual_image.renderable.tgp  # noqa: F401
    finally:
        sys.__stdout__ = stream  # type: ignore[misc]


def room_for(means: Means, columns: int, rows: int, ambiguous: int) -> Cells:
    """Return the room of so many cells by this means, in this terminal."""
    wide, high = cell_size() or USUAL_CELL
    points = (1, 2) if ambiguous == 1 else (2, 1)
    dots = points if means is Means.BLOCKS else (wide, high)
    return Cells(columns, rows, wide, high, dots)


def printed(shot: Shot, room: Cells, means: Means, ground: Style, number: int) -> Print:
    """Return a picture as a print; `number` is one that no other picture in this terminal has.

    `quietly_imported` has been called where the means is KITTY.
    """
    match means:
        case Means.KITTY:
            return _kitty(shot, ground, number)
        case Means.SIXEL:
            blank = Strip([Segment(" " * shot.columns, ground)], shot.columns)
            return Print(shot.columns, (blank,) * shot.rows, over=tuple(_sixels(shot, room.height)))
        case _:
            return Print(shot.columns, tuple(_blocks(shot, room)))


def _blocks(shot: Shot, room: Cells) -> Iterator[Strip]:
    """Two points a cell: one above the other, or, where ▀ would be two cells wide, side by side."""
    is_upright = room.dots == (1, 2)
    points, wide = shot.image.tobytes(), shot.image.width * 3
    colours: dict[bytes, Color] = {}

    def colour(point: bytes) -> Color:
        if point not in colours:
            colours[point] = Color.from_rgb(*point)
        return colours[point]

    for row in range(shot.rows):
        segments: list[Segment] = []
        last, length = (b"", b""), 0
        for column in range(shot.columns):
            if is_upright:
                at = 2 * row * wide + 3 * column
                pair = points[at : at + 3], points[at + wide : at + wide + 3]
            else:
                at = row * wide + 6 * column
                pair = points[at + 3 : at + 6], points[at : at + 3]
            if pair != last and length:
                segments.append(_block(last, length, colour, is_upright))
                length = 0
            last, length = pair, length + 1
        segments.append(_block(last, length, colour, is_upright))
        yield Strip(segments, shot.columns)


def _block(
    pair: tuple[bytes, bytes], length: int, colour: Callable[[bytes], Color], upright: bool
) -> Segment:
    front, back = pair
    if front == back:
        return Segment(" " * length, Style(bgcolor=colour(back)))
    return Segment(("▀" if upright else "▐") * length, Style(color=colour(front), bgcolor=colour(back)))


def _kitty(shot: Shot, ground: Style, number: int) -> Print:
    """Kitty: the picture is sent once and shown wherever its placeholders stand."""
    from textual_image.renderable.tgp import Image

    data = io.BytesIO()
    shot.image.save(data, "PNG", compress_level=6)
    text = b64encode(data.getvalue()).decode("ascii")
    parts = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
    messages = [f"\x1b_Ga=t,t=d,f=100,q=2,i={number},m={int(len(parts) > 1)};{parts[0]}\x1b\\"]
    for at, part in enumerate(parts[1:], 2):
        messages.append(f"\x1b_Gq=2,m={int(at < len(parts))};{part}\x1b\\")
    messages.append(f"\x1b_Ga=p,U=1,q=2,i={number},c={shot.columns},r={shot.rows}\x1b\\")
    cells = Image(shot.image)
    cells.terminal_image_id = number
    strips = tuple(
        Strip(
            [Segment(line.text.rstrip("\n"), Style(bgcolor=ground.bgcolor) + (line.style or Style()))],
            shot.columns,
        )
        for line in cells._render_diacritics(shot.columns, shot.rows)
    )
    return Print(shot.columns, strips, "".join(messages), f"\x1b_Ga=d,d=I,q=2,i={number}\x1b\\")


def _sixels(shot: Shot, height: int) -> Iterator[str]:
    """A sixel image for every row of cells, all in the colours of the whole."""
    import PIL.Image
    from textual_image._sixel import image_to_sixels

    whole = shot.image.quantize(_SIXEL_COLOURS, PIL.Image.Quantize.MAXCOVERAGE)
    for row in range(shot.rows):
        drawn = image_to_sixels(whole.crop((0, row * height, whole.width, (row + 1) * height)))
        # A band of sixels is six pixels high, a row seldom a multiple of it: what is left of the last band
        # must leave alone the row below (P2 = 1 in STD 070, 2.2).
        yield drawn.replace("\x1bP0;0;0q", "\x1bP0;1;0q", 1)
