"""A place in a file as one number, so that a large edition keeps its places at the cost of integers."""

from __future__ import annotations

COLUMN_BITS = 28
"""A line may be as long as any file the loader accepts."""

_COLUMN = (1 << COLUMN_BITS) - 1


def packed(line: int, column: int) -> int:
    """Return a position from line and column counted from 1."""
    return (line - 1) << COLUMN_BITS | (column - 1)


def unpacked(at: int) -> tuple[int, int]:
    """Return line and column, counted from 1, columns in characters."""
    return (at >> COLUMN_BITS) + 1, (at & _COLUMN) + 1


def line_of(at: int) -> int:
    """Return the line, counted from 1."""
    return (at >> COLUMN_BITS) + 1
