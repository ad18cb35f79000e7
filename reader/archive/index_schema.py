"""The tables of an index file, and how values of ours stand in them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

from reader.archive.clause import Part
from reader.edition.article import Kind
from reader.edition.wording import Wording
from reader.loading.problem import Problem, Severity

APPLICATION = 0x50524958
"""What tells an index from other SQLite files: PRIX."""
VERSION = 1
"""Raised with every change of the tables, of the terms or of folding: an index of another is made anew."""

SCHEMA = (
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",
    """CREATE TABLE file (
        id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL,
        inode INTEGER NOT NULL, paper TEXT NOT NULL, day INTEGER NOT NULL, edition TEXT, issue TEXT,
        articles INTEGER NOT NULL, headline TEXT, notices INTEGER NOT NULL, problems TEXT,
        first INTEGER NOT NULL, count INTEGER NOT NULL)""",
    "CREATE INDEX file_by_first ON file (first)",
    """CREATE TABLE place (
        id INTEGER PRIMARY KEY, paper TEXT NOT NULL, name TEXT NOT NULL, page TEXT,
        UNIQUE (paper, name, page))""",
    """CREATE TABLE piece (
        row INTEGER PRIMARY KEY, file INTEGER NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL,
        piece TEXT NOT NULL, title TEXT NOT NULL, parts TEXT NOT NULL, opening INTEGER NOT NULL,
        text INTEGER NOT NULL, is_odd INTEGER NOT NULL)""",
    # By themselves: appended in whatever order editions come, they fill their pages.
    "CREATE TABLE text (id INTEGER PRIMARY KEY, words BLOB NOT NULL, check_sum INTEGER NOT NULL)",
    "CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)",
    # The texts are not kept in them once more (content=''); terms come ready made, parted by blanks.
    # Nor where in a piece a term stands: that would be more than half of the index, and is soon verified.
    "CREATE VIRTUAL TABLE terms USING fts5(term, content='', detail=none, columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE heads USING fts5(term, content='', detail=none, columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE sounds USING fts5(term, content='', detail=none, columnsize=0, tokenize='ascii')",
    # Terms wait in memory until there are so many bytes of them: fewer and larger pieces to be merged.
    "INSERT INTO terms(terms, rank) VALUES ('hashsize', 33554432)",
    "INSERT INTO terms(terms, rank) VALUES ('pgsz', 4050)",
    # Merged when a stocktaking ends, once, and not again and again on the way.
    "INSERT INTO terms(terms, rank) VALUES ('automerge', 0)",
    "INSERT INTO terms(terms, rank) VALUES ('crisismerge', 1000)",
)

NOTICE = -1
"""The number of the kind of a public notice."""
KINDS: tuple[Kind, ...] = tuple(Kind)
_PART_MARKS: dict[Part | None, str] = {Part.TITLE: "t", Part.BYLINE: "b", None: "-"}
_PARTS_MARKED = {mark: part for part, mark in _PART_MARKS.items()}
_BETWEEN = "\0"


def kind_number(kind: Kind | None) -> int:
    """Return the number a kind is kept as."""
    return NOTICE if kind is None else KINDS.index(kind)


def kind_numbered(number: int) -> Kind | None:
    """Return the kind of this number."""
    return None if number == NOTICE else KINDS[number]


def part_marks(parts: Sequence[Part | None]) -> str:
    """Return the parts of a piece's texts, a letter each."""
    return "".join(_PART_MARKS[part] for part in parts)


def parts_marked(marks: str) -> tuple[Part | None, ...]:
    """Return the parts these letters stand for."""
    return tuple(_PARTS_MARKED[mark] for mark in marks)


def packed(texts: Sequence[str]) -> bytes:
    """Return the texts of a piece as one value; none of them holds a NUL (see `without_boundaries`)."""
    return _BETWEEN.join(texts).encode("utf-8", "surrogatepass")


def unpacked(words: bytes) -> tuple[str, ...]:
    """Return the texts that were packed."""
    return tuple(words.decode("utf-8", "surrogatepass").split(_BETWEEN))


def check_sum(words: bytes) -> int:
    """Return what tells whether packed texts are still what was written."""
    return zlib.crc32(words)


def problems_packed(problems: Sequence[Problem]) -> str | None:
    """Return problems as JSON; None for none."""
    if not problems:
        return None
    return json.dumps([[p.line, p.column, *p.what, *p.advice, p.severity.value] for p in problems])


def problems_unpacked(words: str | None) -> tuple[Problem, ...]:
    """Return the problems that were packed."""
    rows = json.loads(words) if words else []
    return tuple(
        Problem(line, column, Wording(zh, en), Wording(to_do_zh, to_do), Severity(severity))
        for line, column, zh, en, to_do_zh, to_do, severity in rows
    )
