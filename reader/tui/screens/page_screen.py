"""The page view: a page as it would hang at the newsstand; arrows go from story to story by place."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from reader.edition.reference import Reference
from reader.reading.place import Place
from reader.tui import sayings
from reader.tui.keymap import READING, bindings, section_bindings
from reader.tui.page_keys import PAGE
from reader.tui.screens.page_moving import PageMovingScreen
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.page_pane import PagePane

SHARED = frozenset(
    {
        *("open", "top", "end", "page-view", "leave", "search", "notices", "mark", "marks"),
        *("copy", "copy-reference", "justified", "pictures", "theme", "light-dark", "help", "palette"),
        *("quit", "suspend", "reload", "edit", "proof", "previous-edition", "next-edition"),
        *("back-issues", "newest-edition"),
    }
)
"""The reading screen's keys that make sense on a page as well."""
ONLY_IN_READING = frozenset(
    {
        *("contents", "back", "forward", "next-match", "previous-match", "search-order"),
        *("wider", "narrower", "usual-measure", "note"),
    }
)
"""Those that do not, and say so."""


class PageScreen(PageMovingScreen):
    """Shows pages of the open edition; nothing of where the reader is changes until a story is opened."""

    AUTO_FOCUS = "#page"
    BINDINGS = [  # noqa: RUF012 - Textual reads it so
        *bindings(PAGE),
        *bindings(key for key in READING if key.id in SHARED),
        *section_bindings(),
        *(
            Binding(key.keys, "tell_only_in_reading", show=False)
            for key in READING
            if key.id in ONLY_IN_READING
        ),
    ]

    def compose(self) -> ComposeResult:
        """Lay out page and foot."""
        yield PagePane(id="page")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Show the page of the open story."""
        self.query_one("#foot", Bar).ambiguous = self.desk.habits.ambiguous
        self.show_reference(self.desk.session.place.reference)

    # -- state down -----------------------------------------------------------------------------

    def show_reference(self, reference: Reference) -> None:
        """Show the page a piece is on, and stand on it."""
        self.forget_message()
        self._number = self._press.number_of(reference)
        self._show(str(reference))

    def redraw(self) -> None:
        """Show the page again: another size, other inks, other notices."""
        self._show(self.key_here)

    def edition_changed(self, place: Place) -> None:
        """Show the page of the story stood on if it is still there, else that of the open one."""
        reference = self.reference_here
        is_there = reference.date == place.reference.date and self.desk.session.item_of(reference.piece)
        self.show_reference(reference if is_there else place.reference)

    def foot_words(self) -> BarText:
        """Return the keys of the page view, and which page it is."""
        front = self.desk.front(self.extent.width)
        page = "–".join(map(str, self._numbers))
        fault = self.desk.say(sayings.FILE_WRONG) if self.desk.problems else ""
        right = self.desk.say(sayings.PAGE_OF, page=page, pages=len(self._press.pages))
        return front.page_foot(self.desk.habits.rebound, right, self.desk.banner(), fault)

    # -- events up ------------------------------------------------------------------------------

    def on_page_pane_chosen(self, event: PagePane.Chosen) -> None:
        """Open the story that was clicked."""
        event.stop()
        self.reader.leave_page(Reference.parse(event.key))

    def action_open(self) -> None:
        """Read the story in full."""
        if self.key_here is not None:
            self.reader.leave_page(self.reference_here)

    def action_tell_only_in_reading(self) -> None:
        """Say that a key is of no use here."""
        self.tell(sayings.ONLY_IN_READING)

    def action_leave(self) -> None:
        """Back to reading, where the reader was."""
        self.reader.leave_page()

    async def action_search(self) -> None:
        """Search the edition from the reading screen."""
        self.reader.leave_page()
        self.reader.paper.is_search_from_page = True
        await self.reader.paper.run_action("search")
