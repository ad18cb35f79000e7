"""Taking the terminal over from a placard: nothing is cleared, and what hangs there is not painted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.first_page import is_painting
from reader.tui.terminal_driver import TerminalDriver

if TYPE_CHECKING:
    from reader.placard.hang import Hung

_OTHER_SCREEN = "\x1b[?1049h"
_ROW_END = "\n"


def unlike(shown: str, page: str) -> str:
    """Return what of a page has to be painted where another is shown: the rows that are not the same.

    Textual paints a page row by row, each from its first cell on and with its styles taken off at its end;
    the last one is followed by where the cursor goes. What is not painted so is painted whole.
    """
    rows, before = page.split(_ROW_END), shown.split(_ROW_END)
    if len(rows) != len(before) or not all(row.startswith(f"\x1b[{y};1H") for y, row in enumerate(rows, 1)):
        return page
    return _ROW_END.join(row for row, was in zip(rows, before, strict=True) if row != was)


def taking_over(placard: Hung) -> type[TerminalDriver]:
    """Return a driver for a terminal in which this placard hangs."""

    class TakingOver(TerminalDriver):
        """Begins where the placard left off."""

        _placard: Hung | None = placard

        def start_application_mode(self) -> None:
            """Take the terminal; how it was before is what the placard found."""
            super().start_application_mode()
            if self._placard is not None and self.attrs_before is not None:
                self.attrs_before = self._placard.terminal.attributes
                self._placard.terminal.hand_over()

        def write(self, data: str) -> None:
            """Write, but for what the terminal shows already."""
            placard = self._placard
            if placard is not None:
                if data == _OTHER_SCREEN:
                    return  # it would be cleared
                if is_painting(data):
                    self._placard = None
                    data = unlike(placard.frame.decode("utf-8", "surrogatepass"), data)
            super().write(data)

        def suspend_application_mode(self) -> None:
            """Leave the terminal for a while: who comes back paints everything."""
            self._placard = None
            super().suspend_application_mode()

    return TakingOver
