"""The forme of a pane: how its cells are divided into text and the white around it."""

from __future__ import annotations

from typing import NamedTuple

GUTTER = 1
"""Cells a full-width mark may reach past the measure."""
REACH = 2
"""Cells a mark may reach past it at the most, where marks hang."""
EDGE = 2
"""The least cells of paper left and right of the text."""
ROOMY = 44
"""A pane of no more cells keeps one cell at each edge only."""
TALL = 24
"""A pane of so many rows leaves the first one white."""


class Forme(NamedTuple):
    """A pane of so many cells and rows, and the measure wanted in it, in cells."""

    width: int
    height: int
    wanted: int

    @property
    def edge(self) -> int:
        """The least cells of paper left and right of the text."""
        return EDGE if self.width > ROOMY else 1

    @property
    def measure(self) -> int:
        """The measure that is set: the one wanted, or what there is room for."""
        return max(4, min(self.wanted, self.width - 2 * self.edge - GUTTER))

    @property
    def left(self) -> int:
        """Cells between the pane's edge and the text, which stands in the middle."""
        return max(self.edge, (self.width - self.measure - GUTTER) // 2)

    @property
    def air(self) -> int:
        """White rows above the text."""
        return 1 if self.height >= TALL else 0

    @property
    def rows(self) -> int:
        """Rows of text on a screen."""
        return max(1, self.height - self.air)
