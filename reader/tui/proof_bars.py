"""The head of proof mode, put into words for a width."""

from __future__ import annotations

from reader.copydesk.proof_state import ProofState
from reader.copydesk.shared_copy import Disk
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.tui import proof_sayings as sayings
from reader.tui.front import Front
from reader.tui.proof_text import SIGNS
from reader.tui.widgets.bar import BarText, Part
from reader.typesetting.width import text_width


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
    counts = state.listed.counts
    signs = zip(SIGNS.values(), (counts.errors, counts.warnings, counts.infos), strict=True)
    facts = ["  ".join(f"{sign} {count}" for sign, count in signs)]
    if state.pending.is_any:
        facts.append(sayings.PENDING.filled(count=state.pending.total).say(tongue))
    fixable = sayings.FIXABLE_SHORT if front.is_narrow else sayings.FIXABLE
    facts.append(fixable.filled(count=counts.fixable).say(tongue))
    title = f" {sayings.TITLE.say(tongue)} " if front.is_narrow else f" {sayings.TITLE.say(tongue)} {name}  "
    room = front.width - sum(text_width(text, front.ambiguous) for text, _ in (*right, (title, None)))
    kept = ""
    for fact in facts:
        longer = f"{kept}    {fact}" if kept and not front.is_narrow else f"{kept}  {fact}" if kept else fact
        if text_width(longer, front.ambiguous) > room - 1:
            break
        kept = longer
    return BarText(((printable_line(title), inks.mast_title), (kept, inks.mast)), tuple(right), inks.mast)


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
