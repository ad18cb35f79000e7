from __future__ import annotations

import pytest

from reader.importing.importer import Likeness, Sample, most_like
from reader.importing.importers import IMPORTERS
from reader.importing.nitf.nitf import NITF


@pytest.mark.parametrize(
    "head",
    [
        b"<nitf>",
        b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf version="3.6">',
        b'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">',
    ],
)
def test_nitf_is_known_by_its_root(head: bytes) -> None:
    sample = Sample("story.xml", head)
    assert NITF.likeness(sample) is Likeness.SURE
    assert most_like(IMPORTERS, sample) is NITF


@pytest.mark.parametrize("head", [b"", b"<html>", b"<newsItem>", b'{"uri": "x"}', b"NITF02.10 an image"])
def test_what_has_another_root_is_not_nitf(head: bytes) -> None:
    assert NITF.likeness(Sample("story.nitf", head)) is Likeness.NONE


def test_a_folder_is_not_nitf() -> None:
    assert NITF.likeness(Sample("x", b"", ("a.xml",), is_folder=True)) is Likeness.NONE
