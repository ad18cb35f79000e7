from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.reading.history import LONGEST, History, Visit
from reader.reading.place import Address, IssueKey
from tests.reading.papers import DAY

ISSUE = IssueKey("巷口报", DAY)


def a_visit(piece: str, number: int = 0) -> Visit:
    return Visit(f"{number:06d}-{piece}", Address(ISSUE, piece))


def a_history(pieces: str) -> History:
    history = History()
    for number, piece in enumerate(pieces):
        history.push(a_visit(piece, number))
    return history


def pieces(history: History) -> str:
    return "".join(visit.address.piece for visit in history.visits)


def test_a_new_history_leads_nowhere() -> None:
    history = History()
    assert (history.current, history.back(), history.forward(), history.at) == (None, None, None, -1)
    assert not history.can_go_back
    assert not history.can_go_forward


def test_back_leads_to_the_piece_before() -> None:
    history = a_history("abc")
    assert history.back() == a_visit("b", 1)
    assert history.back() == a_visit("a", 0)
    assert history.back() is None
    assert history.current == a_visit("a", 0)


def test_opening_something_forgets_the_way_forward_and_says_what() -> None:
    history = a_history("abc")
    history.back()
    history.back()
    assert history.push(a_visit("d")) == (a_visit("b", 1), a_visit("c", 2))
    assert pieces(history) == "ad"


def test_the_same_piece_is_never_twice_in_a_row() -> None:
    history = a_history("aab")
    assert pieces(history) == "ab"
    assert pieces(History([a_visit("a", 1), a_visit("a", 2), a_visit("b", 3)])) == "ab"


def test_a_history_read_from_a_store_stands_at_its_end() -> None:
    history = History([a_visit("a"), a_visit("b")])
    assert history.current == a_visit("b")
    assert history.back() == a_visit("a")


def test_only_the_latest_visits_are_kept() -> None:
    history = History()
    for number in range(LONGEST + 50):
        history.push(a_visit(f"x{number}", number))
    assert len(history.visits) == LONGEST
    assert history.visits[0] == a_visit("x50", 50)
    assert len(History(a_visit(f"x{n}", n) for n in range(LONGEST + 9)).visits) == LONGEST


def test_seeking_stays_inside() -> None:
    history = a_history("abc")
    history.seek(99)
    assert history.at == 2
    history.seek(-5)
    assert history.at == 0
    empty = History()
    empty.seek(3)
    assert empty.at == -1


@given(st.lists(st.one_of(st.sampled_from("abcd"), st.sampled_from(["<", ">"])), max_size=60))
def test_whatever_is_done_the_history_holds_together(steps: list[str]) -> None:
    history = History()
    for number, step in enumerate(steps):
        match step:
            case "<":
                before = history.current
                if history.back() is not None:
                    assert history.forward() == before
                    history.back()
            case ">":
                before = history.current
                if history.forward() is not None:
                    assert history.back() == before
                    history.forward()
            case piece:
                history.push(a_visit(piece, number))
                assert history.current is not None
                assert history.current.address.piece == piece
                assert not history.can_go_forward
        assert all(one.address != other.address for one, other in pairwise(history.visits))
        assert (history.current is None) is (not history.visits)
