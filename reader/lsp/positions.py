"""Places in a text as editors count them: lines from 0, and units of the encoding agreed upon."""

from __future__ import annotations

from lsprotocol import types

from reader.copydesk.place import Lines

UTF8, UTF16, UTF32 = (
    types.PositionEncodingKind.Utf8.value,
    types.PositionEncodingKind.Utf16.value,
    types.PositionEncodingKind.Utf32.value,
)
"""What a column can be counted in (Language Server Protocol 3.17, position encodings)."""

_LAST_OF_PLANE = "\uffff"  # characters beyond take two units of UTF-16


class Positions:
    """The way between offsets in a text, in characters, and an editor's positions.

    A line ends at CRLF, LF or CR and at nothing else, as the protocol has it.
    """

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._encoding = encoding
        self._lines = Lines(text)

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset; one inside a line end is that of its line's end."""
        line = self._lines.line_at(offset)
        words = self._lines.line(line)[: offset - self._lines.start(line)]
        return types.Position(line - 1, self._units(words))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; behind a line's end it is that end, behind the text the text's.

        Inside a character that takes several units it is the character's start.
        """
        if position.line >= len(self._lines):
            return len(self._text)
        number = position.line + 1
        return self._lines.start(number) + self._characters(self._lines.line(number), position.character)

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, blanks at its end left out."""
        line = self._lines.line_at(offset)
        return max(offset, self._lines.start(line) + len(self._lines.line(line).rstrip()))

    def _units(self, words: str) -> int:
        if self._encoding == UTF32 or words.isascii():
            return len(words)
        if self._encoding == UTF8:
            return len(words.encode("utf-8", "surrogatepass"))
        return len(words) + sum(character > _LAST_OF_PLANE for character in words)

    def _characters(self, line: str, units: int) -> int:
        """Return how many characters of a line so many units are."""
        is_one_each = self._encoding == UTF32 or line.isascii()
        if is_one_each or (self._encoding == UTF16 and max(line) <= _LAST_OF_PLANE):
            return min(units, len(line))
        for index, character in enumerate(line):
            units -= self._units(character)
            if units < 0:
                return index
        return len(line)
