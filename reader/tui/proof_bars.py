"""The head of proof mode, put into words for a width."""

from __future__ import annotations

from collections.abc import Iterator

from reader.copydesk.proof_list import Counts
from reader.copydesk.proof_state import ProofState
from reader.copydesk.shared_copy import Disk
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.proofreading.severity import Severity
from reader.tui import proof_sayings as sayings
from reader.tui.front import Front
from reader.tui.proof_text import SIGNS
from reader.tui.widgets.bar import BarText, Part
from reader.typesetting.width import text_width

ROOMY = 100
"""Cells of screen from which the head names the file and says things in full."""


def proof_head(front: Front, state: ProofState, name: str) -> BarText:
    """Return the head: what was found, what of it the program can put right, where the cursor is.

    What matters most is said first: a narrow head says less.
    """
    inks, tongue = front.inks, front.tongue
    right: list[Part] = []
    for words in _alerts(state):
        right += [(f" {words.say(tongue)} ", inks.trouble), (" ", inks.mast)]
    if not state.is_settled:
        right.append((f"{sayings.READING.say(tongue)} ", inks.mast))
    right.append((f"{_where(state)} ", inks.mast))
    is_short = front.width < ROOMY
    title = f" {sayings.TITLE.say(tongue)} " + ("" if is_short else f"{printable_line(name)} ")
    gap = "  " if is_short else "    "
    room = front.width - sum(text_width(text, front.ambiguous) for text, _ in (*right, (title, None))) - 1
    kept: list[Part] = []
    for words, is_over in _facts(state, is_short=is_short):
        text = words.say(tongue)
        needed = text_width(text, front.ambiguous) + len(gap)
        if needed > room:
            break
        room -= needed
        kept += [(gap, inks.mast), (f"{text}", inks.trouble if is_over else inks.mast)]
    return BarText(((title, inks.mast_title), *kept[1:]), tuple(right), inks.mast)


def _facts(state: ProofState, *, is_short: bool) -> Iterator[tuple[Wording, bool]]:
    """Yield what there is to say, what matters most first, and whether it is too much."""
    counts = state.listed.counts
    gap = " " if is_short else "  "
    words = gap.join(f"{SIGNS[severity]} {count}" for severity, count in _by_severity(counts))
    yield Wording(words, words), False
    if state.pending.is_any:
        yield sayings.PENDING.filled(count=state.pending.total), False
    if state.rate is not None:
        rate = f"{state.rate.per_10_000:.1f}"
        saying = sayings.RATE_SHORT if is_short else sayings.RATE
        if state.rate.is_over:
            saying = sayings.RATE_SHORT_OVER if is_short else sayings.RATE_OVER
        yield saying.filled(rate=rate, limit=f"{state.rate.limit:g}"), state.rate.is_over
    fixable = sayings.FIXABLE_SHORT if is_short else sayings.FIXABLE
    yield fixable.filled(count=counts.fixable), False


def _by_severity(counts: Counts) -> Iterator[tuple[Severity, int]]:
    yield Severity.ERROR, counts.errors
    yield Severity.WARNING, counts.warnings
    yield Severity.INFO, counts.infos


def _alerts(state: ProofState) -> list[Wording]:
    if state.why_read_only is not None:
        return [sayings.READ_ONLY]
    if state.disk is Disk.CHANGED:
        return [sayings.ELSEWHERE]
    return [sayings.GONE] if state.disk is Disk.GONE else []


def _where(state: ProofState) -> str:
    """Which finding the cursor is on, and of how many that are listed."""
    listed = state.listed
    of = sum(len(fold.findings) for owner in listed.owners for fold in owner.folds)
    if listed.row is None:
        return f"0/{of}"
    at = 0
    for owner in listed.owners:
        for fold in owner.folds:
            if fold.key == listed.row.fold.key:
                return f"{at + listed.row.number + 1}/{of}"
            at += len(fold.findings)
    return f"{at}/{of}"
