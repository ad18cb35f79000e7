"""The files behind the open edition: its neighbours, its day, its warnings, its place in the file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from reader.loading.load import load_edition
from reader.loading.problem import EditionError
from reader.reading.contents import contents
from reader.reading.place import IssueKey
from reader.reading.store import MemoryStore
from reader.tui.opening import Opening
from reader.tui.shelf import Shelf
from tests.tui.libraries import indexed
from tests.tui.papers import PAPER, a_notice, a_paper, an_article, put

THIRTEENTH, FOURTEENTH, FIFTEENTH = (f"2026-03-{day}" for day in (13, 14, 15))


def a_shelf(path: Path, root: Path | None = None, **more: Any) -> Shelf:
    return Shelf(
        Opening(path=path, loaded=load_edition(path), store=MemoryStore(), library_root=root, **more)
    )


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for day in (THIRTEENTH, FOURTEENTH, FIFTEENTH):
        put(
            tmp_path,
            a_paper(
                date=day, notices=[a_notice(f"n-{day}", effective=f"{day}T00:00", expires="until-lifted")]
            ),
        )
    put(tmp_path, a_paper(paper="另一份报", date="2026-03-16"), name="other/2026-03-16.yaml")
    return tmp_path


def test_neighbours_are_editions_of_the_same_paper(library: Path) -> None:
    shelf = a_shelf(library / f"{FOURTEENTH}.yaml", library)
    assert (before := shelf.neighbour(later=False)) is not None
    assert before.name == f"{THIRTEENTH}.yaml"
    assert (after := shelf.neighbour(later=True)) is not None
    assert after.name == f"{FIFTEENTH}.yaml"
    assert a_shelf(library / f"{FIFTEENTH}.yaml", library).neighbour(later=True) is None


def test_an_edition_that_stands_alone_has_no_neighbours_and_finds_nothing(library: Path) -> None:
    shelf = a_shelf(library / f"{FOURTEENTH}.yaml")
    assert shelf.neighbour(later=False) is None
    assert shelf.find(None, dt.date(2026, 3, 13)) is None


def test_an_issue_is_found_by_its_day_and_by_its_paper(library: Path) -> None:
    shelf = a_shelf(library / f"{FOURTEENTH}.yaml", library)
    assert (found := shelf.find(None, dt.date(2026, 3, 13))) is not None
    assert found.name == f"{THIRTEENTH}.yaml"
    other = IssueKey("另一份报", dt.date(2026, 3, 16))
    assert (found := shelf.find(other, other.date)) is not None
    assert found.parent.name == "other"
    assert shelf.find(IssueKey("没有的报", dt.date(2026, 3, 16)), dt.date(2026, 3, 16)) is None


def test_the_warnings_of_the_papers_editions_are_gathered_each_once(library: Path) -> None:
    board, newest = a_shelf(library / f"{FOURTEENTH}.yaml", library).gather_notices()
    assert newest == dt.date(2026, 3, 15)
    assert [posting.notice.id for posting in board.postings] == [
        f"n-{THIRTEENTH}",
        f"n-{FOURTEENTH}",
        f"n-{FIFTEENTH}",
    ]


def test_a_broken_back_issue_keeps_no_warning_of_the_others_away(library: Path) -> None:
    (library / f"{THIRTEENTH}.yaml").write_text(f"format: 1\npaper: {PAPER}\n", encoding="utf-8")
    board, _ = a_shelf(library / f"{FOURTEENTH}.yaml", library).gather_notices()
    assert [posting.notice.id for posting in board.postings] == [f"n-{FOURTEENTH}", f"n-{FIFTEENTH}"]


def test_a_piece_is_found_in_its_file_by_line_and_column(library: Path) -> None:
    path = library / f"{FOURTEENTH}.yaml"
    shelf = a_shelf(path)
    items = contents(shelf.loaded.edition)
    lines = path.read_text(encoding="utf-8").splitlines()
    line, _ = shelf.position(items[0])
    assert any("春水涨到第三级台阶" in text for text in lines[line - 1 : line + 2])
    line, _ = shelf.position(items[-1])
    assert any(f"n-{FOURTEENTH}" in text for text in lines[line - 1 : line + 2])
    assert shelf.position(None) == (1, 1)


def test_the_stamp_changes_with_the_file_and_is_none_without_it(library: Path) -> None:
    path = library / f"{FOURTEENTH}.yaml"
    shelf = a_shelf(path)
    assert shelf.stamp() == shelf.loaded.stamp
    put(library, a_paper(issue="7"))
    assert shelf.stamp() not in {None, shelf.loaded.stamp}
    path.unlink()
    assert shelf.stamp() is None


def test_loading_keeps_to_the_limit_that_was_asked_for(library: Path) -> None:
    path = library / f"{FOURTEENTH}.yaml"
    with pytest.raises(EditionError):
        a_shelf(path, limit=100).load(path)


def test_the_lunar_day_is_worked_out_for_chinese_papers_that_print_none(tmp_path: Path) -> None:
    pytest.importorskip("lunar_python")
    assert a_shelf(put(tmp_path)).lunar() == "丙午年正月廿六"
    printed = a_paper(masthead={"lunar": "正月廿六"})
    assert a_shelf(put(tmp_path, printed)).lunar() is None
    assert a_shelf(put(tmp_path, a_paper(language="en"))).lunar() is None


def test_a_plate_of_the_open_edition_is_kept_where_there_is_a_place_for_it(tmp_path: Path) -> None:
    from reader.loading.plate import load_plate

    path, cache = put(tmp_path), tmp_path / "cache"
    shelf = a_shelf(path, cache_dir=cache)
    shelf.save_plate()
    plate = load_plate(cache, path, shelf.loaded.stamp)
    assert plate is not None
    assert plate.edition == shelf.loaded.edition
    a_shelf(path).save_plate()


def test_an_edition_that_came_from_its_plate_is_not_plated_again(tmp_path: Path) -> None:
    from reader.loading.plate import load_plate, plate_path

    path, cache = put(tmp_path), tmp_path / "cache"
    a_shelf(path, cache_dir=cache).save_plate()
    loaded = load_plate(cache, path, load_edition(path).stamp)
    assert loaded is not None
    plate_path(cache, path).unlink()
    Shelf(Opening(path=path, loaded=loaded, store=MemoryStore(), cache_dir=cache)).save_plate()
    assert list(cache.iterdir()) == []


def test_an_edition_in_another_encoding_is_not_plated(tmp_path: Path) -> None:
    path, cache = put(tmp_path), tmp_path / "cache"
    a_shelf(path, cache_dir=cache, encoding="gb18030").save_plate()
    assert not cache.exists()


def test_the_open_edition_is_not_read_again_for_its_library_until_its_file_changes(library: Path) -> None:
    newest = library / f"{FIFTEENTH}.yaml"
    shelf = a_shelf(newest, library)
    assert shelf.library is not None
    assert any(loaded is shelf.loaded for loaded in shelf.library.editions_of(PAPER))
    newest.write_text(newest.read_text(encoding="utf-8") + "# again\n", encoding="utf-8")
    assert not any(loaded is shelf.loaded for loaded in shelf.library.editions_of(PAPER))


def test_another_edition_taken_is_the_open_one(library: Path) -> None:
    shelf = a_shelf(library / f"{FOURTEENTH}.yaml", library)
    other = library / f"{FIFTEENTH}.yaml"
    shelf.take(other, load_edition(other))
    assert shelf.path == other
    assert shelf.neighbour(later=True) is None


def test_an_issue_is_missing_when_no_edition_of_its_paper_and_day_is_there(library: Path) -> None:
    shelf = a_shelf(library / f"{FOURTEENTH}.yaml", library)
    there, gone = (IssueKey(PAPER, dt.date(2026, 3, day)) for day in (13, 9))
    evening = IssueKey(PAPER, dt.date(2026, 3, 13), "晚报版")
    assert shelf.missing([there, evening, gone]) == {gone}
    (library / f"{THIRTEENTH}.yaml").unlink()
    assert shelf.missing([there, gone]) == {there, gone}


def test_of_an_edition_that_stands_alone_nothing_is_known_to_be_missing(library: Path) -> None:
    shelf = a_shelf(library / f"{FOURTEENTH}.yaml")
    assert shelf.missing([IssueKey(PAPER, dt.date(2020, 1, 1))]) == frozenset()


def test_the_editions_are_those_there_are_now_and_an_edition_alone_is_all_there_is(library: Path) -> None:
    path = library / f"{FOURTEENTH}.yaml"
    shelf = a_shelf(path, library)
    assert len(shelf.editions()) == 4
    put(library, a_paper(date="2026-03-17"))
    assert len(shelf.editions()) == 5
    assert [file.path for file in a_shelf(path).editions()] == [path]


def test_what_stands_on_a_front_is_its_number_and_its_headline(library: Path) -> None:
    put(library, a_paper([an_article("头条")], issue="7"), name="a.yaml")
    shelf = a_shelf(library / "a.yaml", library)
    fronts = {file.path.name: shelf.front_of(file) for file in shelf.editions()}
    assert fronts["a.yaml"] == ("7", "头条")
    alone = a_shelf(library / "a.yaml")
    assert alone.front_of(alone.editions()[0]) == ("7", "头条")


def test_what_is_wrong_with_the_library_is_told_as_far_as_it_has_been_looked_at(library: Path) -> None:
    path = library / f"{THIRTEENTH}.yaml"
    path.write_text(f"format: 1\npaper: {PAPER}\ndate: {THIRTEENTH}\nsections: [", encoding="utf-8")
    put(library, a_paper(date=FIFTEENTH), name="twin.yaml")
    shelf = a_shelf(library / f"{FOURTEENTH}.yaml", library)
    files = shelf.editions()
    faults = shelf.faults()
    assert (len(faults.unreadable), len(faults.duplicates), faults.total) == (0, 1, 1)
    assert [shelf.front_of(file) for file in files if file.path == path] == [None]
    assert [error.path for error in shelf.faults().unreadable] == [path]
    assert a_shelf(path.with_name(f"{FOURTEENTH}.yaml")).faults().total == 0


def test_with_an_index_the_shelf_answers_as_without(
    library: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    index = indexed(library, tmp_path_factory.mktemp("cache"))
    put(library, a_paper(date="2026-03-17"))  # newer than the index
    for day in (THIRTEENTH, FOURTEENTH, FIFTEENTH):
        plain = a_shelf(library / f"{day}.yaml", library)
        known = a_shelf(library / f"{day}.yaml", library, index_dir=index)
        for later in (False, True):
            assert known.neighbour(later=later) == plain.neighbour(later=later)
        assert known.find(None, dt.date(2026, 3, 17)) == plain.find(None, dt.date(2026, 3, 17))
        boards = known.gather_notices(), plain.gather_notices()
        assert boards[0][0].postings == boards[1][0].postings
        assert boards[0][1] == boards[1][1]
