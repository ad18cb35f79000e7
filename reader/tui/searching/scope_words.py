"""What stands beside a query that can be asked of the edition or of all: both counts, and which is shown."""

from __future__ import annotations

from typing import NamedTuple

from reader.archive.issue_index import Tally
from reader.edition.wording import Wording
from reader.reading.pursuit import Pursuit, Scope
from reader.tui.desk import Desk
from reader.tui.searching import sayings
from reader.tui.widgets.bar import Part
from reader.typesetting.width import text_width

SHOWN = "▸"
"""Stands before the count of the scope whose hits are listed."""


class Shelves(NamedTuple):
    """How the library stands while it is searched."""

    is_indexing: bool = False
    progress: tuple[int, int] | None = None
    """Files that are in the index, and files that are to be."""
    why: Wording | None = None
    """Why not everything is searched."""
    is_closed: bool = False
    """Is nothing but the open edition searched?"""


def scope_parts(desk: Desk, pursuit: Pursuit, shelves: Shelves, room: int, milliseconds: int) -> list[Part]:
    """Return it in so many cells; what matters least gives way."""
    plain, strong, trouble = desk.inks.mast, desk.inks.mast_title, desk.inks.trouble
    is_all = pursuit.scope is Scope.ALL
    index = _index_words(desk, shelves)
    if is_all and shelves.why is not None and not pursuit.finds and not shelves.is_indexing:
        return [(desk.say(shelves.why), trouble)]
    if not is_all and pursuit.here == 0:
        if pursuit.everywhere == Tally(0) and not shelves.is_indexing and shelves.why is None:
            return [(desk.say(sayings.NONE_ANYWHERE), plain)]
        if lack := _lack(desk, pursuit, shelves):
            return [(desk.say(sayings.NONE_HERE_BUT, lack=lack), plain)]
        return [(desk.say(sayings.NONE_HERE, count=_count(pursuit.everywhere, pursuit)), plain)]
    here = desk.say(sayings.IN_EDITION, count=sayings.COUNTING if pursuit.here is None else pursuit.here)
    everywhere = desk.say(sayings.IN_ALL, count=_count(pursuit.everywhere, pursuit))
    if not is_all and (lack := _lack(desk, pursuit, shelves)):
        everywhere, index = lack, ""
    spent = desk.say(sayings.MILLISECONDS, count=milliseconds) if is_all else ""
    # Words, ink, and in which order they give way, first those with the highest number.
    pieces = [
        (f"{'' if is_all else SHOWN}{here}", plain if is_all else strong, 2 if is_all else 0),
        (f"{SHOWN if is_all else ''}{everywhere}", strong if is_all else plain, 0 if is_all else 2),
        (index, plain, 1),
        (desk.say(sayings.CHANGE), plain, 3),
        (spent, plain, 4),
    ]
    pieces = [piece for piece in pieces if piece[0]]
    while (
        len(pieces) > 1 and sum(text_width(words, desk.habits.ambiguous) + 2 for words, _, _ in pieces) > room
    ):
        pieces.remove(max(pieces, key=lambda piece: piece[2]))
    parts: list[Part] = []
    for words, ink, _ in pieces:
        parts += [("  ", plain), (words, ink)]
    return parts[1:]


def _count(tally: Tally | None, pursuit: Pursuit) -> str:
    if tally is not None:
        return f"{tally.pieces}{'' if tally.is_exact else '+'}"
    if pursuit.scope is Scope.ALL and pursuit.has_more:
        return f"{len(pursuit.finds)}+"
    return sayings.COUNTING


def _lack(desk: Desk, pursuit: Pursuit, shelves: Shelves) -> str:
    """Return why the others are not counted, where more is in the way than that they are being counted."""
    if pursuit.everywhere is not None:
        return ""
    if shelves.is_indexing:
        return desk.say(sayings.ELSEWHERE_BEGINS, index=_index_words(desk, shelves))
    return desk.say(sayings.ELSEWHERE_NOT) if shelves.is_closed else ""


def _index_words(desk: Desk, shelves: Shelves) -> str:
    if shelves.progress is not None:
        done, of = shelves.progress
        return desk.say(sayings.INDEXING, done=done, of=of)
    if shelves.is_indexing:
        return desk.say(sayings.INDEX_BEGINS)
    return desk.say(sayings.PARTLY) if shelves.why is not None else ""
