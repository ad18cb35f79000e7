from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.feed.item import Feed, Item, Words
from reader.importing.feed.json_feed import read_json_feed
from reader.importing.observation import CannotImport, Grade
from tests.importing.feed.made import json_feed


def read(data: bytes) -> Feed:
    return read_json_feed(data, "feed.json", None)


def first(**fields: object) -> Item:
    return read(json_feed(fields)).items[0]


def test_the_feed_says_what_the_paper_is() -> None:
    feed = read(
        json_feed(
            home_page_url="https://hewan.example/",
            feed_url="https://hewan.example/feed.json",
            description="河湾人的报",
            language="zh-CN",
            authors=[{"name": "林一舟"}, {"url": "mailto:a@hewan.example"}, {}],
        )
    )
    assert (feed.title, feed.motto, feed.language) == ("河湾晨报", "河湾人的报", "zh-CN")
    assert (feed.link, feed.address) == ("https://hewan.example/", "https://hewan.example/feed.json")
    assert feed.editor == "林一舟、a@hewan.example"


def test_an_item_is_read_whole() -> None:
    item = first(
        id="n-1",
        url="https://hewan.example/1",
        external_url="https://x.example/2",
        title="老桥重开",
        content_html="<p>全文</p>",
        content_text="全文",
        summary="提要",
        image="https://hewan.example/a.jpg",
        date_published="2024-12-23T08:00:00+08:00",
        tags=["要闻", " 要闻 ", "", 7],
        attachments=[
            {"url": "https://hewan.example/a.mp3", "mime_type": "audio/mpeg", "title": "录音"},
            "x",
            {},
        ],
    )
    assert item.title == Words("老桥重开")
    assert [words.text for words in item.texts] == ["<p>全文</p>", "全文", "提要"]
    assert (item.own_id, item.link, item.elsewhere) == (
        "n-1",
        "https://hewan.example/1",
        "https://x.example/2",
    )
    assert item.categories == ("要闻",)
    assert [(medium.address, medium.title) for medium in item.media] == [
        ("https://hewan.example/a.jpg", ""),
        ("https://hewan.example/a.mp3", "录音"),
    ]
    assert item.moment is not None


def test_a_page_that_follows_is_told_and_not_fetched() -> None:
    (told,) = read(json_feed(next_url="https://hewan.example/2")).observations
    assert told.grade is Grade.UNDECIDED
    assert "https://hewan.example/2" in told.what.zh


def test_version_1_names_one_author() -> None:
    data = json.loads(json_feed({"author": {"name": "林一舟"}}))
    data["version"] = "https://jsonfeed.org/version/1"
    assert read(json.dumps(data).encode()).items[0].authors == ("林一舟",)


def test_an_external_address_is_the_link_where_there_is_no_other() -> None:
    item = first(external_url="https://x.example/2")
    assert (item.link, item.elsewhere) == ("https://x.example/2", "")


def test_a_number_is_an_id_too() -> None:
    assert first(id=1024).own_id == "1024"
    assert first(id=True).own_id == ""


def test_the_day_of_change_stands_in_for_that_of_publication() -> None:
    item = first(date_published="soon", date_modified="2024-12-23T08:00:00Z")
    assert item.moment is not None


def test_a_bad_item_does_not_end_the_rest() -> None:
    feed = read(json_feed({"title": "一"}, "no item", None, {"title": "二"}))
    assert [item.part for item in feed.items] == ["item 1", "item 4"]
    assert [(told.grade, told.part) for told in feed.observations] == [
        (Grade.ERROR, "item 2"),
        (Grade.ERROR, "item 3"),
    ]


@pytest.mark.parametrize("value", [None, 5, True, [], {}, [[]], {"name": []}, "text"])
def test_values_of_the_wrong_kind_are_passed_over(value: object) -> None:
    keys = [
        "id",
        "url",
        "title",
        "content_html",
        "content_text",
        "summary",
        "image",
        "date_published",
        "tags",
    ]
    keys += ["authors", "author", "attachments", "language"]
    for key in keys:
        assert isinstance(read(json_feed({key: value}, **{key: value} if key != "title" else {})), Feed)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b'{"items": [}', "1:12"),
        (b'{\n  "items": [] "x"\n}', "2:15"),
        (b"", "1:1"),
        (b'{"items": ' + b"[" * 100_000, ""),
        (b'{"items": [' + b"1" * 10_000 + b"]}", ""),
        (b"[]", ""),
        (b'{"version": "https://jsonfeed.org/version/1"}', ""),
        (b'{"items": {}}', ""),
    ],
)
def test_what_is_no_json_feed_is_refused_with_its_place(data: bytes, part: str) -> None:
    with pytest.raises(CannotImport) as refused:
        read(data)
    assert refused.value.observation.part == part
    assert refused.value.observation.source == "feed.json"


def test_every_width_of_unicode_is_read() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert read(json_feed({"title": "老桥"}).decode().encode(encoding)).title == "河湾晨报"


KEYS = [
    "items",
    "id",
    "url",
    "title",
    "content_html",
    "content_text",
    "tags",
    "authors",
    "attachments",
    "name",
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=4))
def test_whatever_the_values_are_a_feed_comes_of_it(items: list[object]) -> None:
    assert isinstance(read(json_feed(*items)), Feed)


@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(CannotImport):
        assert isinstance(read(b'{"items":' + data), Feed)
