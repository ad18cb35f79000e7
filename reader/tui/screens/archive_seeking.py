"""A search over all editions while it is typed: hits of years of papers, seen as they stand in their own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import on
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.tui import search_sayings as sayings
from reader.tui.screens.counting import CountingScreen
from reader.tui.widgets.listing_pane import ListingPane

if TYPE_CHECKING:
    from reader.archive.issue_index import IndexUnusable
    from reader.reading.hunt import Catch

NEAR_END = 12
"""From so many hits before the last more of them are asked for."""
GROW_SECONDS = 2.0
"""How often a list that is not full is asked for anew while the index grows."""


class ArchiveSeekingScreen(CountingScreen):
    """A screen on which a search may be over all editions; the back room knows the library."""

    _grow_timer: Timer | None = None
    _looked_at = 0.0
    _milliseconds = 0

    async def action_search(self) -> None:
        """Open the search row, and see meanwhile whether the index is still what the library is."""
        await super().action_search()
        if self.reader.back_room.is_there:
            self.reader.back_room.freshen()

    # -- where and how ----------------------------------------------------------------------------

    def change_scope(self) -> None:
        """Search all editions instead of this one, or this one again."""
        from reader.reading.pursuit import Scope

        pursuit = self.pursuit
        if pursuit is None:
            return
        if not self.reader.back_room.is_there:
            self.tell(sayings.NO_LIBRARY)
            return
        pursuit.scope = Scope.EDITION if pursuit.scope is Scope.ALL else Scope.ALL
        self.cancel_finding()
        self.forget_message()
        if self._query is not None:
            self._fault = None  # what takes too long in all editions may be found in one
            pursuit.seek()
            self.look()
        self.show_foot()

    def action_search_order(self) -> None:
        """Show the hits of all editions the newest first, or the best."""
        from reader.archive.archive_search import Order

        pursuit = self.pursuit
        if pursuit is None or not (self.is_typing and self.is_over_all):
            self.tell(sayings.ORDER_IN_ALL)
            return
        self._order = Order.DATE if pursuit.order is Order.RANK else Order.RANK
        pursuit.turn(self._order)
        if self._query is not None:
            self.look()
        self.tell(sayings.ORDERED_BY_DATE if self._order is Order.DATE else sayings.ORDERED_BY_RANK)

    # -- looking ----------------------------------------------------------------------------------

    def look(self) -> None:
        """Look for the query where it is asked for first; the other scope is counted a moment later."""
        if self.is_over_all:
            self._look_everywhere()
        else:
            super().look()
        if self.reader.back_room.is_there:
            self.count_soon()

    def _look_everywhere(self) -> None:
        pursuit, query, words = self.pursuit, self._query, self._typed
        assert pursuit is not None
        assert query is not None
        order, limit, hunt = pursuit.order, pursuit.limit, self.reader.back_room.hunt()
        began = self._looked_at = time.monotonic()
        self.say_found()

        def find() -> None:
            from reader.archive.issue_index import IndexUnusable
            from reader.archive.pattern import PATIENCE
            from reader.archive.query import QueryError

            worker = get_current_worker()
            try:
                catch = hunt.find(query, order, limit, lambda: worker.is_cancelled, PATIENCE)
            except QueryError as error:
                if not worker.is_cancelled:
                    self.app.call_from_thread(self.refuse, words, error)
                return
            except IndexUnusable as error:
                self.app.call_from_thread(self._index_failed, error)
                return
            spent = round((time.monotonic() - began) * 1000)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._found_everywhere, words, (order, limit), catch, spent)

        self.find_in_thread(find)

    def _found_everywhere(self, words: str, how: tuple[object, int], catch: Catch | None, spent: int) -> None:
        pursuit = self.pursuit
        if pursuit is None or not self.is_over_all or words != self._typed:
            return
        if how != (pursuit.order, pursuit.limit):
            return
        self._milliseconds = spent
        everywhere = pursuit.everywhere
        hits, has_more = (catch.hits, catch.has_more) if catch is not None else ((), False)
        pursuit.found_everywhere(words, hits, has_more=has_more)
        if catch is None:
            pursuit.everywhere = everywhere  # nothing could be asked yet, so nothing is known
        if self.is_typing:
            self.show_hits()
        else:
            self.show_foot()

    def look_for_more(self) -> None:
        """Ask for more hits when the reader has come near the last."""
        pursuit = self.pursuit
        if pursuit is None or not pursuit.has_more or self._query is None:
            return
        # Not again while they are on their way: then the limit is beyond what has been found.
        if len(pursuit.finds) - pursuit.find_ordinal < NEAR_END and pursuit.limit <= len(pursuit.finds):
            pursuit.limit *= 2
            self._look_everywhere()

    # -- the index --------------------------------------------------------------------------------

    def _index_failed(self, error: IndexUnusable) -> None:
        self.reader.back_room.index_failed(error)

    def index_moved(self) -> None:
        """Say how far the index is; what it has got meanwhile may be what is looked for."""
        if not self.is_typing or self._query is None:
            return
        self.say_found()
        pursuit = self.pursuit
        is_short = self.is_over_all and pursuit is not None and not pursuit.has_more
        if is_short and self._grow_timer is None:
            wait = GROW_SECONDS - (time.monotonic() - self._looked_at)
            self._grow_timer = self.set_timer(max(0.01, wait), self._look_while_it_grows)

    def _look_while_it_grows(self) -> None:
        self._grow_timer = None
        if self.is_typing and self.is_over_all and self._query is not None:
            self.look()

    def index_ended(self) -> None:
        """Look again: the index holds now what it is going to hold."""
        if self.is_typing and self._query is not None and self.pursuit is not None:
            self.pursuit.everywhere = None
            self.look()

    # -- showing ----------------------------------------------------------------------------------

    def say_found(self) -> None:
        """Say beside the query how much was found in this edition and in all."""
        room, pursuit = self.reader.back_room, self.pursuit
        if self._fault is not None or not room.is_there or pursuit is None or self._query is None:
            super().say_found()
            return
        from reader.tui.scope_words import Shelves, scope_parts

        shelves = Shelves(room.is_indexing, room.progress, room.why, room.is_closed)
        row = self.search_row
        row.say_parts(scope_parts(self.desk, pursuit, shelves, row.room, self._milliseconds))

    def show_hits(self) -> None:
        """Show the hits on the left and the one the reader stands on beside them."""
        pursuit = self.pursuit
        if not self.is_over_all or pursuit is None:
            super().show_hits()
            return
        from reader.tui.found_listing import found_listing

        self.set_class(self.has_class("-narrow") and bool(pursuit.finds), "-drawer")
        self.show_foot()
        self.say_found()
        if not pursuit.finds:
            self.show_place(self.desk.session.place)
        if pursuit.words.strip():
            self.listing.listing = found_listing(pursuit.finds, pursuit.find, self.desk.tongue)
            self.show_match()

    @on(ListingPane.Highlighted)
    def more_soon(self, _: ListingPane.Highlighted) -> None:
        """Ask for more hits when the cursor comes near the last."""
        if self.is_typing and self.is_over_all:
            self.look_for_more()
