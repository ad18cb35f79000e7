"""Characters that do not belong in a newspaper: invisible ones, controls, and those without a meaning."""

from __future__ import annotations

import re
from enum import Enum, auto

_CLASSES = {
    "ZERO_WIDTH": "\u200b\u2060-\u2064\ufeff\u180e\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0",
    "JOINER": "\u200c\u200d",
    "BIDI": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
    "CONTROL": "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff",
    "LINE": "\x85\u2028\u2029",
    "LOST": "\ufffd",
    "OBJECT": "\ufffc",
    "PRIVATE": "\ue000-\uf8ff\U000f0000-\U0010ffff",
    "TAG": "\U000e0000-\U000e007f",
    "RADICAL": "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5",
}


class Sort(Enum):
    """What is wrong with a character."""

    ZERO_WIDTH = auto()
    """Nothing is seen of it, and nothing is meant by it: zero-width space, soft hyphen, byte order mark…"""
    JOINER = auto()
    """U+200C and U+200D, which Indic and Arabic words and emoji need, and nobody else."""
    BIDI = auto()
    """Turns the direction of writing."""
    CONTROL = auto()
    """A control of C0 or C1, a lone surrogate, a non-character."""
    LINE = auto()
    """Ends a line or a paragraph without being a line end of the file."""
    LOST = auto()
    """U+FFFD, put there by a program that could not read what stood there."""
    OBJECT = auto()
    """U+FFFC, what is left of a pasted picture."""
    PRIVATE = auto()
    """Of a private use area: only its maker's font knows it."""
    TAG = auto()
    """Invisible twins of ASCII, which hide text in plain sight."""
    RADICAL = auto()
    """A radical that looks like the character: ⼈ (U+2F08) for 人."""


PATTERN = re.compile("|".join(f"(?P<{name}>[{characters}]+)" for name, characters in _CLASSES.items()))
"""Runs of such characters, each in the group named after its sort."""

_ANY = re.compile("[" + "".join(_CLASSES.values()) + "]")
_COMPLEX = re.compile("[\u0600-\u109f\u1780-\u18aa\ua840-\uabff]")
_EMOJI = re.compile("[\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def has_any(text: str) -> bool:
    """Is there such a character in this text? Joiners that are needed count too."""
    if text.isascii() and text.isprintable():
        return False
    return _ANY.search(text) is not None


def is_needed(text: str, start: int, end: int, sort: Sort) -> bool:
    """Is the run needed: a joiner of Indic words or emoji, a mark of direction beside Arabic or Hebrew?"""
    if sort is Sort.JOINER:
        beside = text[max(0, start - 1) : start], text[end : end + 1]
        if any(_COMPLEX.match(character) for character in beside if character):
            return True
        return end - start == 1 and all(character and _EMOJI.match(character) for character in beside)
    if sort is Sort.TAG:
        return start > 0 and _EMOJI.match(text[start - 1]) is not None
    if sort is Sort.BIDI:
        return _RIGHT_TO_LEFT.search(text) is not None and not any(
            "\u202a" <= character <= "\u202e" for character in text[start:end]
        )
    return False


def is_right_to_left(text: str) -> bool:
    """Is there Arabic or Hebrew in this text?"""
    return _RIGHT_TO_LEFT.search(text) is not None
