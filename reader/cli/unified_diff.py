"""A unified diff of what was changed in a file, made from the changes themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.loading.pieces import Piece, applied

_CONTEXT = 3
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NO_END = "\\ No newline at end of file"


class _Block(NamedTuple):
    """Lines of the old text, from `start` up to `end`, and what they have become."""

    start: int
    end: int
    new: Sequence[str]


def unified_diff(text: str, pieces: Iterable[Piece], path: Path) -> Iterator[str]:
    """Yield what the pieces change in a text, line by line with their ends, none if they change nothing.

    The time taken grows with the text and not with its square, however many changes there are.
    """
    lines = _LINE.findall(text)
    blocks = list(_blocks(text, lines, sorted(pieces)))
    if not blocks:
        return
    name = path.as_posix().lstrip("/")
    # Slashes and prefixes as `git apply` and `patch -p1` take them.
    yield from (f"--- a/{name}\n", f"+++ b/{name}\n")
    grown = 0
    for hunk in _hunks(blocks):
        yield from _written(lines, hunk, grown)
        grown += sum(len(block.new) - (block.end - block.start) for block in hunk)


def _blocks(text: str, lines: Sequence[str], pieces: Sequence[Piece]) -> Iterator[_Block]:
    """Yield the lines the pieces lie in, those that touch together, without lines that come out the same."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    at = 0
    while at < len(pieces):
        first = last = at
        start = _line_at(starts, pieces[first].start)
        end = _line_at(starts, pieces[first].end) + 1
        while last + 1 < len(pieces) and _line_at(starts, pieces[last + 1].start) <= end:
            last += 1
            end = max(end, _line_at(starts, pieces[last].end) + 1)
        at = last + 1
        offset = starts[start]
        end = min(end, len(lines))
        inside = [Piece(one.start - offset, one.end - offset, one.text) for one in pieces[first : last + 1]]
        new = _LINE.findall(applied(text[offset : starts[end]], inside))
        yield from _trimmed(lines, _Block(start, end, new))


def _line_at(starts: Sequence[int], offset: int) -> int:
    """Return the line an offset is in, counted from 0; the end of the text is in the last."""
    return max(min(bisect_right(starts, offset) - 1, len(starts) - 2), 0)


def _trimmed(lines: Sequence[str], block: _Block) -> Iterator[_Block]:
    start, end, new = block
    while start < end and new and lines[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and lines[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    if start < end or new:
        yield _Block(start, end, new)


def _hunks(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Yield blocks with less than twice the context between them together."""
    hunk = [blocks[0]]
    for block in blocks[1:]:
        if block.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    yield hunk


def _written(lines: Sequence[str], hunk: Sequence[_Block], grown: int) -> Iterator[str]:
    start = max(hunk[0].start - _CONTEXT, 0)
    end = min(hunk[-1].end + _CONTEXT, len(lines))
    more = sum(len(block.new) - (block.end - block.start) for block in hunk)
    yield f"@@ -{_range(start, end - start)} +{_range(start + grown, end - start + more)} @@\n"
    done = start
    for block in hunk:
        yield from _marked(" ", lines[done : block.start])
        yield from _marked("-", lines[block.start : block.end])
        yield from _marked("+", block.new)
        done = block.end
    yield from _marked(" ", lines[done:end])


def _range(start: int, count: int) -> str:
    """Write a range of lines; one of none is named by the line before it."""
    return f"{start + 1}" if count == 1 else f"{start + bool(count)},{count}"


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if line.endswith(("\n", "\r")):
            yield mark + line
        else:
            yield from (f"{mark}{line}\n", f"{_NO_END}\n")
