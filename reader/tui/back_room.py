"""The back room of the paper: the library behind the open edition, searched, lent from, its index kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.edition.wording import Wording

if TYPE_CHECKING:
    from reader.archive.archive_search import Order
    from reader.archive.issue_index import IndexUnusable
    from reader.archive.stocktaking import Stock
    from reader.reading.hunt import Hunt
    from reader.tui.app import PaperReader
    from reader.tui.index_keeper import Ended, IndexKeeper, Progress
    from reader.tui.index_news import IndexNews
    from reader.tui.index_shortage import Shortage
    from reader.tui.index_watch import IndexWatch
    from reader.tui.lending import Lending

KEEP_SECONDS = 2.0
"""How long the paper has been open before its library's index is seen to."""
FRESH_SECONDS = 8.0
"""How long an index counts as the library's without being seen to again."""
MOST_REPAIRS = 2
"""How often a damaged index is given up before its reader is told."""


class BackRoom:
    """The library as the screen uses it; all but `hunt` is for the thread of the screen."""

    def __init__(self, app: PaperReader) -> None:
        self._app = app
        self._opening = app.opening
        self._hunt: Hunt | None = None
        self._lending: Lending | None = None
        self._keeper: IndexKeeper | None = None
        self._seen_to = -FRESH_SECONDS
        self._repairs = 0
        self._is_surveyed = False
        self._has_ended = False
        self.progress: Progress | None = None
        """How far the index is, while it is brought up to the library."""
        self._why: Wording | None = None
        """What stood in the way when the index was last brought up to the library."""
        self._watch: IndexWatch | None = None
        self._shortage: Shortage | None = None
        self.order: Order | None = None
        """The order in which hits of the whole library were last wanted."""
        self.is_whole = False
        """Is the index known to be what the library is?"""

    @property
    def is_there(self) -> bool:
        """Is there a library at all?"""
        return self._opening.library_root is not None

    @property
    def is_indexing(self) -> bool:
        """Is the index being brought up to the library?"""
        if self._watch is not None:
            return self._watch.news.is_indexing
        return self._keeper is not None and self._keeper.is_running

    @property
    def why(self) -> Wording | None:
        """Why back issues cannot be searched, or not all of them; None: they can."""
        return self._shortage.why if self._shortage is not None else self._why

    @property
    def is_closed(self) -> bool:
        """Can no back issue be searched at all?"""
        return self._shortage is not None and self._shortage.is_total

    def hunt(self) -> Hunt:
        """Return what searches the library."""
        if self._hunt is None:
            from reader.reading.hunt import Hunt, NoIndex

            root = self._opening.library_root
            assert root is not None
            self._hunt = Hunt(root, self._opening.open_index() or NoIndex(), self._app.shelf.load)
        return self._hunt

    @property
    def lending(self) -> Lending:
        """What fetches pieces of other editions."""
        if self._lending is None:
            from reader.tui.lending import Lending

            app = self._app
            self._lending = Lending(app.shelf.read, self._in_thread, app.call_from_thread, app.desk.tongue)
        return self._lending

    def _in_thread(self, work: Callable[[], None]) -> object:
        return self._app.run_worker(work, thread=True, group="lend", exit_on_error=False)

    # -- the index --------------------------------------------------------------------------------

    def settle_in(self) -> None:
        """See to the index once the paper has been open for a moment."""
        if self.is_there and self._opening.keeps_index:
            self._app.set_timer(KEEP_SECONDS, self.see_to_index)

    def files_changed(self) -> None:
        """See to the index again: the library is not what it was."""
        if self._lending is not None:
            self._lending.forget()
        self.see_to_index()

    def freshen(self) -> None:
        """See to the index before a search of the whole library, unless that was done just now."""
        if self._opening.index_post is not None:
            self._watch_index().begin()
        elif not self._opening.keeps_index:
            if not self._is_surveyed:
                self._survey()
        elif time.monotonic() - self._seen_to > FRESH_SECONDS:
            self.see_to_index()

    def see_to_index(self) -> None:
        """Have the index brought up to the library by a process of its own."""
        root = self._opening.library_root
        if root is None or not self._opening.keeps_index:
            return
        self._seen_to = time.monotonic()
        if self._keeper is None:
            from reader.tui import index_keeper

            options = ["--lang", self._app.desk.tongue, "--encoding", self._opening.encoding]
            options += ["--max-size", str(self._opening.limit)]
            command = index_keeper.command(root, *options)
            self._keeper = index_keeper.IndexKeeper(command, self._told, self._ended)
        self._app.run_worker(self._keeper.run(), group="index", exit_on_error=False)

    def _told(self, progress: Progress) -> None:
        self.progress = progress
        self._app.paper.index_moved()

    def _ended(self, ended: Ended) -> None:
        self.progress, self._has_ended = None, True
        self.is_whole = ended.is_whole
        if ended.is_whole:
            self._why = self._shortage = None
            self._app.paper.index_ended()
        else:
            from reader.tui.searching.sayings import INDEX_STOPPED

            self._why = Wording(ended.why, ended.why) if ended.why else INDEX_STOPPED
            self._survey()

    def _watch_index(self) -> IndexWatch:
        """Return what tells of the index that somebody else keeps."""
        if self._watch is None:
            from reader.tui.index_watch import IndexWatch

            assert self._opening.index_post is not None
            self._watch = IndexWatch(self._app, self._opening.index_post, self._heard)
        return self._watch

    def _heard(self, before: IndexNews, news: IndexNews) -> None:
        from reader.tui.index_keeper import Progress

        self.progress = Progress(news.done, news.of) if news.is_indexing and news.of else None
        if news.rounds == before.rounds:
            self._app.paper.index_moved()
        elif news.has_failed or self._is_surveyed:
            # What the library was when it was last compared no longer tells what the index is good for.
            self._survey()
        else:
            self._shortage = None
            self._app.paper.index_ended()

    def _survey(self) -> None:
        """See in a thread what the index does not hold; a few files of it are searched themselves."""
        self._is_surveyed = True
        opening = self._opening
        # Who has a process to themselves may have it read files; many visitors of one process may not.
        is_alone = opening.is_guest and opening.is_alone
        reads_files = opening.keeps_index or is_alone or opening.open_index() is None
        hunt, app = self.hunt(), self._app

        def survey() -> None:
            app.call_from_thread(self._surveyed, hunt.survey(reads_files=reads_files))

        app.run_worker(survey, thread=True, exclusive=True, group="survey", exit_on_error=False)

    def _surveyed(self, stock: Stock) -> None:
        from reader.tui.index_shortage import shortage_of

        self._shortage = shortage_of(stock, self._why, is_guest=self._opening.is_guest)
        if self._shortage is None:
            self._why = None
        self._app.paper.index_ended()

    def index_failed(self, error: IndexUnusable) -> None:
        """Take note that the index cannot be read; a damaged one is made anew."""
        from reader.archive.issue_index import IndexDamaged
        from reader.tui.index_shortage import shortage_by

        is_mended = isinstance(error, IndexDamaged) and self._repairs < MOST_REPAIRS
        if is_mended and self._watch is not None:
            self._repairs += 1
            self._watch.tell_damage()
            return
        if is_mended and self._opening.keeps_index:
            self._repairs += 1
            hunt, app = self.hunt(), self._app

            def discard() -> None:
                hunt.discard()
                app.call_from_thread(self.see_to_index)

            app.run_worker(discard, thread=True, exclusive=True, group="survey", exit_on_error=False)
            return
        # While the first index is being made there is none yet; that is said as such.
        is_awaited = self.is_indexing if self._watch is not None else self._opening.keeps_index
        if self.why is None and (not is_awaited or self._has_ended):
            self._shortage = shortage_by(error.why, is_guest=self._opening.is_guest)
        self._app.paper.index_moved()

    async def close(self) -> None:
        """Close the index and end what is seeing to it: the reader leaves."""
        if self._keeper is not None:
            await self._keeper.stop()
        if self._hunt is not None:
            self._hunt.close()
