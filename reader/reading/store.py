"""What the session asks of whatever remembers a reader, and the one that forgets at the end."""

from __future__ import annotations

from typing import Protocol

from reader.edition.wording import Wording
from reader.reading.state import Change, State


class StateStore(Protocol):
    """Remembers a reader: in a file, or only until the process ends."""

    @property
    def state(self) -> State:
        """Everything remembered so far, this sitting's changes included. Never raises."""

    @property
    def trouble(self) -> Wording | None:
        """What keeps the state from being kept, if anything does, in words for the reader."""

    def hear_trouble(self) -> Wording | None:
        """Return what went wrong since last asked, so that it is said once."""

    def record(self, change: Change) -> None:
        """Remember a change at once and write it soon. Never raises."""

    def changed(self) -> bool:
        """Take in what other readers wrote; was there anything?"""

    def due_in(self) -> float | None:
        """Return the seconds until `flush` ought to be called; None when nothing waits."""

    def flush(self) -> bool:
        """Write what waits; is everything written now? Never raises."""


class MemoryStore:
    """A store for guests and tests: it remembers until the process ends."""

    def __init__(self, state: State | None = None) -> None:
        """Begin with nothing, or with what was read elsewhere."""
        self._state = State() if state is None else state

    @property
    def state(self) -> State:
        """Everything recorded."""
        return self._state

    @property
    def trouble(self) -> Wording | None:
        """None: memory does not fail."""
        return None

    def hear_trouble(self) -> Wording | None:
        """Return None: memory does not fail."""
        return None

    def record(self, change: Change) -> None:
        """Remember a change."""
        self._state.apply(change)

    def changed(self) -> bool:
        """Return False: nobody else writes here."""
        return False

    def due_in(self) -> float | None:
        """Return None: nothing ever waits."""
        return None

    def flush(self) -> bool:
        """Return True: nothing ever waits."""
        return True
