"""An edition as the YAML of the format: canonical, every value where its kind always stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.edition.article import Kind
from reader.edition.notice import Status
from reader.exporting.edition_json import Fields, edition_fields
from reader.loading.fields import RECORDS
from reader.loading.shapes import Shape

if TYPE_CHECKING:
    from reader.edition.edition import Edition

_PROSE = frozenset(field.key for record in RECORDS for field in record.fields if field.shape is Shape.PROSE)
"""Keys whose text keeps its lines: always a literal block."""
_BARE = frozenset(
    field.key
    for record in RECORDS
    for field in record.fields
    if field.shape in (Shape.FORMAT, Shape.DATE, Shape.INSTANT, Shape.END)
)
"""Keys whose values need no quotation marks whatever they look like."""
_NOT_WRITTEN = {"reference"}
_USUAL = {"kind": Kind.NEWS.value, "status": Status.ACTUAL.value}

_BREAKS_PLAIN = re.compile(r": | #|:\Z")
_BREAKS_FLOW = re.compile(r"[\[\]{},:]")
# What a plain scalar can begin with and be a text for every YAML reader, also for those that guess numbers,
# times and truth values (YAML 1.1 and 1.2 alike).
_OPENS_PLAIN = re.compile(r"[^\W_]|[（《“‘「『【〔—…①-⑳□■●◆★]")
_GUESSED = re.compile(r"(?i:y|yes|n|no|on|off|true|false|null|nan|inf|(?=.*\d)[\d.,_:+\-xoabcdeftz\s]*)\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def edition_yaml(edition: Edition) -> str:
    """Return the text of an edition file: keys in the order of the format, one way to write each value.

    What it holds is read back as the same edition, and written again as the same text. Prose is a literal
    block with its lines as they are, all else stands on one line, quoted only where YAML asks for it. Keys
    with their usual value are left out. Source: edition format 1; YAML 1.2.2 §7.3 and §8.1.
    """
    lines = list(_mapping(edition_fields(edition), ""))
    return "\n".join([*lines, "..."]) + "\n"


def notice_yaml(fields: Fields, indent: str) -> list[str]:
    """Return the lines of one notice as an item of a list at this indent."""
    return list(_items([fields], indent))


def _mapping(fields: Fields, indent: str) -> Iterator[str]:
    for key, value in fields.items():
        if key in _NOT_WRITTEN or _USUAL.get(key) == value:
            continue
        if key == "notices" and not value:
            continue
        if key in ("notices", "sections"):
            yield ""
        yield from _entry(key, value, indent)


def _entry(key: str, value: object, indent: str) -> Iterator[str]:
    lead = f"{indent}{key}:"
    match value:
        case dict():
            yield lead
            yield from _mapping(value, indent + "  ")
        case list() if not value:
            yield f"{lead} []"
        case list() if isinstance(value[0], str):
            listed = ", ".join(_scalar(item, is_flow=True) for item in value)
            yield f"{lead} [{listed}]"
        case list():
            yield lead
            yield from _items(value, indent + "  ")
        case str() if key in _PROSE:
            yield f"{lead} {_header(value)}"
            yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
        case _:
            yield f"{lead} {value if key in _BARE else _scalar(str(value))}"


def _items(values: list[Fields], indent: str) -> Iterator[str]:
    for number, fields in enumerate(values):
        if number and ("headline" in fields or "slug" in fields or "body" in fields or "articles" in fields):
            yield ""  # articles and sections are read one by one in a diff
        lines = list(_mapping(fields, indent + "  "))
        first = next((at for at, line in enumerate(lines) if line), None)
        if first is None:
            yield f"{indent}- {{}}"
            continue
        yield f"{indent}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]


def _header(prose: str) -> str:
    """Return the indicator of a literal block: with the indent where a blank begins the text."""
    first = next((line for line in prose.split("\n") if line.strip(" ")), "")
    return "|2" if first.startswith(" ") or prose.startswith("\n") else "|"


def _scalar(text: str, *, is_flow: bool = False) -> str:
    """Return one line of text, plain where every YAML reader takes it as this text."""
    is_plain = (
        _OPENS_PLAIN.match(text) is not None
        and text == text.strip()
        and not _BREAKS_PLAIN.search(text)
        and not _GUESSED.match(text)
        and not (is_flow and _BREAKS_FLOW.search(text))
    )
    return text if is_plain else '"' + "".join(_ESCAPES.get(mark, mark) for mark in text) + '"'
