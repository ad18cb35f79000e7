"""Copy set in lines, as far as anyone has looked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reader.typesetting.line import NARROWEST, Line, Run, Setting, Spot
from reader.typesetting.piece import Copy, Piece
from reader.typesetting.role import Role

__all__ = ["Galley", "Line", "Run", "Setting", "Spot"]


class Galley:
    """The lines of copy at a setting; a block is set when one of its lines is asked for."""

    def __init__(self, copy: Copy, setting: Setting) -> None:
        self.copy = copy
        self.setting = setting
        self._set: dict[int, list[Line]] = {}

    def lines(self, spot: Spot, count: int) -> list[Line]:
        """Return up to `count` lines from this spot on."""
        found: list[Line] = []
        block, line = spot
        while len(found) < count and self.copy.piece(block) is not None:
            found += self._block(block)[max(0, line) :][: count - len(found)]
            block, line = block + 1, 0
        return found

    def move(self, spot: Spot, by: int) -> Spot:
        """Return the spot `by` lines further on (or back), clamped to the galley."""
        every = [Spot(b, n) for b in range(self.copy.count()) for n in range(len(self._block(b)))]
        if not every:
            return Spot(0, 0)
        at = next((i for i, s in enumerate(every) if s >= spot), len(every) - 1)
        return every[min(max(at + by, 0), len(every) - 1)]

    def first(self) -> Spot:
        """Return the first spot."""
        return Spot(0, 0)

    def last(self) -> Spot:
        """Return the spot of the last line."""
        block = max(self.copy.count() - 1, 0)
        return Spot(block, max(0, len(self._block(block)) - 1)) if self.copy.piece(block) else Spot(0, 0)

    def spot_at(self, block: int, character: int) -> Spot:
        """Return the spot of the line that holds this character of a block."""
        if self.copy.piece(block) is None:
            return self.last()
        found = 0
        for number, line in enumerate(self._block(block)):
            if line.runs and line.start <= character:
                found = number
        return Spot(block, found)

    def position(self, spot: Spot) -> tuple[int, int]:
        """Return the block and the offset of the first character of the line at this spot."""
        lines = self.lines(spot, 1)
        return (lines[0].block, lines[0].start) if lines else (0, 0)

    def share(self, spot: Spot) -> float:
        """Return how much of the copy stands before this line, from 0 to 1, by characters."""
        block, character = self.position(spot)
        return min(1.0, (self.copy.offset(block) + character) / self.copy.size) if self.copy.size else 0.0

    def all_lines(self) -> Iterator[Line]:
        """Yield every line."""
        block = 0
        while self.copy.piece(block) is not None:
            yield from self._block(block)
            block += 1

    def _block(self, block: int) -> list[Line]:
        if block not in self._set:
            piece = self.copy.piece(block)
            assert piece is not None
            self._set[block] = list(self._lines(block, piece))
        return self._set[block]

    def _lines(self, block: int, piece: Piece) -> Iterator[Line]:
        if block and piece.role in {Role.SUBHEAD, Role.QUOTE, Role.TABLE, Role.VERSE, Role.JUMP}:
            yield Line(block, 0, 0, (), 0, piece.role)
        measure = max(self.setting.measure, NARROWEST)
        lead = piece.lead or ("　　" if piece.role is Role.TEXT else "")
        text, start, first = piece.text.replace("\t", " ").replace("\n", " "), 0, True
        while start < len(text) or first:
            before = lead if first else " " * piece.hang
            end, width = start, sum(map(_width, before))
            while end < len(text) and width + _width(text[end]) <= measure:
                width += _width(text[end])
                end += 1
            runs = (Run(before, None, piece.role),) if before else ()
            yield Line(block, start, end, (*runs, Run(text[start:end], start, piece.role)), width, piece.role)
            start, first = end, False


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
