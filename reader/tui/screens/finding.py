"""The keys of a search that has found something: open a hit, go through its matches, leave it."""

from __future__ import annotations

from reader.tui import sayings, search_sayings
from reader.tui.screens.stepping import SteppingScreen
from reader.tui.widgets.bar import BarText
from reader.tui.widgets.search_row import SearchRow


class FindingScreen(SteppingScreen):
    """A screen on which the matches of a search can be gone through."""

    is_story_from_page = False
    """Was the story opened from the page view, so that Esc leads back there?"""
    is_search_from_page = False
    """Did the search begin on the page view, so that leaving it leads back there?"""

    def on_search_row_accepted(self, event: SearchRow.Accepted) -> None:
        """Open the hit the reader stands on, its matches marked."""
        event.stop()
        self.open_hit()

    def action_next_match(self) -> None:
        """Go to the next match, on into the next hit."""
        self._go_on(forward=True)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._go_on(forward=False)

    def _go_on(self, *, forward: bool) -> None:
        if self.pursuit is None or not self.pursuit.finds:
            self.tell(sayings.NO_SEARCH)
        else:
            self.step(forward=forward)

    def leave_search(self) -> bool:
        """Give the search up and return to exactly where the reader was; False when there was none."""
        pursuit, self.pursuit = self.pursuit, None
        if pursuit is None:
            return False
        self.cancel_finding()
        self.close_row()
        self.go_home(pursuit)
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
        if self.is_on_the_way:
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
            return front.message(self._typing_words())
        if self.is_over_all:
            where = self._hit_words()
        else:
            where = self.desk.say(sayings.SEARCH_ONE, at=pursuit.match_ordinal, matches=pursuit.match_count)
        words = search_sayings.LOADING if self.is_on_the_way else sayings.MATCH_FOOT
        return front.message(self.desk.say(words), right=f"{pursuit.words}  {where}")

    def _typing_words(self) -> str:
        """Say which keys work while a query is typed, or how one is written."""
        pursuit = self.pursuit
        if pursuit is None or not pursuit.finds:
            return self.desk.say(sayings.SEARCH_EMPTY)
        if not self.reader.back_room.is_there:
            return self.desk.say(sayings.SEARCH_FOOT)
        if not self.is_over_all:
            return self.desk.say(search_sayings.EDITION_FOOT)
        from reader.archive.archive_search import Order

        other = search_sayings.BY_RANK if pursuit.order is Order.DATE else search_sayings.BY_DATE
        return self.desk.say(search_sayings.ALL_FOOT, order=other)

    def _hit_words(self) -> str:
        """Say which of all hits the reader stands on, and of which day it is."""
        pursuit = self.pursuit
        if pursuit is None or pursuit.hit is None:
            return ""
        tally = pursuit.everywhere
        of = f"{len(pursuit.finds)}{'+' if pursuit.has_more else ''}"
        if tally is not None:
            of = f"{tally.pieces}{'' if tally.is_exact else '+'}"
        date = pursuit.hit.date.isoformat()
        return self.desk.say(search_sayings.HIT_OF, at=pursuit.find_ordinal, of=of, date=date)
