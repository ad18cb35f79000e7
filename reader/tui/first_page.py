"""The first page a reader would be shown: painted without a terminal, by the app that paints it with one."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size

from reader.tui.app import PaperReader
from reader.tui.opening import Opening

_ASKING = ("\x1b[?", "\x1b[>", "\x1b]")
"""How that begins which asks something of the terminal and paints nothing."""


def is_painting(data: str) -> bool:
    """Does this, of what Textual writes to a terminal, change what is seen on it?"""
    return not data.startswith(_ASKING)


def first_page(opening: Opening, size: tuple[int, int]) -> str | None:
    """Return what a start with this opening writes to a terminal of columns and rows; None if nothing."""
    app = _Pressman(opening)
    app.run(size=size)
    return app.page


class _Pressman(PaperReader):
    """Paints the first page and stops."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.driver_class = _Stone
        self.page: str | None = None
        self.desk.has_time = True

    def take_page(self, page: str) -> None:
        """Take the page that was painted."""
        self.page = page

    def _settle_in(self) -> None:
        """Nothing comes after the first page."""
        self.desk.is_opening = False
        self.exit()


class _Stone(Driver):
    """A driver without a terminal: it hands the first page that is written back to the app."""

    def __init__(
        self, app: Any, *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)

    def write(self, data: str) -> None:
        """Keep the first page."""
        if self._app.page is None and is_painting(data):  # type: ignore[attr-defined]
            self._app.take_page(data)  # type: ignore[attr-defined]

    def start_application_mode(self) -> None:
        """Tell the app how large the terminal is."""
        size = Size(*(self._size or (80, 24)))
        self._app.post_message(events.Resize(size, size))

    def stop_application_mode(self) -> None:
        """Nothing was changed."""

    def disable_input(self) -> None:
        """Nothing is typed."""
