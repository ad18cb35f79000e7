"""Justified lines: filled exactly, at gaps that may be widened, with nothing added to the text."""

from __future__ import annotations

from hypothesis import given

from reader.typesetting.justify import justified_runs
from reader.typesetting.line import Run
from reader.typesetting.paragraph import Room, set_paragraph
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.typesetting.samples import measures, mixed_text


def justified(text: str, rest: int) -> str:
    return "".join(run.text for run in justified_runs(text, 0, len(text), rest, Role.TEXT))


def test_gaps_after_marks_are_widened_first() -> None:
    assert justified("春夏，秋冬早晚。人家", 2) == "春夏， 秋冬早晚。 人家"
    assert justified("春夏，秋冬早晚", 2) == "春夏，  秋冬早晚"


def test_then_gaps_between_characters_evenly() -> None:
    assert justified("春夏秋冬早", 2) == "春夏 秋冬 早"
    assert justified("春夏，秋冬", 4) == "春 夏，  秋 冬"


def test_words_numbers_and_dashes_are_never_spread() -> None:
    assert justified("ferry", 3) == "ferry"
    assert justified("81.5%", 3) == "81.5%"
    assert justified("第12页", 1) == "第12页"
    assert justified("春——夏", 2) == "春——  夏"


def test_latin_lines_widen_the_spaces_between_words() -> None:
    assert justified("the ferry left at six", 4) == "the  ferry  left  at  six"
    assert justified("the ferry left", 3) in {"the  ferry   left", "the   ferry  left"}


def test_the_runs_that_are_added_have_no_place_in_the_text() -> None:
    runs = justified_runs("春夏，秋冬", 0, 5, 1, Role.TEXT)
    assert runs == (Run("春夏，", 0, Role.TEXT), Run(" ", None, Role.TEXT), Run("秋冬", 3, Role.TEXT))


@given(mixed_text, measures)
def test_a_line_that_can_be_spread_fills_its_measure_and_keeps_its_text(text: str, measure: int) -> None:
    for start, end, width in list(set_paragraph(text, Room(measure, measure)))[:-1]:
        rest = measure - width
        if rest <= 0 or start == end:
            continue
        runs = justified_runs(text, start, end, rest, Role.TEXT)
        assert "".join(run.text for run in runs if run.start is not None) == text[start:end]
        if len(runs) > 1:
            assert sum(text_width(run.text) for run in runs) == measure
        for run in runs:
            assert run.start is None or text.startswith(run.text, run.start)
