from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporting.picture_kind import picture_kind
from tests.exporting.editions import a_png


@pytest.mark.parametrize(
    ("data", "media_type", "suffix"),
    [
        (a_png(), "image/png", ".png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg", ".jpg"),
        (b"GIF89a\x01\x00", "image/gif", ".gif"),
        (b"GIF87a\x01\x00", "image/gif", ".gif"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp", ".webp"),
    ],
)
def test_a_picture_is_known_by_its_bytes(data: bytes, media_type: str, suffix: str) -> None:
    assert picture_kind(data) == (media_type, suffix)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"BM\x00",
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
        b"\x89PN",
    ],
)
def test_other_bytes_are_no_picture(data: bytes) -> None:
    assert picture_kind(data) is None


@given(st.binary(max_size=40))
def test_any_bytes_are_looked_at_without_harm(data: bytes) -> None:
    kind = picture_kind(data)
    assert kind is None or kind.media_type.startswith("image/")
