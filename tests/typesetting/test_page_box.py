from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typesetting.line import Setting
from reader.typesetting.page_block import Grid, Set
from reader.typesetting.page_box import BoxBlock
from reader.typesetting.page_division import IMPOSSIBLE
from reader.typesetting.story import Story
from reader.typesetting.weight import Weight
from reader.typesetting.width import text_width
from tests.typesetting.pages import (
    NOON,
    SETTING,
    a_notice,
    an_article,
    an_edition,
    made_up,
)
from tests.typesetting.test_story import PARAGRAPH, a_story

GRID = Grid(columns=4, cell=24)
NARROW = Grid(columns=2, cell=18, margin=0)


def a_box(
    stories: Sequence[Story],
    *,
    title: str = "短讯",
    grid: Grid = GRID,
    setting: Setting = SETTING,
    weight: Weight = Weight.MINOR,
) -> BoxBlock:
    return BoxBlock(stories, title, weight, grid, setting)


def briefs(count: int, body: str = PARAGRAPH, **fields: Any) -> list[Story]:
    return [a_story(body, headline=f"第{at}件小事", **fields) for at in range(count)]


def drawn(placed: list[Set], ambiguous: int = 1) -> list[str]:
    """The box as it stands, a string a row."""
    rows: dict[int, str] = {}
    for one in sorted(placed, key=lambda each: (each.y, each.x)):
        row = rows.get(one.y, "")
        rows[one.y] = row + " " * (one.x - text_width(row, ambiguous)) + one.line.text
    return [rows.get(y, "") for y in range(max(rows) + 1)]


def test_a_box_has_a_frame_with_its_heading_in_the_upper_side() -> None:
    box = a_box(briefs(2))
    shown = drawn(box.set(1, box.rows_whole(1))[0])
    assert shown[0] == "┌─ 短讯 ───────────────┐"
    assert shown[-1] == "└" + "─" * 22 + "┘"
    assert all(row.startswith("│ ") and row.endswith("│") for row in shown[1:-1])
    assert {text_width(row) for row in shown} == {24}


def test_a_heading_too_long_for_the_side_gives_way() -> None:
    box = a_box(briefs(1), title="一个长得放不进框线里去的标题")
    assert drawn(box.set(1, 12)[0])[0] == "┌" + "─" * 22 + "┐"


def test_where_rules_are_drawn_wide_the_frame_is_ascii() -> None:
    for setting in (SETTING._replace(plain=True), SETTING._replace(ambiguous=2)):
        box = a_box(briefs(1), setting=setting)
        shown = drawn(box.set(1, box.rows_whole(1))[0], setting.ambiguous)
        assert shown[0].startswith("+- 短讯 -")
        assert shown[-1] == "+" + "-" * 22 + "+"


def test_a_narrow_box_has_no_sides() -> None:
    box = a_box(briefs(2), grid=NARROW)
    shown = drawn(box.set(1, box.rows_whole(1))[0])
    assert shown[0] == "── 短讯 " + "─" * 10
    assert shown[-1] == "─" * 18
    assert not any("│" in row for row in shown)


def test_stories_of_a_wide_box_stand_in_legs_in_their_order() -> None:
    box = a_box(briefs(4))
    placed, areas = box.set(2, box.rows_whole(2))
    assert [area.x for area in areas] == sorted(area.x for area in areas)
    assert len({area.x for area in areas}) == 2
    assert areas[1].y > areas[0].y
    assert max(one.x + one.line.width for one in placed) <= GRID.width(2)


def test_a_box_has_no_more_legs_than_stories() -> None:
    (area,) = a_box(briefs(1)).set(3, 10)[1]
    assert area.width == GRID.width(3) - 4


def test_with_room_every_story_has_its_text() -> None:
    box = a_box(briefs(3))
    placed, areas = box.set(1, box.rows_whole(1))
    shown = "".join("".join(drawn(placed)).split()).replace("│", "")
    assert shown.count(PARAGRAPH) == 3
    assert "▸" not in shown
    assert all(area.is_whole for area in areas)


def test_without_room_for_text_every_headline_stands() -> None:
    box = a_box(briefs(5))
    placed, areas = box.set(1, box.rows_least(1))
    shown = "\n".join(drawn(placed))
    assert [f"第{at}件小事" in shown for at in range(5)] == [True] * 5
    assert PARAGRAPH[:4] not in shown
    assert not any(area.is_whole for area in areas)


def test_a_text_that_goes_on_says_so_under_its_last_line() -> None:
    box = a_box(briefs(1, PARAGRAPH * 20))
    placed, (area,) = box.set(1, 10)
    shown = drawn(placed)
    assert shown[-2] == "│" + " " * 15 + "▸ 下转 │"
    assert not area.is_whole


def test_no_text_is_cut_without_a_mark() -> None:
    for rows in range(4, 40):
        box = a_box(briefs(2, PARAGRAPH * 4))
        if rows < box.rows_least(1):
            continue
        placed, areas = box.set(1, rows)
        shown = "\n".join(drawn(placed))
        has_text = PARAGRAPH[:4] in shown
        assert not has_text or shown.count("▸ 下转") == sum(not area.is_whole for area in areas)


def test_a_box_without_room_for_its_headlines_cannot_be() -> None:
    box = a_box(briefs(6))
    assert box.cost(1, box.rows_least(1) - 1) == IMPOSSIBLE
    assert box.cost(1, box.rows_whole(1)) < box.cost(1, box.rows_least(1))
    assert box.cost(1, box.rows_whole(1)) < box.cost(1, box.rows_whole(1) + 12)


def test_columns_without_a_story_for_each_cost() -> None:
    box = a_box(briefs(1))
    assert box.cost(1, box.rows_whole(1)) < box.cost(3, box.rows_whole(3))


def test_a_box_of_little_text_does_not_fill_its_place_with_frame() -> None:
    box = a_box(briefs(1))
    assert len(drawn(box.set(1, 30)[0])) == box.rows_whole(1)


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (a_notice(effective=NOON - dt.timedelta(hours=9), expires=NOON), "已到期"),
        (a_notice(effective=NOON + dt.timedelta(days=3)), "待生效"),
        (a_notice(cancels=("old",)), "解除公告，不是预警"),
    ],
)
@pytest.mark.parametrize("size", [(40, 15), (60, 20), (120, 40), (200, 60)])
def test_the_state_of_a_notice_that_is_no_warning_is_always_said(
    notice: Any, words: str, size: tuple[int, int]
) -> None:
    articles = [an_article(at, body=PARAGRAPH * 40) for at in range(1, 8)]
    page = made_up(an_edition(*articles, notices=(notice,)), *size)
    at = next(at for at, story in enumerate(page.stories) if "/notice:" in story.key)
    shown = "".join(line.text for row in page.rows for _, line, owner, _ in row if owner == at)
    assert words in shown.replace(" ", "")


@given(
    st.lists(st.integers(0, 12), min_size=1, max_size=9),
    st.integers(1, 4),
    st.integers(0, 60),
    st.sampled_from([GRID, NARROW, Grid(3, 33)]),
    st.sampled_from([1, 2]),
)
@settings(max_examples=150, deadline=None)
def test_in_any_box_every_story_has_its_place_and_none_is_lost(
    lengths: list[int], columns: int, more: int, grid: Grid, ambiguous: int
) -> None:
    columns = min(columns, grid.columns)
    stories = [a_story(PARAGRAPH * length, headline=f"第{at}件小事") for at, length in enumerate(lengths)]
    box = a_box(stories, grid=grid, setting=SETTING._replace(ambiguous=ambiguous))
    rows = box.rows_least(columns) + more
    placed, areas = box.set(columns, rows)
    assert len(areas) == len(stories)
    for at, area in enumerate(areas):
        assert area.rows >= 1
        assert area.y + area.rows <= rows
        own = [one for one in placed if one.story == at]
        assert f"第{at}件小事" in "".join(one.line.text for one in own)
        assert all(area.y <= one.y < area.y + area.rows for one in own)
    for one in placed:
        assert one.x >= 0
        assert one.x + one.line.width <= grid.width(columns) + 1
        assert 0 <= one.y < rows
