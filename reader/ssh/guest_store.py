"""What is remembered of visitors while they read: bounded, and told to nobody but the house."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.reading.file_store import FileStore
from reader.reading.state import Change, Shelf, State
from reader.reading.store import MemoryStore

MOST_KEPT = {
    Shelf.PLACES: 500,
    Shelf.LAST: 200,
    Shelf.READ: 200,
    Shelf.MARKS: 500,
    Shelf.HISTORY: 200,
    Shelf.PREFERENCES: 50,
}
"""Entries of a visitor that are kept, the latest ones: some 200 KB. At home it is ten times that."""

LONGEST_ENTRY = 4_000
"""Characters of an entry that visitors may fill with words (a note); a longer one is not kept."""

_CUT_EVERY = 64


class GuestStore(MemoryStore):
    """Remembers a visitor until they leave, and never more than `MOST_KEPT`."""

    def __init__(self) -> None:
        super().__init__()
        self._since_cut = 0

    def record(self, change: Change) -> None:
        """Remember a change."""
        if not is_fitting(change):
            return
        super().record(change)
        self._since_cut += 1
        if self._since_cut >= _CUT_EVERY:
            self._since_cut = 0
            cut(self.state)


class MemberStore(FileStore):
    """Remembers a visitor who is known by key, in a file; nothing in it but `flush` and `take_in` is slow
    once `state` has been asked for, and these are for threads."""

    _since_cut = 0

    def record(self, change: Change) -> None:
        """Remember a change; it is due to be written soon."""
        if not is_fitting(change):
            return
        super().record(change)
        self._since_cut += 1
        if self._since_cut >= _CUT_EVERY:
            self._since_cut = 0
            with self._guard:  # not while a thread writes the state down
                cut(self.state)

    @property
    def trouble(self) -> Wording | None:
        """None: the disk is the house's, and so is trouble with it (`house_trouble`)."""
        return None

    def hear_trouble(self) -> Wording | None:
        """Return None: the path of a file is not for visitors."""
        return None

    def house_trouble(self) -> Wording | None:
        """Return what went wrong with the file since last asked."""
        return super().hear_trouble()

    def changed(self) -> bool:
        """Return False, at once: what other servers wrote is taken in by `take_in`."""
        return False

    def take_in(self) -> bool:
        """Take in what other servers wrote; was there anything?"""
        return super().changed()


def is_fitting(change: Change) -> bool:
    """Is a change of a size a visitor may cause? What grows with the edition alone always is."""
    if change.shelf is Shelf.READ:
        return True
    return len(change.key) + sum(len(str(value)) for value in change.values) <= LONGEST_ENTRY


def cut(state: State) -> None:
    """Cut a state to the latest entries of each shelf."""
    document = state.document()
    for shelf, most in MOST_KEPT.items():
        table = document[shelf.value]
        if len(table) > most:
            kept = {key for key, _ in sorted(state.entries(shelf), key=lambda pair: pair[1][0])[-most:]}
            for key in [key for key in table if key not in kept]:
                del table[key]
