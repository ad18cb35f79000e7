from __future__ import annotations

import datetime as dt
import errno
import itertools
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.library import EditionFile, Library
from reader.loading.load import load_edition, peek
from tests.cli.paper import put, wind_warning


def dates(files: list[EditionFile]) -> list[str]:
    return [file.date.isoformat() for file in files]


@pytest.fixture
def habitual(tmp_path: Path) -> Path:
    """Two papers by year and month, as editions lie by habit."""
    for paper in ("morning", "evening"):
        for date in ("2024-02-29", "2024-12-30", "2025-01-02"):
            year, month, _ = date.split("-")
            put(tmp_path / paper / year / month, date, paper=f"河湾{paper}")
    return tmp_path


def test_files_are_by_date_then_by_name(habitual: Path) -> None:
    files = Library(habitual).files()
    assert dates(files) == sorted(dates(files))
    assert [file.path.relative_to(habitual).parts[0] for file in files] == ["evening", "morning"] * 3


def test_newest_first_is_the_order_turned_round_by_day(habitual: Path) -> None:
    library = Library(habitual)
    newest_first = list(library.newest_first())
    assert dates(newest_first) == sorted(dates(newest_first), reverse=True)
    assert sorted(newest_first) == sorted(library.files())


def test_of_several_newest_the_first_by_name_is_taken(habitual: Path) -> None:
    newest = Library(habitual).newest()
    assert newest is not None
    assert newest.path == habitual / "evening" / "2025" / "01" / "2025-01-02.yaml"


def test_the_editions_of_a_day_are_found_without_opening_other_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def look(path: Path) -> object:
        opened.append(path.name)
        return peek(path)

    for year, month, day in itertools.product((2022, 2023), (1, 2), (1, 2)):
        put(tmp_path / f"{year}" / f"{month:02d}", f"{year}-{month:02d}-{day:02d}")
    odd = put(tmp_path, "2023-01-02", "z-odd.yaml", paper="别的报")
    monkeypatch.setattr("reader.archive.library.peek", look)
    found = Library(tmp_path).of_day(dt.date(2023, 1, 2))
    assert [file.path for file in found] == [tmp_path / "2023" / "01" / "2023-01-02.yaml", odd]
    assert sorted(opened) == ["2023-01-02.yaml", "z-odd.yaml"]


def test_an_edition_under_another_days_name_is_found_where_no_other_is(tmp_path: Path) -> None:
    misnamed = put(tmp_path / "2022", "2023-01-02", "2022-05-05.yaml")
    assert [file.path for file in Library(tmp_path).of_day(dt.date(2023, 1, 2))] == [misnamed]
    assert Library(tmp_path).of_day(dt.date(2023, 1, 3)) == []


def test_an_empty_or_missing_folder_has_no_newest(tmp_path: Path) -> None:
    assert Library(tmp_path).newest() is None
    assert Library(tmp_path / "nowhere").files() == []


def test_the_newest_is_found_without_opening_old_years(
    habitual: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    scandir = os.scandir

    def counting(path: Path) -> object:
        opened.append(str(Path(path).relative_to(habitual)))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", counting)
    assert Library(habitual).newest() is not None
    assert not [folder for folder in opened if "2024" in folder]


@pytest.mark.parametrize(
    "names",
    [
        ["2024-01-01.yaml", "2024-01-02.yaml"],
        ["a.yaml", "b.yml"],
        ["deep/er/still/x.yaml", "2024/11/y.yaml"],
        ["2024-01-02-evening.yaml", "old/2024-01-01-morning.yml"],
        ["2024/01/2024-01-01.yaml", "loose.yaml"],
    ],
)
def test_any_layout_works(tmp_path: Path, names: list[str]) -> None:
    for day, name in enumerate(names, 1):
        put(tmp_path, f"2024-01-{day:02d}", name)
    library = Library(tmp_path)
    assert dates(library.files()) == ["2024-01-01", "2024-01-02"]
    newest = library.newest()
    assert newest is not None
    assert newest.path == tmp_path / names[1]


def test_a_name_is_a_hint_and_the_head_decides(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01", "2025-01-01.yaml")
    put(tmp_path, "2024-06-01")
    assert dates(list(Library(tmp_path).newest_first())) == ["2024-06-01", "2024-01-01"]


def test_hidden_folders_and_files_and_other_yaml_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01")
    put(tmp_path / ".git", "2024-01-02")
    put(tmp_path, "2024-01-03", ".draft.yaml")
    (tmp_path / "compose.yaml").write_text("services: {}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("format: 1\npaper: x\n", encoding="utf-8")
    library = Library(tmp_path)
    assert dates(library.files()) == ["2024-01-01"]
    assert library.unreadable == {}


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    put(tmp_path / "2024", "2024-01-01")
    (tmp_path / "2024" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "self.yaml").symlink_to("self.yaml")
    assert dates(Library(tmp_path).files()) == ["2024-01-01"]


def test_a_link_to_an_edition_of_the_library_is_not_a_second_one(tmp_path: Path) -> None:
    path = put(tmp_path / "2024", "2024-01-01")
    (tmp_path / "newest.yaml").symlink_to(path)
    library = Library(tmp_path)
    assert [file.path for file in library.files()] == [path]
    assert library.duplicates() == []


def test_a_link_to_an_edition_elsewhere_is_one(tmp_path: Path) -> None:
    path = put(tmp_path / "elsewhere", "2024-01-01")
    (tmp_path / "library").mkdir()
    link = tmp_path / "library" / "guest.yaml"
    link.symlink_to(path)
    assert [file.path for file in Library(tmp_path / "library").files()] == [link]


def test_two_files_of_one_issue_are_an_error_that_names_both(tmp_path: Path) -> None:
    one, other = put(tmp_path, "2024-01-01", "a.yaml"), put(tmp_path, "2024-01-01", "b.yaml")
    put(tmp_path, "2024-01-01", "c.yaml", paper="另一张报")
    assert [(a.path, b.path) for a, b in Library(tmp_path).duplicates()] == [(one, other)]


def test_a_city_edition_of_the_same_day_is_another_issue(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01", "a.yaml")
    late = put(tmp_path, "2024-01-01", "b.yaml")
    text = late.read_text(encoding="utf-8")
    late.write_text(text.replace("issue:", "edition: 晚报版\nissue:"), encoding="utf-8")
    library = Library(tmp_path)
    assert library.duplicates() == []
    assert {file.edition for file in library.files()} == {None, "晚报版"}


def test_neighbours_are_of_the_same_paper_and_edition(habitual: Path) -> None:
    library = Library(habitual)
    before, after = library.neighbours(habitual / "morning" / "2024" / "12" / "2024-12-30.yaml")
    assert before is not None
    assert after is not None
    assert {before.paper, after.paper} == {"河湾morning"}
    assert dates([before, after]) == ["2024-02-29", "2025-01-02"]


def test_the_first_and_the_last_have_one_neighbour(habitual: Path) -> None:
    library = Library(habitual)
    first, *_, last = (file for file in library.files() if file.paper == "河湾morning")
    assert library.neighbours(first.path)[0] is None
    assert library.neighbours(last.path)[1] is None


def test_a_file_outside_has_neighbours_by_its_date(
    habitual: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = put(tmp_path_factory.mktemp("desk"), "2024-06-01", paper="河湾morning")
    before, after = Library(habitual).neighbours(outside)
    assert before is not None
    assert after is not None
    assert dates([before, after]) == ["2024-02-29", "2024-12-30"]


def test_what_is_no_edition_has_no_neighbours(habitual: Path) -> None:
    assert Library(habitual).neighbours(habitual) == (None, None)
    assert Library(habitual).neighbours(habitual / "nowhere.yaml") == (None, None)


def test_what_cannot_be_read_is_named_with_why_and_the_rest_is_there(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01")
    no_date = put(tmp_path, "2024-13-77", "nodate.yaml")
    dangling = tmp_path / "2024-01-05.yaml"
    dangling.symlink_to("gone.yaml")
    torn = tmp_path / "2024-01-06.yaml"
    torn.write_text("format 1\n", encoding="utf-8")
    library = Library(tmp_path)
    assert dates(library.files()) == ["2024-01-01"]
    assert set(library.unreadable) == {no_date, dangling, torn}
    assert all(error.problems for error in library.unreadable.values())


def test_an_edition_broken_further_down_is_named_once_it_is_read(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01")
    broken = put(tmp_path, "2024-01-02")
    broken.write_text(
        broken.read_text(encoding="utf-8").replace("headline: 老桥重开", 'headline: ""'), "utf-8"
    )
    library = Library(tmp_path)
    assert [loaded.edition.date for _, loaded in library.editions()] == [dt.date(2024, 1, 1)]
    assert set(library.unreadable) == {broken}
    library.refresh()
    assert library.unreadable == {}


def test_a_refreshed_library_sees_what_is_new(tmp_path: Path) -> None:
    put(tmp_path, "2024-01-01")
    library = Library(tmp_path)
    assert len(library.files()) == 1
    put(tmp_path, "2024-01-02")
    assert len(library.files()) == 1
    library.refresh()
    assert len(library.files()) == 2


def test_the_notice_board_is_given_editions_with_notices_and_the_newest(tmp_path: Path) -> None:
    read: list[Path] = []

    def load(path: Path) -> object:
        read.append(path)
        return load_edition(path)

    quiet = put(tmp_path, "2024-01-01")
    windy = put(tmp_path, "2024-01-02", notices=wind_warning("2024-01-02"))
    newest = put(tmp_path, "2024-01-03")
    put(tmp_path, "2024-01-04", paper="另一张报")
    library = Library(tmp_path, load)  # type: ignore[arg-type]
    assert [loaded.edition.date.day for loaded in library.editions_of("河湾晨报")] == [2, 3]
    assert read == [windy, newest]
    assert quiet not in read


def test_papers_are_named_once_each(habitual: Path) -> None:
    assert Library(habitual).papers() == ["河湾evening", "河湾morning"]


@given(
    st.lists(
        st.tuples(
            st.dates(dt.date(1999, 12, 30), dt.date(2001, 1, 3)),
            st.sampled_from(
                ["{y}/{m}/{d}.yaml", "{d}.yaml", "p/{y}/{m}/{d}.yml", "x-{d}.yaml", "{y}/{d}-b.yaml"]
            ),
        ),
        max_size=8,
    )
)
def test_the_newest_is_the_newest_whatever_the_layout(
    tmp_path_factory: pytest.TempPathFactory, editions: list[tuple[dt.date, str]]
) -> None:
    root = tmp_path_factory.mktemp("library")
    for date, layout in editions:
        put(root, date.isoformat(), layout.format(y=f"{date:%Y}", m=f"{date:%m}", d=date.isoformat()))
    newest = Library(root).newest()
    assert (newest.date if newest else None) == max((date for date, _ in editions), default=None)
    found = list(Library(root).newest_first())
    assert dates(found) == sorted(dates(found), reverse=True)
    shutil.rmtree(root)


def test_the_editions_of_one_paper_come_newest_first_and_none_before_a_day(habitual: Path) -> None:
    library = Library(habitual)
    newest = [str(file.date) for file in library.newest_of("河湾morning")]
    assert newest == ["2025-01-02", "2024-12-30", "2024-02-29"]
    since = library.newest_of("河湾morning", dt.date(2024, 12, 30))
    assert [str(file.date) for file in since] == newest[:2]
    assert list(library.newest_of("没有的报")) == []


def test_a_folder_that_cannot_be_looked_into_is_named_with_the_reason(tmp_path: Path) -> None:
    root = tmp_path / "library"
    put(root, "2025-04-05")
    # Closed to everybody, root too: its name is longer than the system takes.
    here, depth = os.open(root, os.O_RDONLY), 0
    while depth * 201 < os.pathconf(root, "PC_PATH_MAX"):
        os.mkdir("d" * 200, dir_fd=here)
        inner = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here, depth = inner, depth + 1
    os.close(here)
    library = Library(root)
    assert dates(library.files()) == ["2025-04-05"]
    ((path, error),) = library.unopened.items()
    assert path.name == "d" * 200
    assert error.errno == errno.ENAMETOOLONG
    library.refresh()
    assert library.unopened == {}


def test_a_folder_that_is_gone_is_none_that_is_closed(tmp_path: Path) -> None:
    library = Library(tmp_path / "nowhere")
    assert library.files() == []
    assert library.unopened == {}
