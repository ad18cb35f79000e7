"""The reader as a Textual app: one paper, one reader, one desk."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.command import Provider
from textual.events import Key
from textual.screen import Screen
from textual.timer import Timer

from reader.tui import collecting, sayings
from reader.tui.back_issues_app import BackIssuesApp
from reader.tui.back_room import BackRoom
from reader.tui.opening import Opening
from reader.tui.palettes import PALETTES, in_colours
from reader.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from reader.edition.notice_board import NoticeBoard

REST_SECONDS = 0.3
"""How long a reader who goes from hit to hit has rested in an edition before its notices are gathered."""
LONGEST_WAIT = dt.timedelta(hours=1)
"""The banner's timer is set no further ahead: a laptop that slept comes back to the right hour."""


def _reading_commands() -> type[Provider]:
    from reader.tui.commands import ReadingCommands

    return ReadingCommands


class PaperReader(BackIssuesApp):
    """Shows one paper to one reader."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = []
    WATCH_SECONDS: ClassVar[float] = 1.0
    """How often the file is looked at for a new version."""
    ARRIVALS_SECONDS: ClassVar[float] = 5.0
    """How often the library is looked at for a new edition."""
    # Ours only: Textual's own commands write files where the reader did not ask for any.
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_reading_commands}

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        for palette in PALETTES:
            self.register_theme(in_colours(palette, opening.habits.colours).theme())
        # Not assigned: then Textual would read every style anew before the first page is painted.
        self.set_reactive(PaperReader.theme, self.desk.inks.palette.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.animation_level = "none"
        self._leaves_with: int | None = None
        """The status to leave with, where the reader was told to while the paper was opening."""
        self._runs_in: asyncio.AbstractEventLoop | None = None
        self._last_key = time.monotonic()
        self._notices_timer: Timer | None = None
        self._gather_timer: Timer | None = None
        self.back_room = BackRoom(self)
        if opening.habits.rebound:
            self.set_keymap(dict(self.desk.habits.rebound))

    def on_load(self) -> None:
        """Note which loop it is that runs."""
        self._runs_in = asyncio.get_running_loop()

    def end_soon(self, status: int) -> None:
        """Close the reader from outside its loop, as from a signal, which does not wake the loop up."""
        if self._runs_in is not None:
            self._runs_in.call_soon_threadsafe(partial(self.exit, return_code=status))

    def get_default_screen(self) -> Screen[Any]:
        """Return the reading screen: there is nothing under it."""
        return ReadingScreen(self.desk)

    def on_mount(self) -> None:
        """Wait until the paper is on the screen; everything else comes after."""
        if self.opening.is_for_proof:
            self.show_proof()
        self.call_after_refresh(self._settle_in)

    def exit(self, result: None = None, return_code: int = 0, message: Any = None) -> None:
        """Close the reader; while it opens, once it has: its parts must not be gone before they are there."""
        self.is_leaving = True
        if self.desk.is_opening:
            self._leaves_with = return_code
        else:
            super().exit(result, return_code, message)

    def _settle_in(self) -> None:
        self.desk.is_opening = False
        if self._leaves_with is not None:
            self.exit(return_code=self._leaves_with)
            return
        if self.opening.is_alone:
            collecting.settle()
        if self.opening.is_for_proof:
            return  # nobody reads here: no other edition is looked at
        self.set_interval(self.WATCH_SECONDS, self.watch_file)
        self.set_interval(self.ARRIVALS_SECONDS, self.watch_arrivals)
        if self.opening.is_alone:
            self.set_interval(collecting.IDLE_SECONDS, self._tidy)
        self.gather()
        self.watch_arrivals()
        self.tell_missing_extra()
        self.tell_warnings()
        self.hear_trouble()
        self.call_later(self.paper.prepare_search)
        self.prepare_page_soon()
        self.back_room.settle_in()

    def on_key(self, _: Key) -> None:
        """Note that the reader is awake."""
        self._last_key = time.monotonic()

    def _tidy(self) -> None:
        if time.monotonic() - self._last_key > collecting.IDLE_SECONDS:
            collecting.tidy()

    def files_changed(self) -> None:
        """Have the index of the library seen to again."""
        self.back_room.files_changed()

    async def on_unmount(self) -> None:
        """Close the index: the reader leaves."""
        await self.back_room.close()

    # -- notices --------------------------------------------------------------------------------

    def gather(self) -> None:
        """Read the notices of the paper's other editions in a thread, and hang them when they are there.

        Of editions that a search runs through only those of the last are read.
        """
        if self._gather_timer is not None:
            self._gather_timer.stop()
            self._gather_timer = None
        if self.paper.search is not None and self.paper.search.is_arriving:
            self._gather_timer = self.set_timer(REST_SECONDS, self._gather)
        else:
            self._gather()

    def _gather(self) -> None:
        shelf = self.shelf

        def gather() -> None:
            board, newest = shelf.gather_notices()
            lunar = shelf.lunar()
            shelf.save_plate()
            self.call_from_thread(self.hang, board, newest, lunar)

        self.run_worker(gather, thread=True, exclusive=True, group="gather", exit_on_error=False)

    def hang(self, board: NoticeBoard, newest: dt.date, lunar: str | None) -> None:
        """Show the notices of all the paper's editions, and the lunar day."""
        self.desk.hang(board, newest)
        self.desk.lunar = lunar
        self._notices_changed()

    def _notices_changed(self) -> None:
        """Show the banner as it now stands, and be back when it next changes."""
        if self._notices_timer is not None:
            self._notices_timer.stop()
        self.desk.judge_anew()
        self.front.redraw()
        change = self.desk.next_change()
        if change is not None:
            wait = min(change - self.opening.clock(), LONGEST_WAIT)
            seconds = max(0.05, wait.total_seconds())
            self._notices_timer = self.set_timer(seconds, self._notices_changed, name="notices")

    def action_help_quit(self) -> None:
        """Say how to leave when ctrl+c is pressed: Textual would put an English box over the paper."""
        from reader.tui.manual import keys_of  # late: the first page needs no other screen's keys

        self.front.tell(sayings.PRESS_TO_QUIT, key=keys_of("quit", self.desk.habits.rebound).split(",")[0])

    async def action_command_palette(self) -> None:  # type: ignore[override] # Textual awaits it
        """Open our palette where Textual would open its own: on ctrl+p, before any screen is asked."""
        await self.show_palette()

    async def show_palette(self) -> None:
        """Open the command palette; keys behind its own are typed into it."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            await self.push_screen(CommandPalette(placeholder=self.desk.say(sayings.PALETTE_PROMPT)))

    # -- sheets ---------------------------------------------------------------------------------

    def show_board(self) -> None:
        """Open the notices board."""
        from reader.edition.day_words import moment_words
        from reader.reading.banner import as_of_words
        from reader.tui.screens.sheet_screen import SheetScreen
        from reader.tui.sheets import board_copy

        at, is_live = self.desk.judged_at()
        edition = self.desk.session.edition
        moment = moment_words(at, edition.zone, self.desk.tongue)
        note = self.desk.say(sayings.BOARD_AT, moment=moment)
        if not is_live:
            note = as_of_words(edition.date, self.desk.tongue)
        title = self.desk.say(sayings.BOARD_TITLE)
        self.push_screen(
            SheetScreen(
                self.desk, title, board_copy(self.desk), note=note, toggle="notices", is_cjk=edition.is_cjk
            )
        )

    def show_help(self) -> None:
        """Open the help."""
        from reader.tui.screens.sheet_screen import SheetScreen
        from reader.tui.sheets import help_copy

        copy = help_copy(self.desk.tongue, self.desk.habits.rebound, self.desk.lacks)
        title = self.desk.say(sayings.HELP_TITLE)
        self.push_screen(SheetScreen(self.desk, title, copy, toggle="help"))

    def show_marks(self) -> None:
        """Open the list of marks."""
        from reader.tui.screens.marks_screen import MarksScreen

        self.push_screen(MarksScreen(self.desk))

    # -- state ----------------------------------------------------------------------------------

    def on_app_focus(self) -> None:
        """Take in what another reader of the same person has marked and read meanwhile."""
        if self.desk.session.store.changed():
            self.front.redraw()
