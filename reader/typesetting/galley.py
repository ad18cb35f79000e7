"""Copy set in lines, as far as anyone has looked."""

from __future__ import annotations

from collections.abc import Iterator

from reader.typesetting.blocks import SetBlock, set_block
from reader.typesetting.display import is_large
from reader.typesetting.line import Line, Run, Setting, Spot
from reader.typesetting.look import blanks_above
from reader.typesetting.piece import Copy

__all__ = ["Galley", "Line", "Run", "Setting", "Spot"]

_KEPT = 512
"""Blocks whose lines are remembered; a screen shows far fewer."""


class Galley:
    """The lines of copy at a setting.

    A block is set when one of its lines is asked for, and of a long paragraph only the lines up to that one.
    The blank line above a piece is its line 0. A spot that does not exist counts as the nearest that does.
    """

    def __init__(self, copy: Copy, setting: Setting) -> None:
        self.copy = copy
        self.setting = setting
        self._set: dict[int, tuple[int, SetBlock]] = {}

    def lines(self, spot: Spot, count: int) -> list[Line]:
        """Return up to `count` lines from this spot on; fewer only at the end."""
        found: list[Line] = []
        block, number = self.move(spot, 0)
        while len(found) < count and (piece := self.copy.piece(block)) is not None:
            blanks, lines = self._block(block)
            if number < blanks:
                found.append(Line(block, 0, 0, (), 0, piece.role))
                number += 1
            while len(found) < count and (line := lines.line(number - blanks)) is not None:
                found.append(line)
                number += 1
            block, number = block + 1, 0
        return found

    def move(self, spot: Spot, by: int) -> Spot:
        """Return the spot `by` lines further on (back when negative), clamped to the galley."""
        block, number = spot
        if block < 0:
            block = number = 0
        if self.copy.piece(block) is None:
            block, number = self.last()
        elif self._line(block, max(0, number)) is None:
            number = self._count(block) - 1
        number = max(0, number) + by
        while number < 0:
            if block == 0:
                return self.first()
            block -= 1
            number += self._count(block)
        while self._line(block, number) is None:
            count = self._count(block)
            if self.copy.piece(block + 1) is None:
                return Spot(block, max(0, count - 1))
            block, number = block + 1, number - count
        return Spot(block, number)

    def first(self) -> Spot:
        """Return the spot of the first line."""
        return Spot(0, 0)

    def last(self) -> Spot:
        """Return the spot of the last line; reads all copy, but sets only its last block."""
        block = self.copy.count() - 1
        return Spot(block, max(0, self._count(block) - 1)) if block >= 0 else self.first()

    def between(self, first: Spot, last: Spot) -> int:
        """Return how many lines there are from one spot to a later one, the first counted; both exist."""
        blocks = range(first.block, last.block)
        return sum(map(self._count, blocks)) - first.line + last.line

    def spot_at(self, block: int, character: int) -> Spot:
        """Return the spot of the line that holds this character of a block, whatever the measure."""
        if block < 0:
            return self.first()
        if self.copy.piece(block) is None:
            return self.last()
        blanks, lines = self._block(block)
        return Spot(block, blanks + lines.number_at(max(0, character)))

    def position(self, spot: Spot) -> tuple[int, int]:
        """Return the block and the offset in its text at which the line at this spot begins."""
        lines = self.lines(spot, 1)
        return (lines[0].block, lines[0].start) if lines else (0, 0)

    def share(self, spot: Spot) -> float:
        """Return how much of the copy stands before this line, by characters, from 0; 1 at the last line."""
        lines = self.lines(spot, 2)
        if len(lines) < 2 or not self.copy.size:
            return 1.0
        return min(1.0, (self.copy.offset(lines[0].block) + lines[0].start) / self.copy.size)

    def all_lines(self) -> Iterator[Line]:
        """Yield every line from the first, setting them as they are taken."""
        block = 0
        while self.copy.piece(block) is not None:
            number = 0
            while (line := self._line(block, number)) is not None:
                yield line
                number += 1
            block += 1

    def _line(self, block: int, number: int) -> Line | None:
        """The line of this number in a block, the blank one above it included; None behind the last."""
        piece = self.copy.piece(block)
        if piece is None:
            return None
        blanks, lines = self._block(block)
        if number < blanks:
            return Line(block, 0, 0, (), 0, piece.role)
        return lines.line(number - blanks)

    def _count(self, block: int) -> int:
        if self.copy.piece(block) is None:
            return 0
        blanks, lines = self._block(block)
        return blanks + lines.count()

    def _block(self, block: int) -> tuple[int, SetBlock]:
        known = self._set.get(block)
        if known is not None:
            return known
        piece, above = self.copy.piece(block), self.copy.piece(block - 1)
        assert piece is not None
        before = above.role if above else None
        # Asked for the head only, so that no more of a body is read than is looked at.
        below = self.copy.piece(block + 1) if is_large(piece.weight, self.setting) else None
        known = (
            blanks_above(piece, before, self.setting),
            set_block(block, piece, before, self.setting, below.role if below else None),
        )
        while len(self._set) >= _KEPT:
            del self._set[next(iter(self._set))]
        self._set[block] = known
        return known
