"""What is said of a finding beside its text: rule, words, clause, place, what would become of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.copydesk.around import around
from reader.copydesk.examine import Located
from reader.copydesk.file_rules import FILE_RULES
from reader.copydesk.proof_state import ProofState
from reader.edition.printable import printable_line
from reader.proofreading.rules import BY_ID
from reader.tui import proof_sayings as sayings
from reader.tui.proof_text import SIGNS, Rows, View, place_of, text_rows
from reader.tui.widgets.bar import Part
from reader.typesetting.role import Role
from reader.typesetting.width import clusters, text_width

LEAST_TEXT = 3
"""Rows of text that what is said of a finding leaves, wherever there are so many."""


class _Said(NamedTuple):
    """A row, and how soon it gives way: the highest first."""

    row: tuple[Part, ...]
    rank: int


def proof_rows(state: ProofState, view: View, name: str) -> Rows:
    """Return what the pane shows: the finding in its text and what is said of it; `name` is the file's."""
    here = state.here
    if here is None:
        return tuple(_nothing(state, view))
    said = list(_detail(state, here, view, name))
    room = max(2, view.height - LEAST_TEXT - 1) if view.height > 6 else max(1, view.height // 2)
    while len(said) > room:
        said.remove(max(said, key=lambda one: one.rank))
    height = view.height - len(said) - (1 if view.height > 8 else 0)
    rows = text_rows(state, here, view._replace(height=max(1, height)))
    blank: tuple[Part, ...] = ()
    return (*rows, *[blank] * (view.height - len(rows) - len(said)), *(one.row for one in said))


def _nothing(state: ProofState, view: View) -> Iterator[tuple[Part, ...]]:
    """Say that there is nothing to say, and what there might have been."""
    inks, tongue = view.inks, view.tongue
    yield ()
    if state.listed.words:
        words = sayings.NONE_LISTED.filled(words=state.listed.words)
        yield ((f"  {words.say(tongue)}", inks.text),)
        return
    yield ((f"  {sayings.CLEAN.say(tongue)}", inks.issued),)
    if state.rate is not None:
        yield ((f"  {state.rate.wording.say(tongue)}", inks.text),)
    if state.silenced:
        words = sayings.CLEAN_IGNORED.filled(count=state.silenced)
        yield ((f"  {words.say(tongue)}", inks.faint),)
    if state.pending.is_any:
        words = sayings.CLEAN_PENDING.filled(count=state.pending.total)
        yield ((f"  {words.say(tongue)}", inks.text),)


def _detail(state: ProofState, here: Located, view: View, name: str) -> Iterator[_Said]:
    inks, tongue = view.inks, view.tongue
    message = printable_line(here.message.say(tongue))
    lines = _folded(message, view.width - text_width(here.rule) - 6, view.ambiguous)
    for number, line in enumerate(lines[:3]):
        lead = f" {SIGNS[here.severity]} {here.rule}  "
        lead = lead if number == 0 else " " * text_width(lead, view.ambiguous)
        yield _Said(((lead, inks.role(Role.SUBHEAD)), (line, inks.text)), 0 if number == 0 else 6)
    yield from _fix(state, here, view)
    place = place_of(state, here)
    where: list[Part] = [(f"   {printable_line(name)}:{place.line}:{place.column}", inks.faint)]
    row = state.listed.row
    if row is not None and len(row.fold.findings) > 1:
        alike = sayings.FOLDED.filled(at=row.number + 1, of=len(row.fold.findings))
        where.append((f"  {alike.say(tongue)}", inks.faint))
    yield _Said(tuple(where), 3)
    rule = BY_ID.get(here.rule) or next((one for one in FILE_RULES if one.id == here.rule), None)
    if rule is not None:
        clause = f"{rule.name.say(tongue)} · {rule.clause.say(tongue)}"
        for number, line in enumerate(_folded(clause, view.width - 4, view.ambiguous)[:2]):
            yield _Said(((f"   {line}", inks.faint),), 4 + number)


def _fix(state: ProofState, here: Located, view: View) -> Iterator[_Said]:
    """What stands there and what would; or what somebody has to do about it."""
    inks, tongue = view.inks, view.tongue
    if here.finding is None or not here.is_fixable:
        advice = sayings.NO_FIX.filled(advice=here.advice).say(tongue)
        for number, line in enumerate(_folded(printable_line(advice), view.width - 4, view.ambiguous)[:2]):
            yield _Said(((f"   {line}", inks.text),), 1 + number)
        return
    words = around(state.manuscript, here, max(4, (view.width - 12) // 4))
    yield _Said(
        (
            ("   - ", inks.faint),
            (words.before, inks.faint),
            (words.words, inks.found),
            (words.after, inks.faint),
        ),
        1,
    )
    yield _Said(
        (
            ("   + ", inks.role(Role.SUBHEAD)),
            (words.before, inks.text),
            (words.fixed or "", inks.found_here),
            (words.after, inks.text),
        ),
        1,
    )
    if not here.is_safe:
        yield _Said(((f"   {sayings.SUGGESTED.say(tongue)}", inks.faint),), 5)


def _folded(words: str, cells: int, ambiguous: int) -> list[str]:
    """Return words in lines of so many cells."""
    lines, line, room = [], "", max(4, cells)
    for cluster in clusters(words):
        width = text_width(cluster, ambiguous)
        if width > room:
            lines.append(line)
            line, room = "", max(4, cells)
        line += cluster
        room -= width
    return [*lines, line]
