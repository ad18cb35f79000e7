"""Pieces of other editions are fetched one at a time; of many asked for only the last is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.archive.archive_search import Order
from reader.archive.file_index import FileIndex
from reader.archive.query import parse_query
from reader.loading.load import load_edition
from reader.loading.loaded import Loaded
from reader.loading.problem import EditionError
from reader.reading.hunt import Hunt
from reader.reading.pursuit import Find
from reader.tui import lending as lendings
from reader.tui.lending import Answer, Lending, Loan, is_quick
from tests.tui.libraries import WILLOW, a_library, indexed

QUERY = parse_query(WILLOW[:6])


class Desk:
    """Runs what is to be done in a thread when told to, and remembers what was read and answered."""

    def __init__(self) -> None:
        self.work: list[Callable[[], None]] = []
        self.read: list[str] = []
        self.answers: list[tuple[Find, Answer]] = []

    def load(self, path: Path) -> Loaded:
        self.read.append(path.name)
        return load_edition(path)

    def back(self, function: Callable[..., object], *arguments: Any) -> None:
        function(*arguments)

    def then(self, find: Find, answer: Answer) -> None:
        self.answers.append((find, answer))

    def run(self) -> None:
        while self.work:
            self.work.pop(0)()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def lending(desk: Desk) -> Lending:
    return Lending(desk.load, desk.work.append, desk.back, "zh")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_library(tmp_path)


@pytest.fixture
def finds(root: Path, tmp_path: Path) -> list[Find]:
    return finds_of(root, tmp_path, WILLOW[:6])


def finds_of(root: Path, folder: Path, words: str) -> list[Find]:
    hunt = Hunt(root, FileIndex(indexed(root, folder / "cache"), root), load_edition)
    catch = hunt.find(parse_query(words), Order.DATE, 50, lambda: False, 2.0)
    hunt.close()
    assert catch is not None
    return [Find.of(hit) for hit in catch.hits]


def test_a_piece_comes_with_its_matches_where_they_stand_in_it(
    lending: Lending, desk: Desk, finds: list[Find]
) -> None:
    lending.ask(finds[0], QUERY, desk.then)
    assert desk.answers == []
    desk.run()
    [(find, loan)] = desk.answers
    assert find == finds[0]
    assert isinstance(loan, Loan)
    assert loan.copy is not None
    [span] = loan.spans
    piece = loan.copy.piece(span.block)
    assert piece is not None
    assert piece.text[span.start : span.end] == WILLOW[:6]
    assert lending.known(finds[0], QUERY) == loan


def test_what_was_fetched_is_there_at_once_the_next_time(
    lending: Lending, desk: Desk, finds: list[Find]
) -> None:
    lending.ask(finds[0], QUERY, desk.then)
    desk.run()
    lending.ask(finds[0], QUERY, desk.then)
    assert len(desk.answers) == 2
    assert desk.work == []
    lending.ask(finds[0], parse_query("柳絮"), desk.then)
    desk.run()
    assert desk.read == ["2026-03-13.yaml"]  # another query, the same edition


def test_of_many_asked_for_while_one_is_read_only_the_last_is_read(
    lending: Lending, desk: Desk, finds: list[Find]
) -> None:
    for find in finds:
        lending.ask(find, QUERY, desk.then)
    assert len(desk.work) == 1
    desk.run()
    assert desk.read == ["2026-03-13.yaml", "2026-03-11.yaml"]
    assert [find for find, _ in desk.answers] == [finds[2]]


def test_what_is_not_wanted_any_more_is_not_handed_over(
    lending: Lending, desk: Desk, finds: list[Find]
) -> None:
    lending.ask(finds[0], QUERY, desk.then)
    lending.forget()
    desk.run()
    assert desk.answers == []


def test_an_edition_that_cannot_be_read_is_answered_with_why(
    lending: Lending, desk: Desk, finds: list[Find], root: Path
) -> None:
    (root / "2026-03-13.yaml").unlink()
    lending.ask(finds[0], QUERY, desk.then)
    desk.run()
    assert isinstance(desk.answers[0][1], EditionError)
    lending.ask(finds[1], QUERY, desk.then)
    desk.run()
    assert isinstance(desk.answers[1][1], Loan)


def test_a_piece_that_is_no_longer_in_its_edition_is_answered_with_none(
    lending: Lending, desk: Desk, finds: list[Find], root: Path
) -> None:
    (root / "2026-03-12.yaml").replace(root / "2026-03-13.yaml")
    lending.ask(finds[0], QUERY, desk.then)
    desk.run()
    loan = desk.answers[0][1]
    assert isinstance(loan, Loan)
    assert (loan.item, loan.copy, loan.spans) == (None, None, ())


def test_only_a_few_are_kept(
    lending: Lending, desk: Desk, finds: list[Find], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lendings, "EDITIONS_KEPT", 1)
    monkeypatch.setattr(lendings, "LOANS_KEPT", 1)
    for find in finds:
        lending.ask(find, QUERY, desk.then)
        desk.run()
    assert lending.known(finds[2], QUERY) is not None
    assert lending.known(finds[0], QUERY) is None


def test_a_notice_is_lent_too(lending: Lending, desk: Desk, root: Path, tmp_path: Path) -> None:
    [find, *_] = finds_of(root, tmp_path, "禁止用火")
    lending.ask(find, parse_query("禁止用火"), desk.then)
    desk.run()
    loan = desk.answers[0][1]
    assert isinstance(loan, Loan)
    assert loan.item is not None
    assert loan.item.is_notice
    assert len(loan.spans) == 1


def test_a_regular_expression_is_not_for_between_two_keys() -> None:
    assert is_quick(parse_query("柳絮 日期:2026"))
    assert not is_quick(parse_query("柳絮 /柳.*絮/"))
