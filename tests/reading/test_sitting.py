from __future__ import annotations

import datetime as dt

from reader.edition.reference import Reference
from reader.reading.keeping import copy_of
from reader.reading.place import IssueKey, Place
from reader.reading.preferences import Preferences
from reader.reading.session import Session
from reader.reading.store import MemoryStore
from tests.reading.papers import DAY, Clock, a_notice, a_session, an_article, an_edition, an_edition_of


def words_at(session: Session, block: int) -> str:
    assert session.item is not None
    piece = copy_of(session.item, session.edition).piece(block)
    return piece.text if piece else ""


def test_settling_says_where_the_reader_is() -> None:
    session = a_session()
    assert session.settle(2, 9) == session.place == Place(Reference(DAY, "p01-a01"), 2, 9)
    assert session.settle(-1, -9) == Place(Reference(DAY, "p01-a01"), 0, 0)


def test_settling_in_the_same_spot_writes_nothing() -> None:
    session = a_session()
    session.settle(2, 9)
    before = str(session.store.state.document())
    session.settle(2, 9)
    assert str(session.store.state.document()) == before


def test_reading_to_the_end_counts_for_the_open_piece_only() -> None:
    session = a_session()
    assert session.read_to_end()
    assert not session.read_to_end()
    assert not session.finish()
    assert [session.is_read(item.reference) for item in session.items] == [True, False, False]
    session.next_article()
    assert session.finish()


def test_a_mark_is_set_and_taken_away_by_the_same_key() -> None:
    session = a_session()
    reference = session.place.reference
    assert session.toggle_mark()
    assert session.is_marked(reference)
    assert not session.toggle_mark()
    assert not session.is_marked(reference)
    assert session.marks() == []


def test_a_mark_quotes_the_words_where_the_reader_is() -> None:
    session = a_session(an_edition_of(an_article("a", body="渡口的船停在对岸。\n\n灯一盏一盏亮起来。")))
    block = next(n for n in range(9) if words_at(session, n).startswith("灯"))
    session.settle(block, 4)
    session.toggle_mark()
    (mark,) = session.marks()
    assert mark.snippet == "盏亮起来。"
    assert mark.title == "稿件a"
    assert mark.section == "要闻"
    assert session.go(mark.place) == Place(mark.reference, block, 4)


def test_a_mark_beyond_the_text_quotes_nothing() -> None:
    session = a_session()
    session.settle(99, 4)
    assert session.toggle_mark()
    assert session.marks()[0].snippet == ""


def test_a_notice_can_be_marked() -> None:
    session = a_session(an_edition((1,), notices=[a_notice("fog")]))
    session.last()
    assert session.toggle_mark()
    assert session.marks()[0].reference == Reference(DAY, "notice:fog")
    assert session.marks()[0].section == "公告"


def test_marks_of_all_editions_are_listed_and_any_can_be_removed() -> None:
    store, clock = MemoryStore(), Clock()
    for days in (2, 1, 0):
        a_session(an_edition(date=DAY - dt.timedelta(days=days)), store, clock).toggle_mark()
    session = a_session(an_edition(paper="渡口报"), store, clock)
    session.toggle_mark()
    marks = session.marks()
    assert [(mark.paper, mark.reference.date.day) for mark in marks] == [
        ("渡口报", 23),
        ("巷口报", 23),
        ("巷口报", 22),
        ("巷口报", 21),
    ]
    session.remove_mark(marks[2])
    assert [mark.reference.date.day for mark in session.marks()] == [23, 23, 21]


def test_a_mark_of_another_paper_does_not_mark_this_one() -> None:
    store = MemoryStore()
    a_session(an_edition(paper="渡口报"), store).toggle_mark()
    session = a_session(an_edition(), store)
    assert not session.is_marked(session.place.reference)
    assert not session.holds(session.marks()[0].place)


def test_a_place_is_held_only_by_its_own_issue() -> None:
    session = a_session()
    assert session.holds(Place(Reference(DAY, "anything")))
    assert session.holds(Place(Reference(DAY, "x"), issue=IssueKey("巷口报", DAY)))
    assert not session.holds(Place(Reference(DAY, "x"), issue=IssueKey("巷口报", DAY, "晚报版")))
    assert not session.holds(Place(Reference(DAY + dt.timedelta(days=1), "x")))


def test_preferences_change_by_name_and_the_others_stay() -> None:
    session = a_session()
    assert session.preferences == Preferences()
    assert session.prefer(measure=44, dark=True) == Preferences(measure=44, dark=True)
    assert session.prefer(measure=None, theme="dusk") == Preferences(dark=True, theme="dusk")


def test_what_another_reader_prefers_is_seen_by_all_who_share_a_store() -> None:
    store = MemoryStore()
    one, other = a_session(store=store), a_session(store=store)
    one.prefer(contents=False)
    assert other.preferences.contents is False


def test_a_piece_that_is_not_open_is_marked_where_the_reader_left_it() -> None:
    session = a_session()
    other = session.items[1].reference
    session.open(other)
    session.settle(1, 3)
    session.first()
    assert session.toggle_mark(other)
    assert [mark.place for mark in session.marks()] == [Place(other, 1, 3, session.marks()[0].address.issue)]
    assert not session.is_marked(session.place.reference)
    assert not session.toggle_mark(other)
    assert session.marks() == []


def test_a_piece_the_edition_does_not_have_cannot_be_marked() -> None:
    session = a_session()
    assert not session.toggle_mark(Reference(DAY, "nowhere"))
    assert session.marks() == []


def test_the_open_piece_is_marked_by_its_reference_as_without_one() -> None:
    session = a_session()
    session.settle(2, 9)
    assert session.toggle_mark(session.place.reference)
    assert (session.marks()[0].place.block, session.marks()[0].place.character) == (2, 9)
    assert not session.toggle_mark()


def test_the_mark_on_a_piece_is_known_before_it_is_set() -> None:
    session = a_session()
    session.settle(2, 3)
    draft = session.mark_of()
    assert draft is not None
    assert not session.is_marked(draft.reference)
    session.toggle_mark()
    assert session.mark_of() == session.marks()[0] == draft._replace(when=session.marks()[0].when)
    assert session.mark_of(Reference(DAY, "no-such-piece")) is None


def test_a_note_sets_the_mark_that_was_not_there() -> None:
    session = a_session()
    draft = session.mark_of()
    assert draft is not None
    assert session.keep_note(draft, "核对数字").note == "核对数字"
    assert [(mark.title, mark.note) for mark in session.marks()] == [(draft.title, "核对数字")]


def test_an_empty_note_sets_no_mark_and_takes_none_away() -> None:
    session = a_session()
    draft = session.mark_of()
    assert draft is not None
    session.keep_note(draft, "  ")
    assert session.marks() == []
    session.keep_note(draft, "核对")
    session.keep_note(draft, "")
    assert [mark.note for mark in session.marks()] == [""]


def test_a_note_to_a_mark_leaves_where_and_when_it_was_set() -> None:
    session = a_session()
    session.settle(2, 3)
    session.toggle_mark()
    (before,) = session.marks()
    session.settle(0, 0)
    session.keep_note(before, "核对")
    assert session.marks() == [before._replace(note="核对")]


def test_a_mark_taken_away_comes_back_with_its_note_also_from_another_edition() -> None:
    session = a_session()
    session.toggle_mark()
    (mark,) = session.marks()
    mark = session.keep_note(mark, "核对")
    session.remove_mark(mark)
    assert session.marks() == []
    assert session.mark_of() is not None
    assert session.mark_of().note == "核对"  # type: ignore[union-attr]
    session.open_edition(an_edition((1,), paper="渡口报"))
    session.restore_mark(mark)
    assert [(one.title, one.snippet, one.note) for one in session.marks()] == [
        (mark.title, mark.snippet, "核对")
    ]
