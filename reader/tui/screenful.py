"""What stands on a screen of columns: the head across them, the lines in each, how many that takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.typesetting.columns import balanced
from reader.typesetting.galley import Line
from reader.typesetting.look import is_above_body

LEAST_ROWS = 4
"""Under a head that leaves fewer rows no columns begin, and no column is opened for fewer lines."""
AHEAD = 12
"""Lines beyond a screen's room that its make-up looks at: blank ones dropped between columns, the rest of a
paragraph at its foot."""


class Screenful(NamedTuple):
    """A screen's lines, in their places."""

    head: tuple[Line, ...]
    """Lines across all columns, above them."""
    columns: tuple[tuple[Line, ...], ...]
    """The lines of the columns; of those that few lines leave empty none is here."""
    taken: int
    """How many lines of the galley that is, blank ones between columns included."""

    @property
    def lines(self) -> list[Line]:
        """Every line, in reading order."""
        return [*self.head, *(line for column in self.columns for line in column)]

    def row(self, at: int) -> tuple[Line | None, ...]:
        """Return what stands side by side in a row: a line of the head, or one of each column (or None).

        A row below everything is empty.
        """
        if at < len(self.head):
            return (self.head[at],)
        at -= len(self.head)
        row = tuple(column[at] if at < len(column) else None for column in self.columns)
        return row if any(row) else ()


def made_up(lines: Sequence[Line], columns: int, rows: int) -> Screenful:
    """Make up a screen of `rows` rows that begins with the first of these lines.

    Lines of the head at the beginning stand across the columns, with the blank line that parts them from the
    text. All lines are taken only if they are the last of their copy, or too few to fill the screen.
    """
    across = 0
    while across < min(len(lines), rows) and _is_across(lines, across):
        across += 1
    while across and across < min(len(lines), rows) and lines[across].is_blank:
        across += 1
    head, rest = tuple(lines[:across]), rows - across
    if head and rest < LEAST_ROWS:
        return Screenful(head, (), across)
    opened = max(1, min(columns, (len(lines) - across) // LEAST_ROWS))
    division = balanced(lines[across:], opened, rest)
    return Screenful(head, tuple(filter(None, division.columns)), across + division.taken)


def _is_across(lines: Sequence[Line], at: int) -> bool:
    """Does this line belong to the head, or is it the rule under it, which is of the head's last block?"""
    line = lines[at]
    is_rule = at > 0 and line.block == lines[at - 1].block and line.start == line.end and bool(line.runs)
    return is_above_body(line.role) or (is_rule and is_above_body(lines[at - 1].role))
