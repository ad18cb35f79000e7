from __future__ import annotations

import pytest

from reader.importing.feed.identifiers import without_invented_links
from reader.importing.feed.item import Item
from reader.importing.feed.syndication import read_syndicated
from tests.importing.feed.made import article, atom, rss

BASE = 'xml:base="https://hewan.example/"'
ADDRESS = "https://hewan.example/1?a=b&amp;c=d"


def first(data: bytes) -> Item:
    return read_syndicated(data, "a.xml", None).items[0]


@pytest.mark.parametrize("written", ["tag:hewan.example,2024:1", "12345", "urn:uuid:2", "第一条"])
class TestNames:
    def test_an_id_that_is_no_web_address_is_no_link(self, written: str) -> None:
        entry = f"<title>题</title><id>{written}</id>"
        for data in (atom(entry), atom(entry, attributes=BASE), atom(f"{entry}<link/>")):
            assert first(data).link == ""
            assert article(data).source is None

    def test_neither_is_a_guid(self, written: str) -> None:
        item = first(rss(f"<title>题</title><guid>{written}</guid>"))
        assert (item.link, item.own_id) == ("", written)
        based = rss(f"<title>题</title><guid>{written}</guid>").replace(
            b"<channel>", f"<channel {BASE}>".encode()
        )
        assert first(based).link == ""

    def test_nor_is_that_of_the_feed(self, written: str) -> None:
        feed = f"<title>河湾晨报</title><id>{written}</id>"
        assert read_syndicated(atom("<title>题</title>", feed=feed), "a.xml", None).link == ""


@pytest.mark.parametrize("written", [ADDRESS, f" {ADDRESS}\n", f"<![CDATA[{ADDRESS.replace('amp;', '')}]]>"])
def test_a_permalink_is_a_link(written: str) -> None:
    assert first(rss(f"<title>题</title><guid>{written}</guid>")).link == "https://hewan.example/1?a=b&c=d"


def test_one_that_says_it_is_none_is_none() -> None:
    assert first(rss(f'<title>题</title><guid isPermaLink="false">{ADDRESS}</guid>')).link == ""


def test_a_link_that_says_what_the_id_says_is_a_link() -> None:
    item = first(rss("<title>题</title><link>n/1.html</link><guid>n/1.html</guid>"))
    assert item.link == "https://hewan.example/n/1.html"
    entry = '<title>题</title><id>n/1.html</id><link href="n/1.html"/>'
    assert first(atom(entry, attributes=BASE)).link == "https://hewan.example/n/1.html"


def test_what_has_neither_link_nor_id_stays_as_it_is() -> None:
    assert without_invented_links([{"title": "题"}], "") == [{"title": "题"}]
