"""Latin letters as Chinese: a pattern of Han characters that can be read the way the letters are typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)*")
_INITIALS = frozenset("abcdefghjklmnopqrstwxyz")  # no syllable begins with i, u or v
_PAIRED_INITIALS = ("zh", "ch", "sh")
_MOST_LETTERS = 48
_MOST_INITIALS = 16
_MOST_WAYS = 24
"""Divisions of one sort that are tried: ``xianxianxian`` has 8, everyday words 1 to 4."""


def are_letters(typed: str) -> bool:
    """Could this be pinyin: two Latin letters or more (apostrophes and tone marks allowed), nothing else?"""
    letters = _toneless(typed.casefold())
    return 2 <= len(letters.replace("'", "")) <= _MOST_LETTERS and _LETTERS.fullmatch(letters) is not None


class Sound(NamedTuple):
    """What one character must sound like: a whole syllable, or any that begins with these letters."""

    letters: str
    is_whole: bool


class Pinyin:
    """The readings of some 11,700 Han characters, toneless, every reading of each.

    长 is both ``chang`` and ``zhang``: which one is meant only a dictionary of words and names could tell,
    and those at hand are wrong about 长治 (docs/decisions/0014). The table is imported only here, so a reader
    who types no Latin letter never pays for it. Given the `alphabet` of the text to be searched, it keeps the
    readings of those characters only, which makes its patterns small.
    """

    def __init__(self, alphabet: Collection[str] | None = None) -> None:
        from reader.archive.pinyin_table import READINGS

        table = dict(line.partition(" ")[::2] for line in READINGS.splitlines())
        for syllable in [syllable for syllable in table if "v" in syllable]:
            # A keyboard has no ü: lv is what one types for 绿, lu what older signs and passports print.
            plain = syllable.replace("v", "u")
            table[plain] = table.get(plain, "") + table[syllable]
        self._syllables = frozenset(table)
        self._beginnings = frozenset(name[:end] for name in table for end in range(1, len(name) + 1))
        if alphabet is not None:
            table = {name: "".join(filter(alphabet.__contains__, members)) for name, members in table.items()}
        self._characters = table

    def readings(self, character: str) -> tuple[str, ...]:
        """Return every toneless reading of a character, ``v`` for ü; none for what is not a known Han."""
        return tuple(syllable for syllable, members in self._characters.items() if character in members)

    def readings_of_all(self) -> dict[str, tuple[str, ...]]:
        """Return the readings of every known character at once."""
        readings: dict[str, list[str]] = {}
        for syllable, members in self._characters.items():
            for character in dict.fromkeys(members):
                readings.setdefault(character, []).append(syllable)
        return {character: tuple(each) for character, each in readings.items()}

    def characters(self, sound: Sound) -> str:
        """Return the characters that can sound so."""
        if sound.is_whole:
            return self._characters.get(sound.letters, "")
        named = self._characters.items()
        return "".join(
            dict.fromkeys("".join(found for name, found in named if name.startswith(sound.letters)))
        )

    def ways(self, typed: str) -> tuple[tuple[Sound, ...], ...]:
        """Return the ways to hear the letters, one sound a character; none when they are no pinyin.

        Whole syllables, of which the last may be unfinished, so that a match stays while one types on; or the
        initials of two characters or more (``zh``, ``ch``, ``sh`` count as one or as two). Only letters that
        are not syllables throughout are also heard mixed (``czribao``). ``'`` parts syllables; tones are
        ignored; a single letter is no pinyin.
        """
        if not are_letters(typed):
            return ()
        letters = _toneless(typed.casefold())
        parted = _parted(letters)
        bare = letters.replace("'", "")
        whole = _divided(bare, partial(self._spelt, bare, parted))
        ways = [*whole]
        if len(bare) <= _MOST_INITIALS:
            ways += _divided(bare, partial(_abbreviated, bare, parted))
            ways += [] if whole else _divided(bare, partial(self._mixed, bare, parted))
        return tuple(dict.fromkeys(ways))

    def pattern(self, typed: str) -> re.Pattern[str] | None:
        """Return a pattern of the characters that can be read as typed, or None when there are none.

        It matches runs of Han only, so a match lies exactly on the characters meant.
        """
        alternatives = []
        # Longest first: where both are possible, xian is rather 西安 than 县.
        for way in sorted(self.ways(typed), key=len, reverse=True):
            classes = [self.characters(sound) for sound in way]
            if all(classes):
                alternatives.append("".join(f"[{members}]" for members in classes))
        return re.compile("|".join(alternatives)) if alternatives else None

    def _spelt(self, letters: str, parted: frozenset[int], start: int) -> Iterator[tuple[Sound, int]]:
        """Yield the syllables that can stand here; at the end of the letters, beginnings of syllables."""
        for end in range(min(start + 6, len(letters)), start, -1):
            head = letters[start:end]
            if not parted.isdisjoint(range(start + 1, end)):
                continue
            if end == len(letters) and head in self._beginnings:
                yield Sound(head, is_whole=False), end
            elif head in self._syllables:
                yield Sound(head, is_whole=True), end

    def _mixed(self, letters: str, parted: frozenset[int], start: int) -> Iterator[tuple[Sound, int]]:
        yield from self._spelt(letters, parted, start)
        if start < len(letters):
            yield from _abbreviated(letters, parted, start)


def _abbreviated(letters: str, parted: frozenset[int], start: int) -> Iterator[tuple[Sound, int]]:
    """Yield the initials that can stand here."""
    if letters.startswith(_PAIRED_INITIALS, start) and start + 1 not in parted and len(letters) > 2:
        yield Sound(letters[start : start + 2], is_whole=False), start + 2
    if letters[start] in _INITIALS:
        yield Sound(letters[start], is_whole=False), start + 1


def _divided(letters: str, steps: Callable[[int], Iterator[tuple[Sound, int]]]) -> list[tuple[Sound, ...]]:
    """Return divisions of all the letters into steps, the longest steps first, `_MOST_WAYS` at most.

    Places from which the end cannot be reached are found first, so that no letters make it search for long.
    """
    onward: dict[int, list[tuple[Sound, int]]] = {}
    for start in range(len(letters) - 1, -1, -1):
        onward[start] = [step for step in steps(start) if step[1] == len(letters) or onward[step[1]]]

    def walk(start: int) -> Iterator[tuple[Sound, ...]]:
        if start == len(letters):
            yield ()
        for sound, end in onward.get(start, ()):
            for rest in walk(end):
                yield (sound, *rest)

    return list(islice(walk(0), _MOST_WAYS))


def _parted(letters: str) -> frozenset[int]:
    """Return where apostrophes part the letters, as offsets without them."""
    lengths = [len(part) for part in letters.split("'")]
    return frozenset(sum(lengths[:count]) for count in range(1, len(lengths)))


def _toneless(letters: str) -> str:
    """Return letters without tone marks, ``v`` for ü."""
    apart = unicodedata.normalize("NFD", letters).replace("u\u0308", "v")
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
