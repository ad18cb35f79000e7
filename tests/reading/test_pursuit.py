"""A pursuit knows what was found and which match one stands on; n and N walk all of them, round and round."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.archive.archive_search import ArchiveHit, Order
from reader.archive.back_issues import BackIssues
from reader.archive.edition_search import EditionSearch, Hit, Span
from reader.archive.file_index import FileIndex
from reader.archive.issue_index import Tally
from reader.archive.query import parse_query
from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.reference import Reference
from reader.loading.load import load_edition
from reader.reading.place import Place
from reader.reading.pursuit import Pursuit, Scope
from reader.typesetting.copy import article_copy
from tests.reading.papers import DAY, an_article, an_edition_of
from tests.tui.libraries import WILLOW, a_library, indexed

ORIGIN = Place(Reference(DAY, "one"), 2, 5)
EDITION = an_edition_of(
    an_article("one", headline="井边", body="槐花开了，槐花又落。\n\n地上都是槐花。"),
    an_article("two", headline="渡口", body="船靠岸了。"),
    an_article("three", headline="槐花糕", body="一人一块。"),
)


def hits_of(words: str, edition: Edition = EDITION) -> list[Hit]:
    def copy(piece: object) -> object:
        assert isinstance(piece, Article)
        return article_copy(edition, piece)

    return EditionSearch(edition, copy).find(parse_query(words))  # type: ignore[arg-type]


def a_pursuit(words: str = "槐花") -> Pursuit:
    pursuit = Pursuit(ORIGIN)
    pursuit.found(words, hits_of(words))
    return pursuit


def place_of(pursuit: Pursuit) -> Place:
    assert pursuit.hit is not None
    match = pursuit.match
    return Place(pursuit.hit.reference, match.block if match else 0, match.start if match else 0)


def test_it_remembers_where_the_reader_came_from() -> None:
    assert a_pursuit().origin == ORIGIN


def test_before_anything_is_found_there_is_nothing_to_stand_on() -> None:
    pursuit = Pursuit(ORIGIN)
    assert (pursuit.hit, pursuit.match, pursuit.match_count, pursuit.match_ordinal) == (None, None, 0, 0)
    assert pursuit.next(ORIGIN) is None
    assert pursuit.previous(ORIGIN) is None
    assert pursuit.matches_at(ORIGIN) == ()


def test_what_was_found_begins_with_the_first_match_of_the_best_hit() -> None:
    pursuit = a_pursuit()
    assert pursuit.hit is not None
    assert pursuit.hit.reference.piece == "three"  # in the title before in the text
    assert (pursuit.match_ordinal, pursuit.match_count) == (1, 4)


def test_every_match_of_a_piece_is_there_to_be_marked() -> None:
    pursuit = a_pursuit()
    assert len(pursuit.matches_at(Place(Reference(DAY, "one")))) == 3
    assert len(pursuit.matches_at(Place(Reference(DAY, "three")))) == 1
    assert pursuit.matches_at(Place(Reference(DAY, "two"))) == ()


def test_next_goes_through_every_match_and_from_the_last_to_the_first() -> None:
    pursuit = a_pursuit()
    seen = [pursuit.match_ordinal]
    for _ in range(4):
        pursuit.next(place_of(pursuit))
        seen.append(pursuit.match_ordinal)
    assert seen == [1, 2, 3, 4, 1]


def test_previous_goes_the_other_way_round() -> None:
    pursuit = a_pursuit()
    seen = []
    for _ in range(4):
        pursuit.previous(place_of(pursuit))
        seen.append(pursuit.match_ordinal)
    assert seen == [4, 3, 2, 1]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.booleans(), max_size=20))
def test_a_step_and_the_step_back_lead_to_the_same_match(steps: list[bool]) -> None:
    pursuit = a_pursuit()
    for is_forward in steps:
        before = pursuit.match_ordinal
        (pursuit.next if is_forward else pursuit.previous)(place_of(pursuit))
        assert pursuit.match_ordinal == (before % 4 + 1 if is_forward else (before - 2) % 4 + 1)


def test_after_going_on_to_another_piece_next_goes_on_from_there() -> None:
    pursuit = a_pursuit()
    hit = pursuit.next(Place(Reference(DAY, "one"), 0, 0))
    assert hit is not None
    assert hit.reference.piece == "one"
    assert pursuit.match_ordinal == 2


def test_a_find_that_is_lost_is_stepped_over_and_not_come_back_to() -> None:
    pursuit = a_pursuit()
    names = [find.reference.piece for find in pursuit.finds]
    assert len(names) == 2
    pursuit.stand_on(pursuit.finds[1].key)
    pursuit.lose(pursuit.finds[1].key)
    assert [find.reference.piece for find in pursuit.finds] == names[:1]
    assert pursuit.find == pursuit.finds[0]
    pursuit.lose("nothing")
    pursuit.lose(pursuit.finds[0].key)
    assert not pursuit.finds
    assert pursuit.next(ORIGIN) is None


def test_standing_on_a_piece_is_standing_on_its_first_match() -> None:
    pursuit = a_pursuit()
    pursuit.stand_on(str(Reference(DAY, "one")))
    assert pursuit.match_ordinal == 2
    pursuit.stand_on(str(Reference(DAY, "two")))  # no hit: one stays
    assert pursuit.match_ordinal == 2


def test_another_query_takes_the_place_of_the_first() -> None:
    pursuit = a_pursuit()
    pursuit.found("船", hits_of("船"))
    assert pursuit.words == "船"
    assert pursuit.hit is not None
    assert (pursuit.hit.reference.piece, pursuit.match_count) == ("two", 1)
    pursuit.found("无", ())
    assert pursuit.match_ordinal == 0
    assert pursuit.next(ORIGIN) is None


def test_a_hit_without_words_has_no_match_to_stand_on() -> None:
    pursuit = a_pursuit("版:要闻")
    assert pursuit.hit is not None
    assert (pursuit.match, pursuit.match_count, pursuit.match_ordinal) == (None, 0, 0)
    assert pursuit.next(place_of(pursuit)) is pursuit.find


# -- over all editions ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("pursuit")
    root = a_library(folder)
    return root, indexed(root, folder / "cache")


def catch_of(library: tuple[Path, Path], words: str, limit: int = 50) -> list[ArchiveHit]:
    root, index = library
    issues = BackIssues(root, FileIndex(index, root), load_edition)
    hits = list(issues.find(parse_query(words)))[:limit]
    issues.close()
    return hits


def a_wide_pursuit(library: tuple[Path, Path], words: str = WILLOW[:6], limit: int = 50) -> Pursuit:
    pursuit = Pursuit(ORIGIN, scope=Scope.ALL)
    hits = catch_of(library, words, limit)
    pursuit.found_everywhere(words, hits, has_more=limit < 50)
    return pursuit


def where(pursuit: Pursuit) -> Place:
    find, match = pursuit.find, pursuit.match
    assert find is not None
    return Place(find.reference, match.block if match else 0, match.start if match else 0, find.issue)


def test_hits_of_all_editions_are_told_apart_by_paper_day_and_piece(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library, "柳絮")
    keys = [find.key for find in pursuit.finds]
    assert len(set(keys)) == len(keys) == 7
    assert pursuit.everywhere == Tally(7)
    assert any(key.startswith("Bend Courier//2026-03-13/") for key in keys)


def test_next_leads_through_editions_and_round(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library)
    seen = []
    for _ in range(4):
        seen.append(pursuit.find_ordinal)
        assert pursuit.next(where(pursuit)) is not None
    assert seen == [1, 2, 3, 1]
    assert pursuit.previous(where(pursuit)) is not None
    assert pursuit.find_ordinal == 1


def test_it_does_not_go_round_while_there_are_more(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library, limit=2)
    pursuit.next(where(pursuit))
    assert pursuit.next(where(pursuit)) is None
    assert pursuit.find_ordinal == 2
    pursuit.previous(where(pursuit))
    assert pursuit.previous(where(pursuit)) is None
    assert pursuit.find_ordinal == 1


def test_more_hits_of_the_same_query_leave_the_reader_where_they_are(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library, limit=2)
    pursuit.next(where(pursuit))
    before = pursuit.find
    pursuit.found_everywhere(WILLOW[:6], catch_of(library, WILLOW[:6]), has_more=False)
    assert before is not None
    assert pursuit.find is not None
    assert pursuit.find.key == before.key
    assert len(pursuit.finds) == 3
    pursuit.turn(Order.RANK)
    pursuit.found_everywhere(WILLOW[:6], catch_of(library, WILLOW[:6]), has_more=False)
    assert pursuit.find_ordinal == 1


def test_from_a_piece_that_is_no_hit_the_search_goes_on_from_the_last_hit(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library)
    pursuit.next(where(pursuit))
    elsewhere = where(pursuit)._replace(reference=Reference(DAY, "other"))
    pursuit.next(elsewhere)
    assert pursuit.find_ordinal == 3


def test_what_is_learned_from_the_text_replaces_what_the_index_said(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library)
    find = pursuit.find
    assert find is not None
    assert not pursuit.knows(find)
    pursuit.learn(find.key, [Span(7, 3, 5), Span(8, 1, 3)])
    assert pursuit.match == Span(7, 3, 5)
    pursuit.next(where(pursuit))
    assert (pursuit.match, pursuit.find_ordinal) == (Span(8, 1, 3), 1)
    pursuit.learn(find.key, [])
    assert pursuit.match is None


def test_a_hit_without_words_is_a_step_too(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library, "日期:2026-03-12")
    for ordinal in (2, 3, 1):
        pursuit.next(where(pursuit))
        assert pursuit.find_ordinal == ordinal


def test_counts_are_of_one_query_only(library: tuple[Path, Path]) -> None:
    pursuit = a_wide_pursuit(library)
    counted = pursuit.everywhere
    pursuit.seek()
    assert (counted, pursuit.everywhere) == (Tally(3), None)
