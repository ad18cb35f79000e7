from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.web.browser_message import Keys, NotAMessage, Nothing, Ping, Size, browser_message

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('["stdin", "桥"]', Keys("桥".encode())),
        ('["stdin", ""]', Keys(b"")),
        ('["resize", {"width": 100, "height": 30}]', Size(100, 30)),
        ('["ping", "1731"]', Ping("1731")),
        ('["focus"]', Nothing()),
        ('["blur"]', Nothing()),
    ],
)
def test_what_the_page_says_is_understood(text: str, meant: object) -> None:
    assert browser_message(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "42",
        "[",
        "[" * 100_000,
        '"stdin"',
        '["stdin"]',
        '["stdin", 5]',
        '["stdin", null]',
        '["stdin", "a", "b"]',
        '["exec", "sh"]',
        '["meta", {"type": "quit"}]',
        '["deliver_chunk_request", {"key": "x", "size": 1}]',
        '["open_url", {"url": "file:///"}]',
        '["resize", {"width": "100", "height": 30}]',
        '["resize", {"width": 1e9, "height": 30}]',
        '["resize", {"width": true, "height": true}]',
        '["resize", {"width": 100}]',
        '["resize", {"width": 100, "height": 30, "more": 1}]',
        '["resize", [100, 30]]',
        '["ping", 5]',
        json.dumps(["ping", "x" * 65]),
        '["focus", 1]',
        '[["stdin", "a"]]',
    ],
)
def test_anything_else_is_none_of_its_messages(text: str) -> None:
    with pytest.raises(NotAMessage):
        browser_message(text)


@given(JSON)
def test_no_message_means_more_than_four_things(said: object) -> None:
    try:
        meant = browser_message(json.dumps(said))
    except NotAMessage:
        return
    assert isinstance(meant, Keys | Size | Ping | Nothing)


@given(st.text())
def test_text_that_is_no_json_is_refused_and_nothing_worse(text: str) -> None:
    with pytest.raises(NotAMessage):
        browser_message("x" + text)


@given(st.text())
def test_what_is_typed_arrives_as_it_was(keys: str) -> None:
    meant = browser_message(json.dumps(["stdin", keys]))
    assert isinstance(meant, Keys)
    assert meant.data == keys.encode("utf-8", "replace")
