"""Reading an index file: what it knows of the library, and which pieces may fulfil a query."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from reader.archive.filed import Filed
from reader.archive.han_forms import written_forms
from reader.archive.index_file import Damaged, unusable
from reader.archive.index_schema import (
    check_sum,
    kind_number,
    kind_numbered,
    parts_marked,
    problems_unpacked,
    unpacked,
)
from reader.archive.issue_index import Candidate, IndexUnusable, Tally
from reader.archive.match_words import Question, is_all_han, question, term_asked
from reader.archive.pinyin import Pinyin
from reader.archive.sieve import PlaceKey, Sieve, Stage
from reader.archive.sounds import Sounds
from reader.archive.vocabulary import Vocabulary
from reader.loading.file_state import Stamp

NEWEST_SCANNED = 3000
"""Pieces whose texts are looked through for a single character before the index is asked: it stands in
thousands of pairs, and nearly always in one of these."""

_STEPS = 2000
"""Instructions of the engine between two questions whether to go on; some tenths of a millisecond."""

_PIECE = """
    SELECT piece.row, file.path, file.paper, file.edition, piece.piece, piece.title, place.name, place.page,
        piece.kind, text.words, piece.parts, piece.opening, text.check_sum
    FROM {source} CROSS JOIN piece ON piece.row = {row} CROSS JOIN text ON text.id = piece.text
        CROSS JOIN file ON file.id = piece.file CROSS JOIN place ON place.id = piece.place
    WHERE {row} BETWEEN ? AND ?{limits}
    ORDER BY {row} DESC"""

_Row = tuple[
    int, str, str, str | None, str, str, str, str | None, int, bytes, str, int, int
]  # as _PIECE selects them


def file_records(connection: sqlite3.Connection) -> dict[str, Filed]:
    """Return every file an index knows, by path."""
    rows = connection.execute(
        "SELECT path, mtime_ns, size, inode, paper, day, edition, issue, articles, headline, notices,"
        " problems FROM file"
    )
    return {
        path: Filed(
            path=path,
            stamp=Stamp(mtime_ns, size, inode),
            paper=paper,
            date=dt.date.fromordinal(day),
            edition=edition,
            issue=issue,
            articles=articles,
            headline=headline,
            notices=notices,
            problems=problems_unpacked(problems),
        )
        for (
            path, mtime_ns, size, inode, paper, day, edition, issue, articles, headline, notices, problems,
        ) in rows
    }  # fmt: skip


class FileIndexReader:
    """Reads one index file; it sees what was whole when each question was asked."""

    def __init__(
        self, connection: sqlite3.Connection, is_current: Callable[[], bool], pinyin: Callable[[], Pinyin]
    ) -> None:
        self._connection = connection
        self.is_current = is_current
        """Is the file still the library's index?"""
        self._pinyin = pinyin
        self._sounds: Sounds | None = None
        self._vocabulary = Vocabulary()
        self._words_read = 0

    def records(self) -> Mapping[str, Filed]:
        """Return every file the index knows by its path, without pieces."""
        with _told():
            return file_records(self._connection)

    def places(self) -> Mapping[int, PlaceKey]:
        """Return every section there is or was, by its id."""
        with _told():
            rows = self._connection.execute("SELECT id, paper, name, page FROM place")
            return {id: PlaceKey(paper, name, page) for id, paper, name, page in rows}

    def candidates(self, sieve: Sieve) -> Iterator[Candidate]:
        """Yield what passes the sieve from newest to oldest, all as it was when the first was asked for."""
        with _told(), _one_view(self._connection):
            if sieve.stage is Stage.HEARD:
                rows = self._heard(sieve)
            elif _is_one_character(sieve):
                rows = self._with_character(sieve)
            else:
                rows = self._select(self._question(sieve), sieve)
            for row in rows:
                yield _candidate(row)

    def tally(self, sieve: Sieve, most: int) -> Tally | None:
        """Return how many pieces pass, counting to `most`; None when texts would have to be read for it."""
        with _told():
            asked = self._question(sieve)
            if sieve.stage is not Stage.WRITTEN or asked.heads or not sieve.is_whole:
                return None
            conditions, values = _limits(sieve)
            join = " CROSS JOIN piece ON piece.row = terms.rowid" if asked.terms else ""
            if not asked.is_exact:
                # Texts that hold the characters as they stand are counted quickly; odd ones are read.
                if sieve.unwanted or not all(map(is_all_han, sieve.terms)):
                    return None
                join += " CROSS JOIN text ON text.id = piece.text"
                conditions += "".join(" AND (is_odd OR instr(words, ?))" for _ in sieve.terms)
                values = (*values, *(term.needle.encode() for term in sieve.terms))
            elif not conditions:
                join = ""
            row = "terms.rowid" if asked.terms else "row"
            odd = "0" if asked.is_exact else "is_odd"
            begin = f"SELECT {odd} AS odd FROM {'terms' if asked.terms else 'piece'}{join} WHERE {row}"
            match = " AND terms MATCH ?" if asked.terms else ""
            counted, odds = self._connection.execute(
                f"SELECT count(*), ifnull(sum(odd), 0) FROM"
                f" ({begin} BETWEEN ? AND ?{match}{conditions} LIMIT {most + 1})",
                (*sieve.rows, *([asked.terms] if asked.terms else []), *values),
            ).fetchone()
            return Tally(min(counted, most), counted <= most) if not odds else None

    @contextmanager
    def while_not(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Give up what is read within as soon as `cancelled` says yes."""
        self._connection.set_progress_handler(cancelled, _STEPS)
        try:
            yield
        except IndexUnusable:
            if not cancelled():
                raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # -- how it is asked --------------------------------------------------------------------------

    def _question(self, sieve: Sieve) -> Question:
        self._read_words()
        return question(sieve, self._vocabulary)

    def _read_words(self) -> None:
        """Take up the words that were indexed since the last question."""
        rows = self._connection.execute(
            "SELECT id, word FROM word WHERE id > ?", (self._words_read,)
        ).fetchall()
        if rows:
            self._words_read = rows[-1][0]
            self._vocabulary.add(word for _, word in rows)

    def _select(self, asked: Question, sieve: Sieve, bounds: tuple[int, int] | None = None) -> Iterator[_Row]:
        """Ask the tables of terms, or for everything."""
        conditions, values = _limits(sieve)
        bounds = bounds or sieve.rows
        for term in sieve.terms:
            # Terms that do not follow each other in a text are told from its bytes, before it is read.
            if len(term.needle) > 2 and is_all_han(term):
                conditions += " AND (piece.is_odd OR instr(text.words, ?))"
                values = (*values, term.needle.encode())
        if not (asked.terms or asked.heads):
            statement = _PIECE.format(source="(SELECT 1)", row="piece.row", limits=conditions)
            return self._connection.execute(statement, (*bounds, *values))
        table, match = ("terms", asked.terms) if asked.terms else ("heads", asked.heads)
        if asked.terms and asked.heads:
            conditions = f" AND terms.rowid IN (SELECT rowid FROM heads WHERE heads MATCH ?){conditions}"
            values = (asked.heads, *values)
        statement = _PIECE.format(
            source=table, row=f"{table}.rowid", limits=f" AND {table} MATCH ?{conditions}"
        )
        return self._connection.execute(statement, (*bounds, match, *values))

    def _with_character(self, sieve: Sieve) -> Iterator[_Row]:
        """A single character: first looked for in the newest texts themselves, then by the index."""
        first, last = sieve.rows
        oldest = self._connection.execute(
            "SELECT min(row) FROM"
            " (SELECT row FROM piece WHERE row BETWEEN ? AND ? ORDER BY row DESC LIMIT ?)",
            (first, last, NEWEST_SCANNED),
        ).fetchone()[0]
        if oldest is None:
            return
        yield from self._scan(sieve, (oldest, last))
        yield from self._select(self._question(sieve), sieve, (first, oldest - 1))

    def _scan(self, sieve: Sieve, bounds: tuple[int, int]) -> Iterator[_Row]:
        """Yield pieces whose texts themselves may hold the one character that is sought."""
        limits, values = _limits(sieve)
        forms = [form.encode() for form in written_forms(sieve.terms[0].needle)]
        piece = _PIECE.format(source="(SELECT 1)", row="piece.row", limits="")
        texts = self._connection.execute(
            "SELECT row, words, check_sum FROM piece CROSS JOIN text ON text.id = piece.text"
            f" WHERE row BETWEEN ? AND ?{limits} ORDER BY row DESC",
            (*bounds, *values),
        )
        for row, words, check in texts:
            if check_sum(words) != check:
                raise Damaged
            if not forms or any(form in words for form in forms):
                yield from self._connection.execute(piece, (row, row))

    def _heard(self, sieve: Sieve) -> Iterator[_Row]:
        """Pieces with a term in their titles or bylines by pinyin, and the other terms as written."""
        if self._sounds is None:
            self._sounds = Sounds(self._pinyin())
        heard = [self._sounds.match(term.letters) for term in sieve.terms if term.letters]
        match = " OR ".join(each for each in heard if each)
        if not match:
            return iter(())
        self._read_words()
        others = [term_asked(term.needle, self._vocabulary).match for term in sieve.terms if not term.letters]
        written = " AND ".join(f"({each})" for each in others if each)
        conditions, values = _limits(sieve)
        if written:
            conditions = f" AND sounds.rowid IN (SELECT rowid FROM terms WHERE terms MATCH ?){conditions}"
            values = (written, *values)
        statement = _PIECE.format(
            source="sounds", row="sounds.rowid", limits=f" AND sounds MATCH ?{conditions}"
        )
        return self._connection.execute(statement, (*sieve.rows, match, *values))


def _is_one_character(sieve: Sieve) -> bool:
    return len(sieve.terms) == 1 and len(sieve.terms[0].needle) == 1 and sieve.stage is Stage.WRITTEN


def _limits(sieve: Sieve) -> tuple[str, tuple[object, ...]]:
    """Return the conditions on sections and kinds, and their values."""
    words, values = "", []
    if sieve.places is not None:
        words += f" AND piece.place IN ({','.join(map(str, sieve.places))})"
    if sieve.kinds is not None:
        numbers = sorted(map(kind_number, sieve.kinds))
        words += f" AND piece.kind IN ({','.join('?' * len(numbers))})"
        values = numbers
    return words, tuple(values)


def _candidate(row: _Row) -> Candidate:
    number, path, paper, edition, piece, title, section, page, kind, words, parts, opening, check = row
    if check_sum(words) != check:
        raise Damaged
    return Candidate(
        row=number,
        path=path,
        paper=paper,
        edition=edition,
        piece=piece,
        title=title,
        section=section,
        page=page,
        kind=kind_numbered(kind),
        texts=unpacked(words),
        parts=parts_marked(parts),
        opening=opening,
    )


@contextmanager
def _one_view(connection: sqlite3.Connection) -> Iterator[None]:
    """Let several questions see the same, whatever is written meanwhile."""
    is_begun = not connection.in_transaction
    if is_begun:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if is_begun and connection.in_transaction:
            connection.execute("COMMIT")


@contextmanager
def _told() -> Iterator[None]:
    """Turn an error of the engine into one of the index."""
    try:
        yield
    except sqlite3.Error as error:
        raise unusable(error) from None
