"""A screen over the library: what editions there are and what stands on their fronts, read in threads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.worker import get_current_worker

from reader.archive.almanac import Almanac
from reader.reading.issue_calendar import IssueCalendar
from reader.tui import calendar_sayings as sayings
from reader.tui.calendar_listing import wanted
from reader.tui.desk import Desk
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.shelf import Faults, FrontPage, Shelf

if TYPE_CHECKING:
    from reader.archive.library import EditionFile

FETCH_SECONDS = 0.12
"""How long the reader rests on a day before its fronts are read: a held key reads only the last day's."""


class LibraryScreen(PaperScreen):
    """Knows the editions of the library as they are now, and the fronts of those that were asked for."""

    def __init__(self, desk: Desk, shelf: Shelf, issues: IssueCalendar) -> None:
        super().__init__(desk)
        self.shelf = shelf
        self.issues = issues
        self.fronts: dict[Path, FrontPage | None] = {}
        self.faults = Faults((), ())
        self.is_looking = False
        """Is the library still being gone through?"""
        self._fetch_timer: Timer | None = None

    def show_list(self) -> None:
        """Show what the day holds, as far as it is known."""

    # -- which editions there are ---------------------------------------------------------------

    def look(self) -> None:
        """Go through the library in a thread."""
        self.is_looking = True

        def look() -> None:
            worker = get_current_worker()
            almanac = Almanac(self.shelf.editions())
            faults = self.shelf.faults()
            if not worker.is_cancelled:
                self.app.call_from_thread(self._looked, almanac, faults)

        self.run_worker(look, thread=True, exclusive=True, group="look", exit_on_error=False)
        self.redraw()

    def _looked(self, almanac: Almanac, faults: Faults) -> None:
        self.is_looking, self.faults = False, faults
        self.issues.take(almanac)
        self.redraw()
        self.fetch_soon()

    # -- what stands on their fronts ------------------------------------------------------------

    def fetch_soon(self) -> None:
        """Read the fronts the list names, once the reader has rested on the day."""
        if self._fetch_timer is not None:
            self._fetch_timer.stop()
        self._fetch_timer = self.set_timer(FETCH_SECONDS, self._fetch)

    def _fetch(self) -> None:
        files = [file for file in wanted(self.issues) if file.path not in self.fronts]
        if not files or self.is_looking:
            return

        def fetch() -> None:
            worker = get_current_worker()
            for file in files:
                if worker.is_cancelled:
                    return
                front = self.shelf.front_of(file)
                # What is wrong with it is known only now: its head was in order.
                faults = self.shelf.faults() if front is None else None
                self.app.call_from_thread(self._fetched, file, front, faults)

        self.run_worker(fetch, thread=True, exclusive=True, group="fetch", exit_on_error=False)

    def _fetched(self, file: EditionFile, front: FrontPage | None, faults: Faults | None) -> None:
        self.fronts[file.path] = front
        if faults is not None:
            self.faults = faults
            self.show_foot()
        self.show_list()

    # -- what is wrong with them ----------------------------------------------------------------

    def action_library_faults(self) -> None:
        """Show which files cannot be read and which are there twice, and why."""
        from reader.tui.library_sheet import faults_copy
        from reader.tui.screens.sheet_screen import SheetScreen

        if self.is_looking:
            self.tell(sayings.LOOKING)
        elif not self.faults.total:
            self.tell(sayings.NO_FAULTS)
        else:
            title, copy = self.desk.say(sayings.FAULTS_TITLE), faults_copy(self.faults, self.desk.tongue)
            note = str(self.faults.total)
            self.app.push_screen(SheetScreen(self.desk, title, copy, note=note, toggle="library-faults"))
