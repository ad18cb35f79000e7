"""Writing an index file: editions whole or not at all, text and terms in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from reader.archive.filed import Filed, FiledPiece
from reader.archive.index_file import unusable
from reader.archive.index_reader import file_records
from reader.archive.index_schema import (
    check_sum,
    kind_number,
    packed,
    part_marks,
    parts_marked,
    problems_packed,
    unpacked,
)
from reader.archive.index_terms import Prepared, TermMaker, Terms
from reader.archive.sieve import ROWS_A_DAY, row_of

_FILE = "INSERT INTO file VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PIECE = "INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TEXT = "INSERT INTO text VALUES (NULL, ?, ?)"
TABLES = ("terms", "heads", "sounds")
"""The tables of terms, in the order of `Terms`."""

MERGED_PAGES = 200
"""Pages of terms that are merged after a few editions came: some hundredths of a second."""


class FileIndexWriter:
    """Writes one index file; others may write it too, one transaction at a time."""

    def __init__(self, connection: sqlite3.Connection, maker: TermMaker) -> None:
        self._connection = connection
        self._maker = maker

    def records(self) -> Mapping[str, Filed]:
        """Return every file the index knows by its path, without pieces."""
        with _transaction(self._connection, "BEGIN"):
            return file_records(self._connection)

    def preparer(self) -> Callable[[Filed], Prepared]:
        """Return what makes the terms of a file's pieces."""
        return self._maker.prepared

    def write(self, prepared: Iterable[Prepared]) -> Collection[str]:
        """Write prepared files in one transaction; return the paths of those that have no room on their day.

        Raises:
            IndexUnusable: they cannot be written; all is as it was.
        """
        refused: set[str] = set()
        rows: list[tuple[int, Terms]] = []
        with _transaction(self._connection):
            for file, terms in prepared:
                known = self._connection.execute(
                    "SELECT id, mtime_ns, size, inode FROM file WHERE path = ?", (file.path,)
                ).fetchone()
                if known is not None:
                    if tuple(known[1:]) == tuple(file.stamp):
                        continue  # another writer was faster
                    self._remove(known[0])
                try:
                    rows += zip(self._insert(file, terms), terms, strict=True)
                except OverflowError:
                    refused.add(file.path)
            self._add_terms(rows)
        return refused

    def drop(self, paths: Sequence[str]) -> None:
        """Forget the files at these paths, in one transaction."""
        with _transaction(self._connection):
            for path in paths:
                known = self._connection.execute("SELECT id FROM file WHERE path = ?", (path,)).fetchone()
                if known is not None:
                    self._remove(known[0])

    def finish(self, *, is_large: bool) -> None:
        """Merge what many transactions left apart, and shorten the log."""
        with _transaction(self._connection):
            if is_large:
                for table in TABLES:
                    self._connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
            else:
                self._connection.execute(f"INSERT INTO terms(terms, rank) VALUES ('merge', {MERGED_PAGES})")
        with suppress(sqlite3.Error):
            # Where readers still need the log it stays, and nobody waits: the next writer tries again.
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # -- how it is written ------------------------------------------------------------------------

    def _insert(self, file: Filed, terms: Sequence[Terms]) -> list[int]:
        """Write a file and its pieces, and return their row numbers.

        Raises:
            OverflowError: its day has no room for so many pieces.
        """
        count = len(file.pieces)
        position = self._free_position(file, count)
        rows = [row_of(file.date, position + index) for index in range(count)]
        id = self._connection.execute(
            _FILE,
            (
                file.path, *file.stamp, file.paper, file.date.toordinal(), file.edition, file.issue,
                file.articles, file.headline, file.notices, problems_packed(file.problems),
                rows[-1] if rows else 0, count,
            ),
        ).lastrowid  # fmt: skip
        assert id is not None
        for row, piece, each in zip(rows, file.pieces, terms, strict=True):
            self._insert_piece(row, id, file.paper, piece, is_odd=each.is_odd)
        return rows

    def _insert_piece(self, row: int, file: int, paper: str, piece: FiledPiece, *, is_odd: bool) -> None:
        words = packed(piece.texts)
        text = self._connection.execute(_TEXT, (words, check_sum(words))).lastrowid
        place = self._place(paper, piece.section, piece.page)
        self._connection.execute(
            _PIECE,
            (
                row, file, place, kind_number(piece.kind), piece.piece, piece.title,
                part_marks(piece.parts), piece.opening, text, is_odd,
            ),
        )  # fmt: skip

    def _add_terms(self, rows: list[tuple[int, Terms]]) -> None:
        many = self._connection.executemany
        # In the order of their numbers: at every step back the engine would write out what it has gathered.
        rows.sort(key=lambda each: each[0])
        for number, table in enumerate(TABLES):
            statement = f"INSERT INTO {table}(rowid, term) VALUES (?, ?)"
            many(statement, [(row, terms[number]) for row, terms in rows])
        words = sorted(set().union(*(terms.words for _, terms in rows)))
        many("INSERT OR IGNORE INTO word(word) VALUES (?)", [(word,) for word in words])

    def _place(self, paper: str, name: str, page: str | None) -> int:
        """Return the id of a section, giving it one when it is new."""
        execute = self._connection.execute
        key = (paper, name, page)
        found = execute("SELECT id FROM place WHERE paper = ? AND name = ? AND page IS ?", key).fetchone()
        if found is None:
            return execute("INSERT INTO place VALUES (NULL, ?, ?, ?)", key).lastrowid or 0
        return int(found[0])

    def _free_position(self, file: Filed, count: int) -> int:
        """Return the first position of its day from which so many pieces have room."""
        if not count:
            return 0
        top = row_of(file.date, 0)
        taken = self._connection.execute(
            "SELECT first, count FROM file WHERE first BETWEEN ? AND ? ORDER BY first DESC",
            (top - ROWS_A_DAY + 1, top),
        )
        at = 0
        for first, others in taken:
            begin = top - (first + others - 1)
            if begin - at >= count:
                break
            at = begin + others
        return at

    def _remove(self, id: int) -> None:
        execute, many = self._connection.execute, self._connection.executemany
        rows = execute(
            "SELECT piece.row, piece.text, piece.parts, text.words FROM piece"
            " JOIN text ON text.id = piece.text WHERE piece.file = ?"
            " AND piece.row BETWEEN (SELECT first FROM file WHERE id = ?)"
            " AND (SELECT first + count - 1 FROM file WHERE id = ?) ORDER BY piece.row",
            (id, id, id),
        ).fetchall()
        # An index without the texts must be told what it is to forget: the same terms are made again.
        terms = [
            (row, self._maker.terms(unpacked(words), parts_marked(marks))) for row, _, marks, words in rows
        ]
        for number, table in enumerate(TABLES):
            statement = f"INSERT INTO {table}({table}, rowid, term) VALUES ('delete', ?, ?)"
            many(statement, [(row, each[number]) for row, each in terms])
        many("DELETE FROM piece WHERE row = ?", [(row,) for row, *_ in rows])
        many("DELETE FROM text WHERE id = ?", [(text,) for _, text, *_ in rows])
        execute("DELETE FROM file WHERE id = ?", (id,))


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """Do all within or nothing; an error of the engine becomes one of the index."""
    try:
        connection.execute(begin)
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise unusable(error) from None
        raise
