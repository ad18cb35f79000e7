from __future__ import annotations

import pytest

from reader.importing.epub.archive import Archive
from reader.importing.epub.package import read_package
from reader.importing.epub.pictures import Pictures
from reader.importing.html_photo import HtmlPhoto
from reader.importing.observation import Grade
from tests.importing.epub.making import PNG, book, page


def some_pictures(*names: str) -> Pictures:
    data = book({"a.xhtml": page("桥")}, others=dict.fromkeys(names, PNG))
    archive = Archive(data, "书.epub")
    return Pictures(archive, read_package(archive))


def files(pictures: Pictures, *sources: str) -> list[str | None]:
    return [pictures.photo("OEBPS/a.xhtml", HtmlPhoto(src, "桥", None, None), "f1").file for src in sources]


def test_a_picture_is_taken_once_and_read_when_it_is_wanted() -> None:
    pictures = some_pictures("img/a.png")
    assert files(pictures, "img/a.png", "./img/a.png#x", "img/b.png") == ["a.png", "a.png", None]
    assert [(picture.file, picture.data()) for picture in pictures.all()] == [("a.png", PNG)]


def test_names_are_plain_and_unlike_each_other() -> None:
    pictures = some_pictures("1/a.png", "2/A.png", "3/a b？.png", "4/.png", "5/" + "桥" * 90 + ".png")
    names = files(pictures, "1/a.png", "2/A.png", "3/a b？.png", "4/.png", "5/" + "桥" * 90 + ".png")
    assert names == ["a.png", "A-2.png", "a_b_.png", "png", "桥" * 80 + ".png"]


@pytest.mark.parametrize(
    "src",
    [
        "http://x.example/a.png",
        "//x.example/a.png",
        "data:image/png;base64,AAAA",
        "b.png",
        "a.xhtml",
        "c:\\a",
    ],
)
def test_a_picture_that_is_not_in_the_book_leaves_its_words(src: str) -> None:
    pictures = some_pictures("a.png")
    assert files(pictures, src) == [None]
    assert [each.part for each in pictures.told] == ["OEBPS/a.xhtml"]
    assert pictures.told[0].grade in {Grade.UNDECIDED, Grade.ERROR}


def test_a_picture_written_into_the_text_is_told_in_short() -> None:
    pictures = some_pictures()
    files(pictures, "data:image/png;base64," + "A" * 100_000)
    assert len(pictures.told[0].what.en) < 200


def test_words_without_a_picture_are_a_photo_without_a_file() -> None:
    pictures = some_pictures()
    assert files(pictures, "") == [None]
    assert pictures.told == []
