"""The text of one article, as savers write it: a head, then paragraphs that begin with ``　　``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.edition.joining import joined
from reader.importing.crawl.heads import (
    LONGEST_ABOVE,
    Habit,
    Head,
    head_of,
    is_deck,
    is_head_line,
)

_INDENT = re.compile("[\u3000\u2003]")
_OTHER_INDENT = re.compile("[ \xa0\u2002]{2}|\t")
_LOST_LINE_END = re.compile('(?<=[。！？…”）：；!?.")])[\u3000\u2003]{2,}(?=\\S)')
_ENDS_SENTENCE = tuple('。！？…”’）：；!?.")—')
_WRAPPED = 15
"""A line shorter than this that does not end a sentence is a heading, not one that was broken."""
_MOST_HEAD_LINES = 6


class Parted(NamedTuple):
    """Head and text of an article."""

    head: Head
    paragraphs: tuple[str, ...]
    joined: int = 0
    """How many lines were put behind the one before, for a sentence runs on there."""


def habit_in(texts: Sequence[str]) -> Habit:
    """Return what these texts, of one saver, tell of its habit with a kicker or deck that is not there.

    Who begins a file with an empty line has written an empty kicker; who has one line and an empty one
    before the text parts them so.
    """
    found = Habit.UNKNOWN
    for text in texts:
        lines = text.split("\n", 4)
        if len(lines) > 1 and not lines[0].strip() and lines[1].strip() and not _is_indented(lines[1]):
            return Habit.EMPTY_LINE
        if len(lines) > 2 and lines[0].strip() and not lines[1].strip() and _is_indented(lines[2]):
            found = Habit.LEFT_OUT
    return found


def parted(text: str, habit: Habit = Habit.UNKNOWN) -> Parted:
    """Return head and paragraphs; every character that is no blank is in one of them.

    The text begins with the first line indented by ``　　``. Without any, the head is what stands before an
    empty line if it looks like one, else the first line.
    """
    lines = text.split("\n")
    indent = _INDENT if any(_INDENT.match(line) for line in lines) else _OTHER_INDENT
    first = next((at for at, line in enumerate(lines) if indent.match(line) and line.strip()), None)
    if first is None or (indent is _OTHER_INDENT and not any(line.strip() for line in lines[:first])):
        end = _end_without_indents(lines, habit)
    else:
        end = _end_of_head(lines, first)
    paragraphs, count = _paragraphs(lines[end:], indent)
    return Parted(head_of(lines[:end], habit), paragraphs, count)


def _is_indented(line: str) -> bool:
    return _INDENT.match(line) is not None


def _end_of_head(lines: Sequence[str], first: int) -> int:
    """Return how many lines the head has: up to the text, or up to a line that is text by its looks."""
    seen = 0
    for at, line in enumerate(lines[:first]):
        if not line.strip():
            continue
        seen += 1
        if seen > _MOST_HEAD_LINES or not is_head_line(line.strip(), LONGEST_ABOVE):
            return at
    return first


def _end_without_indents(lines: Sequence[str], habit: Habit) -> int:
    """Return how many lines the head has where no line is indented."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if not filled or not is_head_line(lines[filled[0]].strip()):
        return filled[0] if filled else len(lines)
    start = filled[0]
    if len(filled) == 1:
        return len(lines)
    gap = next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))
    is_block = filled[-1] > gap and all(is_head_line(lines[at].strip()) for at in range(start, gap))
    if start == 1 and (gap == 2 or (gap == 3 and is_block)):
        return 3  # the kicker is an empty line; so may the deck be
    if start == 0 and gap == 2 and is_block:
        is_by_place = habit is Habit.EMPTY_LINE or not "".join(lines[3:4]).strip()
        return 3 if is_by_place else 2
    if start == 0 and gap == 3 and is_block:
        return 3
    second = lines[filled[1]].strip()
    return filled[1] + 1 if is_deck(second) and is_head_line(second) else start + 1


def _paragraphs(lines: Sequence[str], indent: re.Pattern[str]) -> tuple[tuple[str, ...], int]:
    """Return the paragraphs of the text, and how many lines were joined to the one before."""
    has_indents = any(indent.match(line) for line in lines)
    found: list[list[str]] = []
    count = 0
    runs_on = False
    for line in lines:
        words = line.strip()
        if not words:
            runs_on = False
            continue
        parts = [part.strip() for part in _LOST_LINE_END.split(words)]
        if has_indents and runs_on and not indent.match(line):
            found[-1].append(parts.pop(0))
            count += 1
        found += ([part] for part in parts)
        last = found[-1][-1]
        runs_on = len(last) >= _WRAPPED and not last.endswith(_ENDS_SENTENCE)
    return tuple(map(joined, found)), count
