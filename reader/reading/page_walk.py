"""Walking over a page by place: which story lies to the left, to the right, above, below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reader.typesetting.page import Placed

_NEAR_CELLS, _NEAR_ROWS = 12, 4
"""So far apart is next to each other: a rule lies between, or the frame of a box."""
Direction = Literal["left", "right", "up", "down"]


def neighbour(stories: Sequence[Placed], at: int, direction: Direction) -> int | None:
    """Return the index of the story that lies next to story `at` in a direction, or None at the page's edge.

    Of those beyond its edge the nearest one that lies beside it is taken, else the nearest at all; of equals
    the one whose top (or left edge) is nearest to its own: the eye goes along heads and not along feet.
    """
    here = stories[at]
    best: tuple[tuple[float, ...], int] | None = None
    for index, other in enumerate(stories):
        distance = None if index == at else _distance(here, other, direction)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, index
    return best[1] if best else None


def _distance(here: Placed, other: Placed, direction: Direction) -> tuple[float, ...] | None:
    """How far it is to another story; None where it does not lie in this direction."""
    if direction in ("left", "right"):
        gap = other.x - (here.x + here.width) if direction == "right" else here.x - (other.x + other.width)
        aside = max(other.y - (here.y + here.rows), here.y - (other.y + other.rows), -1)
        off, near = abs(other.y - here.y), _NEAR_CELLS
    else:
        gap = other.y - (here.y + here.rows) if direction == "down" else here.y - (other.y + other.rows)
        aside = max(other.x - (here.x + here.width), here.x - (other.x + other.width), -1)
        off, near = abs(other.x - here.x), _NEAR_ROWS
    if gap < 0:
        return None
    # A cell is half as wide as it is high.
    return (aside >= 0, (gap + 2 * max(0, aside)) // near, off, gap)


def story_at(stories: Sequence[Placed], x: int, y: int) -> int | None:
    """Return the index of the story that stands at these cells and rows of the page, or None."""
    for index, story in enumerate(stories):
        if story.x <= x < story.x + story.width and story.y <= y < story.y + story.rows:
            return index
    return None
