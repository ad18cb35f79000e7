"""What the banner says: the gravest warning in force, in the order a reader needs it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from reader.edition.edition import Edition
from reader.edition.notice import Level
from reader.edition.notice_board import NoticeBoard, judged_at
from reader.edition.notice_words import span_words
from reader.edition.reference import Reference
from reader.edition.wording import Tongue, Wording

_CLAUSE_END = "，,；;。.!！\n"


class Banner(NamedTuple):
    """The banner's words, gravest first; a narrow screen leaves out from the end, never the level."""

    reference: Reference
    level: Level | None
    level_words: str
    event: str
    span: str
    """Since when and until when."""
    advice: str
    """Whom it asks to do what: the first clause of the instruction, or nothing."""
    as_of: str
    """The day whose end the state is judged at; nothing when that is now."""
    others: int
    """How many more warnings are in force."""


def banner(
    edition: Edition, board: NoticeBoard, newest: dt.date, now: dt.datetime, tongue: Tongue, turn: int = 0
) -> Banner | None:
    """Return the banner over this edition, or None while no warning is in force.

    `newest` is the date of the newest edition at hand. `turn` asks for the next gravest warnings in turn.
    """
    at, is_live = judged_at(edition, newest, now)
    raised = board.raised(at)
    if not raised:
        return None
    standing = raised[turn % len(raised)]
    notice = standing.notice
    return Banner(
        reference=standing.posting.reference,
        level=notice.level,
        level_words=notice.level.wording.say(tongue) if notice.level else "",
        event=notice.event,
        span=span_words(notice, edition, tongue),
        advice=_first_clause(notice.instruction),
        as_of="" if is_live else as_of_words(edition.date, tongue),
        others=len(raised) - 1,
    )


def as_of_words(day: dt.date, tongue: Tongue) -> str:
    """Return the words that say a state is judged at the end of this day, not now."""
    return Wording("截至 {day}", "as of {day}").filled(day=day.isoformat()).say(tongue)


def _first_clause(text: str) -> str:
    """Return the text up to its first comma or stop: what fits beside a warning."""
    words = text.strip()
    ends = (at for at in map(words.find, _CLAUSE_END) if at >= 0)
    return words[: min(ends, default=len(words))].strip()
