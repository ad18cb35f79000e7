from __future__ import annotations

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.edition.notice import Level, Notice, Status
from reader.edition.notice_board import STALE_AFTER, NoticeBoard, State, judged_at
from reader.edition.reference import Reference

ZONE = ZoneInfo("Asia/Shanghai")
INSTANT = dt.timedelta(microseconds=1)


def at(day: int, hour: int = 0) -> dt.datetime:
    """Return an instant of December 2024 in the paper's zone; hour 24 is the next day's first."""
    return dt.datetime(2024, 12, 1, tzinfo=ZONE) + dt.timedelta(days=day - 1, hours=hour)


THE_TENTH = at(10)


def a_notice(
    notice_id: str = "a",
    effective: dt.datetime = THE_TENTH,
    expires: dt.datetime | None = None,
    *,
    level: Level | None = Level.YELLOW,
    status: Status = Status.ACTUAL,
    supersedes: tuple[str, ...] = (),
    cancels: tuple[str, ...] = (),
) -> Notice:
    return Notice(
        id=notice_id,
        event="大风",
        effective=effective,
        expires=expires,
        level=level,
        status=status,
        supersedes=supersedes,
        cancels=cancels,
    )


def an_edition(
    day: int, *notices: Notice, timezone: str = "Asia/Shanghai", edition: str | None = None
) -> Edition:
    date = dt.date(2024, 12, 1) + dt.timedelta(days=day - 1)
    return Edition(paper="巷口报", date=date, notices=notices, timezone=timezone, edition=edition)


def states(board: NoticeBoard, moment: dt.datetime) -> dict[str, State]:
    return {standing.notice.id: standing.state for standing in board.standings(moment)}


def state(board: NoticeBoard, moment: dt.datetime, notice_id: str = "a") -> State | None:
    return states(board, moment).get(notice_id)


def raised(board: NoticeBoard, moment: dt.datetime) -> list[str]:
    return [standing.notice.id for standing in board.raised(moment)]


# One notice


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(9, 23), None),
        (at(10) - INSTANT, None),
        (at(10), State.UPCOMING),
        (at(11, 8) - INSTANT, State.UPCOMING),
        (at(11, 8), State.ACTIVE),
        (at(11, 20) - INSTANT, State.ACTIVE),
        (at(11, 20), State.EXPIRED),
        (at(30), State.EXPIRED),
    ],
)
def test_a_notice_goes_from_unknown_to_upcoming_to_active_to_expired(
    moment: dt.datetime, expected: State | None
) -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(11, 8), at(11, 20)))])
    assert state(board, moment) is expected


def test_a_notice_until_24_is_in_force_to_the_last_instant_of_the_day() -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(10), at(10, 24)))])
    assert state(board, at(10, 24) - INSTANT) is State.ACTIVE
    assert state(board, at(10, 24)) is State.EXPIRED
    assert raised(board, an_edition(10).last_instant()) == ["a"]


def test_a_notice_from_24_begins_with_the_next_day() -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(10, 24), at(12)))])
    assert state(board, an_edition(10).last_instant()) is State.UPCOMING
    assert state(board, at(11)) is State.ACTIVE


def test_a_notice_in_force_before_it_was_printed_is_known_from_its_editions_day_on() -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(8)))])
    assert state(board, at(10) - INSTANT) is None
    assert state(board, at(10)) is State.ACTIVE


def test_a_notice_until_lifted_is_unconfirmed_once_the_newest_edition_is_more_than_48_hours_old() -> None:
    board = NoticeBoard([an_edition(8, a_notice("a", at(8))), an_edition(10)])
    assert state(board, at(12)) is State.ACTIVE
    assert state(board, at(12) + INSTANT) is State.UNCONFIRMED
    assert raised(board, at(12)) == ["a"]
    assert raised(board, at(12) + INSTANT) == []
    assert board.next_change(at(12)) == at(12) + INSTANT


def test_a_notice_with_an_end_is_never_unconfirmed() -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(10), at(20)))])
    assert state(board, at(15)) is State.ACTIVE
    assert state(board, at(20)) is State.EXPIRED


def test_a_notice_printed_in_several_editions_counts_once_as_first_printed() -> None:
    board = NoticeBoard([an_edition(11, a_notice("a", at(11))), an_edition(10, a_notice("a", at(10)))])
    assert [(posting.notice.effective, posting.printed.day) for posting in board.postings] == [(at(10), 10)]
    assert board.postings[0].reference == Reference.parse("2024-12-10/notice:a")


# One notice ends another


def a_chain() -> NoticeBoard:
    """Blue on the 10th, yellow instead on the 11th, all clear on the 12th at 9."""
    return NoticeBoard(
        [
            an_edition(10, a_notice("blue", at(10), level=Level.BLUE)),
            an_edition(11, a_notice("yellow", at(11, 6), supersedes=("blue",))),
            an_edition(12, a_notice("clear", at(12, 9), cancels=("yellow",), level=None)),
        ]
    )


@pytest.mark.parametrize(
    ("moment", "expected", "banner"),
    [
        (at(10), {"blue": State.ACTIVE}, ["blue"]),
        (at(11), {"blue": State.ACTIVE, "yellow": State.UPCOMING}, ["blue"]),
        (at(11, 6) - INSTANT, {"blue": State.ACTIVE, "yellow": State.UPCOMING}, ["blue"]),
        (at(11, 6), {"blue": State.SUPERSEDED, "yellow": State.ACTIVE}, ["yellow"]),
        (at(12), {"blue": State.SUPERSEDED, "yellow": State.ACTIVE, "clear": State.UPCOMING}, ["yellow"]),
        (at(12, 9), {"blue": State.SUPERSEDED, "yellow": State.LIFTED, "clear": State.ACTIVE}, []),
    ],
)
def test_a_chain_of_notices_is_followed_link_by_link(
    moment: dt.datetime, expected: dict[str, State], banner: list[str]
) -> None:
    assert states(a_chain(), moment) == expected
    assert raised(a_chain(), moment) == banner


def test_an_ended_notice_says_what_ended_it() -> None:
    standings = {standing.notice.id: standing for standing in a_chain().standings(at(13))}
    enders = {name: standing.ended_by.notice.id for name, standing in standings.items() if standing.ended_by}
    assert enders == {"blue": "yellow", "yellow": "clear"}


def test_lifting_what_took_its_place_does_not_bring_the_old_warning_back() -> None:
    assert state(a_chain(), at(13), "blue") is State.SUPERSEDED


def test_a_lifting_notice_is_itself_never_a_warning() -> None:
    board = NoticeBoard([an_edition(10, a_notice("clear", at(10), cancels=("unheard-of",), level=Level.RED))])
    assert state(board, at(10), "clear") is State.ACTIVE
    assert raised(board, at(10)) == []


def test_a_notice_that_both_lifts_and_takes_the_place_of_another_has_lifted_it() -> None:
    both = a_notice("b", at(11), cancels=("a",), supersedes=("a",))
    assert state(NoticeBoard([an_edition(10, a_notice(), both)]), at(11)) is State.LIFTED


def test_a_warning_lifted_before_it_began_is_lifted_and_never_raised() -> None:
    board = NoticeBoard(
        [an_edition(10, a_notice("a", at(12))), an_edition(11, a_notice("clear", at(11), cancels=("a",)))]
    )
    assert state(board, at(10)) is State.UPCOMING
    assert state(board, at(11)) is State.LIFTED
    assert state(board, at(12)) is State.LIFTED
    assert raised(board, at(12)) == []


def test_a_warning_that_ran_out_first_has_run_out_and_was_not_lifted() -> None:
    late = a_notice("clear", at(12), cancels=("a",))
    board = NoticeBoard([an_edition(10, a_notice("a", at(10), at(12))), an_edition(12, late)])
    assert state(board, at(11)) is State.ACTIVE
    assert state(board, at(12)) is State.EXPIRED


def test_of_two_notices_that_end_one_the_first_to_take_effect_counts() -> None:
    first, second = a_notice("b", at(11), supersedes=("a",)), a_notice("c", at(12), cancels=("a",))
    board = NoticeBoard([an_edition(10, a_notice(), second, first)])
    assert state(board, at(13)) is State.SUPERSEDED


def test_what_ends_an_alert_ends_its_parts_in_editions_before_it() -> None:
    parts = [a_notice(f"air.{number}", at(10)) for number in (1, 2)]
    board = NoticeBoard([an_edition(10, *parts), an_edition(11, a_notice("b", at(11), cancels=("air",)))])
    assert {state(board, at(11, 1), part.id) for part in parts} == {State.LIFTED}
    board = NoticeBoard([an_edition(10, *parts), an_edition(11, a_notice("b", at(11), supersedes=("air",)))])
    assert {state(board, at(11, 1), part.id) for part in parts} == {State.SUPERSEDED}


def test_a_notice_of_its_own_is_no_part_of_another_though_its_id_looks_like_it() -> None:
    own = [a_notice("air", at(10)), a_notice("air.1", at(10))]
    board = NoticeBoard([an_edition(10, *own), an_edition(11, a_notice("b", at(11), cancels=("air",)))])
    assert state(board, at(11, 1), "air") is State.LIFTED
    assert state(board, at(11, 1), "air.1") is State.ACTIVE


def test_versions_of_a_notice_are_no_parts_that_end_each_other() -> None:
    first = a_notice("air.1", at(10), supersedes=("air",))
    second = a_notice("air.2", at(10, 6), supersedes=("air",))
    board = NoticeBoard([an_edition(10, first, second)])
    assert [state(board, at(10, 9), each.id) for each in (first, second)] == [State.ACTIVE, State.ACTIVE]


def test_an_ender_counts_only_once_its_edition_is_out() -> None:
    board = NoticeBoard(
        [an_edition(10, a_notice()), an_edition(12, a_notice("clear", at(11), cancels=("a",)))]
    )
    assert state(board, at(11, 12)) is State.ACTIVE
    assert state(board, at(12)) is State.LIFTED


def test_a_notice_cannot_end_itself() -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(10), supersedes=("a",)))])
    assert state(board, at(10)) is State.ACTIVE
    assert raised(board, at(10)) == ["a"]


def test_two_notices_that_end_each_other_are_both_ended_and_nothing_hangs() -> None:
    one, other = a_notice("a", at(10), supersedes=("b",)), a_notice("b", at(11), supersedes=("a",))
    board = NoticeBoard([an_edition(10, one), an_edition(11, other)])
    assert states(board, at(11)) == {"a": State.SUPERSEDED, "b": State.SUPERSEDED}


def test_ending_a_notice_nobody_knows_ends_nothing() -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(10), supersedes=("lost",)))])
    assert raised(board, at(10)) == ["a"]


# Notices not meant in earnest

NOT_EARNEST = [Status.EXERCISE, Status.TEST, Status.DRAFT]


@pytest.mark.parametrize("status", NOT_EARNEST)
def test_what_is_not_meant_in_earnest_never_raises_the_banner(status: Status) -> None:
    board = NoticeBoard([an_edition(10, a_notice("a", at(10), level=Level.RED, status=status))])
    assert state(board, at(11)) is State.ACTIVE
    assert raised(board, at(11)) == []


@pytest.mark.parametrize("status", NOT_EARNEST)
def test_what_is_not_meant_in_earnest_ends_no_warning(status: Status) -> None:
    drill = a_notice("drill", at(11), cancels=("a",), status=status)
    other = a_notice("other", at(11), supersedes=("a",), status=status)
    assert raised(NoticeBoard([an_edition(10, a_notice(), drill, other)]), at(12)) == ["a"]


def test_a_drill_is_ended_by_a_drill_and_by_the_real_thing() -> None:
    drill = a_notice("drill", at(10), status=Status.EXERCISE)
    for status, expected in (
        (Status.EXERCISE, State.LIFTED),
        (Status.ACTUAL, State.LIFTED),
        (Status.TEST, State.ACTIVE),
    ):
        over = a_notice("over", at(11), cancels=("drill",), status=status)
        assert state(NoticeBoard([an_edition(10, drill, over)]), at(11), "drill") is expected


# The order of the board


def test_the_banner_shows_the_gravest_first_then_the_newest_and_drops_none() -> None:
    board = NoticeBoard(
        [
            an_edition(
                10,
                a_notice("no level", at(10, 5), level=None),
                a_notice("yellow early", at(10, 1)),
                a_notice("red", at(10), level=Level.RED),
                a_notice("yellow late", at(10, 2)),
                a_notice("blue", at(10, 3), level=Level.BLUE),
                a_notice("orange", at(10), level=Level.ORANGE),
            )
        ]
    )
    assert raised(board, at(10, 6)) == ["red", "orange", "yellow late", "yellow early", "blue", "no level"]


def test_the_board_lists_what_is_raised_first_and_what_is_over_last() -> None:
    board = NoticeBoard(
        [
            an_edition(
                10,
                a_notice("over", at(10), at(10, 3), level=Level.RED),
                a_notice("to come", at(11), level=Level.ORANGE),
                a_notice("now", at(10), level=Level.BLUE),
            )
        ]
    )
    assert [standing.notice.id for standing in board.standings(at(10, 6))] == ["now", "to come", "over"]


def test_editions_may_be_handed_in_in_any_order() -> None:
    editions = [
        an_edition(10, a_notice("a", at(10))),
        an_edition(10, a_notice("a", at(11)), edition="晚报版"),
        an_edition(11, a_notice("b", at(11), supersedes=("a",))),
    ]
    straight, turned = NoticeBoard(editions), NoticeBoard(editions[::-1])
    assert straight.postings == turned.postings
    assert straight.standings(at(12)) == turned.standings(at(12))


def test_an_empty_board_says_nothing_and_never_changes() -> None:
    board = NoticeBoard([])
    assert (board.postings, board.standings(at(10)), board.raised(at(10)), board.next_change(at(10))) == (
        (),
        (),
        (),
        None,
    )


# The next change

HOURS = st.integers(0, 24 * 6)
MOMENTS = HOURS.map(lambda hour: at(8, hour))
IDS = st.sampled_from("abcd")


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    effective = draw(HOURS)
    expires = draw(st.one_of(st.none(), st.integers(effective + 1, 24 * 8)))
    named = st.sets(IDS, max_size=2).map(lambda ids: tuple(sorted(ids)))
    return a_notice(
        draw(IDS),
        at(8, effective),
        None if expires is None else at(8, expires),
        level=draw(st.sampled_from([None, *Level])),
        status=draw(st.sampled_from([Status.ACTUAL, Status.ACTUAL, Status.EXERCISE])),
        supersedes=draw(named),
        cancels=draw(named),
    )


BOARDS = st.lists(
    st.tuples(st.integers(8, 13), st.lists(notices(), max_size=2)),
    min_size=1,
    max_size=4,
    unique_by=lambda pair: pair[0],
).map(lambda days: [an_edition(day, *printed) for day, printed in days])


@given(BOARDS, MOMENTS, st.data())
@settings(max_examples=150)
def test_between_one_change_and_the_next_nothing_changes(
    editions: list[Edition], moment: dt.datetime, data: st.DataObject
) -> None:
    board = NoticeBoard(editions)
    newest = max(editions, key=lambda edition: edition.date)
    following = board.next_change(moment)
    end = following or at(40)
    assert end > moment
    for share in (*(data.draw(st.floats(0, 1)) for _ in range(3)), 1.0):
        between = min(moment + (end - moment) * share, end - INSTANT)
        assert board.standings(between) == board.standings(moment)
        assert judged_at(newest, newest.date, between)[1] is judged_at(newest, newest.date, moment)[1]


@given(BOARDS)
def test_the_changes_come_one_after_the_other_and_end(editions: list[Edition]) -> None:
    board = NoticeBoard(editions)
    moments = [at(1)]
    while (following := board.next_change(moments[-1])) is not None:
        moments.append(following)
        assert len(moments) < 100
    assert all(one < other for one, other in pairwise(moments))


@given(BOARDS, MOMENTS)
def test_no_state_depends_on_the_zone_the_clock_is_in(editions: list[Edition], moment: dt.datetime) -> None:
    board = NoticeBoard(editions)
    for zone in (dt.UTC, ZoneInfo("America/St_Johns"), dt.timezone(dt.timedelta(hours=14))):
        assert board.standings(moment.astimezone(zone)) == board.standings(moment)
        assert board.next_change(moment.astimezone(zone)) == board.next_change(moment)


@given(BOARDS, MOMENTS)
def test_only_active_notices_meant_in_earnest_are_raised_and_all_of_them(
    editions: list[Edition], moment: dt.datetime
) -> None:
    board = NoticeBoard(editions)
    wanted = {
        standing.notice.id
        for standing in board.standings(moment)
        if standing.state is State.ACTIVE
        and standing.notice.status is Status.ACTUAL
        and not standing.notice.cancels
    }
    assert set(raised(board, moment)) == wanted


def test_48_hours_are_48_hours_when_the_clocks_are_set_forward() -> None:
    zone = ZoneInfo("Europe/Berlin")
    edition = Edition(
        paper="Blatt", date=dt.date(2024, 3, 30), timezone="Europe/Berlin", notices=(storm(zone),)
    )
    board = NoticeBoard([edition])
    stale = edition.begins().astimezone(dt.UTC) + STALE_AFTER
    for clock in (dt.UTC, zone):
        assert state(board, stale.astimezone(clock)) is State.ACTIVE
        assert state(board, (stale + INSTANT).astimezone(clock)) is State.UNCONFIRMED
        assert judged_at(edition, edition.date, (stale - INSTANT).astimezone(clock))[1]
        assert not judged_at(edition, edition.date, stale.astimezone(clock))[1]


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    zone = ZoneInfo("Europe/Berlin")
    second = dt.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=zone)
    edition = Edition(
        paper="Blatt", date=dt.date(2024, 10, 27), timezone="Europe/Berlin", notices=(a_notice("a", second),)
    )
    board = NoticeBoard([edition])
    assert state(board, dt.datetime(2024, 10, 27, 2, 45, fold=0, tzinfo=zone)) is State.UPCOMING
    assert state(board, dt.datetime(2024, 10, 27, 2, 45, fold=1, tzinfo=zone)) is State.ACTIVE


def storm(zone: ZoneInfo) -> Notice:
    return a_notice("a", dt.datetime(2024, 3, 30, tzinfo=zone))


# Which instant an edition's banner speaks of


def test_the_newest_edition_speaks_of_now_for_less_than_48_hours() -> None:
    edition = an_edition(10)
    for now in (at(10), at(10, 12), at(11, 23), at(12) - INSTANT):
        assert judged_at(edition, edition.date, now) == (now, True)
    for now in (at(12), at(12) + INSTANT, at(800)):
        assert judged_at(edition, edition.date, now) == (edition.last_instant(), False)


def test_an_older_edition_speaks_of_the_end_of_its_own_day() -> None:
    edition = an_edition(10)
    assert judged_at(edition, dt.date(2024, 12, 11), at(10, 12)) == (at(11) - INSTANT, False)


def test_an_edition_read_before_its_day_speaks_of_now_and_knows_nothing_of_its_own_notices_yet() -> None:
    edition = an_edition(10, a_notice("a", at(9)))
    moment, is_live = judged_at(edition, edition.date, at(9, 20))
    assert (moment, is_live) == (at(9, 20), True)
    assert raised(NoticeBoard([edition]), moment) == []


def test_a_two_year_old_alarm_is_shown_as_of_its_day_and_never_as_live() -> None:
    edition = an_edition(10, a_notice("smog", at(10)))
    moment, is_live = judged_at(edition, edition.date, at(740))
    assert not is_live
    assert raised(NoticeBoard([edition]), moment) == ["smog"]
    assert raised(NoticeBoard([edition]), at(740)) == []


@pytest.mark.parametrize("found", list(State))
def test_every_state_has_words_in_both_languages(found: State) -> None:
    assert found.wording.zh
    assert found.wording.en
    assert found.wording.zh != found.wording.en
