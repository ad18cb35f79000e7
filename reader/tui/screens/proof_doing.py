"""What proof mode's keys do with findings: go from one to the next, accept, ignore, write otherwise, undo."""

from __future__ import annotations

from textual import events

from reader.copydesk.proof_state import RulePreview
from reader.proofreading.rules import BY_ID
from reader.tui import proof_sayings as sayings
from reader.tui.proof_copies import lost_copy, preview_copy
from reader.tui.screens.proof_asking import ProofAskingScreen
from reader.tui.screens.proof_sheet import ProofSheet
from reader.tui.screens.sheet_screen import SheetScreen
from reader.tui.widgets.listing_pane import ListingPane


class ProofDoingScreen(ProofAskingScreen):
    """Hands each key to the sitting and shows the state that comes of it."""

    # -- moving ---------------------------------------------------------------------------------

    def action_next_finding(self) -> None:
        """The next row."""
        self._move(1)

    def action_previous_finding(self) -> None:
        """The row before."""
        self._move(-1)

    def action_top(self) -> None:
        """The first finding."""
        self._move(-len(self.listing.listing.rows))

    def action_end(self) -> None:
        """The last finding."""
        self._move(len(self.listing.listing.rows))

    def _move(self, by: int) -> None:
        if self.sitting is not None:
            self.show(self.sitting.move(by))

    def action_next_error(self) -> None:
        """The next error."""
        if self.sitting is not None:
            self.show(self.sitting.move_to_error(1))

    def action_previous_error(self) -> None:
        """The error before."""
        if self.sitting is not None:
            self.show(self.sitting.move_to_error(-1))

    def action_fold(self) -> None:
        """Show equal findings one by one, or as one."""
        if self.sitting is not None:
            self.show(self.sitting.toggle_fold())

    async def action_open(self) -> None:
        """Keep what is typed; go on with what was left, if that is asked; else open or close a fold."""
        if self.is_typed_in:
            await self.keep_typed()
        elif self.sitting is not None and self.sitting.state.offer is not None:
            self.show(self.sitting.take_up())
            self.show_lost()
        else:
            self.action_fold()

    # -- the mouse ------------------------------------------------------------------------------

    def on_listing_pane_highlighted(self, event: ListingPane.Highlighted) -> None:
        """Show the finding the mouse has gone to."""
        event.stop()
        self._go(event.key)

    def on_listing_pane_chosen(self, event: ListingPane.Chosen) -> None:
        """Show the finding that was clicked."""
        event.stop()
        self._go(event.key)

    def _go(self, key: str) -> None:
        state = self.state
        if state is None or self.sitting is None:
            return
        at = int(key)
        if at != state.listed.at and at < len(state.listed.rows):
            self.show(self.sitting.go(state.listed.rows[at].key))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go on in the list, wherever the wheel is turned."""
        event.stop()
        self.listing.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go back in the list."""
        event.stop()
        self.listing.move(-1)

    # -- doing ----------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Make the fix of the finding the cursor is on."""
        if self.sitting is not None:
            self.show(self.sitting.accept())

    def action_accept_rule(self) -> None:
        """Show what all fixes of this rule would do, in the whole edition."""
        self._preview(is_here_only=False)

    def _preview(self, *, is_here_only: bool) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        preview = sitting.preview_rule(is_here_only=is_here_only)
        if preview is None:
            self.show(sitting.state)
            return
        self.is_leaving = False
        rule = BY_ID.get(preview.rule)
        name = rule.name.say(self.desk.tongue) if rule is not None else ""
        title = self.desk.say(sayings.PREVIEW_TITLE, rule=preview.rule, name=name, count=len(preview.made))
        scope = sayings.PREVIEW_HERE if is_here_only else sayings.PREVIEW_ALL
        sheet = ProofSheet(
            self.desk,
            title,
            preview_copy(preview, self.desk.tongue),
            foot=sayings.PREVIEW_FOOT,
            confirmed=lambda: self._accept_all(preview),
            note=self.desk.say(scope),
            other=lambda: self._preview(is_here_only=not is_here_only),
        )
        self.app.push_screen(sheet)

    def _accept_all(self, preview: RulePreview) -> None:
        if self.sitting is not None:
            self.show(self.sitting.accept_all(preview))

    async def action_ignore_here(self) -> None:
        """Ask why the finding is left as it is; asked whether to go on with what was left: throw it away."""
        if self.sitting is None:
            return
        if self.sitting.state.offer is not None:
            self.show(self.sitting.throw_away())
        elif self._may_change():
            await self.open_row("reason-here", about=self.rule_here)

    async def action_ignore_rule(self) -> None:
        """Ask why the rule is to be silent in this article."""
        if self._may_change():
            await self.open_row("reason-rule", about=self.rule_here)

    @property
    def rule_here(self) -> str:
        """The rule of the finding the cursor is on; empty where there is none."""
        here = self.state.here if self.state is not None else None
        return here.rule if here is not None else ""

    def _may_change(self) -> bool:
        """Is there a finding, and may it be changed? The foot says what is against it."""
        if self.sitting is None:
            return False
        if self.sitting.target() is not None:
            return True
        self.show(self.sitting.state)
        return False

    async def action_edit_text(self) -> None:
        """Write the paragraph otherwise."""
        if self.sitting is None:
            return
        taken = self.sitting.excerpt()
        if taken is None:
            self.show(self.sitting.state)
        else:
            await self.open_area(taken)

    def action_undo_change(self) -> None:
        """Take back the last thing done."""
        if self.sitting is not None:
            self.show(self.sitting.undo())

    def show_lost(self) -> None:
        """Show the changes that no longer fit, for the editor to make again."""
        if self.sitting is not None and (lost := self.sitting.state.lost):
            copy = lost_copy(lost, self.desk.tongue)
            title = self.desk.say(sayings.LOST_TITLE)
            self.app.push_screen(SheetScreen(self.desk, title, copy.copy, note=self.path.name))
