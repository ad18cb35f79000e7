"""A hunt through a library: a screenful at a time, counted beside it, given up when not wanted any more."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reader.archive.archive_search import Order
from reader.archive.file_index import FileIndex
from reader.archive.issue_index import IndexUnusable, Tally
from reader.archive.query import parse_query
from reader.loading.load import load_edition
from reader.reading import hunt as hunting
from reader.reading.hunt import Hunt, NoIndex
from tests.tui.libraries import WILLOW, a_library, indexed
from tests.tui.papers import a_paper, an_article, put

QUERY = parse_query(WILLOW[:6])


def wanted() -> bool:
    return False


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_library(tmp_path)


@pytest.fixture
def hunt(root: Path, tmp_path: Path) -> Hunt:
    return Hunt(root, FileIndex(indexed(root, tmp_path / "cache"), root), load_edition)


def days(hunt: Hunt, limit: int = 50) -> list[int]:
    catch = hunt.find(QUERY, Order.DATE, limit, wanted, 2.0)
    assert catch is not None
    return [found.hit.date.day for found in catch.hits]


def test_it_finds_the_newest_first_and_says_whether_there_are_more(hunt: Hunt) -> None:
    assert days(hunt) == [13, 12, 11]
    catch = hunt.find(QUERY, Order.DATE, 2, wanted, 2.0)
    assert catch is not None
    assert (len(catch.hits), catch.has_more) == (2, True)
    hunt.close()


def test_it_counts(hunt: Hunt) -> None:
    assert hunt.count(QUERY, wanted) == Tally(3)
    hunt.close()


def test_what_is_cancelled_answers_nothing(hunt: Hunt) -> None:
    assert hunt.find(QUERY, Order.DATE, 50, lambda: True, 2.0) is None
    assert hunt.count(QUERY, lambda: True) is None
    assert days(hunt) == [13, 12, 11]
    hunt.close()


def test_a_count_that_takes_its_time_keeps_no_hit_waiting(hunt: Hunt) -> None:
    has_begun, may_end = threading.Event(), threading.Event()

    def slow() -> bool:
        has_begun.set()
        may_end.wait(10)
        return True

    counting = threading.Thread(target=lambda: hunt.count(QUERY, slow))
    counting.start()
    assert has_begun.wait(10)
    assert days(hunt) == [13, 12, 11]
    may_end.set()
    counting.join()
    hunt.close()


def test_a_search_in_a_row_of_others_gives_up_its_place_when_cancelled(hunt: Hunt) -> None:
    answers: list[object] = []
    is_cancelled = threading.Event()
    with hunt._finds:
        waiting = threading.Thread(
            target=lambda: answers.append(hunt.find(QUERY, Order.DATE, 50, is_cancelled.is_set, 2.0))
        )
        waiting.start()
        is_cancelled.set()
        waiting.join(10)
        assert answers == [None]
    hunt.close()


def test_where_there_is_no_index_it_says_so_and_does_not_say_nothing_was_found(root: Path) -> None:
    hunt = Hunt(root, NoIndex(), load_edition)
    with pytest.raises(IndexUnusable):
        hunt.find(QUERY, Order.DATE, 50, wanted, 2.0)
    with pytest.raises(IndexUnusable):
        hunt.count(QUERY, wanted)
    hunt.close()


def test_a_small_library_is_read_itself_after_a_survey(root: Path) -> None:
    hunt = Hunt(root, NoIndex(), load_edition)
    assert hunt.survey(reads_files=True).pending == ()
    assert days(hunt) == [13, 12, 11]
    assert hunt.find(parse_query("没有的话"), Order.DATE, 50, wanted, 2.0) is not None
    hunt.close()


def test_a_large_library_is_not_and_the_survey_says_what_is_left_out(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunting, "MOST_READ", 4)
    hunt = Hunt(root, NoIndex(), load_edition)
    assert len(hunt.survey(reads_files=True).pending) == 5
    with pytest.raises(IndexUnusable):
        days(hunt)
    hunt.close()


def test_a_file_newer_than_the_index_is_found_after_a_survey_that_may_read(hunt: Hunt, root: Path) -> None:
    put(root, a_paper([an_article("新排的", body=WILLOW)], date="2026-03-15"))
    assert len(hunt.survey(reads_files=False).pending) == 1
    assert days(hunt) == [13, 12, 11]
    assert hunt.survey(reads_files=True).pending == ()
    assert days(hunt) == [15, 13, 12, 11]
    hunt.close()


def test_a_file_that_has_changed_since_is_not_found_by_what_it_said(hunt: Hunt, root: Path) -> None:
    put(root, a_paper([an_article("改过了", body="别的话。")], date="2026-03-13"))
    hunt.survey(reads_files=False)
    assert days(hunt) == [12, 11]
    hunt.close()


def test_closing_does_not_wait_for_a_search_that_goes_on(hunt: Hunt) -> None:
    with hunt._counts:
        hunt.close()  # and comes back, though the search does not end
    hunt.close()
