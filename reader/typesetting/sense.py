"""Headlines broken at sense: lines of about equal length that end where a reader would pause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.typesetting.break_rules import NO, SOFT, SPACES, BreakRules
from reader.typesetting.cohesion import NO_COHESION, Cohesion, cohesion_of, word_cuts
from reader.typesetting.paragraph import Room, Slice, lone_from, set_paragraph
from reader.typesetting.width import edges

__all__ = ["NO_COHESION", "Cohesion", "cohesion_of", "set_at_sense"]

_LONGEST = 400
"""Characters of the longest text that is broken at sense; what is longer is no headline."""
_NEVER_LAST = frozenset(
    "把被让向在从对为与和及将更最不第以由使给跟是到也都就才再很这那每各一二三四五六七八九十两几"
)
"""Words of one character that lean on what follows, so that no line ends with them."""
_NEVER_FIRST = frozenset("的了着过们等里上中者性化地得么")
"""Words and endings of one character that lean on what stands before, so that no line begins with them."""
_LEANING = frozenset(
    {
        *("a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but"),
        *("as", "is", "are", "was", "your", "its", "his", "her", "their", "our", "no", "not"),
    }
)
"""English words that lean on what follows."""
_TAKES_BREATH_AFTER = frozenset("的了")
_TAKES_BREATH_BEFORE = frozenset("把被让向在从对与和及将由是")
_PAUSES = frozenset("，：；。？！…—,;:?!")
_CLOSING = frozenset("”’》）」』】、")
_OPENING = frozenset("“‘《（「『【")

# Costs of ending a line, from 0: at a pause of the text, beside a quotation, between words, inside one.
_PAUSE = 0.0
_QUOTED = 0.15
_MIXED_SPACE = 0.2
_WORD = 0.35
_WORD_SPACE = 0.1
_BREATH = 0.15
_LEANS = 0.9
_COUNTED = 1.5
_UNEVEN = 1.2
"""What it costs that a line is shorter or longer than the others, by the square of its share of the room."""
_CLAUSE = 0.25
"""What it costs to part a clause that would have had room on a line by itself."""
_ONE_MORE = 0.55
"""What a line more costs than the fewest that hold the text."""


class _Best(NamedTuple):
    cost: float
    ends: tuple[int, ...]


def set_at_sense(text: str, room: Room, cohesion: Cohesion) -> list[Slice]:
    """Return the lines of a headline, kicker or deck, broken where its sense does.

    Lines end rather at a space between Chinese words or after a pause mark, next before and after quotations,
    next between words as the cohesion of the article's own text tells them, never after a word that
    leans on the next one (把, 在, "of") nor before one that leans on the last (的, 了), unless nothing else
    is left; among these, lines are of about equal length. The rules of `break_rules` (UAX #14,
    GB/T 15834) always come first: sense only chooses among the places they allow. What fits on one line, is
    longer than a headline or has no such place is set as `set_paragraph` sets it.
    """
    plain = []
    for line in set_paragraph(text, room):
        plain.append(line)
        if line.start > _LONGEST:
            break
    if len(plain) == 1:
        return plain
    if len(text) > _LONGEST:
        return list(set_paragraph(text, room))
    setter = _Setter(text, room, cohesion)
    found = [best for lines in (len(plain), len(plain) + 1) if (best := setter.best(lines)) is not None]
    if not found:
        return plain
    return setter.slices(min(found, key=lambda best: best.cost + _ONE_MORE * (len(best.ends) - len(plain))))


class _Setter:
    """Chooses among the places of one text."""

    def __init__(self, text: str, room: Room, cohesion: Cohesion) -> None:
        self._text = text
        self._room = room
        self._length = len(text.rstrip("".join(SPACES))) or len(text)
        self._edges, inside = edges(text, room.ambiguous)
        self._cost = dict(_costs(text, self._length, cohesion, inside))
        self._spare_clauses()

    def _spare_clauses(self) -> None:
        """Make it dearer to end a line inside a clause that fits one."""
        pauses = [0, *(place for place, cost in self._cost.items() if cost == _PAUSE), self._length]
        for start, end in pairwise(pauses):
            if self._width(start, end) <= self._room.rest:
                for place in range(start + 1, end):
                    if place in self._cost:
                        self._cost[place] += _CLAUSE

    def best(self, lines: int) -> _Best | None:
        """The cheapest way to set the text in exactly so many lines; None when there is none."""
        even = self._edges[self._length] / lines
        reached: dict[int, _Best] = {0: _Best(0.0, ())}
        for number in range(lines):
            limit = self._room.rest if number else self._room.first
            ends: Sequence[int] = (self._length,) if number == lines - 1 else tuple(self._cost)
            reached = self._reached(reached, ends, limit, even)
        return reached.get(self._length)

    def _reached(
        self, reached: dict[int, _Best], ends: Sequence[int], limit: int, even: float
    ) -> dict[int, _Best]:
        found: dict[int, _Best] = {}
        for start, before in reached.items():
            for end in ends:
                if end <= start:
                    continue
                width = self._width(start, end)
                if width > limit:
                    break
                uneven = ((width - even) / limit) ** 2
                cost = before.cost + self._cost.get(end, 0.0) + _UNEVEN * uneven
                if end not in found or cost < found[end].cost:
                    found[end] = _Best(cost, (*before.ends, end))
        return found

    def slices(self, best: _Best) -> list[Slice]:
        """The lines as slices, without the spaces at their ends."""
        starts = (0, *best.ends[:-1])
        return [
            Slice(start, self._shown(start, end), self._width(start, end))
            for start, end in zip(starts, best.ends, strict=True)
        ]

    def _width(self, start: int, end: int) -> int:
        return self._edges[self._shown(start, end)] - self._edges[start]

    def _shown(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1] in SPACES:
            end -= 1
        return end


def _costs(text: str, length: int, cohesion: Cohesion, inside: frozenset[int]) -> Iterator[tuple[int, float]]:
    """Every place where a line may end, in order, with what that costs."""
    rules = BreakRules(text)
    lone = lone_from(text)
    cuts = _cuts(text, cohesion)
    for place in range(1, min(length, lone + 1)):
        if place in inside or (verdict := rules.verdict(place, 0)) is NO:
            continue
        yield place, _cost(text, place, cuts) + (_COUNTED if verdict is SOFT else 0.0)


def _cost(text: str, place: int, cuts: list[float]) -> float:
    before, after = text[place - 1], text[place]
    if before in SPACES:
        shown = text[:place].rstrip()
        if not shown or (_is_han(shown[-1]) and _is_han(after)) or shown[-1] in _PAUSES:
            return _PAUSE
        if shown[-1].isascii() and after.isascii():
            return _LEANS if shown.rsplit(None, 1)[-1].lower() in _LEANING else _WORD_SPACE
        return _MIXED_SPACE
    if not any(map(str.isalnum, text[:place])):  # a dash before a deck is no pause
        return _COUNTED
    leans = (_LEANS if after in _NEVER_FIRST else 0.0) + (_LEANS if before in _NEVER_LAST else 0.0)
    if before in _PAUSES:
        return _PAUSE + leans
    if before in _CLOSING or after in _OPENING:
        return _QUOTED + leans
    # Behind 的 and before 把 a reader takes breath.
    breath = _BREATH if before in _TAKES_BREATH_AFTER or after in _TAKES_BREATH_BEFORE else 0.0
    return _WORD - breath + leans + cuts[place]


def _cuts(text: str, cohesion: Cohesion) -> list[float]:
    """What a line end costs at each place by the words it would cut."""
    cuts = [0.0] * (len(text) + 1)
    start = 0
    while start < len(text):
        end = start
        while end < len(text) and _is_han(text[end]):
            end += 1
        if end > start + 1:
            cuts[start + 1 : end] = word_cuts(text[start:end], cohesion)[1:-1]
        start = max(end, start + 1)
    return cuts


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character == "〇"
