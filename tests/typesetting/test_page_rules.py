from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typesetting.page_block import Grid
from reader.typesetting.page_division import Cell, Need, divided
from reader.typesetting.page_rules import page_rules
from reader.typesetting.role import Role
from tests.typesetting.test_page_division import a_need

GRID = Grid(columns=3, cell=5)
LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
POINTS = {
    "─": {LEFT, RIGHT},
    "│": {UP, DOWN},
    "┌": {RIGHT, DOWN},
    "┐": {LEFT, DOWN},
    "└": {RIGHT, UP},
    "┘": {LEFT, UP},
    "├": {RIGHT, UP, DOWN},
    "┤": {LEFT, UP, DOWN},
    "┬": {LEFT, RIGHT, DOWN},
    "┴": {LEFT, RIGHT, UP},
    "┼": {LEFT, RIGHT, UP, DOWN},
}


def drawn(cells: tuple[Cell, ...], rows: int, grid: Grid = GRID, *, is_plain: bool = False) -> list[str]:
    """The rules of a page as they stand, a string a row."""
    width = grid.width(grid.columns)
    marks = [[" "] * width for _ in range(rows)]
    for x, y, line in page_rules(cells, grid, rows, is_plain=is_plain):
        for at, mark in enumerate(line.text):
            assert marks[y][x + at] == " "
            marks[y][x + at] = mark
    return ["".join(row) for row in marks]


def test_a_story_alone_has_no_rules() -> None:
    assert list(page_rules([Cell(0, 0, 3, 9)], GRID, 9, is_plain=False)) == []


def test_between_columns_runs_an_upright_rule_in_the_middle_of_the_white() -> None:
    cells = (Cell(0, 0, 1, 2), Cell(1, 0, 2, 2))
    assert drawn(cells, 2) == ["      │" + " " * 14] * 2


def test_between_stories_one_under_the_other_runs_a_level_rule() -> None:
    cells = (Cell(0, 0, 3, 1), Cell(0, 2, 3, 1))
    assert drawn(cells, 3) == [" " * 21, "─" * 21, " " * 21]


def test_rules_that_meet_are_joined() -> None:
    cells = (Cell(0, 0, 1, 3), Cell(1, 0, 2, 1), Cell(1, 2, 1, 1), Cell(2, 2, 1, 1))
    assert drawn(cells, 3) == [
        "      │              ",
        "      ├───────┬──────",
        "      │       │      ",
    ]


def test_four_stories_meet_in_a_cross() -> None:
    cells = (Cell(0, 0, 1, 1), Cell(1, 0, 2, 1), Cell(0, 2, 1, 1), Cell(1, 2, 2, 1))
    assert drawn(cells, 3)[1] == "──────┼──────────────"


def test_a_terminal_that_draws_rules_wide_gets_ascii() -> None:
    cells = (Cell(0, 0, 1, 3), Cell(1, 0, 2, 1), Cell(1, 2, 1, 1), Cell(2, 2, 1, 1))
    assert drawn(cells, 3, is_plain=True) == [
        "      |              ",
        "      +-------+------",
        "      |       |      ",
    ]


def test_a_rule_is_furniture_as_wide_as_it_is_long() -> None:
    for _, _, line in page_rules((Cell(0, 0, 3, 1), Cell(0, 2, 3, 1)), GRID, 3, is_plain=False):
        assert (line.role, line.width, line.block) == (Role.RULE, len(line.text), -1)


_stories = st.lists(
    st.builds(a_need, st.integers(1, 4), st.integers(0, 80), st.floats(1, 90)), min_size=1, max_size=9
)


@given(_stories, st.integers(2, 6), st.integers(6, 60))
@settings(max_examples=200, deadline=None)
def test_a_rule_goes_on_wherever_a_joint_points(stories: list[Need], columns: int, rows: int) -> None:
    grid = Grid(columns, 18)
    cells, used = divided(stories, columns, rows)
    marks = drawn(cells, used, grid)
    for y, row in enumerate(marks):
        for x, mark in enumerate(row):
            for step in POINTS.get(mark, ()):
                beside = _at(marks, x + step[0], y + step[1])
                back = (-step[0], -step[1])
                if beside in POINTS:
                    assert back in POINTS[beside], "\n".join(marks)
                else:
                    # Nothing there: a rule ends in white, or at the page's edge; a joint never does.
                    assert mark in "─│", "\n".join(marks)


def _at(marks: list[str], x: int, y: int) -> str:
    is_inside = 0 <= y < len(marks) and 0 <= x < len(marks[y])
    return marks[y][x] if is_inside else ""


@given(_stories, st.integers(2, 6), st.integers(6, 60))
@settings(max_examples=200, deadline=None)
def test_no_rule_runs_through_a_story(stories: list[Need], columns: int, rows: int) -> None:
    grid = Grid(columns, 18)
    cells, used = divided(stories, columns, rows)
    marks = drawn(cells, used, grid)
    for column, row, wide, high in cells:
        left = grid.left(column)
        for y in range(row, row + high):
            assert marks[y][left : left + grid.width(wide)].strip() == ""


@given(_stories, st.integers(2, 6), st.integers(6, 60))
@settings(max_examples=100, deadline=None)
def test_in_ascii_the_same_rules_stand_in_the_same_places(
    stories: list[Need], columns: int, rows: int
) -> None:
    grid = Grid(columns, 18)
    cells, used = divided(stories, columns, rows)
    fine, plain = drawn(cells, used, grid), drawn(cells, used, grid, is_plain=True)
    assert "".join(plain).isascii()
    for one, other in zip(fine, plain, strict=True):
        assert [mark == " " for mark in one] == [mark == " " for mark in other]
        assert [mark == "─" for mark in one] == [mark == "-" for mark in other]
