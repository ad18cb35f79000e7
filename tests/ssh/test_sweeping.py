from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reader.ssh import sweeping
from reader.ssh.sweeping import Sweeper, forget_readers


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the collector as it was."""
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(sweeping, "time", clock)
    return clock


def test_everything_is_collected_once_somebody_has_left_and_nobody_types(clock: Clock) -> None:
    sweeper = Sweeper()
    clock.now = 100.0
    assert not sweeper.look()
    sweeper.left()
    sweeper.key()
    assert not sweeper.look()
    clock.now += sweeping.REST + 0.1
    assert sweeper.look()
    assert not sweeper.look()


def test_where_somebody_always_types_it_is_done_after_a_while_all_the_same(clock: Clock) -> None:
    sweeper = Sweeper()
    sweeper.left()
    while clock.now < sweeping.LATEST:
        sweeper.key()
        assert not sweeper.look()
        clock.now += 1.0
    clock.now += 1.0
    sweeper.key()
    assert sweeper.look()


def test_what_is_there_at_the_start_is_never_looked_at_again() -> None:
    Sweeper.begin()
    assert gc.get_freeze_count() > 1000
    assert gc.get_threshold() == sweeping.YOUNG


def test_the_caches_that_keep_readers_alive_are_there_and_are_emptied() -> None:
    """Should Textual drop one of these caches, this says so, and its line in `forget_readers` can go."""
    from textual._styles_cache import StylesCache
    from textual._xterm_parser import XTermParser
    from textual.filter import ANSIToTruecolor

    cached = (
        XTermParser._parse_extended_key,
        StylesCache.get_inner_outer,
        ANSIToTruecolor.truecolor_style,
    )
    assert all(hasattr(method, "cache_clear") for method in cached)
    forget_readers()
    assert all(method.cache_info().currsize == 0 for method in cached)


def test_so_many_who_left_are_collected_though_somebody_types(clock: Clock) -> None:
    sweeper = Sweeper()
    for _ in range(sweeping.MOST_LEFT - 1):
        sweeper.left()
    sweeper.key()
    assert not sweeper.look()
    sweeper.left()
    assert sweeper.look()
    assert not sweeper.look()


def test_where_somebody_types_without_end_it_is_collected_now_and_then(clock: Clock) -> None:
    sweeper = Sweeper()
    clock.now = sweeping.LATEST + 1
    assert not sweeper.look()
    sweeper.key()
    assert sweeper.look()
    sweeper.key()
    assert not sweeper.look()
