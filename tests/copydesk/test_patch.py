"""What makes one text of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.copydesk.patch import NotThatText, Piece, inverse, merged, patched, pieces

TEXT = st.text(alphabet="甲乙丙,，\n\r \u2028a", max_size=40)


@given(TEXT, TEXT)
def test_pieces_lead_to_the_other_text_and_back(one: str, other: str) -> None:
    made = pieces(one, other)
    assert patched(one, made) == other
    assert patched(other, inverse(made)) == one


@given(TEXT)
def test_equal_texts_have_nothing_between_them(text: str) -> None:
    assert pieces(text, text) == ()


def test_marks_put_right_are_a_piece_each() -> None:
    before = "老桥,通车,好。\n图书馆,开到9点。\n"
    assert pieces(before, before.replace(",", "，")) == (
        Piece(2, ",", "，"),
        Piece(5, ",", "，"),
        Piece(12, ",", "，"),
    )


def test_a_mark_that_becomes_two_characters_moves_no_other_piece() -> None:
    made = pieces("甲…乙，丙…丁", "甲……乙，丙……丁")
    assert [(piece.before, piece.after) for piece in made] == [("", "…"), ("", "…")]


def test_lines_that_came_in_between_do_not_touch_those_around_them() -> None:
    made = pieces("甲,\n乙,\n丙,\n", "甲，\n新的\n乙,\n丙，\n")
    assert patched("甲,\n乙,\n丙,\n", made) == "甲，\n新的\n乙,\n丙，\n"
    assert not any("乙" in piece.before or "丙" in piece.before for piece in made)


def test_two_long_texts_with_nothing_in_common_are_one_piece() -> None:
    one, other = "甲" * 3000, "乙" * 2999
    assert pieces(one, other) == (Piece(0, one, other),)


def test_pieces_are_not_put_into_a_text_they_do_not_belong_to() -> None:
    with pytest.raises(NotThatText):
        patched("甲乙丙", [Piece(1, "丁", "戊")])
    with pytest.raises(NotThatText):
        patched("甲乙丙", [Piece(1, "乙", ""), Piece(0, "甲", "")])


BASE = "老桥,通车。\n渡船,停了。\n灯,亮了。\n"
OURS = pieces(BASE, BASE.replace(",", "，"))


def test_our_changes_are_put_where_others_have_changed_nothing() -> None:
    theirs = "新的一行\n" + BASE.replace("渡船", "江上的渡船")
    done = merged(BASE, OURS, theirs)
    assert done.text == theirs.replace("桥,", "桥，").replace("灯,", "灯，").replace("船,", "船，")
    assert done.lost == ()


def test_a_change_of_what_others_have_rewritten_is_lost_and_told() -> None:
    theirs = BASE.replace("船,停", "船。不")
    done = merged(BASE, OURS, theirs)
    assert done.text == theirs.replace("桥,", "桥，").replace("灯,", "灯，")
    assert [piece.before for piece in done.lost] == [","]
    assert len(done.kept) == 2


def test_what_others_have_changed_in_the_same_way_is_no_conflict() -> None:
    theirs = BASE.replace("船,", "船，")
    done = merged(BASE, OURS, theirs)
    assert done.text == BASE.replace(",", "，")
    assert done.lost == ()
    assert len(done.kept) == 3


@given(TEXT, TEXT)
def test_without_changes_of_ours_theirs_is_what_stands(base: str, theirs: str) -> None:
    assert merged(base, (), theirs).text == theirs


@given(TEXT, TEXT)
def test_without_changes_of_theirs_ours_are_all_kept(base: str, ours: str) -> None:
    done = merged(base, pieces(base, ours), base)
    assert (done.text, done.lost) == (ours, ())


@given(TEXT, TEXT, TEXT)
def test_what_is_kept_and_what_is_lost_are_all_there_was(base: str, ours: str, theirs: str) -> None:
    made = pieces(base, ours)
    done = merged(base, made, theirs)
    assert sorted((*done.kept, *done.lost)) == sorted(made)
