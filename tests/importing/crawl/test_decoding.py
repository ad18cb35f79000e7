from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.decoding import Decoded, decoded
from reader.importing.observation import CannotImport

TEXT = "渡口修好\n　　清晨六点，渡口开了。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_marked_utf_16_need_no_guess(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding), "f", None) == Decoded(TEXT)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_what_is_not_utf_8_is_read_as_gb_18030_and_said(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding), "f", None) == Decoded(TEXT, is_guessed=True)


def test_an_encoding_asked_for_outweighs_the_looks() -> None:
    assert decoded("渡口".encode("big5"), "f", "big5") == Decoded("渡口")


def test_ends_of_lines_become_one() -> None:
    assert decoded("一\r\n二\r三\n".encode(), "f", None).text == "一\n二\n三\n"


def test_a_file_that_stops_inside_a_character_is_read_up_to_it() -> None:
    assert decoded("渡口开".encode()[:-1], "f", None) == Decoded("渡口", is_cut=True)


def test_damaged_utf_8_is_not_taken_for_another_encoding() -> None:
    data = "清晨六点，".encode() + b"\xff\xff" + "渡口开了。".encode()
    with pytest.raises(CannotImport, match=r"f: byte 16 is not UTF-8"):
        decoded(data, "f", None)


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"\x81", b"\xa1\xff"])
def test_bytes_of_no_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(CannotImport, match=r"f: byte \d+ is not UTF-8 / GB18030"):
        decoded(data, "f", None)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(CannotImport, match="this is no text"):
        decoded(b"PK\x03\x04\0\0", "f", None)


def test_an_unknown_encoding_is_told() -> None:
    with pytest.raises(CannotImport, match="no encoding “nobodys”"):
        decoded(b"x", "f", "nobodys")


@given(st.binary(max_size=60), st.sampled_from([None, "utf-8", "gbk", "utf-16", "base64", "ascii"]))
def test_whatever_the_bytes_are_only_the_declared_error_comes(data: bytes, encoding: str | None) -> None:
    with contextlib.suppress(CannotImport):
        assert isinstance(decoded(data, "f", encoding).text, str)
