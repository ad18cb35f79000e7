"""The one list of rules, in the order they are shown."""

from __future__ import annotations

from reader.proofreading.rule import Rule
from reader.proofreading.rules import width

RULES: tuple[Rule, ...] = (width.RULE,)

BY_ID = {rule.id: rule for rule in RULES}
