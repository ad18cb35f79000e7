from __future__ import annotations

import pytest

from reader.importing.html_photo import HtmlPhoto, first_of_set, photo


@pytest.mark.parametrize(
    ("attributes", "src"),
    [
        ({"src": " a.jpg "}, "a.jpg"),
        ({"src": "a.jpg", "data-src": "b.jpg"}, "a.jpg"),
        ({"src": "data:x", "data-src": "b.jpg"}, "b.jpg"),
        ({"data-original": "b.jpg"}, "b.jpg"),
        ({"xlink:href": "a.svg"}, "a.svg"),
        ({"srcset": "a.jpg 1x, b.jpg 2x"}, "a.jpg"),
        ({"src": "data:x"}, "data:x"),
    ],
)
def test_where_the_picture_is(attributes: dict[str, str], src: str) -> None:
    found = photo(attributes)
    assert found is not None
    assert found.src == src


def test_the_source_of_a_picture_element_stands_in() -> None:
    assert photo({}, "a.webp") == HtmlPhoto("a.webp", None, None, None)


@pytest.mark.parametrize(
    ("attributes", "alt", "caption"),
    [
        ({"alt": " 东\n桥 "}, "东桥", None),
        ({"title": "东桥"}, "东桥", None),
        ({"alt": "东桥", "title": "通车"}, "东桥", "通车"),
        ({"alt": "东桥", "title": "东桥"}, "东桥", None),
        ({"alt": "a\x1b"}, "a␛", None),
    ],
)
def test_what_is_said_of_it(attributes: dict[str, str], alt: str, caption: str | None) -> None:
    assert photo({"src": "a", **attributes}) == HtmlPhoto("a", alt, caption, None)


def test_words_alone_are_kept() -> None:
    assert photo({"alt": "东桥"}) == HtmlPhoto("", "东桥", None, None)


@pytest.mark.parametrize("attributes", [{}, {"alt": " "}, {"src": "a", "width": "1", "height": "1px"}])
def test_what_shows_nothing_is_no_photo(attributes: dict[str, str]) -> None:
    assert photo(attributes) is None


def test_a_narrow_picture_is_one() -> None:
    assert photo({"src": "a", "width": "1", "height": "300"}) is not None


@pytest.mark.parametrize(("srcset", "first"), [("a 1x, b 2x", "a"), ("a, b", "a"), ("", "")])
def test_the_first_of_a_set(srcset: str, first: str) -> None:
    assert first_of_set(srcset) == first
