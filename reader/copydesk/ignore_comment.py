"""The comment that keeps a rule silent in one value of an edition, as a change to its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.copydesk.ignored_here import ignores
from reader.copydesk.manuscript import Manuscript
from reader.loading.pieces import Piece, applied
from reader.loading.problem import EditionError
from reader.loading.scalars import LINE_BREAK

_WORD = re.compile(r"#[ \t]*proof-ignore:")


def ignore_comment(manuscript: Manuscript, rule: str, field: str) -> Piece | None:
    """Return what makes a rule silent in a field, or in what holds it where the file has it not.

    A comment on the value is added to, else one is put on the line above or, where that line would speak for
    more than the value, at its end. None where no comment can stand for the value alone.
    """
    openings = {opening.path: opening.line + 1 for opening in manuscript.scalars.openings}
    owner = field
    while owner and owner not in openings:
        owner = owner[: max(owner.rfind("."), owner.rfind("["), 0)]
    for piece in _ways(manuscript, rule, owner, openings[owner]):
        try:
            after = manuscript.with_text(applied(manuscript.text, (piece,)))
        except EditionError:
            continue
        is_silent = any(comment.path == owner and comment.covers(rule, owner) for comment in ignores(after))
        if is_silent and _values(after) == _values(manuscript):
            return piece
    return None


def _ways(manuscript: Manuscript, rule: str, owner: str, line: int) -> Iterator[Piece]:
    """Yield where the comment for a value that begins on this line could be, the best first."""
    text, lines = manuscript.text, manuscript.lines
    for comment in ignores(manuscript):
        word = _WORD.match(text, lines.start(comment.line) + comment.column - 1)
        if comment.path == owner and word is not None:
            yield Piece(word.end(), word.end(), f" {rule}," if comment.rules else f" {rule}")
    start, words = lines.start(line), lines.line(line)
    indent = words[: len(words) - len(words.lstrip(" "))]
    found = LINE_BREAK.search(text)
    line_end = found.group() if found else "\n"
    yield Piece(start, start, f"{indent}# proof-ignore: {rule}{line_end}")
    yield Piece(start + len(words.rstrip()), start + len(words), f"  # proof-ignore: {rule}")


def _values(manuscript: Manuscript) -> list[tuple[str, str, str]]:
    return [(scalar.path, scalar.value, scalar.style) for scalar in manuscript.scalars.texts.values()]
