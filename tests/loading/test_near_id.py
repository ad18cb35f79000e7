from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.near_id import is_slip, slip_for


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("wnd-1", "wind-1"),
        ("winnd-1", "wind-1"),
        ("wimd-1", "wind-1"),
        ("wnid-1", "wind-1"),
        ("Wind-1", "wind-1"),
        ("wind_1", "wind-1"),
        ("wind1", "wind-1"),
    ],
)
def test_one_letter_wrong_is_a_slip(written: str, meant: str) -> None:
    assert is_slip(written, meant)
    assert is_slip(meant, written)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("wind-1", "wind-1"),
        ("wind-1", "wind-2"),
        ("wind-1", "wind-11"),
        ("wind-12", "wind-21"),
        ("wind-a", "wind-b"),
        ("cold-1", "cold-1a"),
        ("cold-1", "cold-1-lifted"),
        ("rain-east", "rain-west"),
        ("大风", "大雨"),
        ("大风-1", "大雨-1"),
        ("2025-03-04-wind", "2025-03-05-wind"),
        ("fog", "cold"),
    ],
)
def test_another_in_the_same_series_is_none(written: str, other: str) -> None:
    assert not is_slip(written, other)
    assert not is_slip(other, written)


def test_the_id_meant_is_named() -> None:
    assert slip_for("wnd-1", ["cold-1", "wind-1"]) == "wind-1"
    assert slip_for("wind-0", ["cold-1", "wind-1"]) is None
    assert slip_for("wind-0", []) is None


@given(st.text("ab-1风", max_size=8), st.text("ab-1风", max_size=8))
def test_a_slip_is_one_whichever_is_right(one: str, other: str) -> None:
    assert is_slip(one, other) == is_slip(other, one)
    assert not is_slip(one, one)
