from __future__ import annotations

import datetime as dt
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.names import (
    Named,
    day_of_folders,
    is_dated_folder,
    named,
    page_in_address,
    page_name,
    paper_in,
)

DAY = dt.date(2025, 3, 1)


@pytest.mark.parametrize(
    "path",
    [
        "20250301-01-02.txt",
        "20250301-01-02",
        "2025-03-01_01_2.txt",
        "2025.03.01-1-2.TXT",
        "rb-20250301-01-02.txt",
        "河湾日报20250301-01-02.txt",
        "20250301_01_002_渡口修好.txt",
        "20250301-01-02 (1).txt",
        "2025年3月1日-第1版-2.txt",
        "2025/03/01/01-02.txt",
        "2025/0301/01-02.txt",
        "2025年/3月/1日/第1版/2.txt",
        "2025-03/01/01-02.txt",
        "202503/01/01-02.txt",
        "20250301/01/02.txt",
        "20250301/第01版：要闻/02.txt",
        "河湾日报_2025/2025-03-01/01-02 渡口.txt",
    ],
)
def test_day_page_and_number_are_read_from_names_and_folders(path: str) -> None:
    assert named(PurePath(path)) == Named(DAY, "01", 2, is_article=True)


def test_the_files_own_day_outweighs_its_folders() -> None:
    assert named(PurePath("20250228/20250301-01-02.txt")).date == DAY


def test_pages_with_letters_keep_them() -> None:
    assert named(PurePath("20250301-A01-02.txt")).page == "A01"
    assert named(PurePath("20250301-t2-02.txt")).page == "T2"


@pytest.mark.parametrize(
    "path",
    [
        "20250230-01-02.txt",
        "20251301-1-1.txt",
        "99999999-01-01.txt",
        "20250230.json",
        "河湾日报2025-02-30.json",
        "20250230/01-02.txt",
        "2025-2-30-1-1.txt",
    ],
)
def test_a_day_that_is_none_is_told_apart_from_no_day(path: str) -> None:
    assert named(PurePath(path)).is_bad_date
    assert named(PurePath(path)).date is None


def test_digits_that_could_be_anything_are_no_bad_day() -> None:
    for name in ("12345678.json", "20250230001.json", "a20250230b1.json", "20250230/readme.txt"):
        assert not named(PurePath(name)).is_bad_date


@pytest.mark.parametrize(
    "path", ["20250301.json", "rb_2025-03-01.jsonl", "20250301/articles.json", "2025/3/1/all.json"]
)
def test_a_file_of_a_whole_day_has_its_day_only(path: str) -> None:
    assert named(PurePath(path)) == Named(DAY)


def test_a_file_of_a_month_has_its_month_only() -> None:
    assert named(PurePath("2025-03.json")) == Named(month=(2025, 3))
    assert named(PurePath("河湾日报2025年3月.json")) == Named(month=(2025, 3))
    assert named(PurePath("2025-13.json")) == Named()


@pytest.mark.parametrize("path", ["readme.txt", "notes-01-02.txt", "01-02.txt", "a/b/1.txt", ".txt", ""])
def test_a_name_that_says_nothing_says_nothing(path: str) -> None:
    assert named(PurePath(path)) == Named()


def test_folders_are_read_from_the_innermost() -> None:
    assert day_of_folders(["01", "03", "2025"]) == DAY
    assert day_of_folders(["0301", "2025"]) == DAY
    assert day_of_folders(["01", "2025-03"]) == DAY
    assert day_of_folders(["2025-03-01"]) == DAY
    assert day_of_folders(["30", "02", "2025"]) is None
    assert day_of_folders(["01", "03"]) is None
    assert day_of_folders([]) is None


def test_folders_of_years_months_and_days_are_known() -> None:
    assert all(map(is_dated_folder, ["2025", "2025年", "2025-03", "202503", "20250301", "河湾日报_2025"]))
    assert not any(map(is_dated_folder, ["03", "src", "v1", "12345", ""]))


def test_pages_are_numbered_as_editions_number_them() -> None:
    assert [page_name(page) for page in ("1", "01", "001", "12", "a1", "B02", "0")] == [
        "01",
        "01",
        "01",
        "12",
        "A1",
        "B02",
        "00",
    ]


def test_page_and_number_stand_in_addresses_of_electronic_papers() -> None:
    assert page_in_address("http://localhost/2025-03/01/nw.D1_20250301_2-01.htm") == ("01", 2)
    assert page_in_address("http://localhost/content_30012345.html") == (None, None)


def test_a_paper_is_told_from_its_folder() -> None:
    folders = [
        "河湾日报_2025",
        "河湾日报2024年",
        "2024年河湾晚报",
        "青石日报海外版",
        "日报",
        "简报",
        "河湾报告",
        "data",
        "",
    ]
    assert [paper_in(folder) for folder in folders] == [
        "河湾日报",
        "河湾日报",
        "河湾晚报",
        "青石日报海外版",
        None,
        None,
        None,
        None,
        None,
    ]


@given(st.text(max_size=30) | st.text("0123456789-_.第版年月日/AB ", max_size=30))
def test_no_name_is_too_odd_to_be_read(words: str) -> None:
    path = PurePath(words.replace("\0", ""))
    assert isinstance(named(path), Named)
    paper_in(words)
    is_dated_folder(words)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2999, 1, 1)), st.integers(1, 99), st.integers(1, 999))
def test_names_as_savers_write_them_are_read_back(day: dt.date, page: int, number: int) -> None:
    said = named(PurePath(f"{day:%Y%m%d}-{page:02d}-{number:02d}.txt"))
    assert said == Named(day, f"{page:02d}", number, is_article=True)
