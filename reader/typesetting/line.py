"""A set line: its runs, the characters it covers, and the setting it was made for."""

from __future__ import annotations

from typing import NamedTuple

from reader.typesetting.role import Role

NARROWEST = 18
"""The least measure, in cells, that is set as asked; a narrower one is set as this."""


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

    @property
    def text(self) -> str:
        """The line as it stands in the measure, indents and decorations included."""
        return "".join(run.text for run in self.runs)
