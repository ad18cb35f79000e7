"""What is said of back issues that are not searched: to who can do something about it, and to guests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.edition.wording import Wording
from reader.tui.searching import sayings

if TYPE_CHECKING:
    from reader.archive.stocktaking import Stock


class Shortage(NamedTuple):
    """That not all back issues are searched."""

    why: Wording
    is_total: bool = False
    """Is none of them?"""


def shortage_of(stock: Stock, why: Wording | None, *, is_guest: bool) -> Shortage | None:
    """Return what is wrong by a stocktaking; `why` is what stood in the way, None if nothing is known to."""
    count = len(stock.pending)
    if not count:
        return None
    is_total = count == stock.files
    if is_guest:
        return Shortage(sayings.NOT_HERE if is_total else sayings.PARTLY_HERE.filled(count=count), is_total)
    if is_total and why is None:
        return Shortage(sayings.NO_INDEX, is_total)
    words = sayings.NOT_NOW if is_total else sayings.NOT_SEARCHED
    return Shortage(words.filled(count=count, why=why or sayings.RUN_INDEX), is_total)


def shortage_by(why: Wording, *, is_guest: bool) -> Shortage:
    """Return what is wrong with an index that cannot be read."""
    return Shortage(sayings.NOT_HERE if is_guest else sayings.NOT_NOW.filled(why=why), is_total=True)
