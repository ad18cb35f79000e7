"""An edition as it was last read, kept so that it opens again without YAML.

A plate is a private cache: a line of JSON saying what it is a plate of, then JSON, then all bodies in one
piece. It is only ever taken for what it is when everything fits; at any doubt the edition is read again.
"""

from __future__ import annotations

import codecs
import contextlib
import datetime as dt
import json
import os
import zlib
from collections import deque
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from reader import __version__
from reader.edition.article import Article, Cut, Jump, Kind, Photo, Prominence
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice, Status
from reader.edition.wording import Wording
from reader.loading.file_state import MAX_BYTES, Stamp
from reader.loading.loaded import Loaded
from reader.loading.problem import Problem, Severity
from reader.loading.source_map import Places, SourceMap

_VERSION = 2
_MOST_BYTES = 16 * MAX_BYTES

# Bodies are most of an edition. Kept as UTF-16 they are read four times as fast as UTF-8 or JSON strings,
# and for Chinese text they are smaller.
_BODY_CODEC = "utf-16-le"
_body_text = codecs.utf_16_le_decode  # without looking the codec up for every body

_PHOTO = ("id", "file", "caption", "credit", "alt")
_MASTHEAD = ("motto", "publisher", "editor", "lunar", "pages")
_TEXTS = (
    "id", "has_own_id", "page", "column", "kicker", "headline", "slug", "deck", "byline", "dateline",
    "source", "summary", "signoff", "correction", "corrects", "kind", "cut", "prominence",
)  # fmt: skip
_NOTICE_TEXTS = ("id", "event", "headline", "column", "issuer", "area", "text", "instruction")
_NOTICE_TIMES = ("effective", "expires", "issued", "onset")

_T = TypeVar("_T")


class _Rest(NamedTuple):
    """What follows the first line: a line with all but the bodies, a line of positions, the bodies."""

    content: bytes
    places: bytes
    bodies: bytes


def plate_path(cache_dir: Path, path: Path) -> Path:
    """Return where the plate of the edition at this path is kept."""
    name = os.fsencode(path.absolute())
    # Two paths of one sum would only take each other's place, as a plate says whose it is. A real hash would
    # cost the import of OpenSSL.
    return cache_dir / f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}.plate"


def load_plate(cache_dir: Path, path: Path, stamp: Stamp) -> Loaded | None:
    """Return the edition its plate holds, or None when there is none for just this file; never raises."""
    try:
        with plate_path(cache_dir, path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > _MOST_BYTES:
                return None
            # Piece by piece, and the last with its size: otherwise the bodies would be copied once more.
            head, rest = file.readline(), _Rest(file.readline(), file.readline(), file.read(size))
        if head != _head(path, stamp, rest):
            return None
        return _loaded(rest, stamp)
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


def save_plate(cache_dir: Path, path: Path, loaded: Loaded) -> None:
    """Keep a plate of an edition; a full or read-only disk is no error, as nothing is lost."""
    rest = _rest(loaded)
    head = _head(path, loaded.stamp, rest)
    plate = plate_path(cache_dir, path)
    temporary = plate.with_suffix(f".{os.getpid()}.tmp")
    try:
        cache_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.writelines((head, *rest))
        temporary.replace(plate)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _head(path: Path, stamp: Stamp, rest: _Rest) -> bytes:
    """Return the line that says what this is a plate of."""
    check = 0
    for piece in rest:
        check = zlib.crc32(piece, check)
    head = {
        "plate": _VERSION,
        "reader": __version__,
        "path": os.fsencode(path.absolute()).hex(),
        "stamp": list(stamp),
        "size": sum(map(len, rest)),
        "check": check,
    }
    return _json(head)


def _rest(loaded: Loaded) -> _Rest:
    edition = loaded.edition
    articles = list(edition.articles())
    bodies = [article.body.encode(_BODY_CODEC) for article in articles]
    source_map = loaded.source_map
    content = {
        "edition": [edition.paper, edition.date.isoformat(), edition.edition, edition.issue],
        "language": edition.language,
        "timezone": edition.timezone,
        "masthead": [getattr(edition.masthead, name) for name in _MASTHEAD],
        "inferred": edition.inferred,
        "notices": [_notice_row(notice) for notice in edition.notices],
        "sections": [[section.name, section.page, len(section.articles)] for section in edition.sections],
        "texts": [_column(getattr(article, name) for article in articles) for name in _TEXTS],
        "authors": _column(article.authors or None for article in articles),
        "photos": _column(_photo_rows(article) for article in articles),
        "jump_from": _column(_jump_row(article.jump_from) for article in articles),
        "jump_to": _column(_jump_row(article.jump_to) for article in articles),
        "bodies": [len(body) for body in bodies],
        "warnings": [
            [warning.line, warning.column, warning.what, warning.advice] for warning in loaded.warnings
        ],
        "articles": source_map.articles,
        "notice_places": source_map.notices,
    }
    return _Rest(_json(content), _json(source_map.places), b"".join(bodies))


def _json(value: object) -> bytes:
    # JSON escapes every line feed inside strings, so a line is a whole value.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _column(values: Iterable[object]) -> list[object] | None:
    """Return one field of all articles; None for a field that no article has, as most are rare."""
    column = list(values)
    return None if all(value is None for value in column) else column


def _photo_rows(article: Article) -> list[list[str | None]] | None:
    return [[getattr(photo, name) for name in _PHOTO] for photo in article.photos] or None


def _jump_row(jump: Jump | None) -> list[str | None] | None:
    return None if jump is None else [jump.page, jump.article]


def _notice_row(notice: Notice) -> list[object]:
    times = [getattr(notice, name) for name in _NOTICE_TIMES]
    return [
        [getattr(notice, name) for name in _NOTICE_TEXTS],
        [None if time is None else time.isoformat() for time in times],
        notice.level,
        notice.status,
        notice.supersedes,
        notice.cancels,
    ]


def _loaded(rest: _Rest, stamp: Stamp) -> Loaded:
    content: dict[str, Any] = json.loads(rest.content)
    paper, date, edition, issue = content["edition"]
    positions = rest.places  # not `rest`: the bodies go when they are read

    def places() -> Places:
        read: Places = json.loads(positions)
        return read

    return Loaded(
        Edition(
            paper=paper,
            date=dt.date.fromisoformat(date),
            edition=edition,
            issue=issue,
            language=content["language"],
            timezone=content["timezone"],
            masthead=Masthead(**dict(zip(_MASTHEAD, content["masthead"], strict=True))),
            inferred=tuple(content["inferred"]),
            notices=tuple(_notice(*row) for row in content["notices"]),
            sections=_sections(content["sections"], _articles(content, rest.bodies)),
        ),
        tuple(
            Problem(line, column, Wording(*what), Wording(*advice), Severity.WARNING)
            for line, column, what, advice in content["warnings"]
        ),
        SourceMap(places, content["articles"], content["notice_places"]),
        stamp,
        is_from_plate=True,
    )


def _sections(rows: list[tuple[str, str | None, int]], articles: list[Article]) -> tuple[Section, ...]:
    parts = []
    start = 0
    for _, _, count in rows:
        parts.append(tuple(articles[start : start + count]))
        start += count
    if start != len(articles):
        raise ValueError("articles without a section")
    names, pages, _ = zip(*rows, strict=True) if rows else ((), (), ())
    return tuple(_set(Section, len(rows), {"name": names, "page": pages, "articles": parts}))


def _articles(content: dict[str, Any], bodies: bytes) -> list[Article]:
    """Return all articles, set column by column.

    One `__init__` an article, with its two dozen fields, would take longer than all the reading.
    """
    lengths = content["bodies"]
    written = [*content["texts"], *(content[name] for name in ("authors", "photos", "jump_from", "jump_to"))]
    if any(column is not None and len(column) != len(lengths) for column in written):
        raise ValueError("columns of different lengths")
    columns: dict[str, Iterable[object]] = {
        name: repeat(None) if column is None else column
        for name, column in zip(_TEXTS, content["texts"], strict=True)
    }
    for name, choices in (("kind", Kind), ("cut", Cut), ("prominence", Prominence)):
        by_word: dict[object, object] = {choice.value: choice for choice in choices}
        columns[name] = map({**by_word, None: None}.__getitem__, columns[name])
    for name, read, absent in (
        ("authors", _authors, ()),
        ("photos", _photos, ()),
        ("jump_from", _jump, None),
        ("jump_to", _jump, None),
    ):
        columns[name] = repeat(absent) if content[name] is None else map(read, content[name])
    columns["body"] = _texts(bodies, lengths)
    return _set(Article, len(lengths), columns)


def _set(kind: type[_T], count: int, columns: dict[str, Iterable[object]]) -> list[_T]:
    """Return instances of a frozen class with slots, its fields set from columns in C loops."""
    made: list[_T] = list(map(object.__new__, repeat(kind, count)))
    if set(columns) != set(kind.__slots__):  # type: ignore[attr-defined]
        raise ValueError("not the fields of this class")
    for name, values in columns.items():
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made


def _authors(names: list[str] | None) -> tuple[str, ...]:
    return tuple(names or ())


def _photos(rows: list[list[str | None]] | None) -> tuple[Photo, ...]:
    return tuple([Photo(**dict(zip(_PHOTO, row, strict=True))) for row in rows or ()])


def _texts(bodies: bytes, lengths: list[int]) -> list[str]:
    """Return each body by its length in bytes."""
    texts = []
    start = 0
    for length in lengths:
        texts.append(_body_text(bodies[start : start + length], "strict", True)[0])
        start += length
    if start != len(bodies):
        raise ValueError("bodies of another length")
    return texts


def _jump(row: list[str | None] | None) -> Jump | None:
    return None if row is None else Jump(page=row[0], article=row[1])


def _notice(
    texts: list[Any],
    times: list[str | None],
    level: str | None,
    status: str,
    ends: list[str],
    lifts: list[str],
) -> Notice:
    moments = [None if time is None else dt.datetime.fromisoformat(time) for time in times]
    return Notice(
        **dict(zip(_NOTICE_TEXTS, texts, strict=True)),
        **dict(zip(_NOTICE_TIMES, moments, strict=True)),  # type: ignore[arg-type]
        level=None if level is None else Level(level),
        status=Status(status),
        supersedes=tuple(ends),
        cancels=tuple(lifts),
    )
