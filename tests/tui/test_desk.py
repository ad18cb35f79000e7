"""The desk: one reader's looks, copies and warnings, the same for every screen."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.edition.edition import Edition
from reader.edition.notice_board import NoticeBoard, State
from reader.tui.desk import NARROWEST_MEASURE, USUAL_MEASURE, WIDEST_MEASURE, Desk, Habits
from reader.tui.palettes import TERMINAL, palette_named
from tests.reading.papers import DAY, NOON, a_notice, a_session, an_edition


def a_desk(edition: Edition | None = None, habits: Habits | None = None, now: dt.datetime = NOON) -> Desk:
    return Desk(a_session(edition), tongue="zh", clock=lambda: now, habits=habits or Habits())


def test_a_copy_is_the_same_object_until_the_edition_changes() -> None:
    desk = a_desk()
    item = desk.session.items[0]
    copy = desk.copy_of(item)
    assert desk.copy_of(item) is copy
    assert item.article is not None
    assert desk.fresh_copy(item.article) is not copy
    desk.change_edition()
    assert desk.copy_of(item) is not copy


def test_what_searches_the_edition_is_kept_until_another_is_open() -> None:
    desk = a_desk()
    searcher = desk.searcher
    assert desk.searcher is searcher
    desk.judge_anew()
    assert desk.searcher is searcher
    desk.change_edition()
    assert desk.searcher is not searcher


def test_copies_of_notices_are_made_anew_when_their_state_may_have_changed() -> None:
    desk = a_desk(an_edition(notices=[a_notice()]))
    article, notice = desk.session.items[0], desk.session.items[-1]
    kept, forgotten = desk.copy_of(article), desk.copy_of(notice)
    desk.judge_anew()
    assert desk.copy_of(article) is kept
    assert desk.copy_of(notice) is not forgotten


@pytest.mark.parametrize(
    ("wanted", "taken"), [(64, 64), (5, NARROWEST_MEASURE), (999, WIDEST_MEASURE), (20, 20), (200, 200)]
)
def test_the_measure_keeps_within_its_limits_and_is_remembered(wanted: int, taken: int) -> None:
    desk = a_desk()
    assert desk.measure == USUAL_MEASURE
    assert desk.take_measure(wanted) == taken
    assert desk.measure == desk.setting.measure == desk.session.preferences.measure == taken


def test_a_readers_choice_comes_before_the_settings() -> None:
    desk = a_desk(habits=Habits(measure=44, dark=True))
    assert (desk.measure, desk.inks.palette.dark) == (44, True)
    desk.take_palette(palette_named("contrast-light"))
    desk.take_measure(52)
    assert (desk.measure, desk.inks.palette.name) == (52, "contrast-light")
    assert desk.session.preferences.theme == "contrast"


def test_where_colour_is_unwanted_the_terminals_own_is_taken() -> None:
    desk = a_desk(habits=Habits(is_colourless=True, theme="contrast", dark=True))
    assert desk.inks.palette.family == TERMINAL


def test_the_setting_is_that_of_the_habits_and_of_the_papers_language() -> None:
    desk = a_desk(habits=Habits(ambiguous=2, gutter=False, hanging=True, justified=True))
    setting = desk.setting
    assert (setting.ambiguous, setting.gutter, setting.hanging, setting.justified) == (2, False, True, True)
    assert setting.is_cjk
    assert not a_desk(an_edition(language="en")).setting.is_cjk


def test_articles_run_in_columns_from_the_width_of_the_habits_on_and_notices_never() -> None:
    desk = a_desk(an_edition(notices=[a_notice()]), habits=Habits(columns_from=99))
    items = desk.session.items
    assert [desk.columns_from(item) for item in items if item.article] == [99] * (len(items) - 1)
    assert [desk.columns_from(item) for item in items if item.notice] == [0]


def test_a_notice_of_an_edition_dated_tomorrow_can_be_read_all_the_same() -> None:
    edition = an_edition(notices=[a_notice(effective=NOON + dt.timedelta(days=3))])
    desk = a_desk(edition, now=NOON - dt.timedelta(days=2))
    assert desk.standing(edition.notices[0]).notice.id == "fog"
    assert desk.copy_of(desk.session.items[-1]).count() > 0


def test_the_banner_is_that_of_the_warnings_of_all_editions() -> None:
    desk = a_desk(an_edition())
    assert desk.banner() is None
    old = an_edition(date=DAY - dt.timedelta(days=1), notices=[a_notice(effective=NOON)])
    desk.hang(NoticeBoard([old, desk.session.edition]), DAY)
    assert desk.banner() is not None
    assert desk.standing(old.notices[0]).state is State.ACTIVE


def test_the_next_change_is_asked_only_of_the_present() -> None:
    later = NOON + dt.timedelta(hours=1)
    edition = an_edition(notices=[a_notice(expires=later)])
    assert a_desk(edition).next_change() == later
    assert a_desk(edition, now=NOON + dt.timedelta(days=30)).next_change() is None


def test_sentences_are_said_in_the_readers_tongue_and_filled() -> None:
    from reader.tui import sayings

    desk = a_desk()
    assert desk.say(sayings.MEASURE, cells=60) == "版心 60 格"
    desk.tongue = "en"
    assert desk.say(sayings.MEASURE, cells=60) == "Measure 60 cells"
