"""A paragraph broken into lines, as far as they are asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.typesetting.break_rules import (
    FREE,
    HALF_HANGING,
    HALF_WIDTH_HANGING,
    HANGING,
    NEVER_ENDS,
    NEVER_OPENS,
    NO,
    SOFT,
    SPACES,
    BreakRules,
)
from reader.typesetting.linebreak import kind_of
from reader.typesetting.width import edges

_WINDOW = 2048
"""Characters measured at a time, so that a paragraph of any length begins at once."""
_SOFT_PLACES = frozenset("/?&=#_-:@.,;~+")
"""After these a word too long for its line is broken rather than elsewhere (addresses)."""


class Slice(NamedTuple):
    """A line of a text: the offsets it shows, and its width in cells."""

    start: int
    end: int
    width: int


class Room(NamedTuple):
    """The cells a paragraph has."""

    first: int
    """Cells of the first line."""
    rest: int
    """Cells of the other lines."""
    gutter: bool = False
    """May a mark at a line's end take one cell more?"""
    hanging: bool = False
    """May 、，。 at a line's end take two cells more?"""
    ambiguous: int = 1


def set_paragraph(text: str, room: Room) -> Iterator[Slice]:
    """Yield the lines of a text, at least one; spaces at which a line ends belong to none.

    Each line is as long as the rules let it be. Where no place is allowed, a line ends, in this order:
    between a number and its counter; so that one character stays alone; at a soft place of a long word;
    between clusters that are no marks and no number; between any clusters. No line is wider than its room,
    but for the marks that may stand in the margin, unless a single cluster is. Nothing is lost in any case.
    Source: UAX #14, GB/T 15834 §5, CLREQ 3.1.
    """
    return _Setter(text, room).slices()


class _Setter:
    """Sets one text; `_edges` are the cells before each character from `_base` on."""

    def __init__(self, text: str, room: Room) -> None:
        self._text = text
        self._length = len(text.rstrip(" \u3000")) or len(text)
        self._room = room
        self._rules = BreakRules(text)
        self._lone = lone_from(text)
        self._base = self._measured = 0
        self._edges: Sequence[int] = (0,)
        self._inside: frozenset[int] = frozenset()

    def slices(self) -> Iterator[Slice]:
        start, limit = 0, self._room.first
        while True:
            fit = self._fit(start, limit)
            if fit >= self._length:
                yield self._slice(start, self._length)
                return
            end = self._end(start, fit, limit)
            yield self._slice(start, end)
            start, limit = end, self._room.rest
            if start >= self._length:
                return

    def _slice(self, start: int, end: int) -> Slice:
        text = self._text
        while end > start and text[end - 1] in SPACES:
            end -= 1
        return Slice(start, end, self._edges[end - self._base] - self._edges[start - self._base])

    def _fit(self, start: int, limit: int) -> int:
        """The offset after the last character that fits, measuring on where it must."""
        span = max(_WINDOW, 4 * limit)
        if start > self._measured:  # more spaces ended a line than were measured
            self._measure(start, start + span)
        while True:
            fit = bisect_right(self._edges, self._edges[start - self._base] + limit) - 1 + self._base
            if fit + 8 < self._measured or self._measured >= len(self._text):
                return fit
            self._measure(start, start + span)
            span *= 2

    def _measure(self, start: int, end: int) -> None:
        end = min(end, len(self._text))
        self._edges, inside = edges(self._text[start:end], self._room.ambiguous)
        self._inside = frozenset(start + place for place in inside) if inside else inside
        self._base, self._measured = start, end

    def _end(self, start: int, fit: int, limit: int) -> int:
        """Where the next line begins: the last allowed place whose line fits, or the least bad one."""
        text, verdict = self._text, self._rules.verdict
        half = bisect_right(self._edges, self._edges[start - self._base] + limit // 2) - 1 + self._base
        soft = lone = 0
        place = self._past_spaces(self._hung(start, fit, limit))
        while place > start:
            found = NO if place in self._inside else verdict(place, start) if place < self._length else FREE
            if found is not NO and place > self._lone and place < self._length:
                lone = lone or place
            elif found is FREE:
                if soft and place < half:
                    return soft
                return place
            elif found is SOFT:
                soft = soft or place
            place = min(place - 1, fit) if text[place - 1] in SPACES and place > fit else place - 1
        return soft or lone or self._forced(start, fit)

    def _hung(self, start: int, fit: int, limit: int) -> int:
        """One more than `fit` where the next character is a mark that may stand in the margin."""
        room = self._room
        if fit >= len(self._text) or not (room.gutter or room.hanging):
            return fit
        over = self._edges[fit + 1 - self._base] - self._edges[start - self._base] - limit
        mark = self._text[fit]
        hangs = (room.hanging and over <= 2 and mark in HANGING) or (
            room.gutter and over == 1 and (mark in HALF_HANGING or self._is_chinese_mark(start, fit))
        )
        return fit + 1 if hangs else fit

    def _is_chinese_mark(self, start: int, place: int) -> bool:
        """Is this a half-width mark in Chinese text?"""
        return (
            self._text[place] in HALF_WIDTH_HANGING
            and place > start
            and kind_of(self._text[place - 1]).endswith("+")
        )

    def _past_spaces(self, place: int) -> int:
        while place < self._length and self._text[place] in SPACES:
            place += 1
        return place

    def _forced(self, start: int, fit: int) -> int:
        """Where a line ends when no place is allowed: at the best boundary between clusters."""
        text = self._text
        places = [place for place in range(fit, start, -1) if place not in self._inside]
        if not places:  # one cluster is wider than the line: it is set all the same
            place = start + 1
            while place < len(text) and place in self._inside:
                place += 1
            return place
        unmarked = [
            place for place in places if text[place] not in NEVER_OPENS and text[place - 1] not in NEVER_ENDS
        ]
        outside = [
            place for place in unmarked if not (text[place].isdecimal() or text[place - 1].isdecimal())
        ]
        half = (start + fit) // 2
        soft = [place for place in outside if place > half and text[place - 1] in _SOFT_PLACES]
        return next(chosen[0] for chosen in (soft, outside, unmarked, places) if chosen)


def lone_from(text: str) -> int:
    """Return the last offset with two characters besides marks behind it (孤字), or the length."""
    found = 0
    for place in range(len(text) - 1, max(-1, len(text) - _WINDOW), -1):
        if text[place].isalnum():
            found += 1
            if found == 2:
                return place
    return len(text)
