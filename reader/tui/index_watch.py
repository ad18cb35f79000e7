"""Watches, while one searches, how the index stands that somebody else keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.tui.index_news import IndexNews, IndexPost

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.tui.app import PaperReader

LOOK_SECONDS = 1.0
"""How often it is looked at while a query is typed; at other times nobody asks."""


class IndexWatch:
    """Tells in the thread of the screen what has changed since it was last looked at."""

    def __init__(
        self, app: PaperReader, post: IndexPost, changed: Callable[[IndexNews, IndexNews], None]
    ) -> None:
        """`changed` hears how the index stood and how it stands."""
        self._app = app
        self._post = post
        self._changed = changed
        self._timer: Timer | None = None
        self.news = IndexNews()
        """How it stood at the last look."""

    def begin(self) -> None:
        """Look now, and again as long as a query is typed."""
        if self._timer is None:
            self._look()

    def tell_damage(self) -> None:
        """Have the index made anew."""
        self._post.tell_damage()

    def _look(self) -> None:
        before, self.news = self.news, self._post.read()
        if self.news != before:
            self._changed(before, self.news)
        is_wanted = self._app.paper.is_typing
        self._timer = self._app.set_timer(LOOK_SECONDS, self._look) if is_wanted else None
