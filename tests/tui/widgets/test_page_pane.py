from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Region

from reader.tui.desk import Habits
from reader.tui.screens.page_screen import PageScreen
from reader.tui.widgets.page_pane import PagePane
from reader.typesetting.page import Page, Placed
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.tui.papers import a_notice, a_paper, an_article, long_article, put
from tests.tui.sitting import Sitting, opened

SMALL = (40, 15)


def of_the_page(sitting: Sitting) -> tuple[PagePane, Page]:
    screen = sitting.app.screen
    assert isinstance(screen, PageScreen)
    assert screen.pane.page is not None
    return screen.pane, screen.pane.page


def many() -> dict[str, object]:
    return a_paper([an_article(f"第{at}条街的灯都亮了") for at in range(60)])


def stood_on(sitting: Sitting) -> tuple[PagePane, Placed]:
    pane, page = of_the_page(sitting)
    return pane, page.stories[pane.at]


async def test_a_page_stands_in_the_middle_of_a_window_wider_than_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article()])), (200, 40)) as sitting:
        await sitting.press("v")
        pane, page = of_the_page(sitting)
        assert page.width < 200
        rule = next(row for row in sitting.rows if "═" in row)
        assert len(rule) - len(rule.lstrip()) == (200 - page.width) // 2 == pane._left


async def test_every_row_is_exactly_as_wide_as_the_pane(tmp_path: Path) -> None:
    for size in (SMALL, (80, 24), (121, 41), (250, 70)):
        async with opened(put(tmp_path, many()), size) as sitting:
            await sitting.press("v")
            assert {text_width(row) for row in sitting.rows} == {size[0]}


def _heads(page: Page, at: int) -> list[int]:
    """The rows of a story's headline."""
    return [
        y
        for y, row in enumerate(page.rows)
        if any(owner == at and line.role is Role.HEADLINE for _, line, owner, _ in row)
    ]


async def test_the_bar_stands_beside_the_headline_of_the_story_and_nowhere_else(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(f"灯{at}") for at in range(5)]))) as sitting:
        await sitting.press("v")
        pane, page = of_the_page(sitting)
        for at, story in enumerate(page.stories):
            pane.at = at
            await sitting.settle()
            rows = sitting.rows
            bars = [y for y, row in enumerate(rows[:-1]) if "┃" in row]
            assert bars == _heads(page, at)
            cells = {text_width(rows[y][: rows[y].index("┃")]) for y in bars}
            assert cells == {pane._left + story.x - 1}


async def test_where_doubtful_characters_are_wide_the_bar_is_ascii(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([an_article("灯一"), an_article("灯二")]))
    async with opened(path, habits=Habits(ambiguous=2)) as sitting:
        await sitting.press("v")
        assert "┃" not in sitting.text
        pane, page = of_the_page(sitting)
        assert all("|" in sitting.rows[y] for y in _heads(page, pane.at))


async def test_in_a_box_the_frame_stays_beside_the_bar(tmp_path: Path) -> None:
    paper = a_paper([an_article(), an_article("渡口")], notices=[a_notice(headline="大风蓝色预警")])
    async with opened(put(tmp_path, paper)) as sitting:
        await sitting.press("v")
        pane, page = of_the_page(sitting)
        pane.at = next(at for at, story in enumerate(page.stories) if "notice:" in story.key)
        await sitting.settle()
        rows = sitting.rows
        assert all("│┃大风蓝色预警" in rows[y] for y in _heads(page, pane.at))


async def test_a_moved_mark_asks_for_headline_and_bar_of_both_stories_only(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(), an_article("灯二"), an_article()]))) as sitting:
        await sitting.press("v")
        pane, page = of_the_page(sitting)
        regions = [region for at in (0, 1) for region in pane._marked(at)]
        cells = sum(region.area for region in regions)
        assert cells < page.width * len(page.rows) / 5
        screen = Region(0, 0, pane.size.width, pane.size.height)
        assert all(screen.contains_region(region) for region in regions)


async def test_a_page_taller_than_the_window_follows_the_story(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many()), SMALL) as sitting:
        await sitting.press("v")
        pane, page = of_the_page(sitting)
        assert len(page.rows) > pane.size.height
        for at in (*range(len(page.stories)), *reversed(range(len(page.stories)))):
            pane.at = at
            story = page.stories[at]
            assert pane._top <= story.y
            assert story.y + min(story.rows, pane.size.height) <= pane._top + pane.size.height


async def test_back_at_the_first_story_the_head_of_the_page_is_seen_again(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many()), SMALL) as sitting:
        await sitting.press("v", "G")
        assert "河湾晨报" not in sitting.text
        await sitting.press("g")
        assert "河湾晨报" in sitting.text.replace(" ", "")


async def test_the_wheel_scrolls_a_tall_page_and_stops_at_its_ends(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many()), SMALL) as sitting:
        await sitting.press("v")
        pane, page = of_the_page(sitting)
        last = len(page.rows) - pane.size.height
        event = (None, 3, 3, 0, 0, 0, False, False, False)
        for _ in range(last):
            pane.on_mouse_scroll_down(MouseScrollDown(*event))
        assert pane._top == last
        await sitting.settle()
        assert "第59条街" in sitting.text
        for _ in range(last):
            pane.on_mouse_scroll_up(MouseScrollUp(*event))
        assert pane._top == 0


async def test_the_wheel_leaves_a_page_that_is_all_there(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article()]))) as sitting:
        await sitting.press("v")
        pane, _ = of_the_page(sitting)
        assert not pane.scroll_rows(3)
        assert not pane.scroll_rows(-3)


async def test_a_click_on_a_scrolled_page_opens_what_is_seen_there(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many()), SMALL) as sitting:
        await sitting.press("v", "G")
        pane, story = stood_on(sitting)
        await sitting.click(story.x + 1, story.y - pane._top)
        assert str(sitting.reference) == story.key


@pytest.mark.parametrize("where", ["head", "rule"])
async def test_a_click_where_no_story_stands_opens_nothing(tmp_path: Path, where: str) -> None:
    async with opened(put(tmp_path, a_paper([an_article("灯一"), an_article("灯二")]))) as sitting:
        await sitting.press("v")
        await sitting.click(2, 0 if where == "head" else 2)
        assert isinstance(sitting.app.screen, PageScreen)


async def test_the_first_story_all_in_sight_is_the_topmost(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many()), SMALL) as sitting:
        await sitting.press("v")
        pane, page = of_the_page(sitting)
        pane.scroll_rows(10)
        first = pane.first_in_sight()
        assert first is not None
        assert page.stories[first].y >= 10
        assert page.stories[first].y == min(story.y for story in page.stories if story.y >= 10)


async def test_the_cursor_begins_the_story_also_on_a_scrolled_page(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many()), SMALL) as sitting:
        await sitting.press("v", "G")
        pane, story = stood_on(sitting)
        assert pane.story_offset == (pane._left + story.x, story.y - pane._top)


async def test_a_pane_without_a_page_is_blank(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("v")
        pane, _ = of_the_page(sitting)
        pane.page = None
        await sitting.settle()
        assert all(not row.strip() for row in sitting.rows[:-1])
        assert pane.first_in_sight() is None
        assert pane.story_offset == pane.region.offset
        await sitting.click(5, 5)
        assert isinstance(sitting.app.screen, PageScreen)
