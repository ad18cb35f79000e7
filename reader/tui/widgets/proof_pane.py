"""Rows of parts, made by others: the text a finding stands in, and what is said of it."""

from __future__ import annotations

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.tui.inks import Inks
from reader.tui.painting import row
from reader.tui.palettes import PALETTES
from reader.tui.widgets.bar import Part
from reader.tui.widgets.still import Still


class ProofPane(Still):
    """Shows rows as they come down; paints those anew that are others."""

    rows: var[tuple[tuple[Part, ...], ...]] = var((), init=False)
    inks: var[Inks] = var(Inks(PALETTES[0]), init=False)
    ambiguous: var[int] = var(1, init=False)

    class Resized(Message):
        """The pane has room for more rows, or for fewer."""

    def watch_rows(self, before: tuple[tuple[Part, ...], ...], rows: tuple[tuple[Part, ...], ...]) -> None:
        """Paint the rows that have changed."""
        for y in range(self.size.height):
            if before[y : y + 1] != rows[y : y + 1]:
                self.refresh(Region(0, y, self.size.width, 1))

    def watch_inks(self, _: Inks) -> None:
        """Paint in other inks."""
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Tell that there is another size to make rows for."""
        event.stop()
        self.post_message(self.Resized())

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        if y >= len(self.rows):
            return Strip.blank(self.size.width, self.inks.text)
        return row(self.rows[y], self.size.width, self.inks.text, ambiguous=self.ambiguous)
