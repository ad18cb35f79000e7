"""Draws the pictures of the shipped editions, the same to the last byte each time Pillow is the same.

    python -m tools.edition_pictures [FOLDER]

They are to be read at sixty by forty points as well as in full: large shapes, few colours, strong contrast.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from math import cos, pi, sin
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parents[1] / "editions" / "terminal-daily" / "2024" / "12" / "images"
COLOURS = 12
"""Of each picture; more would be sent and not be seen."""

_FINE = 3
"""Drawn so many times as large and made smaller, which rounds the edges."""

RED = "#b3261e"
_EIGHT = ("01110", "10001", "10001", "01110", "10001", "10001", "01110")
_NOUGHT = ("01110", "10001", "10011", "10101", "11001", "10001", "01110")
_PETALS_A_FLOWER = 9
_DAYS_GONE = 3


def eighty_columns() -> Image.Image:
    """A punched card of eighty columns and twelve rows whose holes make the number eighty."""
    image = Image.new("RGB", (1200 * _FINE, 540 * _FINE), "#3d5a6c")
    draw = _Pen(image)
    draw.polygon([(90, 30), (1170, 30), (1170, 510), (30, 510), (30, 100)], "#ecd9a6")
    punched = set(_lettered())
    for column in range(80):
        for row in range(12):
            left, top = 60 + 13.6 * column, 62 + 35 * row
            if (column, row) in punched:
                draw.box(left, top, left + 11, top + 29, "#2b3a42")
            elif column % 2 == 0 or row % 2 == 0:
                draw.box(left + 3, top + 8, left + 8, top + 21, "#dcc68c")
    return draw.done(4)


def _lettered() -> Iterator[tuple[int, int]]:
    """The holes: a point of a figure is four columns wide and one or two rows high."""
    heights = (2, 1, 2, 2, 2, 1, 2)
    for figure, begin in ((_EIGHT, 15), (_NOUGHT, 45)):
        row = 0
        for points, high in zip(figure, heights, strict=True):
            for at, point in enumerate(points):
                if point == "1":
                    for column in range(begin + 4 * at, begin + 4 * at + 4):
                        yield from ((column, row + more) for more in range(high))
            row += high


def cold_wave() -> Image.Image:
    """A town at night under snow, most windows lit, a thermometer at the edge."""
    chance = Random(20241216)
    image = Image.new("RGB", (900 * _FINE, 600 * _FINE), "#14233f")
    draw = _Pen(image)
    for band, colour in enumerate(("#14233f", "#1b2f52", "#243d66", "#30507d", "#43699a")):
        draw.box(0, 110 * band, 900, 600, colour)
    draw.disc(700, 130, 62, "#f4ecd0")
    draw.disc(672, 112, 54, "#1b2f52")
    for left, wide, high in ((0, 150, 260), (140, 110, 360), (245, 150, 210), (390, 120, 410),
                             (505, 160, 290), (660, 110, 380), (765, 135, 230)):  # fmt: skip
        top = 560 - high
        draw.box(left, top, left + wide, 600, "#0b1424")
        draw.box(left, top - 12, left + wide, top + 6, "#eef3f8")
        for x in range(left + 18, left + wide - 30, 40):
            for y in range(top + 30, 530, 56):
                if chance.random() < 0.62:
                    draw.box(x, y, x + 22, y + 32, "#f2c14e")
    draw.box(0, 548, 900, 600, "#eef3f8")
    for _ in range(70):
        draw.disc(chance.uniform(0, 900), chance.uniform(0, 540), chance.choice((5, 7, 9)), "#ffffff")
    draw.box(52, 60, 92, 330, "#ffffff")
    draw.disc(72, 350, 40, "#ffffff")
    draw.disc(72, 350, 28, RED)
    draw.box(62, 268, 82, 350, RED)
    return draw.done()


def eighty_one_petals() -> Image.Image:
    """The chart of the cold days: nine blossoms of nine petals, one painted a day, three by now."""
    image = Image.new("RGB", (900 * _FINE, 600 * _FINE), "#b9cad8")
    draw = _Pen(image)
    draw.line([(-20, 560), (180, 470), (330, 330), (520, 280), (700, 150), (930, 60)], 20, "#5b4636")
    draw.line([(330, 330), (420, 480), (600, 540)], 13, "#5b4636")
    draw.line([(520, 280), (600, 320), (690, 330)], 13, "#5b4636")
    draw.line([(180, 470), (170, 290), (250, 130)], 13, "#5b4636")
    places = ((120, 450), (170, 270), (265, 105), (330, 300), (440, 475),
              (620, 520), (500, 195), (690, 330), (735, 120))  # fmt: skip
    for number, (x, y) in enumerate(places):
        for petal in range(_PETALS_A_FLOWER):
            turn = 2 * pi * petal / _PETALS_A_FLOWER - pi / 2
            is_gone = number * _PETALS_A_FLOWER + petal < _DAYS_GONE
            px, py = x + 52 * cos(turn), y + 52 * sin(turn)
            draw.disc(px, py, 29, "#8fa5b6")
            draw.disc(px, py, 25, RED if is_gone else "#fffaf0")
        draw.disc(x, y, 25, "#d9a441")
    return draw.done(5)


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "eighty-columns.png": eighty_columns,
    "cold-wave.png": cold_wave,
    "eighty-one-petals.png": eighty_one_petals,
}


class _Pen:
    """Draws in the points of the finished picture."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        self._draw.rectangle([left * _FINE, top * _FINE, right * _FINE, bottom * _FINE], colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        box = [(x - radius) * _FINE, (y - radius) * _FINE, (x + radius) * _FINE, (y + radius) * _FINE]
        self._draw.ellipse(box, colour)

    def polygon(self, points: list[tuple[int, int]], colour: str) -> None:
        self._draw.polygon([(x * _FINE, y * _FINE) for x, y in points], colour)

    def line(self, points: list[tuple[int, int]], width: int, colour: str) -> None:
        self._draw.line([(x * _FINE, y * _FINE) for x, y in points], colour, width * _FINE, joint="curve")

    def done(self, smaller: int = _FINE) -> Image.Image:
        small = self._image.reduce(smaller)
        return small.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def main() -> None:
    """Draw every picture into the folder named, or into the editions' own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(folder / name, optimize=True)
        print(f"{folder / name}: {(folder / name).stat().st_size} bytes")


if __name__ == "__main__":
    main()
