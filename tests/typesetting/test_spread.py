from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.edition.pages import printed_pages
from reader.typesetting.spread import FOLD, facing, fits, side_by_side
from tests.typesetting.pages import an_article, an_edition, assert_is_a_page, editions, made_up, text_of


@pytest.mark.parametrize(
    ("number", "last", "together"),
    [
        (1, 1, (1,)),
        (1, 8, (1,)),
        (2, 8, (2, 3)),
        (3, 8, (2, 3)),
        (4, 5, (4, 5)),
        (8, 8, (8,)),
        (2, 2, (2,)),
    ],
)
def test_a_paper_lies_open_as_it_does_on_a_table(number: int, last: int, together: tuple[int, ...]) -> None:
    assert facing(number, last) == together


@given(st.integers(1, 60))
def test_every_page_lies_in_one_spread_and_they_follow_on_each_other(last: int) -> None:
    spreads = list(dict.fromkeys(facing(number, last) for number in range(1, last + 1)))
    assert [number for spread in spreads for number in spread] == list(range(1, last + 1))
    assert all(number in facing(number, last) for number in range(1, last + 1))


def test_two_pages_fit_with_the_fold_between_them_and_not_in_a_cell_less() -> None:
    page = made_up(an_edition(an_article()), 60, 30)
    wide = 2 * page.width + FOLD
    assert fits([page, page], wide)
    assert not fits([page, page], wide - 1)
    assert fits([page], page.width)


def test_one_page_side_by_side_is_itself() -> None:
    page = made_up(an_edition(an_article()), 60, 30)
    assert side_by_side([page]) is page


def test_what_stands_on_each_page_keeps_its_place_on_it() -> None:
    left = made_up(an_edition(an_article(1), an_article(2)), 60, 30)
    right = made_up(an_edition(*map(an_article, range(3, 9))), 60, 30)
    spread = side_by_side([left, right])
    indent = left.width + FOLD
    assert spread.width == indent + right.width
    assert spread.columns == left.columns + right.columns
    assert len(spread.rows) == max(len(left.rows), len(right.rows))
    assert spread.stories[: len(left.stories)] == left.stories
    shifted = [story._replace(x=story.x - indent) for story in spread.stories[len(left.stories) :]]
    assert tuple(shifted) == right.stories
    for at, row in enumerate(text_of(left).split("\n")):
        assert text_of(spread).split("\n")[at].startswith(row.rstrip())


def test_every_line_belongs_to_its_own_story_of_the_spread() -> None:
    pages = [made_up(an_edition(an_article(at), an_article(at + 1)), 60, 30) for at in (1, 3)]
    spread = side_by_side(pages)
    for y, row in enumerate(spread.rows):
        for x, line, owner, _ in row:
            if owner >= 0:
                story = spread.stories[owner]
                assert story.x <= x
                assert x + line.width <= story.x + story.width + 1  # a mark may stand in the white beside it
                assert story.y <= y < story.y + story.rows


@given(editions, st.integers(60, 120), st.integers(15, 50))
@settings(max_examples=60, deadline=None)
def test_pages_side_by_side_keep_the_laws_of_a_page(edition: Edition, width: int, height: int) -> None:
    pages = [made_up(edition, width, height, page.number) for page in printed_pages(edition)[:2]]
    spread = side_by_side(pages)
    assert_is_a_page(spread, sum(page.width for page in pages) + FOLD * (len(pages) - 1))
    assert [story.key for story in spread.stories] == [story.key for page in pages for story in page.stories]
