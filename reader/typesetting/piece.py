"""A piece of copy, and the copy of an article: its pieces in reading order, read as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.typesetting.role import Role
from reader.typesetting.weight import Weight


class Piece(NamedTuple):
    """One field, block or line of copy to be set by itself."""

    role: Role
    text: str
    """The field's own words, so offsets into it serve search, marks and places. Cells of a table are parted
    by tabs and its rows by line feeds, as are the lines of verse."""
    field: str = ""
    """The field it comes from, as in ``headline``, ``body`` or ``photos[0].caption``."""
    lead: str = ""
    """What the program puts before the first line; not part of the text."""
    hang: int = 0
    """Cells by which the lines after the first are indented; of a paragraph: where somebody speaks in it."""
    link: str | None = None
    """What Enter follows: an article's id, a whole reference, ``page:2``, or a photo's file."""
    field_start: int = 0
    """Characters of the field before this piece, for a body of many blocks."""
    at: int | None = None
    """Characters of the whole copy before this piece; None: right after the piece before it."""
    around: tuple[str, ...] = ()
    """Texts that repeat the words of this one, as a headline's article does; they tell where words end."""
    weight: Weight = Weight.MINOR
    """How heavily it is printed where there is room, for the pieces of a head."""
    named: int = 0
    """Characters at its beginning that say who speaks."""
    asks: bool = False
    """Does it ask what the next ones answer?"""


class Copy:
    """The pieces of an article or a notice; as many of them are read as have been asked for.

    `size` is the number of characters of all pieces (with the marks of the body), known before they are read.
    """

    def __init__(self, pieces: Iterable[Piece], size: int) -> None:
        self.size = size
        self._unread = iter(pieces)
        self._read: list[Piece] = []
        self._offsets: list[int] = []
        self._is_complete = False

    def piece(self, index: int) -> Piece | None:
        """Return the piece at this place, or None when there are no so many (or the index is negative)."""
        if index < 0:
            return None
        while len(self._read) <= index and not self._is_complete:
            self._read_on()
        return self._read[index] if index < len(self._read) else None

    def all(self) -> list[Piece]:
        """Return every piece, reading what has not been read yet."""
        while not self._is_complete:
            self._read_on()
        return list(self._read)

    def count(self) -> int:
        """Return the number of pieces, reading what has not been read yet."""
        while not self._is_complete:
            self._read_on()
        return len(self._read)

    def offset(self, index: int) -> int:
        """Return the number of characters before this piece; `size` when there are no so many pieces."""
        return self._offsets[index] if self.piece(index) is not None else (0 if index < 0 else self.size)

    def _read_on(self) -> None:
        piece = next(self._unread, None)
        if piece is None:
            self._is_complete = True
            return
        before = self._offsets[-1] + len(self._read[-1].text) if self._read else 0
        self._offsets.append(before if piece.at is None else piece.at)
        self._read.append(piece)
