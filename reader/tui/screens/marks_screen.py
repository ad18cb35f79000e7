"""The list of marks, over all editions: what can be done with one of them, and with all that are listed."""

from __future__ import annotations

from textual import on
from textual.binding import Binding

from reader.reading.marks import Mark
from reader.tui import marks_sayings, sayings
from reader.tui.keymap import READING, bindings
from reader.tui.marks_keys import MARKS
from reader.tui.screens.listed_marks import ListedMarksScreen
from reader.tui.widgets.field_row import FieldRow
from reader.tui.widgets.listing_pane import ListingPane

_SHARED = {"line-down", "line-up", "top", "end", "open", "leave", "mark", "note"}


class MarksScreen(ListedMarksScreen):
    """Opens marks, takes them away and brings them back, gives them notes, copies them as clippings."""

    BINDINGS = [  # noqa: RUF012 - Textual reads it so
        *bindings(key for key in READING if key.id in _SHARED),
        *bindings(MARKS),
        Binding("q", "leave", "Back", show=False),
    ]

    def on_listing_pane_chosen(self, event: ListingPane.Chosen) -> None:
        """Open the marked piece where it was marked; one whose edition is gone stays in the list."""
        event.stop()
        mark = self.mark_named(event.key)
        if mark is None:
            return
        if mark.address.issue in self.missing:
            self.tell(marks_sayings.NOT_OPENED, paper=mark.paper, day=mark.reference.date)
            return
        self.dismiss()
        self.reader.go_to(mark.place)

    def action_open(self) -> None:
        """Open the mark the cursor is on."""
        self.listing.choose()

    def action_mark(self) -> None:
        """Take away the mark the cursor is on, or bring it back."""
        mark, session = self.here, self.desk.session
        if mark is None:
            return
        if mark.address in self.taken:
            del self.taken[mark.address]
            session.restore_mark(mark)
            said = sayings.MARKED
        else:
            self.taken[mark.address] = mark
            session.remove_mark(mark)
            said = sayings.UNMARKED_NOTED if mark.note else marks_sayings.UNMARKED_HERE
        self.redraw()
        self.tell(said, title=mark.title)

    async def action_note(self) -> None:
        """Open the row for the note to the mark the cursor is on."""
        if (mark := self.here) is None:
            return
        self.noted = mark
        self.forget_message()
        self.query_one("#masthead").display = False
        await self.query_one("#note", FieldRow).open(mark.note, mark.title)
        self.redraw()

    @on(FieldRow.Accepted, "#note")
    def keep_note(self, event: FieldRow.Accepted) -> None:
        """Keep the note that was typed."""
        event.stop()
        mark, self.noted = self.noted, None
        if mark is None:
            return
        kept = self.desk.session.keep_note(mark, event.words)
        if kept.note:
            self.taken.pop(mark.address, None)  # a note sets its mark
        self.close_row()
        if kept.note == mark.note:
            self.tell(marks_sayings.NOTE_AS_IT_WAS)
        else:
            self.tell(marks_sayings.NOTED if kept.note else marks_sayings.NOTE_GONE, title=mark.title)

    def action_copy_clipping(self) -> None:
        """Copy the mark the cursor is on, as Markdown."""
        if (mark := self.here) is not None and self._copy([mark]):
            self.tell(marks_sayings.COPIED_CLIPPING, title=mark.title)

    def action_copy_clippings(self) -> None:
        """Copy every mark that is listed, in the list's order, as one document of Markdown."""
        if self.listed and self._copy(self.listed):
            self.tell(marks_sayings.COPIED_CLIPPINGS, count=len(self.listed))

    def _copy(self, marks: list[Mark]) -> bool:
        from reader.exporting.clippings import clipping_markdown, clippings_markdown
        from reader.reading.clipped import clipped

        tongue = self.desk.tongue
        clippings = [clipped(mark, None) for mark in marks]
        alone = len(clippings) == 1
        blocks = clipping_markdown(clippings[0], tongue) if alone else clippings_markdown(clippings, tongue)
        return self.reader.copy("\n\n".join(blocks) + "\n")

    def action_leave(self) -> None:
        """Out of a row and change nothing, back to all marks, back to the paper."""
        if self.row is not None and self.row.id == "note":
            self.noted = None
            self.close_row()
        elif self.row is not None or self.words:
            self.words = ""
            self.close_row()
        else:
            self.dismiss()
