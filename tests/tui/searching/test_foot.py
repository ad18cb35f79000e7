"""The foot of a search says what can be done, and which of how many hits is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.archive_search import Order
from reader.archive.issue_index import Tally
from reader.reading.place import Place
from reader.reading.pursuit import Find, Pursuit, Scope
from reader.tui.searching.foot import match_words, typing_words
from tests.tui.libraries import WILLOW, a_library
from tests.tui.test_desk import a_desk
from tests.tui.test_lending import finds_of

DESK = a_desk()


@pytest.fixture
def finds(tmp_path: Path) -> list[Find]:
    return finds_of(a_library(tmp_path), tmp_path, WILLOW[:6])


def a_pursuit(finds: list[Find], scope: Scope = Scope.EDITION) -> Pursuit:
    pursuit = Pursuit(Place(DESK.session.place.reference), scope=scope)
    pursuit.found(WILLOW[:6], [find.hit for find in finds])
    return pursuit


@pytest.mark.parametrize("scope", Scope)
def test_without_hits_it_says_how_a_query_is_written(scope: Scope) -> None:
    assert "-排除" in typing_words(DESK, a_pursuit([], scope), has_library=True)


def test_where_there_is_no_library_there_is_no_other_scope(finds: list[Find]) -> None:
    assert "换范围" not in typing_words(DESK, a_pursuit(finds), has_library=False)
    assert "换范围" in typing_words(DESK, a_pursuit(finds), has_library=True)


@pytest.mark.parametrize(("order", "offered"), [(Order.DATE, "改按相关"), (Order.RANK, "改按日期")])
def test_hits_of_all_editions_can_be_had_in_the_other_order(
    finds: list[Find], order: Order, offered: str
) -> None:
    pursuit = a_pursuit(finds, Scope.ALL)
    pursuit.order = order
    assert offered in typing_words(DESK, pursuit, has_library=True)
    assert offered not in typing_words(DESK, a_pursuit(finds), has_library=True)


def test_in_an_edition_matches_are_counted(finds: list[Find]) -> None:
    assert match_words(DESK, a_pursuit(finds)) == f"{WILLOW[:6]}  1/3 处"


@pytest.mark.parametrize(
    ("tally", "has_more", "of"),
    [(None, False, "3"), (None, True, "3+"), (Tally(7), True, "7"), (Tally(7, is_exact=False), True, "7+")],
)
def test_in_all_of_them_hits_are_counted_as_far_as_is_known_and_the_day_is_told(
    finds: list[Find], tally: Tally | None, has_more: bool, of: str
) -> None:
    pursuit = a_pursuit(finds, Scope.ALL)
    pursuit.everywhere, pursuit.has_more = tally, has_more
    assert match_words(DESK, pursuit) == f"{WILLOW[:6]}  1/{of}  {finds[0].hit.date.isoformat()}"


def test_no_hit_is_no_count() -> None:
    assert match_words(DESK, a_pursuit([], Scope.ALL)).strip() == WILLOW[:6]
