"""The words of a document as they were written, each with its place; none has a meaning yet."""

from __future__ import annotations

from typing import NamedTuple

# How a text was written, where that matters to whoever gives it a meaning.
FOLDED = 1
MANY_LINES = 2
QUOTED_LINES = 4
CUT = 8
UNSEEN = 16
"""It may hold characters that have to be made visible, as quoted text and texts of some files may."""
LITERAL = 32
REFUSED = 64
"""A problem has been told already; it has no text."""


class Word(NamedTuple):
    """A text as written; `at` is its packed position, `flaws` the flags above."""

    text: str
    at: int
    flaws: int


class Mapping:
    """Keys with what stands under them; `keys` are the keys' own positions."""

    __slots__ = ("at", "is_whole", "keys", "nodes")

    def __init__(self, at: int) -> None:
        self.at = at
        self.keys: dict[str, int] = {}
        self.nodes: dict[str, Node] = {}
        self.is_whole = True
        """False when the file broke off inside: then nothing can be called missing."""


class Listing:
    """Items in order."""

    __slots__ = ("at", "is_whole", "nodes")

    def __init__(self, at: int) -> None:
        self.at = at
        self.nodes: list[Node] = []
        self.is_whole = True


Node = Word | Mapping | Listing
