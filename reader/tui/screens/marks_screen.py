"""The list of marks, over all editions."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from reader.tui import sayings
from reader.tui.keymap import READING, bindings, keys_of
from reader.tui.listings import marks_listing
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.listing_pane import ListingPane

_MOVES = {"line-down", "line-up", "top", "end"}


class MarksScreen(PaperScreen):
    """Shows the marked pieces, newest mark first; Enter opens one, m takes its mark away."""

    AUTO_FOCUS = "#listing"
    BINDINGS = [  # noqa: RUF012 - Textual reads it so
        *bindings(key for key in READING if key.id in _MOVES),
        Binding("escape,q", "leave", "Back", show=False),
        Binding("enter", "open", "Open", show=False),
        Binding("m", "unmark", "Unmark", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out title, list and foot."""
        yield Bar(id="masthead")
        yield ListingPane(id="listing")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Show the marks."""
        self._bindings.bind(keys_of("marks", self.desk.habits.rebound), "leave", show=False)
        self.listing.ambiguous = self.desk.habits.ambiguous
        self.listing.styles.width = "1fr"
        self.redraw()

    @property
    def listing(self) -> ListingPane:
        """The marks."""
        return self.query_one("#listing", ListingPane)

    def redraw(self) -> None:
        """Print head, marks and foot."""
        self.listing.inks = self.desk.inks
        marks = self.desk.session.marks()
        front = self.desk.front(self.size.width or self.app.size.width)
        self.query_one("#masthead", Bar).words = front.title(
            self.desk.say(sayings.MARKS_TITLE), str(len(marks))
        )
        self.listing.listing = marks_listing(marks)
        self.show_foot()
        self.app.cursor_position = self.listing.cursor_offset

    def foot_words(self) -> BarText:
        """Return what can be done here, or that there is nothing yet."""
        front = self.desk.front(self.size.width or self.app.size.width)
        words = sayings.MARKS_FOOT if self.listing.listing.rows else sayings.NO_MARKS
        return front.message(self.desk.say(words))

    def on_listing_pane_highlighted(self, event: ListingPane.Highlighted) -> None:
        """Keep the terminal's cursor with the list's."""
        event.stop()
        self.app.cursor_position = self.listing.cursor_offset

    def on_listing_pane_chosen(self, event: ListingPane.Chosen) -> None:
        """Open the marked piece where it was marked, in whichever edition it is."""
        event.stop()
        mark = next((mark for mark in self.desk.session.marks() if str(mark.address) == event.key), None)
        self.dismiss()
        if mark is not None:
            self.reader.go_to(mark.place)

    def action_line_down(self) -> None:
        """The next mark."""
        self.listing.move(1)

    def action_line_up(self) -> None:
        """The mark before."""
        self.listing.move(-1)

    def action_top(self) -> None:
        """The newest mark."""
        self.listing.go_top()

    def action_end(self) -> None:
        """The oldest mark."""
        self.listing.go_end()

    def action_open(self) -> None:
        """Open the mark the cursor is on."""
        self.listing.choose()

    def action_unmark(self) -> None:
        """Take away the mark the cursor is on."""
        key = self.listing.cursor_key
        mark = next((mark for mark in self.desk.session.marks() if str(mark.address) == key), None)
        if mark is not None:
            self.desk.session.remove_mark(mark)
            self.desk.contents.renew_all()
            self.redraw()
            self.tell(sayings.UNMARKED, title=mark.title)

    def action_leave(self) -> None:
        """Back to the paper."""
        self.dismiss()
