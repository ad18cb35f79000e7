"""Proof mode: every finding of an edition, one after the other, and what is done about it."""

from __future__ import annotations

from reader.copydesk.proof_sitting import ProofSitting
from reader.tui import proof_sayings as sayings
from reader.tui.keymap import READING, bindings, shown
from reader.tui.manual import keys_of
from reader.tui.proof_copies import difference_copy, rule_copy
from reader.tui.proof_keys import PROOF
from reader.tui.screens.proof_doing import ProofDoingScreen
from reader.tui.screens.proof_sheet import ProofSheet
from reader.tui.screens.sheet_screen import SheetScreen

_SHARED = {"open", "top", "end", "reload", "leave", "quit", "palette"}
"""The reading screen's keys that do here what they do there."""
DIFFERENCE_MEASURE = 100
"""Cells of a line of the difference: paragraphs are one line of the file."""
WATCH_SECONDS = 1.0
"""How often the file is looked at for what others have saved."""


class ProofScreen(ProofDoingScreen):
    """Forwards each key to the sitting and shows the state that comes of it."""

    DEFAULT_CSS = """
    ProofScreen.-stacked #body { layout: vertical; }
    #proof, #edit { width: 1fr; height: 1fr; margin-left: 1; }
    ProofScreen.-stacked #proof, ProofScreen.-stacked #edit { margin-left: 0; }
    #edit { border: none; padding: 0 1; background: $background; color: $foreground; }
    """

    BINDINGS = [  # noqa: RUF012 - Textual reads it so
        *bindings(PROOF),
        *bindings(key._replace(at_once=True) for key in READING if key.id in _SHARED),
    ]

    def on_mount(self) -> None:
        """Read the file, and look at it again from time to time."""
        self._bindings.bind(keys_of("proof", self.desk.habits.rebound), "quit", show=False, priority=True)
        self.room.open_sitting(self)
        self.set_interval(WATCH_SECONDS, self._watch)

    def begin(self, sitting: ProofSitting) -> None:
        """Show what was found, from the piece the editor came from."""
        if not self.is_attached:
            sitting.close()
            return
        self.sitting = sitting
        sitting.go_to_article(self.reference)
        self.show(sitting.state)
        if sitting.state.why_read_only is not None:
            self.tell(sayings.READ_ONLY_SAID, is_trouble=True, why=sitting.state.why_read_only)

    def _watch(self) -> None:
        sitting = self.sitting
        if sitting is None or self.is_typed_in:
            return  # what is being written belongs to the text as it is
        before = sitting.state
        if sitting.watch() is not before:
            self.show(sitting.state)

    # -- the file -------------------------------------------------------------------------------

    def action_write_back(self) -> None:
        """Show the difference; Enter there writes the file."""
        sitting = self.sitting
        if sitting is None:
            return
        was_leaving, self.is_leaving = self.is_leaving, False
        difference = sitting.difference()
        if difference is None:
            self.show(sitting.state)
            return
        title = self.desk.say(sayings.DIFF_TITLE, file=self.path.name, count=difference.changes)
        sheet = ProofSheet(
            self.desk,
            title,
            difference_copy(difference, self.desk.tongue),
            foot=sayings.DIFF_FOOT,
            confirmed=lambda: self._write(is_leaving=was_leaving),
            note=self.desk.say(sayings.DIFF_NOTE),
            measure=DIFFERENCE_MEASURE,
        )
        self.app.push_screen(sheet)

    def _write(self, *, is_leaving: bool) -> None:
        if self.sitting is None:
            return
        state = self.sitting.write()
        self.show(state)
        if is_leaving and not state.pending.is_any:
            self.leave()

    def action_reload(self) -> None:
        """Read the file as it now is, and put in what still fits."""
        if self.sitting is not None:
            self.show(self.sitting.reload())
            self.show_lost()

    def action_open_editor(self) -> None:
        """Open $EDITOR at the finding; what it saves is taken in with what is not written."""
        sitting = self.sitting
        if sitting is None:
            return
        place = sitting.place_on_disk()
        if self.reader.run_editor(self.path, place.line, place.column) and sitting.has_changed_on_disk():
            self.action_reload()

    # -- words ----------------------------------------------------------------------------------

    def action_explain_rule(self) -> None:
        """Show the rule's manual page, and the keys."""
        rebound = self.desk.habits.rebound
        keys = [(shown(key, rebound), key.words.say(self.desk.tongue)) for key in PROOF]
        rule = self.rule_here
        copy = rule_copy(rule, self.desk.tongue, keys).copy
        title = self.desk.say(sayings.RULE_TITLE, rule=rule) if rule else self.desk.say(sayings.KEYS_TITLE)
        self.app.push_screen(SheetScreen(self.desk, title, copy, toggle="explain-rule"))

    async def action_filter_findings(self) -> None:
        """Open the row that narrows the list."""
        if self.sitting is not None and self.sitting.state.offer is None:
            await self.open_row("filter", self.sitting.state.listed.words)

    async def action_palette(self) -> None:
        """Open the command palette."""
        await self.reader.show_palette()

    # -- leaving --------------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Out of what is typed, back to all findings, back from the question, back to the paper."""
        if self.is_editing:
            self.close_area()
        elif self.row is not None or (self.state is not None and self.state.listed.words):
            if self.sitting is not None and (self.row is None or self.row.id == "filter"):
                self.sitting.narrow("")
            self.close_row()
        elif self.is_leaving:
            self.is_leaving = False
            self.show_foot()
        else:
            self.action_quit()

    def action_quit(self) -> None:
        """Leave proof mode; if something is not written, ask what is to become of it."""
        state = self.state
        if state is not None and state.pending.is_any and not self.is_leaving:
            self._message = None
            self.is_leaving = True
            self.show_foot()
        else:
            self.leave()

    def leave(self) -> None:
        """Leave proof mode; what is not written is kept."""
        self.room.leave(self)
