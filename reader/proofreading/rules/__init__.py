"""The one list of rules, in the order they are shown."""

from __future__ import annotations

from reader.proofreading.rule import Rule
from reader.proofreading.rules import (
    balance,
    blank_run,
    caption,
    control,
    dash,
    duplicate,
    dupmark,
    ellipsis,
    empty_heading,
    front,
    fwdigit,
    jump,
    nest,
    no_headline,
    notice,
    quote_ascii,
    quotelist,
    role,
    seam,
    seam_lost,
    space,
    tiny,
    truncated,
    width,
)

RULES: tuple[Rule, ...] = (
    front.RULE,
    role.RULE,
    no_headline.RULE,
    seam.RULE,
    seam_lost.RULE,
    truncated.RULE,
    jump.RULE,
    tiny.RULE,
    caption.RULE,
    empty_heading.RULE,
    duplicate.RULE,
    notice.RULE,
    blank_run.RULE,
    balance.RULE,
    width.RULE,
    ellipsis.RULE,
    dash.RULE,
    dupmark.RULE,
    quotelist.RULE,
    quote_ascii.RULE,
    nest.RULE,
    fwdigit.RULE,
    space.RULE,
    control.RULE,
)

BY_ID = {rule.id: rule for rule in RULES}
