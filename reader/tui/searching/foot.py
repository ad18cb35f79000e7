"""What the foot says of a search: which keys work while a query is typed, and which hit the reader is on."""

from __future__ import annotations

from reader.archive.archive_search import Order
from reader.reading.pursuit import Pursuit, Scope
from reader.tui.desk import Desk
from reader.tui.searching import sayings


def typing_words(desk: Desk, pursuit: Pursuit, *, has_library: bool) -> str:
    """Say which keys work while a query is typed, or how one is written."""
    if not pursuit.finds:
        return desk.say(sayings.HOW_TO_ASK)
    if not has_library:
        return desk.say(sayings.TYPING_FOOT)
    if pursuit.scope is Scope.EDITION:
        return desk.say(sayings.EDITION_FOOT)
    other = sayings.BY_RANK if pursuit.order is Order.DATE else sayings.BY_DATE
    return desk.say(sayings.ALL_FOOT, order=other)


def match_words(desk: Desk, pursuit: Pursuit) -> str:
    """Say what is looked for, and which match of it, or which hit of which day, the reader stands on."""
    if pursuit.scope is Scope.EDITION:
        where = desk.say(sayings.MATCH_OF, at=pursuit.match_ordinal, matches=pursuit.match_count)
    else:
        where = _hit_words(desk, pursuit)
    return f"{pursuit.words}  {where}"


def _hit_words(desk: Desk, pursuit: Pursuit) -> str:
    if pursuit.hit is None:
        return ""
    tally = pursuit.everywhere
    of = f"{len(pursuit.finds)}{'+' if pursuit.has_more else ''}"
    if tally is not None:
        of = f"{tally.pieces}{'' if tally.is_exact else '+'}"
    date = pursuit.hit.date.isoformat()
    return desk.say(sayings.HIT_OF, at=pursuit.find_ordinal, of=of, date=date)
