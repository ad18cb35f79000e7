"""The reading screen: what stands where at each size, contents, banner, and every key of the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.keymap import READING, SECTION_KEYS
from tests.tui.papers import a_notice, a_paper, a_rich_paper, an_article, long_article, many_articles, put
from tests.tui.sitting import closed_up, opened


async def test_a_wide_screen_shows_masthead_banner_contents_article_and_foot(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 40)) as sitting:
        rows = sitting.rows
        assert "河湾晨报" in rows[0]
        assert "2026年3月14日 星期六" in rows[0]
        assert "第0314期" in rows[0]
        assert "01 第一版 1/2" in rows[0]
        assert rows[1].startswith(" 蓝色预警 Ⅳ级 ")
        assert "● 四十二盏灯亮回来了" in rows[3]
        assert "四十二盏灯亮回来了" in closed_up("".join(sitting.article))
        assert rows[-1].startswith(" space 读下去")
        assert "%" in rows[-1]


async def test_a_narrow_screen_shows_the_article_only_and_the_warning_as_a_sign(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (60, 20)) as sitting:
        assert sitting.rows[0].split() == ["河湾晨报", "03-14", "六", "01", "第一版", "1/2", "蓝", "1"]
        assert sitting.rows[1].strip() == "通讯 · 街巷故事"
        assert not any("○" in row for row in sitting.rows)


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (120, 40), (200, 60), (250, 70)], ids=str)
async def test_the_foot_tells_first_what_reads_on_and_always_how_far_one_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(put(tmp_path, a_rich_paper()), size) as sitting:
        assert sitting.foot.startswith(" space 读下去")
        assert "%" in sitting.foot


async def test_the_signs_tell_unread_open_read_marked_and_notices_apart(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([an_article(name) for name in "甲乙丙丁"], notices=[a_notice()]))
    async with opened(path) as sitting:
        await sitting.press("right", "m", "right")
        signs = {row.split()[1]: row.split()[0] for row in sitting.contents if len(row.split()) == 2}
        assert signs["甲"] == "✓"
        assert signs["乙"] == "★"
        assert signs["丙"] == "●"
        assert signs["丁"] == "○"
        assert any(row.split()[:2] == ["!", "大风"] for row in sitting.contents)


async def test_s_takes_the_contents_away_and_brings_them_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        narrow = sitting.pane.size.width
        await sitting.press("s")
        assert sitting.pane.size.width == 120
        assert sitting.app.desk.session.preferences.contents is False
        await sitting.press("s")
        assert sitting.pane.size.width == narrow


async def test_s_opens_the_drawer_of_a_narrow_screen_and_a_choice_closes_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (60, 20)) as sitting:
        await sitting.press("s")
        assert "● 春水涨到第三级台阶" in sitting.rows[2]
        assert sitting.listing.has_focus
        await sitting.press("j", "enter")
        assert sitting.title == "渡口换了新船"
        assert sitting.article[0] == "渡口换了新船"
        assert sitting.pane.has_focus
        await sitting.press("s", "escape")
        assert sitting.article[0] == "渡口换了新船"


async def test_a_drawer_left_open_closes_when_the_window_grows(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (60, 20)) as sitting:
        await sitting.press("s")
        await sitting.resize(120, 40)
        assert "● 春水涨到第三级台阶" in "\n".join(sitting.contents)
        assert "春水涨到第三级台阶" in closed_up(sitting.article[1])


async def test_tab_goes_to_the_contents_and_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        assert sitting.pane.has_focus
        await sitting.press("tab")
        assert sitting.listing.has_focus
        await sitting.press("j", "j", "enter")
        assert sitting.title == "巷灯修好了"
        assert sitting.pane.has_focus
        await sitting.press("tab", "G", "enter")
        assert sitting.title == "春水涨到第三级台阶"
        await sitting.press("tab", "tab")
        assert sitting.pane.has_focus
        await sitting.press("tab", "escape")
        assert sitting.pane.has_focus


async def test_tab_brings_contents_that_were_off(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("s", "tab")
        assert sitting.listing.has_focus
        assert "● 春水涨到第三级台阶" in "\n".join(sitting.contents)


async def test_a_click_on_a_story_opens_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        row = next(at for at, text in enumerate(sitting.rows) if "巷灯修好了" in text)
        await sitting.click(6, row)
        assert sitting.title == "巷灯修好了"
        assert sitting.pane.has_focus


async def test_a_click_on_a_section_head_does_nothing(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        row = next(at for at, text in enumerate(sitting.rows) if text.startswith(" 02 "))
        await sitting.click(3, row)
        assert sitting.title == "春水涨到第三级台阶"


async def test_a_click_on_a_jump_line_follows_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 60)) as sitting:
        row = next(at for at, text in enumerate(sitting.rows) if "→ 下转" in text)
        await sitting.click(sitting.pane.region.x + sitting.pane.forme.left + 3, row)
        assert sitting.title == "灯的另一半故事"


async def test_a_click_on_the_banner_opens_the_board(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper())) as sitting:
        await sitting.click(5, 1)
        assert not sitting.is_on_paper
        assert "预警与公告" in sitting.rows[0]


async def test_a_click_on_the_sign_of_a_narrow_screen_opens_the_board(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (60, 20)) as sitting:
        await sitting.click(57, 0)
        assert "预警与公告" in sitting.rows[0]
    async with opened(put(tmp_path), (60, 20)) as sitting:
        await sitting.click(57, 0)
        assert sitting.is_on_paper


async def test_the_cursor_is_back_on_the_article_after_a_sheet(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        cursor = sitting.app.cursor_position
        await sitting.press("m", "M", "escape")
        assert sitting.app.cursor_position == cursor


async def test_the_cursor_of_the_terminal_sits_on_the_current_item(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        x, y = sitting.app.cursor_position
        assert sitting.rows[y].find("春水涨到第三级台阶") > 0
        assert x == sitting.pane.region.x + sitting.pane.forme.left
        await sitting.press("tab", "j")
        _, y = sitting.app.cursor_position
        assert "渡口换了新船" in sitting.rows[y]


async def test_a_paper_without_any_article_opens_and_answers_every_key(tmp_path: Path) -> None:
    empty = a_paper(sections=[{"name": "空版", "articles": []}])
    async with opened(put(tmp_path, empty), (80, 24)) as sitting:
        assert "河湾晨报" in sitting.rows[0]
        for key in _keys_without_quitting():
            await sitting.press(key, "escape", "escape")
        await sitting.search("什么")
        await sitting.press("enter", "escape")
        assert sitting.is_on_paper


async def test_a_paper_of_notices_only_is_read_through(tmp_path: Path) -> None:
    only = a_paper(sections=[{"name": "空版", "articles": []}], notices=[a_notice(), a_notice("wind-2")])
    async with opened(put(tmp_path, only)) as sitting:
        assert sitting.reference.notice_id == "wind-1"
        assert "渡船停航" in "".join(sitting.article)
        await sitting.press("space")
        assert sitting.reference.notice_id == "wind-2"
        await sitting.press("space")
        assert "全期读完了" in sitting.foot


async def test_an_article_without_a_body_is_only_its_headline(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(body=""), an_article("乙")]))) as sitting:
        assert [closed_up(row) for row in sitting.article if row] == ["春水涨到第三级台阶"]
        await sitting.press("space")
        assert sitting.title == "乙"


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)], ids=str)
async def test_a_very_long_headline_is_broken_in_the_article_and_clipped_in_the_contents(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    headline = "一个很长很长的标题，" * 30
    async with opened(put(tmp_path, a_paper([an_article(headline)])), size) as sitting:
        seen = "".join(sitting.article)
        await sitting.press("space", "space", "space")
        assert headline[:40] in seen
        await sitting.press("s" if size[0] < 72 else "tab")
        assert any(row.endswith("…") for row in sitting.contents)


async def test_five_hundred_articles_are_gone_through_by_list_and_by_key(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many_articles(500)), (80, 24)) as sitting:
        await sitting.press("tab", "G", "enter")
        assert sitting.title == "第500篇：河湾里的小事"
        assert any("● 第500篇" in row for row in sitting.contents)
        await sitting.press("1")
        assert any("● 第1篇" in row for row in sitting.contents)
        for _ in range(30):
            await sitting.press("right")
        assert any("● 第31篇" in row for row in sitting.contents)


async def test_a_paper_in_english_is_set_and_dated_in_english(tmp_path: Path) -> None:
    english = a_paper(
        [an_article("River reopens", body="The ferry runs again.\n\nIt is quiet now.", jump_to="unknown")],
        paper="The Bend Courier",
        language="en",
    )
    async with opened(put(tmp_path, english), tongue="en") as sitting:
        assert "The Bend Courier" in sitting.rows[0]
        assert "14 Mar" in sitting.rows[0]
        assert "Continued" in "".join(sitting.article)
        assert "read on" in sitting.foot


async def test_the_program_speaks_english_around_a_chinese_paper(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), tongue="en") as sitting:
        assert "2026年3月14日" in sitting.rows[0]
        assert "Blue alert, level IV" in sitting.rows[1]
        assert sitting.foot.startswith(" space read on")


def _keys_without_quitting() -> list[str]:
    return [
        name
        for key in (*READING, SECTION_KEYS)
        if key.id not in {"quit", "palette", "edit"}
        for name in key.keys.split(",")
    ]


async def test_every_key_of_the_table_has_an_action_on_the_screen(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        active = sitting.app.screen.active_bindings
        for key in READING:
            assert callable(getattr(sitting.app.paper, f"action_{key.action}")), key.id
            for name in key.keys.split(","):
                # Textual itself has the palette on one of its two keys.
                assert active[name].binding.action in {key.action, f"command_{key.action}"}, name


async def test_q_leaves(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("q")
        assert sitting.has_left()


async def test_the_window_may_be_resized_under_a_sheet_that_covers_the_paper(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 40)) as sitting:
        await sitting.press("question_mark")
        await sitting.resize(60, 20)
        await sitting.press("escape")
        assert sitting.pane.size.width == 60
        assert sitting.article[0] == "通讯 · 街巷故事"
        await sitting.press("a")
        await sitting.resize(100, 30)
        await sitting.press("escape")
        assert any("● 四十二盏灯亮回来了" in row for row in sitting.contents)


async def test_an_article_moved_through_behind_the_drawer_fills_the_screen_again(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article()])), (60, 20)) as sitting:
        await sitting.press("s", "space", "space", "s")
        assert all(sitting.article)
        await sitting.press("s", "G", "tab")
        assert all(sitting.article)
