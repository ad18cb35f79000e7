"""Where in its file every word of an edition stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from reader.loading.position import unpacked

# The places of a document in its own shape: a position for a text, a list for a list, and for a mapping its
# keys' places, with its own first character under the empty key (no field has that name).
Places = int | list["Places"] | dict[str, "Places"]
OWN = ""

_STEP = r"([^.\[\]]+)|\[(\d+)\]|\."


class Positions(NamedTuple):
    """All positions of one file: its document's places, and where each article and notice begins, by id."""

    places: Places
    articles: dict[str, int]
    notices: dict[str, int]


class SourceMap:
    """Answers where a field, an article or a notice was written; (line, column) count from 1.

    Field paths are written ``sections[0].articles[2].headline``. A text's position is where its value
    begins; that of a literal block is its ``|``. What the file does not hold has no position.
    """

    __slots__ = ("_positions",)

    def __init__(self, positions: Positions | Callable[[], Positions]) -> None:
        """Take the positions, or a function that gives them when one is first asked for."""
        self._positions = positions

    @property
    def positions(self) -> Positions:
        """The positions of the whole document."""
        positions = self._positions
        if not isinstance(positions, Positions):
            positions = self._positions = positions()
        return positions

    def position(self, field_path: str) -> tuple[int, int] | None:
        """Return where the value of a field begins, or None when the file does not hold it."""
        here: Places = self.positions.places
        for step in re.finditer(_STEP, field_path):  # compiled when first asked: reading a plate needs it not
            key, index = step.groups()
            if key is not None and isinstance(here, dict) and key in here:
                here = here[key]
            elif index is not None and isinstance(here, list) and int(index) < len(here):
                here = here[int(index)]
            elif step.group() != ".":
                return None
        return _first(here)

    def article_position(self, article_id: str) -> tuple[int, int] | None:
        """Return where an article begins, or None when the edition has none of this id."""
        at = self.positions.articles.get(article_id)
        return None if at is None else unpacked(at)

    def notice_position(self, notice_id: str) -> tuple[int, int] | None:
        """Return where a notice begins, or None when the edition has none of this id."""
        at = self.positions.notices.get(notice_id)
        return None if at is None else unpacked(at)


def _first(places: Places) -> tuple[int, int] | None:
    """Return the first position under these places."""
    while not isinstance(places, int):
        if isinstance(places, dict):
            places = places[OWN]
        elif places:
            places = places[0]
        else:
            return None
    return unpacked(places)
