"""The screen has a search from ``/`` until it is left, and does without one before and after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.papers import a_paper, an_article, put
from tests.tui.searching.searches import marked, said
from tests.tui.sitting import opened


async def test_there_is_no_search_until_one_is_wanted(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        paper = sitting.app.paper
        assert paper.search is None
        assert not paper.is_typing
        assert not paper.is_on_the_way
        assert paper.marks_in(sitting.reference) == ()
        paper.forget_search()
        paper.index_moved()
        paper.index_ended()
        assert not paper.leave_search()
        assert "按 / 开始" not in sitting.foot


@pytest.mark.parametrize(("key", "told"), [("n", "按 / 开始"), ("N", "按 / 开始"), ("ctrl+o", "先按 Tab")])
async def test_its_keys_say_what_to_do_first(tmp_path: Path, key: str, told: str) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press(key)
        assert told in sitting.foot
        assert sitting.app.paper.search is None


async def test_one_search_lasts_until_it_is_left_and_the_next_is_another(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("白鹭")
        first = sitting.app.paper.search
        await sitting.press("enter", "slash")
        assert sitting.app.paper.search is first
        await sitting.press("escape")
        assert sitting.app.paper.search is None
        await sitting.press("slash")
        assert sitting.app.paper.search is not first
        assert said(sitting) == ""


async def test_enter_stays_where_the_search_led(tmp_path: Path) -> None:
    edition = a_paper([an_article("甲", body="灯。"), an_article("乙", body="白鹭来了。")])
    async with opened(put(tmp_path, edition)) as sitting:
        await sitting.search("白鹭")
        await sitting.press("enter")
        assert marked(sitting) == ["白鹭"]
        await sitting.press("enter")
        assert (sitting.title, marked(sitting), sitting.app.paper.search) == ("乙", [], None)
        await sitting.press("escape")
        assert sitting.title == "乙"


async def test_what_is_found_late_is_not_told_to_the_next_search(tmp_path: Path) -> None:
    edition = a_paper([an_article(body="甲" * 400), an_article("乙")])
    async with opened(put(tmp_path, edition)) as sitting:
        await sitting.press("slash")
        await sitting.type("/(甲+)+乙$/")
        await sitting.press("escape", "slash")
        await sitting.type("乙")
        await sitting.until(lambda: sitting.pursuit is not None and sitting.pursuit.words == "乙")
        await sitting.until(lambda: not any(worker.is_running for worker in sitting.app.workers))
        assert sitting.pursuit is not None
        assert sitting.pursuit.words == "乙"
        assert "处" in said(sitting)


async def test_an_edition_that_comes_up_while_a_query_is_typed_ends_the_search(tmp_path: Path) -> None:
    put(tmp_path, a_paper([an_article("昨天的事")], date="2026-03-13"))
    async with opened(put(tmp_path), library=tmp_path) as sitting:
        await sitting.search("白鹭")
        sitting.app.open_neighbour(later=False)
        await sitting.until(lambda: sitting.title == "昨天的事")
        assert sitting.app.paper.search is None
        assert "河湾晨报" in sitting.rows[0]
        assert marked(sitting) == []
        assert sitting.pane.has_focus
