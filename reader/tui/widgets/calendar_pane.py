"""The months of a calendar on the screen; a click on a day comes up as a message."""

from __future__ import annotations

import datetime as dt

from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.reading.month_sheet import Cell, Look
from reader.tui.inks import Inks
from reader.tui.painting import row
from reader.tui.palettes import PALETTES
from reader.tui.widgets.still import Still
from reader.typesetting.width import text_width


class CalendarPane(Still, can_focus=True):
    """Shows rows of a calendar in the middle; where they are too many, the week stood on stays in sight."""

    DEFAULT_CSS = "CalendarPane { width: 1fr; height: 8; }"

    sheet: var[list[list[Cell]]] = var(list, init=False)
    inks: var[Inks] = var(Inks(PALETTES[0]), init=False)
    ambiguous: var[int] = var(1, init=False)

    class Pressed(Message):
        """The reader has clicked this day."""

        def __init__(self, day: dt.date) -> None:
            super().__init__()
            self.day = day

    class Turned(Message):
        """The reader has turned the wheel, to later months or back."""

        def __init__(self, *, later: bool) -> None:
            super().__init__()
            self.later = later

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._painted_top = 0

    def watch_sheet(self, before: list[list[Cell]], sheet: list[list[Cell]]) -> None:
        """Show other months, or another day stood on; rows that stay the same are not painted."""
        top = self._top
        if len(before) != len(sheet) or self._painted_top != top:
            self.refresh()
            return
        for at, (old, new) in enumerate(zip(before, sheet, strict=True)):
            if old != new:
                self.refresh(Region(0, at - top, self.size.width, 1))

    def watch_inks(self, _: Inks) -> None:
        """Paint in other inks."""
        self.refresh()

    # -- painting -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return one row of the months."""
        self._painted_top = self._top
        at, width, ground = y + self._painted_top, self.size.width, self.inks.text
        cells = self.sheet[at] if at < len(self.sheet) else []
        parts = [(" " * self._left, ground), *((cell.text, self._style(cell.look)) for cell in cells)]
        return row(parts, width, ground, ambiguous=self.ambiguous)

    @property
    def cursor_offset(self) -> Offset:
        """Where on the screen the day stood on is, for the terminal's cursor."""
        at, x = self._here
        return Offset(self.region.x + self._left + x, self.region.y + max(0, at - self._top))

    def _style(self, look: Look) -> Style:
        inks = self.inks
        match look:
            case Look.HERE:
                return inks.cursor_row
            case Look.OPEN:
                return inks.selected
            case Look.ISSUED:
                return inks.issued
            case Look.MONTH_HERE:
                return inks.issued
            case Look.MONTH:
                return inks.text
            case _:
                return inks.faint

    @property
    def _here(self) -> tuple[int, int]:
        """Row and cell of the day stood on."""
        for at, cells in enumerate(self.sheet):
            x = 0
            for cell in cells:
                if cell.look is Look.HERE:
                    return at, x + 1
                x += text_width(cell.text, self.ambiguous)
        return 0, 0

    @property
    def _top(self) -> int:
        """Rows above the window, where it is lower than the months."""
        over = len(self.sheet) - self.size.height
        return max(0, min(over, self._here[0] - self.size.height // 2)) if over > 0 else 0

    @property
    def _left(self) -> int:
        """Cells left of the months, which stand in the middle."""
        widest = max(
            (sum(text_width(cell.text, self.ambiguous) for cell in row) for row in self.sheet), default=0
        )
        return max(0, (self.size.width - widest) // 2)

    # -- the mouse ------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Tell which day was clicked, if one was."""
        event.stop()
        at, x = event.y + self._top, self._left
        for cell in self.sheet[at] if at < len(self.sheet) else []:
            x += text_width(cell.text, self.ambiguous)
            if event.x < x:
                if cell.day is not None and event.x >= self._left:
                    self.post_message(self.Pressed(cell.day))
                return

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell that the wheel was turned to later months."""
        event.stop()
        self.post_message(self.Turned(later=True))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell that the wheel was turned back."""
        event.stop()
        self.post_message(self.Turned(later=False))
