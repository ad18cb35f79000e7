"""The rows of the list of marks: title, note, section and words, and what has become of the mark."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading.marks import Mark
from reader.reading.place import Address, IssueKey
from reader.tui.listings import MARKED
from reader.tui.marks_listing import NOTE_SIGN, TAKEN_AWAY, MarksListing
from reader.tui.widgets.listing_pane import Row
from reader.typesetting.width import text_width

ISSUE = IssueKey("巷口报", dt.date(2024, 12, 23))
LONG = "这一篇值得重读，数字要与统计公报核对一遍；另外第三段的说法和上周不同，需要问一问编辑部。"


def a_mark(**fields: object) -> Mark:
    values: dict[str, object] = {
        "section": "要闻",
        "when": dt.datetime(2024, 12, 24, tzinfo=dt.UTC),
        **fields,
    }
    return Mark(Address(ISSUE, "a"), "井边的花", **values)  # type: ignore[arg-type]


def rows(mark: Mark, width: int = 80, **more: object) -> tuple[Row, ...]:
    return tuple(MarksListing("zh", 1).listing([mark], width, **more).rows)  # type: ignore[arg-type]


def test_a_mark_has_its_paper_its_day_its_section_and_its_words() -> None:
    title, about = rows(a_mark(snippet="老槐树开了花"))
    assert (title.sign, title.text, title.tail) == (MARKED, "井边的花", "巷口报 2024-12-23")
    assert title.key == "巷口报//2024-12-23/a"
    assert (about.text, about.is_note) == ("要闻 · 老槐树开了花", True)


def test_a_note_stands_between_title_and_section() -> None:
    assert [row.text for row in rows(a_mark(note="核对数字"))] == ["井边的花", "▎核对数字", "要闻"]


def test_words_that_only_say_the_title_again_are_left_out() -> None:
    assert rows(a_mark(snippet="井边的花"))[1].text == "要闻"
    assert rows(a_mark(snippet="井边", character=0))[1].text == "要闻"


def test_words_from_the_middle_of_a_paragraph_say_so() -> None:
    assert rows(a_mark(snippet="老槐树", character=7))[1].text == "要闻 · …老槐树"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_long_note_is_set_over_several_rows_none_of_which_opens_with_a_stop(width: int) -> None:
    lines = [row.text for row in rows(a_mark(note=LONG), width) if row.text.startswith(NOTE_SIGN)]
    assert "".join(line.removeprefix(NOTE_SIGN) for line in lines) == LONG
    assert all(text_width(line) <= width - 5 for line in lines)
    assert not any(line[1] in "，。；" for line in lines)


@given(st.text(min_size=1, max_size=120), st.integers(20, 200))
def test_no_word_of_a_note_is_lost(note: str, width: int) -> None:
    note = " ".join(note.split())
    lines = [row.text for row in rows(a_mark(note=note), width) if row.text.startswith(NOTE_SIGN)]
    shown = "".join("".join(line.removeprefix(NOTE_SIGN).split()) for line in lines)
    if note.isprintable():
        assert shown == "".join(note.split())


def test_a_mark_taken_away_and_an_edition_that_is_gone_are_told_in_words() -> None:
    mark = a_mark()
    title, about = rows(mark, taken={mark.address}, missing={ISSUE})
    assert title.sign == TAKEN_AWAY != MARKED
    assert about.text == "已取消 · 这一期不在往期里 · 要闻"


def test_in_a_narrow_list_the_title_keeps_its_room() -> None:
    assert rows(a_mark(), 40)[0].tail == "2024-12-23"


def test_the_one_that_is_written_to_is_the_open_one() -> None:
    mark = a_mark()
    listing = MarksListing("en", 1).listing([mark], 80, open_key=str(mark.address))
    assert listing.open_key == listing.rows[0].key
