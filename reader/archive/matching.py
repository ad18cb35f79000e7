"""Where the terms of a query match in a folded copy: as written, else as pinyin, or by a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

from reader.archive.clause import Part, Pattern, Words
from reader.archive.folding import Folding
from reader.archive.pattern import Compiled, OutOfTime, TimeLimit, compiled
from reader.archive.pinyin import Pinyin, are_letters
from reader.archive.query import TooSlow
from reader.archive.searchable import FoldedCopy, Ranges, Span, without_boundaries
from reader.edition.wording import Wording

_TOO_SLOW = Wording(
    "这个正则表达式太慢，已停止；请写得更具体",
    "this regular expression takes too long and was stopped; be more specific",
)

EVERYWHERE: frozenset[Part | None] = frozenset((*Part, None))
"""Every part of an article."""


class Found(NamedTuple):
    """The matches of one term in one copy, none overlapping, each in one piece."""

    ranges: Ranges
    is_written: bool = True
    """As typed; False: the Latin letters were heard as pinyin."""
    are_folded: bool = True
    """Are the ranges offsets into the folded text? Else into the text as displayed."""


class WordMatcher:
    """Finds a word or a phrase.

    Where a word stands as written only that is matched: ``AI`` in a text about AI does not mark every 爱.
    """

    def __init__(
        self,
        words: Words,
        folding: Folding,
        pinyin: Callable[[], Pinyin],
        heard_in: Container[Part | None] = EVERYWHERE,
    ) -> None:
        """`pinyin` is asked only for Latin letters that may be heard (see `may_be_heard`); they are listened
        for in the parts `heard_in`.
        """
        self._parts: Container[Part | None] = EVERYWHERE if words.part is None else (words.part,)
        self._heard_in = heard_in
        needle = folding.fold(without_boundaries(words.text))
        pieces = needle.split()
        self._needle = needle if len(pieces) == 1 else ""
        self._phrase = None if self._needle else re.compile(r"\s+".join(map(re.escape, pieces)))
        self._heard: re.Pattern[str] | None = None
        if may_be_heard(words):
            self._heard = pinyin().pattern(words.text)

    def find(self, copy: FoldedCopy) -> Found:
        """Return all matches in this copy."""
        if self._phrase is None:
            ranges = self._written(copy)
        else:
            ranges = copy.whole([match.span() for match in self._phrase.finditer(copy.folded)])
        ranges = _within(ranges, copy, self._parts)
        if ranges or self._heard is None:
            return Found(ranges)
        heard = copy.whole([match.span() for match in self._heard.finditer(copy.folded)])
        heard = _within(heard, copy, self._heard_in)
        return Found(_within(heard, copy, self._parts), is_written=False)

    def _written(self, copy: FoldedCopy) -> Ranges:
        text, needle, length = copy.folded, self._needle, len(self._needle)
        ranges: Ranges = []
        at = text.find(needle)
        while at >= 0:
            # A match inside ``Ⅲ`` is none, and must not hide one that begins a character later.
            if copy.whole([(at, at + length)]):
                ranges.append((at, at + length))
                at = text.find(needle, at + length)
            else:
                at = text.find(needle, at + 1)
        return ranges


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
        ranges: Ranges = []
        for block in range(len(copy)):
            if part is None or copy.part(block) is part:
                start, end = copy.bounds(block)
                found = self._matches(copy.text[start:end]) if start < end else []
                ranges += [(start + first, start + last) for first, last in found]
        return Found(ranges, are_folded=False)

    def _matches(self, text: str) -> list[tuple[int, int]]:
        try:
            return self._limit.matches(self._compiled, text)
        except OutOfTime:
            raise TooSlow(self._pattern.position, _TOO_SLOW) from None


Matcher = WordMatcher | PatternMatcher


def may_be_heard(words: Words) -> bool:
    """Are these Latin letters, outside quotation marks and not excluded, that could be pinyin?"""
    return not words.is_phrase and not words.is_excluded and are_letters(words.text)


def matcher(
    term: Words | Pattern,
    folding: Folding,
    pinyin: Callable[[], Pinyin],
    limit: TimeLimit,
    heard_in: Container[Part | None] = EVERYWHERE,
) -> Matcher:
    """Return what finds this term; pinyin is listened for in the parts `heard_in`."""
    if isinstance(term, Pattern):
        return PatternMatcher(term, limit)
    return WordMatcher(term, folding, pinyin, heard_in)


def _within(ranges: Ranges, copy: FoldedCopy, parts: Container[Part | None]) -> Ranges:
    return ranges if parts is EVERYWHERE else copy.within(ranges, parts)


def together(found: Iterable[Found], copy: FoldedCopy) -> tuple[Span, ...]:
    """Return the matches of all terms in reading order, without those that lie wholly inside another."""
    spans = {
        copy.span(start, end, are_folded=each.are_folded) for each in found for start, end in each.ranges
    }
    kept: list[Span] = []
    # Of two that begin together the longer comes first, so what is inside another always follows it.
    for span in sorted(spans, key=lambda span: (span.block, span.start, -span.end)):
        if not (kept and kept[-1].block == span.block and span.end <= kept[-1].end):
            kept.append(span)
    return tuple(kept)
