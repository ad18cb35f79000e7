"""The head of an article printed large where there is room: spaced letters, white lines, a rule below."""

from __future__ import annotations

from itertools import pairwise

from reader.typesetting.break_rules import NEVER_ENDS, NEVER_OPENS
from reader.typesetting.line import Line, Run, Setting
from reader.typesetting.role import Role
from reader.typesetting.weight import Weight
from reader.typesetting.width import edges, text_width

TALL = 26
"""Rows of a screen from which a head is printed large: a lead's takes four more than others."""
ROOMY = 56
"""Cells of measure from which a head is printed large: 120 by 40 have them, 80 by 24 not."""

_NARROW_QUOTES = frozenset("“”‘’")
_PAIRED = frozenset("—…─")


def is_large(weight: Weight, setting: Setting) -> bool:
    """Is a head of this weight printed large at this setting? Never in plain output, nor on a low screen."""
    is_low = 0 < setting.screen < TALL
    return weight > Weight.MINOR and not setting.plain and not is_low and setting.measure >= ROOMY


def spaced_runs(text: str, start: int, end: int, role: Role, room: int, ambiguous: int) -> tuple[Run, ...]:
    """Return text[start:end] with a cell between its Chinese characters, or in one run.

    In one run if it would not fit in `room` cells, or has nothing to space out. No cell is made between Latin
    letters and digits, before a mark that closes or after one that opens, nor inside ``——`` and ``……``.
    Source: spaced-out titles (标题疏排), as print has them; never inside a word of another script.
    """
    places = _gaps(text, start, end, ambiguous)
    if not places or text_width(text[start:end], ambiguous) + len(places) > room:
        return (Run(text[start:end], start, role),)
    runs: list[Run] = []
    at = start
    for place in places:
        runs += (Run(text[at:place], at, role), Run(" ", None, role))
        at = place
    return (*runs, Run(text[at:end], at, role))


def _gaps(text: str, start: int, end: int, ambiguous: int) -> list[int]:
    measured, inside = edges(text[start:end], ambiguous)
    wide = [after - before for before, after in pairwise(measured)]
    return [
        place
        for place in range(start + 1, end)
        if place - start not in inside
        and max(wide[place - start - 1], wide[place - start]) == 2
        and _may_part(text[place - 1], text[place])
    ]


def _may_part(before: str, after: str) -> bool:
    if before == after and before in _PAIRED:
        return False
    if after in NEVER_OPENS or before in NEVER_ENDS:
        return False
    # A full-width mark brings its own white along.
    return before not in NEVER_OPENS or before in _NARROW_QUOTES


def head_rule(block: int, at: int, weight: Weight, setting: Setting) -> Line:
    """Return the rule under a head, as wide as the measure: heavy under a lead; it covers no text."""
    stroke, role = ("━", Role.HEAD_RULE) if weight >= Weight.MAJOR else ("─", Role.RULE)
    rule = stroke * (setting.measure // setting.ambiguous)
    return Line(block, at, at, (Run(rule, None, role),), len(rule) * setting.ambiguous, role)
