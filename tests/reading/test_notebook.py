from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.reading.history import LONGEST
from reader.reading.marks import LONGEST_NOTE
from reader.reading.notebook import Notebook
from reader.reading.place import Address, IssueKey
from reader.reading.preferences import Preferences
from reader.reading.state import Change, Shelf, State
from reader.reading.store import MemoryStore
from tests.reading.papers import DAY, NOON, Clock

ISSUE = IssueKey("巷口报", DAY)
PIECE = Address(ISSUE, "p01-a01")
NOON_STAMP = int(NOON.timestamp() * 1_000_000)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def notebook(store: MemoryStore) -> Notebook:
    return Notebook(store, Clock())


def test_a_piece_never_opened_begins_at_its_beginning(notebook: Notebook) -> None:
    assert notebook.place(PIECE) == (0, 0)
    assert notebook.last_piece(ISSUE) is None


def test_places_are_kept_by_paper_edition_and_piece(notebook: Notebook) -> None:
    notebook.keep_place(PIECE, 4, 17)
    assert notebook.place(PIECE) == (4, 17)
    assert notebook.place(Address(IssueKey("渡口报", DAY), "p01-a01")) == (0, 0)
    assert notebook.place(Address(IssueKey("巷口报", DAY, "晚报版"), "p01-a01")) == (0, 0)
    assert notebook.place(Address(ISSUE, "p01-a02")) == (0, 0)


def test_the_newer_place_stands_even_when_the_clock_was_set_back(store: MemoryStore) -> None:
    Notebook(store, Clock(NOON)).keep_place(PIECE, 4, 0)
    Notebook(store, Clock(NOON - dt.timedelta(days=3650))).keep_place(PIECE, 9, 0)
    assert Notebook(store, Clock()).place(PIECE) == (9, 0)


def test_reading_to_the_end_is_news_once(notebook: Notebook) -> None:
    assert not notebook.is_read(PIECE)
    assert notebook.keep_read(PIECE)
    assert not notebook.keep_read(PIECE)
    assert notebook.is_read(PIECE)
    assert not notebook.is_read(Address(ISSUE, "p01-a02"))
    assert not notebook.is_read(Address(IssueKey("渡口报", DAY), "p01-a01"))


def test_what_one_issue_has_read_is_one_entry(store: MemoryStore, notebook: Notebook) -> None:
    for number in range(50):
        assert notebook.keep_read(Address(ISSUE, f"p01-a{number:02d}"))
    assert len(list(store.state.entries(Shelf.READ))) == 1
    assert all(notebook.is_read(Address(ISSUE, f"p01-a{number:02d}")) for number in range(50))


def mark(notebook: Notebook, address: Address, title: str = "井边", words: str = "老槐树") -> None:
    notebook.mark(address, title, "要闻", spot=(3, 5), words=words)


def test_a_mark_says_what_was_marked_where_and_when(notebook: Notebook) -> None:
    mark(notebook, PIECE)
    (found,) = notebook.marks()
    assert (found.title, found.section, found.snippet, found.paper) == ("井边", "要闻", "老槐树", "巷口报")
    assert (found.place.reference, found.place.block, found.place.character) == (PIECE.reference, 3, 5)
    assert found.place.issue == ISSUE
    assert found.when == NOON + dt.timedelta(seconds=1)
    assert notebook.is_marked(PIECE)


def test_marks_come_newest_first_from_all_papers(notebook: Notebook) -> None:
    addresses = [PIECE, Address(IssueKey("渡口报", DAY), "x"), Address(ISSUE, "notice:fog")]
    for address in addresses:
        mark(notebook, address)
    assert [found.address for found in notebook.marks()] == addresses[::-1]


def test_a_mark_taken_away_is_gone_and_can_be_made_again(notebook: Notebook) -> None:
    mark(notebook, PIECE)
    notebook.unmark(PIECE)
    assert notebook.marks() == []
    assert not notebook.is_marked(PIECE)
    mark(notebook, PIECE)
    assert notebook.is_marked(PIECE)


def test_a_mark_keeps_a_line_of_words_and_no_more(notebook: Notebook) -> None:
    mark(notebook, PIECE, title="长" * 9_999, words="头一行\n第二行\t" + "字" * 9_999)
    (found,) = notebook.marks()
    assert len(found.title) == 200
    assert len(found.snippet) == 120
    assert found.snippet.startswith("头一行 第二行 字")


def test_visits_come_back_oldest_first_and_not_too_many(notebook: Notebook) -> None:
    for number in range(LONGEST + 20):
        notebook.visit(Address(ISSUE, f"x{number}"))
    visits = notebook.visits()
    assert len(visits) == LONGEST
    assert [visit.address.piece for visit in visits] == [f"x{n}" for n in range(20, LONGEST + 20)]


def test_a_forgotten_visit_is_gone(notebook: Notebook) -> None:
    first, second = notebook.visit(PIECE), notebook.visit(Address(ISSUE, "b"))
    notebook.forget(first)
    assert notebook.visits() == [second]


def test_two_readers_at_the_same_moment_write_two_visits(store: MemoryStore) -> None:
    Notebook(store, Clock(step=0)).visit(PIECE)
    Notebook(store, Clock(step=0)).visit(Address(ISSUE, "b"))
    assert len(Notebook(store, Clock()).visits()) == 2


def test_visits_of_one_reader_keep_their_order_while_the_clock_stands_still(store: MemoryStore) -> None:
    notebook = Notebook(store, Clock(step=0))
    for piece in "cabd":
        notebook.visit(Address(ISSUE, piece))
    assert [visit.address.piece for visit in notebook.visits()] == list("cabd")


def test_preferences_are_none_until_chosen(notebook: Notebook) -> None:
    assert notebook.preferences() == Preferences()
    notebook.prefer("measure", 44)
    notebook.prefer("dark", False)
    assert notebook.preferences() == Preferences(measure=44, dark=False)
    notebook.prefer("measure", None)
    assert notebook.preferences() == Preferences(dark=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("measure", "44"),
        ("measure", True),
        ("measure", 4.4),
        ("theme", 3),
        ("dark", 1),
        ("contents", "yes"),
        ("dark", []),
    ],
)
def test_a_preference_of_the_wrong_kind_is_passed_over(
    name: str, value: object, store: MemoryStore, notebook: Notebook
) -> None:
    store.record(Change(Shelf.PREFERENCES, name, 1, (value,)))
    assert notebook.preferences() == Preferences()


ODD: list[tuple[object, ...]] = [
    (),
    (1,),
    ("x", "y"),
    (-1, 0),
    (0, -1),
    (None, None),
    (1.5, 2),
    (1, 2, 3),
    ([], {}),
]


@pytest.mark.parametrize("values", ODD, ids=repr)
@pytest.mark.parametrize("shelf", list(Shelf))
def test_entries_of_unknown_shape_are_passed_over_everywhere(
    shelf: Shelf, values: tuple[object, ...], store: MemoryStore, notebook: Notebook
) -> None:
    for key in (str(PIECE), str(ISSUE), "not an address", "///", ""):
        store.record(Change(shelf, key, 5, values))
    assert notebook.place(PIECE) == (0, 0)
    assert notebook.last_piece(ISSUE) is None
    assert not notebook.is_read(PIECE)
    assert notebook.marks() == []
    assert notebook.visits() == []
    assert notebook.preferences() == Preferences()
    notebook.keep_place(PIECE, 1, 1)
    mark(notebook, PIECE)
    assert notebook.place(PIECE) == (1, 1)
    assert notebook.is_marked(PIECE)


def test_a_note_is_kept_on_one_line_and_comes_with_its_mark(notebook: Notebook) -> None:
    mark(notebook, PIECE)
    assert notebook.keep_note(PIECE, "  核对数字\n再问\t编辑部 ") == "核对数字 再问 编辑部"
    (found,) = notebook.marks()
    assert found.note == "核对数字 再问 编辑部"
    assert found == notebook.mark_on(PIECE)


def test_a_note_outlives_its_mark_and_is_back_with_it(notebook: Notebook) -> None:
    mark(notebook, PIECE)
    notebook.keep_note(PIECE, "核对数字")
    notebook.unmark(PIECE)
    assert notebook.marks() == []
    assert notebook.note(PIECE) == "核对数字"
    mark(notebook, PIECE)
    assert notebook.marks()[0].note == "核对数字"


def test_an_empty_note_is_none_and_the_mark_stays(notebook: Notebook) -> None:
    mark(notebook, PIECE)
    notebook.keep_note(PIECE, "核对数字")
    assert notebook.keep_note(PIECE, " \n ") == ""
    assert notebook.note(PIECE) == ""
    assert notebook.is_marked(PIECE)


def test_the_same_note_again_writes_nothing(store: MemoryStore, notebook: Notebook) -> None:
    notebook.keep_note(PIECE, "")
    assert list(store.state.entries(Shelf.MARKS)) == []
    notebook.keep_note(PIECE, "核对数字")
    before = str(store.state.document())
    notebook.keep_note(PIECE, "核对数字")
    assert str(store.state.document()) == before


def test_a_note_is_no_longer_than_its_bound(store: MemoryStore, notebook: Notebook) -> None:
    assert notebook.keep_note(PIECE, "长" * 9_999) == "长" * LONGEST_NOTE
    store.record(Change(Shelf.MARKS, f"note/{PIECE}", NOON_STAMP * 2, ("长" * 9_999,)))
    assert notebook.note(PIECE) == "长" * LONGEST_NOTE


def test_a_note_is_an_entry_that_is_no_mark_to_a_reader_of_any_version(store: MemoryStore) -> None:
    notebook = Notebook(store, Clock())
    mark(notebook, PIECE)
    before = dict(store.state.entries(Shelf.MARKS))
    notebook.keep_note(PIECE, "核对数字")
    after = dict(store.state.entries(Shelf.MARKS))
    (key,) = after.keys() - before.keys()
    assert after[str(PIECE)] == before[str(PIECE)]  # the mark is as a version without notes wrote it
    assert len(after[key]) == 2
    with pytest.raises(ValueError, match=r"date|isoformat"):
        Address.parse(key)


@pytest.mark.parametrize("values", ODD, ids=repr)
def test_a_note_of_an_odd_shape_is_none(store: MemoryStore, values: tuple[object, ...]) -> None:
    notebook = Notebook(store, Clock())
    mark(notebook, PIECE)
    store.record(Change(Shelf.MARKS, f"note/{PIECE}", NOON_STAMP, values))
    if not (len(values) == 1 and isinstance(values[0], str)):
        assert notebook.note(PIECE) == ""
    assert [found.title for found in notebook.marks()] == ["井边"]


STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["mark", "unmark", "甲", "乙", ""])), max_size=8
)


def written(steps: list[tuple[str, str]], start: dt.datetime) -> State:
    """The state after a reader has done this."""
    store = MemoryStore()
    notebook = Notebook(store, Clock(start))
    for piece, what in steps:
        address = Address(ISSUE, piece)
        if what == "mark":
            mark(notebook, address)
        elif what == "unmark":
            notebook.unmark(address)
        else:
            notebook.keep_note(address, what)
    return store.state


def seen(*states: State) -> list[tuple[str, str]]:
    total = State()
    for state in states:
        total.join(State(json.loads(json.dumps(state.document()))))
    return [(found.address.piece, found.note) for found in Notebook(MemoryStore(total), Clock()).marks()]


@given(STEPS, STEPS, st.integers(-20, 20))
@settings(max_examples=100)
def test_two_readers_come_to_the_same_marks_and_notes_whoever_writes_last(
    mine: list[tuple[str, str]], theirs: list[tuple[str, str]], apart: int
) -> None:
    one, other = written(mine, NOON), written(theirs, NOON + dt.timedelta(seconds=apart))
    assert seen(one, other) == seen(other, one)
    assert seen(one, one, other) == seen(one, other)


@given(STEPS, STEPS)
@settings(max_examples=100)
def test_what_one_reader_did_to_a_piece_the_other_never_touched_is_not_lost(
    mine: list[tuple[str, str]], theirs: list[tuple[str, str]]
) -> None:
    alone, both = seen(written(mine, NOON)), seen(written(mine, NOON), written(theirs, NOON))
    touched = {piece for piece, _ in theirs}
    assert {found for found in alone if found[0] not in touched} <= set(both)
