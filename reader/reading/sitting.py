"""A reader before an open edition: where they are in it, and what is remembered about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypedDict, Unpack

from reader.edition.edition import Edition
from reader.edition.reference import Reference
from reader.reading.contents import ContentsSection, Item
from reader.reading.marks import Mark, drafted
from reader.reading.notebook import Notebook
from reader.reading.open_edition import OpenEdition
from reader.reading.place import Address, IssueKey, Place
from reader.reading.preferences import Preferences
from reader.reading.store import StateStore


class Choices(TypedDict, total=False):
    """Preferences by name, those to change."""

    measure: int | None
    theme: str | None
    dark: bool | None
    contents: bool | None
    justified: bool | None


class Sitting:
    """A reader with an edition open, sitting still; a `Session` is one that also moves."""

    def __init__(self, edition: Edition, *, store: StateStore, clock: Callable[[], dt.datetime]) -> None:
        self.store = store
        self._notebook = Notebook(store, clock)
        self._lay_open(edition)

    def _lay_open(self, edition: Edition) -> None:
        self._open: OpenEdition = OpenEdition(edition)
        self._index: int = 0
        self._here: Address = Address(self._open.issue, "")
        self._place: Place = Place(self._here.reference)

    # What is open

    @property
    def edition(self) -> Edition:
        """The edition that is open."""
        return self._open.edition

    @property
    def laid_open(self) -> OpenEdition:
        """The same edition with its contents worked out."""
        return self._open

    @property
    def items(self) -> tuple[Item, ...]:
        """Every article and notice of the edition, in reading order."""
        return self._open.items

    def item_of(self, piece: str) -> Item | None:
        """Return the item with this piece's id, or None."""
        index = self._open.where(piece)
        return None if index is None else self.items[index]

    @property
    def sections(self) -> tuple[ContentsSection, ...]:
        """The sections the items run through."""
        return self._open.sections

    @property
    def index(self) -> int:
        """Which of `items` is open, from 0."""
        return self._index

    @property
    def item(self) -> Item | None:
        """The open item; None only in an edition that has none at all."""
        return self.items[self._index] if self.items else None

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return self._place

    def holds(self, place: Place) -> bool:
        """Is this place in the edition that is open?"""
        if place.issue is not None and place.issue != self._open.issue:
            return False
        return place.reference.date == self.edition.date

    # What is remembered

    def settle(self, block: int, character: int) -> Place:
        """Say where in the open piece the reader is now."""
        block, character = max(block, 0), max(character, 0)
        if self.items and (block, character) != (self._place.block, self._place.character):
            self._place = Place(self._place.reference, block, character)
            self._notebook.keep_place(self._here, block, character)
        return self._place

    def read_to_end(self) -> bool:
        """Say that the open piece's end has been on screen: it counts as read. Is that new?"""
        return bool(self.items) and self._notebook.keep_read(self._here)

    def finish(self) -> bool:
        """Count the open piece as read, whether or not its end was seen. Is that new?"""
        return self.read_to_end()

    def is_read(self, reference: Reference) -> bool:
        """Has the reader been at the end of this piece?"""
        return self._notebook.is_read(self._address(reference))

    def mark_of(self, reference: Reference | None = None) -> Mark | None:
        """Return the mark on a piece of this edition, or the one `toggle_mark` would set where the reader is.

        Its note is the one that is kept, were the mark taken away since. Without a reference it is the open
        piece; None when there is no such piece.
        """
        address = self._here if reference is None else self._address(reference)
        item = self.item_of(address.piece)
        if item is None:
            return None
        if (mark := self._notebook.mark_on(address)) is not None:
            return mark
        from reader.reading.keeping import copy_of

        is_open = address == self._here
        spot = (self._place.block, self._place.character) if is_open else self._notebook.place(address)
        piece = copy_of(item, self.edition).piece(spot[0])
        words = piece.text[spot[1] : spot[1] + 500] if piece is not None else ""
        mark = drafted(address, item.title, item.section, spot=spot, words=words)
        return mark._replace(note=self._notebook.note(address))

    def toggle_mark(self, reference: Reference | None = None) -> bool:
        """Mark a piece of this edition where the reader is in it, or take its mark away; is it marked now?

        Without a reference it is the open piece. A note stays when its mark goes, and is back with it.
        """
        mark = self.mark_of(reference)
        if mark is None:
            return False
        if self._notebook.is_marked(mark.address):
            self._notebook.unmark(mark.address)
            return False
        self._notebook.keep_mark(mark)
        return True

    def keep_note(self, mark: Mark, words: str) -> Mark:
        """Write a note to a mark, which is set if it was not, and return it as it now is.

        An empty note is taken away and sets no mark.
        """
        kept = self._notebook.keep_note(mark.address, words)
        if kept and not self._notebook.is_marked(mark.address):
            self._notebook.keep_mark(mark)
        return mark._replace(note=kept)

    def read_pieces(self) -> frozenset[str]:
        """Return the ids of the pieces of this edition that have been read: one question for all of them."""
        return self._notebook.read_pieces(self._open.issue)

    def marked_pieces(self) -> frozenset[str]:
        """Return the ids of the pieces of this edition that are marked."""
        return self._notebook.marked(self._open.issue)

    def is_marked(self, reference: Reference) -> bool:
        """Has the reader marked this piece?"""
        return self._notebook.is_marked(self._address(reference))

    def marks(self) -> list[Mark]:
        """Return the reader's marks in all papers, the newest first."""
        return self._notebook.marks()

    def remove_mark(self, mark: Mark) -> None:
        """Take a mark away, wherever it is; its note is kept in case the mark comes back."""
        self._notebook.unmark(mark.address)

    def restore_mark(self, mark: Mark) -> None:
        """Set a mark again that was taken away, wherever it is; it counts as set now."""
        self._notebook.keep_mark(mark)

    @property
    def preferences(self) -> Preferences:
        """What the reader prefers."""
        return self._notebook.preferences()

    def prefer(self, **changes: Unpack[Choices]) -> Preferences:
        """Change what the reader prefers, by name; None leaves a thing to the program again."""
        for name, value in changes.items():
            self._notebook.prefer(name, value)  # type: ignore[arg-type]
        return self.preferences

    def _address(self, reference: Reference) -> Address:
        issue = self._open.issue
        if reference.date != issue.date:
            issue = IssueKey(issue.paper, reference.date, issue.edition)
        return Address(issue, reference.piece)
