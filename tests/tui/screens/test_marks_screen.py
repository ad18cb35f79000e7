"""The list of marks, over all editions of all papers."""

from __future__ import annotations

from pathlib import Path

from reader.reading.store import MemoryStore
from tests.tui.papers import PAPER, a_paper, an_article, long_article, put
from tests.tui.sitting import Sitting, opened


def titles(sitting: Sitting) -> list[str]:
    return [row.split()[1] for row in sitting.contents if "★" in row]


async def test_an_empty_list_says_how_to_fill_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("M")
        assert "收藏夹" in sitting.rows[0]
        assert "按 m" in sitting.foot
        await sitting.press("enter", "m", "j", "k", "g", "G", "escape")
        assert sitting.is_on_paper


async def test_marks_stand_newest_first_with_paper_and_day(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙丙"]))) as sitting:
        await sitting.press("m", "right", "right", "m", "M")
        assert titles(sitting) == ["丙", "甲"]
        assert sitting.text.count(PAPER) == 2
        assert sitting.text.count("2026-03-14") == 2


async def test_enter_opens_the_mark_where_it_was_set(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([long_article(), an_article("乙")]))
    async with opened(path, (80, 24)) as sitting:
        await sitting.press("space", "space", "m")
        place = sitting.place
        await sitting.press("right", "M", "enter")
        assert sitting.is_on_paper
        assert sitting.place == place


async def test_a_click_opens_a_mark(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙"]))) as sitting:
        await sitting.press("m", "right", "M")
        await sitting.click(6, 1)
        assert sitting.title == "甲"


async def test_m_takes_the_mark_under_the_cursor_away(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙丙"]))) as sitting:
        await sitting.press("m", "right", "m", "right", "m", "M", "j", "m")
        assert "已取消收藏：乙" in sitting.foot
        assert titles(sitting) == ["丙", "甲"]
        await sitting.press("escape")
        assert [mark.title for mark in sitting.app.desk.session.marks()] == ["丙", "甲"]
        assert "★ 乙" not in sitting.text
        assert "★ 甲" in sitting.text


async def test_moving_in_the_list_stops_at_its_ends(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙丙"]))) as sitting:
        await sitting.press("m", "right", "m", "right", "m", "M", "k")
        first = sitting.listing.cursor_key
        await sitting.press("G", "j")
        last = sitting.listing.cursor_key
        assert (first, last) != (None, first)
        await sitting.press("g")
        assert sitting.listing.cursor_key == first


async def test_escape_q_and_the_key_itself_return_exactly_to_the_place(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article()])), (80, 24)) as sitting:
        await sitting.press("space", "j", "m")
        place, rows = sitting.place, sitting.article
        for key in ("escape", "q", "M"):
            await sitting.press("M", key)
            assert sitting.is_on_paper
            assert (sitting.place, sitting.article) == (place, rows)


async def test_a_mark_in_another_edition_opens_that_edition(tmp_path: Path) -> None:
    put(tmp_path, a_paper([an_article("昨天的事")], date="2026-03-13"))
    path, store = put(tmp_path), MemoryStore()
    async with opened(path, library=tmp_path, store=store) as sitting:
        await sitting.press("left_curly_bracket")
        await sitting.until(lambda: sitting.title == "昨天的事")
        await sitting.press("m", "right_curly_bracket")
        await sitting.until(lambda: sitting.title == "春水涨到第三级台阶")
        await sitting.press("M", "enter")
        await sitting.until(lambda: sitting.title == "昨天的事")


async def test_a_mark_whose_edition_is_gone_says_so_and_stays(tmp_path: Path) -> None:
    old = put(tmp_path, a_paper([an_article("昨天的事")], date="2026-03-13"))
    path, store = put(tmp_path), MemoryStore()
    async with opened(old, library=tmp_path, store=store) as sitting:
        await sitting.press("m")
    old.unlink()
    async with opened(path, library=tmp_path, store=store) as sitting:
        await sitting.press("M")
        await sitting.until(lambda: "这一期不在往期里" in sitting.text)
        await sitting.press("enter")
        assert "找不到这一期：河湾晨报 2026-03-13；收藏还留着" in sitting.foot
        assert titles(sitting) == ["昨天的事"]
        await sitting.press("escape")
        assert sitting.title == "春水涨到第三级台阶"


async def test_an_edition_that_stands_alone_is_not_said_to_be_gone(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("m", "M")
        await sitting.settle()
        assert "不在往期里" not in sitting.text


async def test_a_mark_taken_away_stays_in_sight_until_the_list_is_left(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙"]))) as sitting:
        await sitting.press("m", "right", "m", "M", "m")
        assert "☆ 乙" in sitting.text
        assert "已取消" in sitting.text
        assert "再按 m 恢复" in sitting.foot
        await sitting.press("escape", "M")
        assert "乙" not in sitting.text


async def test_m_again_brings_the_mark_back_with_its_note_and_its_place(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(), an_article("乙")])), (80, 24)) as sitting:
        await sitting.press("space", "c")
        await sitting.type("核对")
        await sitting.press("enter", "right", "m", "M", "j", "m")
        assert "批注还在" in sitting.foot
        await sitting.press("m")
        assert "已收藏：一条河的四季" in sitting.foot
        marks = {mark.title: mark for mark in sitting.app.desk.session.marks()}
        assert marks["一条河的四季"].note == "核对"
        assert marks["一条河的四季"].block > 0


async def test_c_writes_a_note_to_the_mark_under_the_cursor(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙丙"]))) as sitting:
        await sitting.press("m", "right", "m", "right", "m", "M", "j", "c")
        assert "批注 ›" in sitting.rows[0]
        assert "乙" in sitting.rows[0]
        await sitting.type("mq/c")
        await sitting.press("enter")
        assert "▎mq/c" in sitting.text
        assert [mark.note for mark in sitting.app.desk.session.marks()] == ["", "mq/c", ""]
        assert sitting.listing.cursor_key is not None
        assert "乙" in sitting.app.desk.session.marks()[1].title
        await sitting.press("c", "x", "escape")
        assert [mark.note for mark in sitting.app.desk.session.marks()] == ["", "mq/c", ""]
        await sitting.press("c", *["backspace"] * 4, "enter")
        assert "批注已删去" in sitting.foot
        assert "▎" not in sitting.text
        await sitting.press("c", "enter")
        assert "没有改" in sitting.foot


async def test_a_note_to_a_mark_taken_away_a_moment_ago_brings_it_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("m", "M", "m", "c")
        await sitting.type("留")
        await sitting.press("enter")
        assert titles(sitting) == ["春水涨到第三级台阶"]
        assert [mark.note for mark in sitting.app.desk.session.marks()] == ["留"]
        await sitting.press("m")
        assert sitting.app.desk.session.marks() == []


async def test_y_copies_the_clipping_and_capital_y_those_listed(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙丙"]))) as sitting:
        await sitting.press("m", "right", "c")
        await sitting.type("*要紧*")
        await sitting.press("enter", "right", "m", "M", "j", "y")
        assert "已复制剪报：乙" in sitting.foot
        copied = sitting.app.clipboard
        assert copied.startswith(f"## 乙\n\n{PAPER} · 2026-03-14 · 第一版\\\n`2026-03-14/p01-a02` · 收藏于")
        assert "> **批注**：\\*要紧\\*\n" in copied
        await sitting.press("Y")
        assert "已复制 3 条剪报" in sitting.foot
        headings = [row for row in sitting.app.clipboard.split("\n") if row.startswith("#")]
        assert headings == ["# 剪报", "## 丙", "## 乙", "## 甲"]
        await sitting.press("slash", "要", "enter", "Y")
        assert sitting.app.clipboard == copied


async def test_in_the_list_no_file_is_written(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path, can_edit=False) as sitting:
        await sitting.press("m", "M", "y", "Y", "x", "e", "escape")
    assert list(tmp_path.iterdir()) == [path]
