from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.importing.mets.mets import METS
from reader.importing.observation import CannotImport, Observation
from reader.importing.source import Source
from tests.importing.checked import WISHES, errors, imports, imports_of
from tests.importing.mets.building import alto, article, block, file, issue, mets, page, sizes

PAGE = alto(page(block("B1", "The ferry runs"), block("B2", "It was repaired.")))


def test_a_page_alone_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "herald-1936-05-04.xml").write_bytes(PAGE)
    editions, told = imports_of(METS, tmp_path / "herald-1936-05-04.xml")
    assert editions[0].date == dt.date(1936, 5, 4)
    assert "date" in editions[0].inferred
    assert any("the date is taken from the file’s name" in each.render("en") for each in told)


def test_a_folder_of_pages_is_an_issue_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("0002", "0001", "0010"):
        document = alto(page(block("B1", f"words of {name}"), PHYSICAL_IMG_NR="1"))
        (tmp_path / f"{name}.xml").write_bytes(document)
    (tmp_path / "notes.xml").write_text("<notes/>")
    (editions, told) = imports_of(METS, tmp_path)
    assert [(each.page, each.articles[0].body) for each in editions[0].sections] == [
        ("1", "words of 0001"),
        ("2", "words of 0002"),
        ("3", "words of 0010"),
    ]
    assert errors(told) == []


def test_a_broken_page_in_a_folder_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(PAGE)
    (tmp_path / "2.xml").write_bytes(PAGE[:-30])
    editions, told = imports_of(METS, tmp_path)
    assert len(editions) == 1
    assert [each.source for each in errors(told)] == [str(tmp_path / "2.xml")]


def test_a_folder_of_broken_pages_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(PAGE[:-30])
    with pytest.raises(CannotImport, match=r"1\.xml"):
        imports_of(METS, tmp_path)


def test_each_broken_page_of_a_folder_is_told_once(tmp_path: Path) -> None:
    for name in ("1.xml", "2.xml", "3.xml"):
        (tmp_path / name).write_bytes(PAGE[:-30])
    reading = METS.read(Source(path=tmp_path), WISHES)
    told = [next(reading), next(reading)]
    with pytest.raises(CannotImport) as caught:
        next(reading)
    told.append(caught.value.observation)
    names = [Path(each.source).name for each in told if isinstance(each, Observation)]
    assert names == ["1.xml", "2.xml", "3.xml"]


def test_a_folder_of_issues_is_one_edition_each_and_a_bad_one_is_told(tmp_path: Path) -> None:
    document = mets(article("B1", "B2"), files=["alto/1.xml"])
    issue(tmp_path / "04", document, PAGE)
    issue(tmp_path / "05", document.replace(b"1936-05-04", b"1936-05-05"), PAGE)
    issue(tmp_path / "06", mets(None))
    editions, told = imports_of(METS, tmp_path)
    assert [each.date.day for each in editions] == [4, 5]
    assert [each.source for each in errors(told)] == [str(tmp_path / "06" / "mets.xml")]


def test_pages_may_lie_beside_the_folder_of_the_structure(tmp_path: Path) -> None:
    (tmp_path / "mets").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "mets" / "day.xml").write_bytes(mets(article("B1", "B2"), files=["../text/1.xml"]))
    (tmp_path / "text" / "1.xml").write_bytes(PAGE)
    editions, told = imports_of(METS, tmp_path)
    assert [each.headline for each in editions[0].articles()] == ["The ferry runs"]
    assert errors(told) == []


def test_pages_that_no_issue_names_are_told(tmp_path: Path) -> None:
    issue(tmp_path, mets(article("B1", "B2"), files=["alto/1.xml"]), PAGE)
    (tmp_path / "stray.xml").write_bytes(PAGE)
    editions, told = imports_of(METS, tmp_path)
    assert len(editions) == 1
    assert any("no METS file names, not read: 1" in each.render("en") for each in told)
    (tmp_path / "stray.xml").unlink()
    assert not any("no METS file names" in each.render("en") for each in imports_of(METS, tmp_path)[1])


def test_the_day_in_the_names_of_pages_is_that_of_their_folder(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"herald_1936-05-04_{number:04d}.xml").write_bytes(PAGE)
    editions, told = imports_of(METS, tmp_path)
    assert [(each.date, len(each.sections)) for each in editions] == [(dt.date(1936, 5, 4), 2)]
    assert "date" in editions[0].inferred
    assert any("the date is taken from the file’s name" in each.render("en") for each in told)


def test_pages_of_several_days_are_an_edition_each_unless_a_day_is_wished(tmp_path: Path) -> None:
    for name in ("herald_1936-05-04_1", "herald_1936-05-05_1", "herald_1936-05-05_2"):
        (tmp_path / f"{name}.xml").write_bytes(PAGE)
    editions, _ = imports_of(METS, tmp_path)
    assert [(each.date.day, len(each.sections)) for each in editions] == [(4, 1), (5, 2)]
    (edition,), _ = imports_of(METS, tmp_path, WISHES._replace(date=dt.date(1936, 6, 1)))
    assert (edition.date, len(edition.sections)) == (dt.date(1936, 6, 1), 3)


def left(told: list[Observation]) -> list[str]:
    return [name.name for each in told for name in each.untaken]


def test_what_else_a_folder_holds_is_handed_on_but_for_scans(tmp_path: Path) -> None:
    (tmp_path / "0001_alto.xml").write_bytes(PAGE)
    for name in ("0001.jp2", "0001.txt", "item.nitf", "notes.xml", "other.jpg"):
        (tmp_path / name).write_text("<nitf/>")
    _, told = imports_of(METS, tmp_path)
    assert left(told) == ["item.nitf", "notes.xml", "other.jpg"]
    assert any(
        "taken for other forms of them and not read: 1: 0001.txt" in each.render("en") for each in told
    )


def test_what_an_issue_names_is_part_of_it(tmp_path: Path) -> None:
    entries = ["alto/1.xml", file("I1", "file:///scans/A.TIF", "image/tiff"), file("P1", "../all.pdf", "x/y")]
    issue(tmp_path / "day", mets(article("B1", "B2"), files=entries), PAGE)
    for name in ("day/a.tif", "day/b.tif", "all.pdf", "any.pdf"):
        (tmp_path / name).write_bytes(b"")
    assert left(imports_of(METS, tmp_path)[1]) == ["any.pdf", "b.tif"]


def test_what_else_there_is_is_handed_on_when_nothing_can_be_read(tmp_path: Path) -> None:
    issue(tmp_path, mets(None))
    (tmp_path / "item.nitf").write_text("<nitf/>")
    reading = METS.read(Source(path=tmp_path), WISHES)
    first = next(reading)
    assert isinstance(first, Observation)
    assert left([first]) == ["item.nitf"]
    with pytest.raises(CannotImport, match="no text in ALTO"):
        next(reading)


def test_a_folder_with_one_issue_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    issue(tmp_path, mets(None))
    with pytest.raises(CannotImport, match="no text in ALTO"):
        imports_of(METS, tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="no METS or ALTO file"):
        imports_of(METS, tmp_path)


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b'<didl:DIDL xmlns:didl="urn:mpeg:mpeg21:2002:02-DIDL-NS"/>', "MPEG-21 DIDL"),
        (b"<PcGts/>", "PAGE XML, not ALTO"),
        (b"<html/>", "its root is html, neither mets nor alto"),
        (b"", "not well-formed"),
        (b"<alto", "not well-formed"),
    ],
)
def test_what_is_neither_is_refused_by_name(document: bytes, reason: str) -> None:
    with pytest.raises(CannotImport, match=reason):
        imports(METS, document)


def test_a_page_without_words_makes_an_edition_without_articles() -> None:
    editions, _ = imports(METS, alto(page()))
    assert list(editions[0].articles()) == []


def test_headlines_told_by_type_are_inferred() -> None:
    document = alto(
        page(block("B1", "FERRY", STYLEREFS="L"), block("B2", "It runs on the river", STYLEREFS="S")),
        before=sizes(L=20, S=8),
    )
    editions, told = imports(METS, document)
    assert [each.headline for each in editions[0].articles()] == ["FERRY"]
    assert "headline" in editions[0].inferred
    assert any("divides no articles" in each.render("en") for each in told)
