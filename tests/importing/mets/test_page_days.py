from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.importing.mets.alto import AltoFile
from reader.importing.mets.page_days import day_of_page, days_of_pages
from reader.importing.source import Source

MAY_4, MAY_5 = dt.date(1936, 5, 4), dt.date(1936, 5, 5)


def a_file(name: str, image: str = "") -> AltoFile:
    return AltoFile(name, (), (), (), (), {}, frozenset(), "", image)


def days(folder: str, *names: str, image: str = "") -> list[tuple[dt.date | None, list[str]]]:
    files = [a_file(f"{folder}/{name}", image) for name in names]
    found = days_of_pages(files, Source(path=Path(folder)))
    return [(day, [file.name.removeprefix(folder + "/") for file in group]) for day, group in found]


@pytest.mark.parametrize(
    ("path", "image", "day"),
    [
        ("/in/1936-05-04_1.xml", "1936-05-05.tif", MAY_4),
        ("/1936-05-04/1.xml", "1936-05-05.tif", MAY_4),
        ("/in/1.xml", "1936-05-05_1.tif", MAY_5),
        ("/in/1.xml", "1.tif", None),
    ],
)
def test_a_page_has_the_day_of_its_file_or_folder_or_scan(path: str, image: str, day: dt.date | None) -> None:
    assert day_of_page(a_file(path, image), Source(path=Path(path))) == day


def test_a_page_from_standard_input_has_the_day_of_its_scan() -> None:
    assert day_of_page(a_file("-", "1936-05-04.tif"), Source(path=None)) == MAY_4


def test_the_name_of_the_folder_has_the_first_word() -> None:
    assert days("/x/1936-05-04", "1936-05-05_1.xml", "2.xml") == [(MAY_4, ["1936-05-05_1.xml", "2.xml"])]


def test_pages_are_parted_by_their_names_and_by_the_folders_they_lie_in() -> None:
    assert days("/x/in", "a_19360504_1.xml", "b_19360505_1.xml") == [
        (MAY_4, ["a_19360504_1.xml"]),
        (MAY_5, ["b_19360505_1.xml"]),
    ]
    assert days("/x/in", "1936-05-04/1.xml", "1936-05-04/2.xml", "1936-05-05/1.xml") == [
        (MAY_4, ["1936-05-04/1.xml", "1936-05-04/2.xml"]),
        (MAY_5, ["1936-05-05/1.xml"]),
    ]


def test_pages_that_say_no_day_are_of_the_day_before_them() -> None:
    assert days("/x/in", "0.xml", "1936-05-04.xml", "1936-05-04a.xml", "1936-05-05.xml", "z.xml") == [
        (MAY_4, ["0.xml", "1936-05-04.xml", "1936-05-04a.xml"]),
        (MAY_5, ["1936-05-05.xml", "z.xml"]),
    ]


def test_the_folder_around_comes_before_the_scans() -> None:
    assert days("/1936-05-04/alto", "1.xml", image="1936-05-05.tif") == [(MAY_4, ["1.xml"])]
    assert days("/x/alto", "1.xml", image="1936-05-05.tif") == [(MAY_5, ["1.xml"])]
    assert days("/x/alto", "1.xml", "2.xml") == [(None, ["1.xml", "2.xml"])]
