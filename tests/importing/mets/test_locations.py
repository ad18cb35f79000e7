from __future__ import annotations

from pathlib import Path

import pytest

from reader.importing.mets.locations import Locations
from reader.importing.observation import CannotImport
from reader.importing.source import Source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    day = tmp_path / "day"
    for name in ("mets.xml", "ALTO/0001.xml", "PAGE/0001.xml", "a b.xml"):
        (day / name).parent.mkdir(parents=True, exist_ok=True)
        (day / name).write_text(name)
    (tmp_path / "secret.xml").write_text("secret")
    return day


def find(folder: Path, location: str) -> str:
    return Locations(Source(path=folder / "mets.xml")).find(location).data().decode()


@pytest.mark.parametrize(
    "location",
    [
        "ALTO/0001.xml",
        "./ALTO/0001.xml",
        "file://./ALTO/0001.xml",
        "file:ALTO/0001.xml",
        "file:///archive/1918/ALTO/0001.xml",
        "/archive/ALTO/0001.xml",
        r"ALTO\0001.xml",
        "alto/0001.XML",
        "https://localhost/download/alto/0001.xml?x=1#y",
        "../day/ALTO/0001.xml",
    ],
)
def test_a_file_is_found_however_it_is_written(location: str, folder: Path) -> None:
    assert find(folder, location) == "ALTO/0001.xml"


def test_the_longest_common_end_decides(folder: Path) -> None:
    assert find(folder, "file:///other/page/0001.xml") == "PAGE/0001.xml"


def test_escaped_characters_are_read(folder: Path) -> None:
    assert find(folder, "file://./a%20b.xml") == "a b.xml"


@pytest.mark.parametrize(
    "location", ["", "nobody.xml", "../secret.xml", "file:///", "ALTO", "..", "a\0b", "%00"]
)
def test_what_is_not_there_is_told(location: str, folder: Path) -> None:
    with pytest.raises(CannotImport, match="which it lists") as caught:
        find(folder, location)
    assert caught.value.observation.source.endswith("mets.xml")


def test_a_path_that_leads_up_is_followed_within_the_folder_that_is_imported(folder: Path) -> None:
    (folder / "mets").mkdir()
    (folder / "mets" / "m.xml").touch()
    locations = Locations(Source(path=folder / "mets" / "m.xml"), Source(path=folder))
    assert locations.find("../ALTO/0001.xml").data() == b"ALTO/0001.xml"
    assert locations.find("file://../ALTO/0001.xml").data() == b"ALTO/0001.xml"
    for outside in ("../../secret.xml", "../ALTO/../../secret.xml", "../nobody.xml"):
        with pytest.raises(CannotImport, match="which it lists"):
            locations.find(outside)


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "link.xml").symlink_to(folder.parent / "secret.xml")
    with pytest.raises(CannotImport, match="which it lists"):
        find(folder, "link.xml")


def test_standard_input_has_nothing_beside_it() -> None:
    with pytest.raises(CannotImport, match="which it lists"):
        Locations(Source(path=None)).find("ALTO/0001.xml")
