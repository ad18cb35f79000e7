"""The file beside an edition that says which findings were looked at and left: ``DATE.proof.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from reader.copydesk.atomic import write_whole
from reader.edition.wording import Tongue, Wording
from reader.loading.file_state import read_file
from reader.loading.problem import EditionError, Problem

FORMAT = 1
_MOST_BYTES = 64 * 1024 * 1024


class IgnoredFileError(Exception):
    """A file of ignored findings that cannot be understood."""

    def __init__(self, path: Path, what: Wording, line: int = 1, column: int = 1) -> None:
        self.path = path
        self.what = what
        self.line = line
        self.column = column
        advice = Wording("改正它，或删去后重新生成", "correct it, or remove it and have it made again")
        self.problem = Problem(line, column, what, advice)
        super().__init__(path, what)

    def render(self, tongue: Tongue) -> str:
        """Return ``path:line:column: what; what to do``."""
        return self.problem.render(self.path, tongue)


class Ignored(NamedTuple):
    """One finding that is left as it is, or with `article` a rule that is silent in a whole article."""

    rule: str
    fingerprint: str = ""
    article: str = ""
    """The article's id."""
    reason: str = ""
    where: str = ""
    """Its reference, for people who read the file."""
    words: str = ""
    """What it is about, for people who read the file."""
    path: str = ""
    """In a baseline over several editions, the file it is in, relative to the baseline."""


def beside(edition: Path) -> Path:
    """Return where the ignored findings of the edition at this path are kept."""
    return edition.with_name(f"{edition.stem}.proof.json")


def read_ignored(path: Path) -> tuple[Ignored, ...]:
    """Return the findings a file names; none when there is no such file.

    Raises:
        IgnoredFileError: it cannot be read or is not such a file.
    """
    if not path.exists():
        return ()
    try:
        data, _ = read_file(path, _MOST_BYTES)
        table = json.loads(data.decode("utf-8-sig"))
    except EditionError as error:
        raise IgnoredFileError(path, error.problems[0].what) from error
    except UnicodeDecodeError as error:
        raise IgnoredFileError(path, Wording("文件不是 UTF-8", "the file is not UTF-8")) from error
    except json.JSONDecodeError as error:
        what = Wording("不是 JSON：{why}", "this is no JSON: {why}").filled(why=error.msg)
        raise IgnoredFileError(path, what, error.lineno, error.colno) from error
    except RecursionError as error:
        raise IgnoredFileError(path, Wording("嵌套太深", "nested too deeply")) from error
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        what = Wording('缺少 "format": 1', 'it lacks "format": 1')
        raise IgnoredFileError(path, what)
    entries = table.get("ignored")
    if not isinstance(entries, list):
        raise IgnoredFileError(path, Wording("“ignored”应当是列表", "“ignored” should be a list"))
    return tuple(_entry(path, number, entry) for number, entry in enumerate(entries))


def write_ignored(path: Path, entries: Iterable[Ignored]) -> None:
    """Write the findings to a file, whole or not at all; a line each, so that diffs are read easily.

    Raises:
        OSError: the disk is full, the folder closed…
    """
    lines = [
        json.dumps({key: value for key, value in entry._asdict().items() if value}, ensure_ascii=False)
        for entry in entries
    ]
    listed = ",\n  ".join(lines)
    body = (
        f'{{"format": {FORMAT}, "ignored": [\n  {listed}\n]}}\n'
        if lines
        else f'{{"format": {FORMAT}, "ignored": []}}\n'
    )
    write_whole(path, body.encode())


def merged_entries(
    base: tuple[Ignored, ...], ours: tuple[Ignored, ...], theirs: tuple[Ignored, ...]
) -> tuple[Ignored, ...]:
    """Return what others have made of the entries, with what we have added and taken away."""
    gone = set(base) - set(ours)
    there = set(theirs)
    kept = tuple(entry for entry in theirs if entry not in gone)
    return (*kept, *(entry for entry in ours if entry not in set(base) and entry not in there))


def _entry(path: Path, number: int, entry: object) -> Ignored:
    if isinstance(entry, dict):
        known = {key: value for key, value in entry.items() if key in Ignored._fields}
        is_named = bool(known.get("fingerprint") or known.get("article"))
        if "rule" in known and is_named and all(isinstance(value, str) for value in known.values()):
            return Ignored(**known)
    what = Wording(
        "“ignored”的第 {number} 项缺少 rule，或 fingerprint 和 article 都没有",
        "entry {number} of “ignored” lacks a rule, or has neither fingerprint nor article",
    )
    raise IgnoredFileError(path, what.filled(number=number + 1))
