"""A search as its screen has it: asked, answered, followed from hit to hit, and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.edition.reference import Reference
from reader.reading.pursuit import Pursuit
from reader.tui.searching.answers import Answers
from reader.tui.searching.inquiry import Inquiry
from reader.tui.searching.quest import Quest
from reader.tui.searching.sight import Sight
from reader.tui.searching.steps import Steps
from reader.tui.sheet import Stretch
from reader.tui.widgets.bar import BarText

if TYPE_CHECKING:
    from reader.tui.screens.searched import SearchedScreen


class Search:
    """What the reader does in a search, each thing handed to whom it concerns."""

    def __init__(self, screen: SearchedScreen) -> None:
        """Begin a search from where the reader of this screen is."""
        self._screen = screen
        self._room = screen.reader.back_room
        self._quest = Quest(screen)
        self._sight = Sight(screen, self._quest)
        self._steps = Steps(screen, self._quest, self._sight)
        self._answers = Answers(screen, self._quest, self._sight)
        self._inquiry = Inquiry(screen, self._quest, self._answers)

    @property
    def pursuit(self) -> Pursuit:
        """What has been found, and which match the reader stands on."""
        return self._quest.pursuit

    @property
    def is_listed(self) -> bool:
        """Do its hits stand in the list, in place of the contents?"""
        return self._quest.is_typing and bool(self.pursuit.words.strip())

    @property
    def is_on_the_way(self) -> bool:
        """Is the edition of the hit the reader wants still being read?"""
        return self._steps.is_on_the_way

    @property
    def is_arriving(self) -> bool:
        """Is another edition being opened because the search leads there?"""
        return self._steps.is_arriving

    # -- while the query is typed ---------------------------------------------------------------------

    async def open_row(self) -> None:
        """Open the row with the last query to be typed over; see meanwhile to the index of the library."""
        screen, row, words = self._screen, self._screen.search_row, self.pursuit.words
        self._steps.stop()  # a hit on its way is not waited for
        await row.open(words)
        if self._quest.is_over:
            return  # another edition has come up meanwhile
        screen.query_one("#masthead").display = False
        row.display = True
        row.focus_input()
        screen.redraw()
        if words:
            self._answers.show()
        if self._room.is_there:
            self._room.freshen()

    def ask(self, words: str) -> None:
        """Look for what has been typed."""
        self._inquiry.ask(words)

    def change_scope(self) -> None:
        """Search all editions instead of this one, or this one again."""
        self._inquiry.change_scope()

    def change_order(self) -> bool:
        """Order the hits of all editions by the other rule; False while they are not what is listed."""
        return self._inquiry.change_order()

    def rest_on(self, key: str) -> None:
        """Show the hit of this key soon: the cursor of the results stands on it."""
        self.pursuit.stand_on(key)
        self._sight.show_soon()
        self._inquiry.look_for_more()

    def open_hit(self, key: str | None = None) -> None:
        """Close the row and read the hit, or that of this key; n and N go on from here, Esc returns."""
        if key is not None:
            self.pursuit.stand_on(key)
        if (find := self.pursuit.find) is not None:
            self._close_row()
            self._quest.settle()
            self._steps.go_to(find)

    def _close_row(self) -> None:
        """Put the masthead back where the query stood."""
        screen = self._screen
        screen.search_row.display = False
        screen.query_one("#masthead").display = True
        screen.remove_class("-drawer")
        screen.set_focus(screen.pane)

    # -- once a hit is open ---------------------------------------------------------------------------

    def step(self, *, forward: bool) -> None:
        """Go to the next match or the one before, on into other hits and their editions."""
        if self._steps.step(forward=forward) or forward:
            self._inquiry.look_for_more()

    def give_way(self) -> None:
        """Go no further, and set as the open edition is set: a piece of it is about to be shown."""
        self._steps.stop()
        self._sight.come_home()

    # -- the end --------------------------------------------------------------------------------------

    def leave(self) -> None:
        """End it, and return to exactly where the reader was when it began."""
        self._close_row()
        self.end()
        self._steps.go_home()

    def end(self) -> None:
        """End it where the reader is; what is found from now on nobody is told."""
        if self._quest.is_typing:
            self._close_row()
        self.give_way()
        self._quest.is_over = True
        self._inquiry.give_up()
        self._screen.search = None

    # -- what others ask ------------------------------------------------------------------------------

    def marks_in(self, reference: Reference) -> tuple[Stretch, ...]:
        """Return every match in a piece of the open edition."""
        return self._sight.marks_in(reference)

    def foot(self) -> BarText:
        """Return the foot of the screen while the search goes on."""
        return self._answers.foot(is_on_the_way=self.is_on_the_way)

    def index_moved(self) -> None:
        """Take note that the index of the library has grown."""
        self._inquiry.index_moved()

    def index_ended(self) -> None:
        """Take note that the index of the library has been brought up to it."""
        self._inquiry.index_ended()
