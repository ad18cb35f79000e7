"""What can befall an index while it is written, done to real processes: kill -9, a full disk, a rival."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reader.archive.back_issues import BackIssues
from reader.archive.file_index import FileIndex
from reader.archive.filed import Filed
from reader.archive.issue_index import IndexUnusable
from reader.archive.query import parse_query
from reader.loading.load import load_edition
from tests.archive.made_up import by_brute_force, found, queries, texts_of


def indexing(root: Path, cache: Path) -> subprocess.Popen[bytes]:
    """Start `paper-reader index` on a library, in a process group of its own."""
    environ = {**os.environ, "XDG_CACHE_HOME": str(cache), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "reader", "index", str(root), "--quiet"]
    return subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children with SIGKILL, as a power cut would."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def issues_of(root: Path, cache: Path) -> BackIssues:
    """Return the back issues of a library with the index `paper-reader` keeps for it."""
    return BackIssues(root, FileIndex(cache / "paper-reader" / "index", root), load_edition)


def check(root: Path, cache: Path, editions: Iterable[tuple[str, Filed]], seed: int, count: int = 6) -> int:
    """Hold the answers of an index, and of the files it lacks, to brute force; return how many it has.

    Whatever the index holds of an edition it holds whole.
    """
    editions = list(editions)
    issues = issues_of(root, cache)
    try:
        issues.compare()
        for words in queries(seed, count, texts_of(editions)):
            assert set(found(issues, words)) == by_brute_force(parse_query(words), editions), words
        return _whole(issues, dict(editions))
    finally:
        issues.close()


def _whole(issues: BackIssues, editions: dict[str, Filed]) -> int:
    """Return how many editions the index holds; each has all of its pieces, and no other pieces are there."""
    try:
        reader = FileIndex(*_place(issues)).reader()
    except IndexUnusable:
        return 0
    try:
        held = {path for path, record in reader.records().items() if record.is_edition and path in editions}
        rows = reader._connection.execute(
            "SELECT file.path, count(*) FROM piece JOIN file ON file.id = piece.file GROUP BY file.id"
        )
        counts = {path: count for path, count in rows.fetchall() if path in editions}
        assert counts == {path: len(editions[path].pieces) for path in held}
        texts, pieces = reader._connection.execute(
            "SELECT (SELECT count(*) FROM text), (SELECT count(*) FROM piece)"
        ).fetchone()
        assert texts == pieces
        return len(held)
    finally:
        reader.close()


def _place(issues: BackIssues) -> tuple[Path, Path]:
    index = issues._index
    assert isinstance(index, FileIndex)
    return index.file.folder, issues.root


def kill_while_indexing(
    root: Path, cache: Path, editions: list[tuple[str, Filed]], times: int, seed: int
) -> list[int]:
    """Start indexing and kill it at a random moment, so many times; return what the index held after each.

    When it holds everything it is begun anew, so that every kill meets work.
    """
    rnd = random.Random(seed)
    began = time.monotonic()
    process = indexing(root, cache)
    process.communicate()
    whole_run = time.monotonic() - began
    held: list[int] = []
    for turn in range(times):
        if turn == 0 or held[-1] == len(editions):
            for file in (cache / "paper-reader" / "index").iterdir():
                file.unlink()
        process = indexing(root, cache)
        time.sleep(rnd.uniform(0.3, 1.0) * whole_run)
        kill(process)
        held.append(check(root, cache, editions, seed + turn, 2))
    return held


def stamps(root: Path) -> dict[str, tuple[int, int, int]]:
    """Return what tells whether a file of a library was touched."""
    return {
        path.relative_to(root).as_posix(): (status.st_mtime_ns, status.st_size, status.st_ino)
        for path in sorted(root.rglob("*"))
        if (status := path.stat())
    }
