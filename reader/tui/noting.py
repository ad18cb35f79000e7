"""The note to a piece while it is written: Enter keeps what was typed, Esc changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.edition.reference import Reference
from reader.reading.marks import Mark
from reader.tui import marks_sayings as sayings
from reader.tui.widgets.bar import BarText

if TYPE_CHECKING:
    from reader.tui.screens.keeping import KeepingScreen


class Noting:
    """One note, from the key that opens its row until it is kept or left."""

    def __init__(self, screen: KeepingScreen, mark: Mark) -> None:
        """`mark` is the one the note is written to; it may not be set yet."""
        self._screen = screen
        self._mark = mark
        self._focused_before = screen.focused

    async def open(self) -> None:
        """Open the row with the note as it is; if it is open, go back to it."""
        screen, row = self._screen, self._screen.note_row
        words = row.words if row.display else self._mark.note
        screen.forget_message()
        screen.query_one("#masthead").display = False
        await row.open(words, self._mark.title)
        screen.redraw()

    def keep(self, words: str) -> None:
        """Keep what was typed, and say what has become of it."""
        screen, mark, session = self._screen, self._mark, self._screen.desk.session
        was_marked = any(mark.address == other.address for other in session.marks())
        kept = session.keep_note(mark, words)
        self.close()
        if kept.note == mark.note:
            screen.tell(sayings.NOTE_AS_IT_WAS)
        elif not kept.note:
            screen.tell(sayings.NOTE_GONE, title=mark.title)
        else:
            screen.tell(sayings.NOTED if was_marked else sayings.MARKED_AND_NOTED, title=mark.title)

    def give_way(self, reference: Reference) -> None:
        """Keep the note as far as it was written: another piece is about to be shown.

        While the reader types, what comes up is an edition they asked for before: the note stays open, and
        that of its own article.
        """
        row = self._screen.note_row
        if reference != self._mark.reference and not row.is_typed_in:
            self.keep(row.words)

    def close(self) -> None:
        """Put the masthead back where the note stood, and the reader where they were."""
        screen, before = self._screen, self._focused_before
        screen.noting = None
        screen.note_row.display = False
        screen.query_one("#masthead").display = True
        screen.set_focus(before if before is not None and before.display else screen.pane)
        screen.redraw()

    def foot(self) -> BarText:
        """Return the foot of the screen while the note is written."""
        desk = self._screen.desk
        return desk.front(self._screen.extent.width).message(desk.say(sayings.NOTE_FOOT))
