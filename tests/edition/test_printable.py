from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.printable import is_printable, printable, printable_line

KEPT = "\n\u200c\u200d\u3000\u00a0\u2009\ufe0f\U000e0100"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("a\x00b", "a␀b"),
        ("\x7f", "␡"),
        ("\x9b2J", "⟦U+009B⟧2J"),
        ("a\u202eb", "a⟦U+202E⟧b"),
        ("\u2066a\u2069", "⟦U+2066⟧a⟦U+2069⟧"),
        ("a\u2028b", "a⟦U+2028⟧b"),
        ("a\u200bb\ufeff", "a⟦U+200B⟧b⟦U+FEFF⟧"),
        ("a\xadb", "a⟦U+00AD⟧b"),
        ("\ud800", "⟦U+D800⟧"),
        ("\U000e0041", "⟦U+E0041⟧"),
        ("\ufdd0\uffff", "⟦U+FDD0⟧⟦U+FFFF⟧"),
        ("a\u3164b", "a⟦U+3164⟧b"),
        ("a\u3164\nb", "a⟦U+3164⟧\nb"),
        ("a\tb", "a b"),
        ("a\r\nb", "a␍\nb"),
    ],
)
def test_what_steers_a_terminal_or_hides_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("character", KEPT, ids=lambda character: f"U+{ord(character):04X}")
def test_what_text_needs_is_kept(character: str) -> None:
    assert printable(f"a{character}b") == f"a{character}b"


def test_ordinary_text_is_the_same_object() -> None:
    text = "春水初生，春林初盛 — “quote” 😀 𠮷"
    assert printable(text) is text


def test_a_line_feed_is_shown_where_there_is_one_line() -> None:
    assert printable_line("甲\n乙") == "甲␊乙"
    assert printable_line("甲乙") == "甲乙"


@given(st.text(st.characters()))
def test_no_control_bidi_or_surrogate_character_is_left(text: str) -> None:
    for character in printable(text):
        category = unicodedata.category(character)
        assert category not in {"Cc", "Cs", "Zl", "Zp"} or character == "\n"
        assert unicodedata.bidirectional(character) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }
    assert "\n" not in printable_line(text)


@given(st.text(st.characters()))
def test_showing_twice_changes_nothing_more(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(
    st.text(st.sampled_from("甲a\u3164\u115f\x1b\n\u202e\u200d")), st.text(st.sampled_from("甲a\u3164\n\x1b"))
)
def test_a_character_is_shown_alike_whatever_stands_beside_it(before: str, after: str) -> None:
    assert printable(before + after) == printable(before) + printable(after)


@given(st.text(st.characters()))
def test_what_is_called_printable_is_left_as_it_is(text: str) -> None:
    if is_printable(text):
        assert printable(text) == text
