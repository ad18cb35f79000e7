from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.wire.root_name import root_name


@pytest.mark.parametrize(
    "head",
    [
        b"<nitf>",
        b"\xef\xbb\xbf<nitf>",
        b"  \r\n<nitf version='3.6'>",
        b"<?xml version='1.0' encoding='UTF-8'?>\n<nitf/>",
        b"<?xml version='1.0'?><?xml-stylesheet href='a.css'?><!-- <html> --><nitf>",
        b"<!DOCTYPE nitf SYSTEM 'nitf-3-6.dtd'><nitf>",
        b'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "a>b.dtd"><nitf>',
        b"<!DOCTYPE nitf [ <!-- ]> --> <!ELEMENT x (y)> ]><nitf>",
        b'<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/">',
    ],
)
def test_the_root_is_found_behind_all_that_may_stand_before_it(head: bytes) -> None:
    assert root_name(head) == "nitf"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_the_root_is_found_in_utf_16(encoding: str) -> None:
    text = "<?xml version='1.0' encoding='utf-16'?><nitf><p>河湾</p></nitf>"
    assert root_name(text.encode(encoding)) == "nitf"
    assert root_name(text.encode(encoding)[:-1]) == "nitf"


@pytest.mark.parametrize(
    "head",
    [b"", b"nitf", b"{}", b"<!-- no end", b"<?xml", b"<!DOCTYPE nitf [", b"<!DOCTYPE nitf '>", b"< nitf>"],
)
def test_what_is_no_xml_has_no_root(head: bytes) -> None:
    assert root_name(head) == ""


@given(st.binary(max_size=200))
def test_any_bytes_are_looked_at_without_an_error(head: bytes) -> None:
    assert isinstance(root_name(b"<!DOCTYPE " + head), str)
    assert isinstance(root_name(head), str)


def test_many_comments_are_passed_over_in_one_go() -> None:
    assert root_name(b"<!---->" * 5000 + b"<nitf>") == "nitf"
