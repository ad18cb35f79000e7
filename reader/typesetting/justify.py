"""The rest of a line spread over its gaps."""

from __future__ import annotations

from reader.typesetting.break_rules import FREE, NEVER_OPENS, SPACES, BreakRules
from reader.typesetting.line import Run
from reader.typesetting.role import Role

_MOST_AFTER_A_MARK = 2
"""Cells that may be added after one mark before the gaps between characters get any."""


def justified_runs(text: str, start: int, end: int, rest: int, role: Role) -> tuple[Run, ...]:
    """Return text[start:end] in runs with `rest` cells between them, or in one run when there is no gap.

    The gaps after marks and spaces are widened first, then those between characters; none inside numbers,
    Latin words or ``——``, as a line could not end there either. Source: CLREQ 3.2, GB/T 15834 §5.
    """
    marked, plain = _gaps(text, start, end)
    added = dict.fromkeys(marked + plain, 0)
    if not added:
        return (Run(text[start:end], start, role),)
    most = _MOST_AFTER_A_MARK if plain else rest
    rest -= _spread(added, marked, min(rest, most * len(marked)))
    _spread(added, plain or marked, rest)
    runs: list[Run] = []
    at = start
    for place in sorted(place for place, cells in added.items() if cells):
        runs += (Run(text[at:place], at, role), Run(" " * added[place], None, role))
        at = place
    return (*runs, Run(text[at:end], at, role))


def _gaps(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """The places after marks and spaces, and those between characters, where a line could also end."""
    rules = BreakRules(text)
    marked: list[int] = []
    plain: list[int] = []
    for place in range(start + 1, end):
        if rules.verdict(place, start) == FREE:
            before = text[place - 1]
            (marked if before in NEVER_OPENS or before in SPACES else plain).append(place)
    return marked, plain


def _spread(added: dict[int, int], places: list[int], cells: int) -> int:
    """Give the cells to the places as evenly as they go; returns how many were given."""
    if not places:
        return 0
    each, more = divmod(cells, len(places))
    for index, place in enumerate(places):
        # Spread the odd ones over the whole line, not over its beginning.
        added[place] += each + ((index + 1) * more // len(places) - index * more // len(places))
    return cells
