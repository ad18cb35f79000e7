"""Titles and bylines by their pinyin, as terms of an index: syllables, pairs of syllables, pairs of initials.

Every reading of every character counts (长 is ``chang`` and ``zhang``), and every pair of neighbours gives a
term for each pair of their readings. What an index finds by them is verified on the characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.archive.pinyin import Pinyin, Sound

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_SYLLABLE, _PAIR, _INITIALS = "0", "1", "2"
"""What parts the letters of a term, or stands before them: a digit, so that no term begins another's kind."""


class SoundTerm(NamedTuple):
    """A term that is sought."""

    letters: str
    is_whole: bool = True
    """False: it begins so."""


class Sounds:
    """Makes the terms of titles, and of letters that are typed; made once for many."""

    def __init__(self, pinyin: Pinyin) -> None:
        self._pinyin = pinyin
        self._readings: Mapping[str, tuple[str, ...]] = pinyin.readings_of_all()

    def terms(self, folded: Iterable[str]) -> set[str]:
        """Return the terms of these folded texts."""
        found: set[str] = set()
        for text in folded:
            for run in _HAN.findall(text):
                self._add(run, found)
        return found

    def _add(self, run: str, found: set[str]) -> None:
        readings = [self._readings.get(character, ()) for character in run]
        for each in readings:
            found.update(f"{_SYLLABLE}{syllable}" for syllable in each)
        for one, other in pairwise(readings):
            found.update(f"{first}{_PAIR}{second}" for first in one for second in other)
            found.update(f"{first[0]}{_INITIALS}{second[0]}" for first in one for second in other)

    def asked(self, letters: str) -> tuple[tuple[SoundTerm, ...], ...]:
        """Return the ways to hear letters as pinyin, each as the terms it takes; none when they are none."""
        return tuple(dict.fromkeys(_way(way) for way in self._pinyin.ways(letters)))

    def match(self, letters: str) -> str:
        """Return FTS5's expression for letters heard as pinyin; empty when they are none."""
        ways = [" AND ".join(map(_quoted, way)) for way in self.asked(letters)]
        return " OR ".join(f"({way})" for way in ways)


def _way(sounds: Sequence[Sound]) -> tuple[SoundTerm, ...]:
    if len(sounds) == 1:
        return (SoundTerm(f"{_SYLLABLE}{sounds[0].letters}", sounds[0].is_whole),)
    terms = []
    for one, other in pairwise(sounds):
        if one.is_whole:
            terms.append(SoundTerm(f"{one.letters}{_PAIR}{other.letters}", other.is_whole))
        else:
            terms.append(SoundTerm(f"{one.letters[0]}{_INITIALS}{other.letters[0]}"))
    return tuple(dict.fromkeys(terms))


def _quoted(term: SoundTerm) -> str:
    return f'"{term.letters}"' + ("" if term.is_whole else " *")
