"""Search over all editions on the screen: by Tab, as one types, through papers with n, and back by Esc."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.reading.pursuit import Scope
from reader.tui.widgets.bar import Bar
from tests.tui.libraries import ENGLISH, WILLOW, a_library, indexed, the_open
from tests.tui.papers import DAY, a_paper, an_article, put
from tests.tui.screens.test_finding import marked, said
from tests.tui.sitting import Sitting, closed_up, opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_library(tmp_path)


@pytest.fixture
def index(root: Path, tmp_path: Path) -> Path:
    return indexed(root, tmp_path / "cache")


async def search_all(sitting: Sitting, words: str) -> None:
    """Type a query, change to all editions and wait for what is found there."""
    await sitting.press("slash")
    await sitting.type(words)
    await sitting.press("tab")
    await until_all(sitting, words)


async def until_all(sitting: Sitting, words: str) -> None:
    def is_there() -> bool:
        pursuit = sitting.app.paper.pursuit
        if pursuit is None or pursuit.scope is not Scope.ALL or pursuit.words != words:
            return False
        return pursuit.everywhere is not None and all(find.path is not None for find in pursuit.finds)

    await sitting.until(is_there)


async def until_at(sitting: Sitting, day: str, paper: str = "") -> None:
    """Wait until the edition of a day is open."""
    await sitting.until(
        lambda: (
            sitting.app.desk.session.edition.date.isoformat() == day
            and paper in sitting.app.desk.session.edition.paper
        )
    )


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
        pursuit = sitting.app.paper.pursuit
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
        assert sitting.app.paper.pursuit is None
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
        assert sitting.app.paper.pursuit is None
        await sitting.press("n")
        assert "按 / 开始" in sitting.foot


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
        pursuit = sitting.app.paper.pursuit
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
