"""What makes one text of another, in small pieces, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

_MOST_COMPARED = 4_000_000
"""Lengths of two stretches multiplied, up to which it is looked for what they have in common."""


class Piece(NamedTuple):
    """At `start`, in characters of the text before, stands `before` and comes `after`."""

    start: int
    before: str
    after: str

    @property
    def end(self) -> int:
        """Where it ends in the text before."""
        return self.start + len(self.before)

    @property
    def growth(self) -> int:
        """How many characters longer it makes the text."""
        return len(self.after) - len(self.before)


class NotThatText(ValueError):
    """Pieces that belong to another text than the one they were to be put into."""


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return what makes the one text of the other, in order; nothing for equal ones."""
    return tuple(_pieces(0, before, after))


def patched(text: str, changes: Iterable[Piece]) -> str:
    """Return the text with the pieces put in.

    Raises:
        NotThatText: it does not have what they stand instead of.
    """
    parts: list[str] = []
    done = 0
    for piece in changes:
        if piece.start < done or text[piece.start : piece.end] != piece.before:
            raise NotThatText(piece.start)
        parts += (text[done : piece.start], piece.after)
        done = piece.end
    return "".join([*parts, text[done:]])


def inverse(changes: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces that lead back."""
    back: list[Piece] = []
    shift = 0
    for piece in changes:
        back.append(Piece(piece.start + shift, piece.after, piece.before))
        shift += piece.growth
    return tuple(back)


def offset_before(changes: Iterable[Piece], offset: int) -> int:
    """Return where a character of the text after the changes was before; of new ones, where they came."""
    shift = 0
    for piece in changes:
        if piece.start + shift + len(piece.after) > offset:
            return min(offset - shift, piece.end) if piece.start + shift <= offset else offset - shift
        shift += piece.growth
    return offset - shift


class Merged(NamedTuple):
    """A text that two have changed, with the changes of one that could be put into the other's."""

    text: str
    kept: tuple[Piece, ...]
    lost: tuple[Piece, ...]
    """Those whose place was changed otherwise meanwhile; offsets in the text both began with."""


def merged(base: str, ours: Sequence[Piece], theirs: str) -> Merged:
    """Put our changes of the base into what others have made of it.

    What touches a change of theirs is lost, unless they changed just the same.
    """
    their_pieces = pieces(base, theirs)
    same = set(their_pieces)
    kept: list[Piece] = []
    lost: list[Piece] = []
    placed: list[Piece] = []
    shift = at = 0
    for piece in ours:
        while at < len(their_pieces) and their_pieces[at].end < piece.start:
            shift += their_pieces[at].growth
            at += 1
        if piece in same:
            kept.append(piece)
        elif at < len(their_pieces) and their_pieces[at].start <= piece.end:
            lost.append(piece)
        else:
            kept.append(piece)
            placed.append(piece._replace(start=piece.start + shift))
    return Merged(patched(theirs, placed), tuple(kept), tuple(lost))


def _pieces(at: int, before: str, after: str) -> Iterator[Piece]:
    if before == after:
        return
    head = _common_head(before, after)
    tail = _common_head(before[head:], after[head:], from_end=True)
    at += head
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if not before or not after:
        yield Piece(at, before, after)
    elif len(old) == len(new) == 1:
        yield from _in_line(at, before, after)
    elif len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _pieces(at, one, other)
            at += len(one)
    else:
        yield from _of_lines(at, old, new)


def _of_lines(at: int, old: list[str], new: list[str]) -> Iterator[Piece]:
    """Lines were added or taken away: find those both have."""
    starts = [at]
    for line in old:
        starts.append(starts[-1] + len(line))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        one, other = "".join(old[i1:i2]), "".join(new[j1:j2])
        if tag == "replace" and i2 - i1 == j2 - j1:
            yield from _pieces(starts[i1], one, other)
        else:
            yield from _in_line(starts[i1], one, other)


def _in_line(at: int, before: str, after: str) -> Iterator[Piece]:
    if len(before) == len(after):  # marks for marks: no need to look for what moved
        offset = 0
        for is_same, group in groupby(zip(before, after, strict=True), lambda pair: pair[0] == pair[1]):
            pairs = list(group)
            if not is_same:
                yield Piece(at + offset, "".join(one for one, _ in pairs), "".join(two for _, two in pairs))
            offset += len(pairs)
        return
    if not before or not after or len(before) * len(after) > _MOST_COMPARED:
        yield Piece(at, before, after)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Piece(at + i1, before[i1:i2], after[j1:j2])


def _common_head(one: str, other: str, *, from_end: bool = False) -> int:
    """Return how many characters both have in common at their beginning, or at their end; by halves."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if from_end:
            is_same = one[len(one) - middle :] == other[len(other) - middle :]
        else:
            is_same = one[:middle] == other[:middle]
        if is_same:
            low = middle
        else:
            high = middle - 1
    return low
