"""The row something short is typed in: prompt, field, what it is about; made when first wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from reader.edition.printable import printable
from reader.reading.marks import LONGEST_NOTE
from reader.tui.desk import Habits
from reader.tui.widgets.field_row import FieldRow
from reader.typesetting.width import text_width
from tests.tui.papers import put
from tests.tui.sitting import Sitting, opened


def row_of(sitting: Sitting) -> FieldRow:
    return sitting.app.screen.query_one("#note", FieldRow)


async def test_its_parts_are_made_once_when_it_is_first_opened(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        assert len(row_of(sitting).children) == 0
        assert row_of(sitting).words == ""
        assert not row_of(sitting).is_typed_in
        await sitting.press("c")
        assert len(row_of(sitting).children) == 3
        assert row_of(sitting).is_typed_in
        await sitting.press("escape", "c")
        assert len(row_of(sitting).children) == 3


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
async def test_there_is_room_to_type_at_every_width(tmp_path: Path, width: int, ambiguous: int) -> None:
    async with opened(put(tmp_path), (width, 20), habits=Habits(ambiguous=ambiguous)) as sitting:
        await sitting.press("c")
        await sitting.type("“字”" * 60)
        assert sitting.rows[0].startswith(" 批注 ›")
        assert row_of(sitting).field.size.width >= 20
        assert all(text_width(row, ambiguous) == width for row in sitting.rows)


async def test_what_it_is_about_stands_beside_it_where_there_is_room(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (120, 20)) as sitting:
        await sitting.press("c")
        assert "春水涨到第三级台阶" in sitting.rows[0]
        await sitting.resize(50, 20)
        assert "春水" not in sitting.rows[0]
        await sitting.resize(120, 20)
        assert "春水涨到第三级台阶" in sitting.rows[0]


async def test_what_is_pasted_is_printable_and_no_longer_than_it_may_be(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (80, 20)) as sitting:
        await sitting.press("c")
        row_of(sitting).field.post_message(events.Paste("\x1b[2J" + "长" * 2_000))
        await sitting.settle()
        assert len(row_of(sitting).words) == LONGEST_NOTE
        assert row_of(sitting).words.startswith("␛[2J长")
        assert sitting.rows == [printable(row) for row in sitting.rows]


async def test_the_terminals_cursor_stands_in_the_field(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (80, 20)) as sitting:
        await sitting.press("c")
        await sitting.type("核对")
        assert sitting.app.cursor_position.y == 0
        # Textual puts it a cell behind the last character.
        assert sitting.app.cursor_position.x == text_width(" 批注 › 核对") + 1
