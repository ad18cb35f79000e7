from __future__ import annotations

import pytest

from reader.importing.feed.outlines import Listing, read_outlines
from reader.importing.observation import CannotImport, Grade
from tests.importing.feed.made import opml


def read(body: str, head: str = "<title>我的报纸</title>") -> Listing:
    return read_outlines(opml(body, head), "list.opml", None)


def test_feeds_are_listed_with_their_groups() -> None:
    found = read(
        '<outline text="新闻"><outline text="河湾">'
        '<outline type="rss" text="晨报" xmlUrl="a.xml" htmlUrl="h"/></outline>'
        '<outline type="rss" text="远山日报" xmlUrl="b.xml"/></outline><outline text="独立" xmlUrl="c.xml"/>'
    )
    assert [(one.title, one.address, one.groups) for one in found.outlines] == [
        ("晨报", "a.xml", ("新闻", "河湾")),
        ("远山日报", "b.xml", ("新闻",)),
        ("独立", "c.xml", ()),
    ]
    assert found.outlines[0].page == "h"


def test_the_head_names_the_paper() -> None:
    found = read("", "<title> 我的报纸 </title><ownerName>林一舟</ownerName>")
    assert (found.title, found.owner, found.outlines) == ("我的报纸", "林一舟", ())


def test_a_title_outweighs_the_text_and_either_will_do() -> None:
    found = read(
        '<outline text="t" title="题" xmlUrl="a"/><outline title="题" xmlUrl="b"/><outline xmlUrl="c"/>'
    )
    assert [one.title for one in found.outlines] == ["题", "题", ""]


@pytest.mark.parametrize("name", ["xmlUrl", "xmlurl", "XMLURL", "xmlURL"])
def test_attributes_may_be_written_in_any_case(name: str) -> None:
    assert [one.address for one in read(f'<outline text="a" {name}="x"/>').outlines] == ["x"]


def test_old_lists_write_the_address_as_url() -> None:
    found = read('<outline type="rss" text="a" url="x"/><outline type="link" text="b" url="y"/>')
    assert [one.address for one in found.outlines] == ["x"]


def test_feeds_within_a_feed_are_listed_too() -> None:
    found = read('<outline text="a" xmlUrl="x"><outline text="b" xmlUrl="y"/></outline>')
    assert [(one.address, one.groups) for one in found.outlines] == [("x", ()), ("y", ())]


def test_the_place_of_an_outline_is_known() -> None:
    found = read('\n\n  <outline text="a" xmlUrl="x"/>')
    assert found.outlines[0].place == "3:3"


@pytest.mark.parametrize(
    "data",
    [
        b"<opml><body><outline text='a < b'/></body></opml>",
        b"<opml><body>",
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>',
        b"<opml>" + b"<outline>" * 600,
        b"",
    ],
)
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(CannotImport) as refused:
        read_outlines(data, "list.opml", None)
    assert refused.value.observation.part


def test_ampersands_are_mended_for_names_of_feeds_are_full_of_them() -> None:
    found = read(
        '<!-- a & b --><outline text="A&amp;B & C&D; caf&eacute; &#39;x&#x27; &lt;" xmlUrl="https://x.example/?a=1&b=2"/>'
    )
    assert found.outlines[0].title == "A&B & C&D; café 'x' <"
    assert found.outlines[0].address == "https://x.example/?a=1&b=2"


def test_a_feed_listed_twice_is_taken_once_and_told() -> None:
    found = read('<outline text="甲"><outline text="a" xmlUrl="x"/></outline><outline text="a" xmlUrl="x"/>')
    assert [one.groups for one in found.outlines] == [("甲",)]
    assert [told.grade for told in found.observations] == [Grade.DROPPED]


def test_a_list_in_gb_2312_is_read() -> None:
    text = '<?xml version="1.0" encoding="gb2312"?><opml><head><title>我的报纸</title></head><body/></opml>'
    assert read_outlines(text.encode("gb2312"), "list.opml", None).title == "我的报纸"


def test_four_hundred_groups_within_each_other_are_no_trouble() -> None:
    found = read("<outline text='a'>" * 400 + "<outline xmlUrl='x'/>" + "</outline>" * 400)
    assert len(found.outlines[0].groups) == 400
