"""The page a reader goes over: a made-up page that the mouse can open stories on and scroll."""

from __future__ import annotations

from textual import events
from textual.message import Message

from reader.reading.page_walk import story_at
from reader.tui.widgets.made_pane import MadePane


class PagePane(MadePane):
    """Asks for nothing: what the reader chooses comes up as a message."""

    DEFAULT_CSS = "PagePane { width: 1fr; height: 1fr; }"

    class Chosen(Message):
        """The reader wants the story of this key opened."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def on_click(self, event: events.Click) -> None:
        """Open the story that was clicked."""
        event.stop()
        if self.page is None:
            return
        at = story_at(self.page.stories, event.x - self._left, event.y + self._top)
        if at is not None:
            self.post_message(self.Chosen(self.page.stories[at].key))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll a tall page down."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll a tall page up."""
        event.stop()
        self.scroll_rows(-3)
