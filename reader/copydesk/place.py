"""Where something stands in a file, as people and programs count."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from reader.loading.scalars import LINE_BREAK
from reader.typesetting.width import text_width


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1.

    `start` and `end` are offsets in the file's text, in characters, without a byte order mark. Columns are in
    characters, cells in cells of a terminal; the end is behind the last character.
    """

    start: int
    end: int
    line: int
    column: int
    cell: int
    end_line: int
    end_column: int
    end_cell: int


class Lines:
    """The lines of a text, to turn offsets into places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def line(self, number: int) -> str:
        """Return a line without its end; the first is 1."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")

    def start(self, number: int) -> int:
        """Return the offset of a line's first character; the first line is 1."""
        return self._starts[number - 1]

    def line_at(self, offset: int) -> int:
        """Return the number of the line an offset is in."""
        return bisect_right(self._starts, offset)

    def place(self, start: int, end: int) -> Place:
        """Return a stretch of the text as a place."""
        line, column, cell = self._point(start)
        end_line, end_column, end_cell = (line, column, cell) if end == start else self._point(end)
        return Place(start, end, line, column, cell, end_line, end_column, end_cell)

    def _point(self, offset: int) -> tuple[int, int, int]:
        line = self.line_at(offset)
        start = self._starts[line - 1]
        before = self._text[start:offset]
        return line, offset - start + 1, text_width(before) + 1
