"""The words around a match, cut to a few cells for a list of results."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_ELLIPSIS = "…"
_JOINERS = "\u200d\ufe0e\ufe0f"


class Excerpt(NamedTuple):
    """A stretch of text on one line, and where the matches lie in it, as offsets from `start` to `end`."""

    text: str
    spans: tuple[tuple[int, int], ...]


def excerpt(text: str, matches: list[tuple[int, int]], cells: int = 40) -> Excerpt:
    """Return about this many cells of text around the first match (its beginning, without matches).

    White space becomes single spaces in place, so that offsets stay; ``…`` stands where something was cut.
    """
    first = matches[0] if matches else (0, 0)
    start, end = _window(text, first, max(cells - 2, 2))
    before = _ELLIPSIS if start > 0 else ""
    after = _ELLIPSIS if end < len(text) else ""
    shown = "".join(" " if character.isspace() else character for character in text[start:end])
    shift = len(before) - start
    spans = [(max(a, start) + shift, min(b, end) + shift) for a, b in matches if a < end and b > start]
    return Excerpt(before + shown + after, tuple(spans))


def _window(text: str, match: tuple[int, int], cells: int) -> tuple[int, int]:
    """Return start and end of the stretch: a third of the room before the match, the rest from it on."""
    room = cells - sum(map(_cells, text[match[0] : match[1]]))
    start = _back(text, match[0], max(0, room) // 3)
    end, left = _forth(text, start, cells)
    if end == len(text) and left > 0:
        start = _back(text, start, left)
    return start, end


def _back(text: str, start: int, room: int) -> int:
    while start > 0 and (room := room - _cells(text[start - 1])) >= 0:
        start -= 1
    while 0 < start < len(text) and _joins(text[start - 1], text[start]):
        start += 1
    return start


def _forth(text: str, start: int, room: int) -> tuple[int, int]:
    """Return where the room ends, never between a letter and its mark, and the cells left over."""
    end = start
    while end < len(text) and (room >= _cells(text[end]) or _joins(text[end - 1], text[end])):
        room -= _cells(text[end])
        end += 1
    return end, room


def _joins(before: str, after: str) -> bool:
    return before == "\u200d" or after in _JOINERS or unicodedata.combining(after) != 0


def _cells(character: str) -> int:
    """Return the cells of a character, nearly: an excerpt need not fill its line, only not spoil a letter."""
    if character in _JOINERS or unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
