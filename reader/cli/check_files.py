"""Which files a run of `check` looks at, and what is found in folders rather than in files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.archive.library import EditionFile, Library
from reader.cli.call import Call
from reader.cli.choosing import is_folder, library_of, root_around
from reader.cli.list_editions import no_edition
from reader.cli.wrong_use import WrongUse
from reader.copydesk.examine import Located, Told, of_problems
from reader.copydesk.file_rules import TWIN_RULE
from reader.copydesk.fingerprint import problem_fingerprints
from reader.copydesk.place import Lines
from reader.edition.wording import Wording
from reader.loading.problem import Problem

STANDARD_INPUT = "-"
"""The PATH that stands for what is written to the program."""

_TWIN = Wording("与 {file} 是同一报纸的同一天", "the same paper, edition and date as {file}")
_REMOVE = Wording("删去或改正其中一个", "remove or correct one of them")


class File(NamedTuple):
    """A file to look at."""

    path: Path
    root: Path | None
    """The library it lies in."""
    twins: tuple[Located, ...] = ()
    data: bytes | None = None
    """What came by standard input."""


class Asked(NamedTuple):
    """Every file to look at, once and by path; and what the folders lack."""

    files: list[File]
    empty: list[Wording]
    """A message for each folder without an edition."""


def files_of(call: Call) -> Asked:
    """Return what the words of the call name: files, folders of editions, or standard input.

    Raises:
        WrongUse: standard input together with other paths, or a name for it without it.
    """
    words = call.request.words
    if STANDARD_INPUT in words:
        return Asked([_standard_input(call)], [])
    if call.has("stdin-filename"):
        what = Wording("--stdin-filename 用于 PATH 为 - 时", "--stdin-filename goes with the PATH -")
        raise WrongUse(what, Wording("写 paper-reader check -", "write paper-reader check -"))
    found: dict[Path, File] = {}
    empty: list[Wording] = []
    for word in words:
        path = Path(word)
        if not is_folder(path):
            _add(found, File(path, root_around(call, path)))
            continue
        library = library_of(call, word)
        twins = dict(_twins(library))
        paths = [file.path for file in library.files()] + list(library.unreadable)
        for inside in paths:
            _add(found, File(inside, path, twins.get(inside, ())))
        if not paths:
            empty.append(no_edition(library.root))
    return Asked(sorted(found.values(), key=lambda file: str(file.path)), empty)


def _add(found: dict[Path, File], file: File) -> None:
    """Keep a file once, by the name it was met with first, with the twins that only its folder knows of."""
    key = file.path.absolute()
    known = found.get(key)
    found[key] = file if known is None else known._replace(twins=known.twins or file.twins)


def _standard_input(call: Call) -> File:
    if len(call.request.words) > 1:
        what = Wording("- 只能单独写", "- stands alone")
        raise WrongUse(what, Wording("写 paper-reader check -", "write paper-reader check -"))
    name = call.request.options.get("stdin-filename")
    # One byte more than is allowed tells that there is more.
    data = sys.stdin.buffer.read(call.limit + 1) if sys.stdin is not None else b""
    if len(data) > call.limit:
        what = Wording("标准输入超过上限", "standard input is over the limit")
        raise WrongUse(what, Wording("用 --max-size 提高上限", "raise it with --max-size"))
    if name is None:
        return File(Path(STANDARD_INPUT), None, data=data)
    path = Path(str(name))
    return File(path, root_around(call, path), data=data)


def _twins(library: Library) -> Iterator[tuple[Path, tuple[Located, ...]]]:
    for one, other in library.duplicates():
        yield other.path, (_twin(one),)


def _twin(one: EditionFile) -> Located:
    problem = Problem(1, 1, _TWIN.filled(file=one.path), _REMOVE)
    (found,) = of_problems(Lines(""), [Told(TWIN_RULE, problem)])
    # What it is known by must not change with the folder the program was started in.
    named = problem._replace(what=_TWIN.filled(file=one.path.name))
    return found._replace(fingerprint=problem_fingerprints([(TWIN_RULE, named)])[0])
