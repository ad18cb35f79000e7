"""How much may come from one visitor: a bucket that fills up by the second."""

from __future__ import annotations

import time
from collections.abc import Callable


class Tap:
    """A token bucket, in bytes."""

    def __init__(self, a_second: int, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._a_second = a_second
        self._burst = float(burst)
        self._clock = clock
        self._left = self._burst
        self._at = clock()

    def takes(self, count: int) -> bool:
        """May so many more bytes come now? Without a rate, always."""
        if not self._a_second:
            return True
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._a_second)
        self._at = now
        if count > self._left:
            return False
        self._left -= count
        return True
