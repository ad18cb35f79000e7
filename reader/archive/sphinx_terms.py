"""Text as Sphinx is to index it, and a query's terms in its words: what passes is what is asked for, or more.

A text is sent folded, every stretch of white space and punctuation as one mark of its own. Sphinx indexes
each Han character, kana, hangul and digit as a word (``ngram_len = 1``), letters as words of which any two or
more can be sought (``min_infix_len = 2``). So a phrase never runs across punctuation unless sought with it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.grams import LONGEST_WORD, STEP, stretches
from reader.archive.sieve import Sieve, Stage, Term
from reader.archive.sounds import SoundTerm

BETWEEN = "\ue000"
"""Stands for white space and punctuation. No text holds it as a letter: it is for private use."""
EDITION = "\ue001"
"""In the field ``mark`` of what is known of an edition."""
PLACE = "\ue002"
"""In the field ``mark`` of a section."""

_NOT_INDEXED = re.compile(r"[\W_]+")
_CHARACTERS = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00010000-\U0010ffff"
WORD = re.compile(rf"[^\W\d_{_CHARACTERS}]+")
"""Letters that make words. Those beyond U+FFFF do not: Sphinx cuts a word at 42 letters or some 126 bytes."""
_TOKEN = re.compile(rf"({WORD.pattern})|(.)", re.DOTALL)
_TO_BE_CHANGED = re.compile(rf"{WORD.pattern}|[^{BETWEEN}0-9\u2e80-\u9fff\uac00-\ud7ff]")
_FIRST_UNKNOWN = 0x30000
"""The first character Sphinx does not know; what is beyond shares 4,096 characters for private use."""
_SHARED, _SHARERS = 0xE100, 0x1000

# Syllables go as letters that no needle in Latin, Greek… finds: a dictionary of 100,000 pairs of syllables
# would else be looked through for every two letters.
_SOUND_LETTERS = {
    ord(letter): 0xA500 + at for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")
}


class Question(NamedTuple):
    """What Sphinx is asked; an empty `match` lets everything pass."""

    match: str
    is_exact: bool
    """Does just what is asked for pass?"""
    is_hopeless: bool = False
    """Can nothing pass?"""


def indexed(folded: str) -> str:
    """Return a folded text as it is sent to be indexed; it holds no mark of any language."""
    return _TO_BE_CHANGED.sub(_changed, _NOT_INDEXED.sub(BETWEEN, folded))


def letters_of(folded: str) -> set[str]:
    """Return every letter of the words of a folded text: a single one is too short to be sought in words."""
    return set("".join(WORD.findall(folded)))


def indexed_sounds(terms: set[str]) -> str:
    """Return sounds (see `Sounds.terms`) as they are sent to be indexed."""
    return " ".join(sorted(terms)).translate(_SOUND_LETTERS)


def question(sieve: Sieve) -> Question:
    """Return what to ask for all terms of a sieve as written."""
    parts = {Stage.TITLE: (Part.TITLE,), Stage.BYLINE: (Part.TITLE, Part.BYLINE)}.get(sieve.stage)
    wanted = [_asked(term, parts) for term in sieve.terms]
    if any(each.is_hopeless for each in wanted):
        return Question("", is_exact=True, is_hopeless=True)
    is_exact = sieve.is_whole and all(each.is_exact for each in wanted)
    match = [f"({each.match})" for each in wanted if each.match]
    for term in sieve.unwanted:
        without = _asked(term, None)
        if without.is_exact and match:
            # Only what is exact: a superset would keep back what is asked for.
            match.append(f"-({without.match})")
        else:
            is_exact = False
    return Question(" ".join(match), is_exact)


def heard(ways: list[tuple[tuple[SoundTerm, ...], ...]], others: list[Term]) -> Question:
    """Return what to ask for pieces in which some term is heard, and these others stand as written.

    `ways` are for every term that may be heard the ways to hear it (see `Sounds.asked`).
    """
    alternatives = dict.fromkeys(" ".join(map(_sound, way)) for term in ways for way in term)
    if not alternatives:
        return Question("", is_exact=False, is_hopeless=True)
    written = [f"({each.match})" for each in (_asked(term, None) for term in others) if each.match]
    spoken = " | ".join(f"({way})" for way in alternatives)
    return Question(" ".join([f"(@sound ({spoken}))", *written]), is_exact=False)


def _sound(term: SoundTerm) -> str:
    return term.letters.translate(_SOUND_LETTERS) + ("" if term.is_whole else "*")


def _asked(term: Term, parts: tuple[Part, ...] | None) -> Question:
    """Return what to ask for one term, in these parts only."""
    fields: tuple[str, ...] = ("title", "byline", "body")
    if parts is not None:
        fields = tuple(part.value for part in parts)
    if term.part is not None:
        fields = tuple(field for field in fields if field == term.part.value)
    if not fields:
        return Question("", is_exact=True, is_hopeless=True)
    phrase, letters, is_exact = _divided(_NOT_INDEXED.sub(BETWEEN, term.needle))
    match = [f"@({','.join(fields)}) {phrase}"] if phrase else []
    match += [f"@mark {letter}" for letter in letters]
    if letters and len(fields) < 3:
        is_exact = False
    return Question(" ".join(match), is_exact and bool(match))


def _divided(needle: str) -> tuple[str, list[str], bool]:
    """Return the phrase that finds a needle, single letters of it to be sought besides, and whether that is
    exact. A letter that begins or ends it may be part of a longer word, and is too short to say so.
    """
    if not needle.strip(BETWEEN):
        return "", [], False
    if WORD.fullmatch(needle):
        if len(needle) == 1:
            return "", [needle], True
        # Of a longer word some stretch holds so many of any letters, wherever they stand.
        return f"*{needle[:STEP]}*", [], len(needle) <= STEP
    tokens = _TOKEN.findall(needle)
    is_exact = BETWEEN not in needle and ord(max(needle)) < _FIRST_UNKNOWN
    sought: list[str] = []
    single: list[str] = []
    for at, (word, character) in enumerate(tokens):
        if character:
            sought.append(_known(character))
        elif 0 < at < len(tokens) - 1:
            sought += stretches(word)
        elif len(word) == 1:
            single.append(word)
            is_exact = False
        elif at == 0:
            sought.append(f"*{word[-STEP:]}")
            is_exact = is_exact and len(word) <= STEP
        else:
            sought.append(f"{word[:LONGEST_WORD]}*")
            is_exact = is_exact and len(word) <= LONGEST_WORD
    return f'"{" ".join(sought)}"', single, is_exact


def _known(character: str) -> str:
    """Return a character as Sphinx knows it."""
    code = ord(character)
    return character if code < _FIRST_UNKNOWN else chr(_SHARED + code % _SHARERS)


def _changed(match: re.Match[str]) -> str:
    """Part what Sphinx would take for one word, and cut what it would cut off."""
    found = match[0]
    if WORD.fullmatch(found):
        return found if len(found) <= LONGEST_WORD else " ".join(stretches(found))
    return f" {_known(found)} "
