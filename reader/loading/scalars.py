"""Every text of a YAML file with the stretch of the file it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from reader.loading.decoding import UNREADABLE

LITERAL, FOLDED, SINGLE, DOUBLE, PLAIN = "|", ">", "'", '"', ""
"""The five styles of a scalar (YAML 1.2.2 §7 and §8)."""

# One character takes the place of one the parser refuses, so that places stay what they are.
_STAND_INS = "\uf8ff\uf8fe\uf8fd\uf8fc\U0010fffd"


LINE_BREAK = re.compile("\r\n|\r|\n")
"""Matches a line end of any kind."""


class Scalar(NamedTuple):
    """One text as written: `start` and `end` are offsets in the file's text, in characters."""

    path: str
    """Where it stands in the document, as ``sections[0].articles[2].headline``."""
    value: str
    style: str
    start: int
    """Of its first character or, quoted or in a block, of its quotation mark or indicator."""
    end: int
    """Behind its last character; of a block, where the next word of the file may begin."""


class Opening(NamedTuple):
    """Where a value of any kind begins: at its key or, in a list, at its first character."""

    path: str
    line: int
    column: int
    """Both counted from 0, columns in characters."""


class Scalars(NamedTuple):
    """The texts of a file in file order, and where each value of it begins."""

    texts: dict[str, Scalar]
    openings: tuple[Opening, ...]


def read_scalars(text: str) -> Scalars:
    """Return every text of the one document in this YAML; `text` has its own line ends and no BOM.

    The document must be one that `reader.loading.load` accepts: no anchors, tags, or keys given twice.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    readable, stand_in = _readable(text)
    parser = loader(readable)
    texts: dict[str, Scalar] = {}
    openings: list[Opening] = []
    for path, event, mark in _walk(parser):
        openings.append(Opening(path, mark.line, mark.column))
        if event is not None:
            start, end, value = event.start_mark.index, event.end_mark.index, event.value
            scalar = Scalar(path, value, event.style or PLAIN, start, end)
            if stand_in and stand_in in value:
                scalar = _restored(text, readable, scalar, stand_in)
            texts[path] = scalar
    return Scalars(texts, tuple(openings))


def _walk(parser: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield path, scalar event (None for lists and mappings) and first mark of every value."""
    import yaml

    scalar, mapping, listing = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    stack: list[tuple[str, int]] = []  # outer path, and its count of items or -1 for a mapping
    prefix, count = "", -2  # before the document's root
    key: str | None = None
    key_mark: Any = None
    while (event := parser.get_event()) is not None:
        kind = type(event)
        if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            prefix, count = stack.pop()
            key = None
            continue
        if kind is not scalar and kind is not mapping and kind is not listing:
            continue
        if count == -1 and key is None:
            key = event.value if kind is scalar else "?"
            key_mark = event.start_mark
            continue
        if count == -2:
            path, mark = "", event.start_mark
        elif count == -1:
            path, mark = f"{prefix}.{key}" if prefix else str(key), key_mark
        else:
            path, mark = f"{prefix}[{count}]", event.start_mark
            count += 1
        key = None
        if kind is scalar:
            yield path, event, mark
        else:
            yield path, None, mark
            stack.append((prefix, count))
            prefix, count = path, -1 if kind is mapping else 0


def _readable(text: str) -> tuple[str, str]:
    """Return the text as the parser takes it, and what stands in it for characters it refuses."""
    if not UNREADABLE.search(text):
        return text, ""
    stand_in = next(mark for mark in _STAND_INS if mark not in text)
    return UNREADABLE.sub(stand_in, text), stand_in


def _restored(text: str, readable: str, scalar: Scalar, stand_in: str) -> Scalar:
    """Put the characters of the file back into a value that holds stand-ins."""
    from reader.loading.inner_map import NoInnerMap, inner_map

    try:
        starts = inner_map(readable, scalar).starts
    except NoInnerMap:
        return scalar
    value = "".join(
        text[start] if character == stand_in else character
        for start, character in zip(starts, scalar.value, strict=True)
    )
    return scalar._replace(value=value)
