"""The note to the open article: a row opens for it, Enter keeps what was typed, Esc changes nothing."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from reader.reading.marks import LONGEST_NOTE, Mark
from reader.reading.place import Place
from reader.tui import marks_sayings
from reader.tui.screens.finding import FindingScreen
from reader.tui.widgets.bar import BarText
from reader.tui.widgets.field_row import FieldRow


class NotingScreen(FindingScreen):
    """A screen on which the open piece can be given a note."""

    _noted: Mark | None = None
    """The mark whose note is being written; it may not be set yet."""
    _focused_before: Widget | None = None

    def note_row_made(self) -> FieldRow:
        """Return the row of the note, for the screen to put in its place."""
        return FieldRow(self.desk, marks_sayings.NOTE_PROMPT, id="note", most=LONGEST_NOTE)

    @property
    def note_row(self) -> FieldRow:
        """The row the note is typed in."""
        return self.query_one("#note", FieldRow)

    @property
    def is_noting(self) -> bool:
        """Is a note being written?"""
        return self._noted is not None

    async def action_note(self) -> None:
        """Open the row with the note as it is."""
        mark = self._noted or self.desk.session.mark_of()
        if mark is None:
            return
        if self._noted is None:
            self._focused_before = self.focused
        words = self.note_row.words if self._noted is not None else mark.note
        self._noted = mark
        self.forget_message()
        self.query_one("#masthead").display = False
        await self.note_row.open(words, mark.title)
        self.redraw()

    @on(FieldRow.Accepted, "#note")
    def keep_typed_note(self, event: FieldRow.Accepted) -> None:
        """Keep what was typed; it is handed up behind the last key, so not one is lost."""
        event.stop()
        self._keep_note(event.words)

    @on(FieldRow.Typed, "#note")
    def hear_typing(self, event: FieldRow.Typed) -> None:
        """Nothing answers while a note is being typed."""
        event.stop()

    def _keep_note(self, words: str) -> None:
        mark = self._noted
        if mark is None:
            return
        session = self.desk.session
        was_marked = any(mark.address == other.address for other in session.marks())
        kept = session.keep_note(mark, words)
        self.desk.contents.renew(mark.reference)
        self.close_note()
        if kept.note == mark.note:
            self.tell(marks_sayings.NOTE_AS_IT_WAS)
        elif not kept.note:
            self.tell(marks_sayings.NOTE_GONE, title=mark.title)
        else:
            said = marks_sayings.NOTED if was_marked else marks_sayings.MARKED_AND_NOTED
            self.tell(said, title=mark.title)

    def close_note(self) -> None:
        """Put the masthead back where the note stood, and the reader where they were."""
        self._noted = None
        self.note_row.display = False
        self.query_one("#masthead").display = True
        before = self._focused_before
        self.set_focus(before if before is not None and before.display else self.pane)
        self.redraw()

    def leave_note(self) -> bool:
        """Close the row and change nothing; False when no note is being written."""
        if self._noted is None:
            return False
        self.close_note()
        return True

    def show_place(self, place: Place) -> None:
        """Show the piece; going on to another one keeps the note as far as it was written.

        While the reader types, what comes up is an edition they asked for before: the note stays open, and
        that of its own article.
        """
        has_moved = self._noted is not None and place.reference != self._noted.reference
        if has_moved and not self.note_row.is_typed_in:
            self._keep_note(self.note_row.words)
        super().show_place(place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys that are done at once be letters while a note is typed, and a query."""
        if self.app.screen is self:
            if action == "note" and self.is_typing:
                return False
            # Enter too: behind the last letter in the field's own queue, not before it.
            at_once = {"note", "search", "palette", "page_view", "open", "other_pane"}
            if action in at_once and self.is_noting and self.note_row.is_typed_in:
                return False
        return super().check_action(action, parameters)

    def action_read_on(self) -> None:
        """A screen on; while a note is written no further than its article."""
        if self.is_noting:
            self.pane.read_on()
        else:
            super().action_read_on()

    def action_read_back(self) -> None:
        """A screen back; while a note is written no further than its article."""
        if self.is_noting:
            self.pane.read_back()
        else:
            super().action_read_back()

    def note_foot(self) -> BarText | None:
        """Return the foot of a note being written, or None."""
        if not self.is_noting:
            return None
        return self.desk.front(self.size.width).message(self.desk.say(marks_sayings.NOTE_FOOT))
