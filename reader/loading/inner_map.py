"""Where in a file each character of a text is written, in all five YAML styles."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.loading.scalars import DOUBLE, FOLDED, LINE_BREAK, LITERAL, SINGLE, Scalar

# Stretches of quoted and plain text that are written as they are read.
_AS_WRITTEN = {
    SINGLE: re.compile(r"[^' \t\r\n]+"),
    DOUBLE: re.compile(r'[^"\\ \t\r\n]+'),
    "": re.compile(r"[^ \t\r\n]+"),
}
_BLANKS = re.compile(r"[ \t]*")
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
"""What a letter behind a backslash stands for (YAML 1.2.2 §5.7)."""
_CODES = {"x": 2, "u": 4, "U": 8}
_OPEN_END = -1  # of a line end: it reaches to the next character


class NoInnerMap(Exception):
    """The text cannot be traced character by character: nothing in it may be changed by program."""


class InnerMap(NamedTuple):
    """For each character of a value where its writing begins and ends, as offsets in the file's text.

    A line end takes the indentation of the next line with it, so that to remove it joins the lines.
    """

    starts: list[int]
    ends: list[int]
    indent: str
    """The blanks that begin a line of a block; empty in the other styles."""


def inner_map(text: str, scalar: Scalar) -> InnerMap:
    """Return where each character of a scalar is written in the file's text.

    The value is made again from the file by the rules of its style (YAML 1.2.2 §7.3, §8.1; line folding §6.5)
    and must come out as the parser's.

    Raises:
        NoInnerMap: it does not.
    """
    trace = _Trace()
    try:
        if scalar.style in (LITERAL, FOLDED):
            trace.block(text, scalar)
        else:
            trace.flow(text, scalar)
    except (IndexError, KeyError, ValueError) as error:
        raise NoInnerMap(scalar.path) from error
    if "".join(trace.characters) != scalar.value:
        raise NoInnerMap(scalar.path)
    return trace.map()


class _Trace:
    """A value as it is made again: its characters with where each came from."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._indent = ""
        self._last = 0

    def map(self) -> InnerMap:
        """Return the places, each line end reaching to the character behind it."""
        after = self._last
        for index in range(len(self._ends) - 1, -1, -1):
            if self._ends[index] == _OPEN_END:
                self._ends[index] = after
            after = self._starts[index]
        return InnerMap(self._starts, self._ends, self._indent)

    def _add(self, character: str, start: int, end: int) -> None:
        self.characters.append(character)
        self._starts.append(start)
        self._ends.append(end)

    def _copy(self, text: str, start: int, end: int) -> None:
        self.characters += text[start:end]
        self._starts += range(start, end)
        self._ends += range(start + 1, end + 1)

    # -- literal and folded ------------------------------------------------------------------------

    def block(self, text: str, scalar: Scalar) -> None:
        """Trace a block: header, indentation, folding, chomping (YAML 1.2.2 §8.1)."""
        lines = list(_lines(text, scalar.start, scalar.end))
        header = text[lines[0][0] : lines[0][1]].split("#", maxsplit=1)[0]
        del lines[0]
        width = _indentation(text, lines, scalar, any(map(str.isdigit, header)))
        self._indent = " " * width
        is_folded = scalar.style == FOLDED
        line_end: int | None = None
        blanks: list[int] = []
        was_deeper = False
        for start, end, after in lines:
            if not text[start : min(end, start + width + 1)].strip(" ") and end - start <= width:
                blanks.append(end)
                self._last = after
                continue
            if text[start : start + width].strip(" "):
                break  # indented less: of this text no more
            content = start + width
            is_deeper = text[content] in " \t"
            if line_end is not None and is_folded and not was_deeper and not is_deeper:
                if blanks:
                    blanks[0] = line_end  # the break that folding drops goes with the blank line
                else:
                    self._add(" ", line_end, _OPEN_END)
            elif line_end is not None:
                self._add("\n", line_end, _OPEN_END)
            for blank in blanks:
                self._add("\n", blank, _OPEN_END)
            blanks = []
            was_deeper = is_deeper
            self._copy(text, content, end)
            line_end = end if after > end else None
            self._last = after
        if "-" not in header and line_end is not None:
            self._add("\n", line_end, _OPEN_END)
        if "+" in header:
            for blank in blanks:
                self._add("\n", blank, _OPEN_END)

    # -- plain and quoted --------------------------------------------------------------------------

    def flow(self, text: str, scalar: Scalar) -> None:
        """Trace a plain or quoted text: escapes and line folding (YAML 1.2.2 §7.3)."""
        style = scalar.style
        quoted = style in (SINGLE, DOUBLE)
        at, end = (scalar.start + 1, scalar.end - 1) if quoted else (scalar.start, scalar.end)
        as_written = _AS_WRITTEN[style]
        self._last = end
        while at < end:
            if match := as_written.match(text, at, end):
                self._copy(text, at, match.end())
                at = match.end()
            elif text[at] in " \t\r\n":
                at = self._white(text, at, end)
            elif style == SINGLE:
                self._add("'", at, at + 2)
                at += 2
            else:
                at = self._escape(text, at, end)

    def _white(self, text: str, at: int, end: int) -> int:
        """Trace blanks, or the line ends they stand at; return where they stop."""
        match = _BLANKS.match(text, at, end)
        stop = match.end() if match else at
        if stop >= end or text[stop] not in "\r\n":
            self._copy(text, at, stop)
            return stop
        breaks = []
        while stop < end and (line_break := LINE_BREAK.match(text, stop, end)):
            breaks.append(stop)
            match = _BLANKS.match(text, line_break.end(), end)
            stop = match.end() if match else line_break.end()
        if len(breaks) == 1:
            self._add(" ", at, stop)
        else:
            for index, line_end in enumerate(breaks[1:]):
                self._add("\n", at if index == 0 else line_end, _OPEN_END)
            self._ends[-1] = stop
        return stop

    def _escape(self, text: str, at: int, end: int) -> int:
        letter = text[at + 1]
        if line_break := LINE_BREAK.match(text, at + 1, end):  # an escaped line end is nothing
            match = _BLANKS.match(text, line_break.end(), end)
            stop = match.end() if match else line_break.end()
            while stop < end and (blank := LINE_BREAK.match(text, stop, end)):
                self._add("\n", stop, _OPEN_END)
                match = _BLANKS.match(text, blank.end(), end)
                stop = match.end() if match else blank.end()
            return stop
        if letter in _CODES:
            stop = at + 2 + _CODES[letter]
            self._add(chr(int(text[at + 2 : stop], 16)), at, stop)
            return stop
        self._add(_ESCAPES[letter], at, at + 2)
        return at + 2


def _lines(text: str, at: int, end: int) -> list[tuple[int, int, int]]:
    """Return start, end, and start of the next, of each line from `at` on."""
    lines = []
    while at < end:
        match = LINE_BREAK.search(text, at)
        stop, after = (match.start(), match.end()) if match else (len(text), len(text))
        lines.append((at, stop, after))
        at = after
    return lines


def _indentation(text: str, lines: list[tuple[int, int, int]], scalar: Scalar, is_explicit: bool) -> int:
    """Return how many blanks begin each line; with an indicator, the value tells what the first has more."""
    for start, end, _ in lines:
        line = text[start:end]
        width = len(line) - len(line.lstrip(" "))
        if width < len(line):
            if is_explicit:
                first = next(line for line in scalar.value.split("\n") if line.strip(" "))
                width -= len(first) - len(first.lstrip(" "))
            return width
    # Nothing but blank lines: the longest tells.
    return max((end - start for start, end, _ in lines), default=0)
