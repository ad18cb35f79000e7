"""Back issues whose index comes, goes and is written by others: every hit is found, and found once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.archive.back_issues import BackIssues
from reader.archive.file_index import FileIndex
from reader.archive.query import parse_query
from reader.loading.load import load_edition
from tests.archive.made_up import Maker, found


@pytest.fixture
def issues(tmp_path: Path) -> Iterator[BackIssues]:
    root = tmp_path / "library"
    Maker(60).library(root, 8)
    issues = BackIssues(root, FileIndex(tmp_path / "cache", root), load_edition)
    yield issues
    issues.close()


def another(issues: BackIssues, tmp_path: Path) -> BackIssues:
    return BackIssues(issues.root, FileIndex(tmp_path / "cache", issues.root), load_edition)


def test_an_index_that_disappears_hides_no_hit(issues: BackIssues, tmp_path: Path) -> None:
    issues.take_stock()
    expected = found(issues, "雪")
    assert expected
    issues.close()
    shutil.rmtree(tmp_path / "cache")
    assert sorted(found(issues, "雪")) == sorted(expected)
    assert issues.count(parse_query("雪")).pieces == len(expected)


def test_an_index_that_comes_back_shows_no_hit_twice(issues: BackIssues, tmp_path: Path) -> None:
    issues.compare()
    expected = sorted(found(issues, "雪"))
    assert expected
    other = another(issues, tmp_path)
    other.take_stock()
    other.close()
    assert sorted(found(issues, "雪")) == expected
    assert issues.stock.pending == ()


def test_what_another_process_indexes_meanwhile_is_shown_once(issues: BackIssues, tmp_path: Path) -> None:
    issues.take_stock()
    paths = Maker(61).library(issues.root / "more", 3)
    issues.compare()
    assert len(issues.stock.pending) == 3
    expected = sorted(found(issues, "雪"))
    assert any(path.startswith("more/") for path, _ in expected)
    other = another(issues, tmp_path)
    other.take_stock()
    other.close()
    assert sorted(found(issues, "雪")) == expected
    assert len(paths) == 3


def test_before_any_stocktaking_the_index_is_believed_as_it_is(issues: BackIssues, tmp_path: Path) -> None:
    assert found(issues, "雪") == []
    other = another(issues, tmp_path)
    other.take_stock()
    expected = found(other, "雪")
    other.close()
    assert found(issues, "雪") == expected


def test_a_count_that_is_given_up_ends(issues: BackIssues, monkeypatch: pytest.MonkeyPatch) -> None:
    issues.take_stock()
    monkeypatch.setattr("reader.archive.index_reader._STEPS", 1)
    assert issues.count(parse_query("雪"), cancelled=lambda: True).pieces == 0
