"""The keys of the calendar: by day, week, month and year, by edition, by a date that is typed."""

from __future__ import annotations

from textual import events

from reader.edition.day_words import date_words
from reader.edition.wording import Wording
from reader.tui import calendar_sayings as sayings
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.widgets.calendar_pane import CalendarPane
from reader.tui.widgets.listing_pane import ListingPane


class CalendarMovingScreen(LibraryScreen):
    """A screen on which the reader stands on a day, or in the list of what it holds."""

    @property
    def calendar(self) -> CalendarPane:
        """The months."""
        return self.query_one("#calendar", CalendarPane)

    @property
    def listing(self) -> ListingPane:
        """What the day holds."""
        return self.query_one("#listing", ListingPane)

    @property
    def is_in_list(self) -> bool:
        """Does the reader move in the list? The screen is asked: the list learns of it a moment later."""
        return self.focused is self.listing

    def moved(self) -> None:
        """Show where the reader now stands, and what is there once they have rested on it."""
        self.silence()
        self.redraw()
        self.fetch_soon()

    # -- a date that is typed -------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Take figures for a date; what else may stand in one counts once it is begun."""
        is_typed = event.is_printable and event.character is not None and self.issues.type(event.character)
        if is_typed or (event.key == "backspace" and self.issues.erase()):
            event.stop()
            event.prevent_default()
            self.set_focus(self.calendar)
            self.moved()

    def on_paste(self, event: events.Paste) -> None:
        """Take a date that is pasted."""
        event.stop()
        if self.issues.type(event.text.strip()):
            self.moved()

    # -- by days --------------------------------------------------------------------------------

    def move(self, days: int) -> None:
        """Go so many days on, or back."""
        self.issues.move(days)
        self.moved()

    def turn(self, months: int) -> None:
        """Go so many months on, or back."""
        self.issues.turn(months)
        self.moved()

    def action_day_before(self) -> None:
        """The day before."""
        self.move(-1)

    def action_day_after(self) -> None:
        """The day after."""
        self.move(1)

    def action_week_before(self) -> None:
        """The week before, or a row up in the list."""
        self._row_or_week(-1)

    def action_week_after(self) -> None:
        """The week after, or a row down in the list."""
        self._row_or_week(1)

    def _row_or_week(self, by: int) -> None:
        if self.is_in_list:
            self.listing.move(by)
        else:
            self.move(7 * by)

    def action_month_before(self) -> None:
        """The month before."""
        self.turn(-1)

    def action_month_after(self) -> None:
        """The month after."""
        self.turn(1)

    def action_year_before(self) -> None:
        """The year before."""
        self.turn(-12)

    def action_year_after(self) -> None:
        """The year after."""
        self.turn(12)

    # -- by editions ----------------------------------------------------------------------------

    def action_previous_edition(self) -> None:
        """The day before with an edition."""
        self._step(later=False, otherwise=sayings.FIRST_THERE_IS)

    def action_next_edition(self) -> None:
        """The day after with an edition."""
        self._step(later=True, otherwise=sayings.LAST_THERE_IS)

    def _step(self, *, later: bool, otherwise: Wording) -> None:
        if self.issues.step(later=later):
            self.moved()
        else:
            self.tell(otherwise)

    def action_top(self) -> None:
        """The first edition there is."""
        self.issues.go_first()
        self.moved()

    def action_end(self) -> None:
        """The newest edition there is."""
        self.issues.go_last()
        self.moved()

    def action_next_paper(self) -> None:
        """The next paper of the library."""
        if self.issues.next_paper():
            self.moved()
        else:
            self.tell(sayings.ONLY_PAPER, paper=self.issues.paper)

    # -- opening and leaving --------------------------------------------------------------------

    def action_open(self) -> None:
        """Open the row of the list, or the day's edition; where there is none, offer the nearest."""
        if self.is_in_list and not self.issues.typed:
            self.listing.choose()
            return
        file = self.issues.choose()
        if file is not None:
            self.reader.open_file(file.path)
        elif self.issues.offer is not None:
            self.redraw()
            self.tell(sayings.NEAREST, day=date_words(self.issues.offer, self.desk.tongue))
        elif self.issues.typed:
            self.tell(sayings.NO_SUCH_DAY, typed=self.issues.typed)
        elif self.is_looking:
            self.tell(sayings.LOOKING)
        elif not self.issues.papers:
            self.tell(sayings.NO_EDITIONS)
        else:
            self.moved()

    def action_list_of_day(self) -> None:
        """From the days to the list of what the day holds, and back."""
        to_list = not self.is_in_list and any(row.key for row in self.listing.listing.rows)
        self.set_focus(self.listing if to_list else self.calendar)
        self.redraw()

    def action_newest_edition(self) -> None:
        """Open the newest edition of the paper that is open."""
        self.reader.open_newest()

    def action_leave(self) -> None:
        """Give the date up that is typed, leave the list, or go back to the paper."""
        if self.issues.abandon():
            self.moved()
        elif self.is_in_list:
            self.action_list_of_day()
        else:
            self.dismiss()

    def action_help(self) -> None:
        """Open the help."""
        self.reader.show_help()

    async def action_palette(self) -> None:
        """Open the command palette."""
        await self.reader.show_palette()
