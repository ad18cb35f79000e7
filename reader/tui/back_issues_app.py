"""An app that knows the back issues: opens any from the calendar, and says when a new one is there."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from reader.loading.loaded import Loaded
from reader.reading.place import IssueKey, Place
from reader.tui import calendar_sayings as sayings
from reader.tui.opening import Opening
from reader.tui.page_app import PageApp

if TYPE_CHECKING:
    from reader.archive.library import EditionFile
    from reader.reading.issue_calendar import IssueCalendar
    from reader.tui.screens.calendar_screen import CalendarScreen

ARRIVAL_SECONDS = 60.0
"""How long the foot says that a new edition is there, unless the reader goes on before."""
LEISURE = 20
"""So many times as long as a look for new editions took it rests, at the least, before the next."""


class BackIssuesApp(PageApp):
    """Shows the library to the reader, and tells of what comes to it."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._issues: IssueCalendar | None = None
        self._calendar: CalendarScreen | None = None
        self._is_looking_out = False
        self._look_again_at = 0.0
        self._arrived: EditionFile | None = None

    # -- the calendar ---------------------------------------------------------------------------

    def show_back_issues(self) -> None:
        """Open the calendar on the day of the open edition; what it knew of the library it shows at once."""
        from reader.archive.almanac import Almanac
        from reader.reading.issue_calendar import IssueCalendar
        from reader.tui.screens.calendar_screen import CalendarScreen

        if self.screen is not self.front:
            return  # of a key pressed twice at once the second comes late
        here = IssueKey.of(self.desk.session.edition)
        if self._issues is None:
            self._issues = IssueCalendar(Almanac(()), here)
        self._issues.stand_on(here)
        self._calendar = CalendarScreen(self.desk, self.shelf, self._issues)
        self.push_screen(self._calendar)

    def open_file(self, path: Path) -> None:
        """Open the edition of this file; the calendar stays until it is read, and says why it cannot be."""
        if path.absolute() == self.shelf.path.absolute():
            self._close_calendar()
            return
        self.run_worker(
            lambda: self.load_in_thread(path, None),
            thread=True,
            exclusive=True,
            group="open",
            exit_on_error=False,
        )

    def open_loaded(self, path: Path, loaded: Loaded, place: Place | None) -> None:
        """Show an edition that has been read, instead of the calendar it may have been chosen from."""
        self._close_calendar()
        super().open_loaded(path, loaded, place)

    def _close_calendar(self) -> None:
        if self._calendar is not None and self.screen is self._calendar:
            self._calendar.dismiss()

    # -- new editions ---------------------------------------------------------------------------

    def open_newest(self) -> None:
        """Open the newest edition of the open paper, or say that it is open already."""
        arrivals, paper = self.shelf.arrivals, self.desk.session.edition.paper
        here = IssueKey.of(self.desk.session.edition)

        def work() -> None:
            found = arrivals.newest(paper) if arrivals is not None else None
            if found is None or IssueKey(found.paper, found.date, found.edition or "") == here:
                nothing = sayings.NEWEST_HERE if found is not None or arrivals is None else sayings.NO_NEWEST
                self.call_from_thread(lambda: self.speaking.tell(nothing))
            else:
                self.load_in_thread(found.path, None)

        self.run_worker(work, thread=True, exclusive=True, group="open", exit_on_error=False)

    def watch_arrivals(self) -> None:
        """Look in a thread for an edition of the open paper that is newer than those there were."""
        self._tell_arrival()
        arrivals, paper = self.shelf.arrivals, self.desk.session.edition.paper
        if arrivals is None or self._is_looking_out or time.monotonic() < self._look_again_at:
            return
        self._is_looking_out = True

        def look() -> None:
            began, found = time.monotonic(), None
            try:
                found = arrivals.look(paper)
            finally:
                self.call_from_thread(self._looked_out, found, time.monotonic() - began)

        self.run_worker(look, thread=True, group="arrivals", exit_on_error=False)

    def _looked_out(self, found: EditionFile | None, took: float) -> None:
        self._is_looking_out = False
        self._look_again_at = time.monotonic() + LEISURE * took
        if found is not None:
            self._arrived = found
            self.shelf.forget_editions()
            self._tell_arrival()
            self.gather()  # it may lift what the banner still warns of
            self.files_changed()

    def _tell_arrival(self) -> None:
        """Tell of a new edition, once; not while a query is typed, trouble is said or a sheet lies over."""
        arrived = self._arrived
        if arrived is None or self.paper.is_typing or self.screen is not self.front or self.front.has_trouble:
            return
        self._arrived = None
        edition = self.desk.session.edition
        if (
            arrived.paper == edition.paper
            and arrived.date >= edition.date
            and arrived.path != self.shelf.path
        ):
            from reader.tui.manual import keys_of  # late: the first page needs no other screen's keys

            key = keys_of("newest-edition", self.desk.habits.rebound).split(",")[0]
            self.front.tell(sayings.ARRIVED, seconds=ARRIVAL_SECONDS, date=arrived.date, key=key)
