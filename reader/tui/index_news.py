"""How an index stands that somebody else keeps, and how damage to it is told."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class IndexNews(NamedTuple):
    """How the index stands."""

    is_indexing: bool = False
    """Is it being brought up to the library?"""
    done: int = 0
    """Files that are in it by now, of those that are to be."""
    of: int = 0
    """Files that are to be brought in; 0: not known yet."""
    rounds: int = 0
    """How often it has been brought up to the library, or tried to be, so far."""
    has_failed: bool = False
    """Could it not be, the last time?"""


class IndexPost(Protocol):
    """What stands between who keeps an index and who searches it; every method is quick."""

    def read(self) -> IndexNews:
        """Return how the index stands."""

    def tell_damage(self) -> None:
        """Say that the index holds what it cannot hold, so that it is made anew."""
