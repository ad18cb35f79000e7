"""The keys that keep the piece a reader stands on, and those that print it otherwise."""

from __future__ import annotations

from reader.tui import sayings
from reader.tui.palettes import Palette, next_palette, other_light
from reader.tui.screens.forwarding import ForwardingScreen
from reader.tui.sheet import Point, selected_text


class PieceScreen(ForwardingScreen):
    """A screen on which the reader stands on a piece of the paper: reads it, or sees it on its page."""

    def action_mark(self) -> None:
        """Mark the piece the reader stands on, or take its mark away."""
        item = self.desk.session.item_of(self.reference_here.piece)
        if item is None:
            return
        session = self.desk.session
        mark = session.mark_of(self.reference_here)
        marked = session.toggle_mark(self.reference_here)
        self.redraw()
        # The note stays beside the mark that is gone, for a key pressed by mistake must not cost words.
        has_note = mark is not None and bool(mark.note)
        unmarked = sayings.UNMARKED_NOTED if has_note else sayings.UNMARKED
        self.tell(sayings.MARKED if marked else unmarked, title=item.title)

    def action_copy_reference(self) -> None:
        """Copy the reference of the piece the reader stands on."""
        reference = str(self.reference_here)
        if self.reader.copy(reference):
            self.tell(sayings.COPIED_REFERENCE, reference=reference)

    def action_copy(self) -> None:
        """Copy the piece the reader stands on, without anything the layout added."""
        item = self.desk.session.item_of(self.reference_here.piece)
        if item is None:
            return
        copy = self.desk.copy_of(item)
        last = copy.count() - 1
        piece = copy.piece(last)
        words = selected_text(copy, Point(0, 0), Point(last, len(piece.text) if piece else 0))
        if self.reader.copy(words):
            self.tell(sayings.COPIED_ARTICLE, count=len("".join(words.split())))

    def set_anew(self) -> None:
        """Set what is shown as the desk now has it."""
        self.redraw()

    def action_pictures(self) -> None:
        """Show pictures, or no longer."""
        self.reader.turn_pictures()

    def action_justified(self) -> None:
        """Spread the rest of a line over its gaps, or leave it at the line's end."""
        is_justified = self.desk.change_justified()
        self.set_anew()
        self.tell(sayings.JUSTIFIED if is_justified else sayings.RAGGED)

    def action_theme(self) -> None:
        """Print in the next theme."""
        self._take_palette(next_palette(self.desk.inks.palette))

    def action_light_dark(self) -> None:
        """Print light instead of dark, or dark instead of light."""
        self._take_palette(other_light(self.desk.inks.palette))

    def _take_palette(self, palette: Palette) -> None:
        if self.desk.habits.is_colourless:
            self.tell(sayings.NO_COLOURS)
            return
        if self.desk.habits.are_terminals_own:
            self.tell(sayings.FEW_COLOURS, count=self.desk.habits.colours)
            return
        self.desk.take_palette(palette)
        self.app.theme = palette.name
        self.redraw()
        self.tell(sayings.THEME, name=palette.wording, light=sayings.DARK if palette.dark else sayings.LIGHT)
