from __future__ import annotations

import base64

import pytest

from reader.edition.article import Photo
from reader.exporting.ninjs_photo import media_type, picture_item

JPEG = b"\xff\xd8\xff\xe0"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (JPEG, "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"RIFF0000WEBPVP8 ", "image/webp"),
        (b"RIFF0000WAVE", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, kind: str | None) -> None:
    assert media_type(data) == kind


def test_a_photo_is_an_item_with_its_picture_in_it() -> None:
    photo = Photo(file="a/bridge.jpg", caption="大桥。", credit="陈小满", alt="桥")
    assert picture_item(photo, "photo-1", "urn:1", {"a/bridge.jpg": JPEG}.get) == {
        "name": "photo-1",
        "uri": "urn:1",
        "type": "picture",
        "pubStatus": "usable",
        "by": "陈小满",
        "descriptions": [{"role": "caption", "value": "大桥。"}, {"role": "alt", "value": "桥"}],
        "renditions": [
            {
                "name": "main",
                "href": "data:image/jpeg;base64," + base64.b64encode(JPEG).decode(),
                "contentType": "image/jpeg",
                "title": "bridge.jpg",
                "sizeInBytes": 4,
            }
        ],
    }


def test_a_photo_without_a_file_has_its_words_only() -> None:
    item = picture_item(Photo(caption="大桥。"), "photo-1", "urn:1", lambda _: JPEG)
    assert "renditions" not in item
    assert "by" not in item
    assert picture_item(Photo(file="a.jpg"), "n", "u", lambda _: None).keys() == {
        "name",
        "uri",
        "type",
        "pubStatus",
    }
