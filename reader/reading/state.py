"""What is remembered of a reader, as entries that can be merged in any order with the same result."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

Json: TypeAlias = Any
"""Whatever JSON can hold; a state file may hold anything at any place."""

Entry: TypeAlias = list[Json]
"""A stamp (microseconds since 1970, UTC) and then the values; a stamp alone says "removed"."""

FORMAT = 1
LATEST_STAMP = 221_845_392_000_000_000
"""The year 9000: a stamp beyond it is a mistake, not a time."""


LONGEST_KEY = 1_000
"""A longer key is not written: an edition with monstrous ids is not to fill the reader's disk."""


class Shelf(StrEnum):
    """The kinds of entries, each with keys of its own."""

    PLACES = "places"
    """Address → block, character."""
    LAST = "last"
    """Issue → piece read last."""
    READ = "read"
    """Issue → every piece read to its end; these lists unite instead of replacing each other."""
    MARKS = "marks"
    """Address → title, section, block, character, snippet. And ``note/`` and address → its note."""
    HISTORY = "history"
    """Visit → address."""
    PREFERENCES = "preferences"
    """Name → value."""

    @property
    def bound(self) -> int:
        """How many entries are kept, the latest ones."""
        return _BOUNDS[self]


_BOUNDS = {
    Shelf.PLACES: 5_000,
    Shelf.LAST: 2_000,
    Shelf.READ: 2_000,
    Shelf.MARKS: 10_000,
    Shelf.HISTORY: 400,
    Shelf.PREFERENCES: 100,
}


class Change(NamedTuple):
    """One thing to remember; no values mean that the thing is removed."""

    shelf: Shelf
    key: str
    stamp: int
    values: tuple[Json, ...] = ()

    @property
    def entry(self) -> Entry:
        """The change as an entry of its shelf."""
        return [self.stamp, *self.values]


class State:
    """All shelves of one reader.

    Of two entries under one key the later stands, and of two with the same stamp the one greater as
    written; so states merge in any order to the same (a last-writer-wins map: Shapiro and others,
    "Conflict-free Replicated Data Types", 2011). Entries of a shape this version does not know give way
    to known ones, are passed over when read, and are written back as they were found.
    """

    def __init__(self, document: dict[str, Json] | None = None) -> None:
        """Take over a decoded document of this format without looking at its entries.

        Raises:
            ValueError: the format is another, or a shelf is no table.
        """
        self._document: dict[str, Json] = {"format": FORMAT} if document is None else document
        if type(self._document.get("format")) is not int or self._document["format"] != FORMAT:
            raise ValueError("not a state of this format")
        for shelf in Shelf:
            if not isinstance(self._document.setdefault(shelf.value, {}), dict):
                raise ValueError(f"{shelf.value} is not a table")

    def look(self, shelf: Shelf, key: str) -> Entry | None:
        """Return the entry under this key if it has a stamp, removed ones too; else None."""
        found = self._document[shelf.value].get(key)
        return found if stamp_of(found) is not None else None

    def entries(self, shelf: Shelf) -> Iterator[tuple[str, Entry]]:
        """Yield every stamped entry of a shelf with its key, in no order, removed ones too."""
        for key, found in tuple(self._document[shelf.value].items()):
            if stamp_of(found) is not None:
                yield key, found

    def apply(self, change: Change) -> None:
        """Put a change in, unless what stands there is later."""
        self.put(change.shelf, change.key, change.entry)

    def put(self, shelf: Shelf, key: str, entry: Entry) -> None:
        """Merge an entry into its shelf."""
        table = self._document[shelf.value]
        table[key] = merged(shelf, table[key], entry) if key in table else entry

    def join(self, other: State) -> None:
        """Merge another state into this one."""
        for name, theirs in other._document.items():
            mine: Json = self._document.setdefault(name, theirs)
            if name not in _BY_NAME or mine is theirs:
                continue
            shelf = _BY_NAME[name]
            for key, entry in theirs.items():
                mine[key] = merged(shelf, mine[key], entry) if key in mine else entry

    def document(self) -> dict[str, Json]:
        """Return the state as JSON writes it, each shelf cut to the latest entries it keeps."""
        for shelf in Shelf:
            table = self._document[shelf.value]
            for key in [key for key in table if len(key) > LONGEST_KEY]:
                del table[key]
            if len(table) > shelf.bound:
                latest = sorted(table, key=lambda key: (_age(table[key]), key))
                self._document[shelf.value] = {key: table[key] for key in latest[-shelf.bound :]}
        return self._document


_BY_NAME = {shelf.value: shelf for shelf in Shelf}


def stamp_of(entry: Json) -> int | None:
    """Return an entry's stamp, or None when it has not the shape of an entry."""
    if not isinstance(entry, list) or not entry:
        return None
    stamp = entry[0]
    return stamp if type(stamp) is int and 0 <= stamp <= LATEST_STAMP else None


def merged(shelf: Shelf, one: Json, other: Json) -> Json:
    """Return what two entries under one key come to, whichever is given first."""
    if one is other:
        return one
    first, second = stamp_of(one), stamp_of(other)
    if first is None or second is None:
        if first is second:
            return max(one, other, key=_canonical)
        return other if first is None else one
    if shelf is Shelf.READ:
        pieces = {piece for piece in (*one[1:], *other[1:]) if isinstance(piece, str)}
        return [max(first, second), *sorted(pieces)]
    if first != second:
        return one if first > second else other
    return max(one, other, key=_canonical)


def _age(entry: Json) -> int:
    stamp = stamp_of(entry)
    return -1 if stamp is None else stamp


def _canonical(entry: Json) -> str:
    try:
        return repr(entry)  # tells 1 from True, which == does not, and is fast: a merge is mostly such ties
    except RecursionError:
        return ""
