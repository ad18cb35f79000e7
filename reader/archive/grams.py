"""Text as the terms an index knows: pairs of characters for Chinese and digits, whole words for letters.

A *run* is what stands between white space and punctuation. Within it every character but the letters of
Latin, Greek, Cyrillic… is indexed with the one after it, and the last also alone; letters are indexed as
words, and where a word touches a character, letter and character are a pair too. So whatever stands in a run
is a sequence of terms, and two neighbouring terms of one run never come from two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add

RUN = re.compile(r"[^\W_]+")
"""What is between white space and punctuation."""
WORD = re.compile(r"[^\W\d_\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""Letters that make words: not Han, kana, bopomofo, hangul."""
_WORD_PAIR = re.compile(rf"({WORD.pattern})(?=\s+({WORD.pattern}))")
LONGEST_WORD = 40
"""Letters; a longer word is indexed in stretches of so many, one beginning every `STEP` letters."""
STEP = 20


def grams(folded: str) -> list[str]:
    """Return the terms of a folded text in order; each holds letters, digits and characters only."""
    found: list[str] = []
    for run in RUN.findall(folded):
        if WORD.search(run) is None:
            found.extend(map(add, run, run[1:]))
            found.append(run[-1])
        elif run.isalpha() and run.isascii() and len(run) <= LONGEST_WORD:
            found.append(run)  # what most runs of an English text are
        else:
            found.extend(run_grams(run))
    return found


def bag(folded: str) -> set[str]:
    """Return every term of a folded text, and the pairs of words that follow each other in it."""
    found = set(grams(folded))
    for words in _WORD_PAIR.finditer(folded):
        found.update(pair(*words.groups()))
    return found


def pair(word: str, follower: str) -> list[str]:
    """Return the term of two words of letters with white space between; none for words that are too long."""
    return [f"{word}0{follower}"] if max(len(word), len(follower)) <= LONGEST_WORD else []


def run_grams(run: str) -> Iterator[str]:
    """Yield the terms of one run in order."""
    at = 0
    for word in WORD.finditer(run):
        if at < word.start():
            yield from map(add, run[at : word.start()], run[at + 1 : word.start() + 1])
        yield from stretches(word[0])
        at = word.end()
        if at < len(run):
            yield run[at - 1 : at + 1]
    if at < len(run):
        yield from map(add, run[at:], run[at + 1 :])
        yield run[-1]


def stretches(word: str) -> list[str]:
    """Return a word as the terms it is indexed by: itself, or stretches of it that overlap."""
    if len(word) <= LONGEST_WORD:
        return [word]
    starts = range(0, len(word) - LONGEST_WORD + STEP, STEP)
    return [word[start : start + LONGEST_WORD] for start in starts]


def words_in(folded: str) -> set[str]:
    """Return those terms of a folded text that are words of letters."""
    return {stretch for word in set(WORD.findall(folded)) for stretch in stretches(word)}
