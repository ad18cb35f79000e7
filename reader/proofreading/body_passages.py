"""The blocks of a body as passages: what `reader.edition.body.blocks` reads, with every character's place."""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.body import (
    SPEAKER,
    Block,
    ListItem,
    Paragraph,
    PhotoPlace,
    Quote,
    Rule,
    Subhead,
    Table,
    Verse,
    blocks,
    cells,
    unescaped,
)
from reader.edition.joining import joined
from reader.proofreading.passage import Passage, Role


def body_passages(field: str, body: str) -> Iterator[Passage]:
    """Yield the passages of a body in order; a photo's place and a rule are passages without text."""
    for block in blocks(body):
        yield from _passages(field, body, block)


def line_passage(field: str, role: Role, text: str) -> Passage:
    """Return a field of one line as a passage; written in several, they are joined as those of a body."""
    parts = []
    at = 0
    for line in text.split("\n"):
        if words := line.strip():
            parts.append((at + len(line) - len(line.lstrip()), words))
        at += len(line) + 1
    return _woven(field, role, joined(words for _, words in parts), parts)


def _passages(field: str, body: str, block: Block) -> Iterator[Passage]:
    if isinstance(block, PhotoPlace | Rule):
        role = Role.RULE if isinstance(block, Rule) else Role.PHOTO_PLACE
        yield Passage(field, role, "", (0,), (block.start,))
    elif isinstance(block, Table):
        yield from _cells(field, body, block)
    elif isinstance(block, Verse):
        yield from _verse(field, body, block)
    elif isinstance(block, Quote):
        yield from _quote(field, body, block)
    else:
        role = {Subhead: Role.SUBHEAD, ListItem: Role.ITEM, Paragraph: Role.PARAGRAPH}[type(block)]
        yield _running(field, body, block, role)


def _lines(body: str, start: int, count: int | None = None) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each line from here to a blank one."""
    while start < len(body) and count != 0:
        end = body.find("\n", start)
        end = len(body) if end < 0 else end
        line = body[start:end].rstrip()
        if not line.strip():
            return
        yield start, line
        start = end + 1
        count = None if count is None else count - 1


def _running(field: str, body: str, block: Paragraph | Subhead | ListItem, role: Role) -> Passage:
    """A text of one or more lines: its first line ends where the joined others leave off."""
    start, first = next(_lines(body, block.start))
    parts = [(start + len(first) - len(first.lstrip()), first.strip())]
    if isinstance(block, Subhead):
        parts = [_tail(start, first, len("### "))]
    elif isinstance(block, ListItem):
        mark = 2 if block.ordinal is None else len(block.ordinal) + 2
        parts = [_tail(start, first, mark)]
    else:
        parts = [_unescaped(start, first)]
    if not isinstance(block, Subhead):
        length = len(parts[0][1])
        for offset, line in list(_lines(body, block.start))[1:]:
            if length >= len(block.text):
                break
            part = _unescaped(offset, line)
            parts.append(part)
            length += len(part[1])
    return _woven(field, role, block.text, parts)


def _tail(start: int, line: str, mark: int) -> tuple[int, str]:
    rest = line[mark:]
    return start + mark + len(rest) - len(rest.lstrip()), rest.strip()


def _unescaped(start: int, line: str) -> tuple[int, str]:
    blanks = len(line) - len(line.lstrip())
    line = line.strip()
    plain = unescaped(line)
    return start + blanks + len(line) - len(plain), plain


def _woven(field: str, role: Role, text: str, parts: list[tuple[int, str]]) -> Passage:
    """Lay the parts, each with its offset, along the text they were joined to."""
    starts: list[int] = []
    offsets: list[int] = []
    at = 0
    for offset, part in parts:
        if not part:
            continue
        if not text.startswith(part, at):  # the space that joins two lines stands for the line end
            starts.append(at)
            offsets.append(offsets[-1] + at - starts[-2] if offsets else offset)
            at += 1
        starts.append(at)
        offsets.append(offset)
        at += len(part)
    return Passage(field, role, text, tuple(starts) or (0,), tuple(offsets) or (0,))


def _quote(field: str, body: str, block: Quote) -> Iterator[Passage]:
    parts: list[tuple[int, str]] = []
    for start, line in _lines(body, block.start):
        if not (line.startswith("> ") or line == ">"):
            break
        offset, words = _tail(start, line, 1)
        if parts and (match := SPEAKER.match(words)):
            yield _woven(field, Role.QUOTE, block.text, parts)
            yield Passage(field, Role.SPEAKER, match[1], (0,), (offset + match.start(1),))
            return
        if words:
            parts.append((offset, words))
    yield _woven(field, Role.QUOTE, block.text, parts)


def _verse(field: str, body: str, block: Verse) -> Iterator[Passage]:
    for (start, _), line in zip(_lines(body, block.start, len(block.lines)), block.lines, strict=False):
        if line:
            yield Passage(field, Role.VERSE, line, (0,), (start + 2,))


def _cells(field: str, body: str, block: Table) -> Iterator[Passage]:
    for (start, line), row in zip(_lines(body, block.start, len(block.rows)), block.rows, strict=False):
        at = 1
        for cell, raw in zip(row, cells(line), strict=True):
            if cell:
                yield _cell(field, start + at + len(raw) - len(raw.lstrip()), cell, raw.strip())
            at += len(raw) + 1


def _cell(field: str, at: int, cell: str, raw: str) -> Passage:
    """Lay out a cell from this offset on, less the ``\\`` before each bar in it."""
    parts: list[tuple[int, str]] = []
    for number, part in enumerate(raw.split("\\|")):
        parts.append((at - bool(number), "|" * bool(number) + part))
        at += len(part) + 2
    return _woven(field, Role.CELL, cell, parts)
