"""A table set in the measure: its columns beside each other where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.typesetting.line import Line, Run, Setting
from reader.typesetting.look import measure_of
from reader.typesetting.paragraph import Room, set_paragraph
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.width import text_width

_GAP = 2
_LEAST = 6
"""Cells under which no column is squeezed (three Chinese characters)."""
_LOOKED_AT = 200
"""Rows whose cells tell how wide the columns are."""
_NUMBER = frozenset("0123456789.,%+-−‰°℃０１２３４５６７８９．，％－＋ ")


class _Cell(NamedTuple):
    """A cell's words and their offset in the text of the piece."""

    text: str
    at: int


def table_lines(block: int, piece: Piece, setting: Setting) -> Iterator[Line]:
    """Yield the lines of a table; every character of every cell is in one run with its offset.

    Columns of numbers are flush right. Columns that do not fit are narrowed, the widest first, and their
    cells go on in further lines; where a column would be under `_LEAST` cells, cells stand below each other.
    """
    rows = list(_rows(piece.text))
    columns = max(len(row) for row in rows)
    natural = [_widest(rows, column, setting.ambiguous) for column in range(columns)]
    widths = _fitted(natural, measure_of(setting) - _GAP * (columns - 1))
    if widths is None:
        yield from _stacked(block, rows, setting)
        return
    numbers = [_is_of_numbers(rows, n) for n in range(columns)]
    for number, row in enumerate(rows):
        role = Role.TABLE if number or len(rows) == 1 else Role.TABLE_HEAD
        yield from _row_lines(block, row, widths, numbers, role, setting)
        if role is Role.TABLE_HEAD and not setting.plain:
            end = row[-1].at + len(row[-1].text)
            width = sum(widths) + _GAP * (columns - 1)
            rule = "─" * (width // setting.ambiguous)
            # An odd width is not filled by strokes of two cells.
            taken = len(rule) * setting.ambiguous
            yield Line(block, end, end, (Run(rule, None, Role.RULE),), taken, Role.RULE)


def _rows(text: str) -> Iterator[list[_Cell]]:
    at = 0
    for row in text.split("\n"):
        cells = []
        for cell in row.split("\t"):
            cells.append(_Cell(cell, at))
            at += len(cell) + 1
        yield cells


def _widest(rows: Sequence[Sequence[_Cell]], column: int, ambiguous: int) -> int:
    """The cells of the widest of the first cells of a column, at least 1."""
    cells = (row[column].text for row in rows[:_LOOKED_AT] if column < len(row))
    return max(1, max((text_width(cell, ambiguous) for cell in cells), default=1))


def _fitted(natural: list[int], room: int) -> list[int] | None:
    """The widths of the columns in this room, the widest narrowed; None when it is too small."""
    if sum(natural) <= room:
        return natural
    least = sum(min(width, _LEAST) for width in natural)
    if least > room:
        return None
    narrow, wide = _LEAST, max(natural)
    while narrow < wide:  # the greatest width that no column may pass
        middle = (narrow + wide + 1) // 2
        if sum(min(width, middle) for width in natural) <= room:
            narrow = middle
        else:
            wide = middle - 1
    return [min(width, narrow) for width in natural]


def _is_of_numbers(rows: Sequence[Sequence[_Cell]], column: int) -> bool:
    cells = [row[column].text for row in rows[1:_LOOKED_AT] if column < len(row) and row[column].text]
    return bool(cells) and all(_NUMBER.issuperset(cell) for cell in cells)


def _row_lines(
    block: int, row: list[_Cell], widths: list[int], numbers: list[bool], role: Role, setting: Setting
) -> Iterator[Line]:
    """A row: as many lines as its longest cell needs."""
    ambiguous = setting.ambiguous
    set_cells = [
        list(set_paragraph(cell.text, Room(width, width, ambiguous=ambiguous)))
        for cell, width in zip(row, widths, strict=False)
    ]
    for number in range(max(len(lines) for lines in set_cells)):
        runs: list[Run] = []
        wide = ahead = column_start = 0
        for cell, lines, width, is_number in zip(row, set_cells, widths, numbers, strict=False):
            if number < len(lines) and lines[number].end > lines[number].start:
                start, end, taken = lines[number]
                ahead = column_start - wide + (max(0, width - taken) if is_number else 0)
                if ahead:
                    runs.append(Run(" " * ahead, None, role))
                runs.append(Run(cell.text[start:end], cell.at + start, role))
                wide += ahead + taken
            column_start += width + _GAP
        starts = [run.start for run in runs if run.start is not None]
        ends = [run.start + len(run.text) for run in runs if run.start is not None]
        first, last = (min(starts), max(ends)) if starts else (row[0].at, row[0].at)
        yield Line(block, first, last, tuple(runs), wide, role)


def _stacked(block: int, rows: list[list[_Cell]], setting: Setting) -> Iterator[Line]:
    """Every cell on lines of its own, named by its head; a blank line between rows."""
    measure = measure_of(setting)
    heads = [cell.text for cell in rows[0]]
    for number, row in enumerate(rows):
        role = Role.TABLE if number else Role.TABLE_HEAD
        if number:
            yield Line(block, row[0].at, row[0].at, (), 0, role)
        for column, cell in enumerate(row):
            name = heads[column] if number and column < len(heads) else ""
            lead = f"{name}{'：' if setting.is_cjk else ': '}" if name else ""
            lead_width = text_width(lead, setting.ambiguous)
            if lead_width > measure // 2:  # the name stands above its cell
                for start, end, width in set_paragraph(
                    lead, Room(measure, measure, ambiguous=setting.ambiguous)
                ):
                    yield Line(block, cell.at, cell.at, (Run(lead[start:end], None, Role.KEY),), width, role)
                lead, lead_width = "  ", 2
            room = Room(measure - lead_width, measure - 2, ambiguous=setting.ambiguous)
            for index, (start, end, width) in enumerate(set_paragraph(cell.text, room)):
                before, before_width = ("  ", 2) if index else (lead, lead_width)
                made = (Run(before, None, role if index else Role.KEY),) if before else ()
                runs = (*made, Run(cell.text[start:end], cell.at + start, role))
                yield Line(block, cell.at + start, cell.at + end, runs, before_width + width, role)
