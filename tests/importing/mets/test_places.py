from __future__ import annotations

from xml.etree.ElementTree import Element

from reader.importing.mets.places import place_of
from reader.importing.safe_xml import parse_xml


def test_an_element_that_was_read_has_its_line_and_column() -> None:
    assert place_of(parse_xml(b"<a>\n <b/></a>", "f")[0]) == "2:2"


def test_an_element_that_was_made_has_none() -> None:
    assert place_of(Element("a")) == ""
