"""Every rule in force read over a proof."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.proofreading.finding import Finding, Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.stylebook import Stylebook

_ARTICLE = re.compile(r"sections\[\d+\]\.articles\[\d+\]")


def proofread(proof: Proof, stylebook: Stylebook, rules: Iterable[Rule] | None = None) -> Sequence[Finding]:
    """Return what the rules in force find, by field in file order and by place in it."""
    if rules is None:
        from reader.proofreading.rules import RULES  # late: a rule imports what this is made of

        rules = RULES
    references = {article.path: article.reference for article in proof.articles}
    found = [
        _finding(rule, stylebook, remark, references)
        for rule in rules
        if rule.is_on(stylebook) and rule.reads(proof)
        for remark in rule.check(proof, stylebook)
    ]
    order = {field: number for number, field in enumerate(_fields(proof))}
    last = len(order)
    found.sort(key=lambda one: (order.get(one.spot.field, last), one.spot.start, one.spot.end, one.rule))
    return found


def _finding(rule: Rule, stylebook: Stylebook, remark: Remark, references: dict[str, str]) -> Finding:
    severity = stylebook.severities.get(rule.id) or remark.severity or rule.severity
    is_safe = rule.fixing is Fixing.SAFE if remark.is_safe is None else remark.is_safe
    article = _ARTICLE.match(remark.spot.field)
    return Finding(
        rule.id,
        severity,
        remark.message,
        remark.advice or rule.advice,
        remark.spot,
        remark.changes,
        is_safe and bool(remark.changes),
        references.get(article.group()) if article else None,
    )


def _fields(proof: Proof) -> Iterator[str]:
    """Yield every field and everything that holds fields, in file order."""
    seen: set[str] = set()
    for field in proof.texts:
        for owner in _owners(field):
            if owner not in seen:
                seen.add(owner)
                yield owner


def _owners(field: str) -> Iterator[str]:
    """Yield ``a``, ``a[0]``, ``a[0].b`` of the last."""
    for match in re.finditer(r"[.\[]", field):
        if match.start():
            yield field[: match.start()]
    yield field
