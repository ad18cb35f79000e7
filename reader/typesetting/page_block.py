"""What stands in one place of a page: a story with its text in columns, or a box of notices and briefs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from reader.typesetting.columns import balanced
from reader.typesetting.line import Line, Run, Setting
from reader.typesetting.page_division import IMPOSSIBLE
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.story import Fullness, Story
from reader.typesetting.weight import Weight
from reader.typesetting.width import text_width

GAP = 3
"""Cells between two columns: white, rule, white."""
_MOST = 400
"""Lines of a story that are ever looked at for one page."""


class Grid(NamedTuple):
    """The columns of a page."""

    columns: int
    cell: int
    """Cells of one column."""
    margin: int = 1
    """Cells of white at either side of the page."""

    @property
    def page_width(self) -> int:
        """Cells of the whole page."""
        return self.width(self.columns) + 2 * self.margin

    def narrowed(self, columns: int) -> Grid:
        """Return a grid of so many of these columns, but not fewer than two nor more than there are."""
        return self._replace(columns=min(self.columns, max(2, columns)))

    def width(self, columns: int) -> int:
        """Return the cells of so many columns and the gaps between them."""
        return columns * self.cell + (columns - 1) * GAP

    def left(self, column: int) -> int:
        """Return the cells left of a column."""
        return column * (self.cell + GAP)


class Set(NamedTuple):
    """A line of a story in its place: cells from the left and rows from the top of the block."""

    x: int
    y: int
    line: Line
    story: int
    """Which of the block's stories it belongs to; -1 for the block's own furniture."""
    photo: Piece | None = None
    """The photo of which it is a row."""


class Area(NamedTuple):
    """Where one story stands in a block."""

    x: int
    y: int
    width: int
    rows: int
    is_whole: bool
    """Is all of its text there?"""


class Block(Protocol):
    """A story or a box of several."""

    @property
    def stories(self) -> Sequence[Story]:
        """The stories in it."""

    @property
    def weight(self) -> Weight:
        """What it weighs on the page."""

    def rows_whole(self, columns: int) -> int:
        """Return the rows in which all of it stands, in so many columns."""

    def rows_least(self, columns: int) -> int:
        """Return the rows in which its headlines stand."""

    def cost(self, columns: int, rows: int) -> float:
        """Return how badly it stands in so many columns and rows."""

    def set(self, columns: int, rows: int) -> tuple[list[Set], list[Area]]:
        """Return its lines and where each of its stories stands."""


class StoryBlock:
    """A story: its head over all its columns, its text in them."""

    def __init__(self, story: Story, grid: Grid, setting: Setting) -> None:
        self.stories = (story,)
        self.weight = story.weight
        self._story = story
        self._grid = grid
        self._setting = setting
        self._is_centred = setting.is_cjk
        self._rows_of_head: dict[int, list[int]] = {}

    @cached_property
    def need(self) -> int:
        """Lines of its text in one column, as far as a page could ever show them."""
        return len(self._story.body(self._grid.cell, _MOST))

    def rows_whole(self, columns: int) -> int:
        """Return the rows in which all of it stands."""
        # Columns seldom come out even: a line more keeps what belongs together.
        text = self._air(99) - (-self.need // columns) + (columns > 1) if self.need else 0
        return self._head_rows(columns)[Fullness.ALL] + text

    def rows_least(self, columns: int) -> int:
        """Return the rows of its headline."""
        return max(1, self._head_rows(columns)[Fullness.HEADLINE])

    def cost(self, columns: int, rows: int) -> float:
        """Return how badly it stands: white, too little text, a headline of many lines, short legs."""
        least = self.rows_least(columns)
        if rows < least:
            return IMPOSSIBLE
        fullness, head, body_rows = self._fit(columns, rows)
        cost = 3.0 * max(0, least - 2) + 2.5 * (Fullness.ALL - fullness)
        need, room = self.need, columns * body_rows
        if not need:
            cost += 0.7 * columns * (rows - head)
        elif need <= room:
            cost += 0.7 * (room - need)
        else:
            shown = room / need
            cost += 4.0 if need - room <= 3 * columns else 0.0  # a pity for so few lines
            cost += (1 - shown) * (4 + 4 * self.weight)
            wanted = (3, 5, 8, 12)[self.weight]
            cost += 1.5 * max(0, min(need, wanted) - room)
        if need and columns > 1 and body_rows < 4:
            cost += 4.0 * (4 - body_rows)
        return cost + self._shape(columns, rows)

    def _shape(self, columns: int, rows: int) -> float:
        """Does its width speak of its weight?"""
        most = self._grid.columns
        widest = {
            Weight.LEAD: max(2, most - 1),
            Weight.MAJOR: max(2, most // 2),
            Weight.NORMAL: 2,
            Weight.MINOR: 1,
        }
        cost = 6.0 * max(0, columns - widest[self.weight])
        if self.weight is Weight.LEAD and columns == 1:
            cost += 14.0
        elif self.weight is Weight.LEAD and most >= 5 and columns < 3:
            cost += 6.0
        if self.weight is Weight.MAJOR and columns == 1 and most >= 4:
            cost += 2.0
        wide = self._grid.width(columns)
        if columns > 1 and self.weight < Weight.MAJOR and rows * 4 < wide:
            cost += 3.0
        return cost

    def set(self, columns: int, rows: int) -> tuple[list[Set], list[Area]]:
        """Return its lines: head, text in balanced columns, and a mark where the text goes on elsewhere."""
        grid, cell = self._grid, self._grid.cell
        fullness, _, body_rows = self._fit(columns, rows)
        head = self._head(columns, fullness)[:rows]
        wide = grid.width(columns)
        is_centred = self._is_centred and columns > 1
        placed = [
            Set((wide - line.width) // 2 if is_centred else 0, y, line, 0)
            for y, line in enumerate(head)
            if not line.is_blank
        ]
        is_whole = not self.need
        if self.need and body_rows > 0:
            top = rows - body_rows
            lines = self._story.body(cell, columns * (body_rows + 4))
            division = balanced(lines, columns, body_rows)
            legs = list(division.columns)
            is_whole = division.taken >= len(lines)
            if not is_whole:
                legs[-1] = _without_tail(legs[-1][: body_rows - 1])
                placed.append(self._mark(grid.left(columns - 1), rows - 1))
            for column, leg in enumerate(legs):
                placed += (
                    Set(grid.left(column), top + y, line, 0, self._photo(line))
                    for y, line in enumerate(leg)
                    if not line.is_blank
                )
        elif self.need and len(head) < rows:
            placed.append(self._mark(grid.left(columns - 1), len(head)))
        return placed, [Area(0, 0, wide, rows, is_whole)]

    def _photo(self, line: Line) -> Piece | None:
        return self._story.piece(line.block) if line.rows else None

    def _mark(self, x: int, y: int) -> Set:
        more = self._story.more
        width = text_width(more, self._setting.ambiguous)
        line = Line(-1, 0, 0, (Run(more, None, Role.JUMP),), width, Role.JUMP)
        return Set(x + max(0, self._grid.cell - width), y, line, 0)

    def _head_rows(self, columns: int) -> list[int]:
        """The rows of the head in so many columns, by how full it is."""
        known = self._rows_of_head.get(columns)
        if known is None:
            width = self._grid.width(columns)
            known = self._rows_of_head[columns] = [self._story.head_rows(width, each) for each in Fullness]
        return known

    def _head(self, columns: int, fullness: Fullness) -> list[Line]:
        return self._story.head(self._grid.width(columns), fullness)

    def _fit(self, columns: int, rows: int) -> tuple[Fullness, int, int]:
        """The fullest head that leaves room for text: it, its rows, the rows of text."""
        heads, air, need = self._head_rows(columns), self._air(rows), self.need
        wanted = min(3, -(-need // columns)) + air if need else 0
        for fullness in (Fullness.ALL, Fullness.DECK, Fullness.KICKER):
            if rows - heads[fullness] >= wanted:
                return fullness, heads[fullness], max(0, rows - heads[fullness] - air)
        head = heads[Fullness.HEADLINE]
        return Fullness.HEADLINE, head, max(0, rows - head) if rows - head >= 2 else 0

    def _air(self, rows: int) -> int:
        """White rows between head and text."""
        return 1 if rows >= 9 else 0


def _without_tail(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Take away what no column ends with: a subhead, a blank line."""
    while lines and (not lines[-1].runs or lines[-1].role is Role.SUBHEAD):
        lines = lines[:-1]
    return lines
