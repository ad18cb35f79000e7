"""Where a link in a piece leads: an article, a piece of another edition, or the right piece of a page."""

from __future__ import annotations

from collections.abc import Sequence

from reader.edition.article import Jump
from reader.edition.reference import NOTICE_PREFIX, Reference, page_label
from reader.reading.contents import Item

PAGE_PREFIX = "page:"
"""What a link begins with that names only a page, as in ``page:2``."""


def followed(link: str, items: Sequence[Item], current: int) -> Reference | None:
    """Return where a link from the item at `current` leads, or None when nothing here answers to it.

    A link is an article's id, a notice's id, a whole reference (also into another edition) or a page. Of a
    page's articles it means the one whose own jump points back to where the link stands, else the first.
    """
    link = link.strip()
    if not link or not items:
        return None
    if not link.startswith(PAGE_PREFIX):
        here = _named(link, items)
        if here is not None:
            return here
        try:
            return _elsewhere(Reference.parse(link), items)
        except ValueError:
            pass
    return _on_page(link.removeprefix(PAGE_PREFIX), items, current)


def _named(piece: str, items: Sequence[Item]) -> Reference | None:
    wanted = {piece, NOTICE_PREFIX + piece}
    return next((item.reference for item in items if item.reference.piece in wanted), None)


def _elsewhere(reference: Reference, items: Sequence[Item]) -> Reference | None:
    if reference.date != items[0].reference.date:
        return reference
    return _named(reference.piece, items)


def _on_page(page: str, items: Sequence[Item], current: int) -> Reference | None:
    start = items[current]
    there = [
        item for item in items if item.article is not None and item is not start and _is_page(item.page, page)
    ]
    ranked = sorted(there, key=lambda item: -_answers(item, start))
    if not ranked:
        return start.reference if start.article is not None and _is_page(start.page, page) else None
    return ranked[0].reference


def _answers(item: Item, start: Item) -> int:
    """How surely is this item the other half of the one where the link stands? 2 by its id, 1 by its page."""
    if item.article is None:
        return 0
    return max(_points_to(item.article.jump_from, start), _points_to(item.article.jump_to, start))


def _points_to(jump: Jump | None, item: Item) -> int:
    if jump is None:
        return 0
    if jump.article is not None:
        return 2 if jump.article in {item.reference.piece, str(item.reference)} else 0
    return 1 if jump.page is not None and _is_page(item.page, jump.page) else 0


def _is_page(page: str | None, wanted: str) -> bool:
    return page is not None and page_label(page.strip()) == page_label(wanted.strip())
