"""Garbage collection in a process of many readers: what is young at once, all of it while nobody reads.

A full collection over a hundred readers stops them all for most of a second. So what start-up made is
frozen, young objects are collected as always, and full collections wait for a pause. A reader who has left
is a circle of objects that only those find, and some of Textual's caches hold on to it: they are emptied
first.
"""

from __future__ import annotations

import gc
import time

YOUNG = (700, 10, 1_000_000_000)
"""Thresholds under which a full collection never comes by itself."""

REST = 2.0
"""Seconds without a key in the whole process after which a full collection is made."""

LATEST = 300.0
"""Seconds after which it is made in any case, if readers have left."""


class Sweeper:
    """Decides when everything is collected; tell it of keys and of readers who left."""

    def __init__(self) -> None:
        self._last_key = time.monotonic()
        self._last_swept = self._last_key
        self._left = 0

    @staticmethod
    def begin() -> None:
        """Freeze what there is now, which lives as long as the process."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(*YOUNG)

    def key(self) -> None:
        """Take note of a key."""
        self._last_key = time.monotonic()

    def left(self) -> None:
        """Take note that a reader has left, and let go of what Textual's caches hold of them."""
        self._left += 1
        forget_readers()

    def look(self) -> bool:
        """Collect everything if it is time to; return whether that was done."""
        now = time.monotonic()
        is_quiet = now - self._last_key > REST
        if not self._left or not (is_quiet or now - self._last_swept > LATEST):
            return False
        gc.collect()
        self._left = 0
        self._last_swept = now
        return True


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
