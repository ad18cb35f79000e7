from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.edition.notice import Notice
from reader.edition.reference import Reference
from reader.reading.session import Session
from reader.reading.store import MemoryStore
from reader.tui.desk import Desk, Habits
from reader.tui.press import Press
from tests.typesetting.pages import DAY, NOON, a_notice, an_article, text_of

HOUR = dt.timedelta(hours=1)


def articles(page: int, count: int = 3) -> tuple[Article, ...]:
    return tuple(an_article(at, id=f"p{page}-{at}") for at in range(1, count + 1))


def an_edition(pages: int = 5, *, notices: tuple[Notice, ...] = (), **fields: Any) -> Edition:
    sections = tuple(
        Section(name=f"第{number}部", page=str(number), articles=articles(number))
        for number in range(1, pages + 1)
    )
    return Edition(**{"paper": "巷口报", "date": DAY, "sections": sections, "notices": notices, **fields})


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


def a_desk(edition: Edition | None = None, clock: Clock | None = None, **habits: Any) -> Desk:
    clock = clock or Clock()
    session = Session(edition or an_edition(), store=MemoryStore(), clock=clock)
    return Desk(session, tongue="zh", clock=clock, habits=Habits(**habits))


def test_a_page_is_made_once_for_a_window_of_one_size() -> None:
    press = Press(a_desk())
    first = press.sheet(1, 120, 40)
    assert press.sheet(1, 120, 40).page is first.page
    assert press.sheet(1, 100, 40).page is not first.page


def test_the_same_window_always_shows_the_same_page() -> None:
    assert Press(a_desk()).sheet(2, 120, 40) == Press(a_desk()).sheet(2, 120, 40)


@pytest.mark.parametrize(
    ("number", "width", "numbers"),
    [(1, 300, (1,)), (2, 300, (2, 3)), (3, 300, (2, 3)), (5, 300, (4, 5)), (2, 100, (2,)), (3, 100, (3,))],
)
def test_pages_lie_open_together_where_both_fit(number: int, width: int, numbers: tuple[int, ...]) -> None:
    sheet = Press(a_desk()).sheet(number, width, 40)
    assert sheet.numbers == numbers
    assert sheet.page.width <= width
    pages = {story.key.split("/p")[1][0] for story in sheet.page.stories}
    assert pages == set(map(str, numbers))


def test_a_last_page_without_a_partner_lies_alone() -> None:
    assert Press(a_desk(an_edition(2))).sheet(2, 300, 40).numbers == (2,)


def test_the_page_of_a_piece_is_known_by_its_reference() -> None:
    press = Press(a_desk(an_edition(notices=(a_notice(),))))
    assert press.number_of(Reference(DAY, "p3-2")) == 3
    assert press.number_of(Reference.to_notice(DAY, "fog")) == 1
    assert press.number_of(Reference(DAY, "nowhere")) == 1


def test_another_edition_is_printed_anew() -> None:
    desk = a_desk()
    press = Press(desk)
    before = press.sheet(1, 120, 40).page
    desk.session.open_edition(an_edition(1, paper="另一张报"))
    desk.change_edition()
    assert len(press.pages) == 1
    after = press.sheet(1, 120, 40).page
    assert "另一张报" in text_of(after).replace(" ", "")
    assert "另一张报" not in text_of(before).replace(" ", "")


def test_a_notice_that_runs_out_is_printed_with_its_new_state() -> None:
    clock = Clock()
    edition = an_edition(1, notices=(a_notice(expires=NOON + HOUR),))
    press = Press(a_desk(edition, clock))
    assert "已到期" not in text_of(press.sheet(1, 120, 40).page)
    clock.now = NOON + HOUR
    assert "已到期" in text_of(press.sheet(1, 120, 40).page)


def test_a_reader_who_justifies_gets_justified_columns() -> None:
    desk = a_desk()
    press = Press(desk)
    ragged = press.sheet(1, 120, 40).page
    desk.change_justified()
    assert press.sheet(1, 120, 40).page is not ragged


def test_the_lunar_date_is_printed_once_it_is_known() -> None:
    full = Section(name="要闻", page="1", articles=articles(1, 20))
    desk = a_desk(an_edition(sections=(full,)))
    press = Press(desk)
    assert "冬月" not in text_of(press.sheet(1, 120, 40).page)
    desk.lunar = "甲辰年冬月廿三"
    assert "甲辰年冬月廿三" in text_of(press.sheet(1, 120, 40).page)


def test_however_many_sizes_are_asked_for_few_pages_are_kept() -> None:
    press = Press(a_desk(an_edition(1)))
    first = press.sheet(1, 80, 30).page
    for width in range(81, 101):
        press.sheet(1, width, 30)
    assert len(press._made) <= 12
    assert press.sheet(1, 80, 30).page is not first
    assert press.sheet(1, 80, 30).page == first


def test_an_edition_without_articles_has_one_empty_page() -> None:
    press = Press(a_desk(an_edition(0)))
    assert len(press.pages) == 1
    assert press.sheet(1, 120, 40).page.stories == ()
