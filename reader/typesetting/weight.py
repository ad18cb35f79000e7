"""The weight of a story: how large its head is printed, and how much of a page it gets."""

from __future__ import annotations

from enum import IntEnum

from reader.edition.article import Article, Kind, Prominence


class Weight(IntEnum):
    """How heavily a story is printed where there is room; a page has one lead."""

    MINOR = 0
    """Its headline as any line: in bold, above its text."""
    NORMAL = 1
    """The letters of a Chinese headline spaced out, a thin rule under the head."""
    MAJOR = 2
    """White lines around the headline and a heavy rule as well."""
    LEAD = 3
    """As major; on a page it has the first place and the most room."""


_OF_PROMINENCE = {
    Prominence.LEAD: Weight.LEAD,
    Prominence.MAJOR: Weight.MAJOR,
    Prominence.NORMAL: Weight.NORMAL,
    Prominence.MINOR: Weight.MINOR,
}
_LIGHT = frozenset({Kind.BRIEF, Kind.LETTER, Kind.AD, Kind.CORRECTION, Kind.PHOTO})
"""Kinds that are printed as minor ones unless the edition weighs them otherwise."""


def said_weight(article: Article) -> Weight | None:
    """Return the weight the edition gives an article, or None where it says nothing."""
    return _OF_PROMINENCE[article.prominence] if article.prominence else None


def own_weight(article: Article) -> Weight:
    """Return the weight of an article by itself: as the edition says, else by its kind."""
    said = said_weight(article)
    if said is not None:
        return said
    return Weight.MINOR if article.kind in _LIGHT else Weight.NORMAL
