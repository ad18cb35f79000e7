from __future__ import annotations

from pathlib import Path

import pytest

from reader.importing.mets.belongings import Belongings
from reader.importing.source import Source

HERE = Path("in")


def sources(*names: str) -> list[Source]:
    return [Source(path=HERE / name) for name in names]


@pytest.mark.parametrize(
    ("location", "path", "is_named"),
    [
        ("scans/1.tif", "day/scans/1.tif", True),
        ("file:///archive/day/1.TIF", "day/scans/1.tif", True),
        ("scans/1.tif", "other/scans/1.tif", False),
        ("../scans/1.tif", "scans/1.tif", True),
        ("scans/1.tif", "day/scans/2.tif", False),
        ("", "day/scans", False),
    ],
)
def test_a_file_is_named_by_where_a_document_says_it_lies(location: str, path: str, is_named: bool) -> None:
    belongings = Belongings()
    belongings.take([], [location], HERE / "day" / "mets.xml")
    assert belongings.has(HERE / path) is is_named


def test_a_document_from_standard_input_names_no_files() -> None:
    belongings = Belongings()
    belongings.take([], ["1.tif"], None)
    assert not belongings.has(HERE / "1.tif")


def test_pages_that_were_not_found_by_a_document_are_named() -> None:
    belongings = Belongings()
    belongings.take([HERE / "1.xml"], [], HERE / "mets.xml")
    (told,) = belongings.lonely(Source(path=HERE), sources("1.xml", "old/1.xml"))
    assert told.what.en == "ALTO files that no METS file names, not read: 1: old/1.xml"
    assert told.untaken == ()


@pytest.mark.parametrize("page", ["0001.xml", "0001_ALTO.xml", "alto/0001.ocr.xml"])
def test_scans_of_pages_are_not_told_and_other_forms_are_no_papers(page: str) -> None:
    (told,) = Belongings().others(Source(path=HERE), sources(page), sources("0001.jp2", "0001.pdf"))
    assert told.what.en.endswith("not read: 1: 0001.pdf")
    assert told.untaken == ()


def test_other_files_are_handed_on() -> None:
    (told,) = Belongings().others(Source(path=HERE), sources("1.xml"), sources("2.jpg", "a.nitf"))
    assert told.untaken == (HERE / "2.jpg", HERE / "a.nitf")
