"""The keys that keep something of the piece that is read, and those that set it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.place import Place
from reader.tui import sayings
from reader.tui.desk import MEASURE_STEP, USUAL_MEASURE
from reader.tui.screens.moving import MovingScreen
from reader.tui.widgets.field_row import FieldRow
from reader.tui.widgets.galley_pane import GalleyPane

if TYPE_CHECKING:
    from reader.tui.noting import Noting

_BEHIND_LETTERS = frozenset({"note", "search", "palette", "page_view", "open", "other_pane"})
"""Actions that wait, Enter's among them, until the field has taken in the last letter of a note."""


class KeepingScreen(MovingScreen):
    """A screen whose piece can be given a note, copied from, and set otherwise."""

    noting: Noting | None = None
    """The note that is being written; made by the key that opens its row."""

    # -- the note -------------------------------------------------------------------------------

    @property
    def note_row(self) -> FieldRow:
        """The row the note is typed in."""
        return self.query_one("#note", FieldRow)

    async def action_note(self) -> None:
        """Open the row with the note as it is."""
        if self.noting is None:
            mark = self.desk.session.mark_of()
            if mark is None:
                return
            from reader.tui.noting import Noting

            self.noting = Noting(self, mark)
        await self.noting.open()

    def on_field_row_accepted(self, event: FieldRow.Accepted) -> None:
        """Keep what was typed; it is handed up behind the last key, so not one is lost."""
        event.stop()
        if self.noting is not None:
            self.noting.keep(event.words)

    def on_field_row_typed(self, event: FieldRow.Typed) -> None:
        """Nothing answers while a note is being typed."""
        event.stop()

    def leave_note(self) -> bool:
        """Close the row and change nothing; False when no note is being written."""
        if self.noting is None:
            return False
        self.noting.close()
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys that are done at once be letters while a note is typed."""
        is_letter = self.noting is not None and action in _BEHIND_LETTERS and self.note_row.is_typed_in
        if is_letter and self.app.screen is self:
            return False
        return super().check_action(action, parameters)

    def show_place(self, place: Place) -> None:
        """Show the piece; going on to another one keeps the note as far as it was written."""
        if self.noting is not None:
            self.noting.give_way(place.reference)
        super().show_place(place)

    def action_read_on(self) -> None:
        """A screen on; while a note is written no further than its article."""
        if self.noting is not None:
            self.pane.read_on()
        else:
            super().action_read_on()

    def action_read_back(self) -> None:
        """A screen back; while a note is written no further than its article."""
        if self.noting is not None:
            self.pane.read_back()
        else:
            super().action_read_back()

    # -- what is copied, and how it is set ------------------------------------------------------

    def on_galley_pane_selected(self, event: GalleyPane.Selected) -> None:
        """Copy what the mouse has selected."""
        event.stop()
        if self.reader.copy(event.text):
            self.tell(sayings.COPIED_SELECTION, count=len("".join(event.text.split())))

    def action_wider(self) -> None:
        """Set four cells wider."""
        self._take_measure(self.desk.measure + MEASURE_STEP)

    def action_narrower(self) -> None:
        """Set four cells narrower."""
        self._take_measure(self.desk.measure - MEASURE_STEP)

    def action_usual_measure(self) -> None:
        """Set at the usual measure."""
        self._take_measure(USUAL_MEASURE)

    def _take_measure(self, measure: int) -> None:
        cells = self.desk.take_measure(measure)
        self.set_anew()
        self.tell(sayings.MEASURE, cells=cells)

    def set_anew(self) -> None:
        """Set the piece as the desk now has it, and take note of the share read before anything is said.

        Else the foot, told of it a moment later, would fall silent for the reader's having moved.
        """
        self.pane.setting = self.desk.setting
        self.note(self.pane.standing)
