from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ssh.tap import Tap


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_taken_and_then_so_much_a_second() -> None:
    clock = Clock()
    tap = Tap(10, 100, clock)
    assert tap.takes(100)
    assert not tap.takes(1)
    clock.now = 1.0
    assert tap.takes(10)
    assert not tap.takes(1)


def test_without_a_rate_everything_is_taken() -> None:
    assert all(Tap(0, 1).takes(10**9) for _ in range(3))


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(0, 50)), max_size=30))
def test_never_more_comes_than_the_burst_and_the_rate_allow(steps: list[tuple[float, int]]) -> None:
    clock = Clock()
    tap = Tap(10, 100, clock)
    taken = 0
    for seconds, count in steps:
        clock.now += seconds
        taken += count if tap.takes(count) else 0
        assert taken <= 100 + 10 * clock.now + 1e-6
