"""JSON as savers write it: one document, or one to a line; nothing in it is lost silently."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reader.edition.wording import Wording
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import

_BROKEN = Wording("JSON 写错了：{reason}", "this is not well-formed JSON: {reason}")
_DEEP = Wording("JSON 嵌套太深", "this JSON is nested too deeply")
_TWICE = Wording("同一个键写了两次：{key}", "a key is given twice: {key}")
_MEND = Wording("改正这一处，或重新抓取", "correct this place, or fetch it again")


def documents(text: str, source: str) -> Iterator[tuple[str, Any] | Observation]:
    """Yield each document with its part (``line 3``; empty for the only one); a line that is none is told.

    An object that gives a headline twice is a list of both.

    Raises:
        CannotImport: nothing of it can be read.
    """
    try:
        yield "", _read(text)
        return
    except _Unreadable as error:
        lines = text.split("\n")
        starting = sum(line.startswith(("{", "[")) for line in lines)
        if starting < 2 or starting * 2 < sum(1 for line in lines if line.strip()):
            raise _told(error, source, 0) from error
    is_any = False
    failed: list[CannotImport] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        try:
            yield f"line {number + 1}", _read(line.strip().rstrip(","))
            is_any = True
        except _Unreadable as error:
            failed.append(_told(error, source, number))
    if not is_any:
        raise failed[0]
    yield from (error.observation for error in failed)


class _Unreadable(Exception):
    """Text that is no JSON we read: what is wrong, and where (from 1)."""

    def __init__(self, what: Wording, line: int = 1, column: int = 1) -> None:
        super().__init__(what.en)
        self.what = what
        self.line = line
        self.column = column


def _read(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise _Unreadable(_BROKEN.filled(reason=error.msg), error.lineno, error.colno) from error
    except RecursionError as error:
        raise _Unreadable(_DEEP) from error
    except ValueError as error:  # a number too long for Python
        raise _Unreadable(_BROKEN.filled(reason=str(error).split(";")[0])) from error


def _object(pairs: list[tuple[str, Any]]) -> Any:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    if all(isinstance(value, str | list) for _, value in pairs):
        return [{key: value} for key, value in pairs]  # texts by headline, and headlines do repeat
    seen: set[str] = set()
    twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    raise _Unreadable(_TWICE.filled(key=twice))


def _told(error: _Unreadable, source: str, lines_before: int) -> CannotImport:
    place = f"{lines_before + error.line}:{error.column}"
    return cannot_import(source, place, error.what, _MEND)


def entry_without_text(source: str, part: str) -> Observation:
    """Return what is told of an entry that has neither headline nor text."""
    what = Wording("这一条没有标题也没有正文", "this entry has neither headline nor text")
    return Observation(
        Grade.UNDECIDED, source, part, what, Wording("重新抓取，或不用管", "fetch it again, or leave it")
    )


def no_article(source: str, part: str) -> Observation:
    """Return what is told of something among articles that says something and is none."""
    what = Wording("这一条不是文章，没有读", "this is no article and was not read")
    advice = Wording(
        "给它写上标题和正文的字段名，再导入", "name its headline and text by their keys, and import again"
    )
    return Observation(Grade.ERROR, source, part, what, advice)
