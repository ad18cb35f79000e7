"""The marks as a list: narrowed by what is typed, sorted, one taken away a moment ago still in sight."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.geometry import Offset

from reader.edition.wording import Wording
from reader.reading.mark_list import MarkOrder, MarkSieve, in_order
from reader.reading.marks import LONGEST_NOTE, Mark
from reader.reading.place import Address, IssueKey
from reader.tui import marks_sayings, sayings
from reader.tui.desk import Desk
from reader.tui.key import offered
from reader.tui.keymap import READING
from reader.tui.manual import keys_of
from reader.tui.marks_keys import MARKS, MARKS_FOOT
from reader.tui.marks_listing import MarksListing
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.field_row import FieldRow
from reader.tui.widgets.listing_pane import ListingPane


class ListedMarksScreen(PaperScreen):
    """Shows the marked pieces with their notes; what is done with one is another's business."""

    AUTO_FOCUS = "#listing"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._order = MarkOrder.MARKED
        self.words = ""
        """What the list is narrowed by."""
        self._sieve = MarkSieve()
        self._rows = MarksListing(desk.tongue, desk.habits.ambiguous)
        self.taken: dict[Address, Mark] = {}
        """Those taken away since the list was opened."""
        self.missing: frozenset[IssueKey] = frozenset()
        """The issues the library is known not to have."""
        self.noted: Mark | None = None
        """The one whose note is being written."""
        self.listed: list[Mark] = []

    def compose(self) -> ComposeResult:
        """Lay out title, rows to type in, list and foot."""
        yield Bar(id="masthead")
        yield FieldRow(self.desk, marks_sayings.FILTER_PROMPT, id="filter")
        yield FieldRow(self.desk, sayings.NOTE_PROMPT, id="note", most=LONGEST_NOTE)
        yield ListingPane(id="listing")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Show the marks, and ask in a thread which of their editions are there."""
        self._bindings.bind(keys_of("marks", self.desk.habits.rebound), "leave", show=False)
        for part in (self.listing, *self.query(Bar)):
            part.ambiguous = self.desk.habits.ambiguous
        self.listing.styles.width = "1fr"
        self.redraw()
        issues = {mark.address.issue for mark in self.desk.session.marks()}

        def look() -> None:
            missing = self.reader.shelf.missing(issues)
            if missing:
                self.app.call_from_thread(self._found_missing, missing)

        if issues:
            self.run_worker(look, thread=True, group="missing", exit_on_error=False)

    def _found_missing(self, missing: frozenset[IssueKey]) -> None:
        self.missing = missing
        if self.is_attached:  # the list may have been left while its editions were looked for
            self.redraw()

    # -- state down -----------------------------------------------------------------------------

    @property
    def listing(self) -> ListingPane:
        """The marks."""
        return self.query_one("#listing", ListingPane)

    @property
    def row(self) -> FieldRow | None:
        """The row that is open, if one is."""
        return next((row for row in self.query(FieldRow) if row.display), None)

    def redraw(self) -> None:
        """Print head, marks and foot."""
        desk, key = self.desk, self.listing.cursor_key
        front = desk.front(self.extent.width)
        set_ones = desk.session.marks()
        there = {mark.address for mark in set_ones}
        taken = [mark for mark in self.taken.values() if mark.address not in there]
        every = in_order([*set_ones, *taken], self._order)
        self.listed = self._sieve.narrowed(every, self.words)
        found = {"shown": len(self.listed), "count": len(every), "query": self.words}
        right = desk.say(marks_sayings.FILTERED, **found) if self.words else str(len(set_ones))
        self.query_one("#masthead", Bar).words = front.title(
            desk.say(sayings.MARKS_TITLE), f"{desk.say(self._order_words)} · {right}"
        )
        for row in self.query(FieldRow):
            row.redraw()
        if self.row is not None and self.row.id == "filter":
            self.row.say(desk.say(marks_sayings.FOUND, **found))
        self.listing.inks = desk.inks
        self.listing.listing = self._rows.listing(
            self.listed,
            front.width,
            taken={mark.address for mark in taken},
            missing=self.missing,
            open_key=str(self.noted.address) if self.noted is not None else None,
        )
        self.listing.stand_on(key)
        self.show_foot()

    @property
    def _order_words(self) -> Wording:
        return marks_sayings.BY_PAPER if self._order is MarkOrder.PAPER else marks_sayings.BY_MARKED

    def foot_words(self) -> BarText:
        """Return what can be done here, or that there is nothing yet."""
        front = self.desk.front(self.extent.width)
        if self.row is not None:
            is_note = self.row.id == "note"
            return front.message(
                self.desk.say(marks_sayings.NOTE_FOOT if is_note else marks_sayings.FILTER_FOOT)
            )
        if not self.listed:
            words = marks_sayings.NONE_FOUND if self.words else sayings.NO_MARKS
            return front.message(self.desk.say(words, query=self.words))
        by_id = {key.id: key for key in offered((*READING, *MARKS), self.desk.lacks)}
        hints = ((by_id[id], hint) for id, hint in MARKS_FOOT if id in by_id)
        return front.keys(hints, self.desk.habits.rebound, "")

    @property
    def cursor(self) -> Offset | None:
        """The list's cursor, or where something is typed."""
        return self.listing.cursor_offset if self.row is None else self.row.cursor

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the letters, and Enter behind them, to the row something is typed in."""
        is_typed = self.row is not None and self.row.is_typed_in
        if is_typed and action in {"note", "filter_marks", "open", "command_palette"}:
            return False
        return super().check_action(action, parameters)

    # -- events up ------------------------------------------------------------------------------

    @on(FieldRow.Typed, "#filter")
    def narrow(self, event: FieldRow.Typed) -> None:
        """Show the marks that hold what is typed."""
        event.stop()
        if event.row.display:
            self.words = event.words.strip()
            self.redraw()

    @on(FieldRow.Accepted, "#filter")
    def go_to_list(self, event: FieldRow.Accepted) -> None:
        """Keep what the list is narrowed to and go through it."""
        event.stop()
        self.words = event.words.strip()
        self.close_row()

    def mark_named(self, key: str | None) -> Mark | None:
        """Return the mark listed under this key."""
        return next((mark for mark in self.listed if str(mark.address) == key), None)

    @property
    def here(self) -> Mark | None:
        """The mark the cursor is on."""
        return self.mark_named(self.listing.cursor_key)

    def close_row(self) -> None:
        """Put the title back where something was typed, and the reader into the list."""
        for row in self.query(FieldRow):
            row.display = False
        self.query_one("#masthead").display = True
        self.set_focus(self.listing)
        self.redraw()

    # -- keys -----------------------------------------------------------------------------------

    async def action_filter_marks(self) -> None:
        """Open the row that narrows the list, with what it is narrowed to."""
        self.forget_message()
        self.query_one("#masthead").display = False
        await self.query_one("#filter", FieldRow).open(self.words)
        self.redraw()

    def action_sort_marks(self) -> None:
        """Sort by the other day."""
        self._order = self._order.other
        self.redraw()
        self.tell(marks_sayings.SORTED, order=self._order_words)

    def action_line_down(self) -> None:
        """The next mark; out of the filter, to the list."""
        if self.row is not None and self.row.id == "filter":
            self.close_row()
        else:
            self.listing.move(1)

    def action_line_up(self) -> None:
        """The mark before."""
        self.listing.move(-1)

    def action_top(self) -> None:
        """The first mark."""
        self.listing.go_top()

    def action_end(self) -> None:
        """The last mark."""
        self.listing.go_end()
