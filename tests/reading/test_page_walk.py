from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.edition.pages import printed_pages
from reader.reading.page_walk import Direction, neighbour, story_at
from reader.typesetting.page import Page, Placed
from reader.typesetting.spread import side_by_side
from tests.typesetting.pages import editions, made_up

DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")


def placed(x: int, y: int, width: int, rows: int) -> Placed:
    return Placed(f"{x},{y}", x, y, width, rows, True)


# A lead over a small story, two columns to the right of both: of three, and of one story.
LEAD, BELOW = placed(1, 3, 50, 20), placed(1, 24, 50, 9)
TOP, MIDDLE, FOOT = placed(54, 3, 24, 8), placed(54, 12, 24, 12), placed(54, 25, 24, 8)
TALL = placed(81, 3, 24, 30)
PAGE = (LEAD, BELOW, TOP, MIDDLE, FOOT, TALL)


def walked(start: Placed, *directions: Direction, page: Sequence[Placed] = PAGE) -> Placed | None:
    at: int | None = page.index(start)
    for direction in directions:
        assert at is not None
        at = neighbour(page, at, direction)
    return None if at is None else page[at]


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        (LEAD, "right", TOP),
        (LEAD, "down", BELOW),
        (BELOW, "up", LEAD),
        (BELOW, "right", FOOT),
        (TOP, "left", LEAD),
        (TOP, "right", TALL),
        (MIDDLE, "left", LEAD),
        (MIDDLE, "up", TOP),
        (MIDDLE, "down", FOOT),
        (FOOT, "left", BELOW),
        (TALL, "left", TOP),
    ],
)
def test_an_arrow_goes_to_the_story_that_lies_there(start: Placed, direction: Direction, end: Placed) -> None:
    assert walked(start, direction) == end


@pytest.mark.parametrize(
    ("start", "direction"),
    [(LEAD, "left"), (LEAD, "up"), (BELOW, "down"), (FOOT, "down"), (TALL, "right"), (TOP, "up")],
)
def test_beyond_the_edge_of_a_page_lies_nothing(start: Placed, direction: Direction) -> None:
    assert walked(start, direction) is None


def test_of_two_beside_it_the_one_whose_head_is_nearest_comes_first() -> None:
    left, upper, lower = placed(0, 10, 20, 10), placed(23, 0, 20, 12), placed(23, 13, 20, 9)
    assert walked(left, "right", page=(left, upper, lower)) == lower


def test_what_lies_beside_comes_before_what_is_nearer_but_aside() -> None:
    here, far, aside = placed(0, 0, 20, 5), placed(60, 0, 20, 5), placed(23, 6, 20, 5)
    assert walked(here, "right", page=(here, far, aside)) == far


def test_where_nothing_lies_beside_the_nearest_that_way_is_taken() -> None:
    here, aside = placed(0, 0, 20, 5), placed(23, 6, 20, 5)
    assert walked(here, "right", page=(here, aside)) == aside


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_story_alone_has_no_neighbour(direction: Direction) -> None:
    assert neighbour((LEAD,), 0, direction) is None


@pytest.mark.parametrize(
    ("x", "y", "story"),
    [
        (1, 3, 0),
        (50, 22, 0),
        (51, 3, None),
        (1, 23, None),
        (1, 24, 1),
        (54, 12, 3),
        (104, 32, 5),
        (105, 3, None),
    ],
)
def test_a_cell_of_the_page_belongs_to_the_story_that_stands_there(x: int, y: int, story: int | None) -> None:
    assert story_at(PAGE, x, y) == story


def reached(page: Page, start: int) -> set[int]:
    """The stories that arrows lead to from this one, itself among them."""
    seen, waiting = {start}, [start]
    while waiting:
        at = waiting.pop()
        for direction in DIRECTIONS:
            found = neighbour(page.stories, at, direction)
            if found is not None and found not in seen:
                seen.add(found)
                waiting.append(found)
    return seen


def assert_all_are_reached(page: Page) -> None:
    everyone = set(range(len(page.stories)))
    for at in everyone:
        assert reached(page, at) == everyone, page.stories


@given(editions, st.integers(40, 250), st.integers(15, 80))
@settings(max_examples=300, deadline=None)
def test_from_every_story_of_a_page_arrows_lead_to_every_other(
    edition: Edition, width: int, height: int
) -> None:
    for page in printed_pages(edition):
        assert_all_are_reached(made_up(edition, width, height, page.number))


@given(editions, st.integers(60, 120), st.integers(15, 60))
@settings(max_examples=100, deadline=None)
def test_and_so_they_do_over_the_fold_of_two_pages(edition: Edition, width: int, height: int) -> None:
    pages = [made_up(edition, width, height, page.number) for page in printed_pages(edition)]
    assert_all_are_reached(side_by_side(pages[:2]))


@given(editions, st.integers(40, 250), st.integers(15, 80))
@settings(max_examples=100, deadline=None)
def test_an_arrow_goes_to_where_it_points_and_no_further_than_it_must(
    edition: Edition, width: int, height: int
) -> None:
    stories = made_up(edition, width, height).stories
    for at, here in enumerate(stories):
        for direction in DIRECTIONS:
            found = neighbour(stories, at, direction)
            if found is None:
                continue
            other = stories[found]
            gap = {
                "left": here.x - (other.x + other.width),
                "right": other.x - (here.x + here.width),
                "up": here.y - (other.y + other.rows),
                "down": other.y - (here.y + here.rows),
            }[direction]
            assert gap >= 0


@given(editions, st.integers(40, 250), st.integers(15, 80))
@settings(max_examples=100, deadline=None)
def test_between_two_stories_that_lie_head_by_head_the_way_back_is_the_way_there(
    edition: Edition, width: int, height: int
) -> None:
    stories = made_up(edition, width, height).stories
    for at, here in enumerate(stories):
        found = neighbour(stories, at, "right")
        if found is None or stories[found].y != here.y:
            continue
        back = neighbour(stories, found, "left")
        # Another may lie as near on that side only if its head is as near too.
        assert back is not None
        assert stories[back].y == here.y
        assert stories[back].x + stories[back].width >= here.x + here.width


@given(editions, st.integers(40, 250), st.integers(15, 60))
@settings(max_examples=60, deadline=None)
def test_every_story_is_found_where_it_stands(edition: Edition, width: int, height: int) -> None:
    stories = made_up(edition, width, height).stories
    for at, story in enumerate(stories):
        corners = ((story.x, story.y), (story.x + story.width - 1, story.y + story.rows - 1))
        assert [story_at(stories, x, y) for x, y in corners] == [at, at]
