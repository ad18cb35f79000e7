from __future__ import annotations

from pathlib import Path

import pytest

from reader.importing.mets.locations import Locations
from reader.importing.mets.sheets import Sheets, sheets_of
from reader.importing.mets.structure import mets_of
from reader.importing.safe_xml import parse_xml
from reader.importing.source import Source
from tests.importing.mets.building import alto, area, article, div, file, mets, page

PAGE = alto(page())


def choose(folder: Path, document: bytes, **files: bytes) -> Sheets:
    for name, data in files.items():
        (folder / f"{name}.xml").write_bytes(data)
    source = Source(path=folder / "mets.xml")
    return sheets_of(mets_of(parse_xml(document, "m"), "m"), Locations(source))


def pages(*files: str, **attributes: object) -> str:
    return div("page", *(f'<mets:fptr FILEID="{name}"/>' for name in files), **attributes)


def chosen(sheets: Sheets) -> list[str]:
    return [sheet.file.id for sheet in sheets.sheets]


def test_pages_come_in_the_order_of_the_physical_map(tmp_path: Path) -> None:
    physical = div("seq", pages("A2", ORDERLABEL="1"), pages("A1", LABEL="Page 2"))
    sheets = choose(tmp_path, mets(None, files=["a.xml", "b.xml"], physical=physical), a=PAGE, b=PAGE)
    assert chosen(sheets) == ["A2", "A1"]
    assert [sheet.labels for sheet in sheets.sheets] == [{"": "1"}, {"": "2"}]


def test_images_are_no_text(tmp_path: Path) -> None:
    physical = div("seq", pages("I1", "A1"))
    entries = [file("I1", "x.xml", "image/jp2"), file("A1", "a.xml", "")]
    assert chosen(choose(tmp_path, mets(None, files=entries, physical=physical), a=PAGE)) == ["A1"]


def test_of_several_texts_of_a_page_the_one_in_alto_is_read(tmp_path: Path) -> None:
    physical = div("seq", pages("A1", "A2", "A3"))
    sheets = choose(
        tmp_path,
        mets(None, files=["p.xml", "a.xml", "b.xml"], physical=physical),
        p=b"<PcGts/>",
        a=PAGE,
        b=PAGE,
    )
    assert chosen(sheets) == ["A2"]
    assert sheets.strangers == ["PcGts"]


def test_of_several_in_alto_the_one_that_articles_point_into_is_read(tmp_path: Path) -> None:
    physical = div("seq", pages("A1", "A2"))
    document = mets(article("B1", file="A2"), files=["a.xml", "b.xml"], physical=physical)
    assert chosen(choose(tmp_path, document, a=PAGE, b=PAGE)) == ["A2"]


def test_another_version_of_a_page_is_counted(tmp_path: Path) -> None:
    physical = div("seq", pages("A1", "A2"), pages("A3", "A2"))
    document = mets(None, files=["a.xml", "b.xml", "c.xml"], physical=physical)
    sheets = choose(tmp_path, document, a=PAGE, b=PAGE, c=PAGE)
    assert chosen(sheets) == ["A1", "A3"]


def test_without_a_physical_map_all_files_in_alto_are_pages(tmp_path: Path) -> None:
    document = mets(article("B1"), files=["a.xml", "toc.xml", "b.xml"])
    assert chosen(choose(tmp_path, document, a=PAGE, toc=b"<toc/>", b=PAGE)) == ["A1", "A3"]


def test_a_file_that_is_not_there_is_a_page_that_is_missing(tmp_path: Path) -> None:
    physical = div("seq", pages("A1"), pages("A2"))
    sheets = choose(tmp_path, mets(None, files=["a.xml", "b.xml"], physical=physical), a=PAGE)
    assert chosen(sheets) == ["A1", "A2"]
    assert [each.part for each in sheets.missing] == ["b.xml"]


@pytest.mark.parametrize(
    ("attributes", "label"),
    [
        ({"ORDERLABEL": "A2", "ORDER": "7"}, "A2"),
        ({"ORDERLABEL": " - ", "LABEL": "Seite 3"}, "3"),
        ({"ORDERLABEL": "uncounted", "ORDER": "7"}, "7"),
        ({"LABEL": "第3版"}, "3"),
        ({"LABEL": "A page with a very long name", "ORDER": "7"}, "7"),
    ],
)
def test_a_page_is_called_by_its_label_else_its_order(
    attributes: dict[str, str], label: str, tmp_path: Path
) -> None:
    physical = div("seq", pages("A1", **attributes))
    sheets = choose(tmp_path, mets(None, files=["a.xml"], physical=physical), a=PAGE)
    assert sheets.sheets[0].labels == {"": label}


def test_a_file_of_several_pages_has_a_label_for_each(tmp_path: Path) -> None:
    physical = div(
        "seq",
        *(
            div("page", f'<mets:fptr><mets:area FILEID="A1" BEGIN="P{number}"/></mets:fptr>', ORDER=number)
            for number in (1, 2)
        ),
    )
    sheets = choose(tmp_path, mets(None, files=["a.xml"], physical=physical), a=PAGE)
    assert sheets.sheets[0].labels == {"P1": "1", "P2": "2"}


def test_an_article_in_a_map_for_both_gives_no_page_its_name(tmp_path: Path) -> None:
    document = mets(
        div("ARTICLE", area("B1"), LABEL="Rope") + div("X", area("B2"), LABEL="Y"), files=["a.xml"]
    )
    sheets = choose(tmp_path, document, a=PAGE)
    assert [sheet.labels for sheet in sheets.sheets] == [{}]
    both = div("issue", div("page", area("B1"), LABEL="3"))
    sheets = choose(tmp_path, mets(both, files=["a.xml"]), a=PAGE)
    assert [sheet.labels for sheet in sheets.sheets] == [{"B1": "3"}]
