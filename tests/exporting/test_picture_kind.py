from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporting.picture_kind import picture_kind
from tests.exporting.editions import a_png

PIL = pytest.importorskip("PIL.Image", reason="pictures of other kinds are made with Pillow")


def made(kind: str) -> bytes:
    file = io.BytesIO()
    PIL.new("RGB", (4, 3), (160, 20, 20)).save(file, kind)
    return file.getvalue()


OPENINGS = {
    "JPEG": b"\xff\xd8\xff",
    "PNG": b"\x89PNG\r\n\x1a\n",
    "GIF": b"GIF89a",
    "WEBP": b"RIFF\x10\0\0\0WEBPVP8 ",
}


@pytest.mark.parametrize(
    ("kind", "media_type", "suffix"),
    [
        ("PNG", "image/png", ".png"),
        ("JPEG", "image/jpeg", ".jpg"),
        ("GIF", "image/gif", ".gif"),
        ("WEBP", "image/webp", ".webp"),
    ],
)
def test_a_picture_is_known_by_its_bytes(kind: str, media_type: str, suffix: str) -> None:
    assert picture_kind(made(kind)) == (media_type, suffix)


def test_the_picture_of_these_tests_is_one() -> None:
    assert picture_kind(a_png()) is not None


@pytest.mark.parametrize("options", [{"lossless": True}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}])
def test_each_kind_of_webp_is_known(options: dict[str, object]) -> None:
    file = io.BytesIO()
    PIL.new("RGB", (4, 3)).save(file, "WEBP", **options)
    assert picture_kind(file.getvalue()) is not None


def test_a_jpeg_tells_its_size_behind_notes_and_filling() -> None:
    jpeg = made("JPEG")
    notes = b"\xff\xe1\x00\x06note" + b"\xff\xff\xff\xfe\x00\x03x"
    assert picture_kind(jpeg[:2] + notes + jpeg[2:]) is not None


def test_a_gif_of_several_images_is_known_past_its_extensions() -> None:
    file = io.BytesIO()
    first, second = PIL.new("P", (4, 3), 1), PIL.new("P", (4, 3), 2)
    first.save(file, "GIF", save_all=True, append_images=[second], loop=0, comment=b"note")
    assert picture_kind(file.getvalue()) is not None


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"BM", b"RIFF0000WAVEfmt "]
)
def test_other_bytes_are_no_picture(data: bytes) -> None:
    assert picture_kind(data) is None


@pytest.mark.parametrize("kind", OPENINGS)
def test_a_file_that_breaks_off_before_its_size_is_none(kind: str) -> None:
    assert picture_kind(OPENINGS[kind]) is None
    whole = made(kind)
    assert [at for at in range(12) if picture_kind(whole[:at])] == []


def test_a_picture_without_extent_is_none() -> None:
    png = a_png()
    assert picture_kind(png[:16] + bytes(8) + png[24:]) is None
    jpeg = made("JPEG")
    at = jpeg.index(b"\xff\xc0")
    assert picture_kind(jpeg[: at + 5] + bytes(4) + jpeg[at + 9 :]) is None


@given(st.sampled_from(sorted(OPENINGS.values())), st.binary(max_size=60))
def test_any_bytes_are_looked_at_without_harm(opening: bytes, data: bytes) -> None:
    for looked_at in (data, opening + data):
        kind = picture_kind(looked_at)
        assert kind is None or kind.media_type.startswith("image/")
