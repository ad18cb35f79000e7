"""Search on the screen: found while typing, marked exactly, and Esc returns to where one was."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Input

from reader.tui.desk import Habits
from reader.typesetting.role import Role
from tests.tui.papers import (
    LAMP,
    PHRASE,
    POND,
    a_notice,
    a_paper,
    a_rich_paper,
    an_article,
    long_article,
    put,
)
from tests.tui.searching.searches import marked, said
from tests.tui.sitting import closed_up, opened


async def test_results_come_while_typing_and_the_best_is_shown_beside_them(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("巷灯")
        assert "1 篇 1 处" in said(sitting)
        assert any("巷灯修好了" in row for row in sitting.contents)
        assert not any("渡口换了新船" in row for row in sitting.contents)
        assert closed_up(sitting.article[1]) == "巷灯修好了"
        assert [closed_up(words) for words in marked(sitting)] == ["巷灯"]


async def test_the_row_stands_where_the_masthead_stood_and_nothing_else_moves(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        article = sitting.article
        await sitting.press("slash")
        assert sitting.rows[0].startswith(" 搜索 ›")
        assert sitting.article == article
        await sitting.press("escape")
        assert "河湾晨报" in sitting.rows[0]


async def test_the_cursor_of_the_results_previews_and_enter_opens(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search(PHRASE)
        titles = [hit.title for hit in sitting.pursuit.hits] if sitting.pursuit else []
        await sitting.press("down", "down")
        await sitting.until(lambda: closed_up(sitting.article[1]) == titles[2])
        await sitting.press("up")
        await sitting.until(lambda: closed_up(sitting.article[1]) == titles[1])
        await sitting.press("enter")
        assert sitting.title == titles[1]
        assert marked(sitting) == [PHRASE]
        assert not sitting.app.paper.is_typing


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
@pytest.mark.parametrize("habits", [Habits(), Habits(is_colourless=True)])
async def test_while_typing_the_result_the_arrows_have_come_to_is_plain_to_see(
    tmp_path: Path, size: tuple[int, int], habits: Habits
) -> None:
    async with opened(put(tmp_path), size, habits=habits) as sitting:
        await sitting.search(PHRASE)
        ink = sitting.app.desk.inks.cursor_row
        titles = [hit.title for hit in sitting.pursuit.hits] if sitting.pursuit else []
        for at, key in enumerate(("", "down", "down", "up")):
            await sitting.press(*filter(None, [key]))
            strips = sitting.strips_of(sitting.listing.region)
            shown = [strip.text for strip in strips if {segment.style for segment in strip} == {ink}]
            assert len(shown) == 1
            assert titles[(0, 1, 2, 1)[at]] in shown[0]


async def test_a_result_opens_by_a_click(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search(PHRASE)
        row = next(at for at, text in enumerate(sitting.rows) if "渡口换了新船" in text)
        await sitting.click(6, row)
        assert sitting.title == "渡口换了新船"
        assert not sitting.app.paper.is_typing


async def test_n_and_shift_n_go_through_the_matches_and_into_the_next_article(tmp_path: Path) -> None:
    edition = a_paper([an_article(body=f"{POND}\n\n{POND}"), an_article("乙", body=POND)])
    async with opened(put(tmp_path, edition)) as sitting:
        await sitting.search("白鹭")
        await sitting.press("enter")
        assert "1/3 处" in sitting.foot
        await sitting.press("n")
        assert "2/3 处" in sitting.foot
        await sitting.press("n")
        assert ("3/3 处" in sitting.foot, sitting.title) == (True, "乙")
        await sitting.press("n")
        assert "1/3 处" in sitting.foot
        await sitting.press("N")
        assert ("3/3 处" in sitting.foot, sitting.title) == (True, "乙")


async def test_a_match_below_the_screen_is_brought_onto_it(tmp_path: Path) -> None:
    edition = a_paper([long_article(60)])
    async with opened(put(tmp_path, edition), (80, 24)) as sitting:
        await sitting.search("第57段")
        await sitting.until(lambda: marked(sitting) == ["第57段"])
        await sitting.press("enter")
        assert marked(sitting) == ["第57段"]


async def test_n_without_a_search_says_how_to_begin(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("n")
        assert "按 / 开始" in sitting.foot


@pytest.mark.parametrize("leave_from", ["typing", "results", "reading"])
async def test_escape_returns_to_the_very_line(tmp_path: Path, leave_from: str) -> None:
    edition = a_paper([long_article(), an_article("乙")])
    async with opened(put(tmp_path, edition), (80, 24)) as sitting:
        await sitting.press("space", "j", "j", "j")
        place, rows = sitting.place, sitting.article
        await sitting.search("白鹭")
        if leave_from == "results":
            await sitting.press("down")
            await asyncio.sleep(0.1)
        if leave_from == "reading":
            await sitting.press("enter", "n", "n", "n", "N", "right")
        await sitting.press("escape")
        assert (sitting.place, sitting.article) == (place, rows)
        assert sitting.pursuit is None
        assert marked(sitting) == []
        await sitting.press("right", "left")
        assert sitting.place == place


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (200, 60), (40, 16)], ids=str)
@pytest.mark.parametrize("query", [PHRASE, "灯", "说话再也不用喊", "二只旧灯泡，剩下"])
async def test_the_mark_lies_exactly_on_the_match(tmp_path: Path, size: tuple[int, int], query: str) -> None:
    async with opened(put(tmp_path, a_rich_paper()), size) as sitting:
        await sitting.search(f"“{query}”")
        await sitting.press("enter")
        await sitting.settle()
        for _ in range(6):
            found = marked(sitting)
            first, last = found[0], found[-1]
            # The screen may begin or end within a match; the one the reader stands on is whole.
            assert query in found
            assert query.endswith(first)
            assert query.startswith(last)
            assert set(found) <= {query, first, last}
            await sitting.press("n")


async def test_the_mark_stays_on_the_match_when_the_window_changes(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 40)) as sitting:
        await sitting.search("修灯的师傅")
        await sitting.press("enter")
        for width in (61, 97, 43, 150, 72, 71):
            await sitting.resize(width, 36)
            assert marked(sitting) == ["修灯的师傅"], width
        for key in ("minus", "minus", "plus", "equals_sign"):
            await sitting.press(key)
            assert marked(sitting) == ["修灯的师傅"], key


async def test_a_phrase_is_found_across_the_end_of_a_line(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article(body=LAMP)]))) as sitting:
        for _ in range(8):
            first = next(row for row in sitting.article if row.startswith("修灯的师傅"))
            across = first[-3:] + LAMP[LAMP.index(first) + len(first) :][:3]
            await sitting.search(f"“{across}”")
            assert marked(sitting) == [across]
            await sitting.press("escape", "minus")


async def test_matches_in_head_table_and_verse_are_marked_too(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 70)) as sitting:
        for query in ("街巷故事", "老城夜路", "七条巷子", "许望舒", "井台巷", "一截路", "冯小满", "特此更正"):
            await sitting.search(query)
            assert set(marked(sitting)) == {query}
            await sitting.press("escape")


async def test_a_notice_is_found_and_marked(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper(notices=[a_notice()]))) as sitting:
        await sitting.search("收好花盆")
        await sitting.press("enter")
        assert sitting.reference.notice_id == "wind-1"
        assert marked(sitting) == ["收好花盆"]


async def test_letters_find_by_pinyin_and_mark_the_characters(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("xdxh")
        assert [closed_up(words) for words in marked(sitting)] == ["巷灯修好"]


@pytest.mark.parametrize(
    ("query", "why"), [("/(/", "括号"), ("/[/", "]"), ("日期:昨天", "日期"), ("类型:诗", "类型")]
)
async def test_a_query_that_cannot_be_read_keeps_the_last_results_and_says_why(
    tmp_path: Path, query: str, why: str
) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("白鹭")
        contents = sitting.contents
        sitting.app.screen.query_one(Input).value = query
        await sitting.settle()
        await sitting.until(lambda: "处" not in said(sitting) or why in said(sitting))
        assert sitting.contents == contents
        assert why in said(sitting) or "）" in said(sitting) or ")" in said(sitting)


async def test_a_query_that_finds_nothing_says_so(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("这里没有的话")
        assert said(sitting) == "没有找到"
        await sitting.press("enter")
        assert sitting.app.paper.is_typing


async def test_a_pattern_without_end_is_stopped_while_the_screen_answers(tmp_path: Path) -> None:
    edition = a_paper([an_article(body="甲" * 400), an_article("乙")])
    async with opened(put(tmp_path, edition)) as sitting:
        await sitting.press("slash")
        await sitting.type("/(甲+)+乙$/")
        # It still runs; keys are answered meanwhile.
        field = sitting.app.screen.query_one(Input)
        await sitting.press("left", "right")
        assert field.value == "/(甲+)+乙$/"
        await sitting.until(lambda: "正在找" not in said(sitting))
        assert "处" not in said(sitting)
        await sitting.press("escape", "right")
        assert sitting.title == "乙"


async def test_the_paper_may_be_read_anew_during_a_search(tmp_path: Path) -> None:
    path = put(tmp_path)
    async with opened(path) as sitting:
        await sitting.search("白鹭")
        put(tmp_path, a_paper([an_article("新的头条", body="鸬鹚来了。"), an_article("渡口换了新船")]))
        sitting.app.reload()
        await sitting.until(lambda: "重新读入" in sitting.text)
        assert sitting.app.desk.session.items[0].title == "新的头条"
        await sitting.search("鸬鹚")
        await sitting.press("enter")
        assert marked(sitting) == ["鸬鹚"]


async def test_the_next_search_begins_with_the_last_query_to_be_typed_over(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.search("白鹭")
        await sitting.press("enter", "slash")
        assert sitting.app.screen.query_one(Input).value == "白鹭"
        await sitting.type("灯")
        assert sitting.app.screen.query_one(Input).value == "灯"


async def test_the_results_have_the_whole_narrow_screen_and_make_room_for_the_hit(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (60, 20)) as sitting:
        await sitting.search("师傅")
        assert any("▸" in row for row in sitting.rows)
        await sitting.press("enter")
        await sitting.until(lambda: marked(sitting))
        assert set(marked(sitting)) == {"师傅"}
        await sitting.press("escape")
        assert sitting.article[0] == "通讯 · 街巷故事"


async def test_marks_lie_over_text_only_never_over_what_the_layout_made(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (120, 70)) as sitting:
        await sitting.search("/.+/")
        await sitting.press("enter")
        for line in sitting.pane.lines:
            for run in line.runs:
                assert run.start is not None or run.role in Role
        assert not any("　　" in text for text in marked(sitting))


async def test_a_screen_on_while_typing_stays_in_the_piece_that_is_shown(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(4), an_article("乙")])), (80, 24)) as sitting:
        await sitting.search("白鹭")
        await sitting.press(*["pagedown"] * 4)
        assert sitting.title == "一条河的四季"
        assert sitting.pane.standing.is_at_end
        await sitting.press(*["pageup"] * 4)
        assert sitting.article[0] == "一条河的四季"


async def test_a_query_that_finds_nothing_any_more_leaves_no_mark_behind(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (80, 24)) as sitting:
        rows = sitting.article
        await sitting.search(PHRASE[:2])
        assert marked(sitting)
        await sitting.press(*"zzz")
        await sitting.until(lambda: marked(sitting) == [])
        assert sitting.article == rows


async def test_keys_behind_enter_are_no_longer_part_of_the_query(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), (80, 24)) as sitting:
        await sitting.search("灯")
        count = sitting.pursuit.match_count if sitting.pursuit else 0
        await sitting.press("enter", "n")
        pursuit = sitting.pursuit
        assert pursuit is not None
        assert pursuit.words == "灯"
        assert pursuit.match_ordinal == (2 if count > 1 else 1)
