"""The blocks of a body as pieces of copy, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
from reader.edition.wording import Tongue, Wording
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.speakers import speakers_of
from reader.typesetting.width import text_width

_BULLET = Wording("· ", "· ")
_NAME_CELLS = 8
"""The widest name under which nothing stands."""
_PHOTO = Wording("［图片］", "[photo] ")


def body_pieces(
    body: str,
    field: str,
    at: int,
    tongue: Tongue,
    photo: Callable[[str], Iterator[Piece]] | None = None,
    is_interview: bool = False,
) -> Iterator[Piece]:
    """Yield the pieces of a body that begins `at` characters into the copy, reading it as they are taken.

    `photo` gives the pieces of the photo with an id; without it, or when it gives none, the id itself stands
    there, so that nothing of the body is lost.
    """
    speakers = speakers_of(body, is_interview)
    hang = 0
    for block in blocks(body):
        if isinstance(block, Paragraph) and speakers.names:
            name = speakers.name_length(block.text)
            hang = _hang(block.text[:name]) if name else 0 if speakers.is_aside(block.text) else hang
            asks = speakers.asks(block.text)
            for piece in _pieces(block, field, at, tongue):
                yield piece._replace(named=name, hang=hang, asks=asks)
            continue
        hang = 0
        if isinstance(block, PhotoPlace):
            shown = list(photo(block.photo_id)) if photo else []
            yield from shown or [Piece(Role.PHOTO, block.photo_id, field, _PHOTO.say(tongue))]
        else:
            yield from _pieces(block, field, at, tongue)


def _hang(name: str) -> int:
    """The cells what somebody says stands in: as wide as a short name, else as a paragraph's indent."""
    wide = text_width(name)
    return wide if wide <= _NAME_CELLS else 4


def _pieces(block: Block, field: str, at: int, tongue: Tongue) -> Iterator[Piece]:
    start, place = block.start, at + block.start
    match block:
        case Paragraph(text=text):
            yield Piece(Role.TEXT, text, field, field_start=start, at=place)
        case Subhead(text=text):
            yield Piece(Role.SUBHEAD, text, field, field_start=start, at=place)
        case Quote(text=text, speaker=speaker):
            yield Piece(Role.QUOTE, text, field, field_start=start, at=place)
            if speaker is not None:
                yield Piece(
                    Role.SPEAKER, speaker, field, "—— " if tongue == "zh" else "— ", field_start=start
                )
        case ListItem(text=text, ordinal=ordinal):
            lead = _BULLET.say(tongue) if ordinal is None else f"{ordinal}. "
            yield Piece(Role.LIST, text, field, lead, len(lead), field_start=start, at=place)
        case Table(rows=rows):
            text = "\n".join("\t".join(cells) for cells in rows)
            yield Piece(Role.TABLE, text, field, field_start=start, at=place)
        case Verse(lines=lines):
            yield Piece(Role.VERSE, "\n".join(lines), field, field_start=start, at=place)
        case Rule():
            yield Piece(Role.RULE, "", field, field_start=start, at=place)
