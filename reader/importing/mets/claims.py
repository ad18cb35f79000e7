"""Who gets which words of a file: each word once, to the part that names it most closely."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.importing.mets.alto import AltoFile, Word


class Piece(NamedTuple):
    """A run of words within one block."""

    sheet: int
    """The number of its file."""
    block: int
    start: int
    end: int


class Wanted(NamedTuple):
    """A range of words that somebody claims."""

    claim: int
    """Who: any number."""
    start: int
    end: int


def granted(
    sheet: int, file: AltoFile, wanted: Iterable[Wanted]
) -> tuple[dict[int, list[Piece]], list[Piece]]:
    """Return the pieces each claim gets, and those that nobody has claimed, both in reading order.

    The smallest range is served first, of equals the first; so a part gets its words and what is around it
    the rest. Nearly linear in the number of words and claims.
    """
    free = list(range(len(file.words) + 1))
    starts = [block.start for block in file.blocks]
    ranks = [0] * len(file.blocks)
    for rank, number in enumerate(file.order):
        ranks[number] = rank
    pieces: dict[int, list[Piece]] = {}
    everything = Wanted(-1, 0, len(file.words))
    for each in (*sorted(wanted, key=lambda each: each.end - each.start), everything):
        taken = pieces.setdefault(each.claim, [])
        for start, end in _take(free, each.start, each.end):
            taken += _by_blocks(sheet, file, starts, start, end)
    for taken in pieces.values():
        taken.sort(key=lambda piece: (ranks[piece.block], piece.start))
    return pieces, pieces.pop(-1)


def words_of(files: Sequence[AltoFile], pieces: Iterable[Piece]) -> list[Word]:
    """Return the words of pieces."""
    words: list[Word] = []
    for piece in pieces:
        words += files[piece.sheet].words[piece.start : piece.end]
    return words


def _take(free: list[int], start: int, end: int) -> list[tuple[int, int]]:
    """Take what is free of a range; `free` leads from each word to the next that may be free."""
    runs: list[tuple[int, int]] = []
    at = _next(free, start)
    while at < end:
        begin = at
        while at < end and free[at] == at:
            free[at] = at + 1
            at += 1
        runs.append((begin, at))
        at = _next(free, at)
    return runs


def _next(free: list[int], at: int) -> int:
    """Return the first free word from here on, shortening the way there for the next time."""
    found = at
    while free[found] != found:
        found = free[found]
    while free[at] != found:
        free[at], at = found, free[at]
    return found


def _by_blocks(sheet: int, file: AltoFile, starts: list[int], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    while start < end:
        # Of empty blocks that begin at the same word the last one has it.
        block = bisect_right(starts, start) - 1
        stop = min(end, file.blocks[block].end)
        pieces.append(Piece(sheet, block, start, stop))
        start = stop
    return pieces
