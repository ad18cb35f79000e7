"""A few lines in which a paragraph is written otherwise; whatever is pasted cannot steer a terminal."""

from __future__ import annotations

from textual import events
from textual.strip import Strip
from textual.widgets import TextArea

from reader.edition.printable import printable
from reader.tui.widgets.query_field import as_drawn

_NEW_LINE = {"ctrl+j", "alt+enter", "shift+enter"}


class EditArea(TextArea):
    """A text area in which ``ctrl+j`` begins a line: Enter is for its screen."""

    ambiguous = 1
    """Cells of characters of ambiguous width, as the terminal draws them."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, soft_wrap=True, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False

    def put(self, words: str, cursor: int) -> None:
        """Show these words, the cursor before the character at this offset."""
        self.load_text(words)
        lines = words[:cursor].split("\n")
        self.move_cursor((len(lines) - 1, len(lines[-1])))

    @property
    def words(self) -> str:
        """What stands in it, printable."""
        return printable(self.text)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in _NEW_LINE:
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)

    def render_line(self, y: int) -> Strip:
        """Return the row, no wider than the terminal draws it."""
        strip = super().render_line(y)
        return strip if self.ambiguous == 1 else as_drawn(strip, self.size.width, self.ambiguous)
