from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Prominence
from reader.edition.edition import Edition
from reader.typesetting.line import NARROWEST
from reader.typesetting.page import FEWEST, MARGIN, MOST, divide, grid_for
from reader.typesetting.page_block import GAP, Grid, StoryBlock
from reader.typesetting.weight import Weight
from tests.typesetting.pages import (
    SETTING,
    an_article,
    an_edition,
    assert_is_a_page,
    editions,
    made_up,
    text_of,
)
from tests.typesetting.test_story import a_story


@pytest.mark.parametrize(
    ("width", "columns"), [(40, 2), (60, 2), (80, 3), (100, 3), (120, 4), (160, 5), (200, 6), (250, 6)]
)
def test_a_page_has_two_to_six_columns(width: int, columns: int) -> None:
    assert grid_for(width, is_cjk=True).columns == columns


@pytest.mark.parametrize("is_cjk", [True, False])
def test_wider_pages_have_no_fewer_columns_and_never_leave_the_window(is_cjk: bool) -> None:
    before = 1
    for width in range(NARROWEST, 251):
        grid = grid_for(width, is_cjk=is_cjk)
        assert grid.columns >= before
        assert grid.page_width <= width
        assert grid.cell >= NARROWEST
        assert (FEWEST if width >= 39 else 1) <= grid.columns <= MOST
        before = grid.columns


def test_a_page_as_wide_as_a_window_leaves_little_of_it_unused() -> None:
    for width in range(40, 161):
        grid = grid_for(width, is_cjk=True)
        assert width - grid.page_width < 2 * grid.columns


def test_chinese_columns_have_room_for_whole_characters() -> None:
    assert all(grid_for(width, is_cjk=True).cell % 2 == 0 for width in range(60, 251))


def test_english_columns_are_wider_for_words_are() -> None:
    assert grid_for(120, is_cjk=False).columns < grid_for(120, is_cjk=True).columns


def test_a_narrow_window_has_no_white_at_the_sides() -> None:
    assert grid_for(44, is_cjk=True).margin == 0
    assert grid_for(45, is_cjk=True).margin == MARGIN


def test_columns_and_gaps_make_the_page() -> None:
    grid = Grid(columns=4, cell=24, margin=1)
    assert grid.width(1) == 24
    assert grid.width(4) == 4 * 24 + 3 * GAP
    assert grid.left(2) == 2 * (24 + GAP)
    assert grid.page_width == grid.width(4) + 2


@pytest.mark.parametrize(("wanted", "columns"), [(0, 2), (1, 2), (3, 3), (9, 4)])
def test_a_grid_is_narrowed_to_two_columns_at_the_least(wanted: int, columns: int) -> None:
    assert Grid(4, 24).narrowed(wanted).columns == columns
    assert Grid(1, 24).narrowed(wanted).columns == 1


def test_a_page_of_little_text_is_shorter_than_the_window() -> None:
    grid = grid_for(120, is_cjk=True)
    block = StoryBlock(a_story("一句话。"), grid, SETTING)
    divided = divide([block], grid, 60)
    assert divided.rows < 20
    assert divided.is_whole


def test_a_graver_story_has_more_of_the_page() -> None:
    grid = grid_for(120, is_cjk=True)
    text = "渡口的船今天换了新的缆绳，船工试了三趟。" * 200
    blocks = [
        StoryBlock(a_story(text, weight=weight), grid, SETTING) for weight in (Weight.LEAD, Weight.NORMAL)
    ]
    lead, other = divide(blocks, grid, 36).cells
    assert lead.columns * lead.rows > other.columns * other.rows


def test_a_story_that_is_not_all_there_says_so_and_one_that_is_does_not() -> None:
    page = made_up(an_edition(an_article(1, body="一句话。"), an_article(2, body="长话。" * 4000)), 100, 24)
    by_key = {story.key[-3:]: story.is_whole for story in page.stories}
    assert by_key == {"a01": True, "a02": False}
    assert "▸ 下转" in text_of(page)


def test_every_line_stands_inside_the_place_of_its_story() -> None:
    page = made_up(an_edition(*map(an_article, range(1, 13))), 120, 40)
    for y, row in enumerate(page.rows):
        for x, line, owner, _ in row:
            if owner >= 0:
                story = page.stories[owner]
                assert story.y <= y < story.y + story.rows
                assert story.x <= x
                assert x + line.width <= story.x + story.width + 1  # a mark may stand in the white beside it


@given(editions, st.integers(20, 39), st.integers(10, 30))
@settings(max_examples=80, deadline=None)
def test_a_page_too_narrow_for_two_columns_is_still_one_where_nothing_overlaps(
    edition: Edition, width: int, height: int
) -> None:
    assert_is_a_page(made_up(edition, width, height), width)


def test_rows_are_sorted_from_the_left_and_rules_belong_to_no_story() -> None:
    page = made_up(an_edition(*map(an_article, range(1, 8))), 120, 40)
    for row in page.rows:
        assert [printed.x for printed in row] == sorted(printed.x for printed in row)
    rules = [printed for row in page.rows for printed in row if set(printed.line.text) <= set("│─├┤┬┴┼")]
    assert rules
    assert {printed.story for printed in rules} == {-1}


def test_stories_come_in_their_order_of_weight() -> None:
    articles = [an_article(1, body="短。"), an_article(2, prominence=Prominence.LEAD), an_article(3)]
    page = made_up(an_edition(*articles), 120, 40)
    assert next(story.key[-3:] for story in page.stories) == "a02"
    assert page.stories[0].x == MARGIN
