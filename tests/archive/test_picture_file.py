from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.archive.picture_file import MAX_PICTURE_BYTES, PictureFault, find_picture, read_picture
from tests.archive.pictures import put_picture


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "papers"
    put_picture(root / "2024" / "12" / "images" / "card.png")
    (root / "2024" / "12" / "2024-12-16.yaml").touch()
    return root


@pytest.fixture
def edition(library: Path) -> Path:
    return library / "2024" / "12" / "2024-12-16.yaml"


def fault(edition: Path, library: Path | None, file: str) -> PictureFault:
    found = find_picture(edition, library, file)
    assert isinstance(found, PictureFault)
    return found


def test_a_picture_is_found_beside_its_edition(edition: Path, library: Path) -> None:
    found = find_picture(edition, library, "images/card.png")
    assert found == edition.parent.resolve() / "images" / "card.png"
    assert read_picture(edition.parent / "images" / "card.png", "card.png") == found.read_bytes()


def test_an_edition_named_by_a_relative_path_has_its_pictures_too(
    edition: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edition.parent)
    assert isinstance(find_picture(Path(edition.name), None, "images/card.png"), Path)


@pytest.mark.parametrize(
    "file", ["images/none.png", "none/card.png", "images/card.png/x", "a\0b", "x" * 5000]
)
def test_a_file_that_is_not_there_is_missing(file: str, edition: Path, library: Path) -> None:
    assert fault(edition, library, file).rule == "P-MISSING"


@pytest.mark.parametrize("file", ["", "../x.png", "/etc/hostname", "images/../../x", "..\\x", "\\x"])
def test_a_name_that_would_climb_out_is_refused_whoever_wrote_it(
    file: str, edition: Path, library: Path
) -> None:
    assert fault(edition, library, file).rule == "P-OUTSIDE"


def test_a_link_to_a_picture_elsewhere_in_the_library_is_followed(edition: Path, library: Path) -> None:
    shared = put_picture(library / "shared" / "map.png")
    (edition.parent / "images" / "map.png").symlink_to(shared)
    assert find_picture(edition, library, "images/map.png") == shared.resolve()


def test_a_link_out_of_the_library_is_refused(edition: Path, library: Path, tmp_path: Path) -> None:
    outside = put_picture(tmp_path / "private" / "me.png")
    (edition.parent / "images" / "me.png").symlink_to(outside)
    found = fault(edition, library, "images/me.png")
    assert found.rule == "P-OUTSIDE"
    assert str(tmp_path) not in found.what.en + found.advice.en


def test_a_linked_folder_out_of_the_library_is_refused(edition: Path, library: Path, tmp_path: Path) -> None:
    put_picture(tmp_path / "private" / "me.png")
    (edition.parent / "others").symlink_to(tmp_path / "private")
    assert fault(edition, library, "others/me.png").rule == "P-OUTSIDE"


def test_an_edition_that_stands_alone_keeps_to_its_own_folder(
    edition: Path, library: Path, tmp_path: Path
) -> None:
    shared = put_picture(library / "shared" / "map.png")
    (edition.parent / "images" / "map.png").symlink_to(shared)
    assert fault(edition, None, "images/map.png").rule == "P-OUTSIDE"
    assert fault(edition, tmp_path / "another", "images/map.png").rule in {"P-OUTSIDE", "P-MISSING"}


def test_a_library_reached_by_a_link_is_still_the_library(
    edition: Path, library: Path, tmp_path: Path
) -> None:
    alias = tmp_path / "alias"
    alias.symlink_to(library)
    named = alias / edition.relative_to(library)
    assert isinstance(find_picture(named, alias, "images/card.png"), Path)


def test_links_in_a_circle_end(edition: Path, library: Path) -> None:
    (edition.parent / "a").symlink_to(edition.parent / "b")
    (edition.parent / "b").symlink_to(edition.parent / "a")
    assert fault(edition, library, "a").rule == "P-MISSING"


def test_a_pipe_is_refused_and_never_waited_for(edition: Path, library: Path) -> None:
    pipe = edition.parent / "images" / "pipe.png"
    os.mkfifo(pipe)
    assert fault(edition, library, "images/pipe.png").rule == "P-REFUSED"
    assert isinstance(read_picture(pipe, "pipe.png"), PictureFault)


def test_a_folder_is_no_picture(edition: Path, library: Path) -> None:
    assert "plain file" in fault(edition, library, "images").what.en
    assert isinstance(read_picture(edition.parent, "images"), PictureFault)


def test_a_file_that_is_too_large_is_refused_unread(edition: Path, library: Path) -> None:
    large = edition.parent / "images" / "large.png"
    with large.open("wb") as file:
        file.truncate(MAX_PICTURE_BYTES + 1)
    found = fault(edition, library, "images/large.png")
    assert found.rule == "P-REFUSED"
    assert "32 MB" in found.what.en
    assert isinstance(read_picture(large, "large.png"), PictureFault)


def test_a_link_put_in_the_files_place_meanwhile_is_not_followed(edition: Path, tmp_path: Path) -> None:
    outside = put_picture(tmp_path / "private" / "me.png")
    swapped = edition.parent / "images" / "swapped.png"
    swapped.symlink_to(outside)
    assert isinstance(read_picture(swapped, "swapped.png"), PictureFault)


def test_a_file_gone_meanwhile_is_missing(tmp_path: Path) -> None:
    found = read_picture(tmp_path / "gone.png", "gone.png")
    assert isinstance(found, PictureFault)
    assert found.rule == "P-MISSING"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_refused(edition: Path, library: Path) -> None:
    (edition.parent / "images" / "card.png").chmod(0)
    assert "may not be read" in fault(edition, library, "images/card.png").what.en


def test_every_fault_says_in_both_languages_what_is_wrong_and_what_to_do(
    edition: Path, library: Path
) -> None:
    for file in ("images/none.png", "../x.png", "images"):
        found = fault(edition, library, file)
        for words in (found.sign, found.what, found.advice):
            assert words.zh
            assert words.en.isascii()
        assert file in found.what.zh
