"""The place of a finding in its file, as rows."""

from __future__ import annotations

import pytest

from reader.copydesk.examine import Located
from reader.copydesk.proof_list import ProofList
from reader.copydesk.proof_state import ProofState
from reader.tui.inks import Inks
from reader.tui.palettes import PALETTES
from reader.tui.proof_text import View, place_of, text_rows
from reader.typesetting.width import text_width
from tests.copydesk.desk import FAULTY, examined

INKS = Inks(PALETTES[0])


def a_state(text: str = FAULTY, *, is_settled: bool = True) -> ProofState:
    found = examined(text, rules=("T-WIDTH",))
    listed = ProofList().filled(found.manuscript, found.findings)
    return ProofState(manuscript=found.manuscript, listed=listed, is_settled=is_settled)


def behind(state: ProofState, words: str) -> Located:
    text = state.manuscript.text
    return next(one for one in state.listed.findings if text[: one.place.start].endswith(words))


def rows(state: ProofState, one: Located, width: int = 60, height: int = 12, ambiguous: int = 1) -> list[str]:
    view = View(width, height, INKS, "zh", ambiguous)
    return ["".join(text for text, _ in row) for row in text_rows(state, one, view)]


def test_lines_have_their_numbers_and_the_finding_its_mark() -> None:
    state = a_state()
    shown = rows(state, behind(state, "只许行人过桥"))
    at = next(number for number, row in enumerate(shown) if "只许行人过桥" in row)
    assert shown[at].startswith("✗ 13 │ ")
    assert shown[at + 1].index("^") == text_width(shown[at].split(";")[0])


def test_indentation_all_lines_in_sight_share_is_left_out() -> None:
    paragraph = "          从下周起,市图书馆每晚开到9点。"
    text = FAULTY.replace(paragraph, "\n".join([paragraph] * 9))
    state = a_state(text)
    one = state.listed.findings[-4]
    assert any(row.startswith("✗ 22 │ 从下周起") for row in rows(state, one, height=3))


@pytest.mark.parametrize("height", [1, 2, 3, 5, 12, 40])
def test_there_are_as_many_rows_as_there_is_room_for_and_the_finding_is_among_them(height: int) -> None:
    state = a_state()
    for one in state.listed.findings:
        shown = rows(state, one, height=height)
        assert len(shown) <= height
        line = state.manuscript.lines.line(one.place.line).strip()
        assert any(line[:6] in row or line[-6:] in row for row in shown)
        if height > 1:
            assert "^" in "".join(shown)


@pytest.mark.parametrize("width", [12, 24, 40, 60, 100])
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_a_long_line_goes_on_in_the_next_row_and_no_row_is_too_wide(width: int, ambiguous: int) -> None:
    state = a_state(FAULTY.replace("老桥昨天", "“老桥”昨天" * 20))
    one = behind(state, "重新通车")
    shown = rows(state, one, width, 60, ambiguous)
    assert all(text_width(row, ambiguous) <= width for row in shown)
    assert "^" in "".join(shown)


def test_only_the_first_row_of_a_line_has_its_number() -> None:
    state = a_state(FAULTY.replace("老桥昨天", "老桥昨天" * 20))
    shown = rows(state, behind(state, "重新通车"), 40, 60)
    assert sum(row.lstrip("✗!i ").startswith("10") for row in shown) == 1


def test_what_runs_over_half_a_line_is_marked_at_its_beginning() -> None:
    found = examined(FAULTY, rules=("T-WIDTH",))
    first = found.findings[0]
    assert first.finding is not None
    long = first._replace(place=found.manuscript.lines.place(60, 125))
    listed = ProofList().filled(found.manuscript, [long])
    shown = rows(ProofState(manuscript=found.manuscript, listed=listed), long, height=20)
    assert "".join(shown).count("^") == 1


def test_an_empty_place_has_a_mark_where_it_is() -> None:
    found = examined(FAULTY, rules=("T-WIDTH",))
    at = FAULTY.index("headline: 老桥")
    one = found.findings[0]._replace(place=found.manuscript.lines.place(at, at))
    listed = ProofList().filled(found.manuscript, [one])
    shown = rows(ProofState(manuscript=found.manuscript, listed=listed), one)
    row = next(number for number, row in enumerate(shown) if "headline: 老桥" in row)
    assert shown[row + 1].index("^") == shown[row].index("headline")


def test_a_place_at_the_end_of_a_line_is_marked_behind_it() -> None:
    found = examined(FAULTY, rules=("T-WIDTH",))
    at = FAULTY.index("三遍漆。") + 4
    one = found.findings[0]._replace(place=found.manuscript.lines.place(at, at))
    listed = ProofList().filled(found.manuscript, [one])
    shown = rows(ProofState(manuscript=found.manuscript, listed=listed), one)
    row = next(number for number, row in enumerate(shown) if "三遍漆" in row)
    assert shown[row + 1].index("^") == text_width(shown[row].rstrip())


def test_until_the_text_is_read_again_only_the_finding_itself_is_marked() -> None:
    state = a_state(is_settled=False)
    one = behind(state, "只许行人过桥")
    shown = "".join(rows(state, one))
    assert shown.count("^") == 1
    assert "~" not in shown
    assert place_of(state, one).line == 13


def test_a_very_long_line_is_cut_around_the_finding() -> None:
    state = a_state(FAULTY.replace("老桥昨天", "灯" * 50_000 + "老桥昨天"))
    shown = rows(state, behind(state, "重新通车"))
    assert "^" in "".join(shown)
    assert "重新通车" in "".join(row.split("│")[-1] for row in shown).replace(" ", "")
