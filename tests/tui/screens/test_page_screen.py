from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.reading.store import MemoryStore
from reader.tui.app import PaperReader
from reader.tui.desk import Habits
from reader.tui.keymap import READING
from reader.tui.page_keys import PAGE
from reader.tui.screens.page_screen import SHARED, PageScreen
from reader.tui.widgets.page_pane import PagePane
from tests.tui.pages import here, is_in_front, one_tall_page, page_screen, pane, three_pages, title_here
from tests.tui.papers import (
    PHRASE,
    a_notice,
    a_paper,
    a_rich_paper,
    an_article,
    long_article,
    many_articles,
    put,
)
from tests.tui.sitting import MORNING, opened

# -- there and back ---------------------------------------------------------------------------------


async def test_v_shows_the_page_of_the_open_story_and_stands_on_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("2", "right", "v")
        assert title_here(sitting) == "夏灯1"
        assert "第2版，共3版" in sitting.foot
        assert "夏灯4" in sitting.text


@pytest.mark.parametrize("back", ["v", "escape"])
@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 60)])
async def test_there_and_back_keeps_the_place_to_the_character(
    tmp_path: Path, size: tuple[int, int], back: str
) -> None:
    path = put(tmp_path, a_paper([long_article(), an_article()]))
    async with opened(path, size) as sitting:
        await sitting.press("space", "j", "j", "j")
        place, rows = sitting.place, sitting.rows
        await sitting.press("v", "right", "down", "left", "G", "g", back)
        assert sitting.is_on_paper
        assert sitting.place == place
        assert sitting.rows[:-1] == rows[:-1]


async def test_a_window_made_otherwise_on_the_page_still_keeps_the_place(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(), an_article()])), (120, 40)) as sitting:
        await sitting.press("space", "j", "j", "j")
        place, rows = sitting.place, sitting.rows
        await sitting.press("v")
        await sitting.resize(60, 20)
        await sitting.press("v")
        assert sitting.place == place
        await sitting.press("v")
        await sitting.resize(120, 40)
        await sitting.press("v")
        assert sitting.place == place
        assert sitting.rows[:-1] == rows[:-1]


async def test_a_search_stays_open_under_the_page(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(), an_article()]))) as sitting:
        await sitting.search(PHRASE)
        await sitting.press("enter", "n", "n")
        place, rows = sitting.place, sitting.rows
        await sitting.press("v", "right", "v")
        assert sitting.place == place
        assert sitting.rows[:-1] == rows[:-1]
        pursuit = sitting.pursuit
        assert pursuit is not None
        assert pursuit.words == PHRASE


async def test_while_a_query_is_typed_v_is_a_letter_of_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("slash", "v")
        assert not is_in_front(sitting)
        assert "v" in sitting.rows[0]


async def test_a_mark_stays_where_it_was_made(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(), an_article("另一篇")]))) as sitting:
        await sitting.press("space", "m")
        marks = sitting.app.desk.session.marks()
        await sitting.press("v", "down", "v")
        assert sitting.app.desk.session.marks() == marks


async def test_nothing_is_read_or_gone_to_by_looking_at_pages(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        session = sitting.app.desk.session
        read = session.read_pieces()
        await sitting.press("v", "right_square_bracket", "down", "right", "G", "3", "escape")
        assert sitting.title == "春水0"
        assert session.read_pieces() == read
        await sitting.press("u")
        assert sitting.title == "春水0"


async def test_enter_opens_the_story_and_v_stands_on_it_again(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "right_square_bracket", "tab", "tab")
        title, at = title_here(sitting), pane(sitting).at
        await sitting.press("enter")
        assert sitting.is_on_paper
        assert sitting.title == title
        await sitting.press("v")
        assert (title_here(sitting), pane(sitting).at) == (title, at)


async def test_a_story_opened_from_the_page_can_be_gone_back_from(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "2", "enter")
        assert sitting.title.startswith("夏灯")
        await sitting.press("u")
        assert sitting.title == "春水0"


@pytest.mark.parametrize("keys", [("v", "v"), ("v", "escape"), ("v", "enter", "enter"), ("v", "v", "v", "v")])
async def test_keys_pressed_faster_than_screens_change_lead_back(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        for key in keys:
            sitting.send(key)
        await sitting.settle()
        await sitting.settle()
        assert sitting.is_on_paper
        assert sitting.title == "春水0"


async def test_keys_behind_v_belong_to_the_page(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        for key in ("v", "right_square_bracket", "tab", "enter"):
            sitting.send(key)
        await sitting.settle()
        await sitting.settle()
        assert sitting.title.startswith("夏灯")


# -- the mouse and notices --------------------------------------------------------------------------


async def test_a_click_opens_the_story(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v")
        page, left = pane(sitting).page, pane(sitting)._left
        assert page is not None
        story = page.stories[2]
        await sitting.click(left + story.x + 2, story.y)
        assert sitting.is_on_paper
        assert str(sitting.reference) == story.key


async def test_a_double_click_opens_it_once(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v")
        chosen = PagePane.Chosen(str(page_screen(sitting).reference_here))
        screen = page_screen(sitting)
        screen.on_page_pane_chosen(chosen)
        screen.on_page_pane_chosen(chosen)
        await sitting.settle()
        assert sitting.is_on_paper


async def test_a_notice_on_the_page_opens_as_a_story_does(tmp_path: Path) -> None:
    paper = a_paper([an_article(), an_article("渡口")], notices=[a_notice(headline="大风蓝色预警")])
    async with opened(put(tmp_path, paper)) as sitting:
        await sitting.press("v")
        while not here(sitting).startswith("notice:"):
            await sitting.press("tab")
        await sitting.press("enter")
        assert sitting.title == "大风蓝色预警"
        await sitting.press("v")
        assert here(sitting) == "notice:wind-1"


# -- the other keys ---------------------------------------------------------------------------------


def test_every_key_of_the_page_view_does_something_there() -> None:
    known = {key.id for key in READING}
    assert known >= SHARED
    for key in (*PAGE, *(key for key in READING if key.id in SHARED)):
        assert hasattr(PageScreen, f"action_{key.action}"), key.id


def test_no_two_commands_of_the_page_view_have_the_same_key() -> None:
    keys = [
        name for key in (*PAGE, *(key for key in READING if key.id in SHARED)) for name in key.keys.split(",")
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", ["s", "u", "U", "n", "N", "+", "-", "=", "Z"])
async def test_keys_that_make_no_sense_on_a_page_say_so_and_do_nothing(tmp_path: Path, key: str) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("right", "v")
        rows, place = sitting.rows, sitting.app.desk.session.place
        await sitting.press(key)
        assert sitting.rows[:-1] == rows[:-1]
        assert ("读稿时才用" in sitting.foot) == (key != "Z")
        await sitting.press("v")
        assert sitting.app.desk.session.place == place


async def test_the_story_stood_on_is_copied(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "2", "y")
        assert "已复制全文" in sitting.foot
        assert title_here(sitting) in sitting.app.clipboard


async def test_lines_of_a_page_are_justified_by_the_key_that_justifies_an_article(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "J")
        assert sitting.app.desk.setting.justified
        assert not sitting.is_on_paper
        assert "两端对齐" in sitting.foot


async def test_a_search_begun_on_a_page_leads_back_to_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        seen = []
        for key in ("v", "slash", "escape", "v", "slash", "escape"):
            await sitting.press(key)
            seen.append(sitting.is_on_paper)
        assert seen == [False, True, False, True, True, True]


async def test_esc_leads_from_a_story_back_to_its_page_once(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        seen = []
        for key in ("v", "tab", "enter", "escape", "v", "escape"):
            await sitting.press(key)
            seen.append(sitting.is_on_paper)
        assert seen == [False, False, True, False, True, True]


async def test_what_was_said_on_the_page_is_not_said_again_after_it(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "s", "v", "v")
        assert "读稿时才用" not in sitting.foot


async def test_from_the_list_of_marks_a_story_opens_on_the_reading_screen(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v", "2", "m")
        title = title_here(sitting)
        await sitting.press("1", "M", "enter")
        assert sitting.is_on_paper
        assert sitting.title == title


async def test_the_notices_board_and_the_help_lie_over_the_page_and_give_it_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper())) as sitting:
        await sitting.press("v", "tab")
        rows = sitting.rows
        for key in ("a", "question_mark", "M"):
            await sitting.press(key)
            assert not is_in_front(sitting)
            await sitting.press("escape")
            assert sitting.rows == rows


async def test_slash_searches_from_the_reading_screen_and_what_follows_is_the_query(tmp_path: Path) -> None:
    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v")
        for key in ("slash", "夏", "v"):
            sitting.send(key)
        await sitting.settle()
        assert sitting.is_on_paper
        await sitting.until(lambda: "夏v" in sitting.rows[0])


async def test_the_palette_knows_the_commands_of_the_page(tmp_path: Path) -> None:
    from reader.tui.commands import ReadingCommands

    async with opened(put(tmp_path, three_pages())) as sitting:
        await sitting.press("v")
        titles = [str(hit.text) async for hit in ReadingCommands(page_screen(sitting)).discover()]
        assert any("后一版" in title for title in titles)
        assert any("收藏本篇" in title for title in titles)
        assert not any("版心加宽" in title for title in titles)


async def test_e_opens_the_editor_at_the_story_stood_on(tmp_path: Path) -> None:
    path = put(tmp_path, three_pages())
    async with opened(path) as sitting:
        await sitting.press("v", "2")
        line, _ = sitting.app._line_of(page_screen(sitting).reference_here)
        assert title_here(sitting) in "".join(path.read_text("utf-8").splitlines()[line - 1 : line + 2])


# -- other editions ---------------------------------------------------------------------------------


async def test_a_new_version_of_the_file_is_shown_on_the_page(tmp_path: Path) -> None:
    path = put(tmp_path, three_pages())
    async with opened(path) as sitting:
        await sitting.press("v", "2", "tab")
        stood = here(sitting)
        paper = three_pages()
        paper["sections"][1]["articles"][4]["headline"] = "改过的题"
        put(tmp_path, paper)
        await sitting.press("r")
        await sitting.until(lambda: "改过的题" in sitting.text.replace(" ", ""))
        assert is_in_front(sitting)
        assert here(sitting) == stood
        assert "重新读入" in sitting.foot


async def test_a_new_version_of_fewer_pages_shows_one_that_is_there(tmp_path: Path) -> None:
    path = put(tmp_path, three_pages())
    async with opened(path) as sitting:
        await sitting.press("v", "3")
        put(tmp_path, a_paper([an_article("只剩这篇")]))
        await sitting.press("r")
        await sitting.until(lambda: "只剩这篇" in sitting.text.replace(" ", ""))
        assert title_here(sitting) == "只剩这篇"
        await sitting.press("v")
        assert sitting.title == "只剩这篇"


async def test_an_error_in_the_new_version_is_told_on_the_page(tmp_path: Path) -> None:
    path = put(tmp_path, three_pages())
    async with opened(path) as sitting:
        await sitting.press("v")
        rows = sitting.rows[:-1]
        path.write_text(path.read_text("utf-8").replace('"page": "2"', '"pages": "2"'), encoding="utf-8")
        sitting.app.reload()
        await sitting.until(lambda: "仍显示上一版" in sitting.foot)
        assert sitting.rows[:-1] == rows


async def test_braces_show_the_page_of_another_edition(tmp_path: Path) -> None:
    path = put(tmp_path, three_pages())
    put(tmp_path, a_paper([an_article("昨天的事")], date="2026-03-13"))
    async with opened(path, library=tmp_path) as sitting:
        await sitting.press("v", "3", "left_curly_bracket")
        await sitting.until(lambda: "昨天的事" in sitting.text.replace(" ", ""))
        assert is_in_front(sitting)
        assert title_here(sitting) == "昨天的事"
        assert "2026年3月13日" in sitting.text
        await sitting.press("right_curly_bracket")
        await sitting.until(lambda: "春水0" in sitting.text.replace(" ", ""))
        await sitting.press("right_curly_bracket")
        await sitting.until(lambda: "没有更新的一期" in sitting.foot)
        assert is_in_front(sitting)


# -- looks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(40, 15), (60, 20), (120, 40)])
async def test_without_colours_the_story_stood_on_is_seen_all_the_same(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    habits = Habits(is_colourless=True)
    async with opened(put(tmp_path, three_pages()), size, habits=habits) as sitting:
        await sitting.press("v", "tab")
        page = pane(sitting).page
        assert page is not None
        reversed_text = "".join(
            segment.text
            for strip in sitting.strips[:-1]
            for segment in strip
            if segment.style is not None and segment.style.reverse
        )
        assert title_here(sitting) in reversed_text.replace(" ", "")
        assert page.stories[pane(sitting).at].x == 0 or "┃" in sitting.text


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40), (200, 60)])
async def test_where_doubtful_characters_are_wide_no_row_is_too_long(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    from reader.typesetting.width import text_width

    habits = Habits(ambiguous=2)
    async with opened(put(tmp_path, three_pages()), size, habits=habits) as sitting:
        await sitting.press("v", "tab")
        for row in sitting.rows:
            assert text_width(row.rstrip(), 2) <= size[0]
        assert not set("┃│─┌") & set("".join(sitting.rows[:-1]))


async def test_resizing_with_the_page_open_never_fails_and_fills_every_row(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many_articles(60)), (120, 40)) as sitting:
        await sitting.press("v", "tab", "tab")
        stood = here(sitting)
        for size in ((40, 15), (250, 70), (41, 70), (250, 15), (44, 16), (79, 23), (131, 41), (20, 10)):
            await sitting.resize(*size)
            await sitting.settle()
            assert here(sitting) == stood
            assert {strip.cell_length for strip in sitting.strips} == {size[0]}
            page = pane(sitting).page
            assert page is not None
            assert page.width <= size[0]


@pytest.mark.parametrize("size", [(40, 15), (60, 20)])
async def test_in_a_window_made_larger_a_page_with_room_is_seen_from_its_head(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(put(tmp_path, one_tall_page()), size) as sitting:
        await sitting.press("v", "G")
        assert pane(sitting)._top > 0
        await sitting.resize(200, 60)
        grown, page = sitting.rows, pane(sitting).page
        assert page is not None
        assert len(page.rows) <= pane(sitting).size.height
        head = "".join(printed.line.text for printed in page.rows[0]).strip()
        assert head in grown[0]
        await sitting.press("v", "v", "G")
        assert sitting.rows == grown


@pytest.mark.parametrize("size", [(40, 15), (60, 20), (99, 30), (250, 15)])
async def test_in_a_window_made_smaller_the_story_stood_on_is_painted(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(put(tmp_path, one_tall_page()), (200, 60)) as sitting:
        await sitting.press("v", "G")
        await sitting.resize(*size)
        assert any("┃" in row for row in sitting.rows_of(pane(sitting)))


async def test_two_readers_in_one_process_have_pages_of_their_own(tmp_path: Path) -> None:
    first, second = put(tmp_path, three_pages()), put(tmp_path, a_rich_paper(), "other.yaml")
    store = MemoryStore()
    async with opened(first, store=store) as one, opened(second, store=store) as other:
        assert isinstance(one.app, PaperReader)
        await other.press("v")
        assert is_in_front(other)
        assert one.is_on_paper


async def test_a_warning_that_runs_out_while_the_page_is_open_is_shown_to_have(tmp_path: Path) -> None:
    now = [MORNING]
    notice = a_notice(expires=(MORNING + dt.timedelta(hours=1)).isoformat(timespec="minutes"))
    path = put(tmp_path, a_paper([an_article(), an_article("渡口")], notices=[notice]))
    async with opened(path, clock=lambda: now[0]) as sitting:
        await sitting.press("v", "G")
        stood = here(sitting)
        assert "已到期" not in sitting.text
        now[0] += dt.timedelta(hours=2)
        sitting.app._notices_changed()
        await sitting.settle()
        assert "已到期" in sitting.text
        assert here(sitting) == stood
