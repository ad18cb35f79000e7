from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.feed.ampersands import first_slip, mended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A & B", "A &amp; B"),
        ("A&B;C", "A&amp;B;C"),
        ("?a=1&b=2&copy=3", "?a=1&amp;b=2&amp;copy=3"),
        ("caf&eacute;", "caf&#233;"),
        ("&nbsp;&NotEqualTilde;", "&#160;&#8770;&#824;"),
        ("&amp;&lt;&gt;&quot;&apos;", "&amp;&lt;&gt;&quot;&apos;"),
        ("&#39;&#x27;&#x;", "&#39;&#x27;&amp;#x;"),
        ("&nothing;", "&amp;nothing;"),
        ("<![CDATA[a & b &eacute;]]> & <!-- & -->", "<![CDATA[a & b &eacute;]]> &amp; <!-- & -->"),
        ("<![CDATA[a & b", "<![CDATA[a & b"),
    ],
)
def test_ampersands_are_written_as_xml_wants_them(text: str, expected: str) -> None:
    assert mended(text) == expected
    assert (first_slip(text) is None) is (text == expected)


def test_the_first_slip_is_found() -> None:
    assert first_slip("<![CDATA[&]]>&amp;a&b&c") == 19


@given(st.text("ab&;#x1 ampltnbsp", max_size=40))
def test_what_comes_of_it_is_xml_but_for_numbers_of_no_character(text: str) -> None:
    if "&#" not in text:
        ET.fromstring(f"<a>{mended(text)}</a>")


@given(st.text("ab&;#x1 amplt<![CDA]->", max_size=40))
def test_what_is_mended_stays_as_it_is(text: str) -> None:
    assert mended(mended(text)) == mended(text)


def test_sections_without_end_take_no_longer_than_their_length() -> None:
    text = "<![CDATA[&<!--" * 50_000
    assert mended(text) == text
