"""Work is done by several processes, its results come in order, and none is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from reader.archive.many_hands import WORTH_IT, done_by_many

THINGS = list(range(WORTH_IT * 2 + 3))


@pytest.fixture(autouse=True)
def nobody_is_left_behind() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("hands", [1, 2, 3, 7])
def test_results_come_in_order_however_many_work(hands: int) -> None:
    assert list(done_by_many(lambda number: number * number, THINGS, hands)) == [n * n for n in THINGS]


@pytest.mark.parametrize("count", [0, 1, WORTH_IT - 1])
def test_a_few_things_are_done_here(count: int) -> None:
    assert set(done_by_many(lambda _: os.getpid(), THINGS[:count], 4)) <= {os.getpid()}


def test_many_are_done_by_other_processes() -> None:
    done = set(done_by_many(lambda _: os.getpid(), THINGS, 2))
    assert len(done) == 2
    assert os.getpid() not in done


def test_what_the_work_raises_is_raised_here() -> None:
    def work(number: int) -> int:
        if number == 77:
            raise ValueError("seventy-seven")
        return number

    with pytest.raises(ValueError, match="seventy-seven"):
        list(done_by_many(work, THINGS, 3))


def test_the_share_of_a_process_that_is_killed_is_done_here() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 40 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(done_by_many(work, THINGS, 2)) == THINGS


def test_whoever_has_enough_closes_and_the_processes_end() -> None:
    with closing(done_by_many(lambda number: number, THINGS, 3)) as done:
        assert next(done) == 0
        assert len(multiprocessing.active_children()) == 3


def test_no_more_is_done_ahead_than_is_soon_wanted() -> None:
    def slow(number: int) -> int:
        time.sleep(0.001)
        return number

    begun = time.monotonic()
    with closing(done_by_many(slow, THINGS * 100, 2)) as done:
        next(done)
    assert time.monotonic() - begun < 30
