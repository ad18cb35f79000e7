"""Blocks written as a body: what `reader.edition.body` reads, the other way round."""

from __future__ import annotations

from collections.abc import Iterable

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
    is_marked,
)


def body_text(blocks: Iterable[Block]) -> str:
    """Return a body in which `reader.edition.body.blocks` finds these blocks; their `start` is not looked at.

    Texts are put on one line each, without the blanks at their ends, and blocks without any text are left
    out; a paragraph that begins like a mark gets a ``\\`` before it. Source: edition format 1, "Body".
    """
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        written = _written(block)
        if not written:
            continue
        if before is not None:
            parts.append("\n" if isinstance(before, ListItem) and isinstance(block, ListItem) else "\n\n")
        parts.append(written)
        before = block
    return "".join(parts)


def plain_paragraphs(paragraphs: Iterable[str]) -> str:
    """Return the body of these paragraphs."""
    return body_text(Paragraph(0, paragraph) for paragraph in paragraphs)


def _written(block: Block) -> str:
    match block:
        case Paragraph(text=text):
            return _plain(_line(text))
        case Subhead(text=text):
            return _marked("### ", text)
        case Quote(text=text, speaker=speaker):
            said = _marked("> ", text)
            return f"{said}\n> — {_line(speaker)}" if said and speaker and _line(speaker) else said
        case ListItem(text=text, ordinal=ordinal):
            return _marked(f"{ordinal}. " if ordinal else "- ", text)
        case Table(rows=rows):
            return "\n".join(_row(row) for row in rows if row)
        case Verse(lines=lines):
            return "\n".join(f"~ {line.rstrip()}" if line.strip() else "~" for line in lines)
        case PhotoPlace(photo_id=photo_id):
            return f"![{photo_id}]"
        case Rule():
            return "---"


def _line(text: str) -> str:
    """Return a text on one line; a line end in it becomes a space."""
    return " ".join(text.splitlines()).strip()


def _plain(line: str) -> str:
    return "\\" + line if is_marked(line.lstrip("\\")) else line


def _marked(mark: str, text: str) -> str:
    line = _line(text)
    return mark + line if line else ""


def _row(row: Iterable[str]) -> str:
    return "| " + " | ".join(_line(cell).replace("|", "\\|") for cell in row) + " |"
