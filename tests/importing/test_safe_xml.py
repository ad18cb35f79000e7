from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.observation import CannotImport
from reader.importing.safe_xml import DEEPEST, all_text, local_name, parse_xml


def test_an_element_knows_its_namespace_line_and_column() -> None:
    root = parse_xml(b'<a xmlns="urn:x">\n  <b k="1">text</b></a>', "f")
    assert (root.tag, root[0].tag, root[0].get("k")) == ("{urn:x}a", "{urn:x}b", "1")
    assert parse_xml(b"<a>\n  <b/></a>", "f")[0].place == "2:3"  # type: ignore[attr-defined]


def test_names_of_characters_that_html_knows_need_no_declaration() -> None:
    assert all_text(parse_xml(b"<a>x&nbsp;y&eacute;</a>", "f")) == "x\xa0yé"
    doctype = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://localhost/x.dtd">'
    assert all_text(parse_xml(doctype + b"<a>&mdash;</a>", "f")) == "—"


@pytest.mark.parametrize(
    "document",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>',
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]><a/>',
    ],
)
def test_a_declared_entity_is_refused_with_its_place(document: bytes) -> None:
    with pytest.raises(CannotImport, match=r"f:1:\d+: it declares an entity"):
        parse_xml(document, "f")


def test_names_of_characters_are_read_in_attributes_and_left_in_cdata() -> None:
    root = parse_xml(b'<a k="arch&aelig;o&amp;&lt;"><![CDATA[&aelig;]]>&AMP;<!-- &aelig; --></a>', "f")
    assert (root.get("k"), all_text(root)) == ("archæo&<", "&aelig;&")


def test_an_external_subset_is_taken_as_empty() -> None:
    assert all_text(parse_xml(b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a>b</a>', "f")) == "b"


def test_an_unknown_name_is_no_character() -> None:
    with pytest.raises(CannotImport, match=r"f:1:4: .*&nobody;"):
        parse_xml(b"<a>&nobody;</a>", "f")


@pytest.mark.parametrize("encoding", ["gb2312", "GBK", "big5", "shift_jis", "euc-kr", "utf-8"])
def test_a_declared_encoding_is_used(encoding: str) -> None:
    word = "河" if encoding != "euc-kr" else "한"
    document = f'<?xml version="1.0" encoding="{encoding}"?><a>{word}</a>'.encode(encoding)
    assert all_text(parse_xml(document, "f")) == word


def test_who_declares_gb_2312_may_write_gb_18030() -> None:
    document = '<?xml version="1.0" encoding="gb2312"?><a>镕</a>'.encode("gb18030")
    assert all_text(parse_xml(document, "f")) == "镕"


def test_a_byte_order_mark_tells_utf_16() -> None:
    assert all_text(parse_xml("<a>河</a>".encode("utf-16"), "f")) == "河"


def test_an_encoding_asked_for_outweighs_the_declared_one() -> None:
    document = '<?xml version="1.0" encoding="utf-8"?><a>河</a>'.encode("gbk")
    assert all_text(parse_xml(document, "f", "gbk")) == "河"


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (b"", "1:1"),
        (b"<a><b></a>", "1:9"),
        (b"<a>\n&</a>", "2:2"),
        (b"\xff\xfe<", "1:1"),
        (b"<a>\xff</a>", "1:4"),
    ],
)
def test_what_is_not_well_formed_is_told_with_its_place(document: bytes, place: str) -> None:
    with pytest.raises(CannotImport) as caught:
        parse_xml(document, "f")
    assert caught.value.observation.source == "f"
    assert caught.value.observation.part.partition(":")[0] == place.partition(":")[0]


def test_an_unknown_encoding_is_told() -> None:
    with pytest.raises(CannotImport, match="unknown encoding"):
        parse_xml(b'<?xml version="1.0" encoding="nobodys"?><a/>', "f")


def test_what_is_nested_too_deeply_is_refused() -> None:
    assert parse_xml(b"<a>" * DEEPEST + b"</a>" * DEEPEST, "f").tag == "a"
    with pytest.raises(CannotImport, match="nested deeper"):
        parse_xml(b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), "f")


def test_the_local_name_of_an_element_is_without_its_namespace() -> None:
    assert (local_name("{urn:x}a"), local_name("a"), local_name(None)) == ("a", "a", "")


@given(st.binary(max_size=200) | st.text("<>a/&;!\"'=?x[]", max_size=40).map(str.encode))
def test_whatever_the_bytes_are_only_the_declared_error_comes(document: bytes) -> None:
    with contextlib.suppress(CannotImport):
        assert parse_xml(document, "f").tag
