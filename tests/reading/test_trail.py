from __future__ import annotations

from reader.reading.notebook import Notebook
from reader.reading.place import Address, IssueKey
from reader.reading.store import MemoryStore
from reader.reading.trail import Trail
from tests.reading.papers import DAY, Clock

ISSUE = IssueKey("巷口报", DAY)


def at(piece: str) -> Address:
    return Address(ISSUE, piece)


def a_trail(pieces: str, store: MemoryStore | None = None) -> Trail:
    trail = Trail(Notebook(store or MemoryStore(), Clock()))
    for piece in pieces:
        trail.arrive(at(piece))
    return trail


def pieces(trail: Trail) -> str:
    return "".join(address.piece for address in trail.addresses)


def test_walking_back_goes_one_step_for_each_address_asked_for() -> None:
    trail = a_trail("abcd")
    assert next(trail.backwards()) == at("c")
    assert next(trail.backwards()) == at("b")
    assert next(trail.forwards()) == at("c")
    assert list(trail.forwards()) == [at("d")]


def test_arriving_where_the_trail_points_is_no_new_step() -> None:
    trail = a_trail("abc")
    trail.arrive(next(trail.backwards()))
    assert pieces(trail) == "abc"
    assert next(trail.forwards()) == at("c")


def test_a_way_back_not_taken_leaves_no_trace() -> None:
    trail = a_trail("abc")
    next(trail.backwards())
    next(trail.backwards())
    trail.arrive(at("d"))
    assert pieces(trail) == "abcd"


def test_a_walk_that_led_nowhere_points_home_again() -> None:
    trail = a_trail("abc")
    list(trail.backwards())
    trail.stay()
    assert next(trail.backwards()) == at("b")


def test_a_new_step_from_further_back_forgets_the_way_forward_for_good() -> None:
    store = MemoryStore()
    trail = a_trail("abc", store)
    trail.arrive(next(trail.backwards()))
    trail.arrive(at("d"))
    assert pieces(trail) == "abd"
    assert pieces(a_trail("", store)) == "abd"


def test_the_trail_goes_on_after_a_restart() -> None:
    store = MemoryStore()
    a_trail("abc", store)
    again = a_trail("c", store)
    assert pieces(again) == "abc"
    assert next(again.backwards()) == at("b")
