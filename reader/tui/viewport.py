"""A window onto a galley: which lines are seen, and every way of moving it."""

from __future__ import annotations

from typing import NamedTuple

from reader.tui.sheet import Point, Stretch
from reader.typesetting.galley import Galley, Line, Spot


class Standing(NamedTuple):
    """Where a reader stands in a copy."""

    block: int
    character: int
    """Block and character of the first line shown, as the reader put it."""
    share: float
    """How much of the copy is behind the last line shown, 0 to 1."""
    is_at_end: bool
    """Is the last line of the copy on the screen?"""


class Viewport:
    """So many rows of a galley, from a spot on. It sets no more of the galley than it shows.

    The anchor is the character the reader put first; setting the galley anew for another measure begins
    from there, so the place never drifts, however often the window changes.
    """

    def __init__(self, galley: Galley, rows: int, anchor: Point) -> None:
        self.galley = galley
        self._rows = rows
        self.anchor = anchor
        self._top = Spot(0, 0)
        self.lines: list[Line] = []
        self._standing: Standing | None = None
        self.show(anchor)

    @property
    def standing(self) -> Standing:
        """Where the reader stands now."""
        if self._standing is None:
            at_end = self.is_at_end
            share = 1.0 if at_end else self.galley.share(self._last_shown())
            self._standing = Standing(self.anchor.block, self.anchor.character, share, at_end)
        return self._standing

    @property
    def is_at_end(self) -> bool:
        """Is the last line of the copy on the screen (or above it)?"""
        if not self.lines:
            return True
        # Asked of the next line only: where the copy ends is dear to know of a huge article.
        last = self._last_shown()
        return self.galley.move(last, 1) == last

    def row(self, at: int) -> tuple[Line | None, ...]:
        """Return what stands side by side in a row of the screen: one line, or nothing below the last."""
        return (self.lines[at],) if 0 <= at < len(self.lines) else ()

    def show(self, anchor: Point, match: Stretch | None = None) -> None:
        """Begin with the line that holds this character; a match that is not in sight comes a third down."""
        self.anchor = anchor
        self._look(self.galley.spot_at(anchor.block, anchor.character))
        if match is None or (
            self._shows(match.block, match.start) and self._shows(match.block, match.end - 1)
        ):
            return
        spot = self.galley.spot_at(match.block, match.start)
        self._go(self.galley.move(spot, -(self._rows // 3)))

    def scroll(self, by: int) -> None:
        """Move by lines, no further than a full last screen."""
        target = self.galley.move(self._top, by)
        if by > 0:
            # A screen on and back again stops where the last screen is full, and reads no further than it.
            rows = self._rows - 1
            full = self.galley.move(self.galley.move(target, rows), -rows)
            target = max(min(target, full), self._top)
        self._go(target)

    def read_on(self) -> bool:
        """Move a screen on, the last line kept as the first; False when the end was in sight already."""
        if self.is_at_end:
            return False
        on = self._next()
        # A picture that was cut at the foot comes again whole.
        begins = self.galley.move(on, -self.galley.lines(on, 1)[0].row)
        self._go(begins if begins > self._top else on)
        return True

    def set_ahead(self) -> None:
        """Have the lines set that a screen on would show."""
        self.galley.lines(self._next(), self._room)

    def read_back(self) -> bool:
        """Move a screen back; False when the beginning was in sight already."""
        if self._top <= self.galley.first():
            return False
        self._go(self.galley.move(self._top, -max(1, self._rows - 1)))
        return True

    def go_top(self) -> None:
        """Go to the first line."""
        self._go(self.galley.first())

    def go_end(self) -> None:
        """Go to the last screen."""
        full = self.galley.move(self.galley.last(), -(self._rows - 1))
        self._go(max(full, self.galley.first()))

    @property
    def _room(self) -> int:
        """Lines of the galley a screen looks at."""
        return self._rows

    def _next(self) -> Spot:
        return self.galley.move(self._top, max(1, self._rows - 1))

    def _last_shown(self) -> Spot:
        return self.galley.move(self._top, len(self.lines) - 1)

    def _shows(self, block: int, character: int) -> bool:
        return any(line.block == block and line.start <= character < line.end for line in self.lines)

    def _go(self, spot: Spot) -> None:
        self.anchor = Point(*self.galley.position(spot))
        self._look(spot)

    def _look(self, spot: Spot) -> None:
        self._top = spot
        self.lines = self.galley.lines(spot, self._rows)
        self._standing = None
