from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.html_tokens import Tag, attributes, resolved, tokens


def brief(markup: str) -> list[str]:
    """Tokens in short: ``<p>``, ``</p>``, ``<p/>`` for one that is empty, else the text."""
    found = []
    for token in tokens(markup):
        if isinstance(token, Tag):
            found.append(f"<{'' if token.opens else '/'}{token.name}{'/' if token.is_empty else ''}>")
        else:
            found.append(token)
    return found


XHTML = '<html xmlns="http://www.w3.org/1999/xhtml">'


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("甲<P CLASS=x>乙</p >丙", ["甲", "<p>", "乙", "</p>", "丙"]),
        ("<br/><br /><br/ >", ["<br/>", "<br/>", "<br>"]),
        ("<a href=x/>甲</a>", ["<a>", "甲", "</a>"]),
        ("<a title='>' b=\">\">甲", ["<a>", "甲"]),
        ("<a b=it's>甲</a>", ["<a>", "甲", "</a>"]),
        ("<h:p>甲</h:p><o:p>乙", ["<p>", "甲", "</p>", "<o:p>", "乙"]),
        ("\ufeff甲\r\n乙\r丙", ["甲\n乙\n丙"]),
    ],
)
def test_tags(markup: str, found: list[str]) -> None:
    assert brief(markup) == found


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a < b", "a < b"),
        ("1<2", "1<2"),
        ("<林一舟>", "<林一舟>"),
        ("<>", "<>"),
        ("甲<", "甲<"),
        ("<lin@hewan.example>", "<lin@hewan.example>"),
        ("<https://hewan.example/a>", "<https://hewan.example/a>"),
        ("甲 <b and no end", "甲 <b and no end"),
    ],
)
def test_what_only_looks_like_a_tag_is_text(markup: str, text: str) -> None:
    assert "".join(brief(markup)) == text


@pytest.mark.parametrize(
    "markup",
    [
        *("<!-- a > b -->", "<!-->", "<!--->", "<!--a--!>", "<!--a", "<!x>", "<!DOCTYPE html>", "<?php x ?>"),
        *("<!DOCTYPE html [<!ENTITY a '>'> <!ELEMENT b ANY> ]>", "<![if x]>", "<a href='x", "<!doctype"),
        *("</ x>", "</>"),
    ],
)
def test_what_is_no_text_is_left_out(markup: str) -> None:
    assert brief(f"甲{markup}")[:1] == ["甲"]
    assert "".join(brief(f"甲{markup}")) == "甲"


def test_what_follows_a_declaration_that_was_left_open_is_text_again() -> None:
    assert brief("<!DOCTYPE [甲>乙") == ["乙"]
    assert brief("<!doctype a><!doctype [ b>乙]>") == ["乙]>"]


class TestRawText:
    def test_programs_and_styles_have_none(self) -> None:
        assert brief("<script>if (a<b) '</p>'</SCRIPT >甲<style><p></style>乙") == [
            *("<script>", "</script>", "甲"),
            *("<style>", "</style>", "乙"),
        ]

    def test_a_title_is_words_without_tags(self) -> None:
        assert brief("<title>a<b>&amp;</title>甲") == ["<title>", "a<b>&", "</title>", "甲"]

    def test_a_title_that_is_left_open_swallows_nothing(self) -> None:
        assert brief("<title>甲<p>乙") == ["<title>", "甲", "<p>", "乙"]

    def test_a_program_that_is_left_open_swallows_the_rest(self) -> None:
        assert brief("<script>甲<p>乙") == ["<script>", "</script>"]

    def test_an_example_is_kept_as_it_stands(self) -> None:
        assert brief("<xmp><b>&amp;</xmp>") == ["<xmp>", "<b>&amp;", "</xmp>"]
        assert brief("<plaintext><b></plaintext>") == ["<plaintext>", "<b></plaintext>", "</plaintext>"]

    def test_in_xhtml_they_may_be_empty(self) -> None:
        assert brief(f"{XHTML}<script/><title/>甲") == ["<html>", "<script/>", "<title/>", "甲"]
        assert brief("<script/>甲</script>乙") == ["<script>", "</script>", "乙"]


def test_a_cdata_section_is_text() -> None:
    assert brief("<![CDATA[a<b>&amp;]]>甲") == ["a<b>&amp;", "甲"]
    assert brief("<![CDATA[ never ended > 甲") == [" 甲"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (" a=1 B='2' c=\"3\" d e = 5", {"a": "1", "b": "2", "c": "3", "d": "", "e": "5"}),
        (" a=1 a=2", {"a": "1"}),
        (" href=?a=1&amp;b=2&copy=3&copy;&#65", {"href": "?a=1&b=2&copy=3©A"}),
        (" a='x' /", {"a": "x"}),
        (' a="never ended', {"a": '"never', "ended": ""}),
        ("", {}),
    ],
)
def test_attributes(source: str, found: dict[str, str]) -> None:
    assert attributes(source) == found


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&amp;&lt;&gt;&quot;&nbsp;", '&<>"\xa0'),
        ("&copy &notit; &unknown; &;", "© ¬it; &unknown; &;"),
        ("&#26725;&#x6865;&#X6865", "桥桥桥"),
        ("&#x80;&#150;", "€–"),
        ("&#0;&#xD800;&#x110000;&#99999999999;", "\ufffd" * 4),
        ("&#27;&#x7f;", "\x1b\x7f"),
        ("&#;&#x;&# 1;", "&#;&#x;&# 1;"),
        ("AT&T & R&D", "AT&T & R&D"),
    ],
)
def test_character_references(written: str, text: str) -> None:
    assert resolved(written) == text


def test_a_number_without_end_breaks_nothing() -> None:
    assert resolved("&#" + "9" * 10_000 + ";").startswith("\ufffd")


@given(st.text(st.characters(exclude_characters="<&\r\ufeff")))
def test_text_without_markup_is_itself(text: str) -> None:
    assert "".join(brief(text)) == text


@given(st.text(st.sampled_from("<>/!-?[]=\"' &#;xap桥\n"), max_size=40))
def test_nothing_breaks_it_and_nothing_is_made_up(markup: str) -> None:
    for token in tokens(markup):
        if isinstance(token, Tag):
            assert token.name
            attributes(token.source)
        else:
            assert len(token) <= len(markup)
