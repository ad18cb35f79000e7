"""The reader as visitors have it: nothing in it reaches the machine it runs on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from rich.console import Console
from textual.app import App
from textual.filter import Monochrome, NoColor

from reader.edition.wording import Wording
from reader.ssh.channel_driver import ChannelDriver
from reader.ssh.kiosk import Kiosk, SharedShelf
from reader.ssh.line import Line
from reader.ssh.parting import Roll, take_apart
from reader.ssh.visitor_terminal import VisitorTerminal
from reader.tui import app
from reader.tui.app import PaperReader
from reader.tui.desk import Desk
from reader.tui.opening import Opening
from reader.tui.palettes import TRUE_COLOUR, colours_in
from reader.tui.shelf import Shelf


class VisitorApp(PaperReader):
    """Shows the paper to one visitor; what fails is told and ends this visit only."""

    # Textual looks for a relative path beside the file of the class.
    CSS_PATH = str(Path(app.__file__).with_name("app.tcss"))
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True
    # Nobody here waits for what they have just saved, and every look counts as often as there are visitors.
    WATCH_SECONDS: ClassVar[float] = 3.0
    ARRIVALS_SECONDS: ClassVar[float] = 10.0
    MAKES_PAGES_AT_ONCE: ClassVar[bool] = False

    def __init__(
        self, opening: Opening, desk: Desk, line: Line, terminal: VisitorTerminal, kiosk: Kiosk
    ) -> None:
        """`desk` is that of the opening, laid out where nobody waits."""
        self.line = line
        self._laid_out = desk
        self._warning = ""
        self._kiosk = kiosk
        self._told_failed: Callable[[BaseException], None] | None = None
        self._told_opened: Callable[[], None] | None = None
        super().__init__(opening)
        self._registry = self._roll = Roll(self._registry)
        self.driver_class = ChannelDriver
        self.no_color = terminal.is_colourless
        # Textual reads the server's own environment; this is the visitor's.
        self._filters = [kept for kept in self._filters if not isinstance(kept, (NoColor, Monochrome))]
        if terminal.is_colourless:
            self._filters.append(NoColor())  # also of what Textual's own widgets paint, in any theme
        self.console = Console(
            color_system=_colour_system(terminal),
            file=self.console.file,
            markup=True,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            _environ=dict(terminal.environ),
            force_terminal=True,
            safe_box=False,
            soft_wrap=False,
        )
        # Textual captures what is printed, for the whole process and without an order among many apps; an app
        # that is over would stay captured. Redirecting the streams to themselves does nothing.
        self._capture_stdout: Any = sys.stdout
        self._capture_stderr: Any = sys.stderr

    def tells(self, *, failed: Callable[[BaseException], None], opened: Callable[[], None]) -> None:
        """Have it told what the program fails with, and when the paper is on the screen."""
        self._told_failed, self._told_opened = failed, opened

    def make_desk(self) -> Desk:
        """Return the desk that was laid out already."""
        return self._laid_out

    def make_shelf(self, opening: Opening) -> Shelf:
        """Return a shelf whose editions all visitors share."""
        return SharedShelf(opening, self._kiosk)

    @property
    def channel_driver(self) -> ChannelDriver | None:
        """The driver, once the app runs."""
        return self._driver if isinstance(self._driver, ChannelDriver) else None

    def opened(self) -> None:
        """Take note that the terminal is ours."""
        if self._told_opened is not None:
            self._told_opened()

    def paint_anew(self) -> None:
        """Paint every cell again: some of what was drawn has not been taken."""
        self.speaking.repaint_whole()

    def warn(self, words: Wording, seconds: float) -> None:
        """Say in the foot that so many seconds are left."""
        self.call_later(self._warn, words, seconds)

    def _warn(self, words: Wording, seconds: float) -> None:
        left = max(1, round(seconds))
        self._warning = self.desk.say(words, left=left)
        self.speaking.tell(words, seconds=seconds, left=left)

    def take_back_warning(self) -> None:
        """Say it no more, if it is still said; what was said after it stays."""
        self.call_later(self._take_back_warning)

    def _take_back_warning(self) -> None:
        self.speaking.take_back(self._warning)

    def exit(self, result: None = None, return_code: int = 0, message: Any = None) -> None:
        """Close at once: the visit itself waits until the paper is open, and asks again of what is over."""
        App.exit(self, result, return_code, message)

    def take_apart(self) -> int:
        """Let go of everything once nobody asks anything of it; return of how much, 0 while it still runs."""
        if self._running:
            return 0
        return take_apart(self._roll, self.desk.contents, self.desk, self)

    def action_suspend_process(self) -> None:
        """Suspend nothing: the process is not the visitor's."""

    def _handle_exception(self, error: Exception) -> None:
        if self._told_failed is not None:
            self._told_failed(error)
        self._return_code = 1
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def _colour_system(terminal: VisitorTerminal) -> Any:
    colours = colours_in(terminal.environ)
    return "truecolor" if colours == TRUE_COLOUR else "256" if colours == 256 else "standard"
