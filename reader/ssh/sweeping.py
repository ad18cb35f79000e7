"""Garbage collection in a process of many readers: what is young at once, all of it while nobody reads.

A full collection over a hundred readers stops them all for most of a second. So what start-up made is
frozen, young objects are collected as always, and full collections wait for a pause. A reader who has left
is a circle of objects that only those find, and some of Textual's caches hold on to it: they are emptied
first.
"""

from __future__ import annotations

import gc
import time
from collections import deque
from typing import TYPE_CHECKING

from reader.ssh.light_strips import lighten_strips

if TYPE_CHECKING:
    from reader.ssh.visitor_app import VisitorApp

YOUNG = (700, 10, 1_000_000_000)
"""Thresholds under which a full collection never comes by itself."""

REST = 2.0
"""Seconds without a key in the whole process after which a full collection is made."""

LATEST = 300.0
"""Seconds after which it is made in any case, if there was anything to do."""

MOST_LEFT = 100
"""Readers who have left after whom it is made in any case."""

_STILL = 2.0
"""Seconds after which nothing is asked any more of the app of a reader who has left."""


class Sweeper:
    """Decides when everything is collected; tell it of keys and of readers who left."""

    def __init__(self) -> None:
        self._last_key = time.monotonic()
        self._last_swept = self._last_key
        self._has_keys = False
        self._left = 0
        self._gone: deque[tuple[float, VisitorApp]] = deque()

    @staticmethod
    def begin() -> None:
        """Make what is drawn light, and freeze what there is now, which lives as long as the process."""
        lighten_strips()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*YOUNG)

    def key(self) -> None:
        """Take note of a key."""
        self._last_key = time.monotonic()
        self._has_keys = True

    def left(self, app: VisitorApp | None = None) -> None:
        """Take note that a reader has left, and let go of what Textual's caches hold of them.

        The app that is over, if there was one, is taken apart a little later.
        """
        self._left += 1
        forget_readers()
        if app is not None:
            self._gone.append((time.monotonic(), app))

    def look(self) -> bool:
        """Take apart what is over, and collect everything if it is time to; return whether that was done."""
        now = time.monotonic()
        while self._gone and now - self._gone[0][0] > _STILL:
            self._gone.popleft()[1].take_apart()
        if not self._is_due(now):
            return False
        gc.collect()
        self._left = 0
        self._has_keys = False
        self._last_swept = now
        return True

    def _is_due(self, now: float) -> bool:
        if self._left >= MOST_LEFT:
            return True
        if now - self._last_swept > LATEST:
            return bool(self._left) or self._has_keys
        return bool(self._left) and now - self._last_key > REST


def forget_readers() -> None:
    """Empty the caches of Textual that sit on methods and so keep their apps alive."""
    from textual._styles_cache import StylesCache
    from textual._xterm_parser import XTermParser
    from textual.filter import ANSIToTruecolor

    for method in (
        XTermParser._parse_extended_key,
        StylesCache.get_inner_outer,
        ANSIToTruecolor.truecolor_style,
    ):
        clear = getattr(method, "cache_clear", None)
        if clear is not None:  # a version of Textual that no longer caches there needs no emptying
            clear()
