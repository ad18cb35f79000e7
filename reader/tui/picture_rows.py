"""The rows of pictures in a pane: the picture when it is there, until then a frame in its place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.inks import Inks
from reader.tui.painting import Drawn, inked
from reader.tui.pictures import Order, Pictures
from reader.tui.sayings import PICTURE_LOADING
from reader.typesetting.galley import Line, Setting
from reader.typesetting.piece import Piece

if TYPE_CHECKING:
    from reader.tui.picture_prints import Print
    from reader.tui.widgets.set_pane import SetPane


_NOTHING = Drawn((), 0)


def picture_cells(
    line: Line, order: Order, piece: Piece, setting: Setting, pictures: Pictures, inks: Inks
) -> Drawn:
    """Return a row of a picture; while it is not there, of the frame that stands in the middle of its rows.

    `piece` is the photo and `setting` how it is set, both for the frame.
    """
    found = pictures.print_of(order, inks)
    if found is not None:
        row = _row_of(line, found)
        if row is None:
            return _NOTHING
        before = (order.columns - found.columns) // 2
        white = Segment(" " * before, inks.text)
        return Drawn((white, *pictures.row(order, found, row)), before + found.columns)
    from reader.typesetting.picture import frame_lines

    title = pictures.fault(order.file) or PICTURE_LOADING
    frame = list(islice(frame_lines(line.block, piece, setting, title), line.rows))
    row = line.row - (line.rows - len(frame)) // 2
    if not 0 <= row < len(frame):
        return _NOTHING
    return Drawn(tuple(inked(frame[row], inks)), frame[row].width)


class PictureRows:
    """Paints the lines of the role PICTURE for a pane."""

    def __init__(self, pane: SetPane) -> None:
        self._pane = pane
        self._over: dict[tuple[int, int], str] = {}
        """What is to be drawn over the pane that is being painted, by row and cell of it."""

    def strip(self, line: Line, *, left: int, width: int) -> Strip:
        """Return a row of a picture as a strip of `width` cells, its measure beginning `left` cells in."""
        ground, row = self._pane.inks.text, self.cells(line)
        after = Segment(" " * max(0, width - left - row.width), ground)
        return Strip([Segment(" " * left, ground), *row.segments, after], max(width, left + row.width))

    def cells(self, line: Line) -> Drawn:
        """Return a row of a picture as the cells of its measure, from the left."""
        pictures, order, viewport = self._pane.setting.pictures, self._order(line), self._pane.viewport
        if order is None or viewport is None or not isinstance(pictures, Pictures):
            return _NOTHING
        galley = viewport.galley
        piece = galley.copy.piece(line.block)
        assert piece is not None
        return picture_cells(line, order, piece, galley.setting, pictures, self._pane.inks)

    def painted(self, rows: range) -> None:
        """Draw over these rows of the pane what is to be, once their frame stands: it would wipe it out.

        Asked of every frame, for Textual remembers strips and does not ask for them again.
        """
        pictures = self._pane.setting.pictures
        if not isinstance(pictures, Pictures):
            return
        for y in rows:
            for line, left in self._pane.placed_lines(y):
                order = self._order(line) if line.rows else None
                found = pictures.ready(order) if order is not None else None
                row = _row_of(line, found) if found is not None else None
                if order is not None and found is not None and found.over and row is not None:
                    if not self._over:
                        self._pane.call_after_refresh(self._draw)
                    self._over[y, left + (order.columns - found.columns) // 2] = found.over[row]

    def repaint(self) -> None:
        """Paint again if there are rows of pictures on the screen."""
        if any(line.rows for line in self._pane.lines):
            self._pane.refresh()

    def shows(self, file: str) -> bool:
        """Are there rows of this picture on the screen?"""
        viewport = self._pane.viewport
        if viewport is None:
            return False
        pieces = [viewport.galley.copy.piece(line.block) for line in self._pane.lines if line.rows]
        return any(piece is not None and piece.link == file for piece in pieces)

    def _order(self, line: Line) -> Order | None:
        """The picture a line is a row of, as large as it is wanted here."""
        viewport = self._pane.viewport
        piece = viewport.galley.copy.piece(line.block) if viewport is not None else None
        if viewport is None or piece is None or piece.link is None:
            return None
        return Order(piece.link, viewport.galley.setting.measure, line.rows, self._pane.inks.palette.name)

    def _draw(self) -> None:
        over, self._over = self._over, {}
        pictures, region = self._pane.setting.pictures, self._pane.region
        # Under the command palette nothing is drawn: it would come to lie upon it.
        if not isinstance(pictures, Pictures) or pictures.send is None or not self._pane.screen.is_current:
            return
        drawn = "".join(
            f"\x1b[{region.y + y + 1};{region.x + x + 1}H{sequence}"
            for (y, x), sequence in sorted(over.items())
        )
        pictures.send(f"\x1b7{drawn}\x1b8")


def _row_of(line: Line, found: Print) -> int | None:
    """Which row of a print a line shows: it stands in the middle of the rows kept for it."""
    row = line.row - (line.rows - len(found.strips)) // 2
    return row if 0 <= row < len(found.strips) else None
