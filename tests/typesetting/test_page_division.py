from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typesetting.page_division import IMPOSSIBLE, Cell, Need, divided


def a_need(least: int = 2, text: int = 20, share: float = 20.0) -> Need:
    """A story of a headline of so many rows and so many rows of text in one column."""

    def cost(columns: int, rows: int) -> float:
        return IMPOSSIBLE if rows < least else float(abs(columns * (rows - least) - text))

    return Need(cost, share, lambda columns: least - (-text // columns), lambda _: least)


_needs = st.lists(
    st.builds(a_need, st.integers(1, 6), st.integers(0, 120), st.floats(0, 200)), min_size=1, max_size=9
)
_columns = st.integers(1, 6)
_rows = st.integers(4, 80)


def places(cell: Cell) -> set[tuple[int, int]]:
    return {
        (column, row)
        for column in range(cell.column, cell.column + cell.columns)
        for row in range(cell.row, cell.row + cell.rows)
    }


def test_a_story_alone_has_the_whole_page() -> None:
    assert divided([a_need()], 4, 30) == ((Cell(0, 0, 4, 30),), 30)


def test_a_page_without_stories_stays_empty() -> None:
    assert divided([], 4, 30) == ((), 30)


def test_a_row_is_left_for_the_rule_between_stories_one_under_the_other() -> None:
    cells, rows = divided([a_need(), a_need()], 1, 21)
    assert rows == 21
    upper, lower = cells
    assert lower.row == upper.rows + 1
    assert upper.rows + 1 + lower.rows == 21


def test_stories_of_equal_shares_have_about_equal_room() -> None:
    (left, right), _ = divided([a_need(2, 50, 50.0), a_need(2, 50, 50.0)], 2, 27)
    assert left == Cell(0, 0, 1, 27)
    assert right == Cell(1, 0, 1, 27)


def test_a_graver_story_has_more_room() -> None:
    (lead, other), _ = divided([a_need(2, 90, 90.0), a_need(2, 30, 30.0)], 4, 30)
    assert len(places(lead)) > len(places(other))


def test_a_page_grows_where_the_headlines_need_more() -> None:
    cells, rows = divided([a_need(least=9), a_need(least=9), a_need(least=9)], 1, 12)
    assert rows == 3 * 9 + 2
    assert [cell.rows for cell in cells] == [9, 9, 9]


@given(_needs, _columns, _rows)
@settings(max_examples=300, deadline=None)
def test_no_rectangles_overlap_and_all_lie_on_the_page(needs: list[Need], columns: int, rows: int) -> None:
    cells, used = divided(needs, columns, rows)
    assert len(cells) == len(needs)
    for cell in cells:
        assert cell.column >= 0
        assert cell.row >= 0
        assert cell.columns >= 1
        assert cell.rows >= 1
        assert cell.column + cell.columns <= columns
        assert cell.row + cell.rows <= used
    for one, other in combinations(cells, 2):
        assert not places(one) & places(other)


@given(_needs, _columns, _rows)
@settings(max_examples=300, deadline=None)
def test_rectangles_and_rules_tile_the_page(needs: list[Need], columns: int, rows: int) -> None:
    cells, used = divided(needs, columns, rows)
    covered = set().union(*map(places, cells))
    # Right under a rectangle that does not reach the foot of the page runs the rule that parts it.
    rules = {
        (column, cell.row + cell.rows)
        for cell in cells
        if cell.row + cell.rows < used
        for column in range(cell.column, cell.column + cell.columns)
    }
    assert not covered & rules
    assert covered | rules == places(Cell(0, 0, columns, used))


@given(_needs, _columns, _rows)
@settings(max_examples=200, deadline=None)
def test_the_first_story_stands_top_left_and_every_headline_stands(
    needs: list[Need], columns: int, rows: int
) -> None:
    cells, _ = divided(needs, columns, rows)
    assert (cells[0].column, cells[0].row) == (0, 0)
    for need, cell in zip(needs, cells, strict=True):
        assert cell.rows >= need.least(cell.columns)


@given(_needs, _columns, _rows)
@settings(max_examples=200, deadline=None)
def test_of_two_stories_the_graver_lies_left_or_above(needs: list[Need], columns: int, rows: int) -> None:
    cells, _ = divided(needs, columns, rows)
    for one, other in combinations(cells, 2):
        is_right_of_it = other.column >= one.column + one.columns
        is_below_it = other.row >= one.row + one.rows
        assert is_right_of_it or is_below_it


@given(_needs, _columns, _rows)
@settings(max_examples=200, deadline=None)
def test_the_page_grows_only_where_the_headlines_need_it(needs: list[Need], columns: int, rows: int) -> None:
    _, used = divided(needs, columns, rows)
    assert used >= rows
    # Grown, it is as small as it can be: the same again for a page of one row less.
    if used > rows:
        assert divided(needs, columns, used - 1)[1] == used
    one_under_the_other = sum(need.least(columns) + 1 for need in needs) - 1
    assert used <= max(rows, one_under_the_other)


@given(_needs, _columns, _rows)
@settings(max_examples=100, deadline=None)
def test_the_same_stories_always_give_the_same_page(needs: list[Need], columns: int, rows: int) -> None:
    assert divided(needs, columns, rows) == divided(list(needs), columns, rows)


def costing(cells: tuple[Cell, ...], needs: list[Need]) -> float:
    return sum(need.cost(cell.columns, cell.rows) for need, cell in zip(needs, cells, strict=True))


@given(_needs, _columns, _rows)
@settings(max_examples=200, deadline=None)
def test_a_division_is_no_worse_than_stacks_of_the_same_rows(
    needs: list[Need], columns: int, rows: int
) -> None:
    """Two stories have few divisions: the one found costs no more than the tightest of either kind."""
    pair = needs[:2]
    if len(pair) < 2:
        return
    cells, used = divided(pair, columns, rows)
    first, last = pair
    shares = first.share + last.share
    upper = max(
        first.least(columns),
        min(used - 1 - last.least(columns), round((used - 1) * first.share / max(shares, 0.02)) & ~1),
    )
    if used - 1 - upper >= last.least(columns) and first.share > 0.01 and last.share > 0.01:
        stacked = first.cost(columns, upper) + last.cost(columns, used - 1 - upper)
        assert costing(cells, pair) <= stacked + 1e-6


def test_a_story_is_cut_where_it_is_just_whole() -> None:
    """The first of two is a short one in a large share: it takes no more rows than it fills."""
    short, long = a_need(2, 6, 60.0), a_need(2, 60, 60.0)
    (upper, _), _ = divided([short, long], 1, 69)
    assert upper.rows == short.whole(1)


def test_the_last_story_is_cut_where_it_is_just_whole_too() -> None:
    long, short = a_need(2, 60, 60.0), a_need(2, 6, 60.0)
    (_, lower), _ = divided([long, short], 1, 71)
    assert lower.rows == short.whole(1)


def test_a_story_of_no_share_still_has_a_place() -> None:
    cells, _ = divided([a_need(share=100.0), a_need(1, 0, 0.0)], 2, 20)
    assert all(cell.columns >= 1 and cell.rows >= 1 for cell in cells)


def test_a_story_that_does_not_stand_in_one_column_gets_more() -> None:
    """A headline of twelve rows in one column and of two in three: a low page puts it across."""

    def least(columns: int) -> int:
        return 12 if columns == 1 else 2

    def cost(columns: int, rows: int) -> float:
        return IMPOSSIBLE if rows < least(columns) else 0.0

    wide = Need(cost, 30.0, least, least)
    cells, rows = divided([wide, wide], 3, 8)
    assert rows == 8
    assert all(cell.columns > 1 for cell in cells)


def test_what_can_stand_at_all_is_found_to_stand_also_where_the_shares_ask_for_something_else() -> None:
    """The second has nearly all of the share, and the first needs nearly all of the rows."""
    for columns in (1, 2, 3):
        first, second = a_need(20, 0, 1.0), a_need(1, 200, 500.0)
        cells, rows = divided([first, second], columns, 22)
        assert rows == 22
        assert cells[0].rows >= 20
        assert costing(cells, [first, second]) < IMPOSSIBLE


def test_as_many_stories_as_a_page_ever_has_are_divided() -> None:
    needs = [a_need(1 + at % 3, 9 * at, 10.0 + at) for at in range(12)]
    cells, used = divided(needs, 6, 60)
    assert len(cells) == 12
    assert used == 60


@given(_needs, _columns, _rows)
@settings(max_examples=100, deadline=None)
def test_a_page_of_more_rows_needs_no_more_than_one_of_fewer(
    needs: list[Need], columns: int, rows: int
) -> None:
    low, high = divided(needs, columns, rows)[1], divided(needs, columns, rows + 10)[1]
    assert high == max(rows + 10, low)
