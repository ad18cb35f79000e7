from __future__ import annotations

import pytest

from reader.importing.importer import Likeness, Sample, most_like
from reader.importing.importers import IMPORTERS
from reader.importing.newsml.newsml import NEWSML


@pytest.mark.parametrize(
    "head",
    [
        b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x">',
        b'<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">',
        b"<!-- a package --><nar:packageItem>",
        b"<knowledgeItem>",
        b"<conceptItem>",
        b"<planningItem>",
        b"<catalogItem>",
        b'<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd"><NewsML Version="1.2">',
    ],
)
def test_newsml_is_known_by_its_root(head: bytes) -> None:
    sample = Sample("story.xml", head)
    assert NEWSML.likeness(sample) is Likeness.SURE
    assert most_like(IMPORTERS, sample) is NEWSML


@pytest.mark.parametrize("head", [b"", b"<nitf>", b"<rss>", b"<news>", b"newsItem"])
def test_what_has_another_root_is_not_newsml(head: bytes) -> None:
    assert NEWSML.likeness(Sample("story.newsml", head)) is Likeness.NONE


def test_a_folder_is_not_newsml() -> None:
    assert NEWSML.likeness(Sample("x", b"", ("a.xml",), is_folder=True)) is Likeness.NONE
