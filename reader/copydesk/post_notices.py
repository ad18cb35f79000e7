"""Notices posted into an edition that is there already; every other byte of its file stays as it was."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reader.copydesk.top_level import Entry, TopLevel, top_level
from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.edition.wording import Wording
from reader.exporting.edition_json import Fields, notice_fields
from reader.exporting.edition_yaml import notice_yaml
from reader.importing.ended import named_after_ended, rightly_ended
from reader.loading.load import MAX_BYTES, read_edition
from reader.loading.pieces import Piece, applied
from reader.loading.problem import EditionError

_PLAIN_LIST = re.compile(r"[^\W_][\w.-]*\Z")
_COMMENTS_ABOVE = re.compile(r"(?:^#[^\n]*\n)+\Z", re.MULTILINE)


class Posted(NamedTuple):
    """The file of an edition after notices were posted in it, and which they were, by id."""

    data: bytes
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    """Were there already, but otherwise."""
    unchanged: tuple[str, ...]
    """Were there already, and the same."""


class NotPosted(Exception):
    """Notices that cannot be posted in this edition."""

    def __init__(self, what: Wording, advice: Wording) -> None:
        super().__init__(what.en)
        self.what = what
        self.advice = advice


def post_notices(
    data: bytes,
    path: Path,
    notices: Sequence[Notice],
    inferred: Iterable[str] = (),
    *,
    is_forced: bool = False,
    encoding: str = "utf-8",
) -> Posted:
    """Return the file of an edition with these notices at the end of its list, and read it again.

    `path` names it in messages. The list is made before `sections` where there is none. `inferred` are the
    entries of that list of the edition that speak of the notices (`<id>.<key>`); those of notices that were
    the same are left out. A notice that is there otherwise is replaced, comments in it included, when forced.

    Raises:
        EditionError: what is there is no edition.
        NotPosted: a notice is there otherwise and nobody forced it, the file's encoding has not got its
            characters, or what would be written is not the old edition with the notices.
    """
    old = read_edition(data, path, limit=max(len(data), MAX_BYTES), encoding=encoding).edition
    mark, text = _decoded(data, encoding)
    there = {notice.id: notice for notice in old.notices}
    notices, _ = named_after_ended(rightly_ended(notices, there), frozenset(inferred), str(path), there)
    unchanged = tuple(notice.id for notice in notices if there.get(notice.id) == notice)
    changed = [notice for notice in notices if notice.id in there and notice.id not in unchanged]
    added = [notice for notice in notices if notice.id not in there]
    if changed and not is_forced:
        raise NotPosted(_OTHERWISE.filled(ids=", ".join(notice.id for notice in changed)), _FORCE)
    if not changed and not added:
        return Posted(data, (), (), unchanged)
    posted = {notice.id for notice in (*added, *changed)}
    newly_inferred = [
        name for name in inferred if name.rpartition(".")[0] in posted and name not in old.inferred
    ]
    by_id = {notice.id: notice for notice in changed}
    wanted = replace(
        old,
        notices=(*(by_id.get(notice.id, notice) for notice in old.notices), *added),
        inferred=(*old.inferred, *newly_inferred),
    )
    written = _written(text, old, changed, added, newly_inferred)
    try:
        made = mark + written.encode(encoding)
    except UnicodeEncodeError as error:
        raise NotPosted(_NO_CHARACTER, _SAVE_UTF_8) from error
    _verify(made, path, wanted, encoding)
    return Posted(made, tuple(notice.id for notice in added), tuple(by_id), unchanged)


def _decoded(data: bytes, encoding: str) -> tuple[bytes, str]:
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data[len(mark) :].decode(encoding)
    if not mark and text.startswith("\ufeff"):  # the mark of another encoding
        return text[0].encode(encoding), text[1:]
    return mark, text


def _verify(made: bytes, path: Path, wanted: Edition, encoding: str) -> None:
    try:
        now = read_edition(made, path, limit=max(len(made), MAX_BYTES), encoding=encoding).edition
    except EditionError as error:
        problem = error.problems[0]
        raise NotPosted(_BECOMES_WRONG.filled(what=problem.what), problem.advice) from error
    if now != wanted:
        raise NotPosted(_BECOMES_OTHER, _BY_HAND)


def _written(
    text: str, old: Edition, changed: Sequence[Notice], added: Sequence[Notice], inferred: Sequence[str]
) -> str:
    root = top_level(text)
    line_end = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n" if "\n" in text else "\r"
    pieces: list[Piece] = []
    listed = root.entries.get("notices")
    for notice in changed:
        assert listed is not None
        at = next(number for number, each in enumerate(old.notices) if each.id == notice.id)
        pieces.append(_replacement(text, listed, at, notice, line_end))
    if added:
        pieces.append(_addition(text, root, "notices", [notice_fields(each) for each in added], line_end))
    if inferred:
        pieces.append(_addition(text, root, "inferred", inferred, line_end))
    return applied(text, pieces)


def _replacement(text: str, listed: Entry, at: int, notice: Notice, line_end: str) -> Piece:
    item = listed.items[at]
    if listed.kind == "flow":
        return Piece(item.start, item.end, _flow(notice_fields(notice)))
    indent = text[_line_start(text, listed.start) : listed.start]
    dash = _line_start(text, item.start) + len(indent)
    while text[dash : dash + 1] != "-":  # its first key stands on a line below
        dash = _line_start(text, dash - len(indent) - 1) + len(indent)
    lines = _block(notice_fields(notice), indent)
    return Piece(dash, item.end, line_end.join(lines)[len(indent) :])


def _addition(
    text: str, root: TopLevel, key: str, values: Sequence[Fields] | Sequence[str], line_end: str
) -> Piece:
    """Return what adds these values at the end of the list under a key; the key is made if need be."""
    entry = root.entries.get(key)
    if entry is not None and entry.kind == "flow" and (entry.items or root.is_flow or key == "inferred"):
        comma = ", " if entry.items else ""
        at = entry.items[-1].end if entry.items else entry.end - 1
        return Piece(at, at, comma + ", ".join(map(_flow, values)))
    if entry is None and root.is_flow:
        at = root.entries["sections"].key
        return Piece(at, at, f"{key}: [{', '.join(map(_flow, values))}], ")
    if entry is None:
        return _made(text, root, key, values, line_end)
    is_block = entry.kind == "list"
    indent = text[_line_start(text, entry.start) : entry.start] if is_block else ""
    indent = indent if is_block else _indent_of(text, entry.key) + "  "
    body = line_end + line_end.join(line for value in values for line in _block(value, indent))
    if is_block:
        at = _line_end(text, entry.items[-1].end)
        return Piece(at, at, body)
    # `[]`, which the items take the place of; a comment behind it stays on its line.
    start, at = len(text[: entry.start].rstrip(" ")), _line_end(text, entry.end)
    return Piece(start, at, text[entry.end : at] + body)


def _made(
    text: str, root: TopLevel, key: str, values: Sequence[Fields] | Sequence[str], line_end: str
) -> Piece:
    """Return what makes the key: `inferred` before the notices, both before the sections' comments."""
    before = root.entries.get("notices", root.entries["sections"]) if key == "inferred" else None
    before = before or root.entries["sections"]
    at = _line_start(text, before.key)
    comments = _COMMENTS_ABOVE.search(text[:at].replace("\r\n", " \n"))
    at = comments.start() if comments else at
    indent = _indent_of(text, before.key)
    if key == "inferred":
        return Piece(at, at, f"{indent}{key}: [{', '.join(map(_flow, values))}]{line_end}")
    lines = [f"{indent}{key}:", *(line for value in values for line in _block(value, indent + "  "))]
    return Piece(at, at, line_end.join([*lines, "", ""]))


def _block(value: Fields | str, indent: str) -> list[str]:
    return [f"{indent}- {_flow(value)}"] if isinstance(value, str) else notice_yaml(value, indent)


def _flow(value: Fields | str) -> str:
    """Return a value as JSON, which is YAML inside brackets too; a plain word as it is."""
    if isinstance(value, str):
        return (
            value if _PLAIN_LIST.match(value) and value.isascii() else json.dumps(value, ensure_ascii=False)
        )
    return json.dumps(value, ensure_ascii=False)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    """Return where the line of a place ends, before its line end; a comment behind it belongs to it."""
    ends = [found for mark in "\r\n" if (found := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))


def _indent_of(text: str, at: int) -> str:
    return re.match(r"[ \t]*", text[_line_start(text, at) : at]).group()  # type: ignore[union-attr]


_OTHERWISE = Wording(
    "这一期已有这些公告，内容不同：{ids}", "these notices are there already, and differ: {ids}"
)
_FORCE = Wording("要换成新的就加 --force", "add --force to replace them")
_NO_CHARACTER = Wording(
    "文件的编码里没有公告里的字", "the file's encoding has not got the notices' characters"
)
_SAVE_UTF_8 = Wording("先把文件存成 UTF-8", "save the file as UTF-8 first")
_BECOMES_WRONG = Wording("加上公告，这一期就不合格式：{what}", "with the notices it is no edition: {what}")
_BECOMES_OTHER = Wording(
    "加上公告，这一期别处也会变", "with the notices something else in the edition would change"
)
_BY_HAND = Wording(
    "先用 import 存成单独一期，再把公告抄进去", "import them as an edition, and copy the notices by hand"
)
