"""Hits counted beside the search: of the scope that is not shown, and of all when only some are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.worker import get_current_worker

from reader.tui.screens.borrowing import BorrowingScreen

if TYPE_CHECKING:
    from reader.archive.issue_index import Tally

COUNT_SECONDS = 0.15
"""How long nothing has been typed before hits are counted."""


class CountingScreen(BorrowingScreen):
    """A screen that says how many hits there are, here and in all; finding them never waits for it."""

    _count_timer: Timer | None = None

    def count_soon(self) -> None:
        """Count once nothing has been typed for a moment."""
        if self._count_timer is not None:
            self._count_timer.stop()
        self._count_timer = self.set_timer(COUNT_SECONDS, self._count)

    def _count(self) -> None:
        """Count, in a thread, the scope that is not shown, and all hits where only some are listed."""
        pursuit, query, words = self.pursuit, self._query, self._typed
        if pursuit is None or query is None:
            return
        engine, hunt = self.engine, self.reader.back_room.hunt()
        is_here_wanted, is_all_wanted = pursuit.here is None, pursuit.everywhere is None

        def count() -> None:
            from reader.archive.issue_index import IndexUnusable
            from reader.archive.query import QueryError

            worker = get_current_worker()
            here: int | None = None
            tally: Tally | None = None
            try:
                if is_here_wanted:
                    here = len(engine.find(query, lambda: worker.is_cancelled))
                    if not worker.is_cancelled:
                        self.app.call_from_thread(self._counted, words, here, None)
                if is_all_wanted:
                    tally = hunt.count(query, lambda: worker.is_cancelled)
            except (QueryError, IndexUnusable):
                return  # whoever looks for the hits themselves says so
            if not worker.is_cancelled:
                self.app.call_from_thread(self._counted, words, here, tally)

        self.run_worker(count, thread=True, exclusive=True, group="count", exit_on_error=False)

    def _counted(self, words: str, here: int | None, tally: Tally | None) -> None:
        pursuit = self.pursuit
        if pursuit is None or words != self._typed:
            return
        if here is not None and self.is_over_all:
            pursuit.here = here
        if tally is not None and pursuit.everywhere is None:
            pursuit.everywhere = tally
        if self.is_typing:
            self.say_found()
        else:
            self.show_foot()
