"""A window onto a galley in columns: screens that follow on each other, and nothing between them skipped."""

from __future__ import annotations

from reader.tui.screenful import AHEAD, Screenful, made_up
from reader.tui.sheet import Point
from reader.tui.viewport import Viewport
from reader.typesetting.galley import Galley, Line, Spot


class ColumnsViewport(Viewport):
    """So many rows of a galley in columns, from a spot on.

    A screen on begins right behind the last line shown: the eye goes from the foot of one column to the head
    of the next anyway, so no line is kept.
    """

    def __init__(self, galley: Galley, columns: int, rows: int, anchor: Point) -> None:
        self._columns = columns
        self._screenful = Screenful((), (), 0)
        self._is_at_end = True
        self._came_from: dict[Spot, Spot] = {}
        """The beginnings of screens, by those of the screens read on to from them."""
        super().__init__(galley, rows, anchor)

    @property
    def is_at_end(self) -> bool:
        """Is the last line of the copy on the screen?"""
        return self._is_at_end

    def row(self, at: int) -> tuple[Line | None, ...]:
        """Return what stands in a row: a line across all columns, or one of each (or None)."""
        return self._screenful.row(at)

    def scroll(self, by: int) -> None:
        """Move by lines, no further than to where the last line is in sight."""
        if by > 0 and self._is_at_end:
            return
        target = self._at_text(self.galley.move(self._top, by), by)
        if by > 0:
            # A screen on and back again stops where the end comes into sight, and reads no further than it.
            room = self._room
            full = self._last_top(self.galley.move(target, room)) if self._ends_within(target) else target
            target = max(min(target, full), self._top)
        self._go(target)

    def read_on(self) -> bool:
        """Move a screen on; False when the end was in sight already."""
        if self._is_at_end:
            return False
        before = self._top
        self._go(self._next())
        self._came_from[self._top] = before
        return True

    def read_back(self) -> bool:
        """Move a screen back, to the one this one follows; False when the beginning was in sight already."""
        if self._top <= self.galley.first():
            return False
        self._go(self._came_from.get(self._top) or self._before(self._top))
        return True

    def go_end(self) -> None:
        """Go to the last screen: the first of those from which the last line is in sight."""
        self._go(self._last_top(self.galley.last()))

    @property
    def _room(self) -> int:
        """Lines a screen has room for, those included that it may drop or look at."""
        return self._columns * self._rows + AHEAD

    def _next(self) -> Spot:
        return self.galley.move(self._top, self._screenful.taken)

    def _last_shown(self) -> Spot:
        return self.galley.move(self._top, self._screenful.taken - 1)

    def _look(self, spot: Spot) -> None:
        self._top = spot
        wanted = self._room
        while True:
            lines = self.galley.lines(spot, wanted)
            self._screenful = made_up(lines, self._columns, self._rows)
            ended = len(lines) < wanted
            if ended or self._screenful.taken < wanted:
                break
            wanted *= 2  # all of them blank, or nearly
        self.lines = self._screenful.lines
        self._is_at_end = ended and self._screenful.taken == len(lines)
        self._standing = None

    def _at_text(self, spot: Spot, by: int) -> Spot:
        """The nearest spot in this direction with words: a screen from a blank line looks like the next."""
        step = 1 if by > 0 else -1
        while (lines := self.galley.lines(spot, 1)) and lines[0].is_blank:
            further = self.galley.move(spot, step)
            if further == spot:
                break
            spot = further
        return spot

    def _ends_within(self, top: Spot) -> bool:
        """Does the copy end within a screen that begins here?"""
        return len(self.galley.lines(top, self._room)) < self._room

    def _last_top(self, last: Spot) -> Spot:
        """The first spot from which this line, the last of the copy, is in sight."""
        top = self.galley.move(last, -self._room)
        lines = self.galley.lines(top, self._room + 1)
        skip = 0
        while (
            skip < len(lines) - 1
            and made_up(lines[skip:], self._columns, self._rows).taken < len(lines) - skip
        ):
            skip += 1
        return self._at_text(self.galley.move(top, skip), 1)

    def _before(self, top: Spot) -> Spot:
        """The beginning of a screen that this one follows, or, if none is, of one that overlaps it least."""
        first = self.galley.move(top, -self._room)
        distance = self.galley.between(first, top)
        lines = self.galley.lines(first, distance + self._room)
        overlapping = None
        for skip in range(distance):
            if lines[skip].is_blank:
                continue
            reached = skip + made_up(lines[skip : skip + self._room], self._columns, self._rows).taken
            if reached == distance:
                return self.galley.move(first, skip)
            if reached > distance:
                overlapping = skip if overlapping is None else overlapping
                break
        return self.galley.move(first, overlapping or 0)
