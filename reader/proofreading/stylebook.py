"""The house style: which rules are in force, how grave they are, and what the paper itself has decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from reader.edition.wording import Wording
from reader.proofreading.severity import Severity

Value = int | str | bool | list[str] | list[list[str]] | dict[str, str]


class RuleOption(NamedTuple):
    """Something a paper may decide about a rule; described beside the rule, once."""

    name: str
    """Its key in ``stylebook.toml``, unique among all rules."""
    usual: Value
    about: Wording
    is_pairs: bool = False
    """Of a list: are its items pairs of words?"""
    choices: tuple[str, ...] = ()
    """Of a word: what it may be, besides the usual one; any where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stylebook:
    """A paper's decisions; the empty one has every rule as it is by default."""

    on: frozenset[str] = frozenset()
    """Ids of rules that are in force although they are not by default."""
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)

    def number(self, option: RuleOption) -> int:
        """Return the number decided for an option, or its usual one."""
        return cast(int, self.values.get(option.name, option.usual))

    def flag(self, option: RuleOption) -> bool:
        """Return the yes or no decided for an option, or its usual one."""
        return cast(bool, self.values.get(option.name, option.usual))

    def word(self, option: RuleOption) -> str:
        """Return the word decided for an option, or its usual one."""
        return cast(str, self.values.get(option.name, option.usual))

    def words(self, option: RuleOption) -> list[str]:
        """Return the list of words decided for an option, or its usual one."""
        return cast("list[str]", self.values.get(option.name, option.usual))

    def pairs(self, option: RuleOption) -> list[list[str]]:
        """Return the list of lists of words decided for an option, or its usual one."""
        return cast("list[list[str]]", self.values.get(option.name, option.usual))

    def table(self, option: RuleOption) -> dict[str, str]:
        """Return the table of words decided for an option, or its usual one."""
        return cast("dict[str, str]", self.values.get(option.name, option.usual))
