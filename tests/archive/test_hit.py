from __future__ import annotations

import pytest

from reader.archive.hit import Hit, Match, following, preceding
from reader.archive.searchable import Span
from reader.edition.reference import Reference
from tests.archive.papers import DAY, an_article, an_edition, found

EDITION = an_edition(
    an_article("雪又下了。\n\n雪停了。", name="one", headline="第一篇"),
    an_article("晴。", name="two", headline="第二篇"),
    an_article("雪化了。", name="three", headline="第三篇 雪"),
)
FIRST, LAST, NONE = (Reference(DAY, name) for name in ("three", "one", "two"))


@pytest.fixture
def hits() -> list[Hit]:
    hits = found("雪", EDITION)
    assert [hit.reference for hit in hits] == [FIRST, LAST]  # a headline comes before a body
    return hits


ORDER = [
    Match(FIRST, Span(0, 4, 5)),
    Match(FIRST, Span(1, 0, 1)),
    Match(LAST, Span(1, 0, 1)),
    Match(LAST, Span(2, 0, 1)),
]


def test_n_goes_through_a_piece_then_into_the_next_hit_and_round(hits: list[Hit]) -> None:
    at = ORDER[0]
    for expected in [*ORDER[1:], ORDER[0]]:
        step = following(hits, at.reference, at.span.block, at.span.start)
        assert step == expected
        at = step


def test_capital_n_goes_the_same_way_back(hits: list[Hit]) -> None:
    at = ORDER[0]
    for expected in reversed(ORDER):
        step = preceding(hits, at.reference, at.span.block, at.span.start)
        assert step == expected
        at = step


def test_from_any_place_the_nearest_match_is_next(hits: list[Hit]) -> None:
    assert following(hits, LAST, 1, 3) == ORDER[3]
    assert preceding(hits, LAST, 1, 3) == ORDER[2]
    assert following(hits, FIRST, 0, 0) == ORDER[0]
    assert preceding(hits, FIRST, 0, 0) == ORDER[3]


def test_from_a_piece_that_is_no_hit_one_goes_to_the_first_or_the_last(hits: list[Hit]) -> None:
    assert following(hits, NONE, 0, 0) == ORDER[0]
    assert preceding(hits, NONE, 0, 0) == ORDER[3]


def test_where_nothing_is_marked_there_is_nowhere_to_go() -> None:
    assert following([], NONE, 0, 0) is None
    assert preceding([], NONE, 0, 0) is None
    unmarked = found("类型:消息", EDITION)
    assert len(unmarked) == 3
    assert following(unmarked, NONE, 0, 0) is None
    assert preceding(unmarked, NONE, 0, 0) is None


def test_the_snippet_is_of_the_text_where_the_titles_are_listed_anyway(hits: list[Hit]) -> None:
    assert hits[0].title == "第三篇 雪"
    assert hits[0].snippet == "雪化了。"
    assert hits[0].snippet_spans == ((0, 1),)


def test_the_snippet_is_of_the_title_where_only_that_matches() -> None:
    (hit,) = found("第二", EDITION)
    assert hit.snippet == "第二篇"
    assert hit.snippet_spans == ((0, 2),)
