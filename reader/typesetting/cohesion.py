"""Where words end in Chinese text, told without a dictionary: by the pairs of characters a text repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

LOOKED_AT = 4_000
"""Characters of each text whose pairs are counted: enough for an article, soon done for ten megabytes."""

_LONGEST = 4
"""Characters of the longest word that is looked for."""
_BY_LENGTH = (0.0, 0.8, 0.1, 0.6, 0.9)
"""What a word of so many characters costs: most Chinese words have two."""
_ALONE = 0.15
"""What a word of one character costs that often stands alone."""
_STANDING_ALONE = frozenset(
    "的了着过把被让向在从对为与和及将更最不是到由也都又还就才再没很要会能有上下里中这那一二三四五六七八九十两几每各"
)
"""Particles, prepositions, adverbs and numbers of one character."""
_JOINED = 0.6
"""What it is worth to keep a pair together that the text repeats."""
_CUT = 0.8
"""What it costs to part such a pair."""


class Cohesion(NamedTuple):
    """How often characters and pairs of neighbours occur in the texts around a headline."""

    pairs: Mapping[str, int]
    singles: Mapping[str, int]

    def between(self, first: str, second: str) -> float:
        """Return how firmly two neighbours hold together, from 0 (never seen) to 1."""
        seen = self.pairs.get(first + second, 0)
        if not seen:
            return 0.0
        rarer = min(self.singles[first], self.singles[second])
        return min(1.0, 0.5 * seen / rarer + 0.15 * min(seen, 4))


NO_COHESION = Cohesion({}, {})
"""Of no text: every character stands by itself."""


def cohesion_of(*texts: str) -> Cohesion:
    """Return the cohesion in the first `LOOKED_AT` characters of each text, as in an article's body."""
    pairs: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    for text in texts:
        looked_at = text[:LOOKED_AT]
        singles.update(looked_at)
        pairs.update(map(str.__add__, looked_at, looked_at[1:]))
    return Cohesion(pairs, singles)


def word_cuts(text: str, cohesion: Cohesion) -> list[float]:
    """Return for each place from 0 to the length what a line end there costs: 0 where a word ends.

    `text` is a run of Chinese characters. Of all ways to part it into words of up to four characters the
    cheapest is sought; a place costs what the cheapest way with a word's end there costs more than that.
    """
    length = len(text)
    held = [0.0] + [cohesion.between(*pair) for pair in pairwise(text)] + [0.0]
    before = [0.0] + [float("inf")] * length
    after = [float("inf")] * length + [0.0]
    for end in range(1, length + 1):
        before[end] = min(
            before[start] + _word(text, held, start, end) for start in range(max(0, end - _LONGEST), end)
        )
    for start in range(length - 1, -1, -1):
        after[start] = min(
            after[end] + _word(text, held, start, end)
            for end in range(start + 1, min(length, start + _LONGEST) + 1)
        )
    return [before[place] + after[place] - before[length] for place in range(length + 1)]


def _word(text: str, held: list[float], start: int, end: int) -> float:
    """What a word from start to end costs, with the pair parted at its end."""
    if end - start == 1 and text[start] in _STANDING_ALONE:
        return _ALONE + _CUT * held[end]
    inside = held[start + 1 : end]
    if "的" in text[start:end]:  # no word holds it, however often a text says so
        return 1.0 + _CUT * held[end]
    loose = sum(1 for firmness in inside if not firmness) * 0.2 if end - start > 2 else 0.0
    return _BY_LENGTH[end - start] + loose - _JOINED * sum(inside) + _CUT * held[end]
