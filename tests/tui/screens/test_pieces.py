from __future__ import annotations

from pathlib import Path

from reader.tui.desk import Habits
from tests.tui.pages import page_screen, pane, three_pages, title_here
from tests.tui.papers import put
from tests.tui.sitting import opened


async def test_m_marks_the_story_stood_on_and_takes_the_mark_away(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        session = sitting.app.desk.session
        await sitting.press("v", "tab")
        title = title_here(sitting)
        await sitting.press("m")
        assert f"已收藏：{title}" in sitting.foot
        assert [mark.title for mark in session.marks()] == [title]
        await sitting.press("m")
        assert f"已取消收藏：{title}" in sitting.foot
        assert session.marks() == []
        assert sitting.app.desk.session.item is session.items[0]


async def test_a_story_marked_on_the_page_is_marked_in_the_contents(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "tab")
        title = title_here(sitting)
        await sitting.press("m", "v")
        assert any(f"★ {title}" in row for row in sitting.contents)


async def test_shift_y_copies_the_reference_of_the_story_stood_on(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "2", "Y")
        reference = str(page_screen(sitting).reference_here)
        assert sitting.app.clipboard == reference
        assert reference in sitting.foot


async def test_t_changes_the_theme_on_the_page_and_behind_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v")
        before = sitting.app.desk.inks
        await sitting.press("t")
        assert sitting.app.desk.inks is not before
        assert pane(sitting).inks is sitting.app.desk.inks
        await sitting.press("T", "v")
        assert sitting.pane.inks is sitting.app.desk.inks


async def test_without_colours_t_says_why_nothing_changes(tmp_path: Path) -> None:
    habits = Habits(is_colourless=True)
    async with opened(put(tmp_path, three_pages()), habits=habits) as sitting:
        await sitting.press("v", "t")
        assert "NO_COLOR" in sitting.foot
