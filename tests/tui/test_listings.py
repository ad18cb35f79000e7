"""What stands in the list: the contents with their signs."""

from __future__ import annotations

import pytest

from reader.edition.notice import Notice
from reader.tui.listings import (
    MARKED,
    NOTICE,
    OPEN,
    QUIET_NOTICE,
    READ,
    UNREAD,
    ContentsList,
)
from tests.reading.papers import a_notice, a_session, an_edition


def test_the_contents_have_a_head_for_each_section_and_a_row_for_each_piece() -> None:
    rows = ContentsList(a_session(an_edition((2, 1), notices=[a_notice()])), lambda _: True).listing().rows
    assert [row.words for row in rows if row.key is None] == ["01 第1版", "02 第2版", "03 公告"]
    assert [row.tail for row in rows if row.key is None] == ["2", "1", "1"]
    assert len([row for row in rows if row.key]) == 4


def test_signs_follow_the_reader() -> None:
    session = a_session(an_edition((4,), notices=[a_notice()]))
    contents = ContentsList(session, lambda _: True)
    assert [row.sign for row in contents.listing().rows[1:5]] == [OPEN, UNREAD, UNREAD, UNREAD]
    session.read_to_end()
    session.next_article()
    session.toggle_mark()
    contents.listing()
    session.next_article()
    listing = contents.listing()
    assert [row.sign for row in listing.rows[1:5]] == [READ, MARKED, OPEN, UNREAD]
    assert listing.rows[-1].sign == NOTICE
    assert listing.rows[1].is_done
    assert listing.open_key == str(session.place.reference)


def test_a_mark_taken_away_elsewhere_is_seen_in_the_next_listing() -> None:
    session = a_session(an_edition((2,)))
    session.toggle_mark()
    session.next_article()
    contents = ContentsList(session, lambda _: True)
    assert contents.listing().rows[1].sign == MARKED
    session.remove_mark(session.marks()[0])
    assert contents.listing().rows[1].sign == UNREAD


def test_a_listing_stays_as_it_was_when_the_reader_moves_on() -> None:
    session = a_session(an_edition((3,)))
    contents = ContentsList(session, lambda _: True)
    before = contents.listing()
    session.next_article()
    assert [row.sign for row in before.rows[1:]] == [OPEN, UNREAD, UNREAD]
    assert [row.sign for row in contents.listing().rows[1:]] == [UNREAD, OPEN, UNREAD]


def test_a_row_is_found_by_the_reference_of_its_piece() -> None:
    listing = ContentsList(a_session(an_edition((2, 0, 3), notices=[a_notice()])), lambda _: True).listing()
    assert len(listing.rows) == 10
    for place, row in enumerate(listing.rows):
        assert listing.place_of(row.key) == (place if row.key else None)
    assert listing.place_of("2024-12-20/nothing") is None
    assert listing.place_of(None) is None


def test_a_section_without_articles_has_a_head_and_no_row() -> None:
    rows = ContentsList(a_session(an_edition((1, 0, 1))), lambda _: True).listing().rows
    assert [bool(row.key) for row in rows] == [False, True, False, False, True]
    assert rows[2].tail == "0"


def test_rows_are_counted_from_the_end_too_and_none_is_beyond_the_last() -> None:
    rows = ContentsList(a_session(an_edition((2,))), lambda _: True).listing().rows
    assert rows[-1] == rows[2]
    with pytest.raises(IndexError):
        rows[3]


def test_a_notice_is_judged_once_until_its_state_may_have_changed() -> None:
    judged: list[str] = []

    def judge(notice: Notice) -> bool:
        judged.append(notice.id)
        return len(judged) == 1

    notice = a_notice()
    contents = ContentsList(a_session(an_edition((1,), notices=[notice])), judge)
    assert [contents.listing().rows[-1].sign for _ in range(3)] == [NOTICE] * 3
    assert judged == [notice.id]
    contents.judge_anew()
    assert contents.listing().rows[-1].sign == QUIET_NOTICE


def test_a_piece_marked_while_another_is_open_is_seen() -> None:
    session = a_session(an_edition((3,)))
    contents = ContentsList(session, lambda _: True)
    other = session.items[2].reference
    session.toggle_mark(other)
    assert [row.sign for row in contents.listing().rows[1:]] == [OPEN, UNREAD, MARKED]
