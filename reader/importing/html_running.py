"""Running text of HTML: blanks collapsed, broken lines joined or taken for paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.edition.joining import is_cjk, joined
from reader.edition.printable import printable

_BLANK = " \t\n\f"
_BLANKS = re.compile(r"[ \t\n\f]+")
_LINE_ENDS = re.compile(r"[ \t\f]*\n[ \t\n\f]*")
# Places where a line may be broken, as <wbr> is: hints to typesetting, not text.
_HINTS = re.compile("[\xad\u200b]")
_INDENT = re.compile("(?:\u3000|\xa0\xa0|\u2003)")
_SENTENCE_ENDS = frozenset("。！？…”』」.!?:：;；")
_SHORT = 24


class Running:
    """The text since the last boundary; a mark in it is the number of pieces before it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._breaks: list[int] = []
        self.has_text = False

    @property
    def mark(self) -> int:
        """The place after what has been added so far."""
        return len(self._pieces)

    def add(self, text: str) -> None:
        """Add text, or blanks, as they stand in the markup."""
        self._pieces.append(text)
        if not self.has_text and text.strip(_BLANK):
            self.has_text = True

    def end_line(self) -> None:
        """End a line here, as ``br`` does."""
        self._breaks.append(len(self._pieces))

    def bracket(self, mark: int) -> None:
        """Put what was added since a mark into full-width brackets, if it is anything."""
        words = self.cut(mark)
        if words:
            if self._pieces:
                self._pieces[-1] = self._pieces[-1].rstrip(_BLANK)
            self.add(f"（{words}）")

    def cut(self, mark: int) -> str:
        """Take what was added since a mark out of the text; returned on one line."""
        words = one_line("".join(self._pieces[mark:]))
        del self._pieces[mark:]
        self._breaks = [place for place in self._breaks if place <= mark]
        self.has_text = any(piece.strip(_BLANK) for piece in self._pieces)
        return words

    def text_before(self, mark: int) -> str:
        """Return what was added before a mark, blanks and all."""
        return "".join(self._pieces[:mark])

    def is_blank_from(self, mark: int) -> bool:
        """Has nothing but blanks been added since this mark?"""
        return not any(piece.strip(_BLANK) for piece in self._pieces[mark:])

    def ends_line_at(self, mark: int) -> bool:
        """Was a line ended just before this mark, but for blanks?"""
        return any(place <= mark and not "".join(self._pieces[place:mark]).strip() for place in self._breaks)

    def clear(self) -> None:
        """Forget what there is."""
        if self._pieces or self._breaks:
            self._pieces, self._breaks, self.has_text = [], [], False

    def verbatim(self) -> list[str]:
        """Take the text, its blanks kept, in lines; blank ones at both ends are left out."""
        text = "\n".join("".join(line) for line in self._taken())
        return _trimmed([printable(line).rstrip() for line in text.split("\n")])

    def lines(self) -> list[str]:
        """Take the text in its lines, without empty ones at its ends; an empty line parts others."""
        return _trimmed([_collapsed("".join(line)).strip(" ") for line in self._taken()])

    def paragraphs(self, *, lines_are_kept: bool = False) -> list[str]:
        """Take the text in its paragraphs: a line of its own is one where it looks like one.

        With `lines_are_kept` every line is a paragraph, as in a postal address.
        """
        if not self._breaks:  # the common case
            text = _collapsed("".join(self._taken()[0])).strip()
            return [text] if text else []
        found: list[str] = []
        for lines in _parted(self.lines()):
            if lines_are_kept or _are_paragraphs(lines):
                found += [line.strip() for line in lines]
            else:
                found.append(joined(line.strip() for line in lines))
        return [text for text in found if text]

    def joined_paragraphs(self) -> list[str]:
        """Take the text in paragraphs parted by empty lines only, other lines joined."""
        return [joined(line.strip() for line in lines) for lines in _parted(self.lines())]

    def _taken(self) -> list[list[str]]:
        """Return the pieces of each line and start anew."""
        lines, at = [], 0
        for place in self._breaks:
            lines.append(self._pieces[at:place])
            at = place
        lines.append(self._pieces[at:])
        self._pieces, self._breaks, self.has_text = [], [], False
        return lines


def one_line(text: str) -> str:
    """Return text of markup on one line, its blanks collapsed, printable."""
    return _collapsed(text).strip()


def _collapsed(text: str) -> str:
    """Collapse blanks into one; a line end between two Chinese characters into none.

    Source: CSS Text 3, 4.1.1 "Phase I" and 4.1.3 "Segment Break Transformation Rules".
    """
    if "\xad" in text or "\u200b" in text:
        text = _HINTS.sub("", text)
    if "\n" in text and not text.isascii():
        text = _without_cjk_line_ends(text)
    return printable(_BLANKS.sub(" ", text))


def _without_cjk_line_ends(text: str) -> str:
    def end(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return "" if before and after and is_cjk(before) and is_cjk(after) else " "

    return _LINE_ENDS.sub(end, text)


def _trimmed(lines: list[str]) -> list[str]:
    """Return lines without the empty ones before the first and after the last."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _parted(lines: Sequence[str]) -> list[list[str]]:
    """Part lines at empty ones."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _are_paragraphs(lines: Sequence[str]) -> bool:
    """Is every line a paragraph: indented, ended like a sentence, or short as lines of a list are?"""
    if sum(bool(_INDENT.match(line)) for line in lines) * 2 >= len(lines):
        return True
    inner = lines[:-1]
    if inner and sum(line.rstrip()[-1:] in _SENTENCE_ENDS for line in inner) * 2 >= len(inner):
        return True
    return all(len(line) <= _SHORT for line in inner)
