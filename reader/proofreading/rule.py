"""What a rule of proofreading is: a check, and everything that is said about it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

Check = Callable[[Proof, Stylebook], Iterator[Remark]]


class Fixing(StrEnum):
    """What a rule can do about what it finds."""

    NONE = "none"
    SAFE = "safe"
    """Its changes need no look: `--fix` makes them."""
    PREVIEW = "preview"
    """Its changes are suggestions: made when somebody has looked at them."""


class Language(StrEnum):
    """Editions in which language a rule reads."""

    ANY = "any"
    CHINESE = "chinese"
    LATIN = "latin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; its module's docstring is its manual page."""

    id: str
    name: Wording
    """A few words for lists: 半角标点, half-width mark."""
    severity: Severity
    fixing: Fixing
    clause: Wording
    """What it rests on: the standard and its clause, or the house's own reason."""
    advice: Wording
    """What to do, unless the remark knows better."""
    check: Check
    language: Language = Language.ANY
    is_default: bool = True
    """Is it in force without being asked for?"""
    options: tuple[RuleOption, ...] = ()
    weight: float = 0.0
    """What one error or warning of it counts in the error rate (`reader.proofreading.error_rate`)."""

    @property
    def manual(self) -> str:
        """The manual page, in both languages."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()

    def reads(self, proof: Proof) -> bool:
        """Does the rule read editions of this language?"""
        if self.language is Language.ANY:
            return True
        return proof.edition.is_cjk == (self.language is Language.CHINESE)

    def is_on(self, stylebook: Stylebook) -> bool:
        """Is the rule in force in this house?"""
        return self.id not in stylebook.off and (self.is_default or self.id in stylebook.on)
