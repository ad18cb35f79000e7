"""Proof mode as it is seen: list and text side by side or one above the other, head and foot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.timer import Timer

from reader.copydesk.proof_sitting import ProofSitting
from reader.copydesk.proof_state import ProofState
from reader.edition.day_words import moment_words
from reader.tui import proof_sayings as sayings
from reader.tui.desk import Desk
from reader.tui.keymap import READING
from reader.tui.proof_bars import proof_head
from reader.tui.proof_detail import proof_rows
from reader.tui.proof_keys import PROOF, PROOF_FOOT
from reader.tui.proof_listing import ProofListing
from reader.tui.proof_text import View
from reader.tui.screens.paper_screen import PaperScreen
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.field_row import FieldRow
from reader.tui.widgets.listing_pane import ListingPane
from reader.tui.widgets.proof_pane import ProofPane
from reader.tui.widgets.still import Columns

if TYPE_CHECKING:
    from reader.copydesk.proof_looking import Look
    from reader.tui.proof_room import ProofRoom

STACKED = 100
"""Below so many cells of screen the list stands above the text."""
SETTLE_SECONDS = 0.25
"""How long nothing was changed in a large file before it is read again."""
LONGEST_REASON = 200


class ProofShowingScreen(PaperScreen):
    """Shows one state after the other; a large file is read again in a thread."""

    AUTO_FOCUS = "#listing"

    def __init__(self, desk: Desk, path: Path, reference: str, room: ProofRoom) -> None:
        """`reference` is the piece whose findings are shown first."""
        super().__init__(desk)
        self.path = path
        self.reference = reference
        self.room = room
        self.sitting: ProofSitting | None = None
        """None until the file has been read."""
        self.is_leaving = False
        """Is it being asked what is to become of what is not written?"""
        self._rows = ProofListing(desk.tongue)
        self._settle_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out head, rows to type in, list, text and foot."""
        yield Bar(id="masthead")
        yield FieldRow(self.desk, sayings.FILTER, id="filter")
        yield FieldRow(self.desk, sayings.REASON_HERE, id="reason-here", most=LONGEST_REASON)
        yield FieldRow(self.desk, sayings.REASON_RULE, id="reason-rule", most=LONGEST_REASON)
        with Columns(id="body"):
            yield ListingPane(id="listing")
            yield ProofPane(id="proof")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Say what is coming."""
        for part in (self.listing, self.pane, *self.query(Bar)):
            part.ambiguous = self.desk.habits.ambiguous
        self.redraw()

    def on_unmount(self) -> None:
        """End the sitting; what is not written is kept."""
        if self.sitting is not None:
            self.sitting.close()

    # -- state down -----------------------------------------------------------------------------

    @property
    def listing(self) -> ListingPane:
        """The findings."""
        return self.query_one("#listing", ListingPane)

    @property
    def pane(self) -> ProofPane:
        """The text."""
        return self.query_one("#proof", ProofPane)

    @property
    def state(self) -> ProofState | None:
        """The sitting as it now is; None before the file has been read."""
        return self.sitting.state if self.sitting is not None else None

    @property
    def row(self) -> FieldRow | None:
        """The row that is open, if one is."""
        return next((row for row in self.query(FieldRow) if row.display), None)

    @property
    def is_editing(self) -> bool:
        """Is a paragraph being written otherwise?"""
        return False

    def show(self, state: ProofState) -> None:
        """Show a state of the sitting, and say what came of what was done."""
        self.is_leaving = False
        self._message = None
        self.redraw()
        if state.said is not None:
            self.tell(state.said.words, is_trouble=state.said.is_trouble)
        if not state.is_settled:
            self._settle_soon()

    def _settle_soon(self) -> None:
        if self._settle_timer is not None:
            self._settle_timer.stop()
        self._settle_timer = self.set_timer(SETTLE_SECONDS, self._settle)

    def _settle(self) -> None:
        sitting = self.sitting
        if sitting is None or sitting.state.is_settled:
            return
        looker: Callable[[], Look] = sitting.looker()

        def work() -> None:
            self.app.call_from_thread(self._settled, looker())

        self.run_worker(work, thread=True, exclusive=True, group="look", exit_on_error=False)

    def _settled(self, look: Look) -> None:
        if self.sitting is None or not self.is_attached:
            return
        if self.sitting.take(look).is_settled:
            self.redraw()
        else:
            self._settle_soon()  # it was changed meanwhile

    def redraw(self) -> None:
        """Hand every part of the screen its value again."""
        front = self.desk.front(self.extent.width)
        self.divide(front.width)
        self.pane.inks = self.listing.inks = self.desk.inks
        for row in self.query(FieldRow):
            row.redraw()
        state = self.state
        if state is None:
            words = self.desk.say(sayings.OPENING, file=self.path.name)
            self.query_one("#masthead", Bar).words = front.title(words)
        else:
            self.query_one("#masthead", Bar).words = proof_head(front, state, self.path.name)
            self.listing.listing = self._rows.listing(state, is_narrow=front.width < STACKED)
            self.show_text()
        self.show_foot()

    def show_text(self) -> None:
        """Show the finding the cursor is on in its text."""
        size = self.pane.size
        if self.state is None or not size:
            return
        view = View(size.width, size.height, self.desk.inks, self.desk.tongue, self.desk.habits.ambiguous)
        self.pane.rows = proof_rows(self.state, view, self.path.name)

    def divide(self, width: int) -> None:
        """Put the list beside the text or above it."""
        is_stacked = width < STACKED
        height = self.extent.height - 2
        self.set_class(is_stacked, "-stacked")
        if is_stacked:
            self.listing.styles.width = "1fr"
            self.listing.styles.height = max(2, min(12, height * 2 // 5))
        else:
            self.listing.styles.width = 38 if width < 140 else 48 if width < 180 else 64
            self.listing.styles.height = "1fr"

    @property
    def cursor(self) -> Offset | None:
        """The finding, or where something is typed."""
        if self.is_editing:
            return None
        return self.listing.cursor_offset if self.row is None else self.row.cursor

    def foot_words(self) -> BarText:
        """Return what is asked, or the keys that work here."""
        front, state = self.desk.front(self.extent.width), self.state
        if state is None:
            return front.message("")
        if self.is_editing:
            return front.message(self.desk.say(sayings.EDIT_FOOT))
        if self.row is not None:
            foot = sayings.FILTER_FOOT if self.row.id == "filter" else sayings.REASON_FOOT
            return front.message(self.desk.say(foot))
        if state.offer is not None:
            words = sayings.OFFER if state.offer.is_of_this_file else sayings.OFFER_OTHER
            kept, zone = state.offer.kept, self.desk.session.edition.zone
            moment = moment_words(kept.at, zone, self.desk.tongue, year=self.desk.clock().year)
            return front.message(self.desk.say(words, count=kept.total, at=moment))
        if self.is_leaving and self.sitting is not None:
            words = sayings.LEAVE if self.sitting.journal_trouble is None else sayings.LEAVE_LOSING
            return front.message(self.desk.say(words, count=state.pending.total))
        by_id = {key.id: key for key in (*READING, *PROOF)}
        return front.keys(((by_id[id], hint) for id, hint in PROOF_FOOT), self.desk.habits.rebound, "")

    # -- events up ------------------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        """Say what can be done here, when a sheet is gone that lay over the list."""
        if self.state is not None and self._message is None:
            self.show_foot()

    def on_proof_pane_resized(self, event: ProofPane.Resized) -> None:
        """Make the rows of text for the room there now is."""
        event.stop()
        self.show_text()
