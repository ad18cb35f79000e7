"""What is said of back issues that are not searched: who may run a command is told which, a guest is not."""

from __future__ import annotations

import pytest

from reader.archive.stocktaking import Stock
from reader.edition.wording import Wording
from reader.tui.index_shortage import Shortage, shortage_by, shortage_of
from reader.tui.searching import sayings

FULL = Wording("磁盘已满", "the disk is full")
NONE, SOME = Stock(files=2, pending=("a", "b")), Stock(files=5, pending=("a", "b"))


def test_nothing_is_said_where_everything_is_searched() -> None:
    assert shortage_of(Stock(files=5), FULL, is_guest=False) is None


def test_who_has_no_index_is_told_how_to_make_it() -> None:
    assert shortage_of(NONE, None, is_guest=False) == Shortage(sayings.NO_INDEX, is_total=True)


def test_what_stood_in_the_way_is_said_with_how_much_it_kept_out() -> None:
    found = shortage_of(SOME, FULL, is_guest=False)
    assert found is not None
    assert not found.is_total
    assert found.why.en == "files not searched: 2 (the disk is full)"
    total = shortage_of(NONE, FULL, is_guest=False)
    assert total is not None
    assert total.why.en == "back issues cannot be searched: the disk is full"


@pytest.mark.parametrize("stock", [NONE, SOME], ids=["none", "some"])
@pytest.mark.parametrize("why", [None, FULL], ids=str)
def test_a_guest_is_told_neither_of_a_command_nor_of_a_disk(stock: Stock, why: Wording | None) -> None:
    found = shortage_of(stock, why, is_guest=True)
    assert found is not None
    assert found.is_total is (stock is NONE)
    for words in found.why:
        assert "paper-reader" not in words
        assert "disk" not in words
        assert "磁盘" not in words


def test_an_index_that_cannot_be_read_is_explained_to_its_owner_only() -> None:
    assert shortage_by(FULL, is_guest=False).why.zh == "往期搜不了：磁盘已满"
    assert shortage_by(FULL, is_guest=True) == Shortage(sayings.NOT_HERE, is_total=True)
