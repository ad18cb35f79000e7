from __future__ import annotations

import base64

from reader.edition.article import Photo
from reader.exporting.ninjs_photo import picture_item
from tests.exporting.editions import a_png

PNG = a_png()


def test_a_photo_is_an_item_with_its_picture_in_it() -> None:
    photo = Photo(file="a/bridge.png", caption="大桥。", credit="陈小满", alt="桥")
    assert picture_item(photo, "photo-1", "urn:1", {"a/bridge.png": PNG}.get) == {
        "name": "photo-1",
        "uri": "urn:1",
        "type": "picture",
        "pubStatus": "usable",
        "by": "陈小满",
        "descriptions": [{"role": "caption", "value": "大桥。"}, {"role": "alt", "value": "桥"}],
        "renditions": [
            {
                "name": "main",
                "href": "data:image/png;base64," + base64.b64encode(PNG).decode(),
                "contentType": "image/png",
                "title": "bridge.png",
                "sizeInBytes": len(PNG),
            }
        ],
    }


def test_a_photo_without_a_file_has_its_words_only() -> None:
    item = picture_item(Photo(caption="大桥。"), "photo-1", "urn:1", lambda _: PNG)
    assert "renditions" not in item
    assert "by" not in item
    assert picture_item(Photo(file="a.jpg"), "n", "u", lambda _: None).keys() == {
        "name",
        "uri",
        "type",
        "pubStatus",
    }


def test_what_is_no_picture_by_its_bytes_is_not_written() -> None:
    for data in (b"", b"#!/bin/sh", b"<svg/>", PNG[:20]):
        assert "renditions" not in picture_item(Photo(file="a.png"), "n", "u", {"a.png": data}.get)
