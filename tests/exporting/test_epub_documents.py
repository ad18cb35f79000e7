from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.exporting.epub_documents import (
    NOTICES_FILE,
    contents_document,
    cover_document,
    cover_picture,
    notices_document,
    old_contents,
    section_document,
    section_file,
)
from reader.exporting.html_article import Sheet
from reader.exporting.html_body import nowhere
from reader.exporting.html_front import Entry, contents
from reader.exporting.html_places import Places
from tests.exporting.editions import BARE, ENGLISH, FULL, about
from tests.exporting.markup import XHTML, seen, tag, without_blanks

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def sheet_of(edition: Edition) -> Sheet:
    places = Places(edition, lambda number: NOTICES_FILE if number is None else section_file(number))
    return Sheet(edition, places, nowhere, 2)


SHEET = sheet_of(FULL)


def headings(root: Element) -> list[tuple[str, str]]:
    return [(tag(one), seen(one)) for one in root.iter() if re.fullmatch(r"h\d", tag(one))]


def navs(root: Element) -> dict[str | None, Element]:
    return {one.get(EPUB_TYPE): one for one in root.iter(f"{XHTML}nav")}


def test_the_first_page_has_the_name_the_day_and_the_warnings() -> None:
    root = fromstring(cover_document(SHEET, about(FULL).standings, None))
    assert headings(root) == [("h1", "河湾日报")]
    assert "2025年3月1日 星期六" in seen(root)
    links = [a.get("href") for a in root.iter(f"{XHTML}a")]
    assert links == ["notices.xhtml#notice-1"]


def test_the_contents_begin_with_the_first_page_and_know_the_landmarks() -> None:
    root = fromstring(contents_document(SHEET, list(contents(SHEET, "公告"))))
    toc, landmarks = navs(root)["toc"], navs(root)["landmarks"]
    assert [a.get("href") for a in toc.iter(f"{XHTML}a")][:4] == [
        "cover.xhtml", "notices.xhtml#notices", "section-01.xhtml#section-1", "section-01.xhtml#bridge",
    ]  # fmt: skip
    assert [(a.get(EPUB_TYPE), a.get("href")) for a in landmarks.iter(f"{XHTML}a")] == [
        ("cover", "cover.xhtml"),
        ("toc", "#toc"),
        ("bodymatter", "notices.xhtml#notices"),
    ]
    assert landmarks.get("hidden") == ""


def test_a_book_without_articles_still_has_contents() -> None:
    root = fromstring(contents_document(sheet_of(BARE), []))
    assert without_blanks("".join(navs(root)["toc"].itertext())) == "本期导读报头"


def test_a_section_has_its_name_above_its_articles() -> None:
    root = fromstring(section_document(SHEET, 0))
    assert headings(root) == [
        ("h1", "要闻 第01版"), ("h2", "修桥"), ("h3", "小标题一"), ("h2", "［无题稿］"),
    ]  # fmt: skip
    assert root.get("dir") == "ltr"


def test_notices_have_a_page_of_their_own() -> None:
    root = fromstring(notices_document(SHEET, "公告", about(FULL).standings))
    assert headings(root)[:2] == [("h1", "公告"), ("h2", "大风蓝色预警")]
    assert [one.get("id") for one in root.iter(f"{XHTML}article")] == ["notice-1", "notice-3", "notice-2"]


@pytest.mark.parametrize(
    ("number", "name"), [(0, "section-01.xhtml"), (9, "section-10.xhtml"), (99, "section-100.xhtml")]
)
def test_a_section_is_a_file_by_its_number(number: int, name: str) -> None:
    assert section_file(number) == name


def test_old_readers_find_the_same_contents_numbered_through() -> None:
    entries = [Entry("a.xhtml", "甲 &", (Entry("a.xhtml#b", "乙"),)), Entry("c.xhtml", "丙")]
    root = fromstring(old_contents(FULL, "urn:uuid:x", entries))
    points = list(root.findall(".//{*}navPoint"))
    assert [point.get("playOrder") for point in points] == ["1", "2", "3", "4"]
    assert [one.get("src") for one in root.findall(".//{*}content")] == [
        "cover.xhtml",
        "a.xhtml",
        "a.xhtml#b",
        "c.xhtml",
    ]
    assert points[2] in list(points[1])
    assert ["".join(one.itertext()) for one in root.findall(".//{*}navLabel")] == ["报头", "甲 &", "乙", "丙"]
    uid = root.find(".//{*}meta[@name='dtb:uid']")
    assert uid is not None
    assert uid.get("content") == "urn:uuid:x"


def lines_of(edition: Edition) -> dict[str, int]:
    root = fromstring(cover_picture(edition))
    return {one.text or "": int(one.get("font-size", "0")) for one in root.findall(".//{*}text")}


def test_the_shelf_shows_name_day_and_first_headlines() -> None:
    assert list(lines_of(FULL)) == [
        "河湾日报",
        "2025年3月1日 星期六 · 晚报版",
        "修桥",
        "［无题稿］",
        "修桥（下）",
        "去年的桥",
    ]
    assert list(lines_of(BARE)) == ["河湾日报", "2025年3月1日 星期六"]
    assert list(lines_of(ENGLISH))[1] == "1 Mar 2025 Saturday"


def test_a_long_headline_is_set_smaller_and_never_cut() -> None:
    long = "很长" * 40
    edition = replace(BARE, sections=(Section(name="一", articles=(Article(id="a", headline=long),)),))
    assert lines_of(edition)[long] * 80 <= 1000
    assert lines_of(FULL)["修桥"] == 84
