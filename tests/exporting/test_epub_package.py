from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest

from reader.edition.article import Article, Photo
from reader.edition.edition import Edition, Masthead, Section
from reader.exporting.epub_package import CONTAINER, Item, package
from tests.exporting.editions import BARE, ENGLISH, FULL

READ = Item("cover", "cover.xhtml", "application/xhtml+xml", b"", is_read=True)
NAV = Item("nav", "nav.xhtml", "application/xhtml+xml", b"", "nav", is_read=True)
STYLE = Item("style", "style.css", "text/css", b"")


def picture(kind: str) -> Item:
    return Item("picture-1", f"images/picture-1.{kind}", f"image/{kind}", b"")


def metas(edition: Edition, *items: Item) -> list[tuple[str, str]]:
    return re.findall(r'<meta property="schema:(\w+)">([^<]*)</meta>', package(edition, [READ, *items]))


def shown(*photos: Photo) -> Edition:
    article = Article(id="a", headline="题", photos=photos)
    return replace(BARE, sections=(Section(name="图", articles=(article,)),))


def test_the_container_names_the_package() -> None:
    root = fromstring(CONTAINER).find(".//{*}rootfile")
    assert root is not None
    assert root.attrib == {"full-path": "EPUB/package.opf", "media-type": "application/oebps-package+xml"}


def test_what_is_read_is_in_the_spine_in_its_order() -> None:
    written = package(FULL, [READ, NAV, STYLE])
    assert re.findall('<itemref idref="(.*)"/>', written) == ["cover", "nav"]
    assert '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' in written
    assert '<item id="style" href="style.css" media-type="text/css"/>' in written


@pytest.mark.parametrize(("language", "direction"), [("zh-CN", "ltr"), ("ar", "rtl")])
def test_pages_go_the_way_the_writing_goes(language: str, direction: str) -> None:
    written = package(replace(FULL, language=language), [READ])
    assert f'page-progression-direction="{direction}"' in written


def test_a_library_learns_paper_day_makers_and_number() -> None:
    written = package(replace(FULL, masthead=Masthead(publisher="甲 & 乙", editor="陈渡")), [READ])
    assert "<dc:title>河湾日报 2025年3月1日 晚报版</dc:title>" in written
    assert "<dc:date>2025-03-01</dc:date>" in written
    assert "<dc:publisher>甲 &amp; 乙</dc:publisher>" in written
    assert '<dc:contributor id="editor">陈渡</dc:contributor>' in written
    assert '<meta id="series" property="belongs-to-collection">河湾日报</meta>' in written
    assert '<meta refines="#series" property="group-position">41</meta>' in written


@pytest.mark.parametrize("issue", [None, "总第9号", "１２", "1a"])
def test_a_number_that_is_no_number_is_no_place_in_the_series(issue: str | None) -> None:
    assert "group-position" not in package(replace(FULL, issue=issue), [READ])


def test_who_makes_it_is_left_out_where_nobody_is_named() -> None:
    written = package(BARE, [READ])
    assert "dc:publisher" not in written
    assert "dc:contributor" not in written


def test_a_book_of_text_needs_no_eyes() -> None:
    told = metas(BARE)
    assert [value for key, value in told if key == "accessMode"] == ["textual"]
    assert [value for key, value in told if key == "accessModeSufficient"] == ["textual"]
    assert ("accessibilityHazard", "none") in told
    assert ("accessibilitySummary", "全书都是可放大、可朗读的文字，按版和标题可以逐篇跳转。") in told


def test_pictures_with_descriptions_are_no_obstacle() -> None:
    told = metas(shown(Photo(file="a.png", alt="桥")), picture("png"))
    assert [value for key, value in told if key == "accessModeSufficient"] == ["textual,visual", "textual"]
    assert ("accessibilityFeature", "alternativeText") in told


def test_pictures_with_captions_only_are_told_but_not_described() -> None:
    told = metas(shown(Photo(file="a.png", caption="桥")), picture("png"))
    assert ("accessModeSufficient", "textual") in told
    assert ("accessibilityFeature", "alternativeText") not in told


def test_a_picture_nobody_speaks_of_is_owned_up_to() -> None:
    told = metas(shown(Photo(file="a.png")), picture("png"))
    assert [value for key, value in told if key == "accessModeSufficient"] == ["textual,visual"]
    (summary,) = [value for key, value in told if key == "accessibilitySummary"]
    assert summary.endswith("有的图片没有替代文字。")


def test_a_gif_might_flash() -> None:
    assert ("accessibilityHazard", "unknown") in metas(shown(Photo(file="a")), picture("gif"))


def test_an_english_paper_is_told_of_in_english() -> None:
    (summary,) = [value for key, value in metas(ENGLISH) if key == "accessibilitySummary"]
    assert summary.startswith("All of it is text")
