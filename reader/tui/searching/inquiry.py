"""What is asked, and where: every key looks anew, all editions are counted, more hits are fetched in time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.archive.archive_search import Order
from reader.archive.query import QueryError
from reader.reading.pursuit import Scope
from reader.tui.searching import sayings
from reader.tui.searching.answers import Answers
from reader.tui.searching.lookout import Lookout
from reader.tui.searching.quest import Asked, Quest

if TYPE_CHECKING:
    from reader.archive.edition_search import Hit
    from reader.archive.issue_index import Tally
    from reader.reading.hunt import Catch
    from reader.tui.screens.searched import SearchedScreen

COUNT_SECONDS = 0.15
"""How long nothing has been typed before hits are counted."""
NEAR_END = 12
"""From so many hits before the last more of them are asked for."""
GROW_SECONDS = 2.0
"""How often a list that is not full is asked for anew while the index grows."""


class Inquiry:
    """Has the query looked for wherever the reader wants, and takes what is found into the pursuit."""

    def __init__(self, screen: SearchedScreen, quest: Quest, answers: Answers) -> None:
        self._screen = screen
        self._room = screen.reader.back_room
        self._quest, self._pursuit = quest, quest.pursuit
        self._answers = answers
        self._lookout = Lookout(screen)
        self._count_timer: Timer | None = None
        self._grow_timer: Timer | None = None
        self._pursuit.order = self._room.order or self._pursuit.order

    def ask(self, words: str) -> None:
        """Look for what has been typed; of a query that cannot be read, say why."""
        self._quest.asked = asked = Asked.read(words)
        if asked.query is not None:
            self._pursuit.seek()
            self._look()
            return
        # What is still being looked for is not what stands in the field any more.
        self._lookout.cancel()
        if asked.fault is None:
            self._found_here(words, ())
        else:
            # The last results stay: a query is often wrong only until the next key.
            self._answers.say_found()

    def change_scope(self) -> None:
        """Search all editions instead of this one, or this one again."""
        if not self._room.is_there:
            self._screen.tell(sayings.NO_LIBRARY)
            return
        self._pursuit.scope = Scope.EDITION if self._quest.is_over_all else Scope.ALL
        self._lookout.cancel()
        self._screen.forget_message()
        if self._quest.asked.query is not None:
            # What takes too long in all editions may be found in one.
            self._quest.asked = self._quest.asked._replace(fault=None)
            self._pursuit.seek()
            self._look()
        self._screen.show_foot()

    def change_order(self) -> bool:
        """Show the hits of all editions the newest first, or the best; False while there is no such list."""
        if not (self._quest.is_typing and self._quest.is_over_all):
            return False
        self._room.order = order = Order.DATE if self._pursuit.order is Order.RANK else Order.RANK
        self._pursuit.turn(order)
        if self._quest.asked.query is not None:
            self._look()
        self._screen.tell(sayings.ORDERED_BY_DATE if order is Order.DATE else sayings.ORDERED_BY_RANK)
        return True

    # -- looking --------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Look where it is asked for first; the other scope is counted a moment later."""
        if self._quest.is_over_all:
            self._look_everywhere()
        else:
            words, query = self._quest.asked.words, self._quest.asked.query
            assert query is not None
            self._answers.say_found()
            self._lookout.find_here(query, partial(self._found_here, words), partial(self._refuse, words))
        if self._room.is_there:
            if self._count_timer is not None:
                self._count_timer.stop()
            self._count_timer = self._screen.set_timer(COUNT_SECONDS, self._count)

    def _look_everywhere(self) -> None:
        words, query = self._quest.asked.words, self._quest.asked.query
        assert query is not None
        order, limit = self._pursuit.order, self._pursuit.limit
        self._answers.say_found()
        found = partial(self._found_everywhere, words, (order, limit))
        self._lookout.find_everywhere(query, order, limit, found, partial(self._refuse, words))

    def look_for_more(self) -> None:
        """Ask for more hits when the reader has come near the last."""
        pursuit = self._pursuit
        if not (self._quest.is_over_all and pursuit.has_more) or self._quest.asked.query is None:
            return
        # Not again while they are on their way: then the limit is beyond what has been found.
        if len(pursuit.finds) - pursuit.find_ordinal < NEAR_END and pursuit.limit <= len(pursuit.finds):
            pursuit.limit *= 2
            self._look_everywhere()

    def _refuse(self, words: str, error: QueryError) -> None:
        if self._quest.is_typing and words == self._quest.asked.words:
            self._quest.asked = self._quest.asked._replace(fault=error)
            self._answers.say_found()

    def _found_here(self, words: str, hits: Sequence[Hit]) -> None:
        if self._quest.is_typing and words == self._quest.asked.words:
            self._quest.answered = self._quest.asked.query
            self._pursuit.found(words, hits)
            self._answers.show()

    def _found_everywhere(self, words: str, how: tuple[Order, int], catch: Catch, milliseconds: int) -> None:
        quest, pursuit = self._quest, self._pursuit
        if quest.is_over or not quest.is_over_all or words != quest.asked.words:
            return
        if how != (pursuit.order, pursuit.limit):
            return
        quest.answered, quest.milliseconds = quest.asked.query, milliseconds
        pursuit.found_everywhere(words, catch.hits, has_more=catch.has_more)
        if quest.is_typing:
            self._answers.show()
        else:
            self._screen.show_foot()

    def _count(self) -> None:
        """Count the scope that is not shown, and all hits where only some are listed."""
        self._count_timer = None
        words, query = self._quest.asked.words, self._quest.asked.query
        if self._quest.is_over or query is None:
            return
        is_here, is_all = self._pursuit.here is None, self._pursuit.everywhere is None
        self._lookout.count(query, partial(self._counted, words), here=is_here, everywhere=is_all)

    def _counted(self, words: str, here: int | None, tally: Tally | None) -> None:
        quest, pursuit = self._quest, self._pursuit
        if quest.is_over or words != quest.asked.words:
            return
        if here is not None and quest.is_over_all:
            pursuit.here = here
        if tally is not None and pursuit.everywhere is None:
            pursuit.everywhere = tally
        if quest.is_typing:
            self._answers.say_found()
        else:
            self._screen.show_foot()

    # -- the index ------------------------------------------------------------------------------------

    def index_moved(self) -> None:
        """Say how far the index is; what it has got meanwhile may be what is looked for."""
        quest = self._quest
        if not quest.is_typing or quest.asked.query is None:
            return
        self._answers.say_found()
        if quest.is_over_all and not self._pursuit.has_more and self._grow_timer is None:
            wait = GROW_SECONDS - (time.monotonic() - self._lookout.looked_at)
            self._grow_timer = self._screen.set_timer(max(0.01, wait), self._look_while_it_grows)

    def _look_while_it_grows(self) -> None:
        self._grow_timer = None
        if self._quest.is_typing and self._quest.is_over_all and self._quest.asked.query is not None:
            self._look()

    def index_ended(self) -> None:
        """Look again: the index holds now what it is going to hold."""
        if self._quest.is_typing and self._quest.asked.query is not None:
            self._pursuit.everywhere = None
            self._look()

    def give_up(self) -> None:
        """Look for it no longer."""
        self._lookout.cancel()
