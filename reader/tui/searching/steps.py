"""From hit to hit, also into another edition and back: one that is not open yet is read in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.place import Place
from reader.reading.pursuit import Find
from reader.tui.lending import Answer, Loan, is_quick, spans_in
from reader.tui.searching import sayings
from reader.tui.searching.quest import Quest
from reader.tui.searching.sight import Sight

if TYPE_CHECKING:
    from reader.tui.screens.searched import SearchedScreen


class Steps:
    """Goes where a search leads."""

    def __init__(self, screen: SearchedScreen, quest: Quest, sight: Sight) -> None:
        self._screen = screen
        self._quest = quest
        self._sight = sight
        self._target: str | None = None
        """The find the reader goes to while its edition is read; only the last one asked for is opened."""
        self.is_arriving = False
        """Is another edition being opened because the search leads there?"""

    @property
    def is_on_the_way(self) -> bool:
        """Is the edition of the hit the reader wants still being read?"""
        return self._target is not None

    def stop(self) -> None:
        """Go no further: the reader is elsewhere, or wants something else."""
        self._target = None

    def step(self, *, forward: bool) -> bool:
        """Go to the next match or the one before, on into other hits; False where there is none."""
        screen, pursuit, here = self._screen, self._quest.pursuit, self._here()
        find = pursuit.next(here) if forward else pursuit.previous(here)
        if find is None:
            screen.tell(sayings.MORE_TO_COME if forward else sayings.FIRST_HIT)
            return False
        screen.forget_message()
        if self.is_on_the_way or not find.is_at(here):
            self.go_to(find)
        else:
            self._sight.show()
            screen.redraw()
        return True

    def _here(self) -> Place:
        """Return where the reader is, or is about to be: a key that is held is faster than the disk."""
        find, match = self._quest.pursuit.find, self._quest.pursuit.match
        if self.is_on_the_way and find is not None:
            spot = (match.block, match.start) if match is not None else (0, 0)
            return Place(find.reference, *spot, find.issue)
        return self._screen.place_now()._replace(issue=self._quest.open_issue)

    def go_to(self, find: Find) -> None:
        """Open the piece of a find, once its edition has been read."""
        screen, query, lending = self._screen, self._quest.answered, self._screen.reader.back_room.lending
        if find.issue in (None, self._quest.open_issue):
            self.stop()
            if screen.desk.session.place.reference != find.reference or self._sight.is_foreign:
                screen.desk.session.open(find.reference)
            self._sight.come_home()
            self._sight.show()
            screen.redraw()
            if find.path is not None and query is not None:
                lending.ask(find, query, self._learn)
            return
        assert query is not None
        self._target = find.key
        if lending.known(find, query) is None:
            self._sight.show_waiting(find)
        screen.redraw()
        lending.ask(find, query, self._arrive)

    def _learn(self, find: Find, answer: Answer) -> None:
        """Mark the matches as they are in the text of a piece that is open already."""
        quest, pursuit = self._quest, self._quest.pursuit
        if quest.is_over or not isinstance(answer, Loan) or answer.item is None:
            return
        if answer.item.notice is None and answer.spans != pursuit.spans_of(find):
            pursuit.learn(find.key, answer.spans)
            is_here = pursuit.find == find and self._screen.desk.session.place.reference == find.reference
            if is_here and not quest.is_typing and not self.is_on_the_way:
                self._sight.show()

    def _arrive(self, find: Find, answer: Answer) -> None:
        """Open the edition of a hit that has been read, if that is still where the reader wants to go."""
        screen, pursuit = self._screen, self._quest.pursuit
        if self._quest.is_over or self._target != find.key or find.path is None:
            return
        self.stop()
        if not isinstance(answer, Loan) or answer.item is None:
            screen.show_place(screen.desk.session.place)
            # It is no hit any more: the next step leads on, and not here again.
            pursuit.lose(find.key)
            screen.reader.back_room.files_changed()
            if isinstance(answer, Loan):
                screen.tell(sayings.PIECE_GONE)
            else:
                screen.reader.tell_error(answer)
            return
        pursuit.learn(find.key, answer.spans)
        self.is_arriving = True
        try:
            screen.reader.open_loaded(find.path, answer.loaded, Place(find.reference, issue=find.issue))
        finally:
            self.is_arriving = False
        self._learn_notice(find)
        self._sight.show()
        screen.redraw()

    def _learn_notice(self, find: Find) -> None:
        """Look for the matches in a notice as it is shown: how it stands today is part of its text."""
        desk, query = self._screen.desk, self._quest.answered
        item = desk.session.item_of(find.reference.piece)
        if item is not None and item.notice is not None and query is not None and is_quick(query):
            self._quest.pursuit.learn(find.key, spans_in(query, desk.copy_of(item), find))

    def go_home(self) -> None:
        """Go back to where the search began, into the edition that was open then."""
        screen, pursuit = self._screen, self._quest.pursuit
        session, home = screen.desk.session, pursuit.home
        if home is not None and not session.holds(pursuit.origin):
            screen.reader.open_loaded(home.path, home.loaded, pursuit.origin)
            # At once, and not when they have been gathered anew: a banner that comes later moves the lines.
            screen.reader.hang(home.board, home.newest, home.lunar)
        else:
            screen.show_place(session.go(pursuit.origin))
