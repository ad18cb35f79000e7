"""How a pane's cells are divided: whatever is asked for fits, and stands in the middle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.forme import GAP, GUTTER, REACH, Forme

FORMES = st.builds(Forme, st.integers(20, 300), st.integers(1, 100), st.integers(20, 200), st.just(0))
IN_COLUMNS = st.builds(
    Forme, st.integers(20, 400), st.integers(1, 100), st.integers(20, 200), st.integers(0, 400)
)


@given(FORMES)
def test_without_a_width_for_columns_there_is_one(forme: Forme) -> None:
    assert forme.columns == 1
    assert forme.span == forme.measure
    assert forme.lefts == (forme.left,)


@given(IN_COLUMNS)
def test_text_and_white_fit_into_the_pane(forme: Forme) -> None:
    assert forme.left >= forme.edge
    assert forme.left + forme.span + GUTTER <= forme.width
    assert forme.air + forme.rows <= max(1, forme.height)


@given(IN_COLUMNS)
def test_the_measure_is_never_wider_than_wanted(forme: Forme) -> None:
    assert forme.measure <= forme.wanted


@given(IN_COLUMNS)
def test_the_text_stands_in_the_middle(forme: Forme) -> None:
    right = forme.width - forme.left - forme.span - GUTTER
    assert abs(forme.left - right) <= 1


def test_a_pane_with_rows_to_spare_leaves_one_white() -> None:
    assert (Forme(80, 40, 60).air, Forme(80, 20, 60).air) == (1, 0)


@pytest.mark.parametrize(
    ("width", "columns", "measure"),
    [(129, 1, 60), (130, 2, 60), (162, 2, 60), (194, 2, 60), (195, 3, 60), (212, 3, 60), (400, 3, 60)],
)
def test_a_wide_pane_has_columns_of_the_measure_wanted(width: int, columns: int, measure: int) -> None:
    forme = Forme(width, 50, 60, 130)
    assert (forme.columns, forme.measure) == (columns, measure)


def test_columns_are_a_little_narrower_than_wanted_where_that_gives_one_more() -> None:
    narrower = Forme(130, 50, 76, 130)
    assert (narrower.columns, narrower.measure) == (2, 60)
    assert (Forme(100, 50, 60, 100).columns, Forme(100, 50, 60, 100).measure) == (2, 45)
    # By more than a quarter they would be another measure than the one that was asked for.
    too_narrow = Forme(130, 50, 84, 130)
    assert (too_narrow.columns, too_narrow.measure) == (1, 84)


@given(IN_COLUMNS)
def test_no_column_is_under_forty_cells_unless_so_few_are_wanted(forme: Forme) -> None:
    assert 1 <= forme.columns <= 3
    if forme.columns > 1:
        assert forme.measure >= min(40, forme.wanted)
        assert forme.width >= forme.columns_from


@given(IN_COLUMNS)
def test_columns_do_not_touch_even_where_marks_hang(forme: Forme) -> None:
    ends = [left + forme.measure + REACH for left in forme.lefts]
    assert all(end < left for end, left in zip(ends, forme.lefts[1:], strict=False))
    assert forme.lefts[-1] + forme.measure == forme.left + forme.span


def test_a_low_pane_has_one_column() -> None:
    assert [Forme(160, height, 60, 130).columns for height in (15, 16)] == [1, 2]


@given(IN_COLUMNS)
def test_every_cell_belongs_to_a_column(forme: Forme) -> None:
    found = [forme.column_at(x) for x in range(-3, forme.width + 3)]
    assert found == sorted(found)
    for column, left in enumerate(forme.lefts):
        # The mark that hangs belongs to its line, the paper right of the rule to the line it leads into.
        assert forme.column_at(left) == forme.column_at(left + forme.measure + REACH - 1) == column
        assert forme.column_at(left - GAP + REACH + 1) == column
