"""The field a query is typed in: whatever is pasted, nothing in it can steer the terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input

from reader.edition.printable import printable_line
from reader.typesetting.width import clusters, text_width

MOST = 600
"""Characters kept; a query may be shorter than that, so the search still says that it is too long."""


class QueryField(Input):
    """An input whose value is printable: Textual writes what is pasted to the terminal as it is."""

    ambiguous = 1
    """Cells of characters of ambiguous width, as the terminal draws them; Textual knows of one only."""
    most = MOST
    """Characters kept."""

    def render_line(self, y: int) -> Strip:
        """Return the row, no wider than the terminal draws it."""
        strip = super().render_line(y)
        return strip if self.ambiguous == 1 else as_drawn(strip, self.size.width, self.ambiguous)

    def validate_value(self, value: str) -> str:
        """Return the value with every control character shown instead of sent."""
        return printable_line(value[: self.most])


def as_drawn(strip: Strip, width: int, ambiguous: int) -> Strip:
    """Return the strip cut, or filled, to so many cells as the terminal counts them."""
    segments: list[Segment] = []
    room = width
    for text, style, _ in strip:
        taken = ""
        for cluster in clusters(text):
            cells = text_width(cluster, ambiguous)
            if cells > room:
                cluster, cells = " " * room, room  # noqa: PLW2901 - half a character is none
            taken += cluster
            room -= cells
        segments.append(Segment(taken, style))
    if room:
        segments.append(Segment(" " * room, segments[-1].style if segments else None))
    return Strip(segments, width)
