from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.reading.state import LATEST_STAMP, LONGEST_KEY, Change, Shelf, State, merged, stamp_of

WRONG_SHELVES: list[object] = [[], 3, None, "x"]
VALUES = st.one_of(st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=3))
ODD = st.one_of(
    VALUES,
    st.lists(VALUES.filter(lambda value: type(value) is not int), max_size=2),
    st.dictionaries(st.text(max_size=2), VALUES, max_size=2),
)
ENTRIES = st.builds(lambda stamp, values: [stamp, *values], st.integers(0, 4), st.lists(VALUES, max_size=3))
READS = st.builds(
    lambda stamp, read: [stamp, *sorted(read)], st.integers(0, 4), st.sets(st.sampled_from("abcd"))
)
KEYS = st.sampled_from("kxy")
LWW_SHELVES = [shelf for shelf in Shelf if shelf is not Shelf.READ]


def tables(entries: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(KEYS, entries, max_size=3)


DOCUMENTS = st.fixed_dictionaries(
    {"format": st.just(1), "read": tables(READS)},
    optional={
        **{shelf.value: tables(st.one_of(ENTRIES, ODD)) for shelf in LWW_SHELVES},
        "unheard": st.integers(0, 0),
    },
)


def a_state(document: dict[str, Any]) -> State:
    return State(copy.deepcopy(document))


def summed(*documents: dict[str, Any]) -> dict[str, Any]:
    total = State()
    for document in documents:
        total.join(a_state(document))
    return total.document()


@given(DOCUMENTS, DOCUMENTS)
@settings(max_examples=150)
def test_two_states_merge_to_the_same_in_either_order(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert summed(one, other) == summed(other, one)


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
@settings(max_examples=150)
def test_it_does_not_matter_which_are_merged_first(
    one: dict[str, Any], other: dict[str, Any], third: dict[str, Any]
) -> None:
    assert summed(summed(one, other), third) == summed(one, summed(other, third))


@given(DOCUMENTS)
def test_merging_a_state_with_itself_changes_nothing(one: dict[str, Any]) -> None:
    assert summed(one, one) == summed(one)


CHANGES = st.lists(
    st.one_of(
        st.builds(
            lambda shelf, key, stamp, values: Change(shelf, key, stamp, tuple(values)),
            st.sampled_from(LWW_SHELVES),
            KEYS,
            st.integers(0, 5),
            st.lists(VALUES, max_size=3),
        ),
        st.builds(
            lambda key, stamp, piece: Change(Shelf.READ, key, stamp, (piece,)),
            KEYS,
            st.integers(0, 5),
            st.sampled_from("abcd"),
        ),
    ),
    max_size=12,
)


@given(CHANGES, st.randoms(use_true_random=False))
def test_changes_come_to_the_same_in_any_order(changes: list[Change], random: Any) -> None:
    straight, shuffled = State(), State()
    for change in changes:
        straight.apply(change)
    random.shuffle(changes)
    for change in changes:
        shuffled.apply(change)
    assert json.dumps(straight.document(), sort_keys=True) == json.dumps(shuffled.document(), sort_keys=True)


@given(CHANGES, st.integers(0, 12))
def test_changes_made_apart_are_all_there_when_brought_together(changes: list[Change], cut: int) -> None:
    whole, here, there = State(), State(), State()
    for number, change in enumerate(changes):
        whole.apply(change)
        (here if number < cut else there).apply(change)
    here.join(there)
    assert here.document() == whole.document()


def test_the_later_of_two_entries_stands() -> None:
    state = State()
    state.apply(Change(Shelf.PLACES, "a", 2, (7, 0)))
    state.apply(Change(Shelf.PLACES, "a", 1, (3, 0)))
    assert state.look(Shelf.PLACES, "a") == [2, 7, 0]


def test_a_removal_is_an_entry_too_and_stands_against_what_is_older() -> None:
    state = State()
    state.apply(Change(Shelf.MARKS, "a", 2))
    state.apply(Change(Shelf.MARKS, "a", 1, ("标题", "要闻", 0, 0, "")))
    assert state.look(Shelf.MARKS, "a") == [2]


def test_read_pieces_unite() -> None:
    assert merged(Shelf.READ, [3, "b"], [1, "a"]) == [3, "a", "b"]


@pytest.mark.parametrize(
    "entry", [None, 5, "x", {}, [], ["1"], [True], [-1], [1.5], [LATEST_STAMP + 1], [None, 1], {"0": 1}]
)
def test_what_has_no_stamp_is_no_entry(entry: Any) -> None:
    assert stamp_of(entry) is None
    state = State({"format": 1, "places": {"a": entry}})
    assert state.look(Shelf.PLACES, "a") is None
    assert list(state.entries(Shelf.PLACES)) == []


def test_entries_of_unknown_shape_are_kept_when_written_and_give_way_to_known_ones() -> None:
    state = State({"format": 1, "places": {"a": {"new": "shape"}, "b": "?"}, "later": [1, 2]})
    state.apply(Change(Shelf.PLACES, "b", 1, (0, 0)))
    document = state.document()
    assert document["places"] == {"a": {"new": "shape"}, "b": [1, 0, 0]}
    assert document["later"] == [1, 2]


@pytest.mark.parametrize(
    "document",
    [{}, {"format": 2}, {"format": "1"}, {"format": True}, {"format": 1.0}, {"format": None}]
    + [{"format": 1, shelf.value: wrong} for shelf in Shelf for wrong in WRONG_SHELVES],
)
def test_another_format_and_shelves_that_are_no_tables_are_refused(document: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a"):
        State(document)


def test_each_shelf_keeps_its_latest_entries() -> None:
    state = State()
    for number in range(Shelf.HISTORY.bound + 30):
        state.apply(Change(Shelf.HISTORY, f"v{number}", number, ("a",)))
    table = state.document()["history"]
    assert len(table) == Shelf.HISTORY.bound
    assert "v29" not in table
    assert f"v{Shelf.HISTORY.bound + 29}" in table


def test_cutting_before_merging_loses_nothing_that_cutting_after_would_keep() -> None:
    bound = Shelf.PREFERENCES.bound
    first = [Change(Shelf.PREFERENCES, f"a{n}", 2 * n, (n,)) for n in range(bound + 20)]
    second = [Change(Shelf.PREFERENCES, f"b{n}", 2 * n + 1, (n,)) for n in range(bound + 20)]
    cut, uncut, apart = State(), State(), State()
    for change in first:
        cut.apply(change)
        uncut.apply(change)
    cut.document()
    for change in second:
        uncut.apply(change)
        apart.apply(change)
    apart.document()
    cut.join(apart)
    assert cut.document() == uncut.document()


def test_a_monstrous_key_is_not_written() -> None:
    state = State()
    state.apply(Change(Shelf.PLACES, "k" * (LONGEST_KEY + 1), 1, (0, 0)))
    assert state.document()["places"] == {}


def test_an_entry_nested_beyond_reason_does_not_stop_the_merge() -> None:
    deep: Any = 1
    for _ in range(50_000):
        deep = [deep]
    other: Any = [deep]
    found = merged(Shelf.PLACES, deep, other)
    assert found is deep or found is other
    assert merged(Shelf.PLACES, deep, [3, 1]) == [3, 1]
