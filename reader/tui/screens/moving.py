"""The keys that move through an article and through the paper."""

from __future__ import annotations

from reader.edition.reference import Reference
from reader.edition.wording import Wording
from reader.reading.place import Place
from reader.tui import sayings
from reader.tui.screens.pieces import PieceScreen
from reader.tui.sheet import Sheet, Stretch
from reader.tui.widgets.galley_pane import GalleyPane, Standing
from reader.tui.widgets.listing_pane import ListingPane


class MovingScreen(PieceScreen):
    """A screen of a galley and a listing, moved through by line, screen, article and section."""

    shown_reference: Reference | None = None
    """The reference of the piece the pane shows."""
    _section = -1
    """Which section was open last; its page is made ready."""

    @property
    def pane(self) -> GalleyPane:
        """The article."""
        return self.query_one("#pane", GalleyPane)

    @property
    def listing(self) -> ListingPane:
        """The list on the left."""
        return self.query_one("#listing", ListingPane)

    @property
    def is_in_list(self) -> bool:
        """Does the reader move in the list now, and not in the article?"""
        return self.listing.has_focus

    def place_now(self) -> Place:
        """Return where the reader is, to the line."""
        block, character = self.pane.standing[:2]
        return Place(self.desk.session.place.reference, block, character)

    def show_place(self, place: Place) -> None:
        """Show the piece the session has opened, at its place."""
        item = self.desk.session.item
        if item is None:
            self.shown_reference, self.pane.sheet = None, None
            return
        self.shown_reference = place.reference
        self.pane.sheet = Sheet(
            self.desk.copy_of(item),
            self.desk.session.edition.is_cjk,
            place.block,
            place.character,
            found=self.marks_in(place.reference),
            columns_from=self.desk.columns_from(item),
        )
        if item.section_index != self._section:
            self._section = item.section_index
            self.reader.prepare_page_soon()

    def marks_in(self, _: Reference) -> tuple[Stretch, ...]:
        """Return the stretches of a piece the pane marks: what a search has found."""
        return ()

    def _show_or_tell(self, place: Place, otherwise: Wording) -> None:
        if place.reference == self.shown_reference:
            self.tell(otherwise)
        else:
            self.show_place(place)

    def note(self, standing: Standing) -> None:
        """Take note of where the pane now stands; said at once, it is painted in the same frame."""
        self.desk.session.settle(standing.block, standing.character)

    def action_read_on(self) -> None:
        """A screen on; at the end of the piece the next one."""
        if self.pane.read_on():
            self.note(self.pane.standing)
        else:
            self._show_or_tell(self.desk.session.next_article(), sayings.END_OF_PAPER)

    def action_read_back(self) -> None:
        """A screen back; at the beginning of the piece the one before, at its end."""
        if self.pane.read_back():
            self.note(self.pane.standing)
            return
        before = self.desk.session.previous_article()
        if before.reference == self.shown_reference:
            self.tell(sayings.BEGIN_OF_PAPER)
        else:
            self.show_place(before)
            self.pane.go_end()
            self.note(self.pane.standing)

    def action_line_down(self) -> None:
        """A line down, in the list or in the article."""
        if self.is_in_list:
            self.listing.move(1)
        else:
            self.pane.scroll_lines(1)
            self.note(self.pane.standing)

    def action_line_up(self) -> None:
        """A line up, in the list or in the article."""
        if self.is_in_list:
            self.listing.move(-1)
        else:
            self.pane.scroll_lines(-1)
            self.note(self.pane.standing)

    def action_top(self) -> None:
        """To the top of the list or the article."""
        if self.is_in_list:
            self.listing.go_top()
        else:
            self.pane.go_top()
            self.note(self.pane.standing)

    def action_end(self) -> None:
        """To the end of the list or the article."""
        if self.is_in_list:
            self.listing.go_end()
        else:
            self.pane.go_end()
            self.note(self.pane.standing)

    def action_next_article(self) -> None:
        """The next article."""
        self._show_or_tell(self.desk.session.next_article(), sayings.LAST_STORY)

    def action_previous_article(self) -> None:
        """The article before."""
        self._show_or_tell(self.desk.session.previous_article(), sayings.BEGIN_OF_PAPER)

    def action_next_section(self) -> None:
        """The first article of the next section."""
        self._show_or_tell(self.desk.session.next_section(), sayings.LAST_STORY)

    def action_previous_section(self) -> None:
        """The first article of the section before."""
        self._show_or_tell(self.desk.session.previous_section(), sayings.BEGIN_OF_PAPER)

    def action_section(self, number: int) -> None:
        """The first article of section `number`."""
        if number > len(self.desk.session.sections):
            self.tell(sayings.NO_SECTION, number=number)
        else:
            self.show_place(self.desk.session.section(number))

    def action_back(self) -> None:
        """Back to where the reader was before."""
        self._travel(self.desk.session.back(), sayings.NO_BACK)

    def action_forward(self) -> None:
        """Forward again."""
        self._travel(self.desk.session.forward(), sayings.NO_FORWARD)

    def _travel(self, place: Place, otherwise: Wording) -> None:
        """Show a place of the history, in whichever edition it is."""
        if self.desk.session.holds(place):
            self._show_or_tell(place, otherwise)
        else:
            self.reader.open_place(place)

    def go_to(self, place: Place) -> None:
        """Show a place of this edition, or open the edition it is in."""
        session = self.desk.session
        if session.holds(place):
            self.show_place(session.go(place))
        else:
            self.reader.open_place(place)

    def action_open(self) -> None:
        """Open the row the cursor is on, or follow the jump line on the screen."""
        if self.is_in_list:
            self.listing.choose()
        elif link := self.pane.link_here():
            self.follow(link)
        else:
            self.tell(sayings.NO_LINK)

    def follow(self, link: str) -> None:
        """Go where a jump line points, also into another edition."""
        place = self.desk.session.follow(link)
        if place is None:
            self.tell(sayings.NOT_FOUND_LINK, link=link)
        else:
            self.go_to(place)
