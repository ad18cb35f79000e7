"""Marks, copying, the measure and the themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.reading.store import MemoryStore
from reader.tui.desk import Habits
from reader.tui.palettes import PALETTES, TERMINAL, Palette
from reader.typesetting.width import text_width
from tests.tui.papers import LAMP, POND, SHIP, a_paper, a_rich_paper, an_article, put
from tests.tui.sitting import Sitting, opened


def cell_of(sitting: Sitting, words: str) -> tuple[int, int]:
    """Return the cell of the screen at which these words of the article begin."""
    for y, row in enumerate(sitting.rows):
        at = row.find(words, 0)
        if at >= 0 and text_width(row[:at]) >= sitting.pane.region.x:
            return text_width(row[:at]), y
    raise AssertionError(f"{words} is not on the screen")


async def test_m_marks_the_article_and_takes_the_mark_away(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("m")
        assert "已收藏：春水涨到第三级台阶" in sitting.foot
        await sitting.press("right")
        assert any("★ 春水涨到第三级台阶" in row for row in sitting.contents)
        await sitting.press("left", "m")
        assert "已取消收藏" in sitting.foot
        assert sitting.app.desk.session.marks() == []


async def test_y_copies_the_article_without_anything_of_the_layout(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (60, 20)) as sitting:
        await sitting.press("y")
        assert sitting.app.clipboard == f"春水涨到第三级台阶\n{POND}\n{LAMP}\n{SHIP}"
        assert "已复制全文" in sitting.foot


async def test_shift_y_copies_the_reference(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper())) as sitting:
        await sitting.press("Y")
        assert sitting.app.clipboard == "2026-03-14/lamps"
        assert "2026-03-14/lamps" in sitting.foot


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_dragging_copies_the_text_without_indents_and_line_ends(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(put(tmp_path), size) as sitting:
        x, y = cell_of(sitting, "芦苇")
        end_x, end_y = cell_of(sitting, "零件")
        await sitting.drag((x, y), (end_x, end_y))
        wanted = f"{POND[POND.index('芦苇') :]}\n{LAMP[: LAMP.index('零件')]}"
        assert sitting.app.clipboard == wanted
        assert "已复制" in sitting.foot


async def test_dragging_upwards_copies_the_same(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        start, end = cell_of(sitting, "芦苇"), cell_of(sitting, "白鹭")
        await sitting.drag(end, start)
        assert sitting.app.clipboard == POND[POND.index("芦苇") : POND.index("白鹭")]


async def test_half_a_wide_character_is_the_whole_of_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        (x, y), (end, _) = cell_of(sitting, "芦苇"), cell_of(sitting, "去年")
        await sitting.drag((x + 1, y), (end + 1, y))
        assert sitting.app.clipboard == "芦苇"


async def test_dragging_over_quotes_and_lists_leaves_their_bars_and_bullets(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 60)) as sitting:
        x, y = cell_of(sitting, "灯亮了")
        end_x, end_y = cell_of(sitting, "先断电")
        await sitting.drag((x, y), (end_x, end_y))
        assert sitting.app.clipboard == (
            "灯亮了，夜路就短了。\n巷口开店的周婶\n旧灯泡统一回收\n每盏灯有编号\n"
        )


async def test_a_click_selects_nothing_and_copies_nothing(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.click(*cell_of(sitting, "芦苇"))
        assert sitting.app.clipboard == ""


async def test_the_measure_goes_wider_narrower_and_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (120, 40)) as sitting:
        await sitting.press("plus")
        assert "版心 64 格" in sitting.foot
        await sitting.press("minus", "minus")
        assert "版心 56 格" in sitting.foot
        rows = [row for row in sitting.article if "─" not in row]
        assert max(text_width(row) for row in rows) <= 57
        await sitting.press("equals_sign")
        assert "版心 60 格" in sitting.foot


async def test_the_measure_keeps_within_its_limits(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (250, 40)) as sitting:
        for _ in range(40):
            await sitting.press("plus")
        assert sitting.app.desk.measure == 200
        for _ in range(60):
            await sitting.press("minus")
        assert sitting.app.desk.measure == 20


async def test_j_justifies_the_open_article_and_sets_it_ragged_again(tmp_path: Path) -> None:
    from tests.tui.papers import long_article

    store = MemoryStore()
    async with opened(put(tmp_path, a_paper([long_article()])), (121, 30), store=store) as sitting:
        ragged, place = sitting.article, sitting.place
        await sitting.press("J")
        assert "两端对齐" in sitting.foot
        assert sitting.article != ragged
        assert sitting.place == place
        await sitting.press("J")
        assert "右端不齐" in sitting.foot
        assert sitting.article == ragged
        await sitting.press("J")
    async with opened(put(tmp_path, a_paper([long_article()])), (121, 30), store=store) as sitting:
        assert sitting.app.desk.setting.justified
        assert sitting.article != ragged


async def test_what_j_chose_outweighs_the_settings(tmp_path: Path) -> None:
    async with opened(put(tmp_path), habits=Habits(justified=True)) as sitting:
        assert sitting.app.desk.setting.justified
        await sitting.press("J")
        assert not sitting.app.desk.setting.justified


async def test_another_measure_keeps_the_words_on_top(tmp_path: Path) -> None:
    from tests.tui.papers import long_article

    async with opened(put(tmp_path, a_paper([long_article()])), (120, 30)) as sitting:
        await sitting.press("space", "space")
        place = sitting.place
        for key in ("minus", "minus", "plus", "plus", "plus", "equals_sign"):
            await sitting.press(key)
            assert sitting.place == place, key


async def test_t_goes_through_every_family_and_shift_t_between_light_and_dark(tmp_path: Path) -> None:
    families = list(dict.fromkeys(palette.family for palette in PALETTES))
    async with opened(put(tmp_path)) as sitting:
        seen = []
        for _ in families:
            seen.append(sitting.app.desk.inks.palette.family)
            await sitting.press("t")
            assert "主题" in sitting.foot
        assert seen == families
        assert sitting.app.desk.inks.palette.family == families[0]
        assert sitting.app.theme == f"{families[0]}-light"
        await sitting.press("T")
        assert sitting.app.theme == f"{families[0]}-dark"


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
async def test_every_screen_opens_in_every_theme(tmp_path: Path, palette: Palette) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (80, 24)) as sitting:
        sitting.app.paper._take_palette(palette)
        await sitting.press("m", "ctrl+p")
        assert not sitting.is_on_paper
        await sitting.press("escape", "question_mark", "escape", "a", "escape", "M", "escape")
        await sitting.search("灯")
        await sitting.press("escape")
        assert sitting.is_on_paper


async def test_a_paper_without_articles_has_nothing_to_mark_or_copy(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper(sections=[{"name": "空版", "articles": []}]))) as sitting:
        await sitting.press("m", "y")
        assert sitting.app.clipboard == ""
        assert sitting.app.desk.session.marks() == []


async def test_what_was_copied_is_told_in_characters(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article("两 字", body="")]))) as sitting:
        await sitting.press("y")
        assert "已复制全文，2 字" in sitting.foot


async def test_a_terminal_of_few_colours_says_why_the_theme_stays(tmp_path: Path) -> None:
    async with opened(put(tmp_path), habits=Habits(colours=8, theme="contrast", dark=True)) as sitting:
        assert sitting.app.desk.inks.palette.family == TERMINAL
        for key in ("t", "T"):
            await sitting.press(key)
            assert "这个终端只有8色" in sitting.foot
            assert sitting.app.desk.inks.palette.family == TERMINAL
        assert sitting.app.desk.session.preferences.theme is None
