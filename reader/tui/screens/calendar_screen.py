"""The back issues: a calendar of the library, and what each day holds; it forwards, others decide."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Offset

from reader.edition.day_words import month_words
from reader.reading.month_sheet import month_rows, shape
from reader.tui import calendar_sayings as sayings
from reader.tui.calendar_bars import calendar_foot, calendar_head
from reader.tui.calendar_keys import CALENDAR
from reader.tui.calendar_listing import day_listing
from reader.tui.key import Need
from reader.tui.keymap import READING, bindings
from reader.tui.manual import keys_of
from reader.tui.screens.calendar_moving import CalendarMovingScreen
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.calendar_pane import CalendarPane
from reader.tui.widgets.listing_pane import ListingPane
from reader.typesetting.width import text_width

_SHARED = {"open", "top", "end", "previous-edition", "next-edition", "newest-edition", "help", "palette"}
"""The reading screen's keys that do here what they do there."""


class CalendarScreen(CalendarMovingScreen):
    """Shows months with the days that have editions marked, and below them the day the reader stands on."""

    AUTO_FOCUS = "#calendar"
    BINDINGS = [  # noqa: RUF012 - Textual reads it so
        *bindings(CALENDAR),
        *bindings(key for key in READING if key.id in _SHARED),
        Binding("escape,q", "leave", "Back", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out title, months, list and foot."""
        yield Bar(id="masthead")
        yield CalendarPane(id="calendar")
        yield ListingPane(id="listing")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Show what is known of the library, and look what it holds now."""
        self._bindings.bind(keys_of("back-issues", self.desk.habits.rebound), "leave", show=False)
        for bar in self.query(Bar):
            bar.ambiguous = self.desk.habits.ambiguous
        self.calendar.ambiguous = self.listing.ambiguous = self.desk.habits.ambiguous
        self.listing.styles.width = "1fr"
        self.look()

    @property
    def _is_cjk(self) -> bool:
        """Is the paper that is shown written in Chinese? Of another than the open one its name tells."""
        edition = self.desk.session.edition
        if self.issues.paper == edition.paper:
            return edition.is_cjk
        return text_width(self.issues.paper) > len(self.issues.paper)

    # -- state down -----------------------------------------------------------------------------

    def redraw(self) -> None:
        """Hand every part of the screen its value again."""
        size = self.extent
        body, ambiguous = max(2, size.height - 2), self.desk.habits.ambiguous
        form = shape(size.width, body)
        self._divide(min(form.height, body - (3 if form.is_headed else 1)))
        self.calendar.inks = self.listing.inks = self.desk.inks
        self.calendar.sheet = month_rows(
            self.issues, form, self.desk.tongue, is_cjk=self._is_cjk, ambiguous=ambiguous
        )
        self.show_list()
        front = self.desk.front(size.width)
        month = ""
        if not form.is_headed:
            month = month_words(self.issues.day.year, self.issues.day.month, "zh" if self._is_cjk else "en")
        self.query_one("#masthead", Bar).words = calendar_head(
            front, self.issues, self._said_of_library(), month=month
        )
        self.show_foot()

    def _divide(self, rows: int) -> None:
        """Give the months so many rows, and the list the rest."""
        height = self.calendar.styles.height
        if height is None or height.value != rows:
            self.calendar.styles.height = max(1, rows)

    def show_list(self) -> None:
        """Show what the day holds, as far as it is known."""
        self.listing.listing = day_listing(
            self.issues,
            self.fronts,
            self.desk.tongue,
            is_cjk=self._is_cjk,
            is_looking=self.is_looking,
            ambiguous=self.desk.habits.ambiguous,
        )

    def _said_of_library(self) -> str:
        """What stands at the right of the head: from when to when there are editions."""
        if self.is_looking:
            return self.desk.say(sayings.LOOKING)
        if self.shelf.library is None:
            return self.desk.say(sayings.NO_LIBRARY)
        first, last = self.issues.almanac.first, self.issues.almanac.last
        return f"{first} – {last}" if first is not None and first != last else ""

    def foot_words(self) -> BarText:
        """Return the date being typed, or the keys that work here."""
        front = self.desk.front(self.extent.width)
        return calendar_foot(
            front,
            self.desk.habits.rebound,
            self.issues,
            faults=0 if Need.FILES in self.desk.lacks else self.faults.total,
            is_in_list=self.is_in_list,
        )

    @property
    def cursor(self) -> Offset | None:
        """Where the reader stands, in the months or in the list."""
        return self.listing.cursor_offset if self.is_in_list else self.calendar.cursor_offset

    # -- events up ------------------------------------------------------------------------------

    def on_calendar_pane_pressed(self, event: CalendarPane.Pressed) -> None:
        """Go to the day that was clicked; clicked once more, its edition is opened."""
        event.stop()
        self.set_focus(self.calendar)
        if event.day == self.issues.day and self.issues.editions:
            self.action_open()
        else:
            self.issues.go(event.day)
            self.moved()

    def on_calendar_pane_turned(self, event: CalendarPane.Turned) -> None:
        """Turn to other months."""
        event.stop()
        self.turn(1 if event.later else -1)

    def on_listing_pane_chosen(self, event: ListingPane.Chosen) -> None:
        """Open the edition that was chosen in the list."""
        event.stop()
        self.reader.open_file(Path(event.key))
