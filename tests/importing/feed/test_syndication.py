from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importing.feed.item import Feed, Item
from reader.importing.feed.syndication import read_syndicated
from reader.importing.observation import CannotImport, Grade
from tests.importing.feed.made import ATOM, NAMESPACES, atom, html_item, rss


def read(data: bytes) -> Feed:
    return read_syndicated(data, "a.xml", None)


def first(data: bytes) -> Item:
    return read(data).items[0]


class TestRss:
    def test_the_channel_says_what_the_paper_is(self) -> None:
        channel = (
            "<title>河湾晨报</title><link>https://hewan.example/</link><description>河湾人的报</description>"
            "<language>zh-cn</language><managingEditor>a@hewan.example (林一舟)</managingEditor>"
            "<dc:publisher>河湾报社</dc:publisher><pubDate>Mon, 23 Dec 2024 06:00:00 +0800</pubDate>"
        )
        feed = read(rss("<title>题</title>", channel=channel))
        assert (feed.title, feed.motto, feed.language) == ("河湾晨报", "河湾人的报", "zh-cn")
        assert (feed.editor, feed.publisher, feed.link) == ("林一舟", "河湾报社", "https://hewan.example/")
        assert feed.moment is not None

    def test_the_title_of_its_picture_is_not_that_of_the_feed(self) -> None:
        picture = "<image><title>徽标</title><url>https://hewan.example/l.png</url></image>"
        assert read(rss(channel=f"<title>河湾晨报</title>{picture}")).title == "河湾晨报"

    def test_both_description_and_content_are_texts(self) -> None:
        item = first(
            rss("<description>提要</description><content:encoded>&lt;p&gt;全文&lt;/p&gt;</content:encoded>")
        )
        assert sorted(words.text for words in item.texts) == ["<p>全文</p>", "提要"]
        assert all(words.is_html for words in item.texts)

    def test_a_guid_that_is_a_permalink_is_the_link_where_there_is_none(self) -> None:
        assert (
            first(rss("<title>a</title><guid>https://hewan.example/1</guid>")).link
            == "https://hewan.example/1"
        )
        assert first(rss('<title>a</title><guid isPermaLink="false">https://x.example/1</guid>')).link == ""

    def test_a_relative_link_is_made_whole_by_that_of_the_channel(self) -> None:
        assert first(rss("<title>a</title><link>/n/1.html</link>")).link == "https://hewan.example/n/1.html"

    @pytest.mark.parametrize(
        ("markup", "names"),
        [
            ("<author>lin@hewan.example (林一舟)</author>", ("林一舟",)),
            ("<author>lin@hewan.example</author>", ("lin@hewan.example",)),
            ("<author>lin@hewan.cn (林一舟)</author>", ("林一舟",)),
            ("<author>Lin Yizhou &lt;lin@hewan.museum&gt;</author>", ("Lin Yizhou",)),
            ("<author>林一舟 (lin@hewan.cn)</author>", ("林一舟",)),
            ("<author>林一舟</author>", ("林一舟",)),
            ("<dc:creator>林一舟</dc:creator><dc:creator>周小满</dc:creator>", ("林一舟", "周小满")),
            ("<itunes:author>河湾电台</itunes:author>", ("河湾电台",)),
        ],
    )
    def test_authors_are_named_without_their_address(self, markup: str, names: tuple[str, ...]) -> None:
        assert first(rss(f"<title>a</title>{markup}")).authors == names

    def test_categories_are_kept_once_each_and_sections_apart(self) -> None:
        markup = (
            '<title>a</title><category>桥</category><category>桥</category><category domain="x">路</category>'
            '<category domain="section">要闻</category>'
        )
        item = first(rss(markup))
        assert item.categories == ("桥", "路")
        assert item.sections == ("要闻",)

    def test_the_feed_an_item_was_taken_from_is_kept(self) -> None:
        assert (
            first(rss('<title>a</title><source url="https://x.example/">远山日报</source>')).origin
            == "远山日报"
        )

    def test_a_recording_is_a_medium_and_so_is_the_picture_of_an_episode(self) -> None:
        item = first(
            rss(
                '<title>a</title><enclosure url="https://x.example/a.mp3" length="1" type="audio/mpeg"/>'
                '<itunes:image href="https://x.example/a.jpg"/>'
            )
        )
        assert [(medium.address, medium.type) for medium in item.media] == [
            ("https://x.example/a.mp3", "audio/mpeg"),
            ("https://x.example/a.jpg", "image"),
        ]

    def test_of_one_picture_in_many_sizes_the_widest_is_taken(self) -> None:
        sizes = "".join(
            f'<media:content url="https://x.example/{width}.jpg" medium="image" width="{width}"/>'
            for width in (140, 700, 460)
        )
        item = first(rss(f"<title>a</title>{sizes}<media:credit>林一舟摄</media:credit>"))
        assert [(medium.address, medium.credit) for medium in item.media] == [
            ("https://x.example/700.jpg", "林一舟摄")
        ]

    def test_a_thumbnail_is_taken_where_there_is_nothing_better(self) -> None:
        item = first(rss('<title>a</title><media:thumbnail url="https://x.example/t.jpg"/>'))
        assert [medium.address for medium in item.media] == ["https://x.example/t.jpg"]

    def test_a_script_in_a_title_is_markup_and_a_lesser_sign_is_text(self) -> None:
        script = first(rss("<title>桥&lt;script&gt;alert(1)&lt;/script&gt;</title>")).title
        assert script is not None
        assert script.is_html
        plain = first(rss("<title>1 &lt; 2 且 A&amp;B</title>")).title
        assert plain is not None
        assert (plain.text, plain.is_html) == ("1 < 2 且 A&B", False)


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94", "2.0", "2.0.1", ""])
def test_every_version_of_rss_is_read(version: str) -> None:
    item = first(rss("<title>老桥重开</title><description>昨日</description>", version=version))
    assert [words.text for words in item.texts] == ["昨日"]


@pytest.mark.parametrize("namespace", ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"])
def test_rss_of_rdf_has_its_items_beside_the_channel(namespace: str) -> None:
    data = (
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{namespace}" {NAMESPACES}>'
        '<channel rdf:about="https://hewan.example/"><title>河湾晨报</title></channel>'
        '<item rdf:about="https://hewan.example/1"><title>题</title><link>https://hewan.example/1</link>'
        "<description>文</description><dc:date>2024-12-23T08:00+08:00</dc:date><dc:subject>要闻</dc:subject></item>"
        "</rdf:RDF>"
    )
    feed = read(data.encode())
    assert feed.title == "河湾晨报"
    assert feed.items[0].categories == ("要闻",)
    assert feed.items[0].moment is not None


class TestAtom:
    def test_an_entry_is_read_whole(self) -> None:
        entry = (
            "<title>老桥重开</title><id>tag:hewan.example,2024:1</id><updated>2024-12-23T08:00:00+08:00</updated>"
            '<link rel="alternate" href="https://hewan.example/1"/><link rel="edit" href="https://x.example/"/>'
            "<author><name>林一舟</name></author><author><name>周小满</name></author>"
            '<category term="c" label="要闻"/>'
            '<summary>提要</summary><content type="html">&lt;p&gt;全文&lt;/p&gt;</content>'
        )
        item = first(atom(entry))
        assert item.link == "https://hewan.example/1"
        assert item.authors == ("林一舟", "周小满")
        assert item.categories == ("要闻",)
        assert {(words.text, words.is_html) for words in item.texts} == {
            ("<p>全文</p>", True),
            ("提要", False),
        }

    def test_xhtml_is_read_as_markup(self) -> None:
        div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>一 <b>二</b></p></div>'
        words = first(atom(f'<title>a</title><content type="xhtml">{div}</content>')).texts[0]
        assert words.is_html
        assert "<b>二</b>" in words.text

    def test_text_is_text_even_if_it_looks_like_markup(self) -> None:
        item = first(atom("<title>如何写 &lt;p&gt;</title><content>&lt;br&gt; 换行</content>"))
        assert item.title is not None
        assert not item.title.is_html
        assert [(words.text, words.is_html) for words in item.texts] == [("<br> 换行", False)]

    def test_the_base_is_that_of_the_document(self) -> None:
        entry = '<title>a</title><link href="n/1"/><content type="html">x</content>'
        item = first(atom(entry, attributes='xml:base="https://hewan.example/b/"'))
        assert item.link == "https://hewan.example/b/n/1"
        assert item.texts[0].base == "https://hewan.example/b/"

    def test_content_that_lies_elsewhere_is_named(self) -> None:
        item = first(
            atom(
                "<title>a</title><summary>s</summary>"
                '<content src="https://x.example/a.pdf" type="application/pdf"/>'
            )
        )
        assert item.elsewhere == "https://x.example/a.pdf"
        assert [words.text for words in item.texts] == ["s"]

    def test_coded_content_is_no_text(self) -> None:
        item = first(
            atom('<title>a</title><content type="image/png">iVBORw0KGgo=</content><summary>s</summary>')
        )
        assert [words.text for words in item.texts] == ["s"]

    def test_atom_0_3_is_read(self) -> None:
        data = (
            '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>河湾晨报</title><tagline>口号</tagline>'
            "<entry><title>题</title><issued>2004-12-23T08:00:00Z</issued>"
            '<content type="text/html" mode="escaped">&lt;p&gt;文&lt;/p&gt;</content></entry></feed>'
        )
        feed = read(data.encode())
        assert feed.motto == "口号"
        assert [words.text for words in feed.items[0].texts] == ["<p>文</p>"]

    def test_a_page_that_follows_is_told_and_not_fetched(self) -> None:
        feed = read(atom(feed='<title>t</title><link rel="next" href="https://hewan.example/2"/>'))
        assert ["https://hewan.example/2" in told.what.en for told in feed.observations] == [True]

    def test_its_own_address_is_known(self) -> None:
        assert (
            read(atom(feed='<title>t</title><link rel="self" href="https://x.example/f"/>')).address
            == "https://x.example/f"
        )


class TestBroken:
    @pytest.mark.parametrize(
        "data",
        [
            rss("<title>老桥重开</title><description>一 & 二</description>"),
            rss("<title>老桥重开</title><description>一&nbsp;二</description>"),
            rss("<title>老桥重开</title><description>一<br>二</description>"),
            rss("<title>老桥重开</title>")[:-20],
            b"Warning: x\n" + rss("<title>老桥重开</title>"),
        ],
    )
    def test_what_can_be_read_is_read_and_the_rest_told(self, data: bytes) -> None:
        feed = read(data)
        assert feed.items[0].title is not None
        assert feed.items[0].title.text == "老桥重开"
        assert [told.grade for told in feed.observations] == [Grade.UNDECIDED]

    def test_the_place_of_the_slip_is_told(self) -> None:
        data = rss("<title>a</title>").replace(b"<channel>", b"<channel>\n<b>&</b>")
        assert [told.part for told in read(data).observations] == ["3:4"]
        data = rss("<title>a</title>").replace(b"<channel>", b"<channel>\n<b></i>")
        assert [told.part.partition(":")[0] for told in read(data).observations] == ["3"]

    def test_controls_do_not_make_a_feed_a_broken_one(self) -> None:
        feed = read(rss("<title>老\x1b[31m桥\x00</title>"))
        assert feed.observations == ()
        assert feed.items[0].title is not None
        assert feed.items[0].title.text == "老␛[31m桥␀"

    @pytest.mark.parametrize(
        "doctype",
        [
            '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>',
            '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
            '<!DOCTYPE rss [ <!-- ]> --> <!ENTITY % x SYSTEM "file:///dev/zero"> %x; ]>',
            '<!-- <rss> --><!DOCTYPE rss [<!entity a "a">]>',
            "<!DOCTYPE rss [<!ENTITY a 'a'>",
        ],
    )
    def test_entities_are_refused(self, doctype: str) -> None:
        with pytest.raises(CannotImport) as refused:
            read(f'{doctype}<rss version="2.0"><channel><title>&b;</title></channel></rss>'.encode())
        assert "DOCTYPE" in refused.value.observation.what.en

    def test_a_doctype_without_entities_is_none_of_our_business(self) -> None:
        doctype = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">'
        assert first(doctype + rss("<title>caf&eacute;</title>")[39:]).title is not None

    def test_an_article_about_entities_is_no_attack(self) -> None:
        item = first(
            rss("<title>a</title><description><![CDATA[<!DOCTYPE x [<!ENTITY a 'b'>]>]]></description>")
        )
        assert item.texts

    @pytest.mark.parametrize(
        "data", [b"", b"<", b"hello", b"<html><head><title>a</title></head></html>", b"\x00" * 50]
    )
    def test_what_is_no_feed_is_refused(self, data: bytes) -> None:
        with pytest.raises(CannotImport):
            read(data)

    def test_a_name_without_end_is_refused_rather_than_looked_through_for_minutes(self) -> None:
        with pytest.raises(CannotImport) as refused:
            read(rss(f"<author>{'a.' * 20_000}</author>"))
        assert "author" in refused.value.observation.what.en


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        if name == "feedparser":
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(CannotImport) as refused:
        read(rss())
    assert "pip install 'feedparser>=6.0.11,<7'" in refused.value.observation.advice.en


@settings(max_examples=60)
@given(st.lists(st.text("<>!?/-[]=\"' abrss:feditm\x00\x1b&;#x1河\n", max_size=60), max_size=4))
def test_whatever_stands_in_a_feed_nothing_but_the_declared_error_is_raised(parts: list[str]) -> None:
    for data in (rss(*parts), atom(*parts), "".join(parts).encode()):
        try:
            feed = read(data)
        except CannotImport:
            continue
        assert isinstance(feed, Feed)


@settings(max_examples=60)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_broken_bytes_in_a_feed_are_survived(junk: bytes, at: int) -> None:
    whole = rss(html_item("<p>一</p>"), '<title>a</title><pubDate>1</pubDate><enclosure url="x"/>')
    with suppress(CannotImport):
        read(whole[:at] + junk + whole[at:])


def test_a_feed_of_no_items_is_a_feed() -> None:
    assert read(f"<feed {ATOM}/>".encode()).items == ()
