"""What writing would change."""

from __future__ import annotations

import subprocess
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


def test_patch_makes_of_the_file_what_writing_makes_of_it(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = a_copy(path)
    changed(copy, ",", "，")
    lines = "\n".join(difference(copy).lines) + "\n"
    try:
        done = subprocess.run(
            ["patch", "-s", "-o", "-", str(path)], input=lines.encode(), capture_output=True, check=True
        )
    except FileNotFoundError:
        pytest.skip("there is no patch on this machine")
    assert done.stdout == copy.manuscript.data


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
