"""One reader's session: every verb moves them and answers with the place where they are now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from reader.edition.edition import Edition
from reader.edition.reference import Reference
from reader.reading.place import Address, Place
from reader.reading.sitting import Sitting
from reader.reading.store import StateStore
from reader.reading.trail import Trail


class Session(Sitting):
    """A reader going through an edition and from edition to edition.

    A verb that cannot go anywhere leaves the reader where they are. A place outside the open edition
    (`holds` says so) is answered, not gone to: whoever called opens that edition and calls `adopt`.
    """

    def __init__(self, edition: Edition, *, store: StateStore, clock: Callable[[], dt.datetime]) -> None:
        super().__init__(edition, store=store, clock=clock)
        self._trail = Trail(self._notebook)
        self._arrive_last()

    # Going from piece to piece

    def open(self, reference: Reference) -> Place:
        """Go to a piece, where the reader left it, or to its beginning when it was read to the end."""
        if reference.date != self.edition.date:
            address = self._address(reference)
            return Place(reference, *self._notebook.place(address), address.issue)
        return self._arrive(self._open.where(reference.piece))

    def go(self, place: Place) -> Place:
        """Go exactly to a place, as back from a search."""
        if not self.holds(place):
            return place
        return self._arrive(self._open.where(place.reference.piece), (place.block, place.character))

    def next_article(self) -> Place:
        """Go to the next item."""
        return self._arrive(self._index + 1)

    def previous_article(self) -> Place:
        """Go to the item before."""
        return self._arrive(self._index - 1)

    def next_section(self) -> Place:
        """Go to the first item of the next section that has any."""
        return self._arrive(self._open.section_after(self._index))

    def previous_section(self) -> Place:
        """Go to the first item of the section before that has any."""
        return self._arrive(self._open.section_before(self._index))

    def section(self, number: int) -> Place:
        """Go to the first item of the section with this number, from 1."""
        return self._arrive(self._open.section(number))

    def first(self) -> Place:
        """Go to the first item."""
        return self._arrive(0)

    def last(self) -> Place:
        """Go to the last item."""
        return self._arrive(len(self.items) - 1)

    def follow(self, link: str) -> Place | None:
        """Go where a link leads (an id, a whole reference, ``page:2``); None when that is nowhere."""
        from reader.reading.links import followed

        reference = followed(link, self.items, self._index)
        return None if reference is None else self.open(reference)

    def back(self) -> Place:
        """Go back to the piece read before, where the reader left it."""
        return self._travel(self._trail.backwards())

    def forward(self) -> Place:
        """Undo `back`."""
        return self._travel(self._trail.forwards())

    # Going from edition to edition

    def open_edition(self, edition: Edition) -> Place:
        """Open an edition where the reader left it, or at its first item."""
        self._lay_open(edition)
        return self._arrive_last()

    def _arrive_last(self) -> Place:
        last = self._notebook.last_piece(self._open.issue)
        index = self._open.where(last) if last is not None else None
        if last is None or index is None:
            return self._arrive(0)
        return self._arrive(index, self._notebook.place(Address(self._open.issue, last)))

    def adopt(self, edition: Edition, place: Place) -> Place:
        """Open the edition that a place led out to, and go exactly there if it is still in it."""
        self._lay_open(edition)
        index = self._open.where(place.reference.piece)
        if index is None:
            return self.open_edition(edition)
        return self._arrive(index, (place.block, place.character))

    def replace_edition(self, edition: Edition) -> Place:
        """Take a new version of the open edition and stay at the same words, where they still are."""
        from reader.reading.keeping import kept_place

        old, index, place = self._open, self._index, self._place
        if not old.items:
            return self.open_edition(edition)
        self._lay_open(edition)
        if not self.items:
            return self._place
        return self._arrive(*kept_place(old, index, (place.block, place.character), self._open))

    # How it is done

    def _stand(self, index: int | None, spot: tuple[int, int] | None = None) -> Place:
        """Go to an item, at this spot or where it opens; stay when there is no such item."""
        if index is None or not 0 <= index < len(self.items):
            return self._place
        reference = self.items[index].reference
        if spot is None:
            if index == self._index and self._place.reference == reference:
                return self._place
            spot = (0, 0) if self.is_read(reference) else self._notebook.place(self._address(reference))
        self._index = index
        self._place = Place(reference, *spot)
        self._here = self._address(reference)
        self._notebook.keep_last_piece(self._here)
        self._notebook.keep_place(self._here, *spot)
        return self._place

    def _arrive(self, index: int | None, spot: tuple[int, int] | None = None) -> Place:
        """Go to an item as `_stand` does, and leave a trace in the history."""
        place = self._stand(index, spot)
        if self.items:
            self._trail.arrive(self._here)
        return place

    def _travel(self, visits: Iterator[Address]) -> Place:
        """Go to the first of these that is still there and is not where the reader is."""
        for address in visits:
            spot = self._notebook.place(address)
            if address.issue != self._open.issue:
                return Place(address.reference, *spot, address.issue)
            index = self._open.where(address.piece)
            if index is not None and address != self._here:
                place = self._stand(index, spot)
                self._trail.arrive(self._here)
                return place
        self._trail.stay()
        return self._place
