"""What a search has found, told and shown: beside the query, in the list, and in the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.searching import foot, sayings
from reader.tui.searching.found_listing import listing_here, listing_of_all
from reader.tui.searching.quest import Quest
from reader.tui.searching.scope_words import Shelves, scope_parts
from reader.tui.searching.sight import Sight
from reader.tui.widgets.bar import BarText

if TYPE_CHECKING:
    from reader.tui.screens.searched import SearchedScreen


class Answers:
    """Hands the parts of the screen what was found."""

    def __init__(self, screen: SearchedScreen, quest: Quest, sight: Sight) -> None:
        self._screen, self._desk = screen, screen.desk
        self._room = screen.reader.back_room
        self._quest, self._pursuit = quest, quest.pursuit
        self._sight = sight

    def show(self) -> None:
        """Show the hits on the left and the one the reader stands on beside them."""
        screen, pursuit = self._screen, self._pursuit
        # On a narrow screen the results have the room of the article until one is opened.
        screen.set_class(screen.is_narrow and bool(pursuit.finds), "-drawer")
        screen.show_foot()
        self.say_found()
        if not pursuit.finds:
            screen.show_place(self._desk.session.place)
        if not pursuit.words.strip():
            return
        if self._quest.is_over_all:
            screen.listing.listing = listing_of_all(pursuit.finds, pursuit.find, self._desk.tongue)
        else:
            screen.listing.listing = listing_here(pursuit.finds, pursuit.find)
        self._sight.show()

    def say_found(self) -> None:
        """Say beside the query how much was found and where, or why there is no answer."""
        asked, row, room = self._quest.asked, self._screen.search_row, self._room
        if asked.fault is not None:  # before any count: one that comes late must not hide it
            row.say(asked.fault.what.say(self._desk.tongue), is_trouble=True)
        elif asked.query is None:
            row.say("")
        elif room.is_there:
            shelves = Shelves(room.is_indexing, room.progress, room.why, room.is_closed)
            row.say_parts(scope_parts(self._desk, self._pursuit, shelves, row.room, self._quest.milliseconds))
        else:
            row.say(self._count_words())

    def _count_words(self) -> str:
        pursuit = self._pursuit
        if pursuit.here is None:
            return self._desk.say(sayings.RUNNING)
        if not pursuit.finds:
            return self._desk.say(sayings.NOTHING)
        words = sayings.FOUND if pursuit.match_count else sayings.FOUND_STORIES
        return self._desk.say(words, articles=len(pursuit.finds), matches=pursuit.match_count)

    def foot(self, *, is_on_the_way: bool) -> BarText:
        """Return the foot: which keys work, and once a hit has been opened which one it is."""
        front = self._desk.front(self._screen.extent.width)
        if self._quest.is_typing:
            return front.message(
                foot.typing_words(self._desk, self._pursuit, has_library=self._room.is_there)
            )
        words = sayings.LOADING if is_on_the_way else sayings.MATCH_FOOT
        return front.message(self._desk.say(words), right=foot.match_words(self._desk, self._pursuit))
