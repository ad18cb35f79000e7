"""The blocks of a body: its marks read, its broken lines joined, one block at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.edition.joining import joined


class Paragraph(NamedTuple):
    """Running text."""

    start: int
    text: str


class Subhead(NamedTuple):
    """A heading inside the text (小标题)."""

    start: int
    text: str


class Quote(NamedTuple):
    """A pull quote and who said it."""

    start: int
    text: str
    speaker: str | None


class ListItem(NamedTuple):
    """One item of a list; `ordinal` is the number as written, or None for a bullet."""

    start: int
    text: str
    ordinal: str | None


class Table(NamedTuple):
    """Rows of cells; the first row is the head. Rows may differ in length."""

    start: int
    rows: tuple[tuple[str, ...], ...]


class Verse(NamedTuple):
    """Lines kept as broken; an empty line parts stanzas."""

    start: int
    lines: tuple[str, ...]


class PhotoPlace(NamedTuple):
    """Where the photo of this id stands."""

    start: int
    photo_id: str


class Rule(NamedTuple):
    """A rule between parts of the text."""

    start: int


Block = Paragraph | Subhead | Quote | ListItem | Table | Verse | PhotoPlace | Rule
"""A block of a body; `start` is the offset of its first character in the body, in characters."""

_ORDINAL = re.compile(r"(\d{1,9})\. ")
_PHOTO = re.compile(r"!\[([^\]\n]+)\]\s*\Z")
SPEAKER = re.compile(r"(?:——|—)\s*(\S.*)\Z")
"""Matches the line of a quote that says who said it; group 1 is the speaker."""
_MARKS = ("### ", "> ", "- ", "| ", "~ ", "![", "---")
_BAR = re.compile(r"(?<!\\)\|")


def is_marked(line: str) -> bool:
    """Does this line begin with one of the body's marks, so that a plain one needs ``\\`` before it?"""
    return (
        line.startswith(_MARKS)
        or line in {"~", ">", "|"}
        or _is_row(line)
        or _ORDINAL.match(line) is not None
    )


def unescaped(line: str) -> str:
    """Return a plain line without the ``\\`` that keeps its first mark from being one.

    Of several before a mark one is taken off, so that every line can be written.
    """
    return line[1:] if line.startswith("\\") and is_marked(line.lstrip("\\")) else line


def cells(row: str) -> list[str]:
    """Return the cells of a table's line as written, blanks and all; ``\\|`` is a bar inside a cell."""
    return _BAR.split(row[1:-1])


def cell_text(cell: str) -> str:
    """Return the words of a cell as written."""
    return cell.strip().replace("\\|", "|")


def _is_row(line: str) -> bool:
    return line.startswith("|") and line.endswith("|") and len(line) > 1


def blocks(body: str) -> Iterator[Block]:
    """Yield the blocks of a body in order, reading no further than it is asked for.

    A blank line ends a block; a line that begins with a mark begins one; a single line break joins. ``\\``
    before a mark makes the line plain. Source: edition format 1, "Body".
    """
    yield from _Reader(body).blocks()


class _Reader:
    """Walks over the lines of a body; `peek` is the next line without its end, or None at the end."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._at = 0
        self._next = 0
        self.peek: str | None = None
        self._read()

    def _read(self) -> None:
        if self._next >= len(self._body):
            self._at, self.peek = len(self._body), None
            return
        end = self._body.find("\n", self._next)
        end = len(self._body) if end < 0 else end
        self._at, self.peek = self._next, self._body[self._next : end].rstrip()
        self._next = end + 1

    def take(self) -> str:
        line = self.peek
        assert line is not None
        self._read()
        return line

    def blocks(self) -> Iterator[Block]:
        while (line := self.peek) is not None:
            if not line.strip():
                self.take()
            else:
                yield self._block(line)

    def _block(self, line: str) -> Block:
        start = self._at
        if line.startswith("### "):
            return Subhead(start, self.take()[4:].strip())
        if line.startswith("> ") or line == ">":
            return self._quote(start)
        if line.startswith("- "):
            return ListItem(start, self._joined(self.take()[2:].strip()), None)
        if ordinal := _ORDINAL.match(line):
            return ListItem(start, self._joined(self.take()[ordinal.end() :].strip()), ordinal[1])
        if _is_row(line):
            return self._table(start)
        if line.startswith("~ ") or line == "~":
            return self._verse(start)
        if photo := _PHOTO.match(line):
            self.take()
            return PhotoPlace(start, photo[1])
        if line == "---":
            self.take()
            return Rule(start)
        return Paragraph(start, self._joined(unescaped(self.take().strip())))

    def _joined(self, first: str) -> str:
        """Join the plain lines that follow onto the first, up to a blank or a marked one."""
        parts = [first]
        while self.peek and self.peek.strip() and not self._begins_block(self.peek):
            parts.append(unescaped(self.take().strip()))
        return joined(parts)

    @staticmethod
    def _begins_block(line: str) -> bool:
        if line.startswith("|"):
            return _is_row(line)
        if line.startswith("!["):
            return _PHOTO.match(line) is not None
        if line.startswith("---"):
            return line == "---"
        return is_marked(line)

    def _quote(self, start: int) -> Block:
        said: list[str] = []
        speaker = None
        while self.peek is not None and (self.peek.startswith("> ") or self.peek == ">"):
            words = self.take()[1:].strip()
            if said and (match := SPEAKER.match(words)):
                speaker = match[1]
                break
            if words:
                said.append(words)
        return Quote(start, joined(said), speaker)

    def _table(self, start: int) -> Block:
        rows = []
        while self.peek and _is_row(self.peek):
            rows.append(tuple(cell_text(cell) for cell in cells(self.take())))
        return Table(start, tuple(rows))

    def _verse(self, start: int) -> Block:
        lines = []
        while self.peek is not None and (self.peek.startswith("~ ") or self.peek == "~"):
            lines.append(self.take()[2:])
        return Verse(start, tuple(lines))
