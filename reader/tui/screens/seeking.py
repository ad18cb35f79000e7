"""A search while it is typed: the row opens, hits come with every key, the one in view is marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer

from reader.edition.reference import Reference
from reader.reading.place import Place
from reader.tui import sayings
from reader.tui.listings import results_listing
from reader.tui.screens.looking import LookingScreen
from reader.tui.sheet import Sheet, Stretch
from reader.tui.widgets.listing_pane import ListingPane
from reader.tui.widgets.search_row import SearchRow

if TYPE_CHECKING:
    from reader.archive.edition_search import Hit

PREVIEW_SECONDS = 0.08
"""How long the cursor of the results rests before its piece is shown: a held key shows only the last."""


class SeekingScreen(LookingScreen):
    """A screen that can be searched; the pursuit knows what was found, the screen shows it."""

    _preview_timer: Timer | None = None

    async def action_search(self) -> None:
        """Open the search row, with the last query to be typed over."""
        if self.pursuit is None:
            self.pursuit = self.new_pursuit()
        words = self.pursuit.words
        await self.search_row.open(words)
        self.query_one("#masthead").display = False
        self.search_row.display = True
        self.search_row.focus_input()
        self.redraw()
        self.call_after_refresh(self.search_row.put_cursor)
        if words:
            self.show_hits()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let ``/``, ``:``, ``o`` and ``v`` be letters while a query is typed."""
        if (
            action in {"search", "palette", "page_view", "back_issues"}
            and self.is_typing
            and self.app.screen is self
        ):
            return False
        return super().check_action(action, parameters)

    @property
    def is_in_list(self) -> bool:
        """Does the reader move in the list now? While a query is typed, the arrows go through its results."""
        return self.is_typing or super().is_in_list

    def action_read_on(self) -> None:
        """A screen on; while a query is typed no further than the piece that is shown."""
        if self.is_typing:
            self.pane.read_on()
        else:
            super().action_read_on()

    def action_read_back(self) -> None:
        """A screen back; while a query is typed no further than the piece that is shown."""
        if self.is_typing:
            self.pane.read_back()
        else:
            super().action_read_back()

    def on_search_row_typed(self, event: SearchRow.Typed) -> None:
        """Look for what has been typed, in a thread; an older search is given up."""
        event.stop()
        if self.pursuit is None or not self.is_typing:
            return
        self._typed, self._fault = event.words, None
        if not event.words.strip():
            self.cancel_finding()
            self._query = None
            self.found(event.words, ())
            return
        from reader.archive.query import QueryError, parse_query

        try:
            self._query = parse_query(event.words)
        except QueryError as error:
            # The last results stay: a query is often wrong only until the next key. What is still being
            # looked for is not what stands in the field any more.
            self.cancel_finding()
            self._query = None
            self.refuse(event.words, error)
            return
        self.pursuit.seek()
        self.look()

    def found(self, words: str, hits: Sequence[Hit]) -> None:
        """Show what was found, if it is still what is looked for."""
        if self.pursuit is None or not self.is_typing or words != self._typed:
            return
        self.pursuit.found(words, hits)
        self.show_hits()

    def show_hits(self) -> None:
        """Show the hits on the left and the one the reader stands on beside them."""
        pursuit = self.pursuit
        assert pursuit is not None
        # On a narrow screen the results have the room of the article until one is opened.
        self.set_class(self.has_class("-narrow") and bool(pursuit.finds), "-drawer")
        self.show_foot()
        self.say_found()
        if not pursuit.finds:
            self.show_place(self.desk.session.place)
            if pursuit.words.strip():
                self.listing.listing = results_listing((), None)
            return
        hit = pursuit.hit
        assert hit is not None
        self.listing.listing = results_listing(pursuit.hits, hit.reference)
        self.show_match()

    def say_found(self) -> None:
        """Say beside the query what was found, or that it is still being looked for."""
        pursuit = self.pursuit
        if self.say_fault():
            return
        if pursuit is None or self._query is None:
            self.search_row.say("")
        elif pursuit.here is None:
            self.search_row.say(self.desk.say(sayings.SEARCH_RUNNING))
        elif not pursuit.finds:
            self.search_row.say(self.desk.say(sayings.SEARCH_NONE))
        else:
            words = sayings.SEARCH_RESULT if pursuit.match_count else sayings.SEARCH_STORIES
            found = {"articles": len(pursuit.finds), "matches": pursuit.match_count}
            self.search_row.say(self.desk.say(words, **found))

    def show_match(self) -> None:
        """Show the piece of the hit the reader stands on, every match in it marked."""
        pursuit = self.pursuit
        if pursuit is None or (hit := pursuit.hit) is None:
            return
        item = self.desk.session.item_of(hit.reference.piece)
        if item is None:
            return
        match = pursuit.match
        here = Stretch(match.block, match.start, match.end) if match else None
        copy = self.desk.copy_of(item)
        same = self.pane.sheet is not None and self.pane.sheet.copy is copy
        block, character = self.pane.standing[:2] if same else (0, 0)
        self.pane.sheet = Sheet(
            copy,
            self.desk.session.edition.is_cjk,
            block,
            character,
            found=self.marks_in(hit.reference),
            found_here=here,
            columns_from=self.desk.columns_from(item),
        )

    def marks_in(self, reference: Reference) -> tuple[Stretch, ...]:
        """Return every match in a piece, for the pane to mark."""
        if self.pursuit is None:
            return ()
        matches = self.pursuit.matches_at(Place(reference, issue=self.open_issue))
        return tuple(Stretch(match.block, match.start, match.end) for match in matches)

    @on(ListingPane.Highlighted)
    def preview_soon(self, event: ListingPane.Highlighted) -> None:
        """Show the result the cursor rests on."""
        if not self.is_typing or self.pursuit is None:
            return
        self.pursuit.stand_on(event.key)
        if self._preview_timer is not None:
            self._preview_timer.stop()
        self._preview_timer = self.set_timer(PREVIEW_SECONDS, self.show_match)

    def close_row(self) -> None:
        """Put the masthead back where the query stood."""
        self.search_row.display = False
        self.query_one("#masthead").display = True
        self.remove_class("-drawer")
        self.set_focus(self.pane)
