"""A body as text without marks or lines of ours: for those who take neither HTML nor our format."""

from __future__ import annotations

from reader.edition.body import Block, ListItem, PhotoPlace, Quote, Rule, Table, Verse, blocks


def body_plain(body: str) -> str:
    """Return a body's words, an empty line between blocks; places of photos and rules have none."""
    return "\n\n".join(filter(None, map(_words, blocks(body))))


def _words(block: Block) -> str:
    match block:
        case Quote(text=text, speaker=speaker):
            return f"{text}\n— {speaker}" if speaker else text
        case ListItem(text=text, ordinal=ordinal):
            return f"{ordinal}. {text}" if ordinal else f"- {text}"
        case Table(rows=rows):
            return "\n".join("\t".join(row) for row in rows)
        case Verse(lines=lines):
            return "\n".join(lines).strip("\n")
        case PhotoPlace() | Rule():
            return ""
        case _:
            return block.text
