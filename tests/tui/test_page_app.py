from __future__ import annotations

from pathlib import Path

from tests.tui.papers import put
from tests.tui.sitting import opened


async def test_the_page_of_the_open_section_is_made_ready_while_it_is_read(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (120, 40)) as sitting:
        press = sitting.app.press
        await sitting.until(lambda: press.is_ready(1, 120, 39))
        await sitting.press("]")
        assert not press.is_ready(2, 120, 39)
        await sitting.until(lambda: press.is_ready(2, 120, 39))
        await sitting.resize(90, 30)
        await sitting.until(lambda: press.is_ready(2, 90, 29))


async def test_a_section_that_is_only_passed_has_no_page_made(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (120, 40)) as sitting:
        press = sitting.app.press
        await sitting.press("]", "[")
        await sitting.until(lambda: press.is_ready(1, 120, 39))
        assert not press.is_ready(2, 120, 39)


async def test_the_page_view_opens_also_before_its_page_is_ready(tmp_path: Path) -> None:
    async with opened(put(tmp_path), (120, 40)) as sitting:
        await sitting.press("v")
        assert not sitting.is_on_paper
        assert "第1版" in sitting.text
        await sitting.press("v")
        assert sitting.is_on_paper
