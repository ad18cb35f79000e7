"""How the files of newspaper crawlers are recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from reader.edition.wording import Wording
from reader.importing.crawl.days import day_in
from reader.importing.crawl.names import JSON_SUFFIXES, TEXT_SUFFIXES, is_dated_folder, named
from reader.importing.crawl.others import is_of_others
from reader.importing.imported import Imported, Wishes
from reader.importing.importer import Importer, Likeness, Sample
from reader.importing.observation import Observation
from reader.importing.source import Source

_KEY = re.compile(r'"([\w \u4e00-\u9fff-]{1,20})"\s*:')
_LOOKED_AT = 40
"""Names in a folder that are looked at."""


def likeness(sample: Sample) -> Likeness:
    """Tell by the names of files and folders, of JSON by its keys.

    JSON that other standards know by keys of their own (ninjs, JSON Feed) is left to them.
    """
    if sample.is_folder:
        return _of_folder(sample.name, sample.entries)
    path = PurePath(sample.name)
    if path.suffix in JSON_SUFFIXES or sample.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _of_json(sample.head)
    if path.suffix in TEXT_SUFFIXES and named(path).is_article and b"\0" not in sample.head:
        return Likeness.SURE
    return Likeness.NONE


def _of_folder(name: str, entries: tuple[str, ...]) -> Likeness:
    found = Likeness.NONE
    is_day = day_in(name) is not None
    for entry in [name for name in entries if not name.startswith(".")][:_LOOKED_AT]:
        path = PurePath(entry)
        said = named(path)
        if path.suffix.lower() in TEXT_SUFFIXES and said.is_article:
            return Likeness.CONTENT
        is_json = path.suffix.lower() in JSON_SUFFIXES and (is_day or said.date or said.month)
        in_day = is_day and named(PurePath("2025-01-01") / entry / "1").is_article
        if is_json or in_day or (not path.suffix and is_dated_folder(entry)):
            found = Likeness.NAME
    return found


def _of_json(head: bytes) -> Likeness:
    from reader.importing.crawl.fields import Field, field_of

    if is_of_others(head):
        return Likeness.NONE
    keys = {key: field_of(key) for key in _KEY.findall(_readable(head))}
    fields = set(keys.values())
    if not {Field.HEADLINE, Field.BODY} <= fields:
        return Likeness.NONE
    is_chinese = any(field and not key.isascii() for key, field in keys.items())
    is_paper = bool(fields & {Field.PAGE, Field.SECTION, Field.KICKER, Field.DECK})
    return Likeness.SURE if is_chinese and is_paper else Likeness.CONTENT


def _readable(head: bytes) -> str:
    """Return a head, which may end inside a character, as text."""
    try:
        return head.decode()
    except UnicodeDecodeError as error:
        is_cut = error.start > len(head) - 4
        return head[: error.start].decode() if is_cut else head.decode("gb18030", "ignore")


def _read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    from reader.importing.crawl.reading import read

    yield from read(source, wishes)


CRAWL = Importer(
    kind="crawl",
    name=Wording("按日保存的文章（一篇一个文本文件，或 JSON）", "daily files of a crawler (text or JSON)"),
    suffixes=(".txt", ".json", ".jsonl"),
    likeness=likeness,
    read=_read,
    is_item=True,
)
"""Folders and files as newspaper crawlers save them."""
