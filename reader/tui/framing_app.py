"""An app whose frames are whole: what is seen, and the terminal's cursor where it belongs."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen

from reader.tui.screens.paper_screen import PaperScreen


class FramingApp(App[None]):
    """Writes a frame with all that goes with it, and for nothing that is not seen."""

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor goes: asked with each frame, when what it shows has its place."""
        screen = self.screen
        wanted = screen.cursor if isinstance(screen, PaperScreen) else None
        return self._field_cursor if wanted is None else wanted

    @cursor_position.setter
    def cursor_position(self, cursor: Offset) -> None:
        """Take note where a field of Textual's has its cursor."""
        self._field_cursor = cursor

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """What shows through: nothing, under a screen of ours.

        Textual has the screen below painted through every other; whatever changes on it, even its size,
        would have all that lies over it painted again.
        """
        return [] if isinstance(self.screen, PaperScreen) else super()._background_screens
