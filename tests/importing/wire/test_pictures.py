from __future__ import annotations

import base64
from pathlib import Path

import pytest

from reader.importing.observation import CannotImport, Grade
from reader.importing.source import Source
from reader.importing.wire.pictures import PictureBox

PNG = b"\x89PNG\r\n\x1a\n and so on"
WITHIN = "data:image/png;base64," + base64.b64encode(PNG).decode()


def _box(folder: Path) -> PictureBox:
    (folder / "item.xml").write_bytes(b"<nitf/>")
    return PictureBox(Source(path=folder / "item.xml"))


def test_a_picture_beside_the_source_comes_along(tmp_path: Path) -> None:
    (tmp_path / "bridge.jpg").write_bytes(b"bytes")
    box = _box(tmp_path)
    assert box.take("bridge.jpg") == "bridge.jpg"
    [picture] = box.of({"bridge.jpg"})
    assert picture.data() == b"bytes"
    assert box.told() == ()


def test_a_picture_in_a_folder_beside_it_comes_along_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "大桥 1.jpg").write_bytes(b"x")
    box = _box(tmp_path)
    assert box.take("./img/大桥%201.jpg") == "大桥 1.jpg"


def test_two_pictures_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "P.jpg").write_bytes(folder.encode())
    box = _box(tmp_path)
    assert [box.take("a/P.jpg"), box.take("b/P.jpg"), box.take("a/P.jpg")] == ["P.jpg", "P-2.jpg", "P.jpg"]
    assert [picture.data() for picture in box.of({"P.jpg", "P-2.jpg"})] == [b"a", b"b"]


def test_a_file_uri_means_the_file_beside(tmp_path: Path) -> None:
    (tmp_path / "web.jpg").write_bytes(b"x")
    assert _box(tmp_path).take("file:///./ web.jpg") == "web.jpg"


@pytest.mark.parametrize(
    "address", ["http://example.org/a.jpg", "//example.org/a.jpg", "urn:x:1", "ftp://h/a"]
)
def test_the_network_is_never_asked(tmp_path: Path, address: str) -> None:
    box = _box(tmp_path)
    assert box.take(address) is None
    [told] = box.told()
    assert told.grade is Grade.UNDECIDED
    assert address in told.what.en
    assert box.told() == ()


@pytest.mark.parametrize(
    "path", ["../secret.jpg", "a/../../secret.jpg", "/etc/hostname", "..\\secret.jpg", "%2e%2e/s"]
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (tmp_path / "in").mkdir()
    box = _box(tmp_path / "in")
    assert box.take(path) is None
    assert len(box.told()) == 1


def test_a_missing_picture_is_told(tmp_path: Path) -> None:
    box = _box(tmp_path)
    assert box.take("none.jpg") is None
    assert "none.jpg" in box.told()[0].what.zh


def test_a_picture_within_the_item_gets_a_name(tmp_path: Path) -> None:
    box = _box(tmp_path)
    assert box.take(WITHIN) == "picture.png"
    assert box.take(WITHIN + "#", "卡片.png") is None  # no base64
    assert box.of({"picture.png"})[0].data() == PNG


def test_a_picture_within_the_item_takes_the_name_it_is_given_if_it_fits(tmp_path: Path) -> None:
    assert _box(tmp_path).take(WITHIN, "img/卡片.png") == "卡片.png"
    assert _box(tmp_path).take(WITHIN, "program.exe") == "picture.png"
    assert _box(tmp_path).take(WITHIN.replace("png;", "jpeg;"), "a.JPEG") == "a.JPEG"


@pytest.mark.parametrize(
    "address", ["data:text/html,<b>", "data:image/png;base64,!!", "data:,", "data:image/png"]
)
def test_what_is_no_picture_within_the_item_is_told(tmp_path: Path, address: str) -> None:
    box = _box(tmp_path)
    assert box.take(address) is None
    assert len(box.told()) == 1


def test_a_picture_of_percent_signs_is_read(tmp_path: Path) -> None:
    box = _box(tmp_path)
    assert box.take("data:image/svg+xml,%3Csvg/%3E") == "picture.svg"
    assert box.of({"picture.svg"})[0].data() == b"<svg/>"


def test_a_name_no_file_system_takes_is_mended(tmp_path: Path) -> None:
    (tmp_path / 'a"b*.jpg').write_bytes(b"x")
    assert _box(tmp_path).take('a"b*.jpg') == "a-b-.jpg"


def test_standard_input_has_nothing_beside_it() -> None:
    box = PictureBox(Source(path=None, given=b""))
    assert box.take("a.jpg") is None
    assert box.take("") is None
    assert len(box.told()) == 1


def test_a_picture_that_goes_away_is_told_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    box = _box(tmp_path)
    box.take("a.jpg")
    (tmp_path / "a.jpg").unlink()
    with pytest.raises(CannotImport):
        box.of({"a.jpg"})[0].data()
