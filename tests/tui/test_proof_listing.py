"""The rows of the list of findings."""

from __future__ import annotations

from dataclasses import replace

from reader.tui.proof_listing import ProofListing
from tests.copydesk.desk import FAULTY
from tests.tui.test_proof_text import a_state


def test_articles_are_headings_with_their_counts() -> None:
    listing = ProofListing("zh").listing(a_state(), is_narrow=False)
    headings = [(row.text, row.tail.strip()) for row in listing.rows if row.key is None]
    assert headings == [("老桥重开,车流如织", "✗4"), ("图书馆延长开放(试行)", "✗3")]


def test_findings_have_a_sign_their_rule_and_their_words() -> None:
    listing = ProofListing("en").listing(a_state(), is_narrow=True)
    rows = [(row.sign, row.text, row.tail) for row in listing.rows if row.key is not None]
    assert rows[0] == ("✗", "▸ T-WIDTH half-width “,” in Chinese text", "×3")
    assert rows[1] == ("✗", "T-WIDTH half-width “;” in Chinese text", "")


def test_in_an_open_fold_each_has_its_place() -> None:
    state = a_state()
    state = replace(state, listed=state.listed.toggled())
    rows = ProofListing("zh").listing(state, is_narrow=False).rows
    assert rows[1].text.startswith("▾ T-WIDTH")
    assert [row.text.strip() for row in rows[2:5]] == ["7:23", "10:19", "10:26"]


def test_the_row_of_the_cursor_is_the_open_one() -> None:
    state = a_state()
    listing = ProofListing("zh").listing(replace(state, listed=state.listed.moved(2)), is_narrow=False)
    at = listing.place_of(listing.open_key)
    assert at is not None
    assert "半角“(”" in listing.rows[at].text


def test_while_only_the_cursor_moves_the_rows_are_the_same_ones() -> None:
    made, state = ProofListing("zh"), a_state()
    first = made.listing(state, is_narrow=False)
    moved = made.listing(replace(state, listed=state.listed.moved(1)), is_narrow=False)
    assert moved.rows is first.rows
    assert moved.open_key != first.open_key
    assert made.listing(state, is_narrow=True).rows is not first.rows


def test_a_title_that_could_steer_the_terminal_is_made_visible() -> None:
    state = a_state(FAULTY.replace("老桥重开,车流如织", '"老桥\\e[2J重开,车流"'))
    rows = ProofListing("zh").listing(state, is_narrow=False).rows
    assert rows[0].text == "老桥␛[2J重开,车流"


def test_an_edition_without_findings_has_no_rows() -> None:
    state = a_state(FAULTY.translate(str.maketrans(",;()", "，；（）")))
    listing = ProofListing("zh").listing(state, is_narrow=False)
    assert (listing.rows, listing.open_key) == ((), None)
