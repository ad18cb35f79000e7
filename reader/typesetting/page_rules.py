"""The rules of a page: lines between columns and stories, joined where they meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.typesetting.line import Line, Run
from reader.typesetting.page_block import GAP, Grid
from reader.typesetting.page_division import Cell
from reader.typesetting.role import Role

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
# By the sides from which a rule comes: the sum of the four above.
_JOINTS = "││││─┘┐┤─└┌├─┴┬┼"
# None is an upright rule of a single row.
_PLAIN = str.maketrans("─│┘┐┤└┌├┴┬┼", "-|+++++++++")


def page_rules(
    cells: Iterable[Cell], grid: Grid, rows: int, *, is_plain: bool
) -> Iterator[tuple[int, int, Line]]:
    """Yield the rules between these rectangles: cells from the left, row, and the piece of rule.

    `is_plain` asks for ASCII, for terminals that draw box characters two cells wide.
    """
    upright, level = _places(cells, grid, rows)
    pieces: list[tuple[int, int, str]] = []
    for x, y in sorted(upright | level, key=lambda place: (place[1], place[0])):
        mark = _mark(x, y, upright, level)
        if pieces and pieces[-1][1] == y and pieces[-1][0] + len(pieces[-1][2]) == x:
            pieces[-1] = (pieces[-1][0], y, pieces[-1][2] + mark)
        else:
            pieces.append((x, y, mark))
    for x, y, marks in pieces:
        shown = marks.translate(_PLAIN) if is_plain else marks
        yield x, y, Line(-1, 0, 0, (Run(shown, None, Role.RULE),), len(marks), Role.RULE)


def _places(
    cells: Iterable[Cell], grid: Grid, rows: int
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The places (cell, row) through which upright and level rules run."""
    upright: set[tuple[int, int]] = set()
    level: set[tuple[int, int]] = set()
    for column, row, columns, height in cells:
        left, right = grid.left(column), grid.left(column) + grid.width(columns)
        is_last = row + height >= rows
        if column:
            upright.update((left - GAP + 1, y) for y in range(row, row + height + (not is_last)))
        if not is_last:
            # Into the white at either side, where it meets the upright rules.
            first = left - 1 if column else left
            end = right + 1 if column + columns < grid.columns else right
            level.update((x, row + height) for x in range(first, end))
    return upright, level


def _mark(x: int, y: int, upright: set[tuple[int, int]], level: set[tuple[int, int]]) -> str:
    sides = _UP * ((x, y - 1) in upright) + _DOWN * ((x, y + 1) in upright)
    if (x, y) not in upright:
        # Below a level rule an upright one may begin.
        return "┬" if sides & _DOWN else "─"
    return _JOINTS[sides + _LEFT * ((x - 1, y) in level) + _RIGHT * ((x + 1, y) in level)]
