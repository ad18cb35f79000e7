"""The keys of a search: what answers them is made when ``/`` is pressed, and imported while nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.edition.reference import Reference
from reader.reading.place import Place
from reader.tui import sayings
from reader.tui.screens.keeping import KeepingScreen
from reader.tui.sheet import Stretch
from reader.tui.widgets.search_row import SearchRow

if TYPE_CHECKING:
    from reader.tui.searching.search import Search

LEISURE_SECONDS = 0.3
"""How long the paper has been open before a search is imported, so that no first key waits for that."""
_LETTERS = frozenset({"search", "palette", "page_view", "back_issues", "note"})
"""Actions whose keys are letters while a query is typed."""


class SearchedScreen(KeepingScreen):
    """A screen whose paper can be searched; the search gets the keys and says what the screen shows."""

    search: Search | None = None
    """The search that goes on, from ``/`` until it is left."""
    is_search_from_page = False
    """Did the search begin on the page view, so that leaving it leads back there?"""

    @property
    def search_row(self) -> SearchRow:
        """The row the query is typed in."""
        return self.query_one(SearchRow)

    @property
    def is_field_open(self) -> bool:
        """Is a query or a note being typed, so that keys are letters?"""
        return self.is_typing or self.noting is not None

    @property
    def is_typing(self) -> bool:
        """Is the query being typed?"""
        return self.search is not None and self.search_row.display

    @property
    def is_in_list(self) -> bool:
        """Does the reader move in the list now? While a query is typed, the arrows go through its results."""
        return self.is_typing or super().is_in_list

    @property
    def is_on_the_way(self) -> bool:
        """Is the edition of the hit the reader wants still being read?"""
        return self.search is not None and self.search.is_on_the_way

    async def prepare_search(self) -> None:
        """Make ready what ``/`` needs, so that it opens at once: the row now, the search in a moment."""
        await self.search_row.prepare()
        self.set_timer(LEISURE_SECONDS, self._import_search)

    def _import_search(self) -> None:
        def work() -> None:
            from reader.tui.searching import search

            assert search  # imported

        self.run_worker(work, thread=True, group="prepare", exit_on_error=False)

    # -- the query ------------------------------------------------------------------------------

    async def action_search(self) -> None:
        """Open the search row, with the last query to be typed over."""
        if self.search is None:
            from reader.tui.searching.search import Search

            self.search = Search(self)
        await self.search.open_row()

    def on_search_row_typed(self, event: SearchRow.Typed) -> None:
        """Look for what has been typed."""
        event.stop()
        if self.search is not None and self.is_typing:
            self.search.ask(event.words)

    def on_search_row_accepted(self, event: SearchRow.Accepted) -> None:
        """Open the hit the reader stands on, its matches marked."""
        event.stop()
        if self.search is not None:
            self.search.open_hit()

    def action_search_order(self) -> None:
        """Show the hits of all editions the newest first, or the best."""
        if self.search is None or not self.search.change_order():
            self.tell(sayings.ORDER_IN_ALL)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let ``/``, ``:``, ``o``, ``v`` and ``c`` be letters while a query is typed."""
        if action in _LETTERS and self.is_typing and self.app.screen is self:
            return False
        return super().check_action(action, parameters)

    # -- from match to match --------------------------------------------------------------------

    def action_next_match(self) -> None:
        """Go to the next match, on into the next hit."""
        self._step(forward=True)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._step(forward=False)

    def _step(self, *, forward: bool) -> None:
        if self.search is None or not self.search.pursuit.finds:
            self.tell(sayings.NO_SEARCH)
        else:
            self.search.step(forward=forward)

    def action_open(self) -> None:
        """Open the hit while a query is typed, else the row the cursor is on, or follow a jump line.

        After a search it stays where that led.
        """
        if self.search is not None and self.is_typing:
            self.search.open_hit()
        elif self.is_on_the_way:
            return
        elif self.search is not None and not self.is_in_list and self.pane.link_here() is None:
            self.search.end()
            self.is_search_from_page = False
            self.show_place(self.place_now())
        else:
            super().action_open()

    def action_read_on(self) -> None:
        """A screen on; while a query is typed no further than the piece that is shown."""
        if self.is_typing:
            self.pane.read_on()
        elif not self.is_on_the_way:  # what is only on its way cannot be read yet
            super().action_read_on()

    def action_read_back(self) -> None:
        """A screen back; while a query is typed no further than the piece that is shown."""
        if self.is_typing:
            self.pane.read_back()
        elif not self.is_on_the_way:
            super().action_read_back()

    def show_place(self, place: Place) -> None:
        """Show a piece of the open edition; the reader does not go where a search was about to lead."""
        if self.search is not None:
            self.search.give_way()
        super().show_place(place)

    def marks_in(self, reference: Reference) -> tuple[Stretch, ...]:
        """Return every match in a piece, for the pane to mark."""
        return self.search.marks_in(reference) if self.search is not None else ()

    # -- leaving --------------------------------------------------------------------------------

    def leave_search(self) -> bool:
        """Give the search up and return to exactly where the reader was; False when there was none."""
        if self.search is None:
            return False
        self.search.leave()
        if self.is_search_from_page:
            self.is_search_from_page = False
            self.reader.turn_to_page()
        return True

    def forget_search(self) -> None:
        """Give the search up: another edition is open now, unless it is the search that led to it."""
        if self.search is not None and not self.search.is_arriving:
            self.search.end()

    # -- the index of the library ---------------------------------------------------------------

    def index_moved(self) -> None:
        """Take note that the index has grown."""
        if self.search is not None:
            self.search.index_moved()

    def index_ended(self) -> None:
        """Take note that the index has been brought up to the library."""
        if self.search is not None:
            self.search.index_ended()
