from __future__ import annotations

import pytest

from reader.edition.body import Paragraph
from reader.importing.epub.archive import Archive
from reader.importing.epub.content import Content, read_content
from reader.importing.epub.package import read_package
from reader.importing.epub.recipes import is_list, is_recipe, section_name, without_bars
from tests.importing.epub.making import book, page


def a_text(path: str, markup: str) -> Content:
    archive = Archive(book({path: page(markup)}), "书.epub")
    return read_content(archive, f"OEBPS/{path}", 0, None)[0]


def published_as(kind: str) -> str:
    return f'<meta name="calibre:publication_type" content="{kind}"/>'


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (book({"a.xhtml": page("桥")}), False),
        (book({"feed_0/article_0/index_u1.html": page("桥")}), True),
        (book({"a.xhtml": page("桥")}, metadata=published_as("periodical:newspaper:河湾晚报")), True),
        (book({"a.xhtml": page("桥")}, metadata=published_as("book")), False),
    ],
)
def test_a_newspaper_is_known_by_what_it_calls_itself_or_by_its_folders(data: bytes, found: bool) -> None:
    assert is_recipe(read_package(Archive(data, "书.epub"))) == found


LINKS = '<h2>要闻</h2><ul><li><a href="article_0/index.html">东桥今日通车</a> 8:00</li></ul>'


@pytest.mark.parametrize(
    ("path", "markup", "found"),
    [
        ("feed_0/index_u3.html", LINKS, True),
        ("feed_0/index_u3.html", "<p>河湾市东桥今日通车。</p>", False),
        ("feed_0/article_0/index.html", LINKS, False),
        ("a.html", '<ul class="calibre_article_list"><li>东桥</li></ul>', True),
    ],
)
def test_a_list_is_known_by_its_classes_or_by_its_place_and_links(
    path: str, markup: str, found: bool
) -> None:
    assert is_list(a_text(path, markup)) == found


def test_a_bar_without_its_class_is_left_out_at_the_ends_alone() -> None:
    bar = "<div>| <a href='x'>下一篇</a> | <a href='y'>主菜单</a> |</div>"
    text = a_text("a.xhtml", f"{bar}<p>甲</p><p>乙</p><p>丙</p>{bar}<p>丁</p><p>戊</p><p>己</p>{bar}")
    kept = without_bars(text)
    words = [piece.block.text for piece in kept.pieces if isinstance(piece.block, Paragraph)]
    assert words == ["甲", "乙", "丙", "| 下一篇 | 主菜单 |", "丁", "戊", "己"]
    assert kept.furniture["bar"] == 2


@pytest.mark.parametrize("words", ["|", "| a", "a |", "| " + "长" * 40 + " |", "比分 3|2"])
def test_words_with_a_bar_in_them_are_none(words: str) -> None:
    text = a_text("a.xhtml", f"<p>{words}</p>")
    assert without_bars(text) is text


def test_the_name_of_the_only_list_is_the_sections() -> None:
    lists = [a_text("a.xhtml", "<p>甲</p>"), a_text("b.xhtml", '<h2 class="calibre_feed_title">要闻</h2>')]
    assert (section_name(lists), section_name(lists[:1])) == ("要闻", None)
