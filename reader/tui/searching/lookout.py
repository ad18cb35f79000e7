"""Looking for a query, and counting its hits, in threads; what is asked next comes first."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from textual.worker import get_current_worker

from reader.archive.archive_search import Order
from reader.archive.issue_index import IndexUnusable, Tally
from reader.archive.pattern import PATIENCE
from reader.archive.query import Query, QueryError

if TYPE_CHECKING:
    from reader.archive.edition_search import Hit
    from reader.reading.hunt import Catch
    from reader.tui.screens.searched import SearchedScreen

Refused = Callable[[QueryError], None]
"""Is told why a query has no answer."""
_Found = TypeVar("_Found")
_FINDING = "find"


class Lookout:
    """Finds and counts for one search.

    What comes of it is told in the screen's own thread, unless it has been given up.
    """

    def __init__(self, screen: SearchedScreen) -> None:
        self._screen = screen
        self.looked_at = 0.0
        """When all editions were last looked through, by the clock that only goes forward."""

    def find_here(self, query: Query, found: Callable[[Sequence[Hit]], None], refused: Refused) -> None:
        """Find every hit in the open edition."""
        searcher = self._screen.desk.searcher

        def find(is_cancelled: Callable[[], bool]) -> Sequence[Hit]:
            hits = searcher.find(query, is_cancelled)
            for hit in hits:
                if is_cancelled():
                    break
                assert hit.spans is not None  # its matches are looked for here, where nobody waits
            return hits

        self._find(find, found, refused)

    def find_everywhere(
        self, query: Query, order: Order, limit: int, found: Callable[[Catch, int], None], refused: Refused
    ) -> None:
        """Find so many hits in all editions, and in how many milliseconds."""
        hunt = self._screen.reader.back_room.hunt()
        began = self.looked_at = time.monotonic()

        def find(is_cancelled: Callable[[], bool]) -> tuple[Catch | None, int]:
            catch = hunt.find(query, order, limit, is_cancelled, PATIENCE)
            return catch, round((time.monotonic() - began) * 1000)

        def tell(outcome: tuple[Catch | None, int]) -> None:
            catch, milliseconds = outcome
            if catch is not None:
                found(catch, milliseconds)

        self._find(find, tell, refused)

    def _find(
        self, find: Callable[[Callable[[], bool]], _Found], found: Callable[[_Found], None], refused: Refused
    ) -> None:
        """Find in a thread; what was being looked for before is given up."""
        tell, index_failed = self._screen.app.call_from_thread, self._screen.reader.back_room.index_failed

        def work() -> None:
            worker = get_current_worker()
            try:
                outcome = find(lambda: worker.is_cancelled)
            except QueryError as error:
                if not worker.is_cancelled:
                    tell(refused, error)
                return
            except IndexUnusable as error:
                tell(index_failed, error)
                return
            if not worker.is_cancelled:
                tell(found, outcome)

        self._screen.run_worker(
            work, thread=True, exclusive=True, group=_FINDING, exit_on_error=False, name="find"
        )

    def cancel(self) -> None:
        """Give up what is still being looked for."""
        self._screen.workers.cancel_group(self._screen, _FINDING)

    def count(
        self,
        query: Query,
        counted: Callable[[int | None, Tally | None], None],
        *,
        here: bool,
        everywhere: bool,
    ) -> None:
        """Count the hits in the open edition, in all of them, or both; finding them never waits for it."""
        screen = self._screen
        searcher, hunt = screen.desk.searcher, screen.reader.back_room.hunt()
        tell = screen.app.call_from_thread

        def work() -> None:
            worker = get_current_worker()
            count: int | None = None
            tally: Tally | None = None
            try:
                if here:
                    count = len(searcher.find(query, lambda: worker.is_cancelled))
                    if not worker.is_cancelled:
                        tell(counted, count, None)
                if everywhere:
                    tally = hunt.count(query, lambda: worker.is_cancelled)
            except (QueryError, IndexUnusable):
                return  # whoever looks for the hits themselves says so
            if not worker.is_cancelled:
                tell(counted, count, tally)

        screen.run_worker(work, thread=True, exclusive=True, group="count", exit_on_error=False)
