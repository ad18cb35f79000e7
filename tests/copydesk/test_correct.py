"""Findings put right in a manuscript."""

from __future__ import annotations

from reader.copydesk.correct import correct, correct_safely
from reader.loading.pieces import applied
from reader.proofreading.stylebook import Stylebook
from tests.copydesk.desk import FAULTY, examined


def test_every_safe_finding_is_put_right_and_nothing_else() -> None:
    found = examined(rules=("T-WIDTH",))
    done = correct_safely(found, Stylebook())
    assert len(done.made) == 7
    wide = FAULTY.translate(str.maketrans(",;", "，；")).replace("(试行)", "（试行）")
    assert done.manuscript.text == wide


def test_one_finding_can_be_put_right_alone() -> None:
    found = examined(rules=("T-WIDTH",))
    done = correct(found.manuscript, found.findings[1:2])
    assert done.manuscript.text == FAULTY.replace("通车,", "通车，")
    assert done.made == [found.findings[1]]


def test_of_two_that_overlap_the_second_is_left() -> None:
    found = examined(rules=("T-WIDTH",))
    one = found.findings[0]
    done = correct(found.manuscript, [one, one])
    assert (len(done.made), len(done.left)) == (1, 1)


def test_what_is_not_fixable_changes_nothing() -> None:
    found = examined()
    done = correct(found.manuscript, [one for one in found.findings if not one.is_fixable])
    assert done.manuscript is found.manuscript


def test_a_second_run_finds_nothing_to_put_right() -> None:
    done = correct_safely(examined(), Stylebook())
    again = examined(done.manuscript.text)
    assert [one for one in again.findings if one.is_safe] == []


def test_the_pieces_are_all_that_has_changed_in_the_text() -> None:
    found = examined(rules=("T-WIDTH",))
    done = correct_safely(found, Stylebook())
    assert applied(FAULTY, done.pieces) == done.manuscript.text
    assert "".join(FAULTY[piece.start : piece.end] for piece in done.pieces) == ",,,;(),"


def test_one_finding_is_one_piece_at_its_place() -> None:
    found = examined(rules=("T-WIDTH",))
    done = correct(found.manuscript, found.findings[1:2])
    at = FAULTY.index("通车,") + 2
    assert [tuple(piece) for piece in done.pieces] == [(at, at + 1, "，")]


def test_nothing_changed_is_no_piece() -> None:
    found = examined()
    assert correct(found.manuscript, []).pieces == ()
