from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.importing.crawl.files import Saved, saved, sorted_files, untaken_files
from reader.importing.crawl.names import Named
from reader.importing.observation import Grade
from reader.importing.source import Source

DAY = dt.date(2025, 3, 1)


def a_folder(root: Path, *names: str) -> Source:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("渡口", encoding="utf-8")
    return Source(path=root)


def names_of(group: tuple[Saved, ...]) -> list[str]:
    return [each.source.path.name for each in group if each.source.path is not None]


def test_files_come_a_day_at_a_time_text_before_json(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        "20250302/20250302-01-01.txt",
        "20250301/20250301-02-01.txt",
        "20250301/20250301-01-01.txt",
        "20250301.json",
        "flat-20250301-03-01",
    )
    found = sorted_files(folder)
    assert [names_of(group) for group in found.days] == [
        ["20250301-01-01.txt", "20250301-02-01.txt", "flat-20250301-03-01", "20250301.json"],
        ["20250302-01-01.txt"],
    ]
    assert (found.told, found.total) == ((), 5)


def test_years_of_folders_are_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "2024/12/31/01-01.txt", "2025/01/01/01-01.txt", "2025/01/01/01-02.txt")
    assert [len(group) for group in sorted_files(folder).days] == [1, 2]


def test_months_come_alone_and_the_undated_together(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "2025-02.json", "2025-03.json", "a.json", "b.jsonl")
    assert [names_of(group) for group in sorted_files(folder).days] == [
        ["a.json", "b.jsonl"],
        ["2025-02.json"],
        ["2025-03.json"],
    ]


def test_a_day_that_is_none_is_an_error_and_the_rest_is_read(tmp_path: Path) -> None:
    found = sorted_files(a_folder(tmp_path, "20250230-01-01.txt", "20250301-01-01.txt"))
    assert [(each.grade, Path(each.source).name) for each in found.told] == [
        (Grade.ERROR, "20250230-01-01.txt")
    ]
    assert found.total == 1


def test_strangers_are_left_alone_and_told_in_one_line(tmp_path: Path) -> None:
    found = sorted_files(
        a_folder(tmp_path, "20250301-01-01.txt", "readme.txt", "20250230-01-01.jpg", ".hidden.json")
    )
    assert (found.told, found.total) == ((), 1)
    (told,) = untaken_files(Source(path=tmp_path), found.strangers, ())
    assert told.grade is Grade.UNDECIDED
    assert "not read: 2: 20250230-01-01.jpg, readme.txt" in told.render("en")
    assert [path.name for path in told.untaken] == ["20250230-01-01.jpg", "readme.txt"]


def test_pictures_that_an_edition_has_are_not_told(tmp_path: Path) -> None:
    found = sorted_files(a_folder(tmp_path, "20250301.json", "a.jpg"))
    assert untaken_files(Source(path=tmp_path), found.strangers, {"a.jpg"}) == []


def test_an_empty_folder_has_no_days(tmp_path: Path) -> None:
    assert sorted_files(Source(path=tmp_path)).total == 0


@pytest.mark.parametrize(
    ("name", "is_json"),
    [("20250301-01-02.txt", False), ("20250301-01-02", False), ("20250301-01-02.JSON", True)],
)
def test_a_single_file_says_where_it_belongs(tmp_path: Path, name: str, is_json: bool) -> None:
    assert saved(Source(path=tmp_path / name))[1:3] == (Named(DAY, "01", 2, is_article=True), is_json)


def test_standard_input_says_nothing() -> None:
    assert saved(Source(path=None))[1:] == (Named(), False, None)


def test_the_paper_is_that_of_the_name_or_the_nearest_folder(tmp_path: Path) -> None:
    below = tmp_path / "青石晚报" / "河湾日报_2025" / "20250301"
    assert saved(Source(path=below / "20250301-01-01.txt")).paper == "河湾日报"
    assert saved(Source(path=below / "渡口早报20250301-01-01.txt")).paper == "渡口早报"
    assert saved(Source(path=tmp_path / "20250301-01-01.txt")).paper is None


def test_papers_side_by_side_are_kept_apart(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path, "河湾日报/20250301-01-01.txt", "青石晚报/20250301-01-01.txt", "河湾日报/20250301-01-02.txt"
    )
    assert [[each.paper for each in group] for group in sorted_files(folder).days] == [
        ["河湾日报", "河湾日报"],
        ["青石晚报"],
    ]


def test_json_of_other_standards_is_left_to_them(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "20250301.json", "20250302.json")
    (tmp_path / "20250302.json").write_text('{"version": "https://jsonfeed.org/version/1.1"}')
    found = sorted_files(folder)
    assert [Path(source.name).name for source in found.strangers] == ["20250302.json"]
    assert found.total == 1
