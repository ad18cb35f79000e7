"""What stands in the list: the contents with their signs."""

from __future__ import annotations

from reader.tui.listings import (
    MARKED,
    NOTICE,
    OPEN,
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


def test_a_mark_taken_away_elsewhere_is_seen_after_all_rows_are_renewed() -> None:
    session = a_session(an_edition((2,)))
    session.toggle_mark()
    session.next_article()
    contents = ContentsList(session, lambda _: True)
    assert contents.listing().rows[1].sign == MARKED
    session.remove_mark(session.marks()[0])
    contents.renew_all()
    assert contents.listing().rows[1].sign == UNREAD


def test_a_piece_marked_while_another_is_open_is_seen_once_its_row_is_renewed() -> None:
    session = a_session(an_edition((3,)))
    contents = ContentsList(session, lambda _: True)
    other = session.items[2].reference
    session.toggle_mark(other)
    contents.renew(other)
    assert [row.sign for row in contents.listing().rows[1:]] == [OPEN, UNREAD, MARKED]
