"""The files of a library are listed with their stamps, and none is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.shelves import edition_files
from reader.loading.file_state import stamp_of


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_yaml_file_at_any_depth_is_listed_with_its_stamp(tmp_path: Path) -> None:
    paths = [put(tmp_path / name) for name in ("a.yaml", "2024/12/b.yml", "报纸/2024/c.yaml")]
    put(tmp_path / "notes.txt")
    found = dict(edition_files(tmp_path))
    assert found == {path.relative_to(tmp_path).as_posix(): stamp_of(path) for path in paths}


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path / ".hidden.yaml")
    put(tmp_path / ".git" / "a.yaml")
    assert list(edition_files(tmp_path)) == []


def test_links_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / "a" / "one.yaml")
    (tmp_path / "a" / "again").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self.yaml").symlink_to(tmp_path / "a" / "self.yaml")
    assert [name for name, _ in edition_files(tmp_path)] == ["a/one.yaml"]


def test_a_link_to_a_file_found_anyway_is_not_a_second_one_but_to_one_elsewhere_is(tmp_path: Path) -> None:
    inside = put(tmp_path / "library" / "one.yaml")
    (tmp_path / "library" / "newest.yaml").symlink_to(inside)
    (tmp_path / "library" / "guest.yaml").symlink_to(put(tmp_path / "elsewhere.yaml"))
    assert sorted(name for name, _ in edition_files(tmp_path / "library")) == ["guest.yaml", "one.yaml"]


def test_a_linked_folder_is_searched_like_any_other(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "one.yaml")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "linked").symlink_to(tmp_path / "elsewhere")
    assert [name for name, _ in edition_files(tmp_path / "library")] == ["linked/one.yaml"]


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder_holds_nothing(tmp_path: Path, name: str) -> None:
    put(tmp_path / "file")
    assert list(edition_files(tmp_path / name)) == []


def test_a_folder_named_like_an_edition_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path / "odd.yaml" / "one.yaml")
    assert [name for name, _ in edition_files(tmp_path)] == ["odd.yaml/one.yaml"]
