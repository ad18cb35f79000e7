from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.printable import printable
from reader.importing.html_running import Running, one_line


def running(*pieces: str | None) -> Running:
    """The text of these pieces; None is a line end."""
    run = Running()
    for piece in pieces:
        if piece is None:
            run.end_line()
        else:
            run.add(piece)
    return run


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a \t\n b ", "a b"),
        ("东\n  桥", "东桥"),
        ("东 桥", "东 桥"),
        ("one\ntwo", "one two"),
        ("东\none", "东 one"),
        ("\u3000东\xa0桥\u3000", "东\xa0桥"),
        ("so\xadft\u200bly", "softly"),
        ("\x1b\x1c", "␛␜"),
    ],
)
def test_blanks_collapse_as_in_a_browser(text: str, line: str) -> None:
    assert one_line(text) == line


def test_a_paragraph_is_one_whatever_pieces_it_came_in() -> None:
    assert running("东", "\n", "桥", " ", "x").paragraphs() == ["东桥 x"]


def test_empty_lines_part_paragraphs() -> None:
    assert running("甲", None, None, "乙", None, " ", None, "丙").paragraphs() == ["甲", "乙", "丙"]
    assert running(None, "甲", None).paragraphs() == ["甲"]


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["文　林一舟", "图　周小满"], 2),
        (["\u3000\u3000" + "桥" * 40, "\u3000\u3000" + "河" * 40], 2),
        (["东桥通车，" + "桥" * 40 + "。", "河" * 40], 2),
        (["桥" * 40, "河" * 40], 1),
        (["a line of text as broken by a mail program of old,", "and its end"], 1),
    ],
)
def test_a_line_of_its_own_is_a_paragraph_where_it_looks_like_one(lines: list[str], count: int) -> None:
    pieces = [piece for line in lines for piece in (line, None)]
    assert len(running(*pieces).paragraphs()) == count
    assert len(running(*pieces).joined_paragraphs()) == 1
    assert len(running(*pieces).paragraphs(lines_are_kept=True)) == 2


def test_verbatim_keeps_lines_and_blanks() -> None:
    assert running("\n a\n\n", "  b", None, "c\n\n").verbatim() == [" a", "", "  b", "c"]


def test_taking_the_text_leaves_none() -> None:
    run = running("甲", None, "乙")
    assert run.has_text
    run.paragraphs()
    assert (run.has_text, run.paragraphs()) == (False, [])


def test_what_was_added_since_a_mark_is_cut_out() -> None:
    run = running("甲 ")
    mark = run.mark
    run.add(" 乙 ")
    run.end_line()
    assert run.cut(mark) == "乙"
    assert run.paragraphs() == ["甲"]


def test_brackets_close_up_to_the_text_before_and_need_something_in_them() -> None:
    run = running("渡 ")
    mark = run.mark
    run.add(" dù ")
    run.bracket(mark)
    mark = run.mark
    run.add(" ")
    run.bracket(mark)
    assert run.paragraphs() == ["渡（dù）"]


def test_a_mark_tells_what_stands_before_and_after_it() -> None:
    run = running("甲", None, " ")
    assert (run.text_before(1), run.is_blank_from(1), run.ends_line_at(run.mark)) == ("甲", True, True)
    run.add("乙")
    assert (run.is_blank_from(1), run.ends_line_at(run.mark)) == (False, False)


@given(st.lists(st.none() | st.text(st.sampled_from("东桥ab. 　\n\x1b\u202e"), max_size=6), max_size=12))
def test_no_character_is_lost_on_the_way_to_paragraphs(pieces: list[str | None]) -> None:
    def words(text: str) -> str:
        return "".join(printable(text).split())

    whole = words("".join(piece or "" for piece in pieces))
    for taken in (
        running(*pieces).paragraphs(),
        running(*pieces).joined_paragraphs(),
        running(*pieces).verbatim(),
    ):
        assert words("".join(taken)) == whole
        assert all(line == printable(line) for line in taken)
