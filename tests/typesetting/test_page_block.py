from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typesetting.page_block import Area, Grid, Set, StoryBlock
from reader.typesetting.page_division import IMPOSSIBLE
from reader.typesetting.role import Role
from reader.typesetting.weight import Weight
from tests.typesetting.pages import SETTING
from tests.typesetting.samples import mixed_text
from tests.typesetting.test_story import PARAGRAPH, a_story

GRID = Grid(columns=4, cell=24)
LONG = "\n\n".join([PARAGRAPH * 2] * 30)


def a_block(body: str = PARAGRAPH, *, grid: Grid = GRID, **fields: Any) -> StoryBlock:
    return StoryBlock(a_story(body, **fields), grid, SETTING)


def text_of(placed: list[Set]) -> str:
    """The characters of the edition, in the order of columns and rows."""
    running = sorted(placed, key=lambda one: (one.line.role is not Role.HEADLINE, one.x, one.y))
    return "".join(run.text for one in running for run in one.line.runs if run.start is not None)


def squeezed(text: str) -> str:
    return "".join(text.split())


def marks(placed: list[Set]) -> list[Set]:
    return [one for one in placed if one.line.role is Role.JUMP]


def test_a_story_that_has_room_is_whole_and_bears_no_mark() -> None:
    block = a_block()
    placed, areas = block.set(1, block.rows_whole(1))
    assert areas == [Area(0, 0, 24, block.rows_whole(1), True)]
    assert marks(placed) == []
    assert squeezed(PARAGRAPH) in squeezed(text_of(placed))


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_all_of_a_story_stands_in_the_rows_it_says_it_needs(columns: int) -> None:
    block = a_block(LONG)
    _, (area,) = block.set(columns, block.rows_whole(columns) + 2)
    assert area.is_whole


@pytest.mark.parametrize(("columns", "rows"), [(1, 12), (2, 12), (3, 9), (4, 20)])
def test_a_story_too_long_for_its_place_says_so_at_its_very_end(columns: int, rows: int) -> None:
    placed, (area,) = a_block(LONG).set(columns, rows)
    assert not area.is_whole
    (mark,) = marks(placed)
    assert mark.line.text == "▸ 下转"
    assert mark.y == rows - 1
    assert mark.x + mark.line.width == GRID.width(columns)
    assert not [
        one for one in placed if one.y == rows - 1 and one.x >= GRID.left(columns - 1) and one is not mark
    ]


def test_a_story_of_which_only_the_headline_has_room_says_that_it_goes_on() -> None:
    placed, (area,) = a_block(LONG).set(1, 2)
    assert not area.is_whole
    assert "▸ 下转" in [one.line.text for one in placed]


def test_the_headline_always_stands_also_where_nothing_else_does() -> None:
    block = a_block(LONG, kicker="水边的事", deck="——船工试了三趟", byline="□ 林一舟")
    placed, _ = block.set(1, block.rows_least(1))
    roles = {one.line.role for one in placed}
    assert Role.HEADLINE in roles
    assert Role.TEXT not in roles


def test_a_short_place_leaves_away_byline_then_deck_then_kicker() -> None:
    block = a_block(LONG, headline="换缆", kicker="水边的事", deck="——试了三趟", byline="□ 林一舟")
    shown = [
        {one.line.role for one in block.set(1, rows)[0]} & {Role.KICKER, Role.DECK, Role.BYLINE}
        for rows in (4, 5, 6, 7)
    ]
    assert shown == [
        {Role.KICKER} if Role.KICKER in shown[0] else set(),
        {Role.KICKER},
        {Role.KICKER, Role.DECK},
        {Role.KICKER, Role.DECK, Role.BYLINE},
    ]


def test_a_chinese_head_stands_in_the_middle_of_its_columns_and_an_english_one_at_the_left() -> None:
    block = a_block(headline="换缆")
    (head,) = (one for one in block.set(2, 12)[0] if one.line.role is Role.HEADLINE)
    assert head.x == (GRID.width(2) - head.line.width) // 2
    english = StoryBlock(a_story(headline="换缆"), GRID, SETTING._replace(is_cjk=False))
    (head,) = (one for one in english.set(2, 12)[0] if one.line.role is Role.HEADLINE)
    assert head.x == 0


def test_in_one_column_a_head_stands_at_the_left() -> None:
    assert all(one.x == 0 for one in a_block().set(1, 12)[0] if one.line.role is Role.HEADLINE)


def test_the_legs_of_a_whole_story_are_about_even() -> None:
    block = a_block(LONG)
    placed, _ = block.set(3, block.rows_whole(3) + 2)
    feet = [max(one.y for one in placed if one.x == GRID.left(column)) for column in range(3)]
    assert max(feet) - min(feet) <= 3


def test_no_leg_ends_in_a_subhead_before_the_mark() -> None:
    body = "\n\n".join(f"### 小标题{at}\n\n{PARAGRAPH}" for at in range(30))
    for rows in range(8, 24):
        placed, _ = a_block(body).set(2, rows)
        last = [one for one in placed if one.x == GRID.left(1) and one.line.role is not Role.HEADLINE]
        assert not last or max(last, key=lambda one: one.y).line.role is not Role.SUBHEAD


def test_a_place_without_room_for_the_headline_cannot_be() -> None:
    block = a_block(headline="渡口的船今天换了新的缆绳船工试了三趟才肯收工")
    assert block.cost(1, block.rows_least(1) - 1) == IMPOSSIBLE
    assert block.cost(1, block.rows_least(1)) < IMPOSSIBLE


def test_white_costs_and_so_does_text_that_is_cut_off() -> None:
    block = a_block(LONG)
    whole = block.rows_whole(2)
    assert block.cost(2, whole) < block.cost(2, whole + 10)
    assert block.cost(2, whole) < block.cost(2, whole // 3)


def test_a_lead_is_meant_for_several_columns_and_a_small_one_for_one() -> None:
    lead, minor = (a_block(LONG, weight=weight) for weight in (Weight.LEAD, Weight.MINOR))
    rows = 24
    assert lead.cost(3, rows) < lead.cost(1, 3 * rows)
    assert a_block(weight=Weight.MINOR).cost(1, 6) < minor.cost(4, rows)


def test_a_story_without_text_is_its_head() -> None:
    block = a_block("")
    placed, (area,) = block.set(1, 3)
    assert area.is_whole
    assert marks(placed) == []
    assert block.need == 0


@given(
    st.lists(mixed_text, min_size=0, max_size=6).map("\n\n".join),
    st.integers(1, 4),
    st.integers(1, 40),
    st.sampled_from(Weight),
)
@settings(max_examples=200, deadline=None)
def test_what_stands_in_a_place_is_the_beginning_of_the_story_and_whole_if_it_says_so(
    body: str, columns: int, rows: int, weight: Weight
) -> None:
    block = a_block(body, weight=weight, headline="渡口换缆")
    if rows < block.rows_least(columns):
        return
    placed, (area,) = block.set(columns, rows)
    for one in placed:
        assert 0 <= one.y < rows
        assert one.x >= 0
        assert one.x + one.line.width <= GRID.width(columns) + 1  # the gutter
    shown = squeezed(text_of(placed))
    wanted = squeezed("渡口换缆" + body)
    mark = squeezed("▸ 下转")
    if area.is_whole:
        assert shown == wanted
    else:
        assert wanted.startswith(shown.removesuffix(mark))
        # A place the headline fills has no row left to say so; the headline opens the story as well.
        assert marks(placed) or all(one.line.role is Role.HEADLINE for one in placed)


def test_with_room_a_white_row_parts_head_and_text() -> None:
    block = a_block(headline="换缆")
    for rows, air in ((8, 0), (9, 1)):
        placed, _ = block.set(1, rows)
        head = max(one.y for one in placed if one.line.role is Role.HEADLINE)
        text = min(one.y for one in placed if one.line.role is Role.TEXT)
        assert text - head - 1 == air


def test_a_kicker_stands_over_the_headline_and_a_deck_under_it() -> None:
    placed, _ = a_block(kicker="水边的事", headline="换缆", deck="——试了三趟").set(1, 20)
    rows = {one.line.role: one.y for one in placed}
    assert rows[Role.KICKER] < rows[Role.HEADLINE] < rows[Role.DECK] < rows[Role.TEXT]


def test_a_story_is_its_own_blocks_only_one() -> None:
    block = a_block(weight=Weight.MAJOR)
    assert [story.key for story in block.stories] == ["2024-12-23/a01"]
    assert block.weight is Weight.MAJOR
    assert {one.story for one in block.set(2, 12)[0]} == {0}


def test_no_more_of_a_story_is_looked_at_than_a_page_could_show() -> None:
    assert a_block(PARAGRAPH * 20_000).need <= 401


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_short_legs_and_a_small_story_across_the_page_cost(columns: int) -> None:
    small = a_block(LONG, weight=Weight.NORMAL)
    rows = small.rows_least(columns) + 2
    assert small.cost(columns, rows) > small.cost(1, columns * rows)


def test_a_headline_of_many_lines_costs_so_that_it_gets_more_columns() -> None:
    headline = "渡口的船今天换了新的缆绳船工试了三趟才肯收工回家"
    block = a_block(headline=headline)
    assert block.rows_least(1) > block.rows_least(2)
    rows = block.rows_whole(1)
    assert a_block(headline="换缆").cost(1, rows) < block.cost(1, rows) + 9.0


def test_the_more_of_a_grave_story_is_cut_off_the_more_it_costs() -> None:
    lead, minor = (a_block(LONG, weight=weight) for weight in (Weight.LEAD, Weight.MINOR))
    lost_by_lead = lead.cost(2, 10) - lead.cost(2, lead.rows_whole(2))
    lost_by_minor = minor.cost(2, 10) - minor.cost(2, minor.rows_whole(2))
    assert lost_by_lead > lost_by_minor
