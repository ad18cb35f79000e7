from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.web.front_page import HEADERS, OWN, front_page, permissions


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, *names: str) -> list[str]:
        return [value for _, attributes in self.elements for name in names if (value := attributes.get(name))]


def test_the_title_is_the_papers_name() -> None:
    assert "<title>河湾日报</title>" in front_page("河湾日报", "zh")


def test_the_page_fits_a_phone() -> None:
    names = [attributes for tag, attributes in Page(front_page("河湾日报", "zh")).elements if tag == "meta"]
    viewport = next(meta["content"] for meta in names if meta.get("name") == "viewport")
    assert viewport is not None
    assert "width=device-width" in viewport


@pytest.mark.parametrize(
    ("tongue", "language", "words"), [("zh", "zh-CN", "再看一遍"), ("en", "en", "again")]
)
def test_the_page_speaks_the_visitors_language(tongue: str, language: str, words: str) -> None:
    page = front_page("河湾日报", "zh" if tongue == "zh" else "en")
    assert f'<html lang="{language}">' in page
    assert words in page


def test_nothing_on_the_page_comes_from_elsewhere() -> None:
    page = Page(front_page("河湾日报", "zh"))
    where = page.values("src", "href", "data-terminal", "data-session-websocket-url")
    assert where
    assert all(re.match(r"(static|page)/[\w./-]+$|ws$|data:,$", address) for address in where)
    for file in ("page.css", "page.js"):
        assert not re.search(r"https?://|url\((?!\"\.\./static)", (OWN / file).read_text(encoding="utf-8"))


def test_no_script_stands_in_the_page_itself() -> None:
    page = Page(front_page("河湾日报", "zh"))
    assert all(attributes.get("src") for tag, attributes in page.elements if tag == "script")
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]


@given(st.text())
def test_a_name_stays_a_name(name: str) -> None:
    usual, given_ = Page(front_page("x", "zh")), Page(front_page(name, "zh"))
    assert [tag for tag, _ in given_.elements] == [tag for tag, _ in usual.elements]


@pytest.mark.parametrize(
    ("asked", "size"),
    [("", 16), ("20", 20), ("1", 8), ("999", 40), ("1000", 16), ("-3", 16), ('"><script>', 16), ("²", 16)],
)
def test_a_size_that_was_asked_for_stays_in_bounds(asked: str, size: int) -> None:
    assert f'data-font-size="{size}"' in front_page("河湾日报", "zh", asked)


def test_fingers_have_keys() -> None:
    page = Page(front_page("河湾日报", "zh"))
    keys = [json.loads(key) for key in page.values("data-key")]
    assert keys == ["h", "l", "b", " ", "v", "/", "\r", "\x1b"]
    assert "上一篇" in page.values("aria-label")


def test_the_policy_lets_nothing_in_and_nothing_run_that_is_not_ours() -> None:
    policy = dict(rule.split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert not any("http" in source or "*" in source for source in policy.values())


def test_the_clipboard_is_filled_only_when_allowed_and_never_read() -> None:
    assert "clipboard-write=()" in permissions(can_copy=False)
    assert "clipboard-write=(self)" in permissions(can_copy=True)
    assert "clipboard-read=()" in permissions(can_copy=True)
