"""The keys of a search that has found something: open a hit, go through its matches, leave it."""

from __future__ import annotations

from reader.tui import sayings
from reader.tui.screens.seeking import SeekingScreen
from reader.tui.widgets.bar import BarText
from reader.tui.widgets.search_row import SearchRow


class FindingScreen(SeekingScreen):
    """A screen on which the matches of a search can be gone through."""

    is_story_from_page = False
    """Was the story opened from the page view, so that Esc leads back there?"""
    is_search_from_page = False
    """Did the search begin on the page view, so that leaving it leads back there?"""

    def on_search_row_accepted(self, event: SearchRow.Accepted) -> None:
        """Open the hit the reader stands on, its matches marked."""
        event.stop()
        self.open_hit()

    def open_hit(self) -> None:
        """Close the row and read the hit; n and N go on from here, Esc returns."""
        pursuit = self.pursuit
        if pursuit is None or (hit := pursuit.hit) is None:
            return
        self.close_row()
        self.desk.session.open(hit.reference)
        self.show_match()
        self.redraw()

    def action_next_match(self) -> None:
        """Go to the next match, on into the next hit."""
        self._step(forward=True)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._step(forward=False)

    def _step(self, *, forward: bool) -> None:
        pursuit = self.pursuit
        if pursuit is None or not pursuit.hits:
            self.tell(sayings.NO_SEARCH)
            return
        place = self.place_now()
        hit = pursuit.next(place) if forward else pursuit.previous(place)
        if hit is None:
            return
        if hit.reference != self.desk.session.place.reference:
            self.desk.session.open(hit.reference)
        self.show_match()
        self.redraw()

    def leave_search(self) -> bool:
        """Give the search up and return to exactly where the reader was; False when there was none."""
        pursuit, self.pursuit = self.pursuit, None
        if pursuit is None:
            return False
        self.cancel_finding()
        self.close_row()
        self.show_place(self.desk.session.go(pursuit.origin))
        if self.is_search_from_page:
            self.is_search_from_page = False
            self.reader.turn_to_page()
        return True

    def action_page_view(self) -> None:
        """Show the page of the open story as it would hang at the newsstand."""
        self.reader.turn_to_page()

    def leave_story(self) -> None:
        """Go back to the page the story was opened from, if it was."""
        if self.is_story_from_page:
            self.is_story_from_page = False
            self.reader.turn_to_page()

    def action_open(self) -> None:
        """Open the hit while a query is typed, else the row the cursor is on, or follow a jump line.

        After a search it stays where that led.
        """
        if self.is_typing:
            self.open_hit()
            return
        if self.pursuit is not None and not self.is_in_list and self.pane.link_here() is None:
            self.pursuit, self.is_search_from_page = None, False
            self.show_place(self.place_now())
        else:
            super().action_open()

    def search_foot(self) -> BarText | None:
        """Return the foot of a search, or None when there is none."""
        pursuit = self.pursuit
        if pursuit is None:
            return None
        front = self.desk.front(self.size.width)
        if self.is_typing:
            return front.message(self.desk.say(sayings.SEARCH_FOOT if pursuit.hits else sayings.SEARCH_EMPTY))
        where = self.desk.say(sayings.SEARCH_ONE, at=pursuit.match_ordinal, matches=pursuit.match_count)
        return front.message(self.desk.say(sayings.MATCH_FOOT), right=f"{pursuit.words}  {where}")
