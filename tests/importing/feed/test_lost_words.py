from __future__ import annotations

import pytest

from reader.importing.feed.item import Item, Words
from reader.importing.feed.lost_words import with_lost_words
from reader.importing.feed.syndication import read_syndicated
from tests.importing.feed.made import article, atom, everything, rss


def texts(markup: str) -> set[str]:
    item = read_syndicated(rss(f"<title>题</title>{markup}"), "a.xml", None).items[0]
    return {words.text for words in item.texts} | ({item.deck.text} if item.deck else set())


def test_texts_under_every_name_are_kept_in_any_order() -> None:
    parts = [
        "<description>描述</description>",
        "<itunes:summary>节目提要</itunes:summary>",
        "<content:encoded>正文</content:encoded>",
        "<dc:description>说明</dc:description>",
        "<itunes:subtitle>副题</itunes:subtitle>",
    ]
    expected = {"描述", "节目提要", "正文", "说明", "副题"}
    for at in range(len(parts)):
        assert texts("".join(parts[at:] + parts[:at])) >= expected
        assert texts("".join(reversed(parts[at:] + parts[:at]))) >= expected


def test_what_is_known_is_not_added_again() -> None:
    item = Item("entry 1", texts=(Words("描述"),))
    (same,) = with_lost_words((item,), rss("<description> 描 述 </description>").decode(), "a.xml", "")
    assert same == item


def test_the_words_of_a_media_group_are_kept() -> None:
    group = "<media:group><media:description>片子讲了一座桥</media:description></media:group>"
    assert "片子讲了一座桥" in texts(f"<description>描述</description>{group}")


def test_a_document_that_is_not_well_formed_or_has_other_items_is_left_alone() -> None:
    items = (Item("entry 1"),)
    for text in ("<rss><item></rss>", rss().decode(), rss("<description>a</description>", "").decode()):
        assert with_lost_words(items, text, "a.xml", "") == items


@pytest.mark.parametrize("name", ["content", "summary"])
@pytest.mark.parametrize(
    ("kind", "markup", "body"),
    [
        ("application/xml", '<a xmlns="urn:x"><b>一句</b><b>又一句</b></a>', "一句\n\n又一句"),
        ("text/xml; charset=utf-8", "<a>一<b>句</b>话</a>", "一句话"),
        ("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"><text>图上的字</text></svg>', "图上的字"),
        ("application/vnd.hewan+xml", "<a><script>run()</script>字<style>b{}</style></a>", "字"),
    ],
)
def test_content_that_is_xml_itself_keeps_its_words(name: str, kind: str, markup: str, body: str) -> None:
    found = article(atom(f'<title>题</title><{name} type="{kind}">{markup}</{name}>'))
    assert body in (found.body, found.summary)


def test_xml_that_says_what_the_feed_says_elsewhere_is_not_said_twice() -> None:
    found = article(
        atom(
            "<title>题</title><summary>一句</summary>"
            '<content type="application/xml"><a><b>一</b><b>句</b></a></content>'
        )
    )
    assert everything(found).count("一句") == 1


def test_xhtml_is_not_taken_for_xml_of_another_sort() -> None:
    markup = '<div xmlns="http://www.w3.org/1999/xhtml"><p>一<b>句</b></p><p>又一句</p></div>'
    for kind in ("xhtml", "application/xhtml+xml"):
        found = article(atom(f'<title>题</title><content type="{kind}">{markup}</content>'))
        assert found.body == "一句\n\n又一句"
        assert found.summary is None
