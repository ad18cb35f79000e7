"""The drafts that lie on the desk, each proofread when its editor rests or asks, and only as it is last."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from reader.lsp.draft import Draft
from reader.lsp.examination import Examination

PAUSE = 0.2
"""Seconds without a change after which a draft is proofread; longer, where proofreading takes longer."""

Proofread = Callable[[Draft], Examination]
Tell = Callable[[Examination], None]
T = TypeVar("T")


class _Held:
    """One draft on the desk: its last version, what was found in it, and what is under way."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.examination: Examination | None = None
        self.looking: asyncio.Task[None] | None = None
        self.waiting: asyncio.Task[None] | None = None
        self.took = 0.0

    @property
    def is_current(self) -> bool:
        """Is what was found about the last version?"""
        return self.examination is not None and self.examination.draft is self.draft


class Desk:
    """Knows what is found in the last version of every draft.

    Proofreading is done one draft at a time in another thread. A version that is no longer the last when its
    turn has come or has been is told of to nobody.
    """

    def __init__(self, proofread: Proofread, tell: Tell) -> None:
        """Take what finds, and whom to tell what was found when a draft comes to rest."""
        self._proofread = proofread
        self._tell = tell
        self._held: dict[str, _Held] = {}
        self._thread = ThreadPoolExecutor(1, "proofreading")

    def draft(self, uri: str) -> Draft | None:
        """Return the last version of a draft, None where there is none of this name."""
        held = self._held.get(uri)
        return held.draft if held is not None else None

    def put(self, draft: Draft, *, pause: float = PAUSE) -> None:
        """Take a new draft, or a new version of one, and tell what is in it after a pause in seconds."""
        held = self._held.setdefault(draft.uri, _Held(draft))
        held.draft = draft
        if held.waiting is not None:
            held.waiting.cancel()
        held.waiting = asyncio.create_task(self._rest(held, draft, max(pause, held.took if pause else 0.0)))

    def again(self, uri: str) -> None:
        """Proofread a draft anew although it has not changed: what it is judged by has."""
        if (held := self._held.get(uri)) is not None:
            self.put(Draft(*held.draft), pause=0.0)  # another value: what is under way is out of date

    def all_again(self) -> None:
        """Proofread every draft anew."""
        for uri in list(self._held):
            self.again(uri)

    def take_away(self, uri: str) -> None:
        """Take a draft off the desk; nothing more is told of it."""
        held = self._held.pop(uri, None)
        if held is not None and held.waiting is not None:
            held.waiting.cancel()

    async def examination(self, uri: str) -> Examination | None:
        """Return what is in the last version of a draft, without a pause; None when there is none."""
        while (held := self._held.get(uri)) is not None:
            if held.is_current:
                return held.examination
            await self._look(held)
        return None

    async def apart(self, work: Callable[[], T]) -> T:
        """Return what this work gives, done in the thread that proofreads."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def close(self) -> None:
        """Begin nothing more, and tell nothing."""
        for held in self._held.values():
            if held.waiting is not None:
                held.waiting.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _rest(self, held: _Held, draft: Draft, pause: float) -> None:
        """Tell what is in this version, unless another one comes first."""
        await asyncio.sleep(pause)
        while held.draft is draft and not held.is_current:
            await self._look(held)
        if held.draft is draft and held.examination is not None:
            self._tell(held.examination)

    async def _look(self, held: _Held) -> None:
        """Wait for the look that is under way at a draft, or for one more."""
        if held.looking is None:
            held.looking = asyncio.create_task(self._look_once(held))
        # Whoever gives up waiting does not end what others wait for.
        await asyncio.shield(held.looking)

    async def _look_once(self, held: _Held) -> None:
        draft = held.draft
        try:
            # Other drafts may come first; when it is this one's turn, it need not be the last any more.
            found = await self.apart(lambda: self._timed(draft) if held.draft is draft else None)
            if found is not None:
                held.examination, held.took = found
        finally:
            held.looking = None

    def _timed(self, draft: Draft) -> tuple[Examination, float]:
        begun = time.monotonic()
        return self._proofread(draft), time.monotonic() - begun
