"""A query's terms as SQLite's full-text search (FTS5) is asked for them: exactly, or for more than them."""

from __future__ import annotations

from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.grams import LONGEST_WORD, RUN, STEP, WORD, run_grams, stretches
from reader.archive.sieve import Sieve, Stage, Term
from reader.archive.vocabulary import Vocabulary

MOST_WORDS = 300
"""Words a stretch of letters may stand for; one in more words is in nearly every text, and verified there."""

_COLUMNS = {Part.TITLE: "title", Part.BYLINE: "byline"}
_STAGES = {Stage.TITLE: "title", Stage.BYLINE: "title byline"}


class Asked(NamedTuple):
    """What the index is asked; `match` is FTS5's, and empty where everything passes."""

    match: str
    is_exact: bool
    """Does just what is asked for pass?"""


EVERYTHING = Asked("", is_exact=False)
NOTHING = Asked('"a0a"', is_exact=True)
"""No text holds such a term: a digit among letters is always in a pair."""


def asked(sieve: Sieve, vocabulary: Vocabulary) -> Asked:
    """Return the expression for all terms of a sieve, and the unwanted ones where that is exact."""
    wanted = [_in_part(term, term_asked(term.needle, vocabulary)) for term in sieve.terms]
    is_exact = sieve.is_whole and all(each.is_exact for each in wanted)
    match = " AND ".join(f"({each.match})" for each in wanted if each.match)
    if match and (columns := _STAGES.get(sieve.stage)):
        match = f"{{{columns}}} : ({match})"
    for term in sieve.unwanted:
        without = _in_part(term, term_asked(term.needle, vocabulary))
        if without.is_exact and match:
            # Only what is exact: a superset would keep back what is asked for.
            match = f"({match}) NOT ({without.match})"
        else:
            is_exact = False
    return Asked(match, is_exact and bool(match or not (sieve.terms or sieve.unwanted)))


def _in_part(term: Term, each: Asked) -> Asked:
    if term.part is None or not each.match:
        return each
    return Asked(f"{{{_COLUMNS[term.part]}}} : ({each.match})", each.is_exact)


def term_asked(needle: str, vocabulary: Vocabulary) -> Asked:
    """Return the expression for one folded word or phrase, found at any place of a text.

    It is exact for what lies within one run (see `grams`). Else it says which terms follow each other, and
    what stands between the runs is for whoever verifies.
    """
    runs = list(RUN.finditer(needle))
    if not runs:
        return EVERYTHING
    opens, closes = runs[0].start() == 0, runs[-1].end() == len(needle)
    is_exact = len(runs) == 1 and opens and closes
    if is_exact and WORD.fullmatch(needle):
        return _inside_words(needle, vocabulary)
    first, *_ = [run[0] for run in runs]
    head = WORD.match(first)
    terms = [term for run in runs for term in run_grams(run[0])]
    begun = ""
    if closes:
        begun, terms, is_whole = _open_end(runs[-1][0], terms)
        is_exact = is_exact and is_whole
    if not (opens and head is not None):
        return Asked(_phrase(terms, begun), is_exact)
    return _after_heads(head[0], terms[len(stretches(head[0])) :], begun, vocabulary, is_exact=is_exact)


def _inside_words(letters: str, vocabulary: Vocabulary) -> Asked:
    """Letters alone: the words that begin with them or hold them."""
    is_exact = len(letters) <= STEP
    sought = letters[:STEP]  # of a longer word some stretch holds so many of any letters
    others = vocabulary.holding(sought, MOST_WORDS)
    if others is None:
        return EVERYTHING
    return Asked(" OR ".join([f'"{sought}" *', *(f'"{word}"' for word in others)]), is_exact)


def _open_end(run: str, terms: list[str]) -> tuple[str, list[str], bool]:
    """Return what the last term begins with, the terms before it, and whether that says it all."""
    tail = list(WORD.finditer(run))
    if not tail or tail[-1].end() < len(run):
        # The last character need not be the run's last; the pair before it has it already.
        return (terms[-1], terms[:-1], True) if len(run) == 1 else ("", terms[:-1], True)
    word = tail[-1][0]
    return word[:LONGEST_WORD], terms[: len(terms) - len(stretches(word))], len(word) <= LONGEST_WORD


def _after_heads(head: str, rest: list[str], begun: str, vocabulary: Vocabulary, *, is_exact: bool) -> Asked:
    """Letters that begin what is sought may be the end of a word: it follows any word that ends so."""
    if len(head) == 1 and rest and rest[0][0] == head and len(rest[0]) == 2:
        return Asked(_phrase(rest, begun), is_exact)  # the pair says already that a word ends so
    heads = vocabulary.ending(head[-STEP:], MOST_WORDS)
    if heads is None:
        return Asked(_phrase(rest, begun), is_exact=False)
    if not heads:
        return NOTHING
    return Asked(" OR ".join(_phrase([word, *rest], begun) for word in heads), is_exact and len(head) <= STEP)


def _phrase(terms: list[str], begun: str) -> str:
    if not terms and not begun:
        return ""
    phrase = f'"{" ".join([*terms, begun] if begun else terms)}"'
    return f"{phrase} *" if begun else phrase
