from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.feed.decoding import decoded
from reader.importing.observation import CannotImport, Grade

NEWS = "河湾市图书馆新馆昨日开放，市民排队入馆，馆长致辞。"


def declared(encoding: str, text: str = NEWS) -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?><a>{text}</a>'.encode(encoding)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb2312", "gbk", "gb18030", "GB2312", "utf-16", "utf-8-sig", "utf-32"]
)
def test_a_declared_encoding_is_read(encoding: str) -> None:
    found = decoded(declared(encoding), "a.xml")
    assert found.text == f"<a>{NEWS}</a>"
    assert found.observations == ()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("big5", "河灣市圖書館開放"),
        ("shift_jis", "図書館ひらく"),
        ("euc-kr", "도서관"),
        ("iso-8859-1", "café"),
    ],
)
def test_encodings_of_other_countries_are_read(encoding: str, text: str) -> None:
    assert decoded(declared(encoding, text), "a.xml").text == f"<a>{text}</a>"


def test_who_declares_gb2312_may_write_all_of_gb18030() -> None:
    data = '<?xml version="1.0" encoding="gb2312"?><a>镕</a>'.encode("gb18030")
    assert decoded(data, "a.xml").text == "<a>镕</a>"


def test_who_declares_latin_1_means_windows_1252() -> None:
    assert decoded(b'<?xml version="1.0" encoding="iso-8859-1"?><a>\x93a\x94</a>', "a").text == "<a>“a”</a>"


def test_chinese_bytes_that_declare_utf_8_or_nothing_are_found_out_and_told() -> None:
    for opening in (b"", b'<?xml version="1.0" encoding="utf-8"?>'):
        found = decoded(opening + f"<a>{NEWS}</a>".encode("gbk"), "a.xml")
        assert found.text == f"<a>{NEWS}</a>"
        assert [told.grade for told in found.observations] == [Grade.GUESSED]
        assert "gb18030" in found.observations[0].what.en


def test_utf_8_that_declares_something_else_is_found_out() -> None:
    data = b'<?xml version="1.0" encoding="ascii"?><a>' + NEWS.encode() + b"\x81\x8d</a>"
    assert NEWS in decoded(data, "a.xml").text


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    for encoding in ("utf-8", "gb2312"):
        data = declared(encoding, NEWS * 3).replace("。".encode(encoding), b"\xff", 1)
        found = decoded(data, "a.xml")
        assert NEWS in found.text
        assert "\ufffd" in found.text
        assert [told.grade for told in found.observations] == [Grade.UNDECIDED]


def test_latin_text_without_declaration_is_not_taken_for_chinese() -> None:
    assert (
        decoded("<a>Le café est fermé à midi, dît-il à l’hôtel</a>".encode("cp1252"), "a").text.count("é")
        == 2
    )


def test_an_unknown_or_impossible_encoding_is_not_believed() -> None:
    for encoding in ("martian-8", "unicode_escape", "hex", "undefined", "idna"):
        data = f'<?xml version="1.0" encoding="{encoding}"?><a>{NEWS}</a>'.encode()
        assert decoded(data, "a.xml").text == f"<a>{NEWS}</a>"


def test_the_encoding_asked_for_outweighs_the_declared_one() -> None:
    data = f'<?xml version="1.0" encoding="iso-8859-1"?><a>{NEWS}</a>'.encode("gbk")
    assert decoded(data, "a.xml", "gbk").text == f"<a>{NEWS}</a>"


@pytest.mark.parametrize(
    ("encoding", "data"),
    # Of ASCII windows-1252 is read, which holds it and knows no 0x81.
    [("ascii", b"\x81"), ("martian-8", b"a"), ("utf-16-le", b"\x00\xd8a")],
)
def test_what_cannot_be_read_as_asked_is_refused(encoding: str, data: bytes) -> None:
    with pytest.raises(CannotImport) as refused:
        decoded(data, "a.xml", encoding)
    assert encoding in refused.value.observation.what.en
    assert "--encoding" in refused.value.observation.advice.zh


def test_ebcdic_is_read_by_its_declaration() -> None:
    text = '<?xml version="1.0" encoding="cp500"?><a>[News]!</a>'
    assert decoded(text.encode("cp500"), "a.xml").text == "<a>[News]!</a>"


def test_lines_stay_where_they_were() -> None:
    assert decoded(b'\n\n<?xml version="1.0"\n?>\n<a/>', "a.xml").text == "\n\n\n\n<a/>"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_somehow(data: bytes) -> None:
    assert isinstance(decoded(data, "a.xml").text, str)


@given(st.text(max_size=100).filter(lambda text: not text.lstrip().startswith("<?xml")))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    try:
        data = b"<a/>" + text.encode()
    except UnicodeEncodeError:
        return
    assert decoded(data, "a.xml") == (f"<a/>{text}", ())
