"""Keeping a reader's place when the edition under them is a new version of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.edition.edition import Edition
from reader.edition.notice_board import Posting, Standing, State
from reader.reading.contents import Item
from reader.reading.open_edition import OpenEdition
from reader.typesetting.copy import Copy, article_copy, notice_copy

_FARTHEST = 5_000
"""Blocks looked at on either side of the old one for the same text…"""
_NEARBY = 40
"""…and for similar text."""
_COMPARED = 2_000
"""Characters compared when looking for similar text."""
_ALIKE = 0.3
"""Share of common character pairs from which on two texts count as versions of one."""


def copy_of(item: Item, edition: Edition) -> Copy:
    """Return the copy of an item, a notice as if in force: only its blocks are of interest here."""
    if item.notice is not None:
        posting = Posting(item.notice, edition.date, edition.begins())
        return notice_copy(Standing(posting, State.ACTIVE), edition, "zh")
    assert item.article is not None
    return article_copy(edition, item.article)


def kept_place(
    old: OpenEdition, index: int, spot: tuple[int, int], new: OpenEdition
) -> tuple[int, tuple[int, int]]:
    """Return the item's index and the spot (block, character) in the new edition for those in the old one.

    Neither edition may be empty.
    """
    at = kept_index(old.items, index, new.items)
    before, after = old.items[index], new.items[at]
    if not _is_version_of(before, after, old.items):
        spot = (0, 0)  # it is gone; whatever stands there now is read from its beginning
    elif before.article != after.article or before.notice != after.notice:
        spot = kept_spot(copy_of(before, old.edition), copy_of(after, new.edition), *spot)
    return at, spot


def _is_version_of(before: Item, after: Item, old: Sequence[Item]) -> bool:
    """Is the one the other, perhaps rewritten? An id made from a place passes on to the next article."""
    if before.title == after.title:
        return True
    was_another = any(item.title == after.title for item in old)
    return before.reference.piece == after.reference.piece and not was_another


def kept_index(old: Sequence[Item], index: int, new: Sequence[Item]) -> int:
    """Return which new item the old one at `index` has become; `new` must not be empty.

    The same id counts first, then the same headline, then the nearest place. An id made from the article's
    place must agree with the headline, for it passes to the neighbour when an article is put in before.
    """
    if not old:
        return 0
    item = old[index]
    nearest_first = sorted(range(len(new)), key=lambda at: abs(at - index))
    same_id = [at for at in nearest_first if new[at].reference.piece == item.reference.piece]
    same_title = [
        at for at in nearest_first if new[at].title == item.title and new[at].is_notice is item.is_notice
    ]
    has_own_id = item.is_notice or (item.article is not None and item.article.has_own_id)
    both = [at for at in same_id if has_own_id or at in same_title]
    found = next(iter((*both, *same_title, *same_id)), None)
    return min(index, len(new) - 1) if found is None else found


def kept_spot(old: Copy, new: Copy, block: int, character: int) -> tuple[int, int]:
    """Return the block and character in the new copy where the reader was in the old one.

    It is the nearest block with the same text, else the nearby one most alike, else the same or the last
    one. The character stays, cut to the block's length.
    """
    was = old.piece(block)
    if was is None:
        return (0, 0)
    found = _same_text(was.text, new, block)
    if found is None:
        found = _most_alike(was.text, new, block)
    if found is None:
        found = block if new.piece(block) is not None else max(new.count() - 1, 0)
    piece = new.piece(found)
    length = len(piece.text) if piece is not None else 0
    return found, max(0, min(character, length - 1))


def _outwards(start: int, farthest: int) -> Iterator[int]:
    """Yield `start`, then its neighbours, always the nearer first and the one before first."""
    yield start
    for distance in range(1, farthest + 1):
        if start - distance >= 0:
            yield start - distance
        yield start + distance


def _same_text(text: str, new: Copy, block: int) -> int | None:
    for at in _outwards(block, _FARTHEST):
        piece = new.piece(at)
        if piece is not None and piece.text == text:
            return at
        if piece is None and at > 2 * block:  # past the end, and everything before has been seen
            return None
    return None


def _most_alike(text: str, new: Copy, block: int) -> int | None:
    wanted = _pairs(text)
    best, best_share = None, _ALIKE
    for at in _outwards(block, _NEARBY):
        piece = new.piece(at)
        if piece is None:
            continue
        pairs = _pairs(piece.text)
        share = 2 * len(wanted & pairs) / (len(wanted) + len(pairs))
        if share > best_share:
            best, best_share = at, share
    return best


def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, and the first by itself, so that no text has none."""
    text = text[:_COMPARED]
    return frozenset((text[:1], *(text[at : at + 2] for at in range(len(text) - 1))))
