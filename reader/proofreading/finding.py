"""What a rule has found, where, and what would put it right."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.severity import Severity


class Spot(NamedTuple):
    """A stretch of one field's text: `field` as ``sections[0].articles[2].body``, offsets in characters.

    The offsets are of the text as the file has it, before anything is stripped or made visible. An article or
    a notice as a whole is the empty stretch 0, 0 of its own path.
    """

    field: str
    start: int = 0
    end: int = 0


class Change(NamedTuple):
    """A stretch of a field's text becomes `text`; an empty stretch is an insertion."""

    field: str
    start: int
    end: int
    text: str


class Remark(NamedTuple):
    """What the check of one rule says; the rule supplies what is None."""

    message: Wording
    """What is wrong, no full stop: ``中文里用了半角“,”``."""
    spot: Spot
    changes: tuple[Change, ...] = ()
    """What puts it right, all or none; inside the spot, and none overlaps another."""
    advice: Wording | None = None
    severity: Severity | None = None
    is_safe: bool | None = None
    """May the changes be made without anyone looking?"""


class Finding(NamedTuple):
    """A remark with everything its rule, the stylebook and the edition add to it."""

    rule: str
    severity: Severity
    message: Wording
    advice: Wording
    spot: Spot
    changes: tuple[Change, ...]
    is_safe: bool
    reference: str | None
    """Of the article it is in; None in notices and in the edition's own fields."""

    @property
    def is_fixable(self) -> bool:
        """Is it known what would put it right?"""
        return bool(self.changes)
