"""The slate on which the process that keeps the workers chalks up for them how the index stands."""

from __future__ import annotations

import mmap
import struct

from reader.tui.index_news import IndexNews

_NEWS = struct.Struct("=5q")
_DAMAGE = _NEWS.size
"""Where the one byte stands that the workers write."""


class Slate:
    """Some bytes of memory shared by a process and those it forks; nothing is locked, nothing waits.

    Only the process that keeps the workers writes news, 40 bytes at once; a worker that looks at that very
    moment reads some old and some new numbers, and looks again within a second.
    """

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _DAMAGE + 1)

    def write(self, news: IndexNews) -> None:
        """Let all workers know how the index stands."""
        self._memory[:_DAMAGE] = _NEWS.pack(*map(int, news))

    def read(self) -> IndexNews:
        """Return how the index stands."""
        is_indexing, done, of, rounds, has_failed = _NEWS.unpack(self._memory[:_DAMAGE])
        return IndexNews(bool(is_indexing), done, of, rounds, bool(has_failed))

    def tell_damage(self) -> None:
        """Say that the index is damaged; said more than once it counts once."""
        self._memory[_DAMAGE] = 1

    def take_damage(self) -> bool:
        """Has damage been told since this was last asked?"""
        was_told = bool(self._memory[_DAMAGE])
        self._memory[_DAMAGE] = 0
        return was_told
