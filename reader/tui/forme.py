"""The forme of a pane: how its cells are divided into text and the white around it."""

from __future__ import annotations

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
MOST_COLUMNS = 3
GAP = 5
"""Cells between two columns: two that marks may reach into, one for a rule, two of paper."""
RULE_AT = REACH
"""Cells from a column's measure to the rule that parts it from the next."""
LEAST_COLUMN = 40
"""Cells under which no column is set, unless so few are wanted."""
LEAST_HEIGHT = 16
"""A pane of fewer rows has one column: eyes would be at the top of the next before they settle."""


class Forme:
    """A pane of so many cells and rows, and the measure wanted in it, in cells.

    All of it is worked out when it is made: each row of each frame asks.
    """

    def __init__(self, width: int, height: int, wanted: int, columns_from: int = 0) -> None:
        """`columns_from`: cells of pane from which text runs in columns; 0: never."""
        self.width = width
        self.height = height
        self.wanted = wanted
        self.columns_from = columns_from
        self.edge = EDGE if width > ROOMY else 1
        """The least cells of paper left and right of the text."""
        self.columns = self._count()
        """The columns text runs in."""
        self.measure = max(4, min(wanted, self._room(self.columns)))
        """The measure that is set, of each column: the one wanted, or what there is room for."""
        self.span = self.columns * self.measure + (self.columns - 1) * GAP
        """The cells of all columns with the gaps between them: the measure of what stands across them."""
        self.left = max(self.edge, (width - self.span - GUTTER) // 2)
        """Cells between the pane's edge and the text, which stands in the middle."""
        self.lefts = tuple(self.left + column * (self.measure + GAP) for column in range(self.columns))
        """Cells between the pane's edge and each of the columns."""
        self.air = 1 if height >= TALL else 0
        """White rows above the text."""
        self.rows = max(1, height - self.air)
        """Rows of text on a screen."""

    def _count(self) -> int:
        """How many columns: two from the width on that was asked for, three from half as much again.

        A column may be narrower than the measure wanted, by a quarter at the most; else there is one less.
        """
        if not self.columns_from or self.width < self.columns_from or self.height < LEAST_HEIGHT:
            return 1
        least = max(min(LEAST_COLUMN, self.wanted), (self.wanted * 3 + 3) // 4)
        count = min(MOST_COLUMNS, 2 * self.width // self.columns_from)
        while count > 1 and self._room(count) < least:
            count -= 1
        return count

    def _room(self, columns: int) -> int:
        """The cells there are for each of so many columns."""
        return (self.width - 2 * self.edge - GUTTER - (columns - 1) * GAP) // columns

    def column_at(self, x: int) -> int:
        """Return the column that a cell of the pane belongs to; a gap belongs to the one on its left.

        The cells of paper right of a rule belong to the column they lead into.
        """
        column = (x - self.left + GAP - RULE_AT - 1) // (self.measure + GAP)
        return max(0, min(self.columns - 1, column))
