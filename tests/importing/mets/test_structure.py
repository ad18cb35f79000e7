from __future__ import annotations

import pytest

from reader.importing.mets.structure import DEEPEST, Area, Mets, mets_of
from reader.importing.observation import CannotImport
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import area, div, file, mets


def read(document: bytes) -> Mets:
    return mets_of(parse_xml(document, "m.xml"), "m.xml")


def maps(*each: str) -> Mets:
    inside = "".join(each)
    return read(f'<mets:mets xmlns:mets="http://www.loc.gov/METS/">{inside}</mets:mets>'.encode())


def test_files_have_location_use_and_type() -> None:
    document = mets(None, files=["alto/1.xml", file("I1", "1.jp2", "image/jp2")])
    files = read(document).files
    assert [(each.id, each.location, each.use, each.mime) for each in files.values()] == [
        ("A1", "alto/1.xml", "ALTO", "text/xml"),
        ("I1", "1.jp2", "ALTO", "image/jp2"),
    ]


def test_groups_of_groups_and_files_of_files_are_gone_through() -> None:
    inner = '<mets:file ID="F2"><mets:FLocat href="2.xml"/></mets:file>'
    outer = f'<mets:file ID="F1" USE="x"><mets:FLocat href="1.xml"/>{inner}</mets:file>'
    group = f'<mets:fileGrp USE="Text"><mets:fileGrp ID="ALTOFiles">{outer}</mets:fileGrp></mets:fileGrp>'
    files = maps(f"<mets:fileSec>{group}</mets:fileSec>").files
    assert {name: (each.location, each.use) for name, each in files.items()} == {
        "F1": ("1.xml", "Text ALTOFiles x"),
        "F2": ("2.xml", "Text ALTOFiles"),
    }


def test_divisions_have_what_they_point_to() -> None:
    document = mets(
        div(
            "ARTICLE",
            area("B1", "B2"),
            '<mets:fptr FILEID="A1"/>',
            '<mets:fptr><mets:par><mets:area FILEID="I1" COORDS="1,2,3,4" SHAPE="RECT"/>'
            '<mets:area FILEID="A1" BEGIN="w1" END="w9"/></mets:par></mets:fptr>',
            LABEL=" Ferry ",
            DMDID="D1 D2",
        )
    )
    logical = read(document).logical
    assert logical is not None
    article = logical.parts[0].parts[0].parts[0]
    assert (article.type, article.label, article.descriptions) == ("ARTICLE", "Ferry", ("D1", "D2"))
    assert [each[:4] for each in article.areas] == [
        ("A1", "B1", "B1", False),
        ("A1", "B2", "B2", False),
        ("A1", "", "", False),
        ("I1", "", "", True),
        ("A1", "w1", "w9", False),
    ]
    assert [each.is_whole for each in article.areas] == [False, False, True, False, False]
    assert article.areas[0].place.startswith("1:")


def test_an_area_of_a_shape_is_not_the_whole() -> None:
    assert not Area("A1", "", "", True, "").is_whole


@pytest.mark.parametrize(("orders", "expected"), [("21", "BA"), ("2", "AB"), ("x1", "AB")])
def test_parts_are_put_in_order_where_each_has_one(orders: str, expected: str) -> None:
    first, second = div("A", ORDER=orders[0]), div("B", **({"ORDER": orders[1]} if orders[1:] else {}))
    logical = maps(f'<mets:structMap TYPE="LOGICAL">{div("X", first, second)}</mets:structMap>').logical
    assert logical is not None
    assert "".join(part.type for part in logical.parts) == expected


def test_maps_are_told_apart_by_their_types() -> None:
    named = "".join(
        f'<mets:structMap TYPE="{kind}">{div(kind)}</mets:structMap>'
        for kind in ("attachment", "logical", "Physical")
    )
    both = maps(named, f'<mets:structMap TYPE="LOGICAL">{div("second")}</mets:structMap>')
    assert both.logical is not None
    assert both.physical is not None
    assert (both.logical.type, both.physical.type, both.other_maps) == ("logical", "Physical", 1)


def test_a_single_map_has_both_structures() -> None:
    one = maps(f"<mets:structMap>{div('np:issue')}</mets:structMap>")
    assert one.logical is one.physical is not None


def test_without_maps_there_is_no_structure() -> None:
    assert maps("<mets:structMap/>").logical is None


def test_links_are_read_single_and_in_groups() -> None:
    xlink = 'xmlns:x="http://www.w3.org/1999/xlink"'
    single = f'<mets:smLink {xlink} x:from="L1" x:to="#P1"/><mets:smLink {xlink} x:from="L1" x:to="P2"/>'
    group = (
        f'<mets:smLinkGrp {xlink}><mets:smLocatorLink x:href="#L2" x:label="a"/>'
        '<mets:smLocatorLink x:href="#P3" x:label="b"/><mets:smLocatorLink x:href="#P4" x:label="b"/>'
        '<mets:smArcLink x:from="a" x:to="b"/><mets:smArcLink x:from="a" x:to="nobody"/></mets:smLinkGrp>'
    )
    links = maps(f"<mets:structLink>{single}{group}</mets:structLink>").links
    assert links == {"L1": ("P1", "P2"), "L2": ("P3", "P4")}


def test_divisions_nested_too_deeply_are_refused() -> None:
    def nested(depth: int) -> str:
        return f"<mets:structMap>{'<mets:div>' * depth}{'</mets:div>' * depth}</mets:structMap>"

    assert maps(nested(DEEPEST)).logical is not None
    with pytest.raises(CannotImport, match="nested deeper"):
        maps(nested(DEEPEST + 1))
