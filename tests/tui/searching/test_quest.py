"""What a search is about: what is typed is read, and without an answer it takes nothing found away."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive.query import parse_query
from reader.reading.pursuit import Scope
from reader.tui.searching.quest import Asked, Quest
from tests.tui.papers import put
from tests.tui.sitting import opened


def test_what_is_typed_is_read_as_a_query() -> None:
    asked = Asked.read("白鹭 -灯")
    assert (asked.words, asked.query, asked.fault) == ("白鹭 -灯", parse_query("白鹭 -灯"), None)


@pytest.mark.parametrize("words", ["", " ", "　"])
def test_blanks_ask_for_nothing(words: str) -> None:
    assert Asked.read(words) == Asked(words)


@pytest.mark.parametrize("words", ["日期:昨天", "/(/", "类型:诗"])
def test_what_cannot_be_read_says_why(words: str) -> None:
    asked = Asked.read(words)
    assert asked.query is None
    assert asked.fault is not None


async def test_it_begins_in_the_open_edition_and_remembers_the_line_and_the_edition(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (80, 24)) as sitting:
        await sitting.press("j")
        app = sitting.app
        quest = Quest(app.paper)
        assert quest.pursuit.scope is Scope.EDITION
        assert not quest.is_over_all
        assert quest.pursuit.origin == sitting.place._replace(issue=quest.open_issue)
        assert quest.pursuit.home is not None
        assert (quest.pursuit.home.path, quest.pursuit.home.loaded) == (app.shelf.path, app.shelf.loaded)
        assert not quest.is_typing


async def test_what_was_found_is_gone_on_with_where_what_is_typed_has_no_answer(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        quest = Quest(sitting.app.paper)
        quest.pursuit.words, quest.answered = "白鹭", parse_query("白鹭")
        quest.asked = Asked.read("灯")
        quest.settle()
        assert quest.asked.words == "灯"
        quest.asked = Asked.read("日期:昨天")
        quest.settle()
        assert quest.asked == Asked.read("白鹭")


async def test_it_is_typed_until_it_is_over(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("slash")
        typed, over = Quest(sitting.app.paper), Quest(sitting.app.paper)
        over.is_over = True
        assert (typed.is_typing, over.is_typing) == (True, False)
