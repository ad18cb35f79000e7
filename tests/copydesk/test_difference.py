"""What writing would change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.copydesk.difference import difference
from reader.copydesk.ignored_file import beside
from tests.copydesk.desk import FAULTY
from tests.copydesk.sittings import put
from tests.copydesk.test_shared_copy import a_copy
from tests.copydesk.test_working_copy import ENTRY, WORDS, changed


def test_it_shows_the_lines_that_change_and_no_others(tmp_path: Path) -> None:
    copy = a_copy(put(tmp_path))
    changed(copy, "重开,车", "重开，车")
    found = difference(copy)
    assert [line.strip() for line in found.lines if line.startswith(("-", "+"))][2:] == [
        "-      - headline: 老桥重开,车流如织",
        "+      - headline: 老桥重开，车流如织",
    ]
    assert found.changes == 1
    assert (found.added, found.removed) == ((), ())


def applied(lines: tuple[str, ...], text: str) -> str:
    """Return what a unified diff makes of a text, every line it names held against it."""
    before, after, done = text.splitlines(keepends=True), [], 0
    for line in lines[2:]:
        if match := re.match(r"@@ -(\d+)(?:,(\d+))? ", line):
            start = int(match[1]) - 1
            after += before[done:start]
            done = start
        elif line.startswith("+"):
            after.append(line[1:] + "\n")
        else:
            assert before[done].rstrip("\n") == line[1:]
            after += [before[done]] if line.startswith(" ") else []
            done += 1
    return "".join([*after, *before[done:]])


@pytest.mark.parametrize("marks", [",", ",;", "，", "老桥"])
def test_put_into_the_file_it_makes_what_writing_makes(tmp_path: Path, marks: str) -> None:
    copy = a_copy(put(tmp_path))
    text = FAULTY.translate({ord(mark): "、" for mark in marks})
    if text != FAULTY:
        copy.change(copy.manuscript.with_text(text), WORDS)
    assert applied(difference(copy).lines, FAULTY) == copy.manuscript.text == text


def test_it_is_against_the_file_on_disk_not_against_the_last_step(tmp_path: Path) -> None:
    copy = a_copy(put(tmp_path))
    changed(copy, "重开,车", "重开，车")
    copy.write()
    changed(copy, "老桥昨天", "老桥今天")
    lines = difference(copy).lines
    assert any(line.startswith("+") and "老桥今天" in line for line in lines)
    assert not any(line.startswith("+") and "重开" in line for line in lines)


def test_it_tells_what_is_newly_ignored_and_what_no_longer(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    copy.ignore(ENTRY, WORDS)
    found = difference(copy)
    assert (found.lines, found.added, found.removed) == ((), (ENTRY,), ())
    assert found.ignored_path == beside(path)
    copy.write()
    copy.undo()
    assert difference(copy).removed == (ENTRY,)


def test_nothing_changed_is_no_difference(tmp_path: Path) -> None:
    found = difference(a_copy(put(tmp_path, FAULTY)))
    assert (found.lines, found.changes) == ((), 0)
