from __future__ import annotations

import weakref
from pathlib import Path

import pytest

from reader.loading.load import read_edition
from reader.loading.source_map import Positions, SourceMap
from tests.loading.test_load import WHOLE

LOADED = read_edition(WHOLE.encode(), Path("good.yaml"))
LINES = WHOLE.split("\n")


def at(path: str) -> str:
    """Return the text of the file from where the map says a field's value begins."""
    position = LOADED.source_map.position(path)
    assert position is not None
    line, column = position
    return LINES[line - 1][column - 1 :]


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("format", "1"),
        ("issue", "0712"),
        ("masthead", "{motto"),
        ("masthead.lunar", "二月初五"),
        ("inferred[1]", "kai,"),
        ("notices[0].event", "大风"),
        ("notices[0].text", "|"),
        ("sections", "name: No"),
        ("sections[0]", "name: No"),
        ("sections[0].page", "01"),
        ("sections[0].articles[0]", "id: kai"),
        ("sections[0].articles[0].headline", "春水初生"),
        ("sections[0].articles[0].body", "|"),
        ("sections[0].articles[0].authors[1]", "石二"),
        ("sections[0].articles[0].photos[0].caption", "河,"),
        ("sections[0].articles[0].jump_to.article", "p02-a01"),
        ("sections[1].articles[0].slug", "无题"),
    ],
)
def test_a_field_is_where_its_value_begins(path: str, begins: str) -> None:
    assert at(path).startswith(begins)


@pytest.mark.parametrize(
    "path", ["none", "sections[9]", "sections.name", "format[0]", "sections[0].kicker", "masthead.motto.x"]
)
def test_what_the_file_does_not_hold_has_no_place(path: str) -> None:
    assert LOADED.source_map.position(path) is None


def test_articles_and_notices_are_found_by_their_ids() -> None:
    source_map = LOADED.source_map
    assert source_map.article_position("kai") == source_map.position("sections[0].articles[0]")
    assert source_map.article_position("p02-a01") == source_map.position("sections[1].articles[0]")
    assert source_map.notice_position("wind-2") == source_map.position("notices[0]")
    assert source_map.article_position("none") is None
    assert source_map.notice_position("kai") is None


def test_positions_are_worked_out_once_and_not_before_one_is_asked_for() -> None:
    asked: list[bool] = []

    def positions() -> Positions:
        asked.append(True)
        return LOADED.source_map.positions

    source_map = SourceMap(positions)
    assert asked == []
    assert source_map.article_position("kai") == LOADED.source_map.article_position("kai")
    assert source_map.position("issue") == LOADED.source_map.position("issue")
    assert asked == [True]


def test_what_positions_are_made_of_is_let_go_of_once_they_are_worked_out() -> None:
    class Words:
        def positions(self) -> Positions:
            return LOADED.source_map.positions

    words = Words()
    gone = weakref.ref(words)
    source_map = SourceMap(words.positions)
    del words
    assert gone() is not None
    assert source_map.article_position("kai") is not None
    assert gone() is None
