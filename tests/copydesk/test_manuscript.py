"""An edition's file on the desk."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from reader.copydesk.manuscript import Manuscript
from reader.loading.problem import EditionError
from reader.proofreading.finding import Change, Spot
from tests.copydesk.desk import FAULTY, a_manuscript

_BODY = "sections[0].articles[0].body"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_spot_is_found_by_line_column_and_cell(line_end: str, mark: bytes) -> None:
    data = mark + FAULTY.replace("\n", line_end).encode()
    manuscript = Manuscript(Path("a.yaml"), data)
    place = manuscript.place(Spot(_BODY, 8, 9))
    assert (place.line, place.column, place.cell) == (10, 19, 27)
    assert (place.end_line, place.end_column, place.end_cell) == (10, 20, 28)
    assert manuscript.text[place.start : place.end] == ","


def test_a_spot_at_a_line_end_ends_on_its_line() -> None:
    manuscript = a_manuscript()
    place = manuscript.place(Spot(_BODY, 15, 16))
    assert (place.line, place.end_line) == (10, 10)


def test_what_the_file_does_not_hold_is_where_its_owner_begins() -> None:
    place = a_manuscript().place(Spot("sections[0].articles[1].signoff"))
    assert (place.line, place.column) == (14, 9)


def test_an_article_as_a_whole_is_where_it_begins() -> None:
    assert a_manuscript().place(Spot("sections[0].articles[0]")).line == 7


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_change_leaves_all_other_bytes(line_end: str, mark: bytes) -> None:
    data = mark + FAULTY.replace("\n", line_end).encode()
    manuscript, refused = Manuscript(Path("a.yaml"), data).changed([Change(_BODY, 8, 9, "，")])
    assert refused == []
    assert manuscript.data == data.replace("通车,".encode(), "通车，".encode())


def test_other_encodings_are_written_back_in_themselves() -> None:
    data = FAULTY.encode("gb18030")
    manuscript, _ = Manuscript(Path("a.yaml"), data, encoding="gb18030").changed([Change(_BODY, 8, 9, "，")])
    assert manuscript.data.decode("gb18030") == FAULTY.replace("通车,", "通车，")


def test_what_is_no_edition_cannot_lie_on_the_desk() -> None:
    with pytest.raises(EditionError):
        a_manuscript("format: 1\n")


def test_folded_texts_can_be_proofread_although_no_reader_takes_them() -> None:
    text = FAULTY.replace(
        "headline: 老桥重开,车流如织", "headline: >\n          老桥重开,\n          车流如织"
    )
    manuscript = a_manuscript(text)
    assert [problem.line for problem in manuscript.problems] == [7]
    changed, _ = manuscript.changed([Change("sections[0].articles[0].headline", 4, 5, "，")])
    assert changed.text == text.replace("老桥重开,", "老桥重开，")


def test_a_change_that_would_break_the_file_is_refused() -> None:
    manuscript = a_manuscript()
    same, refused = manuscript.changed([Change("sections[0].articles[0].headline", 4, 5, ": ")])
    assert same is manuscript
    assert len(refused) == 1


def test_changes_are_told_in_terms_of_the_file() -> None:
    manuscript = a_manuscript()
    byline = "sections[0].articles[0].byline"
    pieces = manuscript.in_file([Change(_BODY, 8, 9, "，"), Change(byline, 0, 1, "'")])
    assert pieces is not None
    assert [(manuscript.text[start:end], new) for start, end, new in pieces] == [("□", "''"), (",", "，")]
    assert manuscript.in_file([Change(f"{_BODY}.none", 0, 1, "，")]) is None
