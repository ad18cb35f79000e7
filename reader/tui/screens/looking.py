"""Looking for what is typed in the open edition, in a thread; what is typed next comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from reader.reading.place import IssueKey, Place
from reader.tui.screens.keeping import KeepingScreen
from reader.tui.widgets.search_row import SearchRow

if TYPE_CHECKING:
    from reader.archive.archive_search import Order
    from reader.archive.edition_search import EditionSearch, Hit
    from reader.archive.query import Query, QueryError
    from reader.reading.pursuit import Pursuit


class LookingScreen(KeepingScreen):
    """A screen on which something may be looked for; how that is shown is another's business."""

    pursuit: Pursuit | None = None
    _engine: EditionSearch | None = None
    _finding: Worker[None] | None = None
    _typed = ""
    """What stands in the field; what was found for other words comes too late."""
    _query: Query | None = None
    """The query as it was last read; None before there is one, and when the field is empty."""
    _fault: QueryError | None = None
    """Why what stands in the field has no answer."""
    _order: Order | None = None
    """The order of the last search: the next one begins with it, and in this edition as every one."""

    @property
    def search_row(self) -> SearchRow:
        """The row the query is typed in."""
        return self.query_one(SearchRow)

    @property
    def is_typing(self) -> bool:
        """Is the query being typed?"""
        return self.search_row.display

    def new_pursuit(self) -> Pursuit:
        """Begin a search here, of this edition first."""
        from reader.reading.pursuit import Home, Pursuit

        shelf, desk = self.reader.shelf, self.desk
        home = Home(shelf.path, shelf.loaded, desk.board, desk.newest, desk.lunar)
        pursuit = Pursuit(self.place_now()._replace(issue=self.open_issue), home)
        pursuit.order = self._order or pursuit.order
        self._query, self._typed, self._fault = None, "", None
        return pursuit

    @property
    def open_issue(self) -> IssueKey:
        """Which edition is open."""
        return IssueKey.of(self.desk.session.edition)

    def look(self) -> None:
        """Look for the query in the open edition."""
        query, words, engine = self._query, self._typed, self.engine
        assert query is not None
        self.say_found()

        def find() -> None:
            from reader.archive.query import QueryError

            worker = get_current_worker()
            try:
                hits = engine.find(query, lambda: worker.is_cancelled)
                for hit in hits:
                    if worker.is_cancelled:
                        return
                    assert hit.spans is not None  # its matches are looked for here, where nobody waits
            except QueryError as error:
                if not worker.is_cancelled:
                    self.app.call_from_thread(self.refuse, words, error)
                return
            if not worker.is_cancelled:
                self.app.call_from_thread(self.found, words, hits)

        self.find_in_thread(find)

    def find_in_thread(self, find: Callable[[], None]) -> None:
        """Search; an older search is given up."""
        self._finding = self.run_worker(
            find, thread=True, exclusive=True, group="find", exit_on_error=False, name="find"
        )

    def refuse(self, words: str, error: QueryError) -> None:
        """Say why there is no answer, unless something else is wanted by now."""
        if self.is_typing and words == self._typed:
            self._fault = error
            self.say_fault()

    def say_fault(self) -> bool:
        """Say what is wrong with the query, if anything is: a count that comes late must not hide it."""
        if self._fault is not None:
            self.search_row.say(self._fault.what.say(self.desk.tongue), is_trouble=True)
        return self._fault is not None

    @property
    def engine(self) -> EditionSearch:
        """What searches the open edition."""
        if self._engine is None:
            from reader.archive.edition_search import EditionSearch

            self._engine = EditionSearch(self.desk.session.edition, self.desk.fresh_copy)
        return self._engine

    def cancel_finding(self) -> None:
        """Give up the search that is still running."""
        if self._finding is not None:
            self._finding.cancel()

    def forget_search_engine(self) -> None:
        """Search anew: the edition is another one."""
        self._engine = None

    def place_now(self) -> Place:
        """Return where the reader is, to the line."""
        block, character = self.pane.standing[:2]
        return Place(self.desk.session.place.reference, block, character)

    def found(self, words: str, hits: Sequence[Hit]) -> None:
        """Show what was found, if it is still what is looked for."""

    def say_found(self) -> None:
        """Say what was found, or that it is still being looked for."""
