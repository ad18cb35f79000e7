"""Places by key: where visitors who are known by a key left off, a file each, shared by all their visits."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from reader.ssh.guest_store import MemberStore
from reader.ssh.visitors_book import VisitorsBook

FLUSH_SECONDS = 2.0
"""How often what waits is written: a crash of the server loses no more than this, and one write."""


class _Open:
    """A file that is in use, and by how many visits."""

    def __init__(self, store: MemberStore) -> None:
        self.store = store
        self.visits = 0


class Places:
    """Lends the stores of visitors; files are read and written in a thread, one after the other."""

    def __init__(self, folder: Path, book: VisitorsBook) -> None:
        self._folder = folder
        self._book = book
        self._open: dict[str, _Open] = {}
        self._writing = asyncio.Lock()
        self._caretaker: asyncio.Task[None] | None = None

    @property
    def open_files(self) -> int:
        """How many files are in use."""
        return len(self._open)

    def path(self, fingerprint: str) -> Path:
        """Return the file of a key; its name tells nothing but whether one has the key's fingerprint."""
        return self._folder / f"{hashlib.sha256(fingerprint.encode()).hexdigest()}.json"

    def begin(self) -> None:
        """Write what waits from now on, every few seconds."""
        self._caretaker = asyncio.create_task(self._take_care())

    @asynccontextmanager
    async def lent(self, fingerprint: str) -> AsyncIterator[MemberStore]:
        """Lend the store of a key for as long as the block takes."""
        store = await self.borrow(fingerprint)
        try:
            yield store
        finally:
            await self.give_back(fingerprint)

    async def borrow(self, fingerprint: str) -> MemberStore:
        """Return the store of a key; who has borrowed it must `give_back` in the end."""
        known = self._open.get(fingerprint)
        if known is None:
            known = self._open[fingerprint] = _Open(MemberStore(self.path(fingerprint)))
        known.visits += 1
        try:
            await asyncio.to_thread(_refresh, known.store)
        except BaseException:
            await self.give_back(fingerprint)
            raise
        self._tell_trouble(known.store)
        return known.store

    async def give_back(self, fingerprint: str) -> None:
        """Write what the visit has left, and let go of the file when no other visit uses it."""
        known = self._open[fingerprint]
        try:
            await self._flush([known.store])
        finally:
            known.visits -= 1
            if not known.visits:
                self._open.pop(fingerprint, None)

    async def close(self) -> None:
        """Write everything that still waits."""
        if self._caretaker is not None:
            self._caretaker.cancel()
        await self._flush([known.store for known in self._open.values()])

    async def _take_care(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            due = [known.store for known in self._open.values() if known.store.due_in() == 0.0]
            if due:
                await self._flush(due)

    async def _flush(self, stores: list[MemberStore]) -> None:
        async with self._writing:  # one thread, however many visitors leave at once
            began = time.monotonic()
            await asyncio.to_thread(_flush_all, stores)
        for store in stores:
            self._tell_trouble(store, seconds=round(time.monotonic() - began, 3))

    def _tell_trouble(self, store: MemberStore, **facts: float) -> None:
        trouble = store.house_trouble()
        if trouble is not None:
            self._book.note("places", why=trouble.en, **facts)


def _refresh(store: MemberStore) -> None:
    _ = store.state  # read from the disk when first asked for
    store.take_in()


def _flush_all(stores: list[MemberStore]) -> None:
    for store in stores:
        store.flush()
