from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from reader.importing.mets.alto_styles import Styles, number
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import alto, sizes

TAGS = (
    '<Tags><StructureTag ID="T1" LABEL="title"/><LayoutTag ID="T2" TYPE="table"/>'
    '<NamedEntityTag ID="T3" LABEL="Bend"/><OtherTag ID="T4" LABEL=" "/></Tags>'
)
STYLES = Styles(parse_xml(alto(before=sizes(L=20, Z=0) + TAGS), "f"))


@pytest.mark.parametrize(
    ("references", "size"), [("L", 20), ("PAR L", 20), ("Z", 9), ("nobody", 9), ("", 9), ("Z L", 20)]
)
def test_the_first_style_with_a_size_counts_else_what_is_inherited(references: str, size: float) -> None:
    assert STYLES.size(Element("TextBlock", STYLEREFS=references), 9) == size


@pytest.mark.parametrize(
    ("references", "label"),
    [("T1", "title"), ("T2", "table"), ("T3", ""), ("T4", ""), ("T3 T1", "title"), ("nobody", ""), ("", "")],
)
def test_the_first_tag_that_says_something_counts(references: str, label: str) -> None:
    assert STYLES.label(Element("TextBlock", TAGREFS=references)) == label


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("0.5", 0.5),
        ("0", 0),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("x", None),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_read_or_none(text: str | None, value: float | None) -> None:
    assert number(text) == value
