"""A reader's notebook: what a sitting writes down and looks up, in its own words, over a store's entries."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from typing import Any

from reader.reading.history import LONGEST, Visit
from reader.reading.marks import LONGEST_NOTE, Mark, drafted
from reader.reading.place import Address, IssueKey
from reader.reading.preferences import Preferences
from reader.reading.state import Change, Entry, Shelf
from reader.reading.store import StateStore

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)
_NOTE = "note/"
"""Before an address: the key of its note. Such a key is no address, for its third part is no date."""


class Notebook:
    """Places, read and marked pieces, visits and preferences of one reader.

    Every entry is stamped later than what it replaces, even when the clock has been set back. Entries of
    an unknown shape are passed over.
    """

    def __init__(self, store: StateStore, clock: Callable[[], dt.datetime]) -> None:
        self._store = store
        self._clock = clock
        self._pen = os.urandom(3).hex()
        self._visits = 0
        self._read: tuple[Entry | None, frozenset[str]] = (None, frozenset())

    def place(self, address: Address) -> tuple[int, int]:
        """Return the block and character where the reader left this piece; its beginning by default."""
        match self._look(Shelf.PLACES, str(address)):
            case [_, int(block), int(character)] if block >= 0 and character >= 0:
                return int(block), int(character)
        return 0, 0

    def keep_place(self, address: Address, block: int, character: int) -> None:
        """Remember where the reader is in a piece."""
        self._write(Shelf.PLACES, str(address), block, character)

    def last_piece(self, issue: IssueKey) -> str | None:
        """Return the piece of this issue that was open last."""
        match self._look(Shelf.LAST, str(issue)):
            case [_, str(piece)]:
                return piece
        return None

    def keep_last_piece(self, address: Address) -> None:
        """Remember that this piece is the one open in its issue."""
        self._write(Shelf.LAST, str(address.issue), address.piece)

    def is_read(self, address: Address) -> bool:
        """Has this piece been read to its end?"""
        return address.piece in self.read_pieces(address.issue)

    def read_pieces(self, issue: IssueKey) -> frozenset[str]:
        """Return the pieces of an issue that have been read to their end."""
        entry = self._look(Shelf.READ, str(issue))
        if entry is None:
            return frozenset()
        if self._read[0] is not entry:  # asked for again and again, so made into a set once
            self._read = (entry, frozenset(piece for piece in entry[1:] if isinstance(piece, str)))
        return self._read[1]

    def keep_read(self, address: Address) -> bool:
        """Remember that this piece has been read; is that new?"""
        if self.is_read(address):
            return False
        self._write(Shelf.READ, str(address.issue), address.piece)
        return True

    def is_marked(self, address: Address) -> bool:
        """Is this piece marked?"""
        return self.mark_on(address) is not None

    def mark(self, address: Address, title: str, section: str, *, spot: tuple[int, int], words: str) -> None:
        """Mark a piece at a spot (block, character); `words` are those that stand there."""
        self.keep_mark(drafted(address, title, section, spot=spot, words=words))

    def keep_mark(self, mark: Mark) -> None:
        """Set a mark, as of now; its note is written by `keep_note` alone."""
        values = (mark.title, mark.section, mark.block, mark.character, mark.snippet)
        self._write(Shelf.MARKS, str(mark.address), *values)

    def mark_on(self, address: Address) -> Mark | None:
        """Return the mark on a piece with its note, or None."""
        mark = self._mark(str(address), self._look(Shelf.MARKS, str(address)))
        return None if mark is None else mark._replace(note=self.note(address))

    def unmark(self, address: Address) -> None:
        """Take a mark away."""
        self._write(Shelf.MARKS, str(address))

    def marks(self) -> list[Mark]:
        """Return every mark in every paper with its note, the newest first."""
        marks = [mark._replace(note=self.note(mark.address)) for mark in self._marks()]
        return sorted(marks, key=lambda mark: (mark.when, mark.address), reverse=True)

    def marked(self, issue: IssueKey) -> frozenset[str]:
        """Return the pieces of an issue that are marked."""
        return frozenset(mark.address.piece for mark in self._marks() if mark.address.issue == issue)

    def note(self, address: Address) -> str:
        """Return the note to a piece, empty when there is none; it outlives the mark it was written to."""
        match self._look(Shelf.MARKS, f"{_NOTE}{address}"):
            case [_, str(words)]:
                return words[:LONGEST_NOTE]
        return ""

    def keep_note(self, address: Address, words: str) -> str:
        """Write a note to a piece, on one line, in place of the one that was there; return what is kept.

        An empty one is taken away.
        """
        words = " ".join(words[: 4 * LONGEST_NOTE].split())[:LONGEST_NOTE]
        if words != self.note(address):
            self._write(Shelf.MARKS, f"{_NOTE}{address}", *([words] if words else []))
        return words

    def visit(self, address: Address) -> Visit:
        """Write down that a piece was opened."""
        stamp = self._now()
        self._visits += 1
        visit = Visit(f"{stamp:018d}-{self._pen}-{self._visits:06d}", address)
        self._write(Shelf.HISTORY, visit.id, str(address))
        return visit

    def forget(self, visit: Visit) -> None:
        """Strike a visit out."""
        self._write(Shelf.HISTORY, visit.id)

    def visits(self) -> list[Visit]:
        """Return the latest visits, oldest first."""
        found = []
        for key, entry in sorted(self._store.state.entries(Shelf.HISTORY)):
            match entry:
                case [_, str(words)] if (address := _address(words)) is not None:
                    found.append(Visit(key, address))
        return found[-LONGEST:]

    def preferences(self) -> Preferences:
        """Return what the reader prefers; what is missing or not understood is None."""
        return Preferences(
            measure=self._preference("measure", int),
            theme=self._preference("theme", str),
            dark=self._preference("dark", bool),
            contents=self._preference("contents", bool),
            justified=self._preference("justified", bool),
        )

    def prefer(self, name: str, value: int | str | bool | None) -> None:
        """Remember a preference; None leaves it to the program again."""
        self._write(Shelf.PREFERENCES, name, value)

    def _preference(self, name: str, kind: type[Any]) -> Any:
        match self._look(Shelf.PREFERENCES, name):
            case [_, value] if type(value) is kind:
                return value
        return None

    def _marks(self) -> Iterator[Mark]:
        for key, entry in self._store.state.entries(Shelf.MARKS):
            if (mark := self._mark(key, entry)) is not None:
                yield mark

    @staticmethod
    def _mark(key: str, entry: Entry | None) -> Mark | None:
        match entry:
            case [int(stamp), str(title), str(section), int(block), int(character), str(snippet)]:
                address = _address(key)
                if address is not None:
                    return Mark(
                        address=address,
                        title=title,
                        section=section,
                        when=_EPOCH + dt.timedelta(microseconds=stamp),
                        block=max(block, 0),
                        character=max(character, 0),
                        snippet=snippet,
                    )
        return None

    def _look(self, shelf: Shelf, key: str) -> Entry | None:
        return self._store.state.look(shelf, key)

    def _now(self) -> int:
        return (self._clock() - _EPOCH) // _MICROSECOND

    def _write(self, shelf: Shelf, key: str, *values: int | str | bool | None) -> None:
        before = self._look(shelf, key)
        stamp = max(self._now(), before[0] + 1 if before is not None else 0)
        self._store.record(Change(shelf, key, stamp, values))


def _address(words: str) -> Address | None:
    try:
        return Address.parse(words)
    except ValueError:
        return None
