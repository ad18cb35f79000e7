"""What is asked in one edition and in all: by Tab, as one types, in either order, while the index grows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.tui.widgets.bar import Bar
from tests.tui.libraries import ENGLISH, WILLOW, indexed, the_open
from tests.tui.papers import a_paper, an_article, put
from tests.tui.searching.searches import said, search_all, until_all, until_at
from tests.tui.sitting import opened


async def test_a_search_begins_in_this_edition_and_says_how_many_all_have(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await sitting.search("白鹭")
        await sitting.until(lambda: "▸本期 4  全部 10" in said(sitting))
        assert "换范围" in said(sitting)
        assert all("2026-03-1" not in row for row in sitting.contents)


async def test_an_edition_without_the_words_says_how_many_all_have(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await sitting.search("柳絮")
        await sitting.until(lambda: said(sitting) == "本期没有；全部 7，按 Tab")
        await sitting.search_over("没有哪期写过的话")
        await sitting.until(lambda: said(sitting) == "本期没有，往期也没有")


async def test_tab_lists_the_hits_of_all_editions_the_newest_first(root: Path, index: Path) -> None:
    async with opened(the_open(root), (140, 40), library=root, index_dir=index) as sitting:
        await search_all(sitting, "柳絮")
        await sitting.until(lambda: "本期 0  ▸全部 7" in said(sitting))
        notes = [row for row in sitting.contents if "2026-03-1" in row and "·" in row]
        days = [note.split("2026-03-")[1][:2] for note in notes]
        assert days == sorted(days, reverse=True)
        assert len(days) == 7
        assert any("河湾晨报 · " in note for note in notes)
        assert any(ENGLISH in note for note in notes)
        await sitting.press("tab")
        await sitting.until(lambda: "本期没有" in said(sitting))


async def test_papers_are_named_only_where_there_are_several(root: Path, index: Path) -> None:
    async with opened(the_open(root), (140, 40), library=root, index_dir=index) as sitting:
        await search_all(sitting, WILLOW)
        assert not any("河湾晨报" in row for row in sitting.contents)
        assert "2026-03-13 · 第1版 第一版" in sitting.contents[1]


async def test_every_search_begins_in_this_edition(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, "柳絮")
        await sitting.press("escape", "slash")
        await sitting.type("白鹭")
        await sitting.until(lambda: "▸本期" in said(sitting) and "全部 10" in said(sitting))


async def test_typing_in_bursts_ends_in_what_was_typed_last(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, "柳")
        for _ in range(8):
            await sitting.type("絮飞过")
            await sitting.press(*["backspace"] * 3)
        for character in "絮飞过旧":
            sitting.send(character)
        await until_all(sitting, "柳絮飞过旧")
        await sitting.until(lambda: "▸全部 3" in said(sitting))


async def test_a_query_that_cannot_be_read_keeps_the_hits_of_all(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, "柳絮")
        contents = sitting.contents
        await sitting.type(" 日期:昨天")
        await sitting.until(lambda: "不是日期" in said(sitting))
        assert sitting.contents == contents


async def test_hits_can_be_ordered_by_how_well_they_match(root: Path, index: Path) -> None:
    async with opened(the_open(root), (140, 40), library=root, index_dir=index) as sitting:
        await sitting.press("slash", "ctrl+o")
        assert "先按 Tab" in sitting.foot
        await sitting.press("escape")
        await search_all(sitting, "柳絮")
        assert "改按相关" in sitting.foot
        await sitting.press("ctrl+o")
        await sitting.until(lambda: sitting.contents[0].count("柳絮") == 1)
        heads = sitting.contents[0:18:3]
        assert [("柳絮" in head or "易燃" in head) for head in heads[:3]] == [True] * 3
        await sitting.until(lambda: "改按日期" in sitting.foot)


async def test_more_hits_are_listed_as_the_cursor_nears_the_end(tmp_path: Path) -> None:
    root = tmp_path / "library"
    for day in range(1, 29):
        put(
            root,
            a_paper(
                [an_article(f"{day}日之{at}", body="柳絮。") for at in range(5)], date=f"2026-02-{day:02}"
            ),
        )
    put(root)
    index = indexed(root, tmp_path / "cache")
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await search_all(sitting, "柳絮")
        await sitting.until(lambda: "▸全部 140" in said(sitting))
        pursuit = sitting.pursuit
        assert pursuit is not None
        assert len(pursuit.finds) == 50
        for _ in range(45):
            sitting.send("down")
        await sitting.until(lambda: len(pursuit.finds) == 100)
        assert sitting.listing.cursor_key is not None
        assert sitting.listing.cursor_key.startswith("河湾晨报//2026-02-19")
        for _ in range(50):
            sitting.send("down")
        await sitting.until(lambda: len(pursuit.finds) == 140)
        for _ in range(50):
            sitting.send("down")
        await sitting.settle()
        await sitting.press("enter")
        await until_at(sitting, "2026-02-01")
        assert "140/140" in sitting.foot


async def test_an_edition_of_no_library_has_one_scope_only(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("白鹭")
        await sitting.press("tab")
        assert "只能搜本期" in sitting.foot
        assert "全部" not in said(sitting)
        assert sitting.app.paper.is_typing


async def test_a_small_library_without_an_index_is_read_itself(root: Path) -> None:
    async with opened(the_open(root), library=root) as sitting:
        await search_all(sitting, "柳絮")
        await sitting.until(lambda: "▸全部 7" in said(sitting))
        await sitting.press("enter")
        await until_at(sitting, "2026-03-13")


async def test_a_visitor_without_an_index_is_told_what_is_missing(root: Path, tmp_path: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=tmp_path / "nothing") as sitting:
        await sitting.press("slash")
        await sitting.type("柳絮")
        await sitting.press("tab")
        await sitting.until(lambda: "paper-reader index" in said(sitting))
        assert not (tmp_path / "nothing").exists()
        await sitting.press("escape", "right")
        assert sitting.title == "渡口换了新船"


async def test_a_damaged_index_is_said_by_whoever_may_not_mend_it(root: Path, index: Path) -> None:
    [file] = index.glob("*.sqlite")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE text SET check_sum = check_sum + 1")
    connection.close()
    async with opened(the_open(root), library=root, index_dir=index) as sitting:
        await sitting.press("slash")
        await sitting.type("柳絮")
        await sitting.press("tab")
        await sitting.until(lambda: "索引已损坏" in said(sitting))


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (200, 60)], ids=str)
async def test_the_row_holds_both_counts_at_every_width(
    root: Path, index: Path, size: tuple[int, int]
) -> None:
    async with opened(the_open(root), size, library=root, index_dir=index) as sitting:
        await search_all(sitting, "柳絮")
        await sitting.until(lambda: "▸全部 7" in said(sitting))
        assert all(strip.cell_length == size[0] for strip in sitting.strips)
        assert "柳絮" in sitting.rows[0]


async def test_the_row_speaks_english_too(root: Path, index: Path) -> None:
    async with opened(the_open(root), library=root, index_dir=index, tongue="en") as sitting:
        await search_all(sitting, "柳絮")
        await sitting.until(lambda: "this edition 0  ▸all 7  Tab" in said(sitting))
        assert "best first" in sitting.app.screen.query_one("#foot", Bar).words.parts[0][0]
