from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from reader.edition.edition import Edition
from reader.edition.reference import Reference
from reader.reading.file_store import FileStore
from reader.reading.place import IssueKey, Place
from reader.reading.session import Session
from reader.reading.store import MemoryStore
from tests.reading.papers import DAY, Clock, a_notice, a_session, an_article, an_edition, an_edition_of

YESTERDAY = DAY - dt.timedelta(days=1)


def ref(piece: str, date: dt.date = DAY) -> Reference:
    return Reference(date, piece)


def piece(session: Session) -> str:
    return session.place.reference.piece


def test_a_new_reader_begins_at_the_first_article() -> None:
    session = a_session()
    assert session.place == Place(ref("p01-a01"))
    assert session.item is not None
    assert session.item.title == "稿件p01-a01"
    assert session.index == 0


def test_going_through_the_paper_shows_everything_notices_too() -> None:
    session = a_session(an_edition((2, 0, 1), notices=[a_notice("fog")]))
    seen = [piece(session)]
    while session.next_article().reference.piece != seen[-1]:
        seen.append(piece(session))
    assert seen == ["p01-a01", "p01-a02", "p03-a01", "notice:fog"]
    while session.previous_article().reference.piece != seen[-1]:
        seen.pop()
    assert piece(session) == "p01-a01"


def test_sections_are_gone_through_by_their_first_items() -> None:
    session = a_session(an_edition((2, 0, 2), notices=[a_notice("fog")]))
    assert session.next_section().reference.piece == "p03-a01"
    assert session.next_section().reference.piece == "notice:fog"
    assert session.next_section().reference.piece == "notice:fog"
    assert session.previous_section().reference.piece == "p03-a01"
    assert session.previous_section().reference.piece == "p01-a01"
    assert session.previous_section().reference.piece == "p01-a01"
    assert session.section(3).reference.piece == "p03-a01"
    assert session.section(2).reference.piece == "p03-a01"
    assert session.section(9).reference.piece == "p03-a01"
    assert session.section(0).reference.piece == "p03-a01"
    assert session.last().reference.piece == "notice:fog"
    assert session.first().reference.piece == "p01-a01"


def test_an_article_opens_where_it_was_left() -> None:
    session = a_session()
    session.settle(2, 15)
    session.next_article()
    assert session.previous_article() == Place(ref("p01-a01"), 2, 15)


def test_an_article_read_to_its_end_opens_at_its_beginning_but_back_leads_to_where_it_was_left() -> None:
    session = a_session()
    session.settle(5, 9)
    session.read_to_end()
    session.next_article()
    assert session.open(ref("p01-a01")) == Place(ref("p01-a01"))
    session.settle(5, 9)
    session.next_article()
    assert session.back() == Place(ref("p01-a01"), 5, 9)


def test_opening_what_is_open_moves_nothing() -> None:
    session = a_session()
    session.settle(2, 15)
    session.read_to_end()
    assert session.open(ref("p01-a01")) == Place(ref("p01-a01"), 2, 15)
    assert session.back() == Place(ref("p01-a01"), 2, 15)


def test_going_to_a_place_goes_exactly_there() -> None:
    session = a_session()
    session.go(Place(ref("p01-a02"), 3, 1))
    assert session.place == Place(ref("p01-a02"), 3, 1)
    session.go(Place(ref("p01-a02"), 0, 0))
    assert session.place == Place(ref("p01-a02"))


def test_what_is_not_in_the_paper_is_not_gone_to() -> None:
    session = a_session()
    session.next_article()
    before = session.place
    assert session.open(ref("nowhere")) == before
    assert session.go(Place(ref("nowhere"))) == before


def test_a_piece_of_another_edition_is_answered_and_not_gone_to() -> None:
    session = a_session()
    place = session.open(ref("p01-a01", YESTERDAY))
    assert place.reference == ref("p01-a01", YESTERDAY)
    assert place.issue == IssueKey("巷口报", YESTERDAY)
    assert not session.holds(place)
    assert session.holds(session.place)
    assert piece(session) == "p01-a01"


def test_links_are_followed_and_the_way_back_leads_home() -> None:
    session = a_session()
    assert session.follow("page:2") == Place(ref("p02-a01"))
    assert session.follow("nowhere") is None
    assert piece(session) == "p02-a01"
    assert session.back() == Place(ref("p01-a01"))
    away = session.follow("2024-12-22/p01-a02")
    assert away is not None
    assert not session.holds(away)


def test_back_and_forward_lead_through_what_was_read() -> None:
    session = a_session()
    session.settle(1, 0)
    session.next_article()
    session.settle(2, 0)
    session.next_article()
    assert session.back() == Place(ref("p01-a02"), 2, 0)
    assert session.back() == Place(ref("p01-a01"), 1, 0)
    assert session.back() == Place(ref("p01-a01"), 1, 0)
    assert session.forward() == Place(ref("p01-a02"), 2, 0)
    assert session.forward() == Place(ref("p02-a01"))
    assert session.forward() == Place(ref("p02-a01"))


def test_back_leads_into_another_edition_and_forward_out_of_it_again() -> None:
    today, yesterday = an_edition(), an_edition(date=YESTERDAY)
    session = a_session(yesterday)
    session.last()
    session.settle(4, 2)
    session.open_edition(today)
    session.next_article()
    session.back()
    away = session.back()
    assert away == Place(ref("p02-a01", YESTERDAY), 4, 2, IssueKey.of(yesterday))
    assert session.adopt(yesterday, away) == Place(ref("p02-a01", YESTERDAY), 4, 2)
    assert session.edition is yesterday
    forth = session.forward()
    assert session.adopt(today, forth) == Place(ref("p01-a01"))
    assert session.forward() == Place(ref("p01-a02"))


def test_an_edition_that_cannot_be_opened_does_not_bar_the_way() -> None:
    session = a_session(an_edition(date=YESTERDAY))
    session.open_edition(an_edition())
    assert not session.holds(session.back())
    assert session.forward() == Place(ref("p01-a01"))
    assert not session.holds(session.back())
    assert session.next_article() == Place(ref("p01-a02"))
    assert session.back() == Place(ref("p01-a01"))


def test_two_papers_of_the_same_day_are_told_apart_on_the_way_back() -> None:
    here, there = an_edition(), an_edition(paper="渡口报")
    session = a_session(here)
    session.next_article()
    session.open_edition(there)
    away = session.back()
    assert not session.holds(away)
    assert away.issue == IssueKey.of(here)


def test_each_edition_opens_where_it_was_left() -> None:
    today, yesterday = an_edition(), an_edition(date=YESTERDAY)
    session = a_session(today)
    session.last()
    session.settle(1, 2)
    session.open_edition(yesterday)
    session.next_article()
    assert session.open_edition(today) == Place(ref("p02-a01"), 1, 2)
    assert session.open_edition(yesterday) == Place(ref("p01-a02", YESTERDAY))


def test_a_place_that_is_gone_from_an_edition_opens_it_where_it_was_left() -> None:
    session = a_session(an_edition(date=YESTERDAY))
    assert session.adopt(an_edition(), Place(ref("gone"), 3, 3)) == Place(ref("p01-a01"))


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "state.json")
    session = Session(an_edition(), store=store, clock=Clock())
    session.settle(3, 3)
    session.read_to_end()
    session.next_article()
    session.settle(1, 7)
    session.toggle_mark()
    session.prefer(measure=44, theme="dusk", dark=True, contents=False, justified=True)
    store.flush()
    again = Session(an_edition(), store=FileStore(tmp_path / "state.json"), clock=Clock())
    assert again.place == Place(ref("p01-a02"), 1, 7)
    assert again.is_read(ref("p01-a01"))
    assert not again.is_read(ref("p01-a02"))
    assert again.is_marked(ref("p01-a02"))
    assert again.preferences == session.preferences
    assert again.back() == Place(ref("p01-a01"), 3, 3)
    assert again.forward() == Place(ref("p01-a02"), 1, 7)


def test_a_new_version_keeps_the_reader_at_the_same_words() -> None:
    body = "第一段。\n\n第二段。\n\n第三段。"
    session = a_session(an_edition_of(an_article("a"), an_article("b", body=body)))
    session.next_article()
    session.settle(2, 3)
    new = an_edition_of(an_article("new"), an_article("a"), an_article("b", body=f"补一段。\n\n{body}"))
    assert session.replace_edition(new) == Place(ref("b"), 3, 3)
    assert session.index == 2
    assert session.edition is new


def test_a_new_version_of_other_articles_does_not_move_the_reader() -> None:
    session = a_session(an_edition_of(an_article("a"), an_article("b")))
    session.settle(1, 2)
    assert session.replace_edition(an_edition_of(an_article("a"), an_article("b", body="改。"))) == Place(
        ref("a"), 1, 2
    )
    assert session.forward() == Place(ref("a"), 1, 2)


def test_pieces_gone_from_a_new_version_are_skipped_on_the_way_back() -> None:
    session = a_session(an_edition_of(an_article("a"), an_article("b"), an_article("c")))
    session.next_article()
    session.next_article()
    session.replace_edition(an_edition_of(an_article("a"), an_article("c")))
    assert session.back() == Place(ref("a"))
    assert session.forward() == Place(ref("c"))


def test_an_edition_may_be_empty_and_fill_up_and_be_emptied_again() -> None:
    session = a_session(an_edition(()))
    assert session.item is None
    for verb in (
        session.next_article,
        session.next_section,
        session.first,
        session.last,
        session.back,
        session.forward,
    ):
        assert verb() == session.place
    assert not session.toggle_mark()
    assert not session.read_to_end()
    assert session.settle(3, 3) == session.place
    assert session.follow("page:1") is None
    assert session.replace_edition(an_edition()) == Place(ref("p01-a01"))
    assert session.replace_edition(an_edition(())).reference.date == DAY
    assert session.item is None


PAPERS = [
    an_edition((2, 0, 3), notices=[a_notice("fog")]),
    an_edition((1, 1), date=YESTERDAY),
    an_edition((3,), paper="渡口报"),
    an_edition((1, 2), edition="晚报版"),
    an_edition((0, 0)),
]


class Reader(RuleBasedStateMachine):
    """A reader who does anything at all, with the restarts and reloads of real life."""

    def __init__(self) -> None:
        super().__init__()
        self.store = MemoryStore()
        self.clock = Clock(step=0)
        self.session = a_session(PAPERS[0], self.store, self.clock)

    def arrive(self, place: Place) -> None:
        """Open the edition a place leads out to, if the library has it."""
        for edition in PAPERS:
            if not self.session.holds(place) and IssueKey.of(edition) == place.issue:
                self.session.adopt(edition, place)

    @rule(
        verb=st.sampled_from(
            [
                "next_article",
                "previous_article",
                "next_section",
                "previous_section",
                "first",
                "last",
                "back",
                "forward",
            ]
        )
    )
    def move(self, verb: str) -> None:
        self.arrive(getattr(self.session, verb)())

    @rule(number=st.integers(-1, 7))
    def section(self, number: int) -> None:
        self.session.section(number)

    @rule(block=st.integers(-2, 6), character=st.integers(-2, 20))
    def scroll(self, block: int, character: int) -> None:
        self.session.settle(block, character)

    @rule()
    def read(self) -> None:
        self.session.read_to_end()

    @rule()
    def mark(self) -> None:
        marked = self.session.toggle_mark()
        assert marked is self.session.is_marked(self.session.place.reference)

    @rule(link=st.sampled_from(["page:1", "page:3", "p01-a01", "fog", "2024-12-22/p01-a01", "x"]))
    def follow(self, link: str) -> None:
        place = self.session.follow(link)
        if place is not None:
            self.arrive(place)

    @rule(edition=st.sampled_from(PAPERS))
    def open_edition(self, edition: Edition) -> None:
        self.session.open_edition(edition)

    @rule(edition=st.sampled_from(PAPERS))
    def reload(self, edition: Edition) -> None:
        self.session.replace_edition(edition)

    @rule()
    def restart(self) -> None:
        before = self.session.place
        self.session = a_session(self.session.edition, self.store, self.clock)
        assert self.session.place == before

    @rule()
    def back_and_forward(self) -> None:
        """Undo `back` with `forward`: the reader is where they were."""
        before, edition = self.session.place, self.session.edition
        away = self.session.back()
        if away == before:
            return
        self.arrive(away)
        self.arrive(self.session.forward())
        if self.session.edition is edition and edition.date == before.reference.date:
            assert self.session.place == before

    @invariant()
    def the_place_is_in_the_paper(self) -> None:
        session = self.session
        assert session.holds(session.place)
        assert session.place.block >= 0
        assert session.place.character >= 0
        if session.items:
            assert session.item is session.items[session.index]
            assert session.place.reference == session.items[session.index].reference

    @invariant()
    def marks_are_those_marked(self) -> None:
        here = IssueKey.of(self.session.edition)
        marked = {mark.reference for mark in self.session.marks() if mark.address.issue == here}
        assert {
            item.reference for item in self.session.items if self.session.is_marked(item.reference)
        } <= marked


TestReader = Reader.TestCase
TestReader.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize("count", [500])
def test_the_whole_of_a_large_edition_can_be_walked(count: int) -> None:
    session = a_session(an_edition((count,)))
    for _ in range(count + 5):
        session.next_article()
        session.settle(1, 1)
        session.read_to_end()
    assert piece(session) == f"p01-a{count}"
    assert sum(session.is_read(item.reference) for item in session.items) == count - 1
