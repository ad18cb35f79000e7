"""How long a text takes to read: Chinese by its characters, Latin by its words."""

from __future__ import annotations

import re

from reader.edition.wording import Wording

CHARACTERS_A_MINUTE = 400
"""Chinese characters, marks included, as Chinese word counts do."""
WORDS_A_MINUTE = 230

_COUNTED_WHOLE = 65_536
_WINDOWS = 32
_WINDOW = 2_048

# From U+2E80 on stand the ideographs, kana, full-width forms and their marks; Hangul is read by words.
# Compiled when first asked for: the first frame does without, and compiling takes longer than a page turn.
_CHARACTER = "[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff]"
_WORD = "[^\\W_\u2e80-\ua4cf\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]+(?:['’-]\\w+)*"


def reading_time(
    text: str,
    *,
    characters_a_minute: int = CHARACTERS_A_MINUTE,
    words_a_minute: int = WORDS_A_MINUTE,
) -> float:
    """Return the minutes this text takes to read, as a fraction.

    A text of more than 65,536 characters is judged by 32 windows spread evenly over it, so the answer
    takes the same time for 10 MB as for 64 KB and is the same every time.

    Raises:
        ValueError: a pace is not above zero.
    """
    if characters_a_minute <= 0 or words_a_minute <= 0:
        raise ValueError("a reading pace is a number above zero")
    if len(text) <= _COUNTED_WHOLE:
        return _minutes(text, characters_a_minute, words_a_minute)
    stride = (len(text) - _WINDOW) / (_WINDOWS - 1)
    starts = (int(window * stride) for window in range(_WINDOWS))
    sampled = sum(
        _minutes(text[start : start + _WINDOW], characters_a_minute, words_a_minute) for start in starts
    )
    return sampled * len(text) / (_WINDOWS * _WINDOW)


def about(minutes: float) -> Wording:
    """Return this time in words, in whole minutes and never less than one."""
    whole = max(1, round(minutes))
    return Wording("约{n}分钟", "about {n} min").filled(n=whole)


def _minutes(text: str, characters_a_minute: int, words_a_minute: int) -> float:
    if text.isascii():
        return len(re.findall(_WORD, text)) / words_a_minute
    characters = len(re.findall(_CHARACTER, text))
    return characters / characters_a_minute + len(re.findall(_WORD, text)) / words_a_minute
