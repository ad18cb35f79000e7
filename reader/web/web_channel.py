"""A WebSocket as a channel that is drawn on: what is written waits in line, and not much may wait."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Protocol

from reader.ssh.line import MOST_WAITING

_PATIENCE = 5.0
"""Seconds a browser has to take the last of it."""
_LONGEST_REASON = 123
"""Bytes that the reason of a close frame may have (RFC 6455 §5.5)."""


class Socket(Protocol):
    """What is needed of aiohttp's WebSocket."""

    async def send_bytes(self, data: bytes, compress: int | None = None) -> None:
        """Send a binary message; returns when there is room for more."""

    async def send_str(self, data: str, compress: int | None = None) -> None:
        """Send a text message."""

    async def close(self, *, code: int, message: bytes) -> bool:
        """Close with a reason."""


class WebChannel:
    """Takes at once what is drawn; `send`, a task of its own, hands it on until the channel is closed."""

    def __init__(self, socket: Socket, abort: Callable[[], None]) -> None:
        """`abort` hangs up on a browser that does not even take a farewell."""
        self._socket = socket
        self._abort = abort
        self._waiting: list[bytes] = []
        self._echo: str | None = None
        self._size = 0
        self._something = asyncio.Event()
        self._is_closing = False
        self._is_full = False
        self._farewell = (1000, b"")
        self._timer: asyncio.TimerHandle | None = None
        self.told_full: Callable[[], None] = _ignore
        """Called when too much waits."""
        self.told_empty: Callable[[], None] = _ignore
        """Called when, after that, nothing waits any more."""

    def write(self, data: bytes) -> None:
        """Put something in line."""
        if self._is_closing:
            return
        self._waiting.append(data)
        self._size += len(data)
        self._something.set()
        if self._size > MOST_WAITING and not self._is_full:
            self._is_full = True
            self.told_full()

    def echo(self, word: str) -> None:
        """Send a word back that was sent to see how long that takes; of many only the last."""
        self._echo = word
        self._something.set()

    def is_closing(self) -> bool:
        """Is it closed, or about to be?"""
        return self._is_closing

    def close(self, code: int = 1000, reason: str = "") -> None:
        """Send what waits, then close with a reason; the first to close says why."""
        if self._is_closing:
            return
        self._is_closing = True
        self._farewell = (code, _shortened(reason))
        self._something.set()
        # A browser that takes nothing would keep what waits for it, and a farewell is waited for too.
        self._timer = asyncio.get_running_loop().call_later(_PATIENCE, self._abort)

    async def send(self) -> None:
        """Send what is put in line until the channel is closed, or the browser is gone."""
        try:
            while not self._is_closing:
                await self._something.wait()
                await self._flush()
            await self._flush()
            await self._socket.close(code=self._farewell[0], message=self._farewell[1])
        except (ConnectionError, RuntimeError):
            pass  # it is gone, or was closed from the other side
        finally:
            self._is_closing = True
            if self._timer is not None:
                self._timer.cancel()

    async def _flush(self) -> None:
        self._something.clear()
        word, self._echo = self._echo, None
        if word is not None:
            await self._socket.send_str(json.dumps(["pong", word]))
        data = b"".join(self._waiting)
        self._waiting.clear()
        if data:
            await self._socket.send_bytes(data)
        self._size -= len(data)
        if self._is_full and not self._size:
            self._is_full = False
            self.told_empty()


def _shortened(reason: str) -> bytes:
    return reason.encode()[:_LONGEST_REASON].decode("utf-8", "ignore").encode()


def _ignore() -> None:
    """Tell nobody."""
