"""Everything that is said about a rule, of proofreading or of the file, in one shape."""

from __future__ import annotations

from typing import NamedTuple

from reader.copydesk.file_rules import FILE_RULES, FileRule
from reader.edition.wording import Wording
from reader.proofreading.manual import manual_page
from reader.proofreading.rule import Fixing, Language
from reader.proofreading.rules import BY_ID, RULES
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

_PAGE = Wording(
    "# {id} {name}\n\n- 级别：{severity}\n- 依据：{clause}\n\n{about}\n",
    "# {id} {name}\n\n- Severity: {severity}\n- Rests on: {clause}\n\n{about}\n",
)


class RuleCard(NamedTuple):
    """A rule as lists and reports show it, by the stylebook in force."""

    id: str
    name: Wording
    severity: Severity
    fixing: Fixing
    clause: Wording
    manual: Wording
    """Its manual page, in Markdown."""
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
            Wording(manual_page(rule, "zh"), manual_page(rule, "en")),
            rule.is_on(stylebook),
            rule.is_default,
            rule.language,
            rule.weight,
            rule.options,
        )
        for rule in RULES
    ]
    return cards + [
        RuleCard(rule.id, rule.name, rule.severity, Fixing.NONE, rule.clause, _PAGE.filled(**_facts(rule)))
        for rule in FILE_RULES
    ]


def _facts(rule: FileRule) -> dict[str, object]:
    words = rule._asdict()
    return words | {"severity": rule.severity.wording}


def clause_of(rule: str) -> Wording:
    """Return what a rule rests on."""
    return BY_ID[rule].clause if rule in BY_ID else _OF_FILES[rule].clause


def name_of(rule: str) -> Wording:
    """Return a rule's name in words."""
    return BY_ID[rule].name if rule in BY_ID else _OF_FILES[rule].name


_OF_FILES = {rule.id: rule for rule in FILE_RULES}
