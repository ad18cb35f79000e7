"""`paper-reader check PATH…`: what is wrong with editions and their pictures, before a reader finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.archive.library import Library
from reader.archive.picture_findings import can_decode, picture_findings
from reader.cli.call import Call
from reader.cli.choosing import is_folder, library_of, root_around
from reader.cli.exit_status import DONE, FINDINGS, WRONG
from reader.cli.list_editions import no_edition
from reader.edition.wording import Tongue, Wording
from reader.loading.file_state import read_file
from reader.loading.load import read_edition
from reader.loading.problem import EditionError, Problem

_FORMAT = "S-FORMAT"
"""The rule of what the loader finds: the file is not an edition as the format has it."""
_TWIN = "S-TWIN"
_NOT_DECODED = Wording(
    "没有装 pictures 扩展，图片只查在不在，没有解开来看",
    "without the pictures extra it is only seen whether pictures are there, not whether they can be shown",
)


class Finding(NamedTuple):
    """Something to put right, and where."""

    path: Path
    rule: str
    problem: Problem
    reference: str | None = None


def check(call: Call) -> int:
    """Report what is wrong with the editions PATH names, files or folders of them, on standard output.

    Status 0 when nothing is, 1 when something is, 2 when a file cannot be read or a folder holds no edition:
    that is said on standard error.
    """
    findings: list[Finding] = []
    has_failed = False
    for path, root in _files(call):
        try:
            findings += _found(call, path, root)
        except EditionError as error:
            call.output.say(error.render(call.tongue))
            has_failed = True
    for word in call.request.words:
        if is_folder(Path(word)):
            library = library_of(call, word)
            findings += _twins(library)
            if not library.files() and not library.unreadable:
                call.output.say(no_edition(library.root))
                has_failed = True
    findings.sort(key=lambda one: (str(one.path), one.problem.line, one.problem.column))
    if call.request.options.get("format") == "json":
        call.output.json([finding_fields(one, call.tongue) for one in findings])
    else:
        call.output.lines(one.problem.render(one.path, call.tongue) for one in findings)
    if not can_decode():
        call.output.say(_NOT_DECODED)
    return WRONG if has_failed else FINDINGS if findings else DONE


def finding_fields(finding: Finding, tongue: Tongue) -> dict[str, object]:
    """Return a finding as data; where its end is not known it ends where it begins."""
    problem = finding.problem
    return {
        "rule": finding.rule,
        "severity": problem.severity.value,
        "message": f"{problem.what.say(tongue)}; {problem.advice.say(tongue)}",
        "path": str(finding.path),
        "line": problem.line,
        "column": problem.column,
        "end_line": problem.line,
        "end_column": problem.column,
        "reference": finding.reference,
        "fixable": False,
    }


def _files(call: Call) -> Iterator[tuple[Path, Path | None]]:
    """Yield every file to look at once, with the library it lies in."""
    seen: set[Path] = set()
    for word in call.request.words:
        path = Path(word)
        if is_folder(path):
            library = library_of(call, word)
            files = [file.path for file in library.files()] + list(library.unreadable)
            found: list[tuple[Path, Path | None]] = [(file, path) for file in sorted(files)]
        else:
            found = [(path, root_around(call, path))]
        for file, root in found:
            if file.absolute() not in seen:
                seen.add(file.absolute())
                yield file, root


def _found(call: Call, path: Path, root: Path | None) -> Iterator[Finding]:
    """Yield the findings of one file.

    Raises:
        EditionError: its bytes cannot be had.
    """
    data, stamp = read_file(path, call.limit)
    try:
        # Never from the plate: what the file says now is asked for, with its places.
        loaded = read_edition(data, path, limit=call.limit, encoding=call.encoding, stamp=stamp)
    except EditionError as error:
        yield from (Finding(path, _FORMAT, problem) for problem in error.problems)
        return
    yield from (Finding(path, _FORMAT, problem) for problem in loaded.warnings)
    for found in picture_findings(loaded, path, root):
        yield Finding(path, found.rule, found.problem, found.reference)


def _twins(library: Library) -> Iterator[Finding]:
    for one, other in library.duplicates():
        what = Wording("与 {file} 是同一报纸的同一天", "the same paper, edition and date as {file}")
        advice = Wording("删去或改正其中一个", "remove or correct one of them")
        yield Finding(other.path, _TWIN, Problem(1, 1, what.filled(file=one.path), advice))
