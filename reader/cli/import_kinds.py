"""Every kind of source there is: the formats of others, and an edition in our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.archive.picture_file import PictureFault, find_picture, read_picture
from reader.edition.edition import Edition
from reader.edition.wording import Wording
from reader.importing.imported import Imported, Picture, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.importers import IMPORTERS
from reader.importing.observation import Grade, Observation, cannot_import
from reader.importing.source import Source
from reader.loading.load import read_edition
from reader.loading.problem import EditionError, Problem, Severity

# A text about the format holds its keys too, but does not begin with a key.
_BEGINS = re.compile(
    r"""\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*(?:---[ \t]*\r?\n)?[ \t\ufeff]*(?:\{|["']?\w+["']?[ \t]*:)"""
)
# Both, for a front matter above a Markdown text may name its paper too.
_FORMAT = re.compile(
    r"""^[ \t\ufeff{]*["']?format["']?[ \t]*:[ \t]*["']?1["']?[ \t]*(?:,|#|$)""", re.MULTILINE
)
_PAPER = re.compile(r"""^[ \t]*["']?paper["']?[ \t]*:""", re.MULTILINE)


def _likeness(sample: Sample) -> Likeness:
    head = sample.head.decode(errors="replace")
    is_edition = _BEGINS.match(head) and _FORMAT.search(head) and _PAPER.search(head)
    return Likeness.SURE if is_edition else Likeness.NONE


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield the edition of a file as it is, but for what is wished; its pictures come with it.

    Importers cannot do this, for they know nothing of the loader.
    """
    path = source.path or Path(source.name)
    data, encoding = _as_yaml(source.data()), source.encoding or "utf-8"
    try:
        loaded = read_edition(data, path, limit=max(source.limit, len(data)), encoding=encoding)
    except EditionError as error:
        yield from (_told(source, problem) for problem in error.problems)
        return
    told = [_told(source, problem) for problem in loaded.warnings]
    edition = _as_wished(loaded.edition, wishes)
    pictures = []
    files = (photo.file for article in edition.articles() for photo in article.photos if photo.file)
    for file in dict.fromkeys(files):
        found = find_picture(path, None, file)
        if isinstance(found, PictureFault):
            told.append(Observation(Grade.UNDECIDED, source.name, "", found.what, found.advice))
        else:
            pictures.append(Picture(file, partial(_picture, source.name, found, file), is_placed=True))
    yield Imported(edition, tuple(told), tuple(pictures))


def _as_yaml(data: bytes) -> bytes:
    """Return an edition as the loader reads it: what `show` prints as JSON without the references it adds."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return data
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        return data
    _without_references(fields)
    return json.dumps(fields, ensure_ascii=False, indent=1).encode() + b"\n...\n"


def _without_references(fields: dict[str, object]) -> None:
    listed = [fields.get("notices"), fields.get("sections")]
    for records in listed:
        for record in records if isinstance(records, list) else ():
            if isinstance(record, dict):
                record.pop("reference", None)
                articles = record.get("articles")
                for article in articles if isinstance(articles, list) else ():
                    if isinstance(article, dict):
                        article.pop("reference", None)


def _picture(source: str, path: Path, file: str) -> bytes:
    data = read_picture(path, file)
    if isinstance(data, PictureFault):
        raise cannot_import(source, file, data.what, data.advice)
    return data


def _told(source: Source, problem: Problem) -> Observation:
    grade = Grade.ERROR if problem.severity is Severity.ERROR else Grade.UNDECIDED
    return Observation(grade, source.name, f"{problem.line}:{problem.column}", problem.what, problem.advice)


def _as_wished(edition: Edition, wishes: Wishes) -> Edition:
    return replace(
        edition,
        paper=wishes.paper or edition.paper,
        date=wishes.date or edition.date,
        language=wishes.language or edition.language,
        timezone=wishes.timezone or edition.timezone,
    )


EDITION = Importer(
    "edition",
    Wording("本格式的报纸，也可是 show 印出的 JSON", "an edition of ours, also as JSON that show prints"),
    (".yaml", ".yml", ".json"),
    _likeness,
    _read,
)
"""The kind of our own format."""

KINDS = (*IMPORTERS, EDITION)
"""Every kind of source that can be imported, in the order help shows them."""
