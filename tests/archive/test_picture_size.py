from __future__ import annotations

from pathlib import Path

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.picture_size import MOST_ENLARGED, Cells, fitted, picture_size
from tests.archive.pictures import as_bytes, put_picture, two_halves

KINDS = ["PNG", "JPEG", "GIF", "WEBP", "BMP"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1, 1), (61, 40), (300, 7), (1000, 1400)])
def test_the_head_of_a_file_tells_its_size(kind: str, size: tuple[int, int], tmp_path: Path) -> None:
    path = put_picture(tmp_path / "picture", as_bytes(two_halves(size), kind))
    assert picture_size(path) == size


@pytest.mark.parametrize("options", [{"lossless": True}, {"lossless": False}])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_every_kind_of_webp_tells_its_size(options: dict[str, bool], mode: str, tmp_path: Path) -> None:
    image = two_halves((45, 31), mode)
    if mode == "RGBA":
        image.putalpha(100)
    path = put_picture(tmp_path / "picture.webp", as_bytes(image, "WEBP", **options))
    assert picture_size(path) == (45, 31)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_taken_with_the_camera_upright_is_high(orientation: int, tmp_path: Path) -> None:
    notes = PIL.Image.Exif()
    notes[0x0112] = orientation
    path = put_picture(tmp_path / "photo.jpg", as_bytes(two_halves((60, 40)), "JPEG", exif=notes))
    assert picture_size(path) == ((40, 60) if orientation >= 5 else (60, 40))


def test_a_progressive_photo_tells_its_size(tmp_path: Path) -> None:
    path = put_picture(tmp_path / "photo.jpg", as_bytes(two_halves((77, 20)), "JPEG", progressive=True))
    assert picture_size(path) == (77, 20)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a\0",
        b"BM",
        b"RIFF\0\0\0\0WEBPVP8X",
        b"RIFF\0\0\0\0WEBPXXXX" + bytes(40),
        b"\xff\xd8",
        b"\xff\xd8\xff\xe1\0\x10Exif\0\0II",
        b"\xff\xd8\xff\xe0\0\0" * 3,
        b"II*\0" + bytes(40),
        b"plain words",
    ],
)
def test_a_head_that_tells_nothing_is_no_error(data: bytes, tmp_path: Path) -> None:
    assert picture_size(put_picture(tmp_path / "picture", data)) is None


@given(st.sampled_from([b"\xff\xd8\xff\xe1", b"RIFF", b"BM", b"\x89PNG\r\n\x1a\n"]), st.binary(max_size=200))
def test_no_head_is_an_error(begin: bytes, data: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile() as file:
        file.write(begin + data)
        file.flush()
        size = picture_size(Path(file.name))
    assert size is None or min(size) > 0


def test_a_file_that_is_not_there_has_no_size(tmp_path: Path) -> None:
    assert picture_size(tmp_path / "none.png") is None
    assert picture_size(tmp_path) is None


sizes = st.tuples(st.integers(1, 40_000), st.integers(1, 40_000))


@given(sizes, st.integers(1, 200), st.integers(1, 60))
def test_a_picture_fits_its_room(size: tuple[int, int], columns: int, rows: int) -> None:
    wide, high = fitted(size, Cells(columns, rows))
    assert 1 <= wide <= columns
    assert 1 <= high <= rows


@pytest.mark.parametrize(
    ("size", "cells"),
    [
        ((600, 400), (60, 20)),
        ((6000, 4000), (60, 20)),
        ((4000, 6000), (27, 20)),
        ((600, 100), (60, 5)),
        ((1, 30_000), (1, 20)),
        ((30_000, 1), (60, 1)),
    ],
)
def test_a_picture_keeps_its_proportions(size: tuple[int, int], cells: tuple[int, int]) -> None:
    assert fitted(size, Cells(60, 20)) == cells


def test_cells_of_another_shape_are_reckoned_with() -> None:
    assert fitted((400, 400), Cells(60, 20, 10, 10)) == (20, 20)


def test_a_tiny_picture_is_not_blown_up() -> None:
    assert fitted((10, 20), Cells(60, 20)) == (MOST_ENLARGED, MOST_ENLARGED)
