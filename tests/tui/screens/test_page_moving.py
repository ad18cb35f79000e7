from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.reading.page_walk import Direction, neighbour
from tests.tui.pages import here, is_in_front, page_screen, pane, pieces, three_pages, title_here
from tests.tui.papers import a_paper, a_rich_paper, an_article, put
from tests.tui.sitting import opened

DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")


def a_street(lamps: int) -> dict[str, Any]:
    """A paper of one page of many stories."""
    return a_paper([an_article(f"第{at}条街的灯") for at in range(lamps)])


# -- by place ---------------------------------------------------------------------------------------


async def test_arrows_go_by_place_and_not_by_the_order_of_the_list(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v")
        page = pane(sitting).page
        assert page is not None
        for at in range(len(page.stories)):
            for direction in DIRECTIONS:
                page_screen(sitting)._stand_on(at)
                await sitting.press(direction)
                found = neighbour(page.stories, at, direction)
                assert pane(sitting).at == (at if found is None else found)


@pytest.mark.parametrize(("letter", "arrow"), [("l", "right"), ("h", "left"), ("j", "down"), ("k", "up")])
async def test_letters_go_where_arrows_go(tmp_path: Path, letter: str, arrow: str) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "G", letter)
        at = pane(sitting).at
        await sitting.press("G", arrow)
        assert pane(sitting).at == at


async def test_tab_reaches_every_story_and_shift_tab_goes_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper())) as sitting:
        await sitting.press("v")
        seen = []
        for _ in pieces(sitting):
            seen.append(here(sitting))
            await sitting.press("tab")
        assert sorted(seen) == sorted(pieces(sitting))
        assert here(sitting) == seen[0]
        await sitting.press("shift+tab")
        assert here(sitting) == seen[-1]


async def test_g_is_the_lead_and_shift_g_the_last(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "G")
        assert pane(sitting).at == len(pieces(sitting)) - 1
        await sitting.press("g")
        assert pane(sitting).at == 0


async def test_the_cursor_of_the_terminal_stands_on_the_story(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages()), (140, 40)) as sitting:
        await sitting.press("v")
        for key in ("right", "down", "tab", "G", "2"):
            await sitting.press(key)
            page, left = pane(sitting).page, pane(sitting)._left
            assert page is not None
            story = page.stories[pane(sitting).at]
            assert sitting.app.cursor_position == (left + story.x, story.y)


# -- pages ------------------------------------------------------------------------------------------


async def test_brackets_and_digits_turn_the_pages(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages()), (80, 24)) as sitting:
        await sitting.press("v", "right_square_bracket")
        assert "第2版，共3版" in sitting.foot
        await sitting.press("left_square_bracket")
        assert "第1版，共3版" in sitting.foot
        await sitting.press("3")
        assert "第3版，共3版" in sitting.foot
        assert title_here(sitting).startswith("秋桥")


async def test_beyond_the_first_and_the_last_page_lies_a_sentence(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages()), (80, 24)) as sitting:
        await sitting.press("v", "left_square_bracket")
        assert "这是第一版" in sitting.foot
        await sitting.press("3", "right_square_bracket")
        assert "这是最后一版" in sitting.foot
        await sitting.press("up")
        await sitting.press("9")
        assert "没有第 9 版" in sitting.foot
        await sitting.press("tab")
        assert "选稿件" in sitting.foot


async def test_in_a_wide_window_two_pages_lie_open_and_are_turned_together(tmp_path: Path) -> None:
    paper = a_paper(*([an_article(f"{at}之{number}") for number in range(3)] for at in range(1, 6)))
    async with opened(put(tmp_path, paper), (240, 50)) as sitting:
        await sitting.press("v", "right_square_bracket")
        assert "第2–3版，共5版" in sitting.foot
        assert {title_here(sitting)[0]} == {"2"}
        await sitting.press("right_square_bracket")
        assert "第4–5版，共5版" in sitting.foot
        await sitting.press("right_square_bracket")
        assert "这是最后一版" in sitting.foot
        await sitting.press("left_square_bracket", "left_square_bracket")
        assert "第1版，共5版" in sitting.foot


async def test_space_shows_all_of_a_tall_page_before_it_turns(tmp_path: Path) -> None:
    paper = a_paper([an_article(f"第{at}条街的灯都亮了") for at in range(60)], [an_article("后一版")])
    async with opened(put(tmp_path, paper), (40, 15)) as sitting:
        await sitting.press("v")
        page = pane(sitting).page
        assert page is not None
        assert len(page.rows) > 2 * 14
        seen = ""
        for _ in range(40):
            seen += sitting.text
            await sitting.press("space")
            if "第2版" in sitting.foot:
                break
        assert all(f"第{at}条街" in seen for at in range(60))
        await sitting.press("b")
        assert "第1版" in sitting.foot


async def test_on_a_tall_page_the_story_stood_on_is_always_in_sight(tmp_path: Path) -> None:
    paper = a_paper([an_article(f"第{at}条街的灯都亮了") for at in range(40)])
    async with opened(put(tmp_path, paper), (40, 15)) as sitting:
        await sitting.press("v")
        for _ in pieces(sitting):
            at = int(here(sitting)[-2:]) - 1
            assert f"第{at}条街" in sitting.text.replace(" ", ""), sitting.text
            await sitting.press("tab")


async def test_an_edition_without_articles_has_an_empty_page(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([], notices=[]))) as sitting:
        await sitting.press("v")
        assert pieces(sitting) == []
        await sitting.press(
            "right", "down", "tab", "shift+tab", "g", "G", "enter", "m", "Y", "space", "b", "t"
        )
        assert is_in_front(sitting)
        await sitting.press("v")
        assert sitting.is_on_paper


async def test_down_over_the_foot_of_a_tall_story_shows_the_rest_of_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_street(60)), (40, 15)) as sitting:
        await sitting.press("v")
        for _ in range(60):
            await sitting.press("down")
        page = pane(sitting).page
        assert page is not None
        assert pane(sitting)._top == len(page.rows) - pane(sitting).size.height
        for _ in range(60):
            await sitting.press("up")
        assert pane(sitting)._top == 0


async def test_a_screen_on_stands_on_the_first_story_that_is_all_there(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_street(60)), (40, 15)) as sitting:
        await sitting.press("v", "space")
        page = pane(sitting).page
        assert page is not None
        assert pane(sitting).at == pane(sitting).first_in_sight() != 0
        story = page.stories[pane(sitting).at]
        assert sitting.app.cursor_position == (story.x, story.y - pane(sitting)._top)
        await sitting.press("b")
        assert pane(sitting)._top == 0


@pytest.mark.parametrize("height", range(12, 40))
async def test_space_comes_to_the_next_page_however_little_taller_the_page_is(
    tmp_path: Path, height: int
) -> None:
    paper = a_paper([an_article(f"第{at}条街的灯") for at in range(30)], [an_article("后一版")])
    async with opened(put(tmp_path, paper), (60, height)) as sitting:
        await sitting.press("v", *["space"] * 5)
        assert title_here(sitting) == "后一版"


async def test_a_page_turned_stands_on_its_lead(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "G", "2")
        assert pane(sitting).at == 0
        await sitting.press("G", "left_square_bracket")
        assert pane(sitting).at == 0


async def test_on_a_page_all_in_sight_space_and_b_turn(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages()), (80, 40)) as sitting:
        await sitting.press("v", "space", "pagedown")
        assert "第3版" in sitting.foot
        await sitting.press("b", "pageup")
        assert "第1版" in sitting.foot
