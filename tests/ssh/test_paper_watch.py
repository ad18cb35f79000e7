from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.loading.load import load_edition
from reader.loading.loaded import Loaded
from reader.ssh.kiosk import Kiosk
from reader.ssh.paper_watch import PaperWatch
from reader.ssh.visitors_book import VisitorsBook
from tests.cli.paper import put

BROKEN = "paper: [河湾晨报\n"


class Log:
    """A watch and what it has written."""

    def __init__(self, place: Path, load: Callable[[Path], Loaded] = load_edition) -> None:
        self._stream = io.StringIO()
        self.watch = PaperWatch(Kiosk(place, load), VisitorsBook(self._stream))

    def looked(self) -> list[dict[str, Any]]:
        """Look, and return what has been written of it since the last look."""
        self._stream.truncate(0)
        self._stream.seek(0)
        self.watch.look()
        lines = [json.loads(line) for line in self._stream.getvalue().splitlines()]
        assert {line["event"] for line in lines} <= {"unreadable"}
        return lines


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    put(folder, "2025-04-05", headline="老桥重开")
    put(folder, "2025-04-06", headline="渡口停摆")
    return folder


def test_of_good_editions_nothing_is_said(library: Path) -> None:
    assert Log(library).looked() == []


def test_a_new_edition_that_is_broken_is_named_with_its_line(library: Path) -> None:
    log = Log(library)
    log.looked()
    path = library / "2025-04-07.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    (said,) = log.looked()
    assert said["path"] == str(path)
    assert f"{path}:" in said["why"]


def test_it_is_said_once_as_long_as_it_is_the_same(library: Path) -> None:
    (library / "2025-04-07.yaml").write_text(BROKEN, encoding="utf-8")
    log = Log(library)
    assert [len(log.looked()) for _ in range(3)] == [1, 0, 0]


def test_what_was_put_right_and_is_broken_again_is_said_again(library: Path) -> None:
    path = library / "2025-04-07.yaml"
    log = Log(library)
    path.write_text(BROKEN, encoding="utf-8")
    assert len(log.looked()) == 1
    put(library, "2025-04-07", headline="新桥定名")
    assert log.looked() == []
    path.write_text(BROKEN + "#", encoding="utf-8")
    assert len(log.looked()) == 1


def test_a_broken_file_is_read_once(library: Path) -> None:
    asked: list[Path] = []

    def load(path: Path) -> Loaded:
        asked.append(path)
        return load_edition(path)

    broken = library / "2025-04-07.yaml"
    broken.write_text(BROKEN, encoding="utf-8")
    log = Log(library, load)
    for _ in range(3):
        log.looked()
    assert asked.count(broken) == 1


def test_what_is_wrong_below_the_head_is_found_too(library: Path) -> None:
    path = put(library, "2025-04-07", headline="新桥定名")
    path.write_text(path.read_text(encoding="utf-8") + "unheard-of: 1\nurgency: none\n", encoding="utf-8")
    said = Log(library).looked()
    assert [line["path"] for line in said] == [str(path)]


def test_another_papers_edition_of_the_same_days_is_looked_at(library: Path) -> None:
    path = library / "evening" / "2025-04-03.yaml"
    path.parent.mkdir()
    path.write_text(BROKEN, encoding="utf-8")
    assert [line["path"] for line in Log(library).looked()] == [str(path)]


def test_old_back_issues_are_left_alone(library: Path) -> None:
    put(library, "2025-03-01")
    (library / "2024-04-06.yaml").write_text(BROKEN, encoding="utf-8")
    assert Log(library).looked() == []


def test_a_library_without_a_good_edition_says_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "2025-04-07.yaml").write_text(BROKEN, encoding="utf-8")
    assert len(Log(tmp_path).looked()) == 1


def test_an_edition_that_stands_alone_is_looked_at(library: Path) -> None:
    path = library / "2025-04-06.yaml"
    log = Log(path)
    assert log.looked() == []
    path.write_text(BROKEN, encoding="utf-8")
    assert [line["path"] for line in log.looked()] == [str(path)]
    path.unlink()
    assert len(log.looked()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_and_a_file_closed_to_us_are_named(library: Path) -> None:
    folder, file = library / "evening", library / "2025-04-07.yaml"
    put(folder, "2025-04-06", paper="河湾晚报")
    put(library, "2025-04-07")
    folder.chmod(0)
    file.chmod(0)
    try:
        said = {line["path"]: line["why"] for line in Log(library).looked()}
    finally:
        folder.chmod(0o700)
    assert set(said) == {str(folder), str(file)}
    assert said[str(folder)] == "Permission denied"
