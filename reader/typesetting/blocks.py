"""A piece of copy set into lines, no further than anyone has looked."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Protocol

from reader.typesetting.display import head_rule, is_large, spaced_runs
from reader.typesetting.line import Line, Run, Setting
from reader.typesetting.look import Look, is_above_body, look_of, measure_of, rule_text
from reader.typesetting.paragraph import Room, Slice, set_paragraph
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.width import text_width

_EASILY_FILLED = 36
"""Cells of measure under which a line has too few gaps to hide more than a few cells in."""


class SetBlock(Protocol):
    """The lines of one piece."""

    def line(self, number: int) -> Line | None:
        """Return the line of this number (from 0) or None, setting no more than that takes."""

    def count(self) -> int:
        """Return the number of lines, setting all of them."""

    def number_at(self, character: int) -> int:
        """Return the number of the line that holds a character; the last one's when it lies behind all."""


def set_block(
    block: int, piece: Piece, before: Role | None, setting: Setting, after: Role | None = None
) -> SetBlock:
    """Return the lines of a piece that stands between one of the role `before` and one of `after`."""
    if setting.head_measure and is_above_body(piece.role):
        setting = setting._replace(measure=setting.head_measure)
    match piece.role:
        case Role.TABLE:
            from reader.typesetting.table import table_lines  # late: few articles have one

            return ListedBlock(table_lines(block, piece, setting))
        case Role.VERSE:
            return ListedBlock(_verse_lines(block, piece, setting))
        case Role.RULE:
            rule = rule_text(setting)
            width = text_width(rule, setting.ambiguous)
            return ListedBlock(iter((Line(block, 0, 0, (Run(rule, None, Role.RULE),), width, Role.RULE),)))
        case Role.PHOTO if piece.link and setting.pictures is not None:
            from reader.typesetting.picture import picture_block  # late: few articles have one

            return picture_block(block, piece, setting, setting.pictures)
        case _:
            text = TextBlock(block, piece, look_of(piece, before, setting), setting)
            is_last = after is not None and is_above_body(piece.role) and not is_above_body(after)
            if not is_last or not is_large(piece.weight, setting):
                return text
            return ListedBlock(_ruled(text, head_rule(block, len(piece.text), piece.weight, setting)))


class TextBlock:
    """Running text; of the lines set it keeps three numbers each, so that ten megabytes stay small."""

    def __init__(self, block: int, piece: Piece, look: Look, setting: Setting) -> None:
        self._block = block
        self._piece = piece
        self._look = look
        self._setting = setting
        self._slices: Iterator[Slice] | None = _slices(piece, look, setting)
        self._starts = array("L")
        self._ends = array("L")
        self._widths = array("L")

    def line(self, number: int) -> Line | None:
        """Return the line of this number, or None."""
        if not self._reaches(number):
            return None
        start, end, width = self._starts[number], self._ends[number], self._widths[number]
        look, role = self._look, self._piece.role
        lead, lead_width = (look.rest, look.rest_width) if number else (look.first, look.first_width)
        if look.is_flush_right:
            room = max(0, measure_of(self._setting) - lead_width - width)
            lead, lead_width = " " * room + lead, room + lead_width
        runs = self._runs(number, start, end, measure_of(self._setting) - lead_width - width)
        if start < self._piece.named:
            runs = tuple(_named(runs, self._piece.named))
        if len(runs) > 1:
            width += sum(len(run.text) for run in runs if run.start is None)
        if lead:
            runs = (Run(lead, None, role if number else look.lead_role), *runs)
        return Line(self._block, start, end, runs, lead_width + width, role)

    def count(self) -> int:
        """Return the number of lines."""
        while self._slices is not None:
            self._set_next()
        return len(self._starts)

    def number_at(self, character: int) -> int:
        """Return the number of the line that holds a character."""
        while self._slices is not None and (not self._starts or self._starts[-1] <= character):
            self._set_next()
        return max(0, bisect_right(self._starts, character) - 1)

    def _runs(self, number: int, start: int, end: int, rest: int) -> tuple[Run, ...]:
        text, role = self._piece.text, self._piece.role
        if start == end:
            return ()
        if self._look.is_spaced and start == 0 and not self._reaches(number + 1):
            return spaced_runs(text, start, end, role, rest + self._widths[number], self._setting.ambiguous)
        # A line that is too short to be filled without holes is left as it is, and so is the last one.
        measure = measure_of(self._setting)
        fillable = 0 < rest <= (measure // 4 if measure >= _EASILY_FILLED else 3)
        if self._look.is_justified and fillable and self._reaches(number + 1):
            from reader.typesetting.justify import justified_runs  # late: most papers are set ragged

            return justified_runs(text, start, end, rest, role)
        return (Run(text[start:end], start, role),)

    def _reaches(self, number: int) -> bool:
        while self._slices is not None and len(self._starts) <= number:
            self._set_next()
        return 0 <= number < len(self._starts)

    def _set_next(self) -> None:
        assert self._slices is not None
        found = next(self._slices, None)
        if found is None:
            self._slices = None
            return
        self._starts.append(found.start)
        self._ends.append(found.end)
        self._widths.append(found.width)


class ListedBlock:
    """Lines that someone else makes, kept as they come."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._unset: Iterator[Line] | None = lines
        self._lines: list[Line] = []

    def line(self, number: int) -> Line | None:
        """Return the line of this number, or None."""
        while self._unset is not None and len(self._lines) <= number:
            self._set_next()
        return self._lines[number] if 0 <= number < len(self._lines) else None

    def count(self) -> int:
        """Return the number of lines."""
        while self._unset is not None:
            self._set_next()
        return len(self._lines)

    def number_at(self, character: int) -> int:
        """Return the number of the line that shows a character, or the last before it."""
        self.count()
        found = 0
        for number, line in enumerate(self._lines):
            for run in line.runs:
                if run.start is not None and run.start <= character:
                    if character < run.start + len(run.text):
                        return number
                    found = number
        return found

    def _set_next(self) -> None:
        assert self._unset is not None
        line = next(self._unset, None)
        if line is None:
            self._unset = None
        else:
            self._lines.append(line)


def _named(runs: tuple[Run, ...], until: int) -> Iterator[Run]:
    """The runs of a line, with the name of who speaks in a role of its own."""
    for run in runs:
        if run.start is None or run.start >= until:
            yield run
            continue
        length = min(until - run.start, len(run.text))
        yield Run(run.text[:length], run.start, Role.KEY)
        if length < len(run.text):
            yield Run(run.text[length:], until, run.role)


def _ruled(text: TextBlock, rule: Line) -> Iterator[Line]:
    """The lines of the last piece of a head, and the rule that parts the head from the body."""
    number = 0
    while (line := text.line(number)) is not None:
        yield line
        number += 1
    yield rule


def _slices(piece: Piece, look: Look, setting: Setting) -> Iterator[Slice]:
    """The lines of a field; one that has line ends of its own keeps them."""
    text = piece.text
    measure = measure_of(setting)
    first, rest = measure - look.first_width, measure - look.rest_width

    def room(first: int) -> Room:
        return Room(first, rest, setting.gutter, setting.hanging, setting.ambiguous)

    def lines(text: str, room: Room) -> Iterable[Slice]:
        if not look.is_at_sense or text_width(text, setting.ambiguous) <= room.first:
            return set_paragraph(text, room)
        from reader.typesetting.sense import cohesion_of, set_at_sense  # late: most headlines fit on a line

        return set_at_sense(text, room, cohesion_of(*piece.around))

    # Paragraphs of a body have no line ends, and looking for one in ten megabytes would be felt.
    if piece.role is Role.TEXT or "\n" not in text:
        return iter(lines(text, room(first)))

    def parts() -> Iterator[Slice]:
        at = 0
        for part in text.split("\n"):
            for start, end, width in lines(part, room(rest if at else first)):
                yield Slice(at + start, at + end, width)
            at += len(part) + 1

    return parts()


def _verse_lines(block: int, piece: Piece, setting: Setting) -> Iterator[Line]:
    """Verse: its lines are kept, and one that is too long goes on further in."""
    look = look_of(piece, None, setting)
    measure = measure_of(setting)
    room = Room(measure - look.first_width, measure - look.rest_width, ambiguous=setting.ambiguous)
    at = 0
    for verse in piece.text.split("\n"):
        for number, (start, end, width) in enumerate(set_paragraph(verse, room)):
            lead, lead_width = (look.rest, look.rest_width) if number else (look.first, look.first_width)
            if start == end:
                yield Line(block, at + start, at + end, (), 0, piece.role)
                continue
            runs = (Run(lead, None, piece.role), Run(verse[start:end], at + start, piece.role))
            yield Line(block, at + start, at + end, runs, lead_width + width, piece.role)
        at += len(verse) + 1
