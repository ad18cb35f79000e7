"""The line to one visitor: what is drawn goes out while it is taken, and is dropped while it is not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

MOST_WAITING = 256 * 1024
"""Bytes that may wait to be sent to one visitor before frames are dropped: some twenty screens."""


class Channel(Protocol):
    """What is needed of an SSH channel."""

    def write(self, data: bytes) -> None:
        """Send bytes."""

    def is_closing(self) -> bool:
        """Is it closed, or about to be?"""


class Line:
    """Sends to a channel; `caught_up` is called when a visitor takes frames again after some were dropped."""

    def __init__(self, channel: Channel, caught_up: Callable[[], None]) -> None:
        self._channel = channel
        self._caught_up = caught_up
        self._paused_at: float | None = None
        self._has_dropped = False
        self.sent = 0
        """Bytes handed to the channel so far."""
        self.dropped = 0
        """Bytes that were not, because the visitor did not take them."""

    @property
    def seconds_paused(self) -> float:
        """How long the visitor has taken nothing, 0 while all is well."""
        return 0.0 if self._paused_at is None else time.monotonic() - self._paused_at

    def send(self, text: str) -> None:
        """Send what is drawn, unless the visitor does not take what came before."""
        if self._channel.is_closing():
            return
        data = text.encode("utf-8", "replace")
        if self._paused_at is not None:
            self._has_dropped = True
            self.dropped += len(data)
            return
        self._channel.write(data)
        self.sent += len(data)

    def pause(self) -> None:
        """The channel's buffers are full."""
        self._paused_at = time.monotonic()

    def resume(self) -> None:
        """There is room again: what was dropped is painted anew, as it now is."""
        self._paused_at = None
        if self._has_dropped:
            self._has_dropped = False
            self._caught_up()
