"""Everything that is said about a rule, of proofreading or of the file, in one shape."""

from __future__ import annotations

from typing import NamedTuple

from reader.copydesk.file_rules import FILE_RULES
from reader.edition.wording import Wording
from reader.proofreading.rule import Fixing, Language
from reader.proofreading.rules import BY_ID, RULES
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook


class RuleCard(NamedTuple):
    """A rule as lists and reports show it, by the stylebook in force."""

    id: str
    name: Wording
    severity: Severity
    fixing: Fixing
    clause: Wording
    manual: Wording
    is_on: bool = True
    is_default: bool = True
    language: Language = Language.ANY
    weight: float = 0.0
    options: tuple[RuleOption, ...] = ()


def rule_cards(stylebook: Stylebook) -> list[RuleCard]:
    """Return every rule there is, those of proofreading first."""
    cards = [
        RuleCard(
            rule.id,
            rule.name,
            stylebook.severities.get(rule.id, rule.severity),
            rule.fixing,
            rule.clause,
            Wording(rule.manual, rule.manual),
            rule.is_on(stylebook),
            rule.is_default,
            rule.language,
            rule.weight,
            rule.options,
        )
        for rule in RULES
    ]
    return cards + [
        RuleCard(rule.id, rule.name, rule.severity, Fixing.NONE, rule.clause, rule.about)
        for rule in FILE_RULES
    ]


def clause_of(rule: str) -> Wording:
    """Return what a rule rests on."""
    return BY_ID[rule].clause if rule in BY_ID else _OF_FILES[rule].clause


def name_of(rule: str) -> Wording:
    """Return a rule's name in words."""
    return BY_ID[rule].name if rule in BY_ID else _OF_FILES[rule].name


_OF_FILES = {rule.id: rule for rule in FILE_RULES}
