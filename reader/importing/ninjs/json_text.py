"""JSON read so that nothing in it can do harm: depth is counted first, numbers stay the text they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from reader.edition.wording import Wording
from reader.importing.observation import CannotImport, Observation, cannot_import

DEEPEST = 200
"""Objects and lists within each other; more is an attack."""

# A string without an end is passed over in one go, too: its quotation mark at the end is optional.
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_MEND = Wording("改正这一处，或重新导出", "correct this place, or export it again")
_BROKEN = Wording("JSON 写错了：{reason}", "this is not JSON: {reason}")
_DEEP = Wording("JSON 嵌套超过 {deepest} 层", "its JSON is nested deeper than {deepest}")
_ENCODED = Wording("不是 {encoding} 编码的文字", "its text is not in {encoding}")
_SAY_ENCODING = Wording("用 --encoding 说明编码", "name the encoding with --encoding")


class Value(NamedTuple):
    """A value of JSON: texts, True, False, None, lists and dictionaries; a number is the text of it."""

    value: Any
    place: str
    """Where it stands: ``line 3`` where a file has one to a line; else nothing."""


def json_values(data: bytes, source: str, encoding: str | None) -> Iterator[Value | Observation]:
    """Yield the value of a JSON text, or those of a text with one to a line, with an error for a broken one.

    Of a key given twice the later value counts (RFC 8259, 4). Source: RFC 8259; JSON Lines.

    Raises:
        CannotImport: it is neither, nested too deeply, or not in the encoding; with line and column.
    """
    text = _decoded(data, source, encoding)
    try:
        yield Value(_value(text, source, 0), "")
        return
    except CannotImport as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _is_value(lines[0][1], source):
            raise error from None
    for number, line in lines:
        try:
            yield Value(_value(line, source, number - 1), f"line {number}")
        except CannotImport as error:
            yield error.observation


def _is_value(line: str, source: str) -> bool:
    try:
        return isinstance(_value(line, source, 0), dict)
    except CannotImport:
        return False


def _decoded(data: bytes, source: str, encoding: str | None) -> str:
    encoding = encoding or json.detect_encoding(data)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (LookupError, UnicodeError) as error:
        raise cannot_import(source, "", _ENCODED.filled(encoding=encoding), _SAY_ENCODING) from error


def _value(text: str, source: str, lines_before: int) -> Any:
    """Return the value of a text.

    Raises:
        CannotImport: it is not JSON, or nested too deeply.
    """
    depth = 0
    for bracket in _BRACKETS.finditer(text):
        first = bracket[0][0]
        depth += (first in "[{") - (first in "]}")
        if depth > DEEPEST:
            place = _place(text, bracket.start(), lines_before)
            raise cannot_import(source, place, _DEEP.filled(deepest=DEEPEST), _MEND)
    try:
        # Python refuses very long numbers and reads NaN; none of them is text of a paper.
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, strict=False)
    except json.JSONDecodeError as error:
        place = _place(text, error.pos, lines_before)
        raise cannot_import(source, place, _BROKEN.filled(reason=error.msg), _MEND) from error
    except (RecursionError, ValueError) as error:
        raise cannot_import(source, "", _BROKEN.filled(reason=str(error)), _MEND) from error


def _place(text: str, at: int, lines_before: int) -> str:
    line = text.count("\n", 0, at) + 1 + lines_before
    return f"{line}:{at - text.rfind(chr(10), 0, at)}"
