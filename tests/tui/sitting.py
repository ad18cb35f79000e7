"""A reader at the screen: presses keys, looks at rows, waits until something shows."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reader.edition.reference import Reference
from reader.edition.wording import Tongue
from reader.loading.load import load_edition
from reader.reading.place import Place
from reader.reading.pursuit import Pursuit
from reader.reading.store import MemoryStore, StateStore
from reader.tui.app import PaperReader
from reader.tui.desk import Habits
from reader.tui.forme import REACH
from reader.tui.opening import Opening
from reader.tui.widgets.bar import Bar
from reader.tui.widgets.galley_pane import GalleyPane
from reader.tui.widgets.listing_pane import ListingPane

MORNING = dt.datetime(2026, 3, 14, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
"""Ten in the morning of the day the tests' papers are printed."""


class RunningClock:
    """A clock that starts at an hour of our choice and then goes at the speed of the world."""

    def __init__(self, start: dt.datetime = MORNING) -> None:
        self._start, self._began = start, time.monotonic()

    def __call__(self) -> dt.datetime:
        return self._start + dt.timedelta(seconds=time.monotonic() - self._began)


class Sitting:
    """What a reader can do and see."""

    def __init__(self, app: PaperReader, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # What they do

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each answered before the next."""
        for key in keys:
            self.send(key)
            await self.settle()

    def send(self, key: str) -> None:
        """Press a key and wait for nothing, as somebody does who holds it down."""
        character = key if len(key) == 1 else {"space": " "}.get(key)
        event = events.Key(_key_name(key), character)
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)

    async def type(self, text: str) -> None:
        """Type text, characters of an input method included."""
        for character in text:
            self.send(character)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every part of the screen has done what it was asked to."""
        for _ in range(4):
            await self.pilot._wait_for_screen()
        screen = self.app.screen
        screen._on_timer_update()
        await self.pilot._wait_for_screen()

    async def resize(self, width: int, height: int) -> None:
        """Drag the terminal's window to another size."""
        driver: Any = self.app._driver
        size = Size(width, height)
        driver._size = size
        self.app.post_message(events.Resize(size, size))
        # Textual waits a moment, in case the window is still being dragged.
        await self.until(lambda: self.app.screen.size == size)

    async def until(self, is_so: Callable[[], object], seconds: float = 10.0) -> None:
        """Wait for something that takes a thread or a timer."""
        end = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < end, f"never so:\n{self.text}"
            await asyncio.sleep(0.01)
        await self.settle()

    async def click(self, x: int, y: int) -> None:
        """Click a cell of the screen."""
        await self.pilot.click(offset=(x, y))
        await self.settle()

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Hold the button from one cell to another."""
        await self.pilot.mouse_down(offset=start)
        await self.pilot.hover(offset=end)
        await self.pilot.mouse_up(offset=end)
        await self.settle()

    async def search(self, words: str) -> None:
        """Type a query and wait for what becomes of it."""
        await self.press("slash")
        await self.type(words)
        await self.until(lambda: self.pursuit is not None and self.pursuit.words == words)

    async def search_over(self, words: str) -> None:
        """Type another query over the one that stands in the row, and wait for what becomes of it."""
        self.app.screen.query_one(Input).value = words
        await self.until(lambda: self.pursuit is not None and self.pursuit.words == words)

    # What they see

    @property
    def strips(self) -> list[Strip]:
        """The screen's rows."""
        return self.app.screen._compositor.render_strips()

    @property
    def rows(self) -> list[str]:
        """The screen's rows as text."""
        return [strip.text for strip in self.strips]

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.rows)

    def rows_of(self, widget: Widget) -> list[str]:
        """The rows of one part of the screen."""
        return [strip.text for strip in self.strips_of(widget.region)]

    def strips_of(self, region: Region) -> list[Strip]:
        """The rows of a part of the screen, with their styles."""
        return [strip.crop(region.x, region.right) for strip in self.strips[region.y : region.bottom]]

    @property
    def pane(self) -> GalleyPane:
        """The article's pane, or the sheet's."""
        return self.app.screen.query_one("#pane", GalleyPane)

    @property
    def listing(self) -> ListingPane:
        """The list."""
        return self.app.screen.query_one("#listing", ListingPane)

    @property
    def article(self) -> list[str]:
        """The rows of the article, blanks around them taken away."""
        return [row.strip() for row in self.rows_of(self.pane)]

    @property
    def article_in_order(self) -> list[str]:
        """The rows of the article as they are read: those across first, then one column after the other."""
        pane, forme = self.pane, self.pane.forme
        across: list[str] = []
        columns: list[list[str]] = [[] for _ in forme.lefts]
        for at, strip in enumerate(self.strips_of(pane.region)[forme.air :]):
            if pane.viewport is None or len(pane.viewport.row(at)) < 2:
                across.append(strip.text.strip())
                continue
            for rows, left in zip(columns, forme.lefts, strict=True):
                rows.append(strip.crop(left, left + forme.measure + REACH).text.strip())
        return [*across, *(row for rows in columns for row in rows)]

    @property
    def contents(self) -> list[str]:
        """The rows of the list."""
        return [row.rstrip() for row in self.rows_of(self.listing)]

    def bar(self, id: str) -> str:
        """The text of a row, by its id; nothing while it is not shown."""
        bar = self.app.screen.query_one(f"#{id}", Bar)
        return "".join(self.rows_of(bar)) if bar.display else ""

    @property
    def foot(self) -> str:
        """What the foot says."""
        return self.bar("foot")

    @property
    def pursuit(self) -> Pursuit | None:
        """What a search has found; None while there is no search."""
        search = self.app.paper.search
        return search.pursuit if search is not None else None

    @property
    def title(self) -> str:
        """The title of the open piece."""
        item = self.app.desk.session.item
        return item.title if item else ""

    @property
    def reference(self) -> Reference:
        """The reference of the open piece."""
        return self.app.desk.session.place.reference

    @property
    def place(self) -> Place:
        """Where the reader is, to the line."""
        return self.app.paper.place_now()

    def has_left(self) -> bool:
        """Has the reader quit?"""
        return self.app._exit

    @property
    def is_on_paper(self) -> bool:
        """Is nothing laid over the paper?"""
        return self.app.screen is self.app.paper


def closed_up(text: str) -> str:
    """The text without the cells that space a headline out."""
    return re.sub(
        r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])|(?<=\d) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) (?=\d)", "", text
    )


_NAMES = {
    " ": "space", "/": "slash", "?": "question_mark", "+": "plus", "-": "minus", "=": "equals_sign",
    "[": "left_square_bracket", "]": "right_square_bracket", "{": "left_curly_bracket",
    "}": "right_curly_bracket", ":": "colon", '"': "quotation_mark", ".": "full_stop",
    "(": "left_parenthesis", ")": "right_parenthesis", "*": "asterisk", "“": "left_double_quotation_mark",
    "”": "right_double_quotation_mark",
}  # fmt: skip


def _key_name(key: str) -> str:
    return _NAMES.get(key, key)


@asynccontextmanager
async def opened(
    path: Path,
    size: tuple[int, int] = (120, 40),
    *,
    library: Path | None = None,
    store: StateStore | None = None,
    habits: Habits | None = None,
    tongue: Tongue = "zh",
    clock: Callable[[], dt.datetime] = lambda: MORNING,
    can_edit: bool = True,
    **more: Any,
) -> AsyncIterator[Sitting]:
    """Open the reader on an edition, with a screen of so many columns and rows; `more` is the opening's."""
    opening = Opening(
        path=path,
        loaded=load_edition(path),
        library_root=library,
        store=store if store is not None else MemoryStore(),
        habits=habits or Habits(),
        tongue=tongue,
        clock=clock,
        can_edit=can_edit,
        **more,
    )
    app = PaperReader(opening)
    async with app.run_test(size=size) as pilot:
        sitting = Sitting(app, pilot)
        await sitting.settle()
        # The index is seen to for as long as it takes; nobody waits for it.
        await sitting.until(lambda: all(each.is_finished or each.group == "index" for each in app.workers))
        yield sitting
