"""A query as typed, read into clauses; or where it cannot be read, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.archive.clause import Clause, Dated, InSection, OfKind, Part, Pattern, Words
from reader.archive.clause_values import day_range, kind_names, kinds_named
from reader.archive.folding import Folding
from reader.archive.pattern import BadPattern, compiled
from reader.edition.wording import Wording

__all__ = ["Query", "QueryError", "TooSlow", "parse_query"]

LONGEST_QUERY = 500
"""Characters; what is longer has been pasted by mistake."""

_OPENING = '"“”＂'
"""Any of them also closes: input methods turn quotation marks as they please."""
_FIELD = re.compile(r"([^\s:：/\"“”＂-]+)[:：]")
_FIELD_NAMES = {
    "标题": "title",
    "headline": "title",
    "title": "title",
    "作者": "byline",
    "byline": "byline",
    "author": "byline",
    "版": "section",
    "section": "section",
    "日期": "date",
    "date": "date",
    "类型": "kind",
    "kind": "kind",
}
_TOO_LONG = Wording("查询太长，至多{most}字", "the query is too long; at most {most} characters")
_NO_DATE = Wording(
    "“{typed}”不是日期；可写 2024-12-23、2024-12、2024-12.. 或 2024-12-01..2024-12-23",
    "“{typed}” is no date; write 2024-12-23, 2024-12, 2024-12.. or 2024-12-01..2024-12-23",
)
_NO_KIND = Wording("没有“{typed}”这种类型；可写 {names}", "there is no kind “{typed}”; write one of {names}")


class QueryError(Exception):
    """A query that cannot be read; `position` is the offset of the fault in it, in characters."""

    def __init__(self, position: int, what: Wording) -> None:
        self.position = position
        self.what = what
        super().__init__(what.en)


class TooSlow(QueryError):
    """A regular expression that did not come to an end in time; `position` is where it begins."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: clauses that must all hold."""

    clauses: tuple[Clause, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Does it ask for nothing? Then it finds nothing."""
        return not self.clauses

    @property
    def terms(self) -> tuple[Words | Pattern, ...]:
        """The clauses whose matches are marked in the text, in the order typed."""
        return tuple(
            clause
            for clause in self.clauses
            if isinstance(clause, Words | Pattern) and not clause.is_excluded
        )


def parse_query(words: str) -> Query:
    """Read a query as typed so far (the language of the search row).

    A quotation mark or a regular expression not closed yet counts as closed at the end, and a field without a
    value yet as not typed, so that nearly every beginning of a good query can be searched for; half a date or
    half a pattern is refused, and the screen keeps what it found before.

    Raises:
        QueryError: the query is too long, a regular expression, a date or a kind cannot be read.
    """
    if len(words) > LONGEST_QUERY:
        raise QueryError(LONGEST_QUERY, _TOO_LONG.filled(most=LONGEST_QUERY))
    return Query(tuple(_Parser(words).clauses()))


class _Parser:
    """Reads clauses from left to right; `at` is the offset it has come to."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._at = 0
        self._folding = Folding()

    def clauses(self) -> list[Clause]:
        found = []
        while self._skip_blanks():
            clause = self._clause()
            if clause is not None:
                found.append(clause)
        return found

    def _skip_blanks(self) -> bool:
        while self._at < len(self._words) and self._words[self._at].isspace():
            self._at += 1
        return self._at < len(self._words)

    def _clause(self) -> Clause | None:
        start = self._at
        follower = self._words[start + 1 : start + 2]
        is_excluded = self._words[start] == "-" and not (follower in ("", "-") or follower.isspace())
        if is_excluded:
            self._at += 1
        field = None
        match = _FIELD.match(self._words, self._at)
        if match and (field := _FIELD_NAMES.get(self._folding.fold(match[1]))):
            self._at = match.end()
            if not self._skip_blanks():
                return None
        if field in ("section", "date", "kind"):
            return self._limit(field, is_excluded)
        return self._term(start, Part(field) if field else None, is_excluded)

    def _term(self, position: int, part: Part | None, is_excluded: bool) -> Clause | None:
        first = self._words[self._at]
        if first in _OPENING:
            phrase = self._phrase()
            if not phrase:
                return None
            return Words(position=position, is_excluded=is_excluded, part=part, text=phrase, is_phrase=True)
        if first == "/" and not self._is_lone_slash():
            start = self._at + 1
            source = self._pattern()
            if not source:
                return None
            try:
                compiled(source)
            except BadPattern as fault:
                raise QueryError(start + fault.position, fault.what) from None
            return Pattern(position=position, is_excluded=is_excluded, part=part, source=source)
        return Words(position=position, is_excluded=is_excluded, part=part, text=self._word())

    def _limit(self, field: str, is_excluded: bool) -> Clause | None:
        position = self._at
        typed = self._phrase() if self._words[position] in _OPENING else self._word()
        folded = self._folding.fold(typed).strip()
        if not folded:
            return None
        if field == "section":
            return InSection(position=position, is_excluded=is_excluded, text=typed)
        if field == "date":
            days = day_range(folded)
            if days is None:
                raise QueryError(position, _NO_DATE.filled(typed=typed))
            return Dated(position=position, is_excluded=is_excluded, first=days[0], last=days[1])
        kinds = kinds_named(folded)
        if not kinds:
            raise QueryError(position, _NO_KIND.filled(typed=typed, names=Wording(*kind_names())))
        return OfKind(position=position, is_excluded=is_excluded, kinds=kinds)

    def _is_lone_slash(self) -> bool:
        follower = self._words[self._at + 1 : self._at + 2]
        return not follower or follower.isspace()

    def _word(self) -> str:
        start = self._at
        while self._at < len(self._words) and not self._words[self._at].isspace():
            self._at += 1
        return self._words[start : self._at]

    def _phrase(self) -> str:
        start = self._at + 1
        closed = (self._words.find(mark, start) for mark in _OPENING)
        end = min((offset for offset in closed if offset >= 0), default=len(self._words))
        self._at = min(end + 1, len(self._words))
        return self._words[start:end].strip()

    def _pattern(self) -> str:
        """Read up to the slash that ends a word: ``/a/b/`` is the pattern ``a/b``."""
        start = self._at + 1
        end = re.compile(r"(?:\\.|[^\\])*?(?=/(?:\s|\Z))", re.DOTALL).match(self._words, start)
        stop = end.end() if end else len(self._words)
        self._at = min(stop + 1, len(self._words))
        return self._words[start:stop]
