from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.edition.notice import Notice
from reader.importing.ended import named_after_ended, rightly_ended
from reader.importing.imported import Imported
from tests.importing.checked import checked

START = dt.datetime(2025, 3, 1, 8, tzinfo=dt.UTC)


def notice(
    own: str, hour: int = 0, *, supersedes: tuple[str, ...] = (), cancels: tuple[str, ...] = ()
) -> Notice:
    effective = START + dt.timedelta(hours=hour)
    return Notice(id=own, event="大风", effective=effective, supersedes=supersedes, cancels=cancels)


def test_the_id_of_a_notice_in_parts_means_all_its_parts() -> None:
    parts = [notice("a.1"), notice("a.2"), notice("a.4")]
    update, lifting = rightly_ended(
        [*parts, notice("b", supersedes=("a",)), notice("c", cancels=("a", "z"))]
    )[3:]
    assert update.supersedes == ("a.1", "a.2")
    assert lifting.cancels == ("a.1", "a.2", "z")


def test_parts_may_be_known_from_elsewhere_and_a_whole_one_means_itself() -> None:
    (update,) = rightly_ended([notice("b", supersedes=("a",))], ["a.1"])
    assert update.supersedes == ("a.1",)
    (update,) = rightly_ended([notice("b", supersedes=("a",))], ["a", "a.1"])
    assert update.supersedes == ("a",)


def test_versions_of_a_notice_are_no_parts_that_end_each_other() -> None:
    versions = [notice("a.1", 0, supersedes=("a",)), notice("a.2", 1, supersedes=("a",))]
    assert rightly_ended(versions) == tuple(versions)


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_that_end_each_other_the_later_one_does(order: int) -> None:
    pair = [notice("a", 0, supersedes=("b",)), notice("b", 1, supersedes=("a",))]
    found = {each.id: each.supersedes for each in rightly_ended(pair[::order])}
    assert found == {"a": (), "b": ("a",)}


def test_a_lifting_that_lifts_nothing_any_more_is_no_warning() -> None:
    found = {
        each.id: each
        for each in rightly_ended([notice("a", 0, cancels=("b",)), notice("b", 1, cancels=("a",))])
    }
    assert found["b"].cancels == ("a",)
    assert found["a"].cancels == ()
    assert found["a"].expires == START + dt.timedelta(seconds=1)


def test_a_notice_never_ends_itself() -> None:
    (alone,) = rightly_ended([notice("a", supersedes=("a", "z"))])
    assert alone.supersedes == ("z",)


IDS = st.sampled_from(["a", "b", "c", "d"])


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.lists(IDS, max_size=3), st.lists(IDS, max_size=2)),
        min_size=4,
        max_size=4,
    )
)
def test_whatever_refers_to_whatever_the_format_takes_it(
    given_notices: list[tuple[int, list[str], list[str]]],
) -> None:
    made = [
        notice(own, hour, supersedes=tuple(dict.fromkeys(supersedes)), cancels=tuple(dict.fromkeys(cancels)))
        for own, (hour, supersedes, cancels) in zip("abcd", given_notices, strict=True)
    ]
    found = rightly_ended(made)
    checked(Imported(Edition(paper="河湾日报", date=dt.date(2025, 3, 1), notices=found)))
    assert [each.id for each in found] == list("abcd")


def test_a_long_chain_is_quickly_found_to_be_none() -> None:
    chain = [notice(f"n{number}", 0, supersedes=(f"n{number + 1}",)) for number in range(300)]
    assert rightly_ended(chain) == tuple(chain)


def test_a_notice_without_an_event_has_those_of_what_it_ends() -> None:
    other = replace(notice("b"), event="暴雨")
    lifting = replace(notice("c", 1, cancels=("a", "b", "z", "c")), event="x")
    found, told = named_after_ended([notice("a"), other, lifting], {"c.event"}, "f")
    assert found[2].event == "大风、暴雨"
    assert [each.part for each in told] == ["c"]
    assert named_after_ended([lifting], {"c.event"}, "f", {"a": notice("a")})[0][0].event == "大风"
    assert named_after_ended([notice("a"), lifting], (), "f")[0][1].event == "x"
    assert named_after_ended([lifting], {"c.event"}, "f") == ((lifting,), ())


def test_notices_without_events_that_end_each_other_keep_what_they_have() -> None:
    pair = (notice("a", cancels=("b",)), notice("b", cancels=("a",)))
    assert named_after_ended(pair, {"a.event", "b.event"}, "f") == (pair, ())
