"""Where the terms of a query match in a folded copy: as written, else as pinyin, or by a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.archive.clause import Part, Pattern, Words
from reader.archive.folding import Folding
from reader.archive.pattern import Compiled, OutOfTime, TimeLimit, compiled
from reader.archive.pinyin import Pinyin, are_letters
from reader.archive.query import TooSlow
from reader.archive.searchable import FoldedCopy, Span
from reader.edition.wording import Wording

_TOO_SLOW = Wording(
    "这个正则表达式太慢，已停止；请写得更具体",
    "this regular expression takes too long and was stopped; be more specific",
)


class Found(NamedTuple):
    """The matches of one term in one copy, in order, none overlapping."""

    spans: list[Span]
    is_written: bool
    """As typed; False: the Latin letters were heard as pinyin."""


class WordMatcher:
    """Finds a word or a phrase.

    Where a word stands as written only that is matched: ``AI`` in a text about AI does not mark every 爱.
    """

    def __init__(self, words: Words, folding: Folding, pinyin: Callable[[], Pinyin]) -> None:
        """`pinyin` is asked only for Latin letters outside quotation marks that are not excluded."""
        self._part = words.part
        needle = folding.fold(words.text)
        pieces = needle.split()
        self._needle = needle if len(pieces) == 1 else ""
        self._phrase = None if self._needle else re.compile(r"\s+".join(map(re.escape, pieces)))
        self._heard: re.Pattern[str] | None = None
        if not words.is_phrase and not words.is_excluded and are_letters(words.text):
            self._heard = pinyin().pattern(words.text)

    def find(self, copy: FoldedCopy) -> Found:
        """Return all matches in this copy."""
        ranges = self._searched(self._phrase, copy) if self._phrase else self._written(copy)
        spans = _spans(ranges, copy, self._part)
        if spans or self._heard is None:
            return Found(spans, True)
        return Found(_spans(self._searched(self._heard, copy), copy, self._part), False)

    def _written(self, copy: FoldedCopy) -> Iterator[tuple[int, int]]:
        text, needle, length = copy.folded, self._needle, len(self._needle)
        at = text.find(needle)
        while at >= 0:
            # A match inside ``Ⅲ`` is none, and must not hide one that begins a character later.
            is_whole = copy.span(at, at + length) is not None
            if is_whole:
                yield at, at + length
            at = text.find(needle, at + (length if is_whole else 1))

    @staticmethod
    def _searched(pattern: re.Pattern[str], copy: FoldedCopy) -> Iterator[tuple[int, int]]:
        return (match.span() for match in pattern.finditer(copy.folded))


class PatternMatcher:
    """Finds a regular expression, piece by piece, in the text as it is displayed."""

    def __init__(self, pattern: Pattern, limit: TimeLimit) -> None:
        self._pattern = pattern
        self._compiled: Compiled = compiled(pattern.source)
        self._limit = limit

    def find(self, copy: FoldedCopy) -> Found:
        """Return all matches in this copy.

        Raises:
            TooSlow: the time for regular expressions is used up.
        """
        part = self._pattern.part
        spans: list[Span] = []
        for block in range(len(copy)):
            if part is None or copy.part(block) is part:
                spans += [Span(block, start, end) for start, end in self._matches(copy.text(block))]
        return Found(spans, True)

    def _matches(self, text: str) -> list[tuple[int, int]]:
        try:
            return self._limit.matches(self._compiled, text) if text else []
        except OutOfTime:
            raise TooSlow(self._pattern.position, _TOO_SLOW) from None


Matcher = WordMatcher | PatternMatcher


def matcher(
    term: Words | Pattern, folding: Folding, pinyin: Callable[[], Pinyin], limit: TimeLimit
) -> Matcher:
    """Return what finds this term."""
    if isinstance(term, Pattern):
        return PatternMatcher(term, limit)
    return WordMatcher(term, folding, pinyin)


def together(found: list[Found]) -> tuple[Span, ...]:
    """Return the matches of all terms in reading order, without those that lie wholly inside another."""
    # Of two that begin together the longer comes first, so what is inside another always follows it.
    ordered = sorted(
        {span for each in found for span in each.spans}, key=lambda s: (s.block, s.start, -s.end)
    )
    kept: list[Span] = []
    for span in ordered:
        if not (kept and kept[-1].block == span.block and span.end <= kept[-1].end):
            kept.append(span)
    return tuple(kept)


def _spans(ranges: Iterator[tuple[int, int]], copy: FoldedCopy, part: Part | None) -> list[Span]:
    spans = (copy.span(start, end) for start, end in ranges)
    return [span for span in spans if span and (part is None or copy.part(span.block) is part)]
