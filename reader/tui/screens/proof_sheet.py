"""A sheet of proof mode that asks: Enter does what it shows, Esc does nothing."""

from __future__ import annotations

from collections.abc import Callable

from reader.edition.wording import Wording
from reader.tui.desk import Desk
from reader.tui.proof_copies import Marked
from reader.tui.screens.sheet_screen import SheetScreen
from reader.tui.widgets.bar import BarText


class ProofSheet(SheetScreen):
    """Shows what would be done, and has it done or not."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        shown: Marked,
        *,
        foot: Wording,
        confirmed: Callable[[], None],
        note: str = "",
        measure: int | None = None,
        other: Callable[[], None] | None = None,
    ) -> None:
        """`confirmed` is called for Enter, `other` for Tab, each when the sheet is gone."""
        super().__init__(desk, title, shown.copy, note=note, found=shown.found, measure=measure)
        self._foot = foot
        self._confirmed = confirmed
        self._other = other
        # At once, as all keys of proof mode: typed in one burst, those behind it are meant for what it shows.
        for keys, action in (("enter", "open"), ("escape,q", "leave"), ("tab", "other_scope")):
            self._bindings.bind(keys, action, show=False, priority=True)

    def foot_words(self) -> BarText:
        """Return what Enter does here."""
        front = self.desk.front(self.extent.width)
        return front.message(self.desk.say(self._foot), right=f"{round(self._share * 100)}%")

    def action_open(self) -> None:
        """Do what the sheet shows."""
        self.dismiss()
        self._confirmed()

    def action_other_scope(self) -> None:
        """Show the same for another part of the edition."""
        if self._other is not None:
            self.dismiss()
            self._other()
