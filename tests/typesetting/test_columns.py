"""Columns: every line in its order, full ones first, even ones at the end, nothing torn off needlessly."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.columns import Division, balanced, is_torn
from reader.typesetting.line import Line, Run
from reader.typesetting.role import Role

SHORT_OF_FULL = 6
"""Lines a full column may give away."""


def a_block(block: int, count: int, role: Role = Role.TEXT, *, blank: bool = False) -> list[Line]:
    """Return the lines of a block, ten characters each, a blank one above it if wanted."""
    above = [Line(block, 0, 0, (), 0, role)] if blank else []
    words = "桥头卖豆浆的先亮了灯"
    texts = [
        Line(block, 10 * at, 10 * at + 10, (Run(words, 10 * at, role),), 20, role) for at in range(count)
    ]
    return [*above, *texts]


def copy_of(*blocks: tuple[int, Role, bool]) -> list[Line]:
    """Return the lines of blocks one under the other, each told by its lines, role, and blank line above."""
    return [
        line
        for number, (count, role, blank) in enumerate(blocks)
        for line in a_block(number, count, role, blank=blank)
    ]


def paragraphs(*counts: int) -> list[Line]:
    """Return paragraphs of so many lines, as a body has them."""
    return copy_of(*((count, Role.TEXT, False) for count in counts))


def heights(division: Division) -> list[int]:
    return [len(column) for column in division.columns]


def names(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return which lines with words these are."""
    return [(line.block, line.start) for line in lines if line.runs]


blocks = st.lists(
    st.tuples(
        st.integers(1, 12),
        st.sampled_from([Role.TEXT] * 6 + [Role.SUBHEAD, Role.QUOTE, Role.SPEAKER, Role.TABLE]),
        st.booleans(),
    ),
    max_size=30,
)
copies = blocks.map(lambda some: copy_of(*some))
long_paragraphs = st.lists(st.integers(4, 12), min_size=1, max_size=30).map(lambda some: paragraphs(*some))
columns = st.integers(1, 6)
rows = st.integers(1, 70)


@given(copies, columns, rows)
def test_nothing_is_lost_and_the_order_is_kept(lines: list[Line], columns: int, rows: int) -> None:
    division = balanced(lines, columns, rows)
    shown = [line for column in division.columns for line in column]
    assert names(shown) == names(lines[: division.taken])
    assert len(division.columns) == columns


@given(copies, columns, rows)
def test_no_column_is_longer_than_the_screen_or_opens_or_ends_blank(
    lines: list[Line], columns: int, rows: int
) -> None:
    for column in balanced(lines, columns, rows).columns:
        assert len(column) <= rows
        assert not column or (column[0].runs and column[-1].runs)


@given(copies, columns, rows)
def test_the_same_lines_are_divided_the_same_way_twice(lines: list[Line], columns: int, rows: int) -> None:
    assert balanced(lines, columns, rows) == balanced(list(lines), columns, rows)


@given(copies, columns, rows)
def test_dividing_goes_on_until_every_line_has_had_its_place(
    lines: list[Line], columns: int, rows: int
) -> None:
    rest = lines
    shown: list[tuple[int, int]] = []
    while rest:
        division = balanced(rest, columns, rows)
        assert division.taken > 0
        shown += [name for column in division.columns for name in names(column)]
        rest = rest[division.taken :]
    assert shown == names(lines)


@given(copies, columns, st.integers(12, 70))
def test_columns_that_more_follows_are_full_but_for_lines_given_away(
    lines: list[Line], columns: int, rows: int
) -> None:
    division = balanced(lines, columns, rows)
    if division.taken < len(lines):
        # A blank line at a column's foot is not counted among its lines.
        assert min(heights(division)) >= rows - SHORT_OF_FULL - 1


@given(st.integers(0, 300), columns)
def test_lines_that_nothing_holds_together_are_even_to_the_line(count: int, columns: int) -> None:
    found = heights(balanced(paragraphs(*[1] * count), columns, 300))
    assert max(found) - min(found) <= 1
    assert found == sorted(found, reverse=True)


@given(long_paragraphs, st.integers(2, 3))
def test_of_long_paragraphs_columns_are_even_to_four_lines_with_nothing_torn_off(
    lines: list[Line], columns: int
) -> None:
    # Two lines each way: so far is it, at the most, to a place that tears nothing off a paragraph of four.
    if len(lines) < 24:
        return
    division = balanced(lines, columns, len(lines))
    assert max(heights(division)) - min(heights(division)) <= 4
    assert torn_feet(lines, division) == []


def torn_feet(lines: Sequence[Line], division: Division) -> list[int]:
    """Return the places at which a column ends and tears lines off, the last column's own end included."""
    feet, at = [], 0
    for column in division.columns:
        if column:
            at = lines.index(column[-1], at) + 1
            feet.append(at)
    return [foot for foot in feet if is_torn(lines, foot)]


@given(copies, columns, st.integers(20, 70))
def test_nothing_is_torn_off_a_full_column_where_giving_lines_away_avoids_it(
    lines: list[Line], columns: int, rows: int
) -> None:
    division = balanced(lines, columns, rows)
    if division.taken == len(lines):
        return
    at = 0
    for column in division.columns:
        at = lines.index(column[0], at)
        # A column torn at its foot has had no better place near it.
        if is_torn(lines, at + len(column)):
            # Blank lines at its foot belong to its height and are not shown.
            foot = at + len(column)
            assert all(line.is_blank for line in lines[foot : at + rows])
            assert all(is_torn(lines, at + rows - given) for given in range(SHORT_OF_FULL + 1))
        at += len(column)


@pytest.mark.parametrize(
    ("lines", "place", "torn"),
    [
        (paragraphs(6, 6), 1, True),  # the first line of a paragraph at the foot
        (paragraphs(6, 6), 2, False),
        (paragraphs(6, 6), 4, False),
        (paragraphs(6, 6), 5, True),  # the last line of a paragraph at the top (孤行)
        (paragraphs(6, 6), 6, False),
        (paragraphs(6, 6), 7, True),
        (paragraphs(1, 1, 1), 1, False),
        (paragraphs(3), 1, True),
        (paragraphs(3), 2, True),
        (copy_of((4, Role.TEXT, False), (1, Role.SUBHEAD, True), (4, Role.TEXT, False)), 4, False),
        (copy_of((4, Role.TEXT, False), (1, Role.SUBHEAD, True), (4, Role.TEXT, False)), 5, False),
        (copy_of((4, Role.TEXT, False), (1, Role.SUBHEAD, True), (4, Role.TEXT, False)), 6, True),
        (copy_of((4, Role.TEXT, False), (1, Role.SUBHEAD, True), (4, Role.TABLE, True)), 6, True),
        (copy_of((2, Role.SUBHEAD, False), (4, Role.TEXT, False)), 1, True),
        (copy_of((4, Role.QUOTE, False), (1, Role.SPEAKER, False)), 4, True),
        (copy_of((1, Role.PHOTO, False), (1, Role.CAPTION, False)), 1, True),
        (paragraphs(6), 0, False),
        (paragraphs(6), 6, False),
    ],
)
def test_it_is_told_where_lines_belong_together(lines: list[Line], place: int, torn: bool) -> None:
    assert is_torn(lines, place) is torn


def test_the_head_of_a_table_is_not_parted_from_its_rows() -> None:
    head, rule, *body = a_block(0, 6, Role.TABLE)
    lines = [head._replace(role=Role.TABLE_HEAD), rule._replace(role=Role.RULE), *body]
    assert [place for place in range(7) if is_torn(lines, place)] == [1, 2, 3, 4, 5]


def test_a_short_table_is_kept_whole_and_a_long_one_goes_on() -> None:
    assert all(is_torn(a_block(0, 8, Role.TABLE), place) for place in range(1, 8))
    assert not is_torn(a_block(0, 20, Role.TABLE), 10)


def test_a_picture_stays_whole_and_with_its_words() -> None:
    text = a_block(0, 6)
    picture = [
        line._replace(runs=(), role=Role.PICTURE, row=row, rows=8) for row, line in enumerate(a_block(1, 8))
    ]
    caption = a_block(2, 2, Role.CAPTION)
    more = a_block(3, 12)
    for rows in range(9, 24):
        for columns in (2, 3):
            division = balanced([*text, *picture, *caption, *more], columns, rows)
            holding = [column for column in division.columns if any(line.rows for line in column)]
            assert [sum(1 for line in column if line.rows) for column in holding] == [8]
            if rows >= 10:
                assert [sum(1 for line in holding[0] if line.role is Role.CAPTION)] == [2]


def test_a_stanza_may_end_a_column() -> None:
    first, second, blank, third, fourth = a_block(0, 5, Role.VERSE)
    lines = [first, second, blank._replace(runs=()), third, fourth]
    assert [place for place in range(5) if is_torn(lines, place)] == [1, 4]


def test_a_paragraph_ends_a_line_early_rather_than_with_its_last_line_in_the_next_column() -> None:
    division = balanced(paragraphs(11, 30), 2, 10)
    assert heights(division) == [9, 10]
    assert [line.start for line in division.columns[1][:2]] == [90, 100]


def test_a_subhead_goes_where_its_text_goes() -> None:
    lines = copy_of((9, Role.TEXT, False), (1, Role.SUBHEAD, False), (40, Role.TEXT, False))
    division = balanced(lines, 2, 10)
    assert [column[0].role for column in division.columns] == [Role.TEXT, Role.SUBHEAD]
    assert heights(division) == [9, 10]


def test_the_last_lines_are_even_and_not_one_full_column_beside_an_empty_one() -> None:
    assert heights(balanced(paragraphs(10, 10), 2, 18)) == [10, 10]
    assert heights(balanced(paragraphs(8, 8, 8, 1), 3, 40)) == [8, 8, 9]


def test_a_few_lines_that_belong_together_stay_in_the_first_column() -> None:
    assert heights(balanced(paragraphs(2), 3, 20)) == [2, 0, 0]
    assert heights(balanced(paragraphs(1), 2, 20)) == [1, 0]
    assert heights(balanced([], 2, 20)) == [0, 0]


def test_what_has_no_room_is_torn_rather_than_lost() -> None:
    division = balanced(paragraphs(2, 2, 2), 3, 1)
    assert heights(division) == [1, 1, 1]
    assert division.taken == 3


def test_blank_lines_around_the_lines_take_no_room() -> None:
    lines = [*a_block(0, 3, blank=True), *a_block(1, 1, blank=True)[:1]]
    division = balanced(lines, 1, 3)
    assert (heights(division), division.taken) == ([3], 5)
