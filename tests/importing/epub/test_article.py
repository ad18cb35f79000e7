from __future__ import annotations

import pytest

from reader.edition.article import Article
from reader.importing.epub.archive import Archive
from reader.importing.epub.article import article
from reader.importing.epub.chapters import Chapter
from reader.importing.epub.content import read_content
from reader.importing.epub.package import read_package
from reader.importing.epub.pictures import Pictures
from tests.importing.epub.making import PNG, book, page


def an_article(
    markup: str, label: str = "", *, is_recipe: bool = False, is_part: bool = False, description: str = ""
) -> Article | None:
    data = book({"a.xhtml": page(markup)}, others={"a.png": PNG})
    archive = Archive(data, "书.epub")
    text, _ = read_content(archive, "OEBPS/a.xhtml", 0, None)
    chapter = Chapter(label if is_part else "", label, description=description, is_part=is_part)
    chapter.texts.append((text, text.pieces))
    return article(chapter, Pictures(archive, read_package(archive)), is_recipe=is_recipe)


def parts(markup: str, label: str = "", *, is_recipe: bool = False) -> tuple[str | None, str | None, str]:
    found = an_article(markup, label, is_recipe=is_recipe)
    assert found is not None
    return found.kicker, found.headline, found.body


@pytest.mark.parametrize(
    ("markup", "label", "kicker", "headline", "body"),
    [
        ("<h1>东桥通车</h1><p>正文</p>", "东桥通车", None, "东桥通车", "正文"),
        ("<p>正文</p>", "东桥通车", None, "东桥通车", "正文"),
        ("<p class='t'>东桥 通车</p><p>正文</p>", "东桥通车", None, "东桥 通车", "正文"),
        ("<h1>第一章</h1><h2>东桥</h2><p>正文</p>", "东桥", "第一章", "东桥", "正文"),
        ("<h1>第一章</h1><h2>东桥</h2><p>正文</p>", "第一章：东桥", "第一章", "东桥", "正文"),
        ("<h1>东桥</h1><p>正文</p>", "第一章 东桥", None, "第一章 东桥", "正文"),
        ("<h1>东桥通车，西桥开工</h1><p>正文</p>", "东桥通车", None, "东桥通车，西桥开工", "正文"),
        ("<h1>东桥</h1><p>正文</p>", "第一章", "第一章", "东桥", "正文"),
        ("<p>要闻</p><h1>东桥</h1><p>正文</p>", "东桥", "要闻", "东桥", "正文"),
        ("<h1>东桥</h1><h2>一</h2><p>正文</p>", "东桥", None, "东桥", "### 一\n\n正文"),
        (
            "<p>正文。" + "长" * 80 + "</p><h2>小标题</h2>",
            "东桥",
            None,
            "东桥",
            "正文。" + "长" * 80 + "\n\n### 小标题",
        ),
        ("<hr/><h1>东桥</h1><hr/><p>正文</p><hr/>", "", None, "东桥", "正文"),
    ],
)
def test_the_headline(markup: str, label: str, kicker: str | None, headline: str, body: str) -> None:
    assert parts(markup, label) == (kicker, headline, body)


def test_a_recipes_label_that_the_page_does_not_show_is_not_added() -> None:
    markup = "<h1>东桥今日通车</h1><p>正文</p>"
    assert parts(markup, "河湾网 | 桥", is_recipe=True) == (None, "东桥今日通车", "正文")


def test_what_classes_name_becomes_fields() -> None:
    found = an_article(
        '<p class="kicker">桥梁</p><h1>东桥通车</h1><h2 class="subtitle">两岸往来不再绕行</h2>'
        '<p class="article-byline">本报记者 林一舟</p><p class="pub_date">5月6日</p><p>正文</p>'
        '<p class="signoff">（林一舟）</p>'
    )
    assert found is not None
    assert (found.kicker, found.headline, found.deck) == ("桥梁", "东桥通车", "两岸往来不再绕行")
    assert (found.byline, found.dateline, found.body) == ("本报记者 林一舟", "5月6日", "正文")


def test_column_and_source_are_fields_where_they_are_named() -> None:
    found = an_article('<p class="column">晨话</p><h2>东桥</h2><p class="source">来源：河湾社</p><p>正文</p>')
    assert found is not None
    assert (found.column, found.source, found.body) == ("晨话", "来源：河湾社", "正文")


def test_a_class_deep_in_the_text_takes_nothing_out_of_it() -> None:
    markup = "<h1>东桥</h1><p>正文</p>" + "<p class='date'>1998年</p><p class='author'>林一舟</p>"
    assert parts(markup)[2] == "正文\n\n1998年\n\n林一舟"


@pytest.mark.parametrize(
    ("description", "summary"),
    [("东桥今日通车，两岸", None), ("三年建成的一座桥", "三年建成的一座桥"), ("", None)],
)
def test_what_the_contents_say_of_it_is_a_summary_if_the_text_does_not(
    description: str, summary: str | None
) -> None:
    found = an_article("<p>东桥今日通车，两岸往来不再绕行。</p>", "东桥", description=description)
    assert found is not None
    assert found.summary == summary


def test_the_page_of_a_part_with_nothing_but_its_name_is_none() -> None:
    assert an_article("<h1>上篇</h1>", "上篇", is_part=True) is None
    kept = an_article("<h1>上篇</h1><p>题词</p>", "上篇", is_part=True)
    assert kept is not None
    assert (kept.headline, kept.body) == ("上篇", "题词")


def test_a_heading_that_nothing_else_shows_is_kept_without_a_body() -> None:
    kept = an_article("<h1>献给河湾</h1>")
    assert kept is not None
    assert kept.headline == "献给河湾"
    other = an_article("<h1>上篇 河</h1>", "上篇", is_part=True)
    assert other is not None
    assert other.headline == "上篇 河"


def test_photos_stand_where_they_stood() -> None:
    found = an_article(
        '<h1>桥</h1><p>甲</p><figure><img src="a.png" alt="东桥"/><figcaption>通车</figcaption></figure>'
        '<p>乙</p><img src="missing.png"/><img src="missing.png" alt="西桥"/>'
    )
    assert found is not None
    assert found.body == "甲\n\n![f1]\n\n乙\n\n![f2]"
    assert [(photo.id, photo.file, photo.alt, photo.caption) for photo in found.photos] == [
        ("f1", "a.png", "东桥", "通车"),
        ("f2", None, "西桥", None),
    ]
