"""Bytes of which nobody says how they are encoded."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.importing.observation import CannotImport, Grade
from reader.importing.page_text.decoding import Decoded, decoded
from reader.importing.source import Source

_CHINESE = "河湾市今天开放了新的渡口，过河的人比往年多。这是大家的事。"
_TRADITIONAL = "河灣市今天開放了新的渡口，過河的人比往年多。這是大家的事。"


def _decoded(data: bytes, encoding: str | None = None) -> Decoded:
    return decoded(Source(path=None, given=data, encoding=encoding))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(codec: str) -> None:
    assert _decoded(_CHINESE.encode(codec)) == Decoded(_CHINESE)


@pytest.mark.parametrize("order", ["le", "be"])
def test_both_orders_of_bytes_are_told_by_their_mark(order: str) -> None:
    assert _decoded(("\ufeff" + _CHINESE).encode(f"utf-16-{order}")).text == _CHINESE


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (_CHINESE, "gb18030", "gb18030"),
        (_TRADITIONAL, "big5", "big5"),
        ("Caf\u00e9 prices rise \u201cagain\u201d in Riverbend, the council said.", "cp1252", "windows-1252"),
    ],
)
def test_other_encodings_are_guessed_and_told(text: str, codec: str, name: str) -> None:
    found = _decoded(text.encode(codec))
    assert found.text == text
    (told,) = found.observations
    assert told.grade is Grade.GUESSED
    assert told.what.en == f"it is not UTF-8; read as {name}"
    assert "--encoding" in told.advice.zh


def test_the_encoding_asked_for_outweighs_everything() -> None:
    assert _decoded(_CHINESE.encode("gb18030"), "gbk") == Decoded(_CHINESE)
    assert _decoded("é".encode("latin-1"), "latin-1") == Decoded("é")
    assert _decoded(_CHINESE.encode("utf-8-sig"), "utf-8") == Decoded(_CHINESE)


def test_bytes_that_are_not_what_was_asked_for_are_refused_with_their_place() -> None:
    with pytest.raises(CannotImport) as refused:
        _decoded("第一行\n渡口".encode() + b"\xff", "utf-8")
    told = refused.value.observation
    assert told.part == "2:7"
    assert told.what.en == "it is not utf-8: byte 17 cannot be read"


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(CannotImport, match="there is no encoding “klingon”"):
        _decoded(b"x", "klingon")


def test_a_codec_that_makes_no_text_is_refused() -> None:
    with pytest.raises(CannotImport):
        _decoded(b"x", "hex")


def test_bytes_in_no_encoding_are_refused_with_their_place() -> None:
    with pytest.raises(CannotImport) as refused:
        _decoded(b"line\n\xff\xfe\xff\x81\x00\xff\xff")
    assert refused.value.observation.part == "2:1"


def test_a_file_that_stops_inside_a_character_keeps_its_text_and_is_told() -> None:
    found = _decoded(_CHINESE.encode()[:-1])
    assert found.text == _CHINESE[:-1] + "\ufffd"
    assert [each.grade for each in found.observations] == [Grade.UNDECIDED]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="no such file"):
        decoded(Source(path=tmp_path / "none.txt"))
