"""A set line becomes a strip of the screen, and a cell of the screen a character of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.edition.printable import printable_line
from reader.tui.forme import GAP, RULE_AT, Forme
from reader.tui.inks import Inks
from reader.tui.sheet import Point, Sheet, stretches_in
from reader.typesetting.galley import Line, Run
from reader.typesetting.role import Role
from reader.typesetting.width import clusters, text_width

Inking = tuple[int, int, Style]
"""A stretch of a block's text, by offsets, and the style laid over it."""


class Drawn(NamedTuple):
    """A row of something that is no text, ready to be put into a strip."""

    segments: Sequence[Segment]
    width: int
    """Cells of all of them."""


def painted(line: Line, inks: Inks, *, left: int, width: int, over: Sequence[Inking] = ()) -> Strip:
    """Return a line as a strip of exactly `width` cells, its text beginning `left` cells in.

    `over` lays styles over stretches of the text; a later one covers an earlier one. The strip says its
    own length in cells, since only the typesetter knows how wide the terminal draws a character.
    """
    ground = inks.text
    segments = [Segment(" " * left, ground)] if left else []
    segments += inked(line, inks, over)
    right = width - left - line.width
    if right > 0:
        segments.append(Segment(" " * right, ground))
    return Strip(merged(segments), max(width, left + line.width))


def painted_beside(
    lines: Sequence[tuple[Line | None, Sequence[Inking]]],
    inks: Inks,
    forme: Forme,
    ambiguous: int,
    drawn: Mapping[int, Drawn] | None = None,
) -> Strip:
    """Return lines, each with what is laid over it, in the columns of a forme; None leaves its column white.

    Between two columns stands a rule, drawn so that it is one cell wide on every terminal. `drawn` gives
    what is painted instead of the line of a column.
    """
    ground = inks.text
    rule = Segment("│" if ambiguous == 1 else "|", inks.role(Role.RULE))
    segments: list[Segment] = []
    at, lefts = 0, forme.lefts
    for column, (line, over) in enumerate(lines):
        left = lefts[column]
        if column:
            before = left - GAP + RULE_AT - at
            # A cluster wider than its column, were there one, would take the place of the rule.
            if before >= 0:
                segments += [Segment(" " * before, ground), rule]
                at += before + 1
        if left > at:
            segments.append(Segment(" " * (left - at), ground))
            at = left
        if drawn and column in drawn:
            segments += drawn[column].segments
            at += drawn[column].width
        elif line is not None:
            segments += inked(line, inks, over)
            at += line.width
    if forme.width > at:
        segments.append(Segment(" " * (forme.width - at), ground))
    return Strip(merged(segments), max(forme.width, at))


def inked(line: Line, inks: Inks, over: Sequence[Inking] = ()) -> Iterator[Segment]:
    """Yield the runs of a line in their inks, cut where something is laid over them."""
    for run, bridge in zip(line.runs, _bridged(line.runs, over), strict=True):
        style = inks.role(run.role)
        for text, laid in ((run.text, bridge),) if run.start is None else _cut(run, over):
            yield Segment(printable_line(text), style if laid is None else laid)


def laid_over(
    line: Line, sheet: Sheet | None, selection: tuple[Point, Point] | None, inks: Inks
) -> list[Inking]:
    """Return what is laid over a line: the matches, the one stood on above them, the selection above all."""
    if sheet is None:
        return []
    over: list[Inking] = [
        (match.start, match.end, inks.found) for match in stretches_in(line.block, sheet.found)
    ]
    if sheet.found_here is not None and sheet.found_here.block == line.block:
        over.append((sheet.found_here.start, sheet.found_here.end, inks.found_here))
    if selection is not None:
        first, last = sorted(selection)
        if first.block <= line.block <= last.block:
            start = first.character if line.block == first.block else 0
            end = last.character if line.block == last.block else line.end
            over.append((start, end, inks.selected))
    return over


def _bridged(runs: Sequence[Run], over: Sequence[Inking]) -> Iterator[Style | None]:
    """Yield for each run the style laid over the cells made between two characters that both have it."""
    for number, run in enumerate(runs):
        laid = None
        if run.start is None and over and 0 < number < len(runs) - 1:
            before, after = runs[number - 1], runs[number + 1]
            if before.start is not None and after.start is not None:
                last = before.start + len(before.text)
                for first, stop, style in over:
                    if first < last and after.start < stop:
                        laid = style
        yield laid


def _cut(run: Run, over: Sequence[Inking]) -> Iterator[tuple[str, Style | None]]:
    """Yield the run in parts, each with the style laid over it or None."""
    if run.start is None or not over:
        yield run.text, None
        return
    start, end = run.start, run.start + len(run.text)
    edges = {start, end}
    for begin, stop, _ in over:
        edges.update(edge for edge in (begin, stop) if start < edge < end)
    ordered = sorted(edges)
    for begin, stop in pairwise(ordered):
        laid = None
        for first, last, style in over:
            if first <= begin and stop <= last:
                laid = style
        yield run.text[begin - start : stop - start], laid


def character_at(line: Line, cell: int, ambiguous: int) -> int:
    """Return the offset, in the line's block, of the character drawn `cell` cells from the line's start.

    Left of the text it is the line's first character, right of it the one after its last; in cells made
    between two characters the second.
    """
    at = 0
    read = line.start
    for run in line.runs:
        for cluster, offset in _clusters(run):
            at += text_width(cluster, ambiguous)
            if cell < at:
                return read if offset is None else offset
            if offset is not None:
                read = offset + len(cluster)
    return line.end


def _clusters(run: Run) -> Iterable[tuple[str, int | None]]:
    offset = run.start
    for cluster in clusters(run.text):
        yield cluster, offset
        if offset is not None:
            offset += len(cluster)


def clipped(text: str, cells: int, ambiguous: int = 1) -> str:
    """Return text cut to so many cells, with ``…`` for what is left out; never half a character."""
    if text_width(text, ambiguous) <= cells:
        return text
    room = cells - text_width("…", ambiguous)
    taken: list[str] = []
    for cluster in clusters(text):
        room -= text_width(cluster, ambiguous)
        if room < 0:
            break
        taken.append(cluster)
    return "".join(taken) + "…" if cells > 0 else ""


def row(
    parts: Iterable[tuple[str, Style]],
    width: int,
    ground: Style,
    *,
    right: Sequence[tuple[str, Style]] = (),
    ambiguous: int = 1,
) -> Strip:
    """Return one row of `width` cells: parts from the left, others to the right edge, ground between.

    The right ones are kept whole; the left ones are clipped where they meet them.
    """
    tail = [(printable_line(text), style) for text, style in right]
    tail_width = sum(text_width(text, ambiguous) for text, _ in tail)
    if tail_width > width:
        tail, tail_width = [], 0
    whole = room = width - tail_width
    segments: list[Segment] = []
    words = ""
    for text, style in parts:
        if room <= 0:
            break
        fitting = clipped(printable_line(text), room, ambiguous)
        segments.append(Segment(fitting, style))
        # Measured together: characters of two parts may become one cluster where they meet.
        words += fitting
        room = whole - text_width(words, ambiguous)
    if room > 0:
        segments.append(Segment(" " * room, ground))
    segments.extend(Segment(text, style) for text, style in tail)
    return Strip(merged(segments), width)


def merged(segments: Iterable[Segment]) -> list[Segment]:
    """Return segments, neighbours of one style joined: each is sent with its colours, forty bytes."""
    merged: list[Segment] = []
    for segment in segments:
        if merged and merged[-1].style == segment.style:
            merged[-1] = Segment(merged[-1].text + segment.text, segment.style)
        elif segment.text:
            merged.append(segment)
    return merged
