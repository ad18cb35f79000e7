"""Which marks a list shows and in which order: the latest first, those that hold every word typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.reading.mark_list import MarkOrder, MarkSieve, in_order
from reader.reading.marks import Mark
from reader.reading.place import Address, IssueKey
from tests.reading.papers import DAY, NOON


def a_mark(title: str = "井边", *, day: int = 0, after: int = 0, piece: str = "a", **fields: str) -> Mark:
    issue = IssueKey(fields.pop("paper", "巷口报"), DAY + dt.timedelta(days=day))
    values = {"section": "要闻", **fields}
    return Mark(Address(issue, piece), title, when=NOON + dt.timedelta(hours=after), **values)  # type: ignore[arg-type]


def titles(marks: list[Mark]) -> str:
    return "".join(mark.title for mark in marks)


def test_the_mark_set_last_comes_first() -> None:
    marks = [a_mark("甲", after=1), a_mark("乙", after=3), a_mark("丙", after=2)]
    assert titles(in_order(marks, MarkOrder.MARKED)) == "乙丙甲"


def test_by_paper_the_latest_day_comes_first_and_an_edition_stays_together() -> None:
    marks = [
        a_mark("丁", day=0, piece="b", after=1),
        a_mark("甲", day=2, after=2),
        a_mark("丙", day=0, piece="a", after=3),
        a_mark("乙", day=1, after=4),
    ]
    assert titles(in_order(marks, MarkOrder.PAPER)) == "甲乙丙丁"


def test_the_same_key_leads_back_to_the_first_order() -> None:
    assert [order.other.other for order in MarkOrder] == list(MarkOrder)
    assert all(order.other is not order for order in MarkOrder)


@pytest.mark.parametrize(
    "words",
    [
        "老槐",
        "核对",
        "巷口",
        "要闻",
        "2024-12-23",
        "花瓣",
        "ＣＰＩ",
        "cpi",
        "老槐 核对",
        "  核对  ",
        "",
        "“老",
    ],
)
def test_a_mark_is_found_by_title_note_paper_section_day_and_snippet(words: str) -> None:
    mark = a_mark("“老槐树”开花", note="核对 CPI", snippet="数着落下的花瓣")
    assert MarkSieve().narrowed([mark], words) == [mark]


@pytest.mark.parametrize("words", ["老树", "核对 没有的词", "开花 “核对”"])
def test_every_word_must_be_there_as_it_is_typed(words: str) -> None:
    mark = a_mark("老槐树开花", note="核对数字")
    assert MarkSieve().narrowed([mark], words) == []


def test_words_do_not_match_across_two_fields() -> None:
    assert MarkSieve().narrowed([a_mark("一条河", note="流过城")], "河流") == []


def test_a_note_written_meanwhile_is_found_by_the_same_sieve() -> None:
    sieve, mark = MarkSieve(), a_mark()
    assert sieve.narrowed([mark], "核对") == []
    noted = mark._replace(note="核对")
    assert sieve.narrowed([noted], "核对") == [noted]


@given(st.lists(st.text(max_size=5), max_size=5), st.text(max_size=5))
def test_narrowing_keeps_the_order_and_invents_nothing(notes: list[str], words: str) -> None:
    marks = [a_mark(piece=str(at), note=note) for at, note in enumerate(notes)]
    found = MarkSieve().narrowed(marks, words)
    assert found == [mark for mark in marks if mark in found]
    assert MarkSieve().narrowed(found, words) == found
