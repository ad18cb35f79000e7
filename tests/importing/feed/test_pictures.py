from __future__ import annotations

import base64
from pathlib import Path

import pytest

from reader.importing.feed.feed import FEED
from reader.importing.feed.pictures import Pictures
from reader.importing.imported import Imported
from reader.importing.source import Source
from tests.importing.checked import WISHES, checked
from tests.importing.feed.made import html_item, rss

DOT = base64.b64encode(b"\x89PNG\r\n\x1a\n").decode()


def beside(folder: Path) -> Pictures:
    return Pictures(Source(path=folder / "feed.xml"))


def test_a_picture_beside_the_feed_comes_with_it(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "老 桥.jpg").write_bytes(b"jpeg")
    pictures = beside(tmp_path)
    assert pictures.file_of("img/%E8%80%81%20%E6%A1%A5.jpg") == "老-桥.jpg"
    assert [(picture.file, picture.data()) for picture in pictures.all()] == [("老-桥.jpg", b"jpeg")]


def test_a_picture_written_into_the_feed_comes_with_it(tmp_path: Path) -> None:
    pictures = beside(tmp_path)
    assert pictures.file_of(f"data:image/png;base64,{DOT}") == "picture.png"
    assert pictures.file_of("data:image/gif,GIF89a%21") == "picture.gif"
    assert [picture.data() for picture in pictures.all()] == [b"\x89PNG\r\n\x1a\n", b"GIF89a!"]


def test_names_differ_and_the_same_picture_has_one(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.jpg").write_bytes(folder.encode())
    (tmp_path / "X.JPG").write_bytes(b"c")
    pictures = beside(tmp_path)
    named = [pictures.file_of(src) or "" for src in ("a/x.jpg", "b/x.jpg", "a/x.jpg", "X.JPG")]
    assert named[0] == named[2]
    assert len({name.lower() for name in named}) == 3
    assert [picture.data() for picture in pictures.all()] == [b"a", b"b", b"c"]


@pytest.mark.parametrize(
    "src",
    [
        "https://hewan.example/a.jpg",
        "../a.jpg",
        "/a.jpg",
        "a.jpg",
        "secret.txt",
        "",
        "data:text/html,<b>",
        "data:image/svg+xml,<svg/>",
        "data:image/png;base64,%%%",
        "data:image/png;base64,",
        "data:",
        "a\0.jpg",
        "x" * 5000 + ".jpg",
    ],
)
def test_anything_else_is_not_to_be_had(tmp_path: Path, src: str) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "a.jpg").write_bytes(b"outside")
    (tmp_path / "here" / "secret.txt").write_bytes(b"no picture")
    pictures = beside(tmp_path / "here")
    assert pictures.file_of(src) is None
    assert pictures.all() == ()


def test_the_photo_names_the_picture(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"jpeg")
    markup = f'<p>文<img src="a.jpg" alt="桥"></p><img src="data:image/png;base64,{DOT}">'
    (tmp_path / "feed.xml").write_bytes(rss(html_item(markup), channel="<title>河湾晨报</title>"))
    (result,) = FEED.read(Source(path=tmp_path / "feed.xml"), WISHES)
    assert isinstance(result, Imported)
    edition = checked(result)
    assert [photo.file for article in edition.articles() for photo in article.photos] == [
        "a.jpg",
        "picture.png",
    ]
    assert [picture.data() for picture in result.pictures] == [b"jpeg", b"\x89PNG\r\n\x1a\n"]
