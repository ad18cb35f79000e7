"""A query's terms as SQLite's full-text search (FTS5) is asked for them: exactly, or for more than them.

The index knows of each term only in which pieces it stands. So a stretch of several terms is asked for as all
of them, and whether they follow each other is for whoever verifies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.archive.grams import LONGEST_WORD, RUN, STEP, WORD, pair, run_grams, stretches
from reader.archive.sieve import Sieve, Stage, Term
from reader.archive.vocabulary import Vocabulary

MOST_WORDS = 600
"""Words a stretch of letters may stand for; one in more words is in nearly every text, and verified there."""

MOST_TERMS = 3000
"""Terms of one question; a query of so many is found without asking for the last of them."""


class Asked(NamedTuple):
    """What a table of terms is asked; `match` is FTS5's, and empty where everything passes."""

    match: str
    is_exact: bool
    """Does just what is asked for pass?"""


EVERYTHING = Asked("", is_exact=False)
NOTHING = Asked('"a0a0a"', is_exact=True)
"""No text holds such a term."""


class Question(NamedTuple):
    """What the tables of an index are asked: of whole pieces, and of their titles and bylines."""

    terms: str
    heads: str
    is_exact: bool


def question(sieve: Sieve, vocabulary: Vocabulary) -> Question:
    """Return what is asked for a sieve; unwanted terms are asked for only where that is exact."""
    in_heads = sieve.stage in (Stage.TITLE, Stage.BYLINE)
    wanted = [(term, term_asked(term.needle, vocabulary)) for term in sieve.terms]
    heads = _all([each for term, each in wanted if in_heads or term.part is not None])
    terms = _all([each for term, each in wanted if not in_heads and term.part is None])
    is_exact = sieve.is_whole and not heads and all(each.is_exact for _, each in wanted)
    is_exact = is_exact and terms.count('"') == sum(each.match.count('"') for _, each in wanted)
    for term in sieve.unwanted:
        without = term_asked(term.needle, vocabulary)
        if without.is_exact and without.match and term.part is None and terms:
            # Only what is exact: a superset would keep back what is asked for.
            terms = f"({terms}) NOT ({without.match})"
        else:
            is_exact = False
    return Question(terms, heads, is_exact)


def _all(asked: list[Asked]) -> str:
    """Return the expression for all of these, or for as many of them as can be asked at once."""
    parts: list[str] = []
    size = 0
    for each in asked:
        size += each.match.count('"') // 2
        if each.match and (size <= MOST_TERMS or not parts):
            parts.append(f"({each.match})")
    return " AND ".join(parts)


def is_all_han(term: Term) -> bool:
    """Are there Han characters only? Then a text holds them as they are, or in compatibility forms."""
    return all("\u3400" <= character <= "\u9fff" for character in term.needle)


def term_asked(needle: str, vocabulary: Vocabulary) -> Asked:
    """Return the expression for one folded word or phrase, found at any place of a text.

    Letters at its ends may be parts of words, which are looked up: FTS5 would gather every text with any word
    of that beginning before it answers.
    """
    runs = list(RUN.finditer(needle))
    if not runs:
        return EVERYTHING
    opens, closes = runs[0].start() == 0, runs[-1].end() == len(needle)
    is_one_run = len(runs) == 1 and opens and closes
    if is_one_run and WORD.fullmatch(needle):
        words = vocabulary.holding(needle[:STEP], MOST_WORDS)
        return _any(words, is_exact=len(needle) <= STEP)
    if is_one_run and len(needle) == 1:
        return Asked(f'"{needle}" *', is_exact=True)
    groups: list[Asked] = []
    terms = [term for run in runs for term in run_grams(run[0])]
    if closes:
        last = runs[-1][0]
        word = _last_word(last)
        if word:
            terms = terms[: len(terms) - len(stretches(word))]
            # A letter that touches a character before it is in a pair with it already.
            if len(word) > 1 or word == last:
                groups.append(_any(vocabulary.beginning(word[:LONGEST_WORD], MOST_WORDS), is_exact=False))
        else:
            # The last character need not be the run's last; the pair before it has it already.
            single = terms.pop()
            if len(last) == 1:
                groups.append(Asked(f'"{single}" *', is_exact=False))
    if opens and (head := WORD.match(runs[0][0])):
        terms = terms[len(stretches(head[0])) :]
        if len(head[0]) > 1 or head[0] == runs[0][0]:
            groups.append(_any(vocabulary.ending(head[0][-STEP:], MOST_WORDS), is_exact=False))
    groups += [Asked(f'"{term}"', is_exact=True) for term in dict.fromkeys([*terms, *_pairs(needle, runs)])]
    if NOTHING in groups:
        return NOTHING
    return Asked(_all(groups), is_one_run and len(groups) == 1 and groups[0].is_exact)


def _any(words: list[str] | None, *, is_exact: bool) -> Asked:
    if words is None:
        return EVERYTHING
    return Asked(" OR ".join(f'"{word}"' for word in words), is_exact) if words else NOTHING


def _last_word(run: str) -> str:
    """Return the word a run ends with, empty when it ends with a character."""
    words = WORD.findall(run)
    return words[-1] if words and run.endswith(words[-1]) else ""


def _pairs(needle: str, runs: list[re.Match[str]]) -> Iterator[str]:
    """Yield the pairs of whole words that follow each other; those at the needle's ends may be parts."""
    for left, right in pairwise(runs):
        word, follower = _last_word(left[0]), WORD.match(right[0])
        if not word or follower is None or not needle[left.end() : right.start()].isspace():
            continue
        if left.end() - len(word) > 0 and right.start() + len(follower[0]) < len(needle):
            yield from pair(word, follower[0])
