from __future__ import annotations

import pytest

from reader.importing.epub.archive import Archive
from reader.importing.epub.navigation import Entry, read_navigation
from reader.importing.epub.package import read_package
from reader.importing.observation import Observation
from tests.importing.epub.making import Point, book, nav, ncx, page

TEXTS = {"a.xhtml": page("<p>桥</p>"), "b.xhtml": page("<p>河</p>")}
POINTS = (
    Point("要闻", "", (Point("东桥", "a.xhtml"), Point("西桥", "b.xhtml#二"))),
    Point("副刊", "b.xhtml"),
)


def contents(data: bytes) -> tuple[tuple[Entry, ...], list[Observation]]:
    archive = Archive(data, "书.epub")
    return read_navigation(archive, read_package(archive))


@pytest.mark.parametrize("version", [2, 3])
def test_both_kinds_of_contents_say_the_same(version: int) -> None:
    entries, told = contents(book(TEXTS, POINTS, version=version))
    assert told == []
    assert entries == (
        Entry(
            "要闻",
            "",
            "",
            (Entry("东桥", "OEBPS/a.xhtml", "", ()), Entry("西桥", "OEBPS/b.xhtml", "二", ())),
        ),
        Entry("副刊", "OEBPS/b.xhtml", "", ()),
    )


def test_the_one_with_parts_counts() -> None:
    flat = (Point("东桥", "a.xhtml"), Point("西桥", "b.xhtml"))
    entries, _ = contents(book(TEXTS, flat, others={"toc.ncx": ncx(POINTS)}))
    assert [entry.label for entry in entries] == ["要闻", "副刊"]


def test_one_that_is_broken_is_told_and_the_other_read() -> None:
    entries, told = contents(book(TEXTS, POINTS, others={"toc.ncx": "<ncx><navMap></ncx>"}))
    assert [entry.label for entry in entries] == ["要闻", "副刊"]
    assert [observation.part.split(":")[0] for observation in told] == ["OEBPS/toc.ncx"]


def test_a_paper_that_holds_all_sections_is_taken_off() -> None:
    entries, _ = contents(book(TEXTS, (Point("河湾晚报", "a.xhtml", POINTS),), version=2))
    assert [entry.label for entry in entries] == ["要闻", "副刊"]


def test_a_recipe_says_who_wrote_an_article_and_what_it_is_of() -> None:
    extra = (
        '<calibre:meta name="author">林一舟</calibre:meta>'
        '<calibre:meta name="description">东桥\n今日通车</calibre:meta>'
    )
    entries, _ = contents(book(TEXTS, (Point("东桥", "a.xhtml", (), extra),), version=2))
    assert entries[0][4:] == ("林一舟", "东桥今日通车")


def test_a_label_may_be_the_words_for_a_picture() -> None:
    markup = nav((Point("X", "a.xhtml"),)).replace(">X<", '><img src="x.png" alt="东桥"/><')
    entries, _ = contents(book(TEXTS, others={"nav.xhtml": markup}))
    assert entries == (Entry("东桥", "OEBPS/a.xhtml", "", ()),)


def test_a_book_may_have_no_contents() -> None:
    assert contents(book(TEXTS)) == ((), [])


def test_contents_as_deep_as_they_may_be_are_read() -> None:
    point = Point("底", "a.xhtml")
    for _ in range(150):
        point = Point("层", "a.xhtml", (point, Point("旁", "b.xhtml")))
    entries, told = contents(book(TEXTS, (point,), version=2))
    assert told == []
    assert [entry.label for entry in entries] == ["层", "旁"]


@pytest.mark.parametrize("href", ["http://x.example/a.xhtml", "c:\\a", ""])
def test_an_entry_that_leads_nowhere_keeps_its_label(href: str) -> None:
    entries, _ = contents(book(TEXTS, (Point("桥", href), Point("河", "b.xhtml")), version=2))
    assert entries[0] == Entry("桥", "", "", ())
