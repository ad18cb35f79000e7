"""The headings and paragraphs of a page, with the lines they stand on and the blank lines above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.importing.page_text.shapes import is_complete, stands_alone
from reader.importing.page_text.together import all_together

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t\u3000]+|\Z|(?=[^\s#A-Za-z0-9!])(?![^\s#]{1,20}#))(.*)\Z")
_INDENT = re.compile(r"(?:\u3000| {2,}|\t|\u00a0{2,})")
_WIDE = re.compile("[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]")
_WIDEST_LINE = 120
"""Cells: what is wider was not broken by hand or by a mailer."""
_NARROWEST_LINE = 24
"""Cells: two columns of a newspaper are not narrower."""


class Element(NamedTuple):
    """A heading or a paragraph, on one line."""

    line: int
    """Where it begins, from 1."""
    gap: int
    """How many blank lines stand above it."""
    level: int
    """0 is text, 1 to 6 a heading."""
    text: str

    @property
    def place(self) -> str:
        """Line and column as a message writes them."""
        return f"{self.line}:1"

    @property
    def end(self) -> str:
        """Line and column behind its last character, as far as it stands on one line."""
        return f"{self.line}:{len(self.text) + 1}"


def elements(text: str) -> list[Element]:
    """Return the headings and paragraphs of a text; lines that were only broken for width are joined."""
    found: list[Element] = []
    block: list[tuple[int, str]] = []
    gap = 0
    for number, line in enumerate(text.splitlines(), 1):
        heading = _HEADING.match(line) if "#" in line else None
        if heading is None and line.strip():
            block.append((number, line))
            continue
        if block:
            found += _paragraphs(block, gap)
            block, gap = [], 0
        if heading is None:
            gap += 1
        elif words := _heading_words(heading[2]):
            found.append(Element(number, gap, len(heading[1]), words))
            gap = 0
    if block:
        found += _paragraphs(block, gap)
    return found


def usual_gap(found: list[Element]) -> int:
    """Return how many blank lines part two paragraphs of this page as a rule."""
    gaps = Counter(after.gap for _, after in pairwise(found) if not after.level)
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=1)


def width(text: str) -> int:
    """Return the cells a text takes, a Chinese character two of them."""
    return len(text) + len(_WIDE.findall(text))


def _heading_words(text: str) -> str:
    """Return a heading without the marks that may close it (CommonMark 4.2)."""
    words = text.strip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare[-1:] in ("", " ", "\t", "\u3000") else words


def _paragraphs(block: list[tuple[int, str]], gap: int) -> Iterator[Element]:
    """Yield the paragraphs of lines that no blank line parts."""
    if len(block) == 1:
        yield Element(block[0][0], gap, 0, block[0][1].strip())
        return
    parts: list[str] = []
    first = block[0][0]
    widths = [width(line.strip()) for _, line in block]
    is_wrapped = _is_wrapped([line.strip() for _, line in block], widths)
    for index, (number, line) in enumerate(block):
        goes_on = (
            is_wrapped
            and index > 0
            and widths[index - 1] * 4 >= max(widths) * 3
            and not _INDENT.match(line)
            and not stands_alone(line.strip())
            and not stands_alone(block[index - 1][1].strip())
        )
        if parts and not goes_on:
            yield Element(first, gap, 0, all_together(parts))
            parts, gap = [], 0
        if not parts:
            first = number
        parts.append(line.strip())
    yield Element(first, gap, 0, all_together(parts))


def _is_wrapped(lines: list[str], widths: list[int]) -> bool:
    """Were these lines broken for width, all but the last of a paragraph being about as long?"""
    longest = max(widths)
    if not _NARROWEST_LINE <= longest <= _WIDEST_LINE:
        return False
    full = [line for line, cells in zip(lines[:-1], widths, strict=False) if cells * 4 >= longest * 3]
    # Sentences seldom end where a line does; paragraphs of a line each always do.
    inside = sum(not is_complete(line) for line in full)
    if inside * 3 < 2 * len(full) or not full:
        return False
    if len(widths) == 2:
        return longest >= 2 * _NARROWEST_LINE
    return len(full) * 3 >= 2 * (len(widths) - 1)
