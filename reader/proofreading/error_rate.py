"""The weighted error rate of an edition, in 10,000 characters, against what the law allows a newspaper.

It follows the annex of 报纸期刊质量管理规定 (2020) as far as a program can: errors and warnings count
what their rules weigh, in titles and the masthead double; faults in the form of figures (GB/T 15835) 0.1
each and together 1 at most; one and the same wrong word three times at most. Marks are no words: each counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.edition.wording import Wording
from reader.proofreading.finding import Finding
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Rule
from reader.proofreading.severity import Severity

LIMIT = 3.0
"""Errors in 10,000 characters with which a newspaper still passes."""

_FIGURES = "N-"
_FIGURE = 0.1
_MOST_FIGURES = 1.0
_MOST_OF_ONE_WORD = 3
_TITLES = frozenset({"headline", "kicker", "deck"})
_WORDING = Wording(
    "加权差错率 {rate} / 万字（限 {limit}）", "weighted error rate {rate} in 10,000 (limit {limit})"
)


class ErrorRate(NamedTuple):
    """Weighted errors of an edition and its characters."""

    weighted: float
    characters: int
    """All but blanks."""

    @property
    def per_10_000(self) -> float:
        """Weighted errors in 10,000 characters; 0 for an edition without text."""
        return self.weighted * 10_000 / self.characters if self.characters else 0.0

    @property
    def limit(self) -> float:
        """What the law allows a newspaper (报纸期刊质量管理规定, 2020)."""
        return LIMIT

    @property
    def is_over(self) -> bool:
        """Is it more than the law allows?"""
        return self.per_10_000 > self.limit

    @property
    def wording(self) -> Wording:
        """The rate in words, to a tenth; one that is over the limit never reads as the limit itself."""
        rate = round(self.per_10_000, 1)
        if self.is_over:
            rate = max(rate, self.limit + 0.1)
        return _WORDING.filled(rate=f"{rate:.1f}", limit=f"{self.limit:.1f}")


def error_rate(
    findings: Iterable[Finding], proof: Proof, rules: Mapping[str, Rule] | None = None
) -> ErrorRate:
    """Return the error rate of an edition with these findings; `rules` by id, if not the house's own."""
    if rules is None:
        from reader.proofreading.rules import BY_ID  # late: a rule imports what this is made of

        rules = BY_ID
    weighted = figures = 0.0
    said: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        if finding.severity is Severity.INFO or finding.rule not in rules:
            continue
        spot = finding.spot
        words = proof.texts.get(spot.field, "")[spot.start : spot.end]
        if any(character.isalnum() for character in words):
            said[finding.rule, words] += 1
            if said[finding.rule, words] > _MOST_OF_ONE_WORD:
                continue
        times = 2 if _is_in_title(spot.field) else 1
        if finding.rule.startswith(_FIGURES):
            figures += times * _FIGURE
        else:
            weighted += times * rules[finding.rule].weight
    return ErrorRate(weighted + min(figures, _MOST_FIGURES), characters_of(proof))


def characters_of(proof: Proof) -> int:
    """Return how many characters an edition has, blanks not counted."""
    return sum(len("".join(passage.text.split())) for passage in proof.passages())


def _is_in_title(field: str) -> bool:
    """Is it a title, or does it belong to the masthead? The edition's own fields (paper, date…) do."""
    owner, _, key = field.rpartition(".")
    return key in _TITLES or owner == "masthead" or (not owner and "[" not in key)
