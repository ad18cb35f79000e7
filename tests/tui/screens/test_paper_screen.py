"""What every screen has: its terminal's cursor, and frames that are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.screens.paper_screen import PaperScreen
from tests.tui.papers import put
from tests.tui.sitting import opened


@pytest.mark.parametrize("keys", [("m", "M"), ("?",), ("v",)])
async def test_each_screen_has_the_terminals_cursor_where_it_says(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with opened(put(tmp_path), (100, 30)) as sitting:
        await sitting.press(*keys)
        screen = sitting.app.screen
        assert isinstance(screen, PaperScreen)
        assert not sitting.is_on_paper
        assert sitting.app.cursor_position == screen.cursor
        assert sitting.app.cursor_position.y > 0


async def test_the_cursor_goes_with_the_focus_before_anything_is_painted(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (100, 30)) as sitting:
        listing, pane = sitting.listing, sitting.pane
        assert sitting.app.cursor_position == pane.text_region().offset
        await sitting.press("tab")
        assert sitting.app.cursor_position == listing.cursor_offset
        listing.move(1)
        assert sitting.app.cursor_position == listing.cursor_offset


async def test_a_screen_that_was_hidden_while_the_window_changed_is_right_when_it_comes_back(
    tmp_path: Path,
) -> None:
    async with opened(put(tmp_path), (100, 30)) as sitting:
        await sitting.press("?")
        await sitting.resize(60, 20)
        await sitting.press("escape")
        narrow = sitting.rows
        assert not sitting.listing.display
        await sitting.resize(61, 20)
        await sitting.resize(60, 20)
        assert sitting.rows == narrow


async def test_the_contents_come_and_go_without_a_cell_left_over(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (100, 30)) as sitting:
        before = sitting.rows
        await sitting.press("s")
        assert sitting.rows != before
        await sitting.press("s")
        assert sitting.rows == before
