"""A query's terms as SQLite's full-text search (FTS5) is asked for them: exactly, or for more than them."""

from __future__ import annotations

from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.grams import LONGEST_WORD, RUN, STEP, WORD, run_grams, stretches
from reader.archive.sieve import Sieve, Stage, Term
from reader.archive.vocabulary import Vocabulary

MOST_WORDS = 600
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
    what stands between the runs is for whoever verifies. Letters at its ends may be parts of words, which are
    looked up: FTS5 would gather every text with any word of that beginning before it answers.
    """
    runs = list(RUN.finditer(needle))
    if not runs:
        return EVERYTHING
    opens, closes = runs[0].start() == 0, runs[-1].end() == len(needle)
    is_exact = len(runs) == 1 and opens and closes
    if is_exact and WORD.fullmatch(needle):
        return _inside_words(needle, vocabulary)
    terms = [term for run in runs for term in run_grams(run[0])]
    heads = tails = None
    begun = ""
    if closes:
        last = runs[-1][0]
        words = list(WORD.finditer(last))
        if words and words[-1].end() == len(last):
            word = words[-1][0]
            terms = terms[: len(terms) - len(stretches(word))]
            # A letter that touches a character before it is in a pair with it already.
            if len(word) > 1 or len(last) == 1:
                tails = _Ends(
                    vocabulary.beginning(word[:LONGEST_WORD], MOST_WORDS), len(word) <= LONGEST_WORD
                )
        else:
            # The last character need not be the run's last; the pair before it has it already.
            begun = terms.pop() if len(last) == 1 else terms.pop() and ""
    if opens and (head := WORD.match(runs[0][0])):
        terms = terms[len(stretches(head[0])) :]
        if len(head[0]) > 1 or len(runs[0][0]) == 1:
            heads = _Ends(vocabulary.ending(head[0][-STEP:], MOST_WORDS), len(head[0]) <= STEP)
    return _between(heads, terms, begun, tails, is_exact=is_exact)


class _Ends(NamedTuple):
    """The words that what is sought may begin or end with."""

    words: list[str] | None
    """None: more than can be asked for."""
    is_exact: bool


def _between(
    heads: _Ends | None, terms: list[str], begun: str, tails: _Ends | None, *, is_exact: bool
) -> Asked:
    """Return the expression for terms between any of these words, as many of them as can be asked for."""
    ways: list[list[str]] = [terms]
    for ends, is_head in ((tails, False), (heads, True)):
        if ends is None:
            continue
        if ends.words is not None and not ends.words:
            return NOTHING
        if ends.words is None or len(ends.words) * len(ways) > MOST_WORDS:
            is_exact = False
            continue
        is_exact = is_exact and ends.is_exact
        ways = [[word, *way] if is_head else [*way, word] for way in ways for word in ends.words]
    phrases = [_phrase(way, begun) for way in ways]
    return Asked(" OR ".join(phrases), is_exact) if all(phrases) else EVERYTHING


def _inside_words(letters: str, vocabulary: Vocabulary) -> Asked:
    """Letters alone: the words that hold them; of a longer word some stretch holds any `STEP` letters."""
    words = vocabulary.holding(letters[:STEP], MOST_WORDS)
    if words is None:
        return EVERYTHING
    return Asked(" OR ".join(f'"{word}"' for word in words), len(letters) <= STEP) if words else NOTHING


def _phrase(terms: list[str], begun: str) -> str:
    if not terms and not begun:
        return ""
    phrase = f'"{" ".join([*terms, begun] if begun else terms)}"'
    return f"{phrase} *" if begun else phrase
