"""Pages side by side, as a paper lies open on a table."""

from __future__ import annotations

from collections.abc import Sequence

from reader.typesetting.page import Page, Placed, Printed

FOLD = 4
"""Cells of white between two pages."""


def facing(number: int, last: int) -> tuple[int, ...]:
    """Return the numbers of the pages that lie open together with this one: 1, then 2 and 3, 4 and 5 …"""
    if number == 1:
        return (1,)
    left = number - number % 2
    return (left, left + 1) if left < last else (left,)


def fits(pages: Sequence[Page], width: int) -> bool:
    """Do these pages stand side by side in so many cells?"""
    return sum(page.width for page in pages) + FOLD * (len(pages) - 1) <= width


def side_by_side(pages: Sequence[Page]) -> Page:
    """Return pages as one: what stands on each keeps its place on it."""
    if len(pages) == 1:
        return pages[0]
    rows: list[list[Printed]] = [[] for _ in range(max(len(page.rows) for page in pages))]
    stories: list[Placed] = []
    leaves: list[tuple[int, int]] = []
    left = 0
    for page in pages:
        for row, printed in zip(rows, page.rows, strict=False):
            for each in printed:
                story = each.story + len(stories) if each.story >= 0 else -1
                row.append(each._replace(x=left + each.x, story=story))
        stories += (placed._replace(x=left + placed.x) for placed in page.stories)
        leaves.append((left, left + page.width))
        left += page.width + FOLD
    columns = sum(page.columns for page in pages)
    return Page(left - FOLD, columns, tuple(map(tuple, rows)), tuple(stories), pages[0].cell, tuple(leaves))
