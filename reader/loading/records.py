"""Mappings read by their tables: each key by its shape, unknown and missing ones told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from reader.edition.wording import Wording
from reader.loading.fields import RECORDS, Field, Record
from reader.loading.meanings import MeaningReader
from reader.loading.problem import ProblemList
from reader.loading.shapes import UNKNOWN, Shape
from reader.loading.strays import tell_strays
from reader.loading.texts import TextReader
from reader.loading.words import CUT, REFUSED, Listing, Mapping, Node, Word

_JUMP = Wording(
    "写 unknown，或 {{page: 版次, article: 编号}}", "write unknown, or {{page: PAGE, article: ID}}"
).filled()


class Draft(NamedTuple):
    """A record read: its good values by key, and the mapping they were written in."""

    values: dict[str, Any]
    node: Mapping

    def at(self, key: str) -> int:
        """Return the packed position of the value under this key, or of the mapping without it."""
        node = self.node.nodes.get(key)
        return self.node.at if node is None else node.at


class RecordReader:
    """Reads the records of one file; what is wrong goes to `problems`, and the value is left out."""

    def __init__(self, problems: ProblemList, zone: ZoneInfo, *, is_lenient: bool = False) -> None:
        """Take where problems go and the zone of times without an offset; `is_lenient` as `TextReader`."""
        self._problems = problems
        self._texts = texts = TextReader(problems, is_lenient=is_lenient)
        meanings = MeaningReader(problems, texts, zone)
        readers: dict[Shape, Callable[[Field, Node], Any]] = {
            Shape.LINE: texts.line,
            Shape.PROSE: texts.prose,
            Shape.ID: meanings.id,
            Shape.FILE: meanings.file,
            Shape.REFERENCE: meanings.reference,
            Shape.CHOICE: meanings.choice,
            Shape.FORMAT: meanings.format,
            Shape.DATE: meanings.date,
            Shape.LANGUAGE: meanings.language,
            Shape.ZONE: meanings.zone,
            Shape.INSTANT: meanings.instant,
            Shape.END: meanings.end,
            Shape.LINES: lambda field, node: self._items(field, node, texts.line),
            Shape.IDS: lambda field, node: self._items(field, node, meanings.id),
            Shape.RECORD: self._record,
            Shape.RECORDS: lambda field, node: self._items(field, node, self._record),
            Shape.JUMP: self._jump,
        }
        self._by_key = {
            record.key: {field.key: (field, readers[field.shape]) for field in record.fields}
            for record in RECORDS
        }

    def record(self, node: Mapping, record: Record) -> Draft:
        """Read every key of a mapping."""
        values: dict[str, Any] = {}
        known = self._by_key[record.key]
        meant: set[str] = set()
        if not node.nodes.keys() <= known.keys():
            meant = tell_strays(node, record, self._problems)
        is_untitled = bool(record.one_of) and _is_untitled(node, record)
        for key, child in node.nodes.items():
            if key not in known or (key in meant and type(child) is Word and not child.text):
                continue
            if is_untitled and key in record.one_of:
                continue  # told below: an empty title is no title, and that is one mistake
            field, read = known[key]
            value = read(field, child)
            if value is not None:
                values[key] = value
        if node.is_whole:
            for field in record.required:
                if field.key not in node.keys and field.key not in meant:
                    self._tell_missing(node, record, field)
            if is_untitled and meant.isdisjoint(record.one_of):
                self._tell_untitled(node, record)
        return Draft(values, node)

    def _record(self, field: Field, node: Node) -> Draft | None:
        assert field.record is not None
        if type(node) is Mapping:
            return self.record(node, field.record)
        self._texts.tell_wrong_kind(field, node, Mapping)
        return None

    def _items(self, field: Field, node: Node, read: Callable[[Field, Node], Any]) -> list[Any] | None:
        if type(node) is not Listing:
            self._texts.tell_wrong_kind(field, node, Listing)
            return None
        return [value for item in node.nodes if (value := read(field, item)) is not None]

    def _jump(self, field: Field, node: Node) -> Draft | str | None:
        if type(node) is not Word:
            return self._record(field, node)
        word = self._texts.word(field, node)
        if word is None or word == UNKNOWN:
            return word
        self._texts.refuse(field, node, word, _JUMP)
        return None

    def _tell_missing(self, node: Mapping, record: Record, field: Field) -> None:
        what = Wording("{record}缺少“{key}”（{called}）", "{record} needs “{key}”")
        english = field.purpose.en.rstrip(".")
        purpose = Wording(field.purpose.zh.rstrip("。"), english[:1].lower() + english[1:])
        advice = Wording("加上“{key}: …”：{purpose}", "add “{key}: …”, {purpose}")
        self._problems.error(
            node.at,
            what.filled(record=record.name, key=field.key, called=field.called),
            advice.filled(key=field.key, purpose=purpose),
        )

    def _tell_untitled(self, node: Mapping, record: Record) -> None:
        written = [node.nodes[key] for key in record.one_of if key in node.nodes]
        first, second = record.one_of
        what = Wording(
            "{record}没有“{first}”也没有“{second}”", "{record} has neither “{first}” nor “{second}”"
        )
        advice = Wording(
            "写上 {first}（主题）；版面没有印标题就写 {second}",
            "write a {first}; where the page prints none, a {second}",
        )
        self._problems.error(
            written[0].at if written else node.at,
            what.filled(record=record.name, first=first, second=second),
            advice.filled(first=first, second=second),
        )


def _is_untitled(node: Mapping, record: Record) -> bool:
    """Is no title written, not even a wrong one, of which enough has been said?"""
    for key in record.one_of:
        word = node.nodes.get(key)
        if word is not None and (type(word) is not Word or word.text.strip() or word.flaws & (CUT | REFUSED)):
            return False
    return True
