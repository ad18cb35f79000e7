"""The notices board and the help, laid over the paper; Esc takes them away and the paper is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.papers import a_notice, a_paper, a_rich_paper, long_article, put
from tests.tui.sitting import opened


@pytest.mark.parametrize(("key", "title"), [("a", "预警与公告"), ("question_mark", "帮助")])
async def test_a_sheet_opens_and_leaves_the_paper_exactly_as_it_was(
    tmp_path: Path, key: str, title: str
) -> None:
    async with opened(put(tmp_path, a_paper([long_article()], notices=[a_notice()])), (80, 24)) as sitting:
        await sitting.press("space", "j", "j")
        rows = sitting.rows
        for leave in ("escape", "q", key):
            await sitting.press(key)
            assert title in sitting.rows[0]
            await sitting.press(leave)
            assert sitting.is_on_paper
            assert sitting.rows == rows


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
async def test_the_help_is_read_to_its_end_with_space(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(put(tmp_path), size) as sitting:
        await sitting.press("question_mark")
        seen = ""
        for _ in range(30):
            seen += "\n".join(sitting.article)
            if "100%" in sitting.foot:
                break
            await sitting.press("space")
        joined = "".join(seen.split())
        for words in ("往下一屏", "目录开合", "命令面板", "正则表达式", "未读", "鼠标"):
            assert words in joined


async def test_a_sheet_is_moved_through_like_an_article(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (80, 24)) as sitting:
        await sitting.press("question_mark")
        rows = sitting.article
        await sitting.press("j")
        assert sitting.article[:-1] == rows[1:]
        await sitting.press("k", "G")
        assert sitting.pane.standing.is_at_end
        assert "100%" in sitting.foot
        await sitting.press("b", "g")
        assert sitting.article == rows
        await sitting.press("pagedown", "pageup")
        assert sitting.article == rows


async def test_the_board_shows_every_notice_with_its_state_and_its_words(tmp_path: Path) -> None:
    notices = [
        a_notice(headline="大风蓝色预警"),
        a_notice("fog-1", event="大雾", effective="2026-03-14T23:00", text="明早有雾。"),
        a_notice("heat-1", event="停水", effective="2026-03-14T01:00", expires="2026-03-14T02:00"),
        a_notice("drill-1", event="演习", status="exercise", level="red"),
    ]
    async with opened(put(tmp_path, a_paper(notices=notices)), (120, 70)) as sitting:
        await sitting.press("a")
        text = "".join("".join(sitting.article).split())
        for words in ("大风蓝色预警", "生效中", "明早有雾。", "待生效", "已到期", "演练", "渡船停航"):
            assert words in text
        assert "以 2026年3月14日10时 为准" in sitting.rows[0]


async def test_a_board_without_notices_says_so(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("a")
        assert "没有预警或公告" in "".join(sitting.article)


async def test_text_of_the_board_can_be_copied_with_the_mouse(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper(notices=[a_notice()]))) as sitting:
        await sitting.press("a")
        row = next(at for at, text in enumerate(sitting.rows) if "渡船停航" in text)
        left = sitting.pane.forme.left
        await sitting.drag((left, row), (left + 12, row))
        assert sitting.app.clipboard
        assert sitting.app.clipboard.strip() == sitting.app.clipboard
        assert sitting.app.clipboard in "江面阵风八级，渡船停航。"


async def test_enter_on_the_board_follows_to_the_notice_that_lifted_another(tmp_path: Path) -> None:
    lifting = a_notice("lift-1", headline="解除大风预警", cancels=["wind-1"], effective="2026-03-14T08:00")
    del lifting["level"]
    async with opened(put(tmp_path, a_paper(notices=[a_notice(), lifting])), (120, 60)) as sitting:
        await sitting.press("a")
        assert "已解除" in "".join(sitting.article)
        await sitting.press("enter")
        await sitting.until(lambda: sitting.is_on_paper)
        assert sitting.reference.notice_id == "lift-1"


async def test_the_sheet_takes_the_room_of_another_window(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 40)) as sitting:
        await sitting.press("question_mark")
        await sitting.resize(60, 20)
        assert all(len(row) <= 60 for row in sitting.article)
        assert sitting.foot.strip().startswith("space")


async def test_the_sheets_have_one_column_however_wide_the_window_is(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (200, 60)) as sitting:
        assert sitting.pane.forme.columns == 2
        for key in ("a", "question_mark"):
            await sitting.press(key)
            assert sitting.pane.forme.columns == 1
            await sitting.press("escape")


async def test_the_sheets_speak_english(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 60), tongue="en") as sitting:
        await sitting.press("question_mark")
        assert "Help: the keys" in sitting.rows[0]
        assert "A screen on" in "\n".join(sitting.article)
        await sitting.press("escape", "a")
        assert "Notices" in sitting.rows[0]
        assert "In force" in "\n".join(sitting.article)
