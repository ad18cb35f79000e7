from __future__ import annotations

from reader.importing.feed.item import Item, Words
from reader.importing.feed.lost_words import with_lost_words
from reader.importing.feed.syndication import read_syndicated
from tests.importing.feed.made import rss


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
