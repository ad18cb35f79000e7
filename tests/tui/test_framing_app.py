"""Frames that are whole: the terminal's cursor goes with them, and nothing hidden asks for one."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Offset

from tests.tui.papers import put
from tests.tui.sitting import opened


async def test_over_another_programs_screen_the_cursor_is_where_its_field_has_put_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (100, 30)) as sitting:
        await sitting.press("ctrl+p")
        await sitting.type("a")
        sitting.app.cursor_position = Offset(7, 3)
        assert sitting.app.cursor_position == (7, 3)
        await sitting.press("escape")
        assert sitting.app.cursor_position == sitting.pane.text_region().offset


async def test_what_changes_under_a_sheet_paints_nothing_over_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (100, 30)) as sitting:
        await sitting.press("?")
        over = sitting.rows
        sitting.app.paper.silence()
        sitting.app.paper.refresh()
        await sitting.settle()
        assert sitting.rows == over
        assert not sitting.app.paper.is_current
