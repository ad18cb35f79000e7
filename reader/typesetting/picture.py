"""A photo whose file is known: rows kept for its picture, or a frame that says in words what is not seen."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.typesetting.blocks import ListedBlock, SetBlock
from reader.typesetting.line import Line, Pictures, Run, Setting
from reader.typesetting.look import measure_of
from reader.typesetting.paragraph import Room, set_paragraph
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.width import clusters, text_width

MOST_ROWS = 20
"""Rows of a picture, however wide the measure; more would push its article off the screen."""
FEWEST_ROWS = 4
_FRAME = ("┌", "─", "┐", "│", "└", "┘")
_PLAIN_FRAME = ("+", "-", "+", "|", "+", "+")


def picture_block(block: int, piece: Piece, setting: Setting, pictures: Pictures) -> SetBlock:
    """Return the lines of a photo with a file: the rows of its picture, or a frame where there is none."""
    assert piece.link is not None
    fault = pictures.fault(piece.link)
    if fault is not None:
        return ListedBlock(frame_lines(block, piece, setting, fault))
    rows = pictures.rows(piece.link, measure_of(setting), most_rows(setting))
    return PictureBlock(block, piece, rows)


def most_rows(setting: Setting) -> int:
    """Return the most rows a picture takes: in the shape of a print, and with text left on the screen."""
    rows = min(MOST_ROWS, measure_of(setting) // 3)
    if setting.screen:
        rows = min(rows, setting.screen * 3 // 5)
    return max(rows, FEWEST_ROWS)


class PictureBlock:
    """Rows kept for a picture. Every one stands for the whole text, so no place lies within it."""

    def __init__(self, block: int, piece: Piece, rows: int) -> None:
        self._block = block
        self._end = len(piece.text)
        self._rows = rows

    def line(self, number: int) -> Line | None:
        """Return the line of this number, or None."""
        if not 0 <= number < self._rows:
            return None
        return Line(self._block, 0, self._end, (), 0, Role.PICTURE, number, self._rows)

    def count(self) -> int:
        """Return the number of lines."""
        return self._rows

    def number_at(self, character: int) -> int:  # noqa: ARG002 - as every block answers
        """Return the first line: a picture is shown from its top."""
        return 0


def frame_lines(block: int, piece: Piece, setting: Setting, title: Wording) -> Iterator[Line]:
    """Yield a frame around a photo's words, with `title` in its upper edge, in the paper's language.

    Box drawing is of ambiguous width; where that is two cells the frame is of ASCII.
    """
    is_drawn = setting.ambiguous == 1
    upper_left, bar, upper_right, side, lower_left, lower_right = _FRAME if is_drawn else _PLAIN_FRAME
    width = measure_of(setting)
    said = _clipped(f" {title.say('zh' if setting.is_cjk else 'en')} ", width - 4, setting.ambiguous)
    rest = width - 3 - text_width(said, setting.ambiguous)

    def edge(words: str, start: int, end: int) -> Line:
        return Line(block, start, end, (Run(words, None, Role.PHOTO),), width, Role.PHOTO)

    yield edge(f"{upper_left}{bar}{said}{bar * rest}{upper_right}", 0, 0)
    room = Room(width - 4, width - 4, ambiguous=setting.ambiguous)
    for start, end, wide in set_paragraph(piece.text.replace("\n", " "), room):
        runs = (
            Run(f"{side} ", None, Role.PHOTO),
            Run(piece.text[start:end], start, Role.PHOTO),
            Run(f"{' ' * (width - 4 - wide)} {side}", None, Role.PHOTO),
        )
        yield Line(block, start, end, runs, width, Role.PHOTO)
    yield edge(f"{lower_left}{bar * (width - 2)}{lower_right}", len(piece.text), len(piece.text))


def _clipped(words: str, cells: int, ambiguous: int) -> str:
    """As many characters as have room."""
    taken = ""
    for cluster in clusters(words):
        if text_width(taken + cluster, ambiguous) > cells:
            break
        taken += cluster
    return taken
