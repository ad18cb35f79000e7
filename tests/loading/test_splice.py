"""Changes to texts of a file that leave everything else as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.pieces import applied
from reader.loading.scalars import read_scalars
from reader.loading.splice import Edit, edited, pieces_of, splice
from tests.loading.test_inner_map import _SAMPLES


@pytest.mark.parametrize("name", _SAMPLES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_mark_is_widened_in_every_style_and_nothing_else_changes(name: str, line_end: str) -> None:
    text = _SAMPLES[name].replace("\n", line_end)
    texts = read_scalars(text).texts
    edits = [
        Edit(path, at, at + 1, "，")
        for path, scalar in texts.items()
        for at, character in enumerate(scalar.value)
        if character == ","
    ]
    done = splice(text, edits)
    assert done.refused == ()
    assert applied(text, done.pieces) == done.text
    assert done.text.replace("，", ",") == text
    for path, scalar in read_scalars(done.text).texts.items():
        assert scalar.value == texts[path].value.replace(",", "，")


def test_paragraphs_are_joined_and_runs_of_blank_lines_shortened() -> None:
    text = "a: |\n  科技\n\n  企业\n\n\n\n  完\n"
    done = splice(text, [Edit("a", 2, 4, ""), Edit("a", 6, 10, "\n\n")])
    assert done.text == "a: |\n  科技企业\n\n  完\n"


def test_a_paragraph_is_parted_in_two() -> None:
    assert (
        splice("a: |\r\n  雪。冰。\r\n", [Edit("a", 2, 2, "\n\n")]).text == "a: |\r\n  雪。\r\n\r\n  冰。\r\n"
    )


def test_quotation_marks_are_written_as_their_style_has_them() -> None:
    text = "a: '雪,'\nb: \"雪,\"\n"
    done = splice(text, [Edit("a", 1, 2, "'"), Edit("b", 1, 2, '"\\')])
    assert done.text == "a: '雪'''\nb: \"雪\\\"\\\\\"\n"


@pytest.mark.parametrize("new", [": ", " #", "\n\n"])
def test_what_a_plain_text_cannot_hold_is_refused(new: str) -> None:
    done = splice("a: 雪,冰\nb: 雪,\n", [Edit("a", 1, 2, new), Edit("b", 1, 2, "，")])
    assert [edit.path for edit in done.refused] == ["a"]
    assert applied("a: 雪,冰\nb: 雪,\n", done.pieces) == done.text
    assert done.text == "a: 雪,冰\nb: 雪，\n"


def test_edits_that_overlap_are_refused_together() -> None:
    done = splice("a: 一二三\n", [Edit("a", 0, 2, "x"), Edit("a", 1, 3, "y")])
    assert (done.text, len(done.refused)) == ("a: 一二三\n", 2)


def test_a_text_that_is_not_there_or_too_short_is_refused() -> None:
    assert len(splice("a: 一\n", [Edit("b", 0, 1, "x"), Edit("a", 0, 9, "x")]).refused) == 2


@given(
    st.text(st.sampled_from("今天,:' \n")), st.integers(0, 9), st.integers(0, 9), st.text("雪\n'", max_size=3)
)
def test_a_splice_does_what_was_meant_or_nothing(value: str, one: int, other: int, new: str) -> None:
    text = (
        "a: |2\n" + "".join(f"  {line}\n" if line.strip() else "\n" for line in value.split("\n")) + "b: 末\n"
    )
    before = read_scalars(text).texts
    start, end = sorted((min(one, len(before["a"].value)), min(other, len(before["a"].value))))
    edit = Edit("a", start, end, new)
    done = splice(text, [edit])
    after = read_scalars(done.text).texts
    assert after["b"].value == "末"
    wanted = edited(before["a"].value, [edit]) if done.made else before["a"].value
    assert after["a"].value == wanted


@pytest.mark.parametrize("name", _SAMPLES)
def test_pieces_made_in_the_file_are_what_the_edits_make(name: str) -> None:
    text = _SAMPLES[name]
    texts = read_scalars(text).texts
    edits = [
        Edit(path, at, at + 1, "，")
        for path, scalar in texts.items()
        for at, character in enumerate(scalar.value)
        if character == ","
    ]
    pieces = pieces_of(text, edits, texts)
    assert pieces is not None
    assert pieces == sorted(pieces)
    made = text
    for start, end, new in reversed(pieces):
        made = made[:start] + new + made[end:]
    assert made == splice(text, edits, texts).text


def test_a_piece_is_written_as_the_style_of_its_text_has_it() -> None:
    text = "a: 'it''s,'\nb: \"x,\"\nc: |\n  雪。冰。\n"
    texts = read_scalars(text).texts
    edits = [Edit("a", 2, 3, "'"), Edit("b", 1, 2, '"'), Edit("c", 2, 2, "\n\n")]
    pieces = pieces_of(text, edits, texts)
    assert pieces is not None
    assert [(text[start:end], new) for start, end, new in pieces] == [
        ("''", "''"),
        (",", '\\"'),
        ("", "\n\n  "),
    ]


def test_there_are_no_pieces_where_one_edit_cannot_be_written() -> None:
    texts = read_scalars("a: 雪,冰\n").texts
    assert pieces_of("a: 雪,冰\n", [Edit("a", 1, 2, "\n"), Edit("a", 0, 1, "霜")], texts) is None
    assert pieces_of("a: 雪,冰\n", [Edit("b", 1, 2, "，")], texts) is None
