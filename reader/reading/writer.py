"""The hand that writes: a thread which flushes a store soon after something was recorded."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

from reader.reading.file_store import FileStore


class Writer:
    """Writes a store's changes in the background, and the last of them when left.

    ``with Writer(store): …`` — a kill at any moment loses no more than what came within `file_store.DELAY`
    and the time of one write. It sleeps while nothing changes.
    """

    def __init__(self, store: FileStore) -> None:
        self._store = store
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="state-writer", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> bool:
        """Stop the thread and write what still waits; is everything written?"""
        self._ending.set()
        self._store.recorded.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5.0)
        return self._store.flush()

    def _run(self) -> None:
        store = self._store
        while not self._ending.is_set():
            store.recorded.wait()
            store.recorded.clear()
            while (due := store.due_in()) is not None and not self._ending.wait(due):
                store.flush()
