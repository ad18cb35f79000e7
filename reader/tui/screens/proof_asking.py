"""Proof mode's rows to type in: a reason, a filter, and the paragraph that is written otherwise."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from textual import on

from reader.tui.proof_keys import PROOF
from reader.tui.screens.proof_showing import ProofShowingScreen
from reader.tui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from reader.copydesk.edit_in_place import Excerpt
    from reader.tui.widgets.edit_area import EditArea


LONGEST_WAIT = 1.0
"""Seconds for which letters that were typed before Enter are waited for."""


class ProofAskingScreen(ProofShowingScreen):
    """Asks for words, and hands them to the sitting when they are kept."""

    _taken: Excerpt | None = None
    """The paragraph that is being written otherwise."""
    _area: EditArea | None = None

    _own = frozenset({"top", "end", "reload", "quit", "palette", *(key.action for key in PROOF)})
    """The actions of the keys of proof mode."""

    # -- reasons and filter ---------------------------------------------------------------------

    async def open_row(self, id: str, words: str = "", about: str = "") -> None:
        """Open a row to type in, where the head stands."""
        self.is_leaving = False
        self.forget_message()
        self.query_one("#masthead").display = False
        await self.query_one(f"#{id}", FieldRow).open(words, about)
        self.redraw()

    def close_row(self) -> None:
        """Put the head back where something was typed, and the editor into the list."""
        for row in self.query(FieldRow):
            row.display = False
        self.query_one("#masthead").display = True
        self.set_focus(self.listing)
        self.redraw()

    @on(FieldRow.Typed, "#filter")
    def narrow(self, event: FieldRow.Typed) -> None:
        """List the findings that hold what is typed."""
        event.stop()
        if event.row.display and self.sitting is not None:
            self.show(self.sitting.narrow(event.words))

    @on(FieldRow.Typed)
    def hear_typing(self, event: FieldRow.Typed) -> None:
        """Nothing answers while a reason is being typed."""
        event.stop()

    async def keep_typed(self) -> None:
        """Take what is typed, every letter of it, and do what it was typed for.

        The letters before Enter may still be on their way to where they go; whatever is pressed behind it
        waits meanwhile, so that not a key of a burst is taken for another.
        """
        target = self.focused
        if target is not None:
            has_come = asyncio.Event()
            target.call_later(has_come.set)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(has_come.wait(), LONGEST_WAIT)
        if self.is_editing:
            self._keep_paragraph()
        elif self.row is not None:
            self._keep_row(self.row)

    def _keep_row(self, row: FieldRow) -> None:
        words = row.words
        self.close_row()
        if self.sitting is None or row.id == "filter":
            return
        keep = self.sitting.ignore if row.id == "reason-here" else self.sitting.ignore_rule
        self.show(keep(words))

    # -- the paragraph --------------------------------------------------------------------------

    @property
    def is_editing(self) -> bool:
        """Is a paragraph being written otherwise?"""
        return self._taken is not None

    async def open_area(self, taken: Excerpt) -> None:
        """Let a paragraph be written otherwise, in the place of the text."""
        if self._area is None:
            from reader.tui.widgets.edit_area import EditArea  # late: who only accepts needs none

            self._area = EditArea(id="edit")
            self._area.ambiguous = self.desk.habits.ambiguous
            await self.query_one("#body").mount(self._area)
        self._taken = taken
        self.is_leaving = False
        self.forget_message()
        self.pane.display, self._area.display = False, True
        self._area.put(taken.words, taken.cursor)
        self.set_focus(self._area)
        self.redraw()

    def close_area(self) -> None:
        """Show the text again."""
        self._taken = None
        if self._area is not None:
            self._area.display = False
        self.pane.display = True
        self.set_focus(self.listing)
        self.redraw()

    def _keep_paragraph(self) -> None:
        """Put the words into the file's text; what is refused stays to be written otherwise."""
        if self._taken is None or self._area is None or self.sitting is None:
            return
        if self.sitting.edit(self._taken, self._area.words):
            self.close_area()
        self.show(self.sitting.state)

    # -- keys while something is typed ------------------------------------------------------------

    @property
    def is_typed_in(self) -> bool:
        """Does what is typed go into a row or into a paragraph?"""
        return self.is_editing or (self.row is not None and self.row.is_typed_in)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave every key but Enter and Esc to what is being typed in."""
        if action in self._own and self.app.screen is self and self.is_typed_in:
            return False
        return super().check_action(action, parameters)
