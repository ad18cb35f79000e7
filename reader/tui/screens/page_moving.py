"""The keys that move over a page and from page to page."""

from __future__ import annotations

from functools import partial

from textual.geometry import Offset

from reader.edition.reference import Reference
from reader.reading.page_walk import Direction, neighbour
from reader.tui import sayings
from reader.tui.desk import Desk
from reader.tui.press import PageSheet, Press
from reader.tui.screens.pieces import PieceScreen
from reader.tui.widgets.page_pane import PagePane


class PageMovingScreen(PieceScreen):
    """A screen of a made-up page, moved over from story to story."""

    def __init__(self, desk: Desk, press: Press) -> None:
        super().__init__(desk)
        self._press = press
        self._number = 1
        self._sheet: PageSheet | None = None

    @property
    def pane(self) -> PagePane:
        """The page."""
        return self.query_one("#page", PagePane)

    @property
    def key_here(self) -> str | None:
        """The story the reader stands on; None on an empty page."""
        page, at = self.pane.page, self.pane.at
        return page.stories[at].key if page is not None and at < len(page.stories) else None

    @property
    def reference_here(self) -> Reference:
        """The story the reader stands on, or what is open where the page is empty."""
        key = self.key_here
        return super().reference_here if key is None else Reference.parse(key)

    @property
    def _numbers(self) -> tuple[int, ...]:
        """The pages that are shown."""
        return self._sheet.numbers if self._sheet is not None else (self._number,)

    def _show(self, key: str | None) -> None:
        """Show the page once it is made, and stand on this story, or on the lead."""
        width, height = self.extent.width, max(1, self.extent.height - 1)
        self.reader.when_made(self._number, width, height, partial(self._show_made, width, height, key))

    def _show_made(self, width: int, height: int, key: str | None) -> None:
        self._sheet = self._press.sheet(self._number, width, height)
        page, pane = self._sheet.page, self.pane
        pane.inks, pane.setting = self.desk.inks, self.desk.setting
        at = next((index for index, story in enumerate(page.stories) if story.key == key), 0)
        if pane.page is not page:
            pane.set_reactive(PagePane.at, at)
            pane.page = page
        pane.at = at
        self.show_foot()

    @property
    def cursor(self) -> Offset | None:
        """The story stood on."""
        return self.pane.story_offset

    def _stand_on(self, at: int) -> None:
        self.fall_silent()
        self.pane.at = at

    # -- by place -------------------------------------------------------------------------------

    def _walk(self, direction: Direction) -> None:
        page = self.pane.page
        if page is None or not page.stories:
            return
        found = neighbour(page.stories, self.pane.at, direction)
        if found is not None:
            self._stand_on(found)
        elif direction in ("up", "down"):
            # Over the edge of a page lies more of a tall page, or nothing.
            self.pane.scroll_rows(-self.pane.size.height if direction == "up" else self.pane.size.height)

    def _scroll(self, rows: int) -> bool:
        """Scroll a tall page and stand on the first story that is then all in sight; False at its end."""
        pane = self.pane
        if not pane.scroll_rows(rows):
            return False
        if (seen := pane.first_in_sight()) is not None:
            # All is painted again; brought into sight it must not be, or the page would scroll back to it.
            pane.set_reactive(PagePane.at, seen)
        self.fall_silent()
        return True

    def action_story_left(self) -> None:
        """To the story on the left."""
        self._walk("left")

    def action_story_right(self) -> None:
        """To the story on the right."""
        self._walk("right")

    def action_story_up(self) -> None:
        """To the story above."""
        self._walk("up")

    def action_story_down(self) -> None:
        """To the story below."""
        self._walk("down")

    def _step(self, by: int) -> None:
        if (page := self.pane.page) is not None and page.stories:
            self._stand_on((self.pane.at + by) % len(page.stories))

    def action_next_story(self) -> None:
        """To the next story in their order of weight, and round: so every one is reached by one key."""
        self._step(1)

    def action_previous_story(self) -> None:
        """To the story before in their order of weight."""
        self._step(-1)

    def action_top(self) -> None:
        """To the lead."""
        self._stand_on(0)

    def action_end(self) -> None:
        """To the last story."""
        if (page := self.pane.page) is not None:
            self._stand_on(max(0, len(page.stories) - 1))

    # -- pages ----------------------------------------------------------------------------------

    def action_page_on(self) -> None:
        """Further down a tall page, else the next page."""
        if not self._scroll(self.pane.size.height):
            self.action_next_page()

    def action_page_back(self) -> None:
        """Further up a tall page, else the page before."""
        if not self._scroll(-self.pane.size.height):
            self.action_previous_page()

    def action_next_page(self) -> None:
        """The next page."""
        if self._numbers[-1] < len(self._press.pages):
            self._turn(self._numbers[-1] + 1)
        else:
            self.tell(sayings.LAST_PAGE)

    def action_previous_page(self) -> None:
        """The page before."""
        if self._numbers[0] > 1:
            self._turn(self._numbers[0] - 1)
        else:
            self.tell(sayings.FIRST_PAGE)

    def action_section(self, number: int) -> None:
        """The page of this number."""
        if number > len(self._press.pages):
            self.tell(sayings.NO_PAGE, number=number)
        else:
            self._turn(number)

    def _turn(self, number: int) -> None:
        self.forget_message()
        self._number = number
        self._show(None)
