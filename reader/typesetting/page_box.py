"""A box on a page: notices or briefs one under the other, in a frame with a heading."""

from __future__ import annotations

from collections.abc import Sequence

from reader.typesetting.line import Line, Run, Setting
from reader.typesetting.page_block import GAP, Area, Grid, Set
from reader.typesetting.page_division import IMPOSSIBLE
from reader.typesetting.role import Role
from reader.typesetting.story import Fullness, Story
from reader.typesetting.weight import Weight
from reader.typesetting.width import text_width

_MOST = 24
"""Lines of text one brief has in a box at the most, and all of them together four times as many."""
_LEAST_WIDTH = 18
"""Cells of a column in a box under which the frame is left out at the sides."""


class BoxBlock:
    """Several stories in one frame; each has its headline, and as much text as there is room for."""

    def __init__(
        self, stories: Sequence[Story], title: str, weight: Weight, grid: Grid, setting: Setting
    ) -> None:
        self.stories = tuple(stories)
        self.weight = weight
        self._title = title
        self._grid = grid
        self._setting = setting
        self._most = max(2, min(_MOST, 4 * _MOST // max(1, len(self.stories))))
        self._groups: dict[tuple[int, int], list[list[Line]]] = {}
        self._heights: dict[tuple[int, int], int] = {}

    def rows_whole(self, columns: int) -> int:
        """Return the rows in which every story has its text, as far as briefs have any."""
        return self._rows(columns, self._most)

    def rows_least(self, columns: int) -> int:
        """Return the rows in which every headline stands."""
        return self._rows(columns, 0)

    def cost(self, columns: int, rows: int) -> float:
        """Return how badly it stands: without text, or with white."""
        least = self.rows_least(columns)
        if rows < least:
            return IMPOSSIBLE
        whole = self.rows_whole(columns)
        cost = 0.7 * columns * max(0, rows - whole)
        cost += (4 + 2 * self.weight) * max(0, whole - rows) / max(1, whole - least)
        if columns > max(1, len(self.stories)):
            cost += 8.0 * (columns - len(self.stories))
        if self.weight is not Weight.MINOR:
            cost += 5.0 * max(0, columns - 2)
        return cost

    def set(self, columns: int, rows: int) -> tuple[list[Set], list[Area]]:
        """Return the frame and the stories in it."""
        text = next((most for most in range(self._most, -1, -1) if self._rows(columns, most) <= rows), 0)
        # In no more rows than they need, so that the legs come out even.
        legs = self._legs(columns, text, self._rows(columns, text) - 2) or []
        inner = self._inner(columns)
        placed: list[Set] = []
        areas: list[Area] = [Area(0, 0, 0, 0, False)] * len(self.stories)
        deep = max(
            (
                sum(map(len, (self._group(inner, text)[at] for at in leg)))
                + self._between(text) * (len(leg) - 1)
                for leg in legs
            ),
            default=0,
        )
        height = min(rows, deep + 2)
        for column, leg in enumerate(legs):
            x, y = self._inset(columns) + column * (inner + GAP), 1
            for at in leg:
                lines = self._group(inner, text)[at]
                placed += (Set(x, y + row, line, at) for row, line in enumerate(lines) if line.runs)
                whole = len(self._text(self.stories[at], inner, 2 * self._most)) <= text
                areas[at] = Area(x, y, inner, len(lines), whole)
                y += len(lines) + self._between(text)
        return [*self._frame(columns, height), *placed], areas

    def _inset(self, columns: int) -> int:
        """Cells of the frame and its white at either side; a narrow box has none there."""
        legs = self._leg_count(columns)
        is_wide = self._grid.width(columns) - 4 - (legs - 1) * GAP >= legs * _LEAST_WIDTH
        return 2 if is_wide else 0

    def _inner(self, columns: int) -> int:
        """Cells of one leg inside the frame."""
        legs = self._leg_count(columns)
        return (self._grid.width(columns) - 2 * self._inset(columns) - (legs - 1) * GAP) // legs

    def _leg_count(self, columns: int) -> int:
        return min(columns, max(1, len(self.stories)))

    def _between(self, text: int) -> int:
        return 1 if text else 0

    def _group(self, inner: int, text: int) -> list[list[Line]]:
        """The lines of every story with so many lines of text."""
        known = self._groups.get((inner, text))
        if known is None:
            known = []
            for story in self.stories:
                head = list(story.head(inner, Fullness.DECK if text > 2 else Fullness.HEADLINE))
                known.append(head + self._text(story, inner, text))
            self._groups[inner, text] = known
        return known

    def _text(self, story: Story, inner: int, most: int) -> list[Line]:
        """So many lines of a story's text; the last says that it goes on where it does."""
        lines = [line for line in story.body(inner, 2 * self._most, in_words=True) if line.runs]
        if len(lines) <= most:
            return lines
        if most < 2:
            return []
        width = text_width(story.more, self._setting.ambiguous)
        white = Run(" " * max(0, inner - width), None, Role.TEXT)
        mark = Line(-1, 0, 0, (white, Run(story.more, None, Role.JUMP)), max(inner, width), Role.JUMP)
        return [*lines[: most - 1], mark] if story.more else lines[:most]

    def _rows(self, columns: int, text: int) -> int:
        """The rows of the box with so many lines of text a story."""
        known = self._heights.get((columns, text))
        if known is None:
            known = self._heights[columns, text] = self._measured(columns, text)
        return known

    def _measured(self, columns: int, text: int) -> int:
        inner, legs = self._inner(columns), self._leg_count(columns)
        sizes = [len(lines) for lines in self._group(inner, text)]
        total = sum(sizes) + self._between(text) * max(0, len(sizes) - legs)
        rows = max(-(-total // legs), max(sizes, default=0))
        while self._legs(columns, text, rows) is None:
            rows += 1
        return rows + 2

    def _legs(self, columns: int, text: int, rows: int) -> list[list[int]] | None:
        """Which stories stand in which leg of so many rows, in their order; None when they do not fit."""
        legs: list[list[int]] = [[]]
        most, between, used = self._leg_count(columns), self._between(text), 0
        for at, lines in enumerate(self._group(self._inner(columns), text)):
            extra = len(lines) + (between if legs[-1] else 0)
            if legs[-1] and used + extra > rows:
                legs.append([])
                used, extra = 0, len(lines)
            used += extra
            legs[-1].append(at)
            if used > rows or len(legs) > most:
                return None
        return legs

    def _frame(self, columns: int, rows: int) -> list[Set]:
        """The frame's own lines: heading in its upper side."""
        width = self._grid.width(columns)
        setting = self._setting
        wide = setting.plain or setting.ambiguous == 2
        corner = "++++-|" if wide else "┌┐└┘─│"
        if not self._inset(columns):
            corner = corner[4] * 6
        title = f" {self._title} " if self._title else ""
        title_width = text_width(title, setting.ambiguous)
        if title_width > width - 4:
            title, title_width = "", 0
        upper = (
            Run(corner[0] + corner[4], None, Role.RULE),
            Run(title, None, Role.BOX_TITLE),
            Run(corner[4] * (width - 3 - title_width) + corner[1], None, Role.RULE),
        )
        lower = (Run(corner[2] + corner[4] * (width - 2) + corner[3], None, Role.RULE),)
        found = [Set(0, 0, _furniture(upper, width), -1), Set(0, rows - 1, _furniture(lower, width), -1)]
        if not self._inset(columns):
            return found
        side = _furniture((Run(corner[5], None, Role.RULE),), 1)
        for y in range(1, rows - 1):
            found += (Set(0, y, side, -1), Set(width - 1, y, side, -1))
        return found


def _furniture(runs: tuple[Run, ...], width: int) -> Line:
    return Line(-1, 0, 0, runs, width, Role.RULE)
