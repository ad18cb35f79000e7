from __future__ import annotations

import pytest

from reader.edition.body import Paragraph, PhotoPlace
from reader.importing.epub.archive import Archive
from reader.importing.epub.content import Content, downloaded_from, read_content
from reader.importing.observation import Grade, Observation
from tests.importing.epub.making import TOP_BAR, bottom_bar, page, zipped

URL = "https://news.example/0/0"


def content(data: str | bytes, encoding: str | None = None) -> tuple[Content, list[Observation]]:
    return read_content(Archive(zipped({"a.xhtml": data}), "书.epub"), "a.xhtml", 3, encoding)


def words(data: str | bytes, encoding: str | None = None) -> list[str]:
    found, told = content(data, encoding)
    assert told == []
    return [piece.block.text for piece in found.pieces if isinstance(piece.block, Paragraph)]


class TestEncodings:
    TEXT = "河湾市东桥今日通车，林一舟报道。"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_unicode_is_known_by_itself(self, encoding: str) -> None:
        markup = f'<?xml version="1.0" encoding="{encoding[:6]}"?><html><p>{self.TEXT}</p></html>'
        assert words(markup.encode(encoding)) == [self.TEXT]

    @pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "x-gbk", "big5", "shift_jis"])
    def test_a_declared_encoding_is_heard(self, declared: str) -> None:
        codec = {"big5": "big5", "shift_jis": "shift_jis"}.get(declared, "gb18030")
        text = "東橋開通" if codec in {"big5", "shift_jis"} else "東橋通车，镕、㑇"
        markup = f'<?xml version="1.0" encoding="{declared}"?><html><p>{text}</p></html>'
        assert words(markup.encode(codec)) == [text]

    def test_an_encoding_may_be_declared_as_html_does(self) -> None:
        markup = f"<html><head><meta charset=gbk></head><p>{self.TEXT}</p></html>"
        assert words(markup.encode("gbk")) == [self.TEXT]

    def test_chinese_bytes_without_a_declaration_are_tried(self) -> None:
        assert words(f"<p>{self.TEXT}</p>".encode("gbk")) == [self.TEXT]

    def test_what_somebody_asks_for_goes_before_the_declaration(self) -> None:
        markup = f'<?xml version="1.0" encoding="iso-8859-1"?><p>{self.TEXT}</p>'
        assert words(markup.encode("gbk"), "gbk") == [self.TEXT]

    def test_what_the_declaration_is_wrong_of_is_read_as_what_it_is(self) -> None:
        markup = f'<?xml version="1.0" encoding="ascii-art"?><p>{self.TEXT}</p>'
        assert words(markup.encode()) == [self.TEXT]

    def test_bytes_that_are_nothing_are_shown_and_told(self) -> None:
        found, told = content(b"<p>a\xff\xffb</p>")
        assert [piece.block for piece in found.pieces] == [Paragraph(0, "a��b")]
        assert [(each.grade, each.part) for each in told] == [(Grade.ERROR, "a.xhtml")]


class TestEntities:
    def test_names_of_characters_are_read(self) -> None:
        doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://x.example/xhtml11.dtd">'
        assert words(page("<p>a&nbsp;b&hellip;</p>", dtd=doctype)) == ["a\xa0b…"]

    def test_a_short_text_with_a_name_is_put_in(self) -> None:
        dtd = "<!DOCTYPE html [<!ENTITY city '河湾市'><!ENTITY gt2 \"&#62;\">]>"
        found, _ = content(page("<p>&city;&other;</p>", dtd=dtd))
        assert [piece.block for piece in found.pieces] == [Paragraph(0, "河湾市&other;")]

    @pytest.mark.parametrize(
        "declared",
        [
            '<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;">',
            '<!ENTITY x SYSTEM "file:///etc/passwd">',
            '<!ENTITY x PUBLIC "-//X" "http://x.example/x">',
            '<!ENTITY % x "y">',
            f'<!ENTITY x "{"y" * 5000}">',
        ],
    )
    def test_what_expands_or_lies_outside_is_left_as_written_and_told(self, declared: str) -> None:
        found, told = content(page("<p>桥&x;</p>", dtd=f"<!DOCTYPE html [{declared}]>"))
        assert [piece.block for piece in found.pieces] == [Paragraph(0, "桥&x;")]
        assert [(each.grade, each.part, "entity" in each.what.en) for each in told] == [
            (Grade.ERROR, "a.xhtml", True)
        ]


class TestFurniture:
    def test_bars_are_left_out_and_counted(self) -> None:
        found, _ = content(page(TOP_BAR + "<p>桥</p>" + bottom_bar(URL)))
        assert [piece.block for piece in found.pieces] == [Paragraph(0, "桥")]
        assert found.furniture["bar"] == 2

    def test_the_source_is_kept(self) -> None:
        assert content(page(bottom_bar(URL)))[0].source == URL

    def test_a_bar_of_a_touch_screen_is_left_out_with_the_words_above_it(self) -> None:
        markup = (
            f"<p>桥</p><div><hr/><p>This article was downloaded by <strong>calibre</strong> from "
            f'<a href="{URL}" rel="calibre-downloaded-from">{URL}</a></p><br/>'
            '<table class="touchscreen_navbar"><tr><td>上一篇</td></tr></table></div>'
        )
        found, _ = content(page(markup))
        assert [piece.block for piece in found.pieces if isinstance(piece.block, Paragraph)] == [
            Paragraph(0, "桥")
        ]
        assert found.source == URL

    def test_words_that_only_speak_of_a_download_stay(self) -> None:
        said = f"记者用 calibre 打开了 {URL}"
        assert words(page(f"<p>{said}</p>")) == [said]

    def test_numbers_of_printed_pages_are_left_out(self) -> None:
        found, _ = content(
            '<html xmlns:epub="http://www.idpf.org/2007/ops"><p>东<span epub:type="pagebreak">2</span>桥'
            '<span role="doc-pagebreak">3</span></p></html>'
        )
        assert [piece.block for piece in found.pieces] == [Paragraph(0, "东桥")]
        assert found.furniture["page number"] == 2

    @pytest.mark.parametrize(
        ("markup", "is_index"),
        [
            ('<ul class="calibre_feed_list"><li>要闻</li></ul>', True),
            ('<h2 class="calibre_feed_title2">要闻</h2>', True),
            ('<ul class="x calibre_article_list1">东桥</ul>', True),
            ("<p>calibre_feed_list</p>", False),
        ],
    )
    def test_a_list_of_articles_is_known(self, markup: str, is_index: bool) -> None:
        assert content(page(markup))[0].is_index == is_index

    def test_the_section_it_lists_is_known(self) -> None:
        assert content(page('<h2 class="calibre_feed_title">要闻</h2>'))[0].feed == "要闻"


@pytest.mark.parametrize(
    ("markup", "source"),
    [
        ('<div class="calibre_navbar">| <a href="x">Next</a></div><p>', None),
        (f'<div class="calibre_navbar"><p>from <b>calibre</b> <a class="y" href="{URL}">x</a></p>', URL),
        (f'<p><a href="{URL}">x</a></p>', None),
        ('<a rel="calibre-downloaded-from" href="javascript:x">', None),
        ("calibre-downloaded-from", None),
        ("calibre_navbar", None),
        ("", None),
    ],
)
def test_where_an_article_was_had_from(markup: str, source: str | None) -> None:
    assert downloaded_from(markup) == source


def test_photos_have_ids_unique_in_the_book() -> None:
    found, _ = content(page('<img src="a.png"/><p>桥</p><img src="b.png"/>'))
    places = [piece.block for piece in found.pieces if isinstance(piece.block, PhotoPlace)]
    assert [place.photo_id for place in places] == list(found.photos) == ["3:f1", "3:f2"]
    assert found.has_text
