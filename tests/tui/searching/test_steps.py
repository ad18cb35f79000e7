"""From hit to hit through all editions with Enter, n and N, and back by Esc."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.libraries import ENGLISH, WILLOW, the_open
from tests.tui.papers import DAY, a_paper, an_article, put
from tests.tui.searching.searches import marked, said, search_all, until_at
from tests.tui.sitting import closed_up, opened


async def test_a_hit_of_another_edition_is_seen_as_it_stands_there_before_it_is_opened(
    root: Path, index: Path
) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        place = sitting.place
        await search_all(sitting, WILLOW[:6])
        await sitting.until(lambda: "".join(marked(sitting)) == WILLOW[:6] and "载入中" not in sitting.text)
        assert closed_up(sitting.article[1]) == "2026-03-13柳絮"
        assert "修灯的师傅" in "".join(sitting.article)
        assert sitting.app.desk.session.place == sitting.app.desk.session.place
        assert sitting.app.desk.session.edition.date.isoformat() == DAY
        assert sitting.app.desk.session.place.reference == place.reference


async def test_enter_opens_the_edition_of_a_hit_at_its_match(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW[:6])
        await sitting.press("down", "enter")
        await until_at(sitting, "2026-03-12")
        assert sitting.title == "2026-03-12柳絮"
        assert marked(sitting) == [WILLOW[:6]]
        assert not sitting.app.paper.is_typing
        assert "2026年3月12日" in sitting.rows[0]
        assert "2/3  2026-03-12" in sitting.foot


async def test_enter_in_one_burst_with_n_goes_to_the_next_hit(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW[:6])
        for key in ("enter", "n", "n"):
            sitting.send(key)
        await until_at(sitting, "2026-03-11")
        assert marked(sitting) == [WILLOW[:6]]


async def test_n_and_shift_n_go_through_all_editions_and_round(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW[:6])
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13")
        for day in ("2026-03-12", "2026-03-11", "2026-03-13"):
            await sitting.press("n")
            await until_at(sitting, day)
        for day in ("2026-03-11", "2026-03-12"):
            await sitting.press("N")
            await until_at(sitting, day)
        assert marked(sitting) == [WILLOW[:6]]


async def test_a_key_that_is_held_opens_only_the_edition_it_ends_in(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW[:6])
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13")
        for _ in range(30):
            sitting.send("n")
        await sitting.until(lambda: not sitting.app.paper.is_on_the_way)
        pursuit = sitting.pursuit
        assert pursuit is not None
        assert pursuit.find is not None
        assert sitting.reference == pursuit.find.reference
        assert marked(sitting) == [WILLOW[:6]]


async def test_papers_of_two_languages_are_gone_through_each_in_its_own(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, "willow")
        await sitting.until(lambda: "tea stall" in sitting.text)
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13", ENGLISH)
        assert [words.lower() for words in marked(sitting)] == ["willow"]
        await sitting.press("escape")
        assert sitting.app.desk.session.edition.date.isoformat() == DAY


@pytest.mark.parametrize("begun", ["reading", "page"])
async def test_escape_returns_to_the_very_line_of_the_very_edition(
    root: Path, index: Path, begun: str
) -> None:
    put(root, a_paper([an_article("长", body="\n\n".join(f"第{at}段。" for at in range(90)))]))
    async with opened(the_open(root), (80, 24), library=root, index_dir=index) as sitting:
        await sitting.press("space", "j", "j")
        place, rows = sitting.place, sitting.article
        if begun == "page":
            await sitting.press("v")
        await search_all(sitting, "柳絮")
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13")
        await sitting.press("n", "n", "n", "n")
        await sitting.until(lambda: not sitting.app.paper.is_on_the_way)
        await sitting.press("right", "escape")
        if begun == "page":
            assert not sitting.is_on_paper
            assert DAY.replace("-", "")[:4] in sitting.text
            await sitting.press("v")
        assert (sitting.place, sitting.article) == (place, rows)
        assert sitting.pursuit is None
        assert marked(sitting) == []
        await sitting.press("u")
        await sitting.until(lambda: sitting.app.desk.session.edition.date.isoformat() != DAY)
        await sitting.press("U")
        await until_at(sitting, DAY)
        assert sitting.place == place


async def test_slash_edits_the_query_with_its_list_and_scope_as_they_were(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW[:6])
        await sitting.press("down", "enter")
        await until_at(sitting, "2026-03-12")
        await sitting.press("slash")
        assert "▸全部 3" in said(sitting)
        assert sitting.listing.cursor_key is not None
        assert "2026-03-12" in sitting.listing.cursor_key
        await sitting.press("escape")
        assert sitting.app.desk.session.edition.date.isoformat() == DAY


@pytest.mark.parametrize("key", ["{", "u"])
async def test_going_elsewhere_ends_the_search(root: Path, index: Path, key: str) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW[:6])
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13")
        await sitting.press(key)
        await until_at(sitting, DAY if key == "u" else "2026-03-12")
        assert sitting.pursuit is None
        await sitting.press("n")
        assert "按 / 开始" in sitting.foot


async def test_a_notice_is_found_and_marked_as_it_is_shown(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, "禁止用火")
        await sitting.until(lambda: marked(sitting) == ["禁止用火"])
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13")
        assert marked(sitting) == ["禁止用火"]
        assert sitting.reference.notice_id == "wind-2026-03-13"


async def test_a_file_that_is_gone_is_said_and_the_next_hit_can_be_gone_to(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        place = sitting.place
        await search_all(sitting, WILLOW[:6])
        await sitting.until(lambda: "载入中" not in sitting.text)
        (root / "2026-03-12.yaml").unlink()
        await sitting.press("down", "enter")
        await sitting.until(lambda: "2026-03-12.yaml" in sitting.foot)
        assert sitting.place.reference == place.reference
        await sitting.press("n")
        await until_at(sitting, "2026-03-11")


async def test_hits_are_gone_on_with_while_what_is_typed_cannot_be_read(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW[:6])
        sitting.app.screen.query_one(Input).value = "日期:昨天"
        await sitting.until(lambda: "不是日期" in said(sitting))
        await sitting.press("down", "enter")
        await until_at(sitting, "2026-03-12")
        assert marked(sitting) == [WILLOW[:6]]
        await sitting.press("slash")
        assert "▸全部 3" in said(sitting)
