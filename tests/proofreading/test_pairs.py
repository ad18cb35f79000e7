"""Quotation marks and brackets, and which of them belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.pairs import CLOSING, OPENING, pairs_of, straight_pairs_of


def _words(text: str) -> list[str]:
    return [text[start : end + 1] for start, end in pairs_of(text).pairs]


def test_pairs_come_in_the_order_in_which_they_close() -> None:
    assert _words("“甲‘乙’（丙）”《丁》") == ["‘乙’", "（丙）", "“甲‘乙’（丙）”", "《丁》"]


def test_brackets_of_either_width_close_each_other() -> None:
    assert _words("（甲)和(乙）") == ["（甲)", "(乙）"]


@pytest.mark.parametrize(
    ("text", "opened", "closed"),
    [
        ("“甲", [0], []),
        ("甲”", [], [1]),
        ("“甲（乙”", [2], []),
        ("“甲）乙”", [], [2]),
        ("“甲“乙”", [0], []),
        ("《甲》》", [], [3]),
        ("“甲（乙”丙）", [2], [6]),
    ],
)
def test_marks_without_a_partner_are_told_by_side(text: str, opened: list[int], closed: list[int]) -> None:
    found = pairs_of(text)
    assert (found.opened, found.closed) == (opened, closed)


@pytest.mark.parametrize(
    "text",
    [
        "It doesn’t print.",
        "the workers’ strike",
        "’98排球联赛",
        "the ‘90s and rock ‘n’ roll",
        "‘tis so",
        "1)修路 二)架桥；（3)种树",
        "a) to print, b) to read",
        "Good :) and bad ;)",
        "‘It’s the workers’ day,’ he said.",
        "]",
        "按 [ 或“]”换版，“（”是括号",
    ],
)
def test_apostrophes_ordinals_and_smiles_are_no_marks_of_a_pair(text: str) -> None:
    found = pairs_of(text)
    assert (found.opened, found.closed) == ([], [])


def test_an_apostrophe_inside_a_quotation_does_not_close_it() -> None:
    assert _words("‘don’t go’") == ["‘don’t go’"]


def test_what_is_open_at_a_place_is_told_from_the_outside_in() -> None:
    text = "“甲《乙‘丙’》”丁（"
    found = pairs_of(text)
    assert [text[at] for at in found.around(text.index("丙"))] == ["“", "《", "‘"]
    assert [text[at] for at in found.around(text.index("丁"))] == []


@pytest.mark.parametrize(
    ("text", "opened", "closed"),
    [
        ('"So," he said, "it is."', [], []),
        ('The 15" screen and a 17" one.', [], []),
        ('He ("the "quiet" one") left.', [4], [20]),
        ('"So, he said, "it is."', [0], []),
        ('So," he said.', [], [3]),
        ('He said: "it is.', [9], []),
        ('"—" is a dash, "1984" a book.', [], []),
    ],
)
def test_straight_marks_are_matched_by_the_side_of_their_words(
    text: str, opened: list[int], closed: list[int]
) -> None:
    found = straight_pairs_of(text)
    assert (found.opened, found.closed) == (opened, closed)


@given(st.text(OPENING + CLOSING + "甲a1 ", max_size=40))
def test_every_mark_is_in_one_pair_or_alone_and_pairs_do_not_cross(text: str) -> None:
    found = pairs_of(text)
    places = [at for pair in found.pairs for at in pair] + found.opened + found.closed
    assert len(set(places)) == len(places)
    for start, end in found.pairs:
        assert start < end
        assert not any(start < other < end < last for other, last in found.pairs)
