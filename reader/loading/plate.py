"""An edition as it was last read, kept so that it opens again without YAML.

A plate is a private cache: a line of JSON saying what it is a plate of, then the edition and the positions
as JSON, then all bodies in one piece. It is only ever taken for what it is when everything fits; at any doubt
the edition is read again.
"""

from __future__ import annotations

import codecs
import contextlib
import datetime as dt
import json
import os
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise, repeat
from pathlib import Path
from typing import Any, NamedTuple

from reader import __version__
from reader.edition.article import Article, Cut, Jump, Kind, Photo, Prominence
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice, Status
from reader.edition.wording import Wording
from reader.loading.columns import instances
from reader.loading.file_state import MAX_BYTES, Stamp
from reader.loading.loaded import Loaded
from reader.loading.problem import Problem, Severity
from reader.loading.source_map import Positions, SourceMap

_VERSION = 3
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

_MANY = frozenset({"authors", "photos"})
"""The fields of which an article may have several."""


class _Rest(NamedTuple):
    """What follows the first line: the edition but for its bodies, the positions, the bodies."""

    content: memoryview
    positions: memoryview
    bodies: memoryview


def plate_path(cache_dir: Path, path: Path) -> Path:
    """Return where the plate of the edition at this path is kept."""
    name = os.fsencode(path.absolute())
    # Two paths of one sum would only take each other's place, as a plate says whose it is. A real hash would
    # cost the import of OpenSSL.
    return cache_dir / f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}.plate"


def load_plate(cache_dir: Path, path: Path, stamp: Stamp) -> Loaded | None:
    """Return the edition its plate holds, or None when there is none for just this file; never raises."""
    try:
        with plate_path(cache_dir, path).open("rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size > _MOST_BYTES:
                return None
            head, rest = _parted(file.readall())
        if head != _head(path, stamp, rest):
            return None
        return _loaded(rest, stamp)
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


def save_plate(cache_dir: Path, path: Path, loaded: Loaded) -> None:
    """Keep a plate of an edition; a full or read-only disk is no error, as nothing is lost."""
    pieces = _pieces(loaded)
    head = _head(path, loaded.stamp, pieces)
    plate = plate_path(cache_dir, path)
    temporary = plate.with_suffix(f".{os.getpid()}.tmp")
    try:
        cache_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.writelines((head, *pieces))
        temporary.replace(plate)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _parted(plate: bytes) -> tuple[bytes, _Rest]:
    """Return the first line, and the rest as views: most of a plate is never copied."""
    content = plate.index(b"\n") + 1
    positions = plate.index(b"\n", content) + 1
    bodies = plate.index(b"\n", positions) + 1
    view = memoryview(plate)
    return plate[:content], _Rest(view[content:positions], view[positions:bodies], view[bodies:])


def _head(path: Path, stamp: Stamp, rest: Sequence[bytes | memoryview]) -> bytes:
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


def _pieces(loaded: Loaded) -> list[bytes]:
    """Return what follows the first line; bodies that are not joined take half the memory."""
    edition = loaded.edition
    articles = list(edition.articles())
    bodies = [article.body.encode(_BODY_CODEC) for article in articles]
    content = {
        "edition": [edition.paper, edition.date.isoformat(), edition.edition, edition.issue],
        "language": edition.language,
        "timezone": edition.timezone,
        "masthead": [getattr(edition.masthead, name) for name in _MASTHEAD],
        "inferred": edition.inferred,
        "notices": [_notice_row(notice) for notice in edition.notices],
        "sections": [[section.name, section.page, len(section.articles)] for section in edition.sections],
        "columns": {
            **{name: _column(getattr(article, name) for article in articles) for name in _TEXTS},
            "authors": _column(article.authors or None for article in articles),
            "photos": _column(_photo_rows(article) for article in articles),
            "jump_from": _column(_jump_row(article.jump_from) for article in articles),
            "jump_to": _column(_jump_row(article.jump_to) for article in articles),
        },
        "bodies": [len(body) for body in bodies],
        "warnings": [
            [warning.line, warning.column, warning.what, warning.advice] for warning in loaded.warnings
        ],
    }
    return [_json(content), _json(loaded.source_map.positions), *bodies]


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
    content: dict[str, Any] = json.loads(str(rest.content, "utf-8"))
    paper, date, edition, issue = content["edition"]
    articles = _articles(content["columns"], content["bodies"], rest.bodies)
    written = bytes(rest.positions)  # not a view: the plate goes when its bodies are read

    def positions() -> Positions:
        return Positions(*json.loads(written))

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
            sections=_sections(content["sections"], articles),
        ),
        tuple(
            Problem(line, column, Wording(*what), Wording(*advice), Severity.WARNING)
            for line, column, what, advice in content["warnings"]
        ),
        SourceMap(positions),
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
    return tuple(instances(Section, len(rows), {"name": names, "page": pages, "articles": parts}))


def _articles(columns: dict[str, list[Any] | None], lengths: list[int], bodies: memoryview) -> list[Article]:
    if any(column is not None and len(column) != len(lengths) for column in columns.values()):
        raise ValueError("columns of different lengths")
    fields = {name: _field(name, column) for name, column in columns.items()}
    return instances(Article, len(lengths), {**fields, "body": _texts(bodies, lengths)})


def _field(name: str, column: list[Any] | None) -> Iterable[object]:
    """Return one field of all articles, with its own types."""
    absent = () if name in _MANY else None
    if column is None:
        return repeat(absent)
    read = _READ.get(name)
    return column if read is None else [absent if value is None else read(value) for value in column]


def _texts(bodies: memoryview, lengths: list[int]) -> list[str]:
    """Return each body by its length in bytes."""
    ends = list(accumulate(lengths, initial=0))
    if ends[-1] != len(bodies):
        raise ValueError("bodies of another length")
    return [_body_text(bodies[start:end], "strict", True)[0] for start, end in pairwise(ends)]


def _photos(rows: list[list[str | None]]) -> tuple[Photo, ...]:
    return tuple(
        [
            Photo(id=id, file=file, caption=caption, credit=credit, alt=alt)
            for id, file, caption, credit, alt in rows
        ]
    )


def _jump(row: list[str | None]) -> Jump:
    return Jump(page=row[0], article=row[1])


_READ: dict[str, Callable[[Any], object]] = {
    "kind": {kind.value: kind for kind in Kind}.__getitem__,
    "cut": {cut.value: cut for cut in Cut}.__getitem__,
    "prominence": {prominence.value: prominence for prominence in Prominence}.__getitem__,
    "authors": tuple,
    "photos": _photos,
    "jump_from": _jump,
    "jump_to": _jump,
}
"""What makes a field's value of what JSON holds of it, where that is not the value itself."""


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
