"""How a pane's cells are divided: whatever is asked for fits, and stands in the middle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.forme import GUTTER, Forme

FORMES = st.builds(Forme, st.integers(20, 300), st.integers(1, 100), st.integers(20, 200))


@given(FORMES)
def test_text_and_white_fit_into_the_pane(forme: Forme) -> None:
    assert forme.left >= forme.edge
    assert forme.left + forme.measure + GUTTER <= forme.width
    assert forme.air + forme.rows <= max(1, forme.height)


@given(FORMES)
def test_the_measure_is_never_wider_than_wanted(forme: Forme) -> None:
    assert forme.measure <= forme.wanted


@given(FORMES)
def test_the_text_stands_in_the_middle(forme: Forme) -> None:
    right = forme.width - forme.left - forme.measure - GUTTER
    assert abs(forme.left - right) <= 1


def test_a_pane_with_rows_to_spare_leaves_one_white() -> None:
    assert (Forme(80, 40, 60).air, Forme(80, 20, 60).air) == (1, 0)
