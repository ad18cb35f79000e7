"""A screen as an SVG picture of our own: every cell in its place whatever fonts the viewer has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style

from reader.typesetting.width import clusters, text_width
from tools.screen_drawing import is_even, patches

CELL, ROW = 9, 22
"""Units of a cell's width and height."""
_BASE = 17
"""Units from a row's top to where its letters stand."""
_STYLE = """\
text{white-space:pre}
.w{font:18px "Noto Sans Mono CJK SC","Sarasa Mono SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",monospace}
.n{font:15px "DejaVu Sans Mono",Menlo,"SF Mono","Cascadia Mono",Consolas,"Noto Sans Mono",monospace}
.b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}.d{opacity:.6}
"""  # noqa: E501 - one rule a line


class Ground(NamedTuple):
    """What the terminal shows where no colour is asked for, as #rrggbb."""

    ink: str = "#1c1c1c"
    paper: str = "#ffffff"


class Bit(NamedTuple):
    """Some characters of one kind and style, and the cell they begin at."""

    text: str
    cell: int
    cells: int
    ink: str
    classes: str


USUAL_GROUND = Ground()


def screen_svg(
    rows: Sequence[Iterable[Segment]], width: int, title: str, words: str, ground: Ground = USUAL_GROUND
) -> str:
    """Return the picture of a screen `width` cells wide; title and words say what is to be seen."""
    wide, high = width * CELL, len(rows) * ROW
    grounds: list[tuple[int, int, int, str]] = []
    bits: list[tuple[int, Bit]] = []
    for number, row in enumerate(rows):
        segments = list(row)
        grounds += [(number, *found) for found in _grounds(segments, ground)]
        bits += [(number, bit) for bit in _bits(segments, ground)]
    paper = _commonest(grounds)
    inks = list(dict.fromkeys(bit.ink for _, bit in bits))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        'role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(words)}</desc>',
        f"<style>{_STYLE}" + "".join(f".c{at}{{fill:{ink}}}" for at, ink in enumerate(inks)) + "</style>",
        f'<rect width="{wide}" height="{high}" fill="{paper}"/>',
        '<g shape-rendering="crispEdges">',
    ]
    lines += [
        f'<rect x="{at * CELL}" y="{row * ROW}" width="{cells * CELL}" height="{rows * ROW}" fill="{fill}"/>'
        for row, rows, at, cells, fill in _stacked(grounds)
        if fill != paper
    ]
    lines += [shape for row, bit in bits for shape in _shapes(row, bit, inks)]
    lines.append("</g>")
    lines += [_letters(row, bit, inks) for row, bit in bits if patches(bit.text[0]) is None]
    return "\n".join([*lines, "</svg>", ""])


def _grounds(segments: Iterable[Segment], ground: Ground) -> Iterator[tuple[int, int, str]]:
    """The stretches of one ground in a row: cell, cells, colour."""
    at = start = 0
    current = ""
    for segment in segments:
        fill = _colours(segment.style, ground)[1]
        if fill != current and at > start:
            yield start, at - start, current
            start = at
        current = fill
        at += text_width(segment.text)
    if at > start:
        yield start, at - start, current


def _stacked(grounds: Iterable[tuple[int, int, int, str]]) -> Iterator[tuple[int, int, int, int, str]]:
    """Join stretches that stand under each other alike: row, rows, cell, cells, colour."""
    open_ones: dict[tuple[int, int, str], tuple[int, int]] = {}
    for row, at, cells, fill in grounds:
        first, rows = open_ones.get((at, cells, fill), (row, 0))
        if first + rows != row:
            yield first, rows, at, cells, fill
            first, rows = row, 0
        open_ones[at, cells, fill] = first, rows + 1
    for (at, cells, fill), (first, rows) in open_ones.items():
        yield first, rows, at, cells, fill


def _commonest(grounds: Iterable[tuple[int, int, int, str]]) -> str:
    cells: dict[str, int] = {}
    for _, _, count, fill in grounds:
        cells[fill] = cells.get(fill, 0) + count
    return max(cells, key=lambda fill: cells[fill])


def _bits(segments: Iterable[Segment], ground: Ground) -> Iterator[Bit]:
    """Characters of one style that a font sets evenly: wide ones, ASCII, or one of any other kind."""
    at = 0
    for segment in segments:
        ink = _colours(segment.style, ground)[0]
        classes = _classes(segment.style)
        held, kind, start = "", "", at
        for cluster in clusters(segment.text):
            cells = text_width(cluster)
            now = _kind(cluster, cells)
            if held and (now != kind or kind == "other"):
                yield Bit(held, start, at - start, ink, classes)
                held, start = "", at
            if now != "space" or (held and kind == "ascii"):
                if not held:
                    start, kind = at, now
                held += cluster
            at += cells
            if now == "space" and not held:
                start = at
        if held.strip(" "):
            yield Bit(held, start, at - start, ink, classes)


def _kind(cluster: str, cells: int) -> str:
    if cluster in {" ", "\u3000"}:
        return "space"
    if patches(cluster[0]) is not None:
        return f"drawn {cluster}" if is_even(cluster) else "other"
    if len(cluster) == 1 and "!" <= cluster <= "~":
        return "ascii"
    return "wide" if cells == 2 and len(cluster) == 1 else "other"


def _shapes(row: int, bit: Bit, inks: list[str]) -> Iterator[str]:
    """The strokes of drawn characters."""
    for patch in patches(bit.text[0]) or ():
        wide = bit.cells * CELL if is_even(bit.text[0]) else CELL
        x, y = bit.cell * CELL + patch.x * wide, row * ROW + patch.y * ROW
        see = f' opacity="{patch.opacity:g}"' if patch.opacity < 1 else ""
        yield (
            f'<rect x="{_short(x)}" y="{_short(y)}" width="{_short(patch.width * wide)}" '
            f'height="{_short(patch.height * ROW)}" class="c{inks.index(bit.ink)}"{see}/>'
        )


def _letters(row: int, bit: Bit, inks: list[str]) -> str:
    """Letters stretched or squeezed to their cells, should the font be wider or narrower."""
    text = bit.text.rstrip(" ")
    cells = bit.cells - (len(bit.text) - len(text))
    kind = "w" if cells == 2 * len(clusters(text)) else "n"
    fits = "" if kind == "w" and len(text) > 1 else ' lengthAdjust="spacingAndGlyphs"'
    classes = " ".join(filter(None, (kind, f"c{inks.index(bit.ink)}", bit.classes)))
    return (
        f'<text x="{bit.cell * CELL}" y="{row * ROW + _BASE}" '
        f'textLength="{cells * CELL}"{fits} class="{classes}">'
        f"{escape(text, quote=False)}</text>"
    )


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _classes(style: Style | None) -> str:
    if style is None:
        return ""
    marks = (("b", style.bold), ("i", style.italic), ("u", style.underline), ("d", style.dim))
    return " ".join(name for name, is_set in marks if is_set)


def _colours(style: Style | None, ground: Ground) -> tuple[str, str]:
    ink = _hex(style.color if style else None, ground.ink)
    paper = _hex(style.bgcolor if style else None, ground.paper)
    return (paper, ink) if style is not None and style.reverse else (ink, paper)


def _hex(color: Color | None, default: str) -> str:
    if color is None or color.type is ColorType.DEFAULT:
        return default
    return color.get_truecolor().hex
