"""Lines divided into columns: full ones from the left, and even ones where the lines end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.typesetting.line import Line
from reader.typesetting.role import Role

_OPENS = frozenset({Role.SUBHEAD, Role.TABLE_HEAD, Role.PHOTO})
"""What announces what follows; at a column's foot it would announce nothing."""
_CLOSES = frozenset({Role.SPEAKER, Role.CAPTION, Role.CREDIT, Role.SIGNOFF, Role.CUT, Role.JUMP})
"""What belongs to the lines above it."""
_OF_PHOTO = frozenset({Role.CAPTION, Role.CREDIT})
_SHORT_TABLE = 12
"""Lines of a table that is kept whole; a longer one may go on in the next column."""
_GIVEN_AWAY = 6
"""Lines a full column may end early so that no line is torn off."""
_SHIFT = 4
"""Lines a column may end before or behind the place at which all were even."""
_SAWN = 10**9
"""What a picture cut in two weighs: more than any unevenness."""
_TORN = 24
"""What a line torn off weighs against the squares of the lines by which columns are uneven."""


class Division(NamedTuple):
    """Lines in columns."""

    columns: tuple[tuple[Line, ...], ...]
    """The lines of each column, from the left. None begins or ends with a blank line; where lines are few,
    the last columns are empty."""
    taken: int
    """How many of the lines given have found their place, blank ones between two columns included."""


def balanced(lines: Sequence[Line], columns: int, rows: int) -> Division:
    """Divide lines, in reading order, into so many columns of at most `rows` lines.

    What does not fit is left: then every column is full, but for lines given away. If all fit, the columns
    are even. No column begins with a blank line, nor, where a few lines can avoid it, with the last line of a
    paragraph of several (孤行); none ends with the first line of one, with a subhead or with the head of a
    table. To know the first and last lines of paragraphs, give a few lines more than there is room for.
    Source: CLREQ (孤行).
    """
    full = _full(lines, columns, rows)
    if full.taken < len(lines):
        return full
    return _even(lines, columns, rows) or full


def is_torn(lines: Sequence[Line], place: int) -> bool:
    """Would a column that ends before the line at this place tear lines off that belong together?"""
    first = _past_blanks(lines, place)
    last = _before_blanks(lines, place) - 1
    if last < 0 or first >= len(lines):
        return False
    above, below = lines[last], lines[first]
    if above.block != below.block:
        return above.role in _OPENS or below.role in _CLOSES
    if first > last + 1:
        return False  # a blank line inside a block parts stanzas
    if below.row:
        return True  # a picture is whole, or it is none
    if above.role in _OPENS or above.role is Role.RULE:
        return True
    if above.role is Role.TABLE and _count(lines, last) <= _SHORT_TABLE:
        return True
    begins = last == 0 or not _go_together(lines[last - 1], above)
    ends = first + 1 == len(lines) or not _go_together(below, lines[first + 1])
    return begins or ends


def _count(lines: Sequence[Line], at: int) -> int:
    """How many lines the block has to which this line belongs, as far as they are given."""
    first = last = at
    while first > 0 and lines[first - 1].block == lines[at].block:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].block == lines[at].block:
        last += 1
    return last + 1 - first


def _go_together(above: Line, below: Line) -> bool:
    """Are these two lines of one block, and neither blank?"""
    return above.block == below.block and not above.is_blank and not below.is_blank


def _full(lines: Sequence[Line], columns: int, rows: int) -> Division:
    """Fill one column after the other."""
    filled = []
    at = _past_blanks(lines, 0)
    for _ in range(columns):
        end = _foot(lines, at, rows)
        filled.append(tuple(lines[at : _before_blanks(lines, end)]))
        at = _past_blanks(lines, end)
    return Division(tuple(filled), at)


def _foot(lines: Sequence[Line], at: int, rows: int) -> int:
    """Where a full column that begins here ends: at the last place, near its foot, that tears nothing."""
    limit = at + rows
    if limit >= len(lines):
        return len(lines)
    photo = _photo_across(lines, at, limit)
    limit = photo if photo > at else limit
    # Half a column is left at least, so that a low one goes on at all.
    for place in range(limit, max(limit - _GIVEN_AWAY, at + rows // 2) - 1, -1):
        if place > at and not is_torn(lines, place):
            return place
    return limit


def _photo_across(lines: Sequence[Line], at: int, end: int) -> int:
    """Where the photo begins that a column ending here would cut, or part from its words; else the end."""
    place = end
    while place > at and lines[place].role in _OF_PHOTO:
        place -= 1
    is_across = lines[place].rows and (place < end or lines[place].row)
    return place - lines[place].row if is_across else end


def _even(lines: Sequence[Line], columns: int, rows: int) -> Division | None:
    """Divide all lines with the least unevenness and tearing; None if that takes more than `rows`."""
    first, end = _past_blanks(lines, 0), _before_blanks(lines, len(lines))
    count = max(0, end - first)
    # The cheapest way to each place where a column may end: its weight, and where the columns before it end.
    ways: dict[int, tuple[int, tuple[int, ...]]] = {first: (0, ())}
    for number in range(1, columns + 1):
        further: dict[int, tuple[int, tuple[int, ...]]] = {}
        for foot in _feet(lines, first + count * number // columns, end, is_last=number == columns):
            torn = _TORN * columns * columns if is_torn(lines, foot) else 0
            torn += _SAWN if foot < end and _photo_across(lines, first, foot) != foot else 0
            for head, (weight, feet) in ways.items():
                height = _before_blanks(lines, foot) - head
                # Only behind the last line may a column be empty: reading goes on from the left.
                if height > rows or height < 0 or (height == 0 and foot != end):
                    continue
                weighed = weight + torn + (height * columns - count) ** 2
                if foot not in further or weighed < further[foot][0]:
                    further[foot] = weighed, (*feet, foot)
        ways = further
    if end not in ways:
        return None
    filled = []
    head = first
    for foot in ways[end][1]:
        filled.append(tuple(lines[head : _before_blanks(lines, foot)]))
        head = foot
    return Division(tuple(filled), len(lines))


def _feet(lines: Sequence[Line], even: int, end: int, *, is_last: bool) -> list[int]:
    """The places near the even one at which a column may end: those of lines that may open the next."""
    if is_last:
        return [end]
    # Where a picture lies across the even place, a column ends above it or below it.
    tall = lines[even].rows if even < end else 0
    # The later ones first: of two ways of one weight the one with the fuller columns on the left is taken.
    near = range(min(end, even + _SHIFT + tall), max(0, even - _SHIFT - tall) - 1, -1)
    return [place for place in near if place == end or not lines[place].is_blank]


def _past_blanks(lines: Sequence[Line], place: int) -> int:
    while place < len(lines) and lines[place].is_blank:
        place += 1
    return place


def _before_blanks(lines: Sequence[Line], place: int) -> int:
    while place > 0 and lines[place - 1].is_blank:
        place -= 1
    return place
