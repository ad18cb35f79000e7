"""The words around a finding, before and after its fix, as they are shown beside it."""

from __future__ import annotations

from typing import NamedTuple

from reader.copydesk.examine import Located
from reader.copydesk.manuscript import Manuscript
from reader.edition.printable import printable_line

LINE_END = "⏎"
"""Stands for a line end."""


class Around(NamedTuple):
    """A stretch of a text between what stands before and after it; printable, on one line."""

    before: str
    words: str
    fixed: str | None
    """What the fix leaves there; None without a fix."""
    after: str


def around(manuscript: Manuscript, one: Located, room: int = 12) -> Around:
    """Return a finding's words with up to `room` characters on either side.

    What lies in no text of the file has the line it begins on for its words.
    """
    spot = one.finding.spot if one.finding is not None else None
    text = manuscript.scalars.texts[spot.field].value if _is_text(manuscript, one) and spot else None
    if text is None or spot is None:
        lines = manuscript.lines
        line = lines.line(min(one.place.line, len(lines))).strip()
        return Around("", _shown(line[: 2 * room]), None, "")
    start, end = spot.start, min(spot.end, len(text))
    before, after = text[max(0, start - room) : start], text[end : end + room].rstrip("\n")
    fixed = one.replacement
    return Around(
        ("…" if start > room else "") + _shown(before),
        _shown(text[start:end]),
        None if fixed is None else _shown(fixed),
        _shown(after) + ("…" if end + room < len(text.rstrip("\n")) else ""),
    )


def _is_text(manuscript: Manuscript, one: Located) -> bool:
    return one.finding is not None and one.finding.spot.field in manuscript.scalars.texts


def _shown(words: str) -> str:
    return printable_line(words.replace("\n", LINE_END))
