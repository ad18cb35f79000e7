"""A set line: its runs, the characters it covers, and the setting it was made for."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from reader.edition.wording import Wording
from reader.typesetting.role import Role

NARROWEST = 18
"""The least measure, in cells, that is set as asked; a narrower one is set as this."""


class Pictures(Protocol):
    """What the typesetter asks about the pictures of an edition; nobody there knows how they are shown."""

    def fault(self, file: str) -> Wording | None:
        """Return in a word or two why a picture is not to be shown; None when there is room to be kept."""

    def rows(self, file: str, columns: int, most: int) -> int:
        """Return how many rows a picture takes in so many columns, from 1 to `most`."""


class Setting(NamedTuple):
    """How copy is to be set."""

    measure: int
    """Cells of a line; below `NARROWEST` counts as `NARROWEST`."""
    ambiguous: int = 1
    """Cells of characters of ambiguous width (UAX #11): 1 or 2, as the terminal draws them."""
    gutter: bool = False
    """May a mark stand in a margin of one cell? Then a line that ends in a closing mark may be measure + 1
    cells wide: a full-width mark stands half in the margin, a half-width one in Chinese text wholly."""
    hanging: bool = False
    """May 、，。 stand wholly in the margin? Then a line that ends in one may be measure + 2 cells wide."""
    justified: bool = False
    """Is the rest of a line spread over its gaps?"""
    plain: bool = False
    """Is it for output without box drawing and block elements?"""
    is_cjk: bool = True
    """Is the paper written in Chinese, Japanese or Korean?"""
    head_measure: int = 0
    """Cells of a line of the head, which stands across columns; 0: as many as of any other line."""
    pictures: Pictures | None = None
    """None: a photo is told in words, as plain output does."""
    screen: int = 0
    """Rows that are seen at a time, of which a picture takes a part; 0: as many as it likes."""


class Spot(NamedTuple):
    """A line of a galley: its block and its number in the block, both from 0."""

    block: int
    line: int


class Run(NamedTuple):
    """A stretch of a line that plays one role."""

    text: str
    start: int | None
    """Offset of the first character in the piece's text; None for what the layout made."""
    role: Role


class Line(NamedTuple):
    """One set line. `start` and `end` are offsets in the text of its piece; a blank line has no runs."""

    block: int
    start: int
    end: int
    runs: tuple[Run, ...]
    width: int
    """Cells of all runs together."""
    role: Role
    row: int = 0
    """Of a picture, which has lines without runs: which of its rows this is, from 0."""
    rows: int = 0
    """Of a picture: how many rows are kept for it."""

    @property
    def is_blank(self) -> bool:
        """Is it white: neither text nor a row of a picture?"""
        return not self.runs and not self.rows

    @property
    def text(self) -> str:
        """The line as it stands in the measure, indents and decorations included."""
        return "".join(run.text for run in self.runs)
