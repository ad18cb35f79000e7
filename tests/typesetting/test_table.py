"""Tables: aligned by cells, fitted to the measure, with every character in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.line import Line, Setting
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.table import table_lines
from reader.typesetting.width import text_width
from tests.typesetting.samples import measures

MARKET = "菜场\t摊位（个）\t比上年\n城北\t1,062\t+3.5%\n河西\t75\t−12%"


def lines_of(text: str, measure: int = 60, **options: bool | int) -> list[Line]:
    setting = Setting(measure=measure, **options)  # type: ignore[arg-type]
    return list(table_lines(0, Piece(Role.TABLE, text), setting))


def texts(text: str, measure: int = 60, **options: bool | int) -> list[str]:
    return [line.text for line in lines_of(text, measure, **options)]


def test_columns_are_aligned_and_numbers_stand_flush_right() -> None:
    assert texts(MARKET, plain=True) == [
        "菜场  摊位（个）  比上年",
        "城北       1,062   +3.5%",
        "河西          75    −12%",
    ]


def test_on_a_screen_a_rule_parts_the_head_from_the_rows() -> None:
    head, rule, *_ = lines_of(MARKET)
    assert head.role is Role.TABLE_HEAD
    assert (rule.role, rule.text) == (Role.RULE, "─" * 24)
    assert rule.runs[0].start is None


def test_the_rule_is_as_wide_where_its_strokes_take_two_cells() -> None:
    rule = lines_of("甲乙丙丁\t戊己庚辛\n1\t2", ambiguous=2)[1]
    assert rule.text == "─" * 9


def test_a_long_cell_goes_on_in_further_lines() -> None:
    text = "菜场\t说明\n城北\t早市提前到五时开张，午后关门，节日不休息\n河西\t照旧"
    assert texts(text, 24, plain=True) == [
        "菜场  说明",
        "城北  早市提前到五时开",
        "      张，午后关门，节日",
        "      不休息",
        "河西  照旧",
    ]


def test_where_columns_have_no_room_cells_stand_below_each_other_under_their_names() -> None:
    text = "甲乙丙丁\t戊己庚辛\t壬癸子丑\t寅卯辰巳\n一\t二\t三\t四"
    assert texts(text, 20) == [
        *("甲乙丙丁", "戊己庚辛", "壬癸子丑", "寅卯辰巳", ""),
        *("甲乙丙丁：一", "戊己庚辛：二", "壬癸子丑：三", "寅卯辰巳：四"),
    ]


def test_a_name_too_long_to_stand_before_its_cell_stands_above_it() -> None:
    text = "甲乙丙丁戊己庚辛\t乙\t丙丁丙丁丙丁\t丁丙丁丙丁丙\n一\t二\t三\t四"
    assert texts(text, 20)[5:7] == ["甲乙丙丁戊己庚辛：", "  一"]


def test_rows_may_differ_in_length() -> None:
    assert texts("甲\t乙\n一\n一\t二\t三", plain=True) == ["甲  乙", "一", "一  二  三"]


def test_a_table_of_one_row_has_no_head() -> None:
    assert [line.role for line in lines_of("甲\t乙")] == [Role.TABLE]


def test_empty_cells_keep_their_column() -> None:
    assert texts("甲\t乙\t丙\n\t二\t\n一\t\t三", plain=True) == ["甲  乙  丙", "    二", "一      三"]


tables = st.lists(
    st.lists(st.text("春夏秋冬，。ab 12%", max_size=24).map(str.strip), min_size=1, max_size=5),
    min_size=1,
    max_size=5,
).map(lambda rows: "\n".join("\t".join(cells) for cells in rows))


@given(tables, measures, st.booleans())
def test_every_character_is_in_one_run_and_no_line_is_too_wide(text: str, measure: int, plain: bool) -> None:
    seen: list[int] = []
    for line in lines_of(text, measure, plain=plain):
        assert line.width <= measure
        assert line.width == sum(text_width(run.text) for run in line.runs)
        for run in line.runs:
            if run.start is not None:
                assert text.startswith(run.text, run.start)
                assert line.start <= run.start <= run.start + len(run.text) <= line.end
                seen += range(run.start, run.start + len(run.text))
    assert len(seen) == len(set(seen))
    assert [
        text[place] for place in range(len(text)) if place not in set(seen) and not text[place].isspace()
    ] == []


@pytest.mark.parametrize("measure", [20, 40, 200])
def test_a_table_of_nothing_is_a_line(measure: int) -> None:
    assert len(lines_of("", measure)) == 1
