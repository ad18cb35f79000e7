"""Writing an index on Sphinx: each edition in one transaction on the shard its path belongs to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.archive.clause import Part
from reader.archive.filed import Filed, FiledPiece
from reader.archive.folding import Folding
from reader.archive.index_schema import kind_number
from reader.archive.issue_index import IndexUnusable
from reader.archive.pinyin import Pinyin
from reader.archive.sieve import ROWS_A_DAY, PlaceKey, row_of
from reader.archive.sounds import Sounds
from reader.archive.sphinx_address import SphinxAddress
from reader.archive.sphinx_reader import SphinxReader
from reader.archive.sphinx_schema import (
    SphinxRow,
    What,
    edition_packed,
    edition_unpacked,
    id_of,
    inserted,
    packed,
    piece_packed,
    place_id,
    shard_id,
    shard_row,
    source_of,
    with_rest,
)
from reader.archive.sphinx_terms import (
    BETWEEN,
    EDITION,
    PLACE,
    indexed,
    indexed_sounds,
    letters_of,
)
from reader.archive.sphinx_wire import Wire
from reader.edition.wording import Wording

LONGEST_STATEMENT = 4 << 20
"""Characters of one statement, or one row."""
LONGEST_PIECE = 8 << 20
"""Characters of a piece's text as it is sent: Sphinx counts positions in a field to 8,388,607."""
TRIES = 3
"""Times an edition is written before two writers of it at once are more than chance."""

_CONTENDED = Wording(
    "几个程序同时在改同一期（{path}）的索引；稍后再试",
    "several programs are changing the index of one edition ({path}); try again later",
)


class SphinxPrepared(NamedTuple):
    """A file ready to be written; its pieces have no lines yet, and None says that it cannot be kept."""

    file: Filed
    rows: list[SphinxRow] | None
    places: list[PlaceKey]


class SphinxPreparer:
    """Makes the rows of files."""

    def __init__(self, pinyin: Pinyin) -> None:
        self._folding = Folding()
        self._sounds = Sounds(pinyin)

    def __call__(self, file: Filed) -> SphinxPrepared:
        """Return a file with the rows of its pieces."""
        source = source_of(file.path)
        rows = [self._row(source, number, file, piece) for number, piece in enumerate(file.pieces, 1)]
        keys = dict.fromkeys(PlaceKey(file.paper, piece.section, piece.page) for piece in file.pieces)
        is_too_long = any(len(row.title) + len(row.byline) + len(row.body) > LONGEST_PIECE for row in rows)
        return SphinxPrepared(file, None if is_too_long or len(rows) >= ROWS_A_DAY else rows, list(keys))

    def _row(self, source: int, number: int, file: Filed, piece: FiledPiece) -> SphinxRow:
        texts: dict[Part | None, list[str]] = {None: [], Part.TITLE: [], Part.BYLINE: []}
        named: list[str] = []
        letters: set[str] = set()
        for text, part in zip(piece.texts, piece.parts, strict=True):
            folded = self._folding.fold(text)
            texts[part].append(indexed(folded))
            letters |= letters_of(folded)
            if part is not None:
                named.append(folded)
        body, title, byline = (BETWEEN.join(each) for each in texts.values())
        return SphinxRow(
            id=id_of(source, number),
            title=title,
            byline=byline,
            body=body,
            sound=indexed_sounds(self._sounds.terms(named)),
            mark=" ".join(sorted(letters)),
            what=What.PIECE,
            source=source,
            place=place_id(PlaceKey(file.paper, piece.section, piece.page)),
            kind=kind_number(piece.kind) + 1,
            packed=piece_packed(file, piece),
        )


class SphinxWriter:
    """Writes one library's index; others may write it too.

    Two that write the same edition at the same moment could each leave a piece of the other's; so whoever has
    written one looks again, and writes it again when there is more than it has written.
    """

    def __init__(self, front: Wire, shards: Sequence[Wire], address: SphinxAddress) -> None:
        """Make every shard ready that is not of this version and number.

        Raises:
            IndexUnusable: a server does not answer.
        """
        self._front = front
        self._shards = shards
        self._table = address.shard_table
        self._all = address.table
        for number, shard in enumerate(shards):
            row = shard_row(number, len(shards))
            there = shard.ask(f"SELECT packed FROM {self._table} WHERE id = {shard_id(number)}")
            if there != [(row.packed,)]:
                shard.order(f"TRUNCATE RTINDEX {self._table}")
                shard.change([inserted(self._table, [row])])
        self._reader = SphinxReader(front, address)
        self._places = set(self._reader.places())

    def records(self) -> Mapping[str, Filed]:
        """Return every file the index knows by its path, without pieces."""
        return self._reader.records()

    def preparer(self) -> Callable[[Filed], SphinxPrepared]:
        """Return what makes the rows of a file's pieces."""
        return SphinxPreparer(Pinyin())

    def write(self, prepared: Sequence[SphinxPrepared]) -> Collection[str]:
        """Write prepared files, each in one transaction; return the paths of those there is no room for.

        Raises:
            IndexUnusable: not all could be written; each is as it was or as it is to be.
        """
        return {each.file.path for each in prepared if not self._write(each)}

    def drop(self, paths: Sequence[str]) -> None:
        """Forget the files at these paths."""
        for path in paths:
            known = self._known(path)
            if known is not None and known.path == path:
                self._shard(path).change([self._deleted(path)])

    def finish(self, *, is_large: bool) -> None:
        """Have every shard write to disk what it holds in memory, and merge what it has in parts."""
        for shard in self._shards if is_large else ():
            shard.order(f"FLUSH RTINDEX {self._table}")
            shard.order(f"OPTIMIZE INDEX {self._table}")

    def close(self) -> None:
        """Hang up."""
        for wire in (self._front, *self._shards):
            wire.close()

    # -- how it is written ------------------------------------------------------------------------

    def _write(self, prepared: SphinxPrepared) -> bool:
        """Write one file instead of what was kept at its path; False: there is no room for it."""
        file = prepared.file
        known = self._known(file.path)
        if known is not None and known.path != file.path:
            return False  # two paths with one number: once in many million libraries
        if known is not None and known.stamp == file.stamp:
            return True  # another writer was faster
        top = self._free_line(file, len(prepared.rows or ()))
        if top is None or prepared.rows is None:
            if known is not None:
                self._shard(file.path).change([self._deleted(file.path)])
            return False
        rows = [row._replace(line=top - at) for at, row in enumerate(prepared.rows)]
        rows.append(
            SphinxRow(
                id_of(source_of(file.path), 0), mark=EDITION, what=What.EDITION, source=source_of(file.path),
                line=rows[-1].line if rows else 0, pieces=len(rows), packed=edition_packed(file),
            )
        )  # fmt: skip
        whole = [part for row in rows for part in with_rest(row)]
        new = [key for key in prepared.places if place_id(key) not in self._places]
        places = [SphinxRow(place_id(key), mark=PLACE, what=What.PLACE, packed=packed(key)) for key in new]
        self._replace(file.path, whole, places)
        self._places.update(row.id for row in places)
        return True

    def _replace(self, path: str, rows: list[SphinxRow], places: list[SphinxRow]) -> None:
        shard = self._shard(path)
        statements = [
            self._deleted(path),
            *(inserted(self._table, some) for some in _portions([*rows, *places])),
        ]
        for _ in range(TRIES):
            shard.change(statements)
            if shard.count(f"SELECT id FROM {self._table} WHERE source = {source_of(path)} LIMIT 1") == len(
                rows
            ):
                return
        raise IndexUnusable(_CONTENDED.filled(path=path))

    def _deleted(self, path: str) -> str:
        return f"DELETE FROM {self._table} WHERE source = {source_of(path)}"

    def _known(self, path: str) -> Filed | None:
        """Return what the index knows of a file; its stamp, at least, where there is more to it."""
        rows = self._shard(path).ask(
            f"SELECT packed, amount FROM {self._table} WHERE id = {id_of(source_of(path), 0)}"
        )
        if not rows:
            return None
        letters, amount = rows[0]
        return edition_unpacked(letters) if len(letters) == amount else self.records().get(path)

    def _shard(self, path: str) -> Wire:
        return self._shards[source_of(path) % len(self._shards)]

    def _free_line(self, file: Filed, count: int) -> int | None:
        """Return the line of its day from which so many pieces have room downwards; None: there is none."""
        top = row_of(file.date, 0)
        if not count:
            return top
        bottom = top - ROWS_A_DAY + 1
        limit = 10_000
        taken = self._front.ask(
            f"SELECT line, pieces FROM {self._all} WHERE MATCH('@mark {EDITION}') AND pieces > 0"
            f" AND line BETWEEN {bottom} AND {top} AND source != {source_of(file.path)}"
            f" ORDER BY line DESC LIMIT {limit} OPTION max_matches={limit}"
        )
        for last, pieces in taken:
            if top - (last + pieces) + 1 > count:
                break
            top = min(top, last - 1)
        return top if top - count + 1 >= bottom and len(taken) < limit else None


def _portions(rows: list[SphinxRow]) -> Iterator[list[SphinxRow]]:
    """Yield rows in such numbers as one statement holds."""
    portion: list[SphinxRow] = []
    length = 0
    for row in rows:
        size = sum(len(value) for value in row if isinstance(value, str))
        if portion and length + size > LONGEST_STATEMENT:
            yield portion
            portion, length = [], 0
        portion.append(row)
        length += size
    if portion:
        yield portion
