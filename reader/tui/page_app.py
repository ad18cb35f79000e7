"""An app whose paper can be seen page by page, as it would hang at the newsstand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.events import Resize
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.tui.opening import Opening
from reader.tui.picture_app import PictureApp

if TYPE_CHECKING:
    from reader.edition.reference import Reference
    from reader.reading.place import Place
    from reader.tui.picture_app import Showing
    from reader.tui.press import Press
    from reader.tui.screens.page_screen import PageScreen

PREPARE_SECONDS = 0.7
"""How long a reader has stayed with a section and a size before its page is made ready, to open at once."""


class PageApp(PictureApp):
    """Opens the page view and comes back from it; its screen is made once and kept."""

    MAKES_PAGES_AT_ONCE: ClassVar[bool] = True
    """Is a page made while its reader waits, in one frame with the key? Where others would wait too, it is
    made in a thread, and only when it is asked for."""

    def __init__(self, opening: Opening) -> None:
        self._press: Press | None = None
        self._page_screen: PageScreen | None = None
        self._page_timer: Timer | None = None
        super().__init__(opening)

    def on_resize(self, _: Resize) -> None:
        """Make the page view ready for the new size."""
        self.prepare_page_soon()

    def prepare_page_soon(self) -> None:
        """Make the page view ready once the reader has stayed a moment with this section and this size."""
        if self.desk.is_opening or not self.MAKES_PAGES_AT_ONCE:
            return  # the first page comes first
        if self._page_timer is not None:
            self._page_timer.stop()
        self._page_timer = self.set_timer(PREPARE_SECONDS, self.prepare_page)

    @property
    def press(self) -> Press:
        """What makes pages for this reader."""
        if self._press is None:
            from reader.tui.press import Press

            self._press = Press(self.desk)
        return self._press

    def prepare_page(self) -> None:
        """Make up the page of the open story in a thread, while nobody waits for it."""
        size, reference = self.size, self.desk.session.place.reference

        def prepare() -> None:
            from reader.tui.screens import page_screen

            assert page_screen  # imported: that is half of the work
            self.press.sheet(self.press.number_of(reference), size.width, max(1, size.height - 1))

        self.run_worker(prepare, thread=True, exclusive=True, group="page", exit_on_error=False)

    def when_made(self, number: int, width: int, height: int, then: Callable[[], None]) -> None:
        """Go on once a page has been made for a window; of several asked for at the same time, the last."""
        if self.MAKES_PAGES_AT_ONCE or self.press.is_ready(number, width, height):
            then()
            return

        def make() -> None:
            worker = get_current_worker()
            self.press.sheet(number, width, height)
            if not worker.is_cancelled:
                self.call_from_thread(then)

        self.run_worker(make, thread=True, exclusive=True, group="page", exit_on_error=False)

    def turn_to_page(self) -> None:
        """Open the page view, or go back from it; of a key pressed twice at once the second comes late."""
        if self.screen is self._page_screen:
            self.leave_page()
        elif self.screen is self.paper:
            number = self.press.number_of(self.desk.session.place.reference)
            self.when_made(number, self.size.width, max(1, self.size.height - 1), self._show_page)

    def _show_page(self) -> None:
        """Open the page view on the page of the open story; the screen is made once and kept."""
        if self.screen is not self.paper:
            return  # the reader has gone elsewhere while the page was made
        if self._page_screen is None:
            from reader.tui.screens.page_screen import PageScreen

            self._page_screen = PageScreen(self.desk, self.press)
            self.install_screen(self._page_screen, "page")
            self.push_screen(self._page_screen)
            return
        self._page_screen.show_reference(self.desk.session.place.reference)
        self.push_screen(self._page_screen)

    def parts_with_pictures(self) -> list[Showing]:
        """Return the parts of the screens that may show pictures, the page among them."""
        parts = super().parts_with_pictures()
        if self._page_screen is not None and self._page_screen.is_mounted:
            parts.append(self._page_screen.pane)
        return parts

    def leave_page(self, reference: Reference | None = None) -> None:
        """Go back to reading: where the reader was, or to the story that was chosen."""
        if self.screen is not self._page_screen:
            return  # left already: a double click chooses twice
        if reference is not None:
            # Before the screen comes up: then it comes up with the story, in one frame.
            self.paper.show_place(self.desk.session.open(reference))
            self.paper.is_story_from_page = True
        self.pop_screen()

    def go_to(self, place: Place) -> None:
        """Show a place on the reading screen, in whichever edition it is."""
        self.leave_page()
        super().go_to(place)

    def follow(self, link: str) -> None:
        """Go where a link leads, on the reading screen."""
        self.leave_page()
        super().follow(link)
