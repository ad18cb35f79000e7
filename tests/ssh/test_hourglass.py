"""What a visit's time is measured by: told before it is over, and over when it was told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ssh.hourglass import NOTICE, Hourglass
from reader.ssh.house_rules import HouseRules
from reader.ssh.refusal import Refusal

IDLE, TOO_LONG = Refusal.IDLE, Refusal.TOO_LONG


def a_glass(idle: float = 0.0, longest: float = 0.0) -> Hourglass:
    return Hourglass(HouseRules(idle=idle, longest=longest), 1000.0)


@pytest.mark.parametrize(
    ("rules", "limit"), [({"idle": 300.0}, IDLE), ({"longest": 300.0}, TOO_LONG)], ids=str
)
class TestEitherLimit:
    def test_is_told_a_minute_before(self, rules: dict[str, float], limit: Refusal) -> None:
        glass = a_glass(**rules)
        assert glass.wait(1000.0) == 300.0 - NOTICE
        assert glass.warning(1239.0) is None
        assert glass.warning(1240.0) is limit
        assert glass.left(limit, 1240.0) == NOTICE

    def test_is_told_once(self, rules: dict[str, float], limit: Refusal) -> None:
        glass = a_glass(**rules)
        assert glass.warning(1240.0) is limit
        assert glass.warning(1250.0) is None
        assert glass.wait(1250.0) == 50.0

    def test_ends_the_visit_when_it_is_reached(self, rules: dict[str, float], limit: Refusal) -> None:
        glass = a_glass(**rules)
        assert glass.over(1300.0) is None
        assert glass.over(1300.5) is limit
        assert glass.warning(1300.5) is None


def test_a_key_gives_the_whole_time_again_and_another_warning() -> None:
    glass = a_glass(idle=300.0)
    assert not glass.key(1100.0)
    assert glass.warning(1240.0) is None
    assert glass.warning(1340.0) is IDLE
    assert glass.key(1350.0)
    assert not glass.key(1351.0)
    assert glass.over(1500.0) is None
    assert glass.warning(1600.0) is IDLE


def test_a_key_does_not_make_a_visit_longer() -> None:
    glass = a_glass(longest=300.0)
    assert glass.warning(1240.0) is TOO_LONG
    assert not glass.key(1250.0)
    assert glass.warning(1260.0) is None
    assert glass.over(1301.0) is TOO_LONG


def test_who_has_little_time_is_told_at_half_of_it() -> None:
    glass = a_glass(idle=60.0)
    assert glass.warning(1029.0) is None
    assert glass.warning(1030.0) is IDLE
    assert glass.left(IDLE, 1030.0) == 30.0


def test_no_key_is_asked_for_that_would_not_help() -> None:
    glass = a_glass(idle=300.0, longest=300.0)
    assert glass.warning(1250.0) is TOO_LONG
    assert glass.warning(1251.0) is None


def test_without_limits_there_is_nothing_to_wait_for() -> None:
    glass = a_glass()
    assert (glass.wait(9e9), glass.warning(9e9), glass.over(9e9)) == (None, None, None)


seconds = st.floats(0.0, 10_000.0)


@given(st.sampled_from([0.0, 60.0, 300.0]), st.sampled_from([0.0, 90.0, 1000.0]), st.lists(seconds))
def test_nobody_is_sent_away_untold(idle: float, longest: float, pauses: list[float]) -> None:
    """Looked at whenever it asks to be, a limit is never reached that was not told."""
    glass, now, told = a_glass(idle, longest), 1000.0, set()
    for pause in [*pauses, 20_000.0]:
        until = now + pause
        while (wait := glass.wait(now)) is not None and now + max(wait, 0.001) <= until:
            now += max(wait, 0.001)
            if (over := glass.over(now)) is not None:
                assert over in told
                return
            if (near := glass.warning(now)) is not None:
                told.add(near)
                assert glass.left(near, now) <= NOTICE
        now = until
        if glass.key(now):
            told.discard(IDLE)
    assert not longest
    assert not idle
