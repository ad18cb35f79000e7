"""What every screen of the reader has: the desk, and a foot that can say a sentence."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self, cast

from textual.geometry import Offset, Region, Size
from textual.messages import Update
from textual.reactive import Reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from reader.edition.wording import Wording
from reader.tui.widgets.bar import Bar, BarText

if TYPE_CHECKING:
    from reader.tui.app import PaperReader
    from reader.tui.desk import Desk

MESSAGE_SECONDS = 4.0
"""How long the foot says a sentence before it shows the keys again."""


class PaperScreen(Screen[None]):
    """A screen that reads everything it shows from the desk."""

    # Which part has the focus shows in that part; Textual would paint the whole screen again for it.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._is_laid_out = False
        self._extent: Size | None = None
        self._message: tuple[str, bool] | None = None
        self._message_timer: Timer | None = None

    @property
    def reader(self) -> PaperReader:
        """The app, as ours."""
        return cast("PaperReader", self.app)

    @property
    def cursor(self) -> Offset | None:
        """Where the terminal's cursor belongs, for screen readers; None: where a field has put it."""
        return None

    def tell(
        self,
        words: Wording,
        *,
        is_trouble: bool = False,
        seconds: float = MESSAGE_SECONDS,
        **values: object,
    ) -> None:
        """Say a sentence in the foot for some seconds; trouble stays until the next key."""
        self._message = (self.desk.say(words, **values), is_trouble)
        if self._message_timer is not None:
            self._message_timer.stop()
        self._message_timer = None if is_trouble else self.set_timer(seconds, self.fall_silent)
        self.show_foot()

    @property
    def has_trouble(self) -> bool:
        """Does the foot say that something went wrong?"""
        return self._message is not None and self._message[1]

    def silence(self) -> None:
        """Say nothing any more, trouble included: it is over."""
        self._message = None
        self.show_foot()

    def take_back(self, said: str) -> None:
        """Say this no more, if it is what the foot says."""
        if self._message is not None and self._message[0] == said:
            self.fall_silent()

    def forget_message(self) -> None:
        """Say nothing any more of what came before: the reader has gone on."""
        if self._message is not None and not self._message[1]:
            self._message = None

    def fall_silent(self) -> None:
        """Show the keys in the foot again."""
        if self._message is not None:
            self._message = None
            self.show_foot()

    def on_screen_suspend(self) -> None:
        """Say nothing any more: what was said belongs to what was seen."""
        self._message = None

    def show_foot(self) -> None:
        """Put the foot's words into the foot: the sentence being said, or this screen's own."""
        foot = self.query_one("#foot", Bar)
        if self._message is not None:
            words, is_trouble = self._message
            foot.words = self.desk.front(self.extent.width).message(words, is_trouble=is_trouble)
        else:
            foot.words = self.foot_words()

    def foot_words(self) -> BarText:
        """Return what the foot shows while nothing is being said."""
        return BarText(ground=self.desk.inks.rail)

    def redraw(self) -> None:
        """Hand every part of the screen its value again: other inks, another size, another state."""
        self.show_foot()

    @property
    def extent(self) -> Size:
        """Columns and rows the screen is laid out in, or is about to be."""
        return self._extent or self.app.size

    def on_resize(self) -> None:
        """Take note that the screen has been laid out."""
        self._is_laid_out = True

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay the parts out; at another size they first get what there is room for, and one frame shows all.

        Textual lays out and paints every cell at once, and lets the parts see to their values afterwards.
        """
        if size is None or size == self._extent:
            super()._refresh_layout(size, scroll)
            return
        before, self._extent = self.extent, size
        if before != size:
            self.redraw()
        super()._refresh_layout(size, scroll)
        for part in self.walk_children(Widget, with_self=True):
            part._exchange_repaint_regions()  # what they asked for meanwhile has been painted

    def repaint_whole(self) -> None:
        """Paint every cell in the next frame, also when it lays out the screen.

        After parts of the screen have moved Textual paints piece by piece, and where an edge of before runs
        through a wide character of now, the character is lost on the terminal.
        """
        if self._is_laid_out:  # else the first layout paints everything
            self.refresh()
            # Told of it like of any part, else a layout would paint its pieces before.
            self.post_message(Update(self))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint the screen again, unless its first layout is under way: that paints everything by itself.

        Textual asks for a second full frame each time a screen comes up; over a slow line it is felt.
        """
        if not (self._is_laid_out or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    async def on_idle(self) -> None:
        """Let every part tell that it changed before a frame is asked for: what one key changes is one frame.

        Textual asks for it when the first of them has told; the others would come in a second frame.
        """
        await asyncio.sleep(0)
