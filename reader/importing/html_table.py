"""The grid of an HTML table: cells put into rows, and whether it is a table at all or a layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.body import Block, ListItem, Paragraph, PhotoPlace, Quote, Subhead, Table, Verse
from reader.edition.joining import joined

_WIDEST = 100
"""As many columns as one cell may span, fewer than browsers allow."""
_DEEPEST = 1000
_MOST_FILLERS = 5_000
"""As many empty cells as spans may add to one table, so that a small file does not become a large one."""


class Piece(NamedTuple):
    """A block and where it comes from."""

    block: Block
    tag: str
    """The innermost element around it that parts paragraphs; empty for bare text."""
    classes: str
    """The classes of that element, as written."""
    ids: tuple[str, ...]
    """The ids on the way from the block before it to its end: what a link may lead to."""


class Grid:
    """A table being read; the cell that is open takes the blocks."""

    def __init__(self, *, is_layout: bool) -> None:
        self._is_layout = is_layout
        self._rows: list[list[list[Piece]]] = []
        self._spans: dict[int, int] = {}
        self._fillers = 0
        self.row_is_open = False

    def open_row(self) -> None:
        """Begin a row."""
        if self._rows:
            # A row that ended before a span from above has used it up too.
            reached = len(self._rows[-1])
            self._spans = {column: left - (column >= reached) for column, left in self._spans.items()}
        self._rows.append([])
        self.row_is_open = True
        self._fill_spans()

    def close_row(self) -> None:
        """End the row; the next cell begins one."""
        self.row_is_open = False

    def open_cell(self, columns: int, rows: int) -> list[Piece]:
        """Begin a cell that spans so many columns and rows; what it holds is put into the list returned."""
        if not self.row_is_open:
            self.open_row()
        row = self._rows[-1]
        cell: list[Piece] = []
        at = len(row)
        row.append(cell)
        columns = max(1, min(columns, _WIDEST))
        self._fill(columns - 1)
        if rows > 1:
            spanned = range(at, min(at + columns, _WIDEST))
            self._spans.update(dict.fromkeys(spanned, min(rows, _DEEPEST) - 1))
        self._fill_spans()
        return cell

    def _fill(self, count: int) -> None:
        count = min(count, _MOST_FILLERS - self._fillers)
        self._fillers += count
        self._rows[-1].extend([] for _ in range(count))

    def _fill_spans(self) -> None:
        """Leave empty where cells of rows above reach down to."""
        row = self._rows[-1]
        while self._fillers < _MOST_FILLERS and (left := self._spans.pop(len(row), 0)) > 0:
            if left > 1:
                self._spans[len(row)] = left - 1
            self._fill(1)

    def pieces(self, tag: str, classes: str) -> Iterator[Piece]:
        """Yield the table as a block, or what it holds where it only arranges things on a page."""
        rows = [row for row in self._rows if any(row)]
        if self._arranges(rows):
            for row in rows:
                for cell in row:
                    yield from cell
            return
        inside = [piece for row in rows for cell in row for piece in cell]
        texts = [tuple(_text(cell) for cell in row) for row in rows]
        filled = tuple(row for row in texts if any(row))
        if filled:
            yield Piece(Table(0, filled), tag, classes, tuple(name for piece in inside for name in piece.ids))
        yield from (piece for piece in inside if isinstance(piece.block, PhotoPlace))

    def _arranges(self, rows: list[list[list[Piece]]]) -> bool:
        if self._is_layout or max(map(len, rows), default=0) < 2:
            return True
        cells = [cell for row in rows for cell in row]
        if any(_is_heavy(cell) for cell in cells):
            return True
        with_photo = any(isinstance(piece.block, PhotoPlace) for cell in cells for piece in cell)
        return with_photo and sum(bool(_text(cell)) for cell in cells) < 4


def _is_heavy(cell: list[Piece]) -> bool:
    """Does a cell hold what does not go on one line?"""
    for piece in cell:
        if isinstance(piece.block, Subhead | Quote | Verse | Table):
            return True
        if isinstance(piece.block, ListItem) and piece.block.ordinal:
            return True
    return sum(isinstance(piece.block, Paragraph | ListItem) for piece in cell) > 3


def _text(cell: list[Piece]) -> str:
    return joined(getattr(piece.block, "text", "") for piece in cell)
