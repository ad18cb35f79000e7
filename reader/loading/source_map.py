"""Where in its file every word of an edition stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.loading.position import unpacked

# The places of a document in its own shape: a position for a text, a list for a list, and for a mapping its
# keys' places, with its own first character under the empty key (no field has that name).
Places = int | list["Places"] | dict[str, "Places"]
OWN = ""

_STEP = r"([^.\[\]]+)|\[(\d+)\]|\."


class SourceMap:
    """Answers where a field, an article or a notice was written; (line, column) count from 1.

    Field paths are written ``sections[0].articles[2].headline``. A text's position is where its value
    begins; that of a literal block is its ``|``. What the file does not hold has no position.
    """

    __slots__ = ("_articles", "_notices", "_places", "_read")

    def __init__(
        self,
        read: Callable[[], Places],
        articles: dict[str, int] | None = None,
        notices: dict[str, int] | None = None,
    ) -> None:
        """Take a function that gives the places when first asked, and the positions of ids."""
        self._read = read
        self._places: Places | None = None
        self._articles = articles or {}
        self._notices = notices or {}

    @property
    def places(self) -> Places:
        """The places of the whole document, in its own shape."""
        if self._places is None:
            self._places = self._read()
        return self._places

    @property
    def articles(self) -> dict[str, int]:
        """The packed position of each article, by id."""
        return self._articles

    @property
    def notices(self) -> dict[str, int]:
        """The packed position of each notice, by id."""
        return self._notices

    def position(self, field_path: str) -> tuple[int, int] | None:
        """Return where the value of a field begins, or None when the file does not hold it."""
        here: Places = self.places
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
        at = self._articles.get(article_id)
        return None if at is None else unpacked(at)

    def notice_position(self, notice_id: str) -> tuple[int, int] | None:
        """Return where a notice begins, or None when the edition has none of this id."""
        at = self._notices.get(notice_id)
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
