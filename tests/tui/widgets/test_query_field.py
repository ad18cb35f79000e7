"""Whatever is pasted into the query is shown, never sent to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from reader.edition.printable import printable
from reader.tui.desk import Habits
from reader.tui.widgets.query_field import MOST, QueryField
from reader.typesetting.width import text_width
from tests.tui.papers import put
from tests.tui.sitting import opened


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("白鹭", "白鹭"),
        ("白\x1b]52;c;eA==\x07鹭", "白␛]52;c;eA==␇鹭"),
        ("白\u202e鹭", "白⟦U+202E⟧鹭"),
        ("白\t鹭", "白 鹭"),
        ("白鹭\n第二行", "白鹭"),
        ("\x9b31m", "⟦U+009B⟧31m"),
    ],
)
async def test_what_is_pasted_is_made_printable(tmp_path: Path, pasted: str, shown: str) -> None:
    async with opened(put(tmp_path), (120, 20)) as sitting:
        await sitting.press("slash")
        field = sitting.app.screen.query_one(QueryField)
        field.post_message(events.Paste(pasted))
        await sitting.settle()
        assert field.value == shown
        assert shown in sitting.rows[0]
        assert sitting.rows == [printable(row) for row in sitting.rows]


async def test_a_whole_page_pasted_by_mistake_is_cut_and_refused_in_words(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (120, 20)) as sitting:
        await sitting.press("slash")
        field = sitting.app.screen.query_one(QueryField)
        field.post_message(events.Paste("白鹭" * 500_000))
        await sitting.settle()
        assert len(field.value) == MOST
        await sitting.until(lambda: "太长" in sitting.bar("search-said"))
        await sitting.press("escape")
        assert sitting.is_on_paper


@pytest.mark.parametrize("words", ["“白鹭", "“”……——Ⅲ", "“白鹭”……——" * 9, ""])
async def test_where_quotes_take_two_cells_the_row_is_no_wider_than_the_screen(
    tmp_path: Path, words: str
) -> None:
    async with opened(put(tmp_path), (60, 20), habits=Habits(ambiguous=2)) as sitting:
        await sitting.press("slash")
        await sitting.type(words)
        assert text_width(sitting.rows[0], 2) == 60
        assert sitting.strips[0].cell_length == 60
        assert words[:6] in sitting.rows[0] or len(words) > 20
