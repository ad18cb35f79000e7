"""Places as editors count them, in three encodings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from reader.lsp.positions import UTF8, UTF16, UTF32, Positions
from tests.lsp.editor import index_of, position_of

ENCODINGS = (UTF8, UTF16, UTF32)
LINE = "雪后😀,𠮷a\u0301字"
TEXTS = st.text(st.sampled_from("雪,a😀𠮷é\u0301\n\r\u2028\u0085\x0c "), max_size=30)


@pytest.mark.parametrize(("encoding", "column"), [(UTF8, 11), (UTF16, 5), (UTF32, 4)])
def test_a_column_is_counted_in_the_units_agreed_upon(encoding: str, column: int) -> None:
    positions = Positions(f"一行\n{LINE}", encoding)
    at = 3 + LINE.index("𠮷")
    assert positions.position(at) == types.Position(1, column)
    assert positions.offset(types.Position(1, column)) == at


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, data=st.data())
def test_every_place_leads_back_to_itself(encoding: str, text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    positions = Positions(text, encoding)
    is_inside_a_line_end = text[max(0, at - 1) : at + 1] == "\r\n"
    if not is_inside_a_line_end:
        assert positions.offset(positions.position(at)) == at


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, data=st.data())
def test_a_place_is_where_an_editor_has_it(encoding: str, text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    if text[max(0, at - 1) : at + 1] == "\r\n":
        return
    assert Positions(text, encoding).position(at) == position_of(text, at, encoding)
    assert index_of(text, position_of(text, at, encoding), encoding) == at


def test_only_what_the_protocol_names_ends_a_line() -> None:
    text = "一\r\n二\r三\n四\u2028五\u0085六\x0c七"
    assert Positions(text, UTF16).position(text.index("七")) == types.Position(3, 6)


def test_behind_the_end_of_a_line_is_its_end() -> None:
    positions = Positions("雪后\r\n晴\n", UTF16)
    assert positions.offset(types.Position(0, 99)) == 2
    assert positions.offset(types.Position(2, 5)) == len("雪后\r\n晴\n")


def test_behind_the_last_line_is_the_end_of_the_text() -> None:
    assert Positions("雪后\n晴", UTF16).offset(types.Position(7, 0)) == 4
    assert Positions("", UTF16).offset(types.Position(0, 0)) == 0


@pytest.mark.parametrize(("encoding", "column"), [(UTF16, 2), (UTF8, 4), (UTF8, 6)])
def test_inside_a_character_is_before_it(encoding: str, column: int) -> None:
    assert Positions("雪😀后", encoding).offset(types.Position(0, column)) == 1


def test_half_a_character_is_a_unit() -> None:
    positions = Positions("雪\ud83d后", UTF16)
    assert positions.position(2) == types.Position(0, 2)
    assert positions.offset(types.Position(0, 2)) == 2
    assert Positions("雪\ud83d后", UTF8).position(2) == types.Position(0, 6)


def test_the_end_of_a_line_is_before_its_last_blanks() -> None:
    text = "雪后 \r\n  \n晴"
    positions = Positions(text, UTF16)
    assert positions.line_end(0) == 2
    assert positions.line_end(3) == 3
    assert positions.line_end(text.index("晴")) == len(text)
