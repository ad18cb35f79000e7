"""How many cells text takes in a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

ODD = 1 << 20
"""Stands for the width of a character that only its cluster can tell."""
# Planes above this hold emoji, flags and rare scripts; the stretches hold symbols that
# widened over time, and Hangul letters that melt into one.
_LAST_PLAIN = 0xFFFF
_UNSETTLED = (
    *((0x2600, 0x27BF), (0x4DC0, 0x4DFF)),
    *((0x1100, 0x11FF), (0x3164, 0x3164), (0xA960, 0xA97F), (0xD7B0, 0xD7FF), (0xFFA0, 0xFFA0)),
)
_CLUSTERING = frozenset({"Mn", "Me", "Mc", "Cf", "Cn", "Cs", "Co", "Cc", "Zl", "Zp"})


class _Cells(dict[str, int]):
    """A character's cells, found once: a memory of a pure function, no state."""

    def __init__(self, ambiguous: int) -> None:
        super().__init__({chr(code): 1 for code in range(0x20, 0x7F)})
        self._ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        cells = self[character] = self._found(character)
        return cells

    def _found(self, character: str) -> int:
        code = ord(character)
        if 0x4E00 <= code <= 0x9FFF:
            return 2
        if code > _LAST_PLAIN or unicodedata.category(character) in _CLUSTERING:
            return ODD
        if any(first <= code <= last for first, last in _UNSETTLED):
            return ODD
        width = unicodedata.east_asian_width(character)
        return 2 if width in "WF" else self._ambiguous if width == "A" else 1


@cache
def _cells(ambiguous: int) -> _Cells:
    return _Cells(ambiguous)


def text_width(text: str, ambiguous: int = 1) -> int:
    """Return the cells that text takes; `ambiguous` is 1 or 2, for characters of ambiguous width.

    Source: UAX #11 by character, UAX #29 clusters as wcwidth measures them.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    total = sum(map(_cells(ambiguous).__getitem__, text))
    return total if total < ODD else sum(_cluster_width(cluster, ambiguous) for cluster in clusters(text))


def clusters(text: str) -> list[str]:
    """Return the grapheme clusters of text: what a reader calls characters (UAX #29)."""
    if all(cells < ODD for cells in map(_cells(1).__getitem__, text)):
        return list(text)
    # Late, for it costs 26 ms and most papers do not need it.
    from wcwidth import iter_graphemes

    return list(iter_graphemes(text))


def edges(text: str, ambiguous: int = 1) -> tuple[Sequence[int], frozenset[int]]:
    """Return the cells before each character and after the last, and the offsets inside a cluster.

    The width of a cluster counts at its first character, so no offset inside it is narrower than its end.
    """
    summed = list(accumulate(map(_cells(ambiguous).__getitem__, text), initial=0))
    if summed[-1] < ODD:
        return summed, frozenset()
    summed, inside = [0], set[int]()
    for cluster in clusters(text):
        end = summed[-1] + _cluster_width(cluster, ambiguous)
        inside.update(range(len(summed), len(summed) + len(cluster) - 1))
        summed += [end] * len(cluster)
    return summed, frozenset(inside)


def _cluster_width(cluster: str, ambiguous: int) -> int:
    if len(cluster) == 1 and (cells := _cells(ambiguous)[cluster]) < ODD:
        return cells
    from wcwidth import wcswidth

    return max(0, wcswidth(cluster, ambiguous_width=ambiguous))
