"""What a galley pane is asked to show: copy, where in it, and what is marked on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.typesetting.piece import Copy


class Stretch(NamedTuple):
    """A stretch of one piece's text: block and character offsets, half-open."""

    block: int
    start: int
    end: int


class Sheet:
    """One value, handed down to the pane.

    Two sheets are the same only if they are one object: the same words handed down once more bring the
    reader back to where the sheet begins.
    """

    __slots__ = ("block", "character", "columns_from", "copy", "found", "found_here", "is_cjk")

    def __init__(
        self,
        copy: Copy,
        is_cjk: bool,
        block: int = 0,
        character: int = 0,
        *,
        found: tuple[Stretch, ...] = (),
        found_here: Stretch | None = None,
        columns_from: int = 0,
    ) -> None:
        """`block` and `character`: the first line shown is the one that holds this character.

        `found` is every match to be marked, `found_here` the one that is brought onto the screen. In a pane
        of `columns_from` cells or more the copy runs in columns; 0: in none.
        """
        self.copy = copy
        self.is_cjk = is_cjk
        self.block = block
        self.character = character
        self.found = found
        self.found_here = found_here
        self.columns_from = columns_from


class Point(NamedTuple):
    """A character of the copy."""

    block: int
    character: int


def selected_text(copy: Copy, start: Point, end: Point) -> str:
    """Return the text from one point to another, a line a piece, without anything the layout added."""
    first, last = sorted((start, end))
    taken: list[str] = []
    for block in range(first.block, last.block + 1):
        piece = copy.piece(block)
        if piece is None:
            break
        begin = first.character if block == first.block else 0
        stop = last.character if block == last.block else len(piece.text)
        taken.append(piece.text[begin:stop])
    return "\n".join(taken)


def stretches_in(block: int, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches that lie in one block, in their order."""
    return [stretch for stretch in stretches if stretch.block == block]
