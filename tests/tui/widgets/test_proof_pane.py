"""The pane of rows, and the area a paragraph is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.desk import Habits
from reader.tui.widgets.edit_area import EditArea
from reader.typesetting.width import text_width
from tests.copydesk.desk import FAULTY
from tests.tui.proofs import desk, proofing, screen
from tests.tui.sitting import Sitting


def area(sitting: Sitting) -> EditArea:
    return screen(sitting).query_one(EditArea)


async def test_rows_beyond_those_there_are_stay_blank(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        pane = screen(sitting).pane
        ink = sitting.app.desk.inks.text
        pane.rows = ((("一行", ink),), (("两行", ink),))
        await sitting.settle()
        shown = [row.strip() for row in sitting.rows_of(pane)]
        assert shown[:3] == ["一行", "两行", ""]
        pane.rows = ((("一行", ink),),)
        await sitting.settle()
        assert [row.strip() for row in sitting.rows_of(pane)][:2] == ["一行", ""]


async def test_a_row_too_long_is_clipped_at_a_whole_character(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), (40, 12)) as sitting:
        pane = screen(sitting).pane
        pane.rows = ((("字" * 60, sitting.app.desk.inks.text),),)
        await sitting.settle()
        assert text_width(sitting.rows_of(pane)[0]) == 40


async def test_made_larger_it_shows_more_of_the_text(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path), (80, 24)) as sitting:
        before = len([row for row in sitting.rows_of(screen(sitting).pane) if "│" in row])
        await sitting.resize(80, 40)
        after = len([row for row in sitting.rows_of(screen(sitting).pane) if "│" in row])
        assert after > before


async def test_the_cursor_of_the_area_stands_before_the_finding(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("enter", "j", "j", "e")
        assert area(sitting).words == "老桥昨天重新通车,桥面换了新板,\n栏杆刷了三遍漆。"
        assert area(sitting).cursor_location == (0, 8)
        await sitting.type("了")
        assert area(sitting).words.startswith("老桥昨天重新通车了,")


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter"])
async def test_a_line_is_begun_by_its_own_key(tmp_path: Path, key: str) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("j", "e", key)
        assert area(sitting).words == "夜里10时后只许行人过桥\n;白天双向通行。"


async def test_opened_again_it_holds_the_words_of_the_other_finding(tmp_path: Path) -> None:
    async with proofing(desk(tmp_path)) as sitting:
        await sitting.press("e")
        await sitting.type("甲")
        await sitting.press("escape", "j", "e")
        assert area(sitting).words == "夜里10时后只许行人过桥;白天双向通行。"


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("width", [40, 80, 120])
async def test_no_row_of_the_area_is_wider_than_it(tmp_path: Path, width: int, ambiguous: int) -> None:
    path = desk(tmp_path, FAULTY.replace("老桥昨天", "“老桥”……昨天" * 12))
    async with proofing(path, (width, 20), habits=Habits(ambiguous=ambiguous)) as sitting:
        await sitting.press("enter", "j", "j", "e")
        assert all(text_width(row, ambiguous) == width for row in sitting.rows)
