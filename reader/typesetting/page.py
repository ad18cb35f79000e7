"""A page made up: every story of it in its place, for a window of so many cells and rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reader.typesetting.line import NARROWEST, Line, Setting
from reader.typesetting.page_block import GAP, Block, Grid
from reader.typesetting.page_division import Cell, Need, divided
from reader.typesetting.page_head import HeadLine
from reader.typesetting.page_rules import page_rules
from reader.typesetting.piece import Piece

_FULL = 1.15
"""How much more room than its lines a page takes: white, and lines that do not come out even."""
FEWEST, MOST = 2, 6
"""Columns of a page; one too narrow for two has one."""
MARGIN = 1
"""Cells of white at either side of a page."""
_UNIT = {True: 27, False: 33}
"""Cells a column and its gap take at the least, in a paper of full-width and of Latin characters."""


class Placed(NamedTuple):
    """A story and the rectangle of the page it stands in, in cells and rows."""

    key: str
    x: int
    y: int
    width: int
    rows: int
    is_whole: bool
    """Is all of its text on the page?"""


class Printed(NamedTuple):
    """A line and where it stands: cells from the left of the page."""

    x: int
    line: Line
    story: int
    """Which of the page's stories it belongs to; -1 for rules, frames and the head."""
    photo: Piece | None = None
    """The photo of which it is a row."""


class Page(NamedTuple):
    """A page as it is printed."""

    width: int
    columns: int
    rows: tuple[tuple[Printed, ...], ...]
    """What stands in each row, from the left; nothing overlaps."""
    stories: tuple[Placed, ...]
    """In their order of weight."""
    cell: int = 0
    """Cells of a column."""
    leaves: tuple[tuple[int, int], ...] = ()
    """Where each leaf of paper lies, when several lie side by side: from which cell to before which."""


def grid_for(width: int, *, is_cjk: bool) -> Grid:
    """Return the columns for a page of so many cells: `FEWEST` to `MOST`, all of one width.

    A Chinese column has at least 12 characters, as in print; a line of even cells has room for whole ones.
    A page of fewer than two columns of `NARROWEST` cells has one: lines are not set narrower, and two would
    run into each other.
    """
    columns = max(FEWEST, min(MOST, (width + 1) // _UNIT[is_cjk]))
    if width < FEWEST * NARROWEST + GAP:
        columns = 1
    margin = MARGIN if width > 44 else 0
    cell = (width - 2 * margin - GAP * (columns - 1)) // columns
    return Grid(columns, cell - (cell % 2 if is_cjk and cell > 20 else 0), margin)


class Divided(NamedTuple):
    """A page divided among its blocks."""

    cells: tuple[Cell, ...]
    rows: int
    """The rows really used."""
    is_whole: bool
    """Is all of every story's text on it?"""


def divide(blocks: Sequence[Block], grid: Grid, rows: int) -> Divided:
    """Divide a page of so many rows among its blocks.

    Where there is too little text the page is shorter, but not so short that a story is cut; where not even
    the headlines stand it is longer.
    """
    whole = sum(block.rows_whole(1) + 1 for block in blocks)
    used = rows
    if whole * _FULL < rows * grid.columns:
        used = max(6, min(rows, round(whole * _FULL / grid.columns) + 1))
    wholes, leasts = (
        [cache(block.rows_whole) for block in blocks],
        [cache(block.rows_least) for block in blocks],
    )
    while True:
        shares = _shares(blocks, grid, used)
        needs = [
            Need(block.cost, share, of_whole, of_least)
            for block, share, of_whole, of_least in zip(blocks, shares, wholes, leasts, strict=True)
        ]
        cells, used = divided(needs, grid.columns, used)
        # What is missing of stories that are cut, in columns times rows.
        missing = sum(
            max(0, needed(cell.columns) - cell.rows) * cell.columns
            for needed, cell in zip(wholes, cells, strict=True)
        )
        if used >= rows or not missing:
            return Divided(cells, used, not missing)
        used = min(rows, used + max(2, used // 5, -(-missing // grid.columns) + 1))


def _shares(blocks: Sequence[Block], grid: Grid, rows: int) -> list[float]:
    """What each block should have of the page: by weight, but none more than it can fill."""
    whole = [float(block.rows_whole(1) + 1) for block in blocks]
    parts = [(1.0, 2.0, 3.2, 6.5)[block.weight] for block in blocks]
    left = float(grid.columns * rows)
    shares = [0.0] * len(blocks)
    open_ = set(range(len(blocks)))
    while open_:
        unit = left / sum(parts[at] for at in open_)
        capped = {at for at in open_ if whole[at] <= unit * parts[at]}
        if not capped:
            for at in open_:
                shares[at] = unit * parts[at]
            break
        for at in capped:
            shares[at] = whole[at]
            left -= whole[at]
        left = max(left, 1.0)
        open_ -= capped
    return shares


def printed(
    blocks: Sequence[Block],
    cells: Sequence[Cell],
    grid: Grid,
    rows: int,
    setting: Setting,
    *,
    head: Sequence[HeadLine],
    head_rows: int,
) -> Page:
    """Return the page: head, blocks in their rectangles, rules between them."""
    lines: list[list[Printed]] = [[] for _ in range(head_rows + rows)]
    for x, y, line in head:
        lines[y].append(Printed(x, line, -1))
    stories: list[Placed] = []
    for block, cell in zip(blocks, cells, strict=True):
        placed, areas = block.set(cell.columns, cell.rows)
        left, top = grid.margin + grid.left(cell.column), head_rows + cell.row
        for x, y, line, owner, photo in placed:
            story = len(stories) + owner if owner >= 0 else -1
            lines[top + y].append(Printed(left + x, line, story, photo))
        for of_block, area in zip(block.stories, areas, strict=True):
            x, y = left + area.x, top + area.y
            stories.append(Placed(of_block.key, x, y, area.width, area.rows, area.is_whole))
    for x, y, line in page_rules(cells, grid, rows, is_plain=setting.plain or setting.ambiguous == 2):
        lines[head_rows + y].append(Printed(grid.margin + x, line, -1))
    return Page(
        grid.page_width,
        grid.columns,
        tuple(tuple(sorted(row, key=lambda printed: printed.x)) for row in lines),
        tuple(stories),
        grid.cell,
    )
