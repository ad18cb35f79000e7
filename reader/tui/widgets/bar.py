"""A single row of the screen: parts from the left, parts to the right edge."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.tui.painting import row
from reader.tui.widgets.still import Still

_NO_STYLE = Style.null()

Part = tuple[str, Style]
"""Words and their style."""


class BarText(NamedTuple):
    """One value, handed down to a bar."""

    parts: tuple[Part, ...] = ()
    right: tuple[Part, ...] = ()
    ground: Style = _NO_STYLE


class Bar(Still):
    """Shows a row; paints it anew only when its value is another one."""

    words: var[BarText] = var(BarText(), init=False)
    ambiguous: var[int] = var(1, init=False)

    class Pressed(Message):
        """The reader has clicked the bar."""

        def __init__(self, bar: Bar) -> None:
            super().__init__()
            self.bar = bar

        @property
        def control(self) -> Bar:
            """The bar, so that handlers can select by its id."""
            return self.bar

    def watch_words(self, before: BarText, words: BarText) -> None:
        """Paint the new row, if it is another one."""
        if before != words:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row."""
        words = self.words
        if y:
            return Strip.blank(self.size.width, words.ground)
        return row(words.parts, self.size.width, words.ground, right=words.right, ambiguous=self.ambiguous)

    def on_click(self, event: events.Click) -> None:
        """Tell that the bar was clicked."""
        event.stop()
        self.post_message(self.Pressed(self))
