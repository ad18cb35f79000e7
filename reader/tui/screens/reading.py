"""The reading screen: contents, article, banner and foot; it forwards, the session decides."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.geometry import Offset

from reader.edition.reference import Reference
from reader.reading.marks import LONGEST_NOTE
from reader.reading.place import Place
from reader.tui.front import Front
from reader.tui.keymap import READING, bindings, foot_keys, section_bindings
from reader.tui.sayings import FILE_WRONG, NOTE_PROMPT
from reader.tui.screens.searched import SearchedScreen
from reader.tui.widgets.bar import Bar, BarText
from reader.tui.widgets.field_row import FieldRow
from reader.tui.widgets.galley_pane import GalleyPane, Standing
from reader.tui.widgets.listing_pane import ListingPane
from reader.tui.widgets.search_row import SearchRow
from reader.tui.widgets.still import Columns

LEAST_WIDTH, LEAST_HEIGHT = 20, 5
"""A smaller window shows what it can; nothing is laid out for it."""


class ReadingScreen(SearchedScreen):
    """The paper, open at a place."""

    AUTO_FOCUS = "#pane"
    BINDINGS = [*bindings(READING), *section_bindings()]  # noqa: RUF012 - Textual reads it so

    is_story_from_page = False
    """Was the story opened from the page view, so that Esc leads back there?"""
    _share = 0.0

    def compose(self) -> ComposeResult:
        """Lay out head, contents, article and foot."""
        yield Bar(id="masthead")
        yield SearchRow(self.desk)
        yield FieldRow(self.desk, NOTE_PROMPT, id="note", most=LONGEST_NOTE)
        yield Bar(id="banner")
        with Columns(id="body"):
            yield ListingPane(id="listing")
            yield GalleyPane(id="pane")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Hand every part its first value, before anything is painted."""
        ambiguous = self.desk.habits.ambiguous
        for bar in self.query(Bar):
            bar.ambiguous = ambiguous
        self.listing.ambiguous = ambiguous
        self.pane.setting = self.desk.setting
        self.show_place(self.desk.session.place)
        self.watch(self.pane, "virtual_size", self._take_share, init=False)

    # -- state down -----------------------------------------------------------------------------

    def edition_changed(self, place: Place) -> None:
        """Show another edition, or a new version of this one; a search that did not lead here is given up."""
        self.forget_search()
        self.pane.setting = self.desk.setting
        self.show_place(place)

    def show_place(self, place: Place) -> None:
        """Show the piece the session has opened, at its place."""
        super().show_place(place)
        self.forget_message()
        self.remove_class("-drawer")
        if not self.is_typing and self.is_narrow and self.listing.has_focus:
            self.set_focus(self.pane)
        self._share = self.pane.standing.share
        self.redraw()

    def _take_share(self) -> None:
        """Say how far the reader is on a pane of this size, in the frame that shows it."""
        self._share = self.pane.standing.share
        self.show_foot()

    def redraw(self) -> None:
        """Hand every part of the screen its value again."""
        session, desk, width = self.desk.session, self.desk, self.extent.width
        front = desk.front(width)
        self.divide(width)
        self.pane.inks = self.listing.inks = desk.inks
        self.search_row.redraw()
        self.note_row.redraw()
        banner = desk.banner()
        self.query_one("#masthead", Bar).words = front.masthead(
            session.edition,
            desk.lunar,
            self._where(front),
            banner,
            desk.say(FILE_WRONG) if desk.problems else "",
        )
        strip = self.query_one("#banner", Bar)
        strip.display = banner is not None and not front.is_narrow
        if banner is not None:
            strip.words = front.banner(banner)
        if self.search is None or not self.search.is_listed:
            self.listing.listing = self.desk.contents.listing()
        self.show_foot()

    def _where(self, front: Front) -> str:
        """Say which article of which section is open."""
        session = self.desk.session
        item = session.item
        if item is None:
            return ""
        section = session.sections[item.section_index]
        label = section.label if section.page else ""
        return front.where(item, session.index - section.first + 1, section.size, label)

    def foot_words(self) -> BarText:
        """Return the foot of a note or a search, or the keys that work here and how far the reader is."""
        if self.noting is not None:
            return self.noting.foot()
        if self.search is not None:
            return self.search.foot()
        desk = self.desk
        item = desk.session.item
        minutes = desk.minutes_left(item, self._share) if item is not None else None
        keys = foot_keys(desk.lacks)
        return desk.front(self.extent.width).foot(keys, desk.habits.rebound, self._share, minutes)

    def divide(self, width: int) -> None:
        """Give the contents their width beside the article, or make them a drawer."""
        before = (self.listing.styles.width, *map(self.has_class, ("-narrow", "-bare", "-drawer")))
        is_narrow = self.desk.front(width).is_narrow
        self.set_class(is_narrow, "-narrow")
        self.set_class(not is_narrow and self.desk.session.preferences.contents is False, "-bare")
        self.set_class(is_narrow and self.has_class("-drawer"), "-drawer")
        self.listing.styles.width = "1fr" if is_narrow else 26 if width < 100 else 32 if width < 130 else 38
        if before != (self.listing.styles.width, *map(self.has_class, ("-narrow", "-bare", "-drawer"))):
            self.app.stylesheet.update(self)  # Textual would do so behind the frame that shows the new width
            self.repaint_whole()

    @property
    def cursor(self) -> Offset | None:
        """The current item, where screen readers look for it, or where something is typed."""
        if self.is_typing:
            return self.search_row.cursor
        if self.noting is not None:
            return self.note_row.cursor
        return self.listing.cursor_offset if self.listing.has_focus else self.pane.text_region().offset

    # -- events up ------------------------------------------------------------------------------

    def on_galley_pane_moved(self, event: GalleyPane.Moved) -> None:
        """Remember where the reader is, and that they have read to the end."""
        event.stop()
        # A held key is faster than a message: what the pane showed before says nothing of what is open now.
        if self.pane.sheet is not None and event.copy is self.pane.sheet.copy:
            self.note(event.standing)

    def note(self, standing: Standing) -> None:
        """Remember where the reader is; the foot says how far that is."""
        session = self.desk.session
        if self.shown_reference == session.place.reference and not self.is_typing:
            session.settle(standing.block, standing.character)
            if standing.is_at_end:
                session.read_to_end()
        if standing.share != self._share:
            self.fall_silent()  # what was said before is not said of what has been left
            self._share = standing.share
            self.show_foot()

    def on_galley_pane_followed(self, event: GalleyPane.Followed) -> None:
        """Go where the jump line that was clicked points."""
        event.stop()
        self.follow(event.link)

    def on_listing_pane_chosen(self, event: ListingPane.Chosen) -> None:
        """Open the piece that was chosen in the list."""
        event.stop()
        if self.search is not None and self.is_typing:
            self.search.open_hit(event.key)
            return
        self.set_focus(self.pane)
        self.show_place(self.desk.session.open(Reference.parse(event.key)))

    def on_listing_pane_highlighted(self, event: ListingPane.Highlighted) -> None:
        """Of the results show the one that the list's cursor stands on."""
        if self.search is not None and self.is_typing:
            self.search.rest_on(event.key)

    # -- what only this screen does ---------------------------------------------------------------

    def action_contents(self) -> None:
        """Open or close the contents: a pane beside the article, or a drawer over it."""
        if self.is_narrow:
            self.toggle_class("-drawer")
            self.set_focus(self.listing if self.has_class("-drawer") else self.pane)
        else:
            shown = self.desk.session.preferences.contents is not False
            self.desk.session.prefer(contents=not shown)
            if shown:
                self.set_focus(self.pane)
        self.redraw()

    def action_other_pane(self) -> None:
        """From the article to the contents, opening them if need be, and back."""
        if self.search is not None and self.is_typing:
            self.search.change_scope()
            return
        if self.listing.has_focus:
            if self.is_narrow:
                self.remove_class("-drawer")
            self.set_focus(self.pane)
        else:
            if not self.listing.display or self.is_narrow or self.has_class("-bare"):
                self.action_contents()
            self.set_focus(self.listing)
        self.redraw()

    def action_leave(self) -> None:
        """Leave the search, the contents, a message, or a story that was opened from its page."""
        self.fall_silent()
        if self.leave_note() or self.leave_search():
            return
        if self.listing.has_focus:
            self.action_other_pane()
        elif self.is_story_from_page:
            self.is_story_from_page = False
            self.reader.turn_to_page()
