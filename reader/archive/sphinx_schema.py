"""What stands in the tables of an index on Sphinx: one row for a piece, for an edition, for a section.

All of an edition is in one table of one shard and written in one transaction: Sphinx has none over several
tables. What need not be sought in goes as one packed value, in rows of its own where it is long.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from reader.archive.filed import Filed, FiledPiece
from reader.archive.index_schema import (
    kind_numbered,
    part_marks,
    parts_marked,
    problems_packed,
    problems_unpacked,
)
from reader.archive.issue_index import Candidate, IndexDamaged
from reader.archive.sieve import PlaceKey
from reader.edition.wording import Wording
from reader.loading.file_state import Stamp

VERSION = 1
"""Raised with every change of the rows, of the terms or of folding: an index of another is made anew."""

COLUMNS = "id, title, byline, body, sound, mark, what, source, line, place, kind, pieces, amount, packed"
"""The fields that are sought in, then the attributes, as docs/scale-out.md declares them."""

CHUNK = 1 << 20
"""Characters of one packed value; Sphinx keeps up to 4 MB (4,194,303)."""
_POSITION_BITS = 20
_OTHER = 1 << 62
"""In the ids of all that is neither an edition nor a piece; Manticore knows no ids of 64 bits."""

_DAMAGED = Wording(
    "索引服务器上的数据坏了，正在重建", "what the index server holds is damaged, and is made anew"
)


class What(IntEnum):
    """What a row is."""

    PIECE = 0
    REST = 1
    """More of a packed value."""
    EDITION = 2
    PLACE = 3
    SHARD = 4
    """Which shard of how many this is, and of which version."""


class SphinxRow(NamedTuple):
    """One row, in the order of `COLUMNS`."""

    id: int
    title: str = ""
    byline: str = ""
    body: str = ""
    sound: str = ""
    mark: str = ""
    what: What = What.PIECE
    source: int = 0
    """The number of the file, see `source_of`."""
    line: int = 0
    """The row number (see `row_of`) of a piece; of an edition, that of its last."""
    place: int = 0
    kind: int = 0
    pieces: int = 0
    """Of an edition."""
    amount: int = 0
    """The length of the packed value."""
    packed: str = ""


def source_of(path: str) -> int:
    """Return the number of a file by its path: 42 bits, so that its rows have ids that follow each other."""
    return _hashed(path.encode("utf-8", "surrogateescape")) >> (_OTHER.bit_length() - 1 - 42)


def id_of(source: int, position: int) -> int:
    """Return the id of an edition (position 0) or of its first, second… piece."""
    return (source << _POSITION_BITS) + position


def rest_id(id: int, number: int) -> int:
    """Return the id of the row with so many chunks of this one's packed value before it."""
    return _OTHER | _hashed(f"rest {id} {number}".encode())


def place_id(key: PlaceKey) -> int:
    """Return the id of a section."""
    return _OTHER | _hashed(f"place {json.dumps(key)}".encode())


def shard_id(number: int) -> int:
    """Return the id of the row that says which shard this is."""
    return _OTHER | _hashed(f"shard {number}".encode())


def shard_row(number: int, shards: int) -> SphinxRow:
    """Return the row that says which shard this is of how many."""
    return SphinxRow(shard_id(number), what=What.SHARD, packed=packed([VERSION, number, shards]))


def _hashed(words: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest()) >> 2


def packed(values: Any) -> str:
    """Return plain values as letters and digits; a sum in it tells later whether it is what was written."""
    words = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return base64.b64encode(zlib.compress(words, 6)).decode("ascii")


def unpacked(letters: str) -> Any:
    """Return the values that were packed.

    Raises:
        IndexDamaged: they are not what was written.
    """
    try:
        words = zlib.decompress(base64.b64decode(letters, validate=True))
    except (ValueError, zlib.error):
        raise IndexDamaged(_DAMAGED) from None
    return json.loads(words.decode("utf-8", "surrogatepass"))


def with_rest(row: SphinxRow) -> Iterator[SphinxRow]:
    """Yield a row and, where its packed value is long, those with the rest of it."""
    yield row._replace(amount=len(row.packed), packed=row.packed[:CHUNK])
    for number, start in enumerate(range(CHUNK, len(row.packed), CHUNK), 1):
        yield SphinxRow(
            rest_id(row.id, number), what=What.REST, source=row.source, line=row.line,
            packed=row.packed[start : start + CHUNK],
        )  # fmt: skip


def rest_ids(id: int, amount: int) -> list[int]:
    """Return the ids of the rows with the rest of a packed value of this length."""
    return [rest_id(id, number) for number in range(1, -(-amount // CHUNK))]


def edition_packed(file: Filed) -> str:
    """Return what is known of a file, without its pieces."""
    day = file.date.toordinal()
    facts = [file.paper, day, file.edition, file.issue, file.articles, file.headline, file.notices]
    return packed([file.path, *file.stamp, *facts, problems_packed(file.problems)])


def edition_unpacked(letters: str) -> Filed:
    """Return what is known of a file.

    Raises:
        IndexDamaged: it is not what was written.
    """
    path, mtime, size, inode, paper, day, edition, issue, articles, headline, notices, problems = unpacked(
        letters
    )
    return Filed(
        path=path,
        stamp=Stamp(mtime, size, inode),
        paper=paper,
        date=dt.date.fromordinal(day),
        edition=edition,
        issue=issue,
        articles=articles,
        headline=headline,
        notices=notices,
        problems=problems_unpacked(problems),
    )


def piece_packed(file: Filed, piece: FiledPiece) -> str:
    """Return what is needed to verify a piece and to show it."""
    facts = [file.path, file.paper, file.edition, piece.piece, piece.title, piece.section, piece.page]
    return packed([*facts, part_marks(piece.parts), piece.opening, piece.texts])


def candidate(line: int, kind: int, letters: str) -> Candidate:
    """Return a piece that was found.

    Raises:
        IndexDamaged: it is not what was written.
    """
    path, paper, edition, piece, title, section, page, parts, opening, texts = unpacked(letters)
    return Candidate(
        row=line,
        path=path,
        paper=paper,
        edition=edition,
        piece=piece,
        title=title,
        section=section,
        page=page,
        kind=kind_numbered(kind - 1),
        texts=tuple(texts),
        parts=parts_marked(parts),
        opening=opening,
    )


def inserted(table: str, rows: Sequence[SphinxRow]) -> str:
    """Return the statement that writes these rows, also over rows of the same ids."""
    lines = ",".join(f"({','.join(map(_literal, row))})" for row in rows)
    return f"REPLACE INTO {table} ({COLUMNS}) VALUES {lines}"


def _literal(value: object) -> str:
    """Return a value as SphinxQL writes it; what we send holds neither of the two marks as it is."""
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    assert isinstance(value, int)
    return str(int(value))
