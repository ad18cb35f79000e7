"""The page view: a page as it would hang at the newsstand; arrows go from story to story by place."""

from __future__ import annotations

from textual.app import ComposeResult

from reader.edition.reference import Reference
from reader.reading.page_walk import Direction, neighbour
from reader.tui import sayings
from reader.tui.desk import Desk
from reader.tui.keymap import PAGE, READING, bindings, section_bindings
from reader.tui.press import PageSheet, Press
from reader.tui.screens.forwarding import ForwardingScreen
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.page_pane import PagePane

_SHARED = {
    *(
        "open",
        "top",
        "end",
        "page-view",
        "leave",
        "search",
        "notices",
        "mark",
        "marks",
        "theme",
        "light-dark",
    ),
    *("copy-reference", "help", "palette", "quit", "other-pane", "reload", "edit"),
    *("previous-edition", "next-edition"),
}


class PageScreen(ForwardingScreen):
    """Shows pages of the open edition; nothing of where the reader is changes until a story is opened."""

    AUTO_FOCUS = "#page"
    BINDINGS = [  # noqa: RUF012 - Textual reads it so
        *bindings(PAGE),
        *bindings(key for key in READING if key.id in _SHARED),
        *section_bindings(),
    ]

    def __init__(self, desk: Desk, press: Press) -> None:
        super().__init__(desk)
        self._press = press
        self._number = 1
        self._sheet: PageSheet | None = None

    def compose(self) -> ComposeResult:
        """Lay out page and foot."""
        yield PagePane(id="page")
        yield Bar(id="foot")

    @property
    def pane(self) -> PagePane:
        """The page."""
        return self.query_one("#page", PagePane)

    def on_mount(self) -> None:
        """Show the page of the open story."""
        self.query_one("#foot", Bar).ambiguous = self.desk.habits.ambiguous
        self.show_reference(self.desk.session.place.reference)

    # -- state down -----------------------------------------------------------------------------

    def show_reference(self, reference: Reference) -> None:
        """Show the page a piece is on, and stand on it."""
        self._number = self._press.number_of(reference)
        self._show(str(reference))

    def redraw(self) -> None:
        """Show the page again: another size, other inks, other notices."""
        self._show(self._key)

    @property
    def _key(self) -> str | None:
        """The story the reader stands on."""
        page, at = self.pane.page, self.pane.at
        return page.stories[at].key if page is not None and at < len(page.stories) else None

    def _show(self, key: str | None) -> None:
        size = self.size or self.app.size
        self._sheet = self._press.sheet(self._number, size.width, max(1, size.height - 1))
        page, pane = self._sheet.page, self.pane
        pane.inks, pane.setting = self.desk.inks, self.desk.setting
        at = next((index for index, story in enumerate(page.stories) if story.key == key), 0)
        if pane.page is not page:
            pane.set_reactive(PagePane.at, at)
            pane.page = page
        pane.at = at
        self.show_foot()
        self._put_cursor()

    def foot_words(self) -> BarText:
        """Return the keys of the page view, and which page it is."""
        front = self.desk.front(self.size.width or self.app.size.width)
        numbers = self._sheet.numbers if self._sheet is not None else (self._number,)
        right = sayings.PAGE_OF.filled(page="–".join(map(str, numbers)), pages=len(self._press.pages)).say(
            self.desk.tongue
        )
        return front.message(self.desk.say(sayings.PAGE_FOOT), right=right)

    def _put_cursor(self) -> None:
        self.app.cursor_position = self.pane.story_offset

    # -- events up ------------------------------------------------------------------------------

    def on_page_pane_chosen(self, event: PagePane.Chosen) -> None:
        """Open the story that was clicked."""
        event.stop()
        self._open(event.key)

    def _open(self, key: str) -> None:
        self.reader.leave_page(Reference.parse(key))

    # -- by place -------------------------------------------------------------------------------

    def _walk(self, direction: Direction) -> None:
        page = self.pane.page
        if page is None or not page.stories:
            return
        found = neighbour(page.stories, self.pane.at, direction)
        if found is None:
            self._walk_off(direction)
            return
        self.fall_silent()
        self.pane.at = found
        self._put_cursor()

    def _walk_off(self, direction: Direction) -> None:
        """Over the edge of a page lies more of a tall page, or nothing."""
        if direction in ("up", "down"):
            self.pane.scroll_rows(-self.size.height if direction == "up" else self.size.height)

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

    def action_other_pane(self) -> None:
        """To the next story in their order of weight: so every one is reached by one key."""
        if (page := self.pane.page) is not None and page.stories:
            self.pane.at = (self.pane.at + 1) % len(page.stories)
            self._put_cursor()

    def action_top(self) -> None:
        """To the lead."""
        self.pane.at = 0
        self._put_cursor()

    def action_end(self) -> None:
        """To the last story."""
        if (page := self.pane.page) is not None and page.stories:
            self.pane.at = len(page.stories) - 1
            self._put_cursor()

    # -- pages ----------------------------------------------------------------------------------

    def action_next_page(self) -> None:
        """Further down a tall page, else the next page."""
        last = self._sheet.numbers[-1] if self._sheet is not None else self._number
        if last < len(self._press.pages):
            self._turn(last + 1)
        else:
            self.tell(sayings.LAST_PAGE)

    def action_previous_page(self) -> None:
        """The page before."""
        first = self._sheet.numbers[0] if self._sheet is not None else self._number
        if first > 1:
            self._turn(first - 1)
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

    # -- leaving --------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Read the story in full."""
        if (key := self._key) is not None:
            self._open(key)

    def action_page_view(self) -> None:
        """Back to reading, where the reader was."""
        self.reader.leave_page()

    def action_leave(self) -> None:
        """Back to reading, where the reader was."""
        self.reader.leave_page()

    async def action_search(self) -> None:
        """Search the edition from the reading screen."""
        self.reader.leave_page()
        await self.reader.paper.run_action("search")
