"""The long texts of alerts as bodies, and bodies as the plain text of alerts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.edition.body import (
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
)
from reader.edition.body_text import body_text
from reader.edition.joining import is_cjk, joined

# What only markup looks like; a lone ``<`` in plain text ("visibility < 1 km") is none.
_MARKUP = re.compile(r"</?(?:br|p|div|b|i|strong|em|span|a|ul|ol|li|table|h[1-6])\b[^<>]*>", re.IGNORECASE)
_LINE_END = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t\u3000]*(?:\n[ \t\u3000]*)+")
_ITEM = re.compile(
    r"(?:[-*•·●■◆▪★]\s|\.{3}\S|\d{1,3}(?:[.、．)）]|\s*[、])|[（(]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
)
_LISTED = re.compile(r"(?:(\d{1,9})\. |- )(?=\S)")
_MEASURES = range(45, 101)
"""Cells of the lines of text that a machine has broken at a measure; NWS breaks at 69."""


def body_from(text: str) -> str:
    """Return a description or an instruction as the text of a notice, every character kept but blanks.

    A blank line ends a paragraph. Lines broken at a measure are joined, all others stay apart; ``- `` and
    ``1. `` begin list items. HTML, which does not belong there but is found, becomes blocks; addresses of
    its links and words of its pictures are added at the end.
    """
    if not _MARKUP.search(text):
        return body_text(_from_plain(text))
    if not _MARKUP.search(_LINE_END.sub("", text)):  # plain text but for its line ends
        return body_text(_from_plain(html.unescape(_LINE_END.sub("\n", text))))
    return body_text(_from_markup(text))


def plain_from(body: str) -> str:
    """Return a notice's text without the marks of the format, as a description has it."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks(body):
        together = isinstance(before, ListItem) and isinstance(block, ListItem)
        parts += ("\n" if together else "\n\n" if parts else "", _plain(block))
        before = block
    return "".join(parts)


def _plain(block: Block) -> str:
    match block:
        case Paragraph(text=text) | Subhead(text=text):
            return text
        case Quote(text=text, speaker=speaker):
            return f"{text}\n— {speaker}" if speaker else text
        case ListItem(text=text, ordinal=ordinal):
            return f"{ordinal}. {text}" if ordinal else f"- {text}"
        case Table(rows=rows):
            return "\n".join(" | ".join(row) for row in rows)
        case Verse(lines=lines):
            return "\n".join(lines)
        case PhotoPlace(photo_id=photo_id):
            return f"[{photo_id}]"
        case Rule():
            return "---"


def _from_plain(text: str) -> Iterator[Block]:
    text = "\n".join(text.splitlines())
    measure = max((_cells(line.strip()) for line in text.split("\n")), default=0)
    for chunk in _BLANK_LINES.split(text):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        unit: list[str] = []
        for line in lines:
            if unit and (_ITEM.match(line) or not _is_broken(unit[-1], line, measure)):
                yield _block(joined(unit))
                unit = []
            unit.append(line)
        if unit:
            yield _block(joined(unit))


def _block(text: str) -> Block:
    listed = _LISTED.match(text)
    return ListItem(0, text[listed.end() :], listed[1]) if listed else Paragraph(0, text)


def _is_broken(line: str, after: str, measure: int) -> bool:
    """Has a machine ended this line, since what follows would not have fit?"""
    if measure not in _MEASURES:
        return False
    word = after[0] if is_cjk(after[0]) else after.split(None, 1)[0]
    return _cells(line) + (not is_cjk(after[0])) + _cells(word) > measure


def _cells(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if is_cjk(character) else 1 for character in text)


def _from_markup(text: str) -> Iterator[Block]:
    from reader.importing.html_blocks import html_text

    # What ends a line or a paragraph of plain text counts although HTML takes it for less.
    found = html_text(re.sub(r"\n[ \t]*\n|<br\s*/?>", "<p>", text, flags=re.IGNORECASE))
    yield from (block for block in found.blocks if not isinstance(block, PhotoPlace))
    for photo in found.photos:
        yield from (Paragraph(0, words) for words in (photo.caption, photo.alt) if words)
    for words, address in found.links:
        if address and address not in words:
            yield Paragraph(0, f"{words} {address}".strip())
