"""The pane an article is read in: a set sheet that the mouse can select from and follow links on."""

from __future__ import annotations

import asyncio

from textual import events
from textual.message import Message

from reader.tui.painting import character_at
from reader.tui.sheet import Point, selected_text
from reader.tui.viewport import Standing
from reader.tui.widgets.set_pane import SetPane
from reader.typesetting.galley import Line
from reader.typesetting.role import Role

__all__ = ["GalleyPane", "Standing"]


AHEAD_SECONDS = 0.05
"""How long a screen has been read before the next one's lines are set."""


class GalleyPane(SetPane):
    """Asks for nothing: what the reader does with the text comes up as messages."""

    _setting_ahead: asyncio.TimerHandle | None = None

    class Followed(Message):
        """The reader wants to go where a jump line points."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    class Selected(Message):
        """The reader has selected text with the mouse; it carries nothing of the layout."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def read_on(self) -> bool:
        """Move a screen on, and set the next one once this has been read a moment.

        Who has turned a screen turns the next. A key that is held waits for no screen but its own.
        """
        if self._setting_ahead is not None:
            self._setting_ahead.cancel()
        has_moved = super().read_on()
        if has_moved and self.viewport is not None:
            later = asyncio.get_running_loop().call_later
            self._setting_ahead = later(AHEAD_SECONDS, self.viewport.set_ahead)
        return has_moved

    def link_here(self) -> str | None:
        """Return the link of the last jump line on the screen, or None."""
        links = [link for line in self.lines if line.runs and (link := self._link(line))]
        return links[-1] if links else None

    def line_at(self, x: int, y: int) -> tuple[Line, int] | None:
        """Return the line at a cell of the pane, and how many cells right of the line's beginning that is.

        Of lines in columns it is the one of the column the cell belongs to; None where there is no line.
        """
        forme = self.forme
        row = self.row_of(y - forme.air)
        column = max(0, min(forme.column_at(x), len(row) - 1))
        line = row[column] if row else None
        return None if line is None else (line, x - forme.lefts[column])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines down."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines up."""
        event.stop()
        self.scroll_lines(-3)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection."""
        if event.button != 1:
            return
        self.focus()
        point = self._point(event.x, event.y)
        if point is not None:
            self.capture_mouse()
            self.selection = (point, point)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection on; past the edge it scrolls."""
        if self.selection is None or self.app.mouse_captured is not self:
            return
        if event.y < 0 or event.y >= self.size.height:
            self.scroll_lines(-1 if event.y < 0 else 1)
        point = self._point(event.x, min(max(event.y, 0), self.size.height - 1))
        if point is not None and point != self.selection[1]:
            self.selection = (self.selection[0], point)
            self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection: hand its text up, or follow the jump line that was clicked."""
        if self.selection is None:
            return
        self.release_mouse()
        start, end = self.selection
        self.selection = None
        self.refresh()
        if start != end and self.sheet is not None:
            self.post_message(self.Selected(selected_text(self.sheet.copy, start, end)))
        elif (found := self.line_at(event.x, event.y)) and (link := self._link(found[0])):
            self.post_message(self.Followed(link))

    def _point(self, x: int, y: int) -> Point | None:
        found = self.line_at(x, y)
        if found is None:
            return None
        line, cell = found
        return Point(line.block, character_at(line, cell, self.setting.ambiguous))

    def _link(self, line: Line) -> str | None:
        if self.viewport is None or not line.runs:
            return None
        piece = self.viewport.galley.copy.piece(line.block)
        # A photo's link is its file, which is looked at where it stands.
        return piece.link if piece is not None and piece.role is not Role.PHOTO else None
