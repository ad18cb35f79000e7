"""Beside a query stand both counts, which scope is shown, and what the reader should know of the index."""

from __future__ import annotations

import pytest

from reader.archive.issue_index import Tally
from reader.edition.wording import Tongue, Wording
from reader.reading.place import Place
from reader.reading.pursuit import Pursuit, Scope
from reader.tui.desk import Desk, Habits
from reader.tui.searching.scope_words import Shelves, scope_parts
from reader.typesetting.width import text_width
from tests.reading.papers import NOON, a_session, an_edition

COUNTED = Tally(128)
SESSION = a_session(an_edition((1,)))


def a_desk(tongue: Tongue = "zh") -> Desk:
    return Desk(SESSION, tongue=tongue, clock=lambda: NOON, habits=Habits())


def words(
    scope: Scope = Scope.EDITION,
    here: int | None = 3,
    everywhere: Tally | None = COUNTED,
    shelves: Shelves | None = None,
    room: int = 60,
    tongue: Tongue = "zh",
) -> str:
    pursuit = Pursuit(Place(SESSION.place.reference), scope=scope)
    pursuit.here, pursuit.everywhere = here, everywhere
    parts = scope_parts(a_desk(tongue), pursuit, shelves or Shelves(), room, 6)
    return "".join(text for text, _ in parts)


def test_both_counts_stand_there_and_the_shown_one_has_a_sign() -> None:
    assert words() == "▸本期 3  全部 128  ⇥ 换范围"
    assert words(Scope.ALL) == "本期 3  ▸全部 128  ⇥ 换范围  6 ms"
    assert words(Scope.ALL, tongue="en") == "this edition 3  ▸all 128  Tab  6 ms"


def test_what_is_not_counted_yet_or_not_to_the_end_says_so() -> None:
    assert "全部 …" in words(everywhere=None)
    assert "全部 20000+" in words(everywhere=Tally(20000, is_exact=False))
    assert "本期 …" in words(Scope.ALL, here=None)


def test_an_edition_without_a_hit_points_to_the_others() -> None:
    assert words(here=0) == "本期没有；全部 128，按 Tab"
    assert words(here=0, everywhere=Tally(0)) == "本期没有，往期也没有"
    assert words(here=0, everywhere=Tally(0), shelves=Shelves(is_indexing=True)) == "本期没有；全部 0，按 Tab"


def test_how_far_the_index_is_stands_there_while_it_is_made() -> None:
    assert "索引 1200/36500" in words(Scope.ALL, shelves=Shelves(True, (1200, 36500)))
    assert "正在编索引" in words(Scope.ALL, shelves=Shelves(is_indexing=True))


def test_why_nothing_can_be_searched_stands_instead_of_the_counts() -> None:
    why = Wording("没有索引", "no index")
    assert words(Scope.ALL, shelves=Shelves(why=why), everywhere=None) == "没有索引"
    assert words(shelves=Shelves(why=why)) == "▸本期 3  全部 128  往期没有搜全  ⇥ 换范围"


def test_what_is_never_going_to_be_counted_is_not_said_to_be_counted() -> None:
    closed = Shelves(why=Wording("没有索引", "no index"), is_closed=True)
    assert words(shelves=closed, everywhere=None) == "▸本期 3  往期搜不了  ⇥ 换范围"
    assert words(here=0, shelves=closed, everywhere=None) == "本期没有；往期搜不了"
    said = words(shelves=closed, everywhere=None, tongue="en")
    assert said == "▸this edition 3  back issues cannot be searched  Tab"


def test_who_waits_for_the_others_to_be_counted_knows_that_their_index_is_being_made() -> None:
    begun, going = Shelves(is_indexing=True), Shelves(True, (1200, 36500))
    assert words(shelves=begun, everywhere=None) == "▸本期 3  往期正在编索引  ⇥ 换范围"
    assert words(here=0, shelves=going, everywhere=None) == "本期没有；往期正在编索引 1200/36500"
    said = words(here=0, shelves=going, everywhere=None, tongue="en")
    assert said == "not in this edition; back issues: preparing search 1200/36500"


@pytest.mark.parametrize("room", range(1, 70))
def test_it_keeps_to_its_room_and_the_shown_count_gives_way_last(room: int) -> None:
    said = words(Scope.ALL, shelves=Shelves(True, (1200, 36500)), room=room)
    assert "▸全部 128" in said
    assert text_width(said) <= max(room, text_width("▸全部 128"))
