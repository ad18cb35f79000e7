from __future__ import annotations

import datetime as dt

import pytest

from reader.importing.epub.archive import Archive
from reader.importing.epub.content import Content
from reader.importing.epub.package import read_package
from reader.importing.epub.texts import read_texts
from reader.importing.imported import Wishes
from reader.importing.observation import Observation
from tests.importing.checked import WISHES
from tests.importing.epub.making import CONTAINER, PNG, book, page, zipped


def the_texts(data: bytes, wishes: Wishes = WISHES) -> tuple[list[Content], list[Observation]]:
    archive = Archive(data, "书.epub")
    texts, failed, told = read_texts(archive, read_package(archive), None, wishes)
    assert told == []
    return texts, failed


def a_book(items: str, spine: str, **files: str) -> bytes:
    opf = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    return zipped({"META-INF/container.xml": CONTAINER.format(path="a.opf"), "a.opf": opf, **files})


def an_item(own_id: str, media_type: str, fallback: str = "") -> str:
    return f'<item id="{own_id}" href="{own_id}" media-type="{media_type}" fallback="{fallback}"/>'


def test_texts_come_in_the_order_of_the_spine() -> None:
    texts, failed = the_texts(book({"b.xhtml": page("<p>乙</p>"), "a.xhtml": page("<p>甲</p>")}))
    assert [text.path for text in texts] == ["OEBPS/b.xhtml", "OEBPS/a.xhtml"]
    assert failed == []


@pytest.mark.parametrize(
    "media_type",
    [
        "application/xhtml+xml",
        "text/html",
        "APPLICATION/XHTML+XML ",
        "text/x-oeb1-document",
        "application/xml",
    ],
)
def test_a_text_is_known_by_its_type(media_type: str) -> None:
    texts, _ = the_texts(a_book(an_item("a", media_type), '<itemref idref="a"/>', a="<p>甲</p>"))
    assert [len(text.pieces) for text in texts] == [1]


def test_a_text_of_a_wrong_type_is_known_by_its_name() -> None:
    data = a_book(
        '<item id="a" href="a.html" media-type="text/plain"/>', '<itemref idref="a"/>', **{"a.html": "甲"}
    )
    assert [text.path for text in the_texts(data)[0]] == ["a.html"]


def test_a_picture_may_be_a_page() -> None:
    texts, _ = the_texts(book({"a.png": PNG}))
    assert [photo.src for photo in texts[0].photos.values()] == ["a.png"]
    assert not texts[0].has_text


def test_a_drawing_is_read_for_its_words() -> None:
    texts, _ = the_texts(book({"a.svg": "<svg><text>东桥</text></svg>"}))
    assert texts[0].has_text


def test_what_stands_in_for_a_foreign_type_may_itself_be_replaced() -> None:
    items = an_item("a", "x/a", "b") + an_item("b", "x/b", "c") + an_item("c", "text/html")
    texts, failed = the_texts(a_book(items, '<itemref idref="a"/>', c="<p>甲</p>"))
    assert ([text.path for text in texts], failed) == (["c"], [])


@pytest.mark.parametrize("fallback", ["", "a", "b", "nowhere"])
def test_a_foreign_type_that_nothing_stands_in_for_is_told(fallback: str) -> None:
    items = an_item("a", "x/a", fallback) + an_item("b", "x/b", "a")
    texts, failed = the_texts(a_book(items, '<itemref idref="a"/>', a="甲", b="乙"))
    assert texts == []
    assert [(each.part, "x/a" in each.what.en) for each in failed] == [("a", True)]


def test_how_far_it_is_is_told_on_the_way() -> None:
    steps: list[tuple[int, int]] = []
    wishes = Wishes(
        now=dt.datetime(2025, 3, 1, tzinfo=dt.UTC), step=lambda done, of: steps.append((done, of))
    )
    the_texts(book({"a.xhtml": page("甲"), "b.xhtml": page("乙")}), wishes)
    assert steps == [(1, 2), (2, 2)]
