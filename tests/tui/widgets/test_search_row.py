"""The row a query is typed in: made when first wanted, says what became of the query."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.tui.widgets.search_row import SearchRow
from tests.tui.papers import put
from tests.tui.sitting import Sitting, opened


def search_row(sitting: Sitting) -> SearchRow:
    return sitting.app.paper.search_row


async def test_its_parts_are_made_once_and_out_of_sight(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.settle()
        assert len(search_row(sitting).children) == 3
        assert not search_row(sitting).display
        await sitting.press("slash")
        assert search_row(sitting).display
        assert len(search_row(sitting).children) == 3
        await sitting.press("escape", "slash")
        assert len(search_row(sitting).children) == 3


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_row_has_room_for_prompt_query_and_answer_at_every_width(
    tmp_path: Path, width: int
) -> None:
    async with opened(put(tmp_path), (width, 20)) as sitting:
        await sitting.press("slash")
        search_row(sitting).say("一句很长很长很长很长很长很长很长很长很长很长的话" * 3, is_trouble=True)
        await sitting.settle()
        assert sitting.rows[0].startswith(" 搜索 ›")
        assert sitting.app.screen.query_one(Input).size.width >= 4
