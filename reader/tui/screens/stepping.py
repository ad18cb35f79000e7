"""From hit to hit, also into another edition and back: one that is not open yet is read in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.place import Place
from reader.tui import search_sayings as sayings
from reader.tui.screens.archive_seeking import ArchiveSeekingScreen

if TYPE_CHECKING:
    from reader.reading.pursuit import Find, Pursuit
    from reader.tui.lending import Answer


class SteppingScreen(ArchiveSeekingScreen):
    """A screen that goes where a search leads."""

    _target: str | None = None
    """The find the reader goes to while its edition is being read; only the last one asked for is opened."""
    is_stepping = False
    """Is another edition being opened because the search leads there?"""

    @property
    def is_on_the_way(self) -> bool:
        """Is the edition of the hit the reader wants still being read?"""
        return self._target is not None

    async def action_search(self) -> None:
        """Open the search row; a hit still on its way is not waited for."""
        self._target = None
        await super().action_search()

    def open_hit(self) -> None:
        """Close the row and read the hit; n and N go on from here, Esc returns."""
        pursuit = self.pursuit
        if pursuit is None or (find := pursuit.find) is None:
            return
        self.close_row()
        self._go_to_find(find)

    def step(self, *, forward: bool) -> None:
        """Go to the next match or the one before, on into other hits and their editions."""
        pursuit = self.pursuit
        assert pursuit is not None
        here = self._place_in_search(pursuit)
        find = pursuit.next(here) if forward else pursuit.previous(here)
        if find is None:
            if forward:
                self.look_for_more()
            self.tell(sayings.MORE_TO_COME if forward else sayings.FIRST_HIT)
            return
        self.forget_message()
        if self.is_on_the_way or not find.is_at(here):
            self._go_to_find(find)
        else:
            self.show_match()
            self.redraw()
        self.look_for_more()

    def _place_in_search(self, pursuit: Pursuit) -> Place:
        """Return where the reader is, or is about to be: a key that is held is faster than the disk."""
        find, match = pursuit.find, pursuit.match
        if self.is_on_the_way and find is not None:
            spot = (match.block, match.start) if match is not None else (0, 0)
            return Place(find.reference, *spot, find.issue)
        return self.place_now()._replace(issue=self.open_issue)

    def _go_to_find(self, find: Find) -> None:
        query, room = self._query, self.reader.back_room
        if find.issue in (None, self.open_issue):
            self._target = None
            if self.desk.session.place.reference != find.reference or self._is_foreign:
                self.desk.session.open(find.reference)
            self.come_home()
            self.show_match()
            self.redraw()
            if find.path is not None and query is not None:
                room.lending.ask(find, query, self._learn)
            return
        assert query is not None
        self._target = find.key
        if room.lending.known(find, query) is None:
            self.show_waiting(find)
        self.redraw()
        room.lending.ask(find, query, self._arrive)

    def _learn(self, find: Find, answer: Answer) -> None:
        """Mark the matches as they are in the text of a piece that is open already."""
        from reader.tui.lending import Loan

        pursuit = self.pursuit
        if pursuit is None or not isinstance(answer, Loan) or answer.item is None:
            return
        if answer.item.notice is None and answer.spans != pursuit.spans_of(find):
            pursuit.learn(find.key, answer.spans)
            is_here = pursuit.find == find and self.desk.session.place.reference == find.reference
            if is_here and not self.is_typing and not self.is_on_the_way:
                self.show_match()

    def _arrive(self, find: Find, answer: Answer) -> None:
        """Open the edition of a hit that has been read, if that is still where the reader wants to go."""
        from reader.tui.lending import Loan

        pursuit = self.pursuit
        if pursuit is None or self._target != find.key or find.path is None:
            return
        self._target = None
        if not isinstance(answer, Loan) or answer.item is None:
            self.show_place(self.desk.session.place)
            # It is no hit any more: the next step leads on, and not here again.
            pursuit.lose(find.key)
            self.reader.back_room.files_changed()
            if isinstance(answer, Loan):
                self.tell(sayings.PIECE_GONE)
            else:
                self.reader.tell_error(answer)
            return
        pursuit.learn(find.key, answer.spans)
        self.is_stepping = True
        try:
            self.reader.open_loaded(find.path, answer.loaded, Place(find.reference, issue=find.issue))
        finally:
            self.is_stepping = False
        self._learn_notice(pursuit, find)
        self.show_match()
        self.redraw()

    def _learn_notice(self, pursuit: Pursuit, find: Find) -> None:
        """Look for the matches in a notice as it is shown: how it stands today is part of its text."""
        from reader.tui.lending import is_quick, spans_in

        item, query = self.desk.session.item_of(find.reference.piece), self._query
        if item is not None and item.notice is not None and query is not None and is_quick(query):
            pursuit.learn(find.key, spans_in(query, self.desk.copy_of(item), find))

    # -- leaving ----------------------------------------------------------------------------------

    def go_home(self, pursuit: Pursuit) -> None:
        """Go back to where a search began, into the edition that was open then."""
        session, home = self.desk.session, pursuit.home
        self._target = None
        if home is not None and not session.holds(pursuit.origin):
            self.reader.open_loaded(home.path, home.loaded, pursuit.origin)
            # At once, and not when they have been gathered anew: a banner that comes later moves the lines.
            self.reader.hang(home.board, home.newest, home.lunar)
        else:
            self.show_place(session.go(pursuit.origin))

    def forget_search(self) -> None:
        """Give the search up: another edition is open now, unless it is the search that led to it."""
        self.forget_search_engine()
        if self.is_stepping:
            return
        self.pursuit = None
        self.cancel_finding()
        if self.is_typing:
            self.close_row()

    def show_place(self, place: Place) -> None:
        """Show a piece of the open edition; the reader does not go where a search was about to lead."""
        self._target = None
        super().show_place(place)

    def action_read_on(self) -> None:
        """A screen on; what is only on its way cannot be read yet."""
        if not self.is_on_the_way:
            super().action_read_on()

    def action_read_back(self) -> None:
        """A screen back; what is only on its way cannot be read yet."""
        if not self.is_on_the_way:
            super().action_read_back()
