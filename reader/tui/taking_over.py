"""Taking the terminal over from a placard: nothing is cleared, and what hangs there is not painted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

from reader.tui.first_page import is_painting

if TYPE_CHECKING:
    from reader.placard.hang import Hung

_OTHER_SCREEN = "\x1b[?1049h"


def taking_over(placard: Hung) -> type[LinuxDriver]:
    """Return a driver for a terminal in which this placard hangs."""

    class TakingOver(LinuxDriver):
        """Begins where the placard left off."""

        _placard: Hung | None = placard

        def start_application_mode(self) -> None:
            """Take the terminal; how it was before is what the placard found."""
            super().start_application_mode()  # type: ignore[no-untyped-call]
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
                    # The first page: the one that hangs there, or another that is painted over it.
                    self._placard = None
                    if data.encode("utf-8", "surrogatepass") == placard.frame:
                        return
            super().write(data)

        def suspend_application_mode(self) -> None:
            """Leave the terminal for a while: who comes back paints everything."""
            self._placard = None
            super().suspend_application_mode()

    return TakingOver
