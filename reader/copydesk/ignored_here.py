"""Comments in an edition that keep rules silent: ``# proof-ignore: T-WIDTH, S-TRUNC why``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reader.copydesk.manuscript import Manuscript

_COMMENT = re.compile(r"#[ \t]*proof-ignore:[ \t]*([^\r\n]*)")
_IDS = re.compile(r"(?:[A-Z]+-[A-Z0-9]+(?:-[A-Z0-9]+)*|all)\b[ \t,]*")

ALL = "all"
"""The word that stands for every rule."""


class Ignore(NamedTuple):
    """Rules that are silent in one value and everything under it."""

    path: str
    """As ``sections[0].articles[2]``; empty for the whole file."""
    rules: tuple[str, ...]
    """Ids, or `ALL`."""
    reason: str
    line: int
    column: int

    def covers(self, rule: str, field: str) -> bool:
        """Does it keep this rule silent in this field?"""
        if rule not in self.rules and ALL not in self.rules:
            return False
        if not field.startswith(self.path):
            return False
        return not self.path or field[len(self.path) : len(self.path) + 1] in ("", ".", "[")


def ignores(manuscript: Manuscript) -> Iterator[Ignore]:
    """Yield what the comments of a file say.

    A comment at the end of a line is for the value that begins there; one on a line of its own for all that
    begins on the next line with a value: an article, when it stands above its first key.
    """
    text, lines = manuscript.text, manuscript.lines
    if "proof-ignore" not in text:
        return
    by_line: dict[int, list[str]] = {}
    for opening in manuscript.scalars.openings:
        by_line.setdefault(opening.line + 1, []).append(opening.path)
    numbers = sorted(by_line)
    texts = sorted((scalar.start, scalar.end, scalar.style) for scalar in manuscript.scalars.texts.values())
    for match in _COMMENT.finditer(text):
        if _is_inside(match.start(), texts, text):
            continue
        ids = []
        rest = match[1]
        while found := _IDS.match(rest):
            ids.append(found.group().strip(" \t,"))
            rest = rest[found.end() :]
        line = lines.line_at(match.start())
        column = match.start() - lines.start(line) + 1
        is_alone = not lines.line(line)[: column - 1].strip()
        if is_alone:
            at = bisect_right(numbers, line)
            path = min(by_line[numbers[at]], key=len) if at < len(numbers) else None
        else:
            path = max(by_line.get(line, []), key=len, default=None)
        if path is not None:
            yield Ignore(path, tuple(ids), rest.strip(" -—（()）"), line, column)


def _is_inside(at: int, texts: list[tuple[int, int, str]], text: str) -> bool:
    """Does an offset lie in a text, where a comment is none? The first line of a block may have one."""
    index = bisect_right(texts, (at, len(text), "")) - 1
    if index < 0:
        return False
    start, end, style = texts[index]
    if style in ("|", ">"):
        start = min(
            (found for found in (text.find(mark, start) for mark in "\r\n") if found >= 0), default=end
        )
    return start < at < end
