"""Stretches of a file's text that become others: made, and one lot after another as one lot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Piece(NamedTuple):
    """The characters of a text from `start` to `end` become `text`; offsets in characters."""

    start: int
    end: int
    text: str


class _Stretch(NamedTuple):
    """A stretch of a text and what it has become; None where it is as it was."""

    start: int
    end: int
    text: str | None


def applied(text: str, pieces: Iterable[Piece]) -> str:
    """Return a text with these pieces in it, of which none overlaps another."""
    parts: list[str] = []
    done = 0
    for piece in sorted(pieces):
        parts += (text[done : piece.start], piece.text)
        done = piece.end
    return "".join([*parts, text[done:]])


def composed(first: Iterable[Piece], second: Iterable[Piece], size: int) -> tuple[Piece, ...]:
    """Return the pieces that do at once what `first` does and then, to what came of it, `second`.

    `size` is the number of characters of the text `first` is for. Pieces that touch come out as one.
    """
    rest = list(_stretches(sorted(first), size))[::-1]
    made: list[_Stretch] = []
    at = 0  # in the text between the two lots
    for piece in sorted(second):
        made += _taken(rest, piece.start - at)
        swallowed = list(_taken(rest, piece.end - piece.start))
        start = swallowed[0].start if swallowed else rest[-1].start if rest else size
        end = swallowed[-1].end if swallowed else start
        made.append(_Stretch(start, end, piece.text))
        at = piece.end
    return tuple(_joined([*made, *rest[::-1]]))


def _stretches(pieces: Iterable[Piece], size: int) -> Iterator[_Stretch]:
    """Yield the whole text as stretches."""
    done = 0
    for piece in pieces:
        if piece.start > done:
            yield _Stretch(done, piece.start, None)
        yield _Stretch(*piece)
        done = piece.end
    if size > done:
        yield _Stretch(done, size, None)


def _taken(rest: list[_Stretch], count: int) -> Iterator[_Stretch]:
    """Take so many characters of what has come out from the (reversed) rest, cutting the last stretch."""
    while count > 0 and rest:
        stretch = rest.pop()
        width = stretch.end - stretch.start if stretch.text is None else len(stretch.text)
        if width > count:
            first, last = _cut(stretch, count)
            rest.append(last)
            stretch, width = first, count
        yield stretch
        count -= width


def _cut(stretch: _Stretch, at: int) -> tuple[_Stretch, _Stretch]:
    """Return both parts of a stretch; of one that has changed, the second takes the place of nothing."""
    start, end, text = stretch
    if text is None:
        return _Stretch(start, start + at, None), _Stretch(start + at, end, None)
    return _Stretch(start, end, text[:at]), _Stretch(end, end, text[at:])


def _joined(stretches: Iterable[_Stretch]) -> Iterator[Piece]:
    """Yield what has changed, stretches that touch as one piece."""
    open_piece: Piece | None = None
    for start, end, text in stretches:
        if text is None:
            if open_piece is not None:
                yield open_piece
            open_piece = None
        elif open_piece is None:
            open_piece = Piece(start, end, text)
        else:
            open_piece = Piece(open_piece.start, end, open_piece.text + text)
    if open_piece is not None:
        yield open_piece
