"""The reader's trail through the papers: the history walked, and written down as it grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.reading.history import History, Visit
from reader.reading.notebook import Notebook
from reader.reading.place import Address


class Trail:
    """Keeps the history at the piece where the reader really is.

    The way back may lead into an edition that then cannot be opened: until the reader `arrive`s, the
    trail only points there, and walking on goes on from there.
    """

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._history = History(notebook.visits())
        self._home = self._history.at

    @property
    def addresses(self) -> list[Address]:
        """Every piece visited, oldest first."""
        return [visit.address for visit in self._history.visits]

    def arrive(self, address: Address) -> None:
        """The reader is at this piece: where the trail points, or a new step of it."""
        if not self._is_at(address):
            self._history.seek(self._home)  # a way out that could not be taken leaves no trace
        if not self._is_at(address):
            for visit in self._history.push(self._notebook.visit(address)):
                self._notebook.forget(visit)
        self._home = self._history.at

    def stay(self) -> None:
        """The walk led nowhere: point at where the reader is again."""
        self._history.seek(self._home)

    def backwards(self) -> Iterator[Address]:
        """Walk back, one step for each address asked for."""
        return self._walk(self._history.back)

    def forwards(self) -> Iterator[Address]:
        """Walk forward, one step for each address asked for."""
        return self._walk(self._history.forward)

    def _is_at(self, address: Address) -> bool:
        current = self._history.current
        return current is not None and current.address == address

    @staticmethod
    def _walk(step: Callable[[], Visit | None]) -> Iterator[Address]:
        while (visit := step()) is not None:
            yield visit.address
