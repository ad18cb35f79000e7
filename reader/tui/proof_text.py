"""The place of a finding in its file: numbered lines, a mark in the gutter, marks under the words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.copydesk.examine import Located
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.place import Place
from reader.copydesk.proof_state import ProofState
from reader.edition.printable import is_printable, printable_line
from reader.edition.wording import Tongue
from reader.proofreading.severity import Severity
from reader.tui.inks import Inks
from reader.tui.widgets.bar import Part
from reader.typesetting.role import Role
from reader.typesetting.width import clusters, text_width

SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
"""What stands for how grave a finding is; never its colour alone."""
_LONGEST = 6_000
"""Characters of one line that are looked at around a finding; a longer one is cut there."""
_SHORT = 12
"""Characters up to which what was found elsewhere is printed as found, besides the mark under it."""
_LONG = 60
"""Characters up to which all that the cursor stands on has marks under it; of more, its beginning."""
_LOOKED_BACK = 40
"""Findings before a row that are looked at, in case they reach into it."""
_NARROW = 50
"""Cells below which the gutter gives way to the text."""

Rows = tuple[tuple[Part, ...], ...]


class View(NamedTuple):
    """What rows are made for: a pane's cells, the inks, the program's tongue."""

    width: int
    height: int
    inks: Inks
    tongue: Tongue
    ambiguous: int = 1


class _Mark(NamedTuple):
    start: int
    end: int
    severity: Severity
    is_here: bool


class _Stretch(NamedTuple):
    """A part of a line that fits into a row: offsets in the file's text."""

    line: int
    start: int
    end: int
    is_first: bool
    is_last: bool = False


def text_rows(state: ProofState, here: Located, view: View) -> Rows:
    """Return the lines around a finding, as many as there is room for; its own stands in the upper third."""
    return _TextRows(state, here, view).rows()


class _TextRows:
    def __init__(self, state: ProofState, here: Located, view: View) -> None:
        self._manuscript: Manuscript = state.manuscript
        self._view = view
        self._place = place_of(state, here)
        self._here = here
        # Until the text is read again only the place of what is stood on is known.
        self._findings = state.listed.findings if state.is_settled else ()
        lines = self._manuscript.lines
        first = max(1, self._place.line - view.height)
        last = min(len(lines), self._place.line + view.height)
        near = [lines.line(number)[:_LONGEST] for number in range(first, last + 1)]
        self._dedent = min((len(line) - len(line.lstrip(" ")) for line in near if line.strip()), default=0)
        digits = len(str(last)) if view.width >= _NARROW else len(str(self._place.line))
        rule = "│" if view.ambiguous == 1 else "|"
        self._gutter = (digits, f" {rule} " if view.width >= _NARROW else " ")
        self._cells = max(4, view.width - 3 - digits - len(self._gutter[1]))

    def rows(self) -> Rows:
        height = self._view.height
        own = list(self._stretches(self._place.line))
        at = next((n for n, one in enumerate(own) if one.end > self._place.start), len(own) - 1)
        middle = self._with_marks(own[at])
        below = self._below(own[at + 1 :])
        above: list[tuple[Part, ...]] = []
        wanted_above = max(0, min((height - len(middle)) // 2, (height + 2) // 3))
        for stretch in self._above(own[:at]):
            rows = self._with_marks(stretch)
            if len(above) + len(rows) > wanted_above:
                break
            above[:0] = rows
        found = [*above, *middle]
        for stretch in below:
            if len(found) >= height:
                break
            found += self._with_marks(stretch)
        return tuple(found[:height])

    def _above(self, own: Sequence[_Stretch]) -> Iterator[_Stretch]:
        yield from reversed(own)
        for number in range(self._place.line - 1, 0, -1):
            yield from reversed(list(self._stretches(number)))

    def _below(self, own: Sequence[_Stretch]) -> Iterator[_Stretch]:
        yield from own
        for number in range(self._place.line + 1, len(self._manuscript.lines) + 1):
            yield from self._stretches(number)

    def _stretches(self, number: int) -> Iterator[_Stretch]:
        """Yield a line in parts that fit; of a very long one only what is near the finding."""
        lines = self._manuscript.lines
        line, start = lines.line(number), lines.start(number)
        skipped = min(self._dedent, len(line) - len(line.lstrip(" ")))
        first, last = skipped, len(line)
        if last - first > _LONGEST:
            middle = self._place.start - start if number == self._place.line else 0
            first = max(first, middle - _LONGEST // 2)
            last = min(last, first + _LONGEST)
        at = begun = first
        room = self._cells
        for cluster in clusters(line[first:last]):
            cells = text_width(_shown(cluster), self._view.ambiguous)
            if cells > room and at > begun:
                yield _Stretch(number, start + begun, start + at, begun == first)
                begun, room = at, self._cells
            room -= cells
            at += len(cluster)
        yield _Stretch(number, start + begun, start + at, begun == first, True)

    def _with_marks(self, stretch: _Stretch) -> list[tuple[Part, ...]]:
        """Return the row of a stretch and, if something in it was found, the row of marks under it."""
        inks, text = self._view.inks, self._manuscript.text
        marks = self._marks_in(stretch)
        row: list[Part] = list(self._gutter_of(stretch))
        under = ""
        begun = {mark.start for mark in marks}
        at, cells = stretch.start, 0
        for start, end, is_here in _cut(stretch, marks):
            before = _shown(text[at:start])
            words = _shown(text[start:end])
            # What runs over half a line is not printed on another ground: its beginning tells enough.
            ink = inks.found_here if is_here else inks.found if end - start <= _SHORT else inks.text
            row += [(before, inks.text), (words, ink)]
            cells += self._width(before)
            width = self._width(words)
            if is_here and self._place.end - self._place.start <= _LONG:
                sign = "^" * max(1, width)
            else:
                sign = ("^" if is_here else "~") if start in begun else ""
            if sign:
                under += " " * (cells - len(under)) + sign
            cells += width
            at = end
        row.append((_shown(text[at : stretch.end]), inks.text))
        if not under:
            return [tuple(row)]
        digits, rule = self._gutter
        return [tuple(row), ((" " * (2 + digits) + rule, inks.faint), (under, inks.text))]

    def _gutter_of(self, stretch: _Stretch) -> Iterator[Part]:
        inks = self._view.inks
        digits, rule = self._gutter
        sign = ""
        if stretch.is_first:
            lines = self._manuscript.lines
            line_end = lines.start(stretch.line) + len(lines.line(stretch.line))
            found = self._marks_in(stretch._replace(end=line_end, is_last=True))
            gravest = max((mark.severity for mark in found), key=lambda one: one.gravity, default=None)
            sign = SIGNS[gravest] if gravest is not None else ""
        yield f"{sign:1} ", inks.role(Role.SUBHEAD) if sign else inks.faint
        number = str(stretch.line) if stretch.is_first else ""
        yield f"{number:>{digits}}{rule}", inks.faint

    def _marks_in(self, stretch: _Stretch) -> list[_Mark]:
        first = bisect_left(self._findings, stretch.start, key=_start)
        last = bisect_left(self._findings, stretch.end + 1, key=_start)
        marks = [
            _Mark(one.place.start, one.place.end, one.severity, False)
            for one in self._findings[max(0, first - _LOOKED_BACK) : last]
            if one is not self._here
        ]
        marks.append(_Mark(self._place.start, self._place.end, self._here.severity, True))
        end = stretch.end + stretch.is_last
        return [
            mark
            for mark in marks
            if (mark.start < stretch.end and mark.end > stretch.start)
            or (mark.start == mark.end and stretch.start <= mark.start < end)
        ]

    def _width(self, text: str) -> int:
        return text_width(text, self._view.ambiguous)


def place_of(state: ProofState, one: Located) -> Place:
    """Return where a finding is in the text as it now is, though it may be carried over."""
    if state.is_settled or one.finding is None:
        return one.place
    return state.manuscript.place(one.finding.spot)


def _start(one: Located) -> int:
    return one.place.start


def _cut(stretch: _Stretch, marks: Sequence[_Mark]) -> Iterator[tuple[int, int, bool]]:
    """Yield the marked parts of a stretch; where marks overlap, the one stood on comes first."""
    taken = stretch.start
    here = next((mark for mark in marks if mark.is_here), None)
    for mark in sorted(marks):
        start, end = max(mark.start, taken), min(mark.end, stretch.end)
        if here is not None and not mark.is_here:
            if here.start <= start < here.end or (here.start == start and here.end == here.start):
                continue
            if start < here.start < end:
                end = here.start
        if start < end or (mark.start == mark.end and start == mark.start):
            yield start, max(start, end), mark.is_here
            taken = max(taken, end)


def _shown(text: str) -> str:
    return text if is_printable(text) else printable_line(text)
