"""The note to the open article: c opens a row, Enter keeps, Esc changes nothing."""

from __future__ import annotations

from pathlib import Path

from reader.reading.store import MemoryStore
from tests.tui.papers import a_notice, a_paper, an_article, long_article, put
from tests.tui.sitting import Sitting, opened


def notes(sitting: Sitting) -> list[tuple[str, str]]:
    return [(mark.title, mark.note) for mark in sitting.app.desk.session.marks()]


async def test_a_note_marks_the_article_and_is_there_after_a_restart(tmp_path: Path) -> None:
    path, store = put(tmp_path), MemoryStore()
    async with opened(path, store=store) as sitting:
        await sitting.press("c")
        assert "批注 ›" in sitting.rows[0]
        assert "Enter 留下" in sitting.foot
        await sitting.type("核对数字")
        assert notes(sitting) == []
        await sitting.press("enter")
        assert "已收藏，批注留下" in sitting.foot
        assert "批注 ›" not in sitting.rows[0]
        await sitting.press("right")
        assert "★ 春水" in sitting.text
    async with opened(path, store=store) as sitting:
        assert notes(sitting) == [("春水涨到第三级台阶", "核对数字")]


async def test_the_note_that_is_there_can_be_gone_on_with_or_emptied(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("m", "c")
        await sitting.type("核对")
        await sitting.press("enter", "c")
        await sitting.type("数字")
        await sitting.press("enter")
        assert "批注已留下" in sitting.foot
        assert notes(sitting) == [("春水涨到第三级台阶", "核对数字")]
        await sitting.press("c", *["backspace"] * 4, "enter")
        assert "批注已删去" in sitting.foot
        assert notes(sitting) == [("春水涨到第三级台阶", "")]


async def test_escape_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article()])), (80, 24)) as sitting:
        await sitting.press("space", "j")
        place, article, head = sitting.place, sitting.article, sitting.rows[0]
        await sitting.press("c")
        await sitting.type("核对")
        await sitting.press("escape")
        assert notes(sitting) == []
        assert (sitting.place, sitting.article, sitting.rows[0]) == (place, article, head)


async def test_enter_on_nothing_typed_says_that_nothing_changed(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("c", "enter")
        assert "没有改" in sitting.foot
        assert notes(sitting) == []


async def test_keys_in_one_burst_behind_c_belong_to_the_note(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        for key in ("c", *"cmq/:v?njy 1", "enter"):
            sitting.send(key)
        await sitting.until(lambda: notes(sitting))
        assert notes(sitting) == [("春水涨到第三级台阶", "cmq/:v?njy 1")]
        assert not sitting.has_left()


async def test_the_article_can_be_read_on_while_its_note_is_written(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(8), an_article("乙")])), (80, 24)) as sitting:
        await sitting.press("c")
        await sitting.type("前半")
        await sitting.press("pagedown", "down", *["pagedown"] * 9, "tab")
        assert sitting.title == "一条河的四季"
        assert "批注 › 前半" in sitting.rows[0]
        await sitting.press("pageup", "up")
        await sitting.type("后半")
        await sitting.press("enter")
        assert notes(sitting) == [("一条河的四季", "前半后半")]


async def test_the_mark_is_where_the_reader_stood_when_they_began_to_write(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article()])), (80, 24)) as sitting:
        await sitting.press("space", "space")
        place = sitting.place
        await sitting.press("c")
        await sitting.type("此处")
        await sitting.press("pageup", "pageup", "enter")
        (mark,) = sitting.app.desk.session.marks()
        assert (mark.block, mark.character) == (place.block, place.character)


async def test_going_to_another_article_by_the_mouse_keeps_what_was_written(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(name) for name in "甲乙"]))) as sitting:
        await sitting.press("c")
        await sitting.type("写到一半")
        row = next(at for at, text in enumerate(sitting.rows) if "○ 乙" in text)
        await sitting.click(6, row)
        assert sitting.title == "乙"
        assert "批注 ›" not in sitting.rows[0]
        assert notes(sitting) == [("甲", "写到一半")]


async def test_a_click_into_the_article_leaves_the_row_and_c_goes_back_to_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("c")
        await sitting.type("核")
        await sitting.click(80, 20)
        await sitting.press("c")
        await sitting.type("对")
        await sitting.press("enter")
        assert notes(sitting) == [("春水涨到第三级台阶", "核对")]


async def test_from_the_contents_the_reader_comes_back_to_the_contents(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("tab", "c", "x", "enter")
        assert sitting.listing.has_focus
        await sitting.press("tab", "c", "escape")
        assert sitting.pane.has_focus


async def test_a_version_read_anew_keeps_what_is_being_typed(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path) as sitting:
        await sitting.press("c")
        await sitting.type("写到一半")
        put(tmp_path, a_paper([an_article(byline="□ 林一舟"), an_article("渡口换了新船")]))
        sitting.app.reload()
        await sitting.until(lambda: "林一舟" in sitting.text)
        assert "批注 › 写到一半" in sitting.rows[0]
        await sitting.press("enter")
        assert notes(sitting) == [("春水涨到第三级台阶", "写到一半")]


async def test_while_a_query_is_typed_c_is_a_letter(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("c")
        assert sitting.app.paper.noting is None
        assert sitting.pursuit is not None
        assert sitting.pursuit.words == "c"


async def test_after_a_search_the_hit_can_be_noted_and_the_search_gone_on_with(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("白鹭")
        await sitting.press("enter", "c")
        await sitting.type("鸟")
        await sitting.press("enter")
        assert [note for _, note in notes(sitting)] == ["鸟"]
        pursuit = sitting.pursuit
        assert pursuit is not None
        before = pursuit.match_ordinal
        await sitting.press("n")
        assert pursuit.match_ordinal != before


async def test_unmarking_says_that_the_note_is_kept_and_m_brings_both_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("c")
        await sitting.type("核对")
        await sitting.press("enter", "m")
        assert "批注还在" in sitting.foot
        assert notes(sitting) == []
        await sitting.press("m")
        assert notes(sitting) == [("春水涨到第三级台阶", "核对")]


async def test_a_notice_can_be_noted_as_well(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article()], notices=[a_notice()]))) as sitting:
        while sitting.app.desk.session.item and sitting.app.desk.session.item.notice is None:
            await sitting.press("right")
        await sitting.press("c")
        await sitting.type("收花盆")
        await sitting.press("enter")
        assert notes(sitting) == [("大风", "收花盆")]


async def test_on_the_page_c_says_that_it_is_for_reading(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("v", "c")
        assert "读稿时才用" in sitting.foot


async def test_an_edition_that_opens_while_a_note_is_written_leaves_the_note_to_its_article(
    tmp_path: Path,
) -> None:
    put(tmp_path, a_paper([an_article("昨天的事")], date="2026-03-13"))
    async with opened(put(tmp_path), library=tmp_path) as sitting:
        await sitting.press("c")
        await sitting.type("今天")
        sitting.app.open_neighbour(later=False)
        await sitting.until(lambda: sitting.title == "昨天的事")
        assert "批注 › 今天" in sitting.rows[0]
        assert "春水涨到第三级台阶" in sitting.rows[0]
        await sitting.type("q")
        await sitting.press("enter")
        assert notes(sitting) == [("春水涨到第三级台阶", "今天q")]
        assert sitting.title == "昨天的事"
        await sitting.press("right_curly_bracket")
        await sitting.until(lambda: "● 春水" in sitting.text)
