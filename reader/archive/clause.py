"""What a query asks for, clause by clause; every clause must hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from reader.edition.article import Kind


class Part(StrEnum):
    """The part of an article a word may be limited to."""

    TITLE = "title"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One thing a query asks for; `position` is the offset in the query at which it is typed."""

    position: int
    is_excluded: bool = False
    """Was it typed after ``-``: then no hit may have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Clause):
    """A word or a phrase to be found in the text, as typed; a phrase's blanks stand for any white space."""

    text: str
    part: Part | None = None
    is_phrase: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(Clause):
    """A regular expression to be found in the text as printed, whatever the case."""

    source: str
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InSection(Clause):
    """The section's name has these words in it, or its page is so numbered."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Clause):
    """The edition is of a day from `first` to `last`, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfKind(Clause):
    """The piece is of one of these kinds; None stands for a public notice."""

    kinds: frozenset[Kind | None]
