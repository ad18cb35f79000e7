"""Baselines: findings of old archives, written down once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli.baseline import Baseline, NewBaseline
from reader.cli.checked import Checked, Trouble
from reader.cli.wrong_use import WrongUse
from reader.copydesk.ignored_file import Ignored, IgnoredFileError, read_ignored, write_ignored
from tests.cli.faulty import WIDE, checked, put_faulty


def written(path: Path, *files: Checked) -> tuple[Ignored, ...]:
    baseline = NewBaseline(path)
    for file in files:
        baseline.add(file)
    baseline.write()
    return read_ignored(path)


def test_entries_name_file_article_and_words_for_people(tmp_path: Path) -> None:
    path = put_faulty(tmp_path / "paper" / "2024")
    entries = written(tmp_path / "paper" / "old.json", checked(path))
    assert len(entries) == 7
    assert {entry.path for entry in entries} == {"2024/2024-12-23.yaml"}
    assert entries[0].where == "2024-12-23/p01-a01"
    assert entries[0].words == "老桥重开,车流如织"
    assert all(entry.rule == "T-WIDTH" and len(entry.fingerprint) == 16 for entry in entries)


def test_a_line_each_so_that_its_diffs_are_read_easily(tmp_path: Path) -> None:
    written(tmp_path / "old.json", checked(put_faulty(tmp_path)))
    text = (tmp_path / "old.json").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 9
    assert json.loads(text)["format"] == 1


def test_entries_hold_for_their_own_file_only_from_wherever_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_faulty(tmp_path / "paper" / "2024")
    written(tmp_path / "paper" / "old.json", checked(path))
    monkeypatch.chdir(tmp_path / "paper" / "2024")
    baseline = Baseline.read(Path("../old.json"))
    assert len(baseline.of(Path("2024-12-23.yaml"))) == 7
    assert len(baseline.of(path)) == 7
    assert baseline.of(Path("2024-12-24.yaml")) == ()
    assert baseline.of(tmp_path / "2024-12-23.yaml") == ()


def test_written_again_it_holds_what_is_there_now_and_keeps_other_files(tmp_path: Path) -> None:
    one, other = put_faulty(tmp_path, "a.yaml"), put_faulty(tmp_path, "b.yaml")
    path = tmp_path / "old.json"
    assert len(written(path, checked(one), checked(other))) == 14
    put_faulty(tmp_path, "a.yaml", WIDE)
    entries = written(path, checked(one))
    assert {entry.path for entry in entries} == {"b.yaml"}
    assert len(entries) == 7


def test_what_the_old_one_knew_stays_known_when_both_are_given(tmp_path: Path) -> None:
    file, path = put_faulty(tmp_path), tmp_path / "old.json"
    before = written(path, checked(file))
    assert written(path, checked(file, "--baseline", path)) == before


def test_a_file_that_could_not_be_looked_at_keeps_what_is_written_of_it(tmp_path: Path) -> None:
    file, path = put_faulty(tmp_path), tmp_path / "old.json"
    before = written(path, checked(file))
    assert written(path, Checked(file, trouble=Trouble(file, ()))) == before


def test_what_is_no_baseline_is_not_written_over(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    before = path.read_bytes()
    with pytest.raises(IgnoredFileError):
        NewBaseline(path)
    assert path.read_bytes() == before


def test_one_that_is_not_there_says_how_it_is_made(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as caught:
        Baseline.read(tmp_path / "none.json")
    assert "no such baseline" in caught.value.what.en
    assert "--write-baseline" in caught.value.advice.en


def test_entries_without_a_path_are_nobodys(tmp_path: Path) -> None:
    write_ignored(tmp_path / "old.json", [Ignored("T-WIDTH", "0123456789abcdef")])
    assert Baseline.read(tmp_path / "old.json").of(tmp_path / "a.yaml") == ()
