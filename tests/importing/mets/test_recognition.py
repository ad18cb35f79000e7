from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.importer import Likeness, Sample
from reader.importing.mets.recognition import STRANGERS, likeness, root_name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<mets>", "mets"),
        (b"<m:mets xmlns:m='x'>", "mets"),
        (b"\n<?xml version='1.0'?><!-- <x> --><?pi <y> ?>\n<alto/>", "alto"),
        (b"<!DOCTYPE alto SYSTEM 'x.dtd'><alto>", "alto"),
        (b"<!DOCTYPE a [<!ELEMENT a ANY>]><a>", "a"),
        ("<alto>".encode("utf-16"), "alto"),
        ("<alto>".encode("utf-16-be"), "alto"),
        (b"", ""),
        (b"text <a>", ""),
        (b"<!-- never closed <a>", ""),
        (b"<?never closed <a>", ""),
        (b"<!DOCTYPE never closed [ <a", ""),
        (b"<!DOCTYPE a [ never closed > <b>", "b"),
        (b"<?x?>" * 9000 + b"<a>", "a"),
        (b"<!DOCTYPE " * 6000, ""),
        (b"<!-- " * 9000, ""),
    ],
)
def test_a_root_is_named(head: bytes, name: str) -> None:
    assert root_name(head) == name


@pytest.mark.parametrize("root", sorted(STRANGERS))
def test_what_is_refused_by_name_is_taken_first(root: str) -> None:
    assert likeness(Sample("x.xml", f"<d:{root}>".encode())) is Likeness.CONTENT


@given(st.binary(max_size=80))
def test_any_bytes_can_be_looked_at(head: bytes) -> None:
    assert likeness(Sample("x", head)) in Likeness
