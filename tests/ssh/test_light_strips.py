from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.strip import Strip

from reader.ssh import light_strips
from reader.ssh.light_strips import lighten_strips

STYLE = Style.parse("bold")
_words = st.text("河湾市 ab", min_size=1, max_size=6)
segments = st.lists(
    st.tuples(_words, st.sampled_from([None, STYLE])).map(lambda part: Segment(*part)), max_size=5
)


@pytest.fixture(autouse=True)
def strips() -> None:
    """Lighten the strips for one test; the house's fixture gives Textual's back."""
    assert lighten_strips()


def strips_alive() -> int:
    return sum(type(thing) is Strip for thing in gc.get_objects())


@given(segments, st.integers(0, 12), st.integers(0, 40))
def test_a_crop_is_what_extending_and_cutting_make(parts: list[Segment], start: int, end: int) -> None:
    strip = Strip(parts)
    for _ in range(2):  # the second is answered from the cache
        assert strip.crop_extend(start, end, STYLE) == strip.extend_cell_length(end, STYLE).crop(start, end)


@given(segments, st.lists(st.integers(1, 40), max_size=4, unique=True))
def test_a_strip_is_divided_as_its_segments_are(parts: list[Segment], cuts: list[int]) -> None:
    strip = Strip(parts)
    within = [cut for cut in sorted(cuts) if cut <= strip.cell_length]
    wanted = ["".join(part.text for part in parts) for parts in Segment.divide(parts, within)]
    for _ in range(2):
        assert [part.text for part in strip.divide(sorted(cuts))] == wanted


def test_cuts_are_taken_from_an_iterator_too() -> None:
    assert [part.text for part in Strip([Segment("abcd")]).divide(iter([1, 4]))] == ["a", "bcd"]


def test_a_strip_that_is_drawn_at_its_own_width_is_gone_when_nobody_holds_it() -> None:
    gc.collect()
    gc.disable()
    try:
        before = strips_alive()
        for number in range(100):
            strip = Strip([Segment(f"第{number}行")])
            strip.crop_extend(0, strip.cell_length, None)
            strip.divide([strip.cell_length])
            strip.render(_console())
        del strip
        assert strips_alive() == before
    finally:
        gc.enable()


def test_a_strip_makes_no_cache_it_is_not_asked_for() -> None:
    strip = Strip([Segment("渡口")])
    assert not any(isinstance(part, FIFOCache) for part in gc.get_referents(strip))
    assert strip.apply_style(STYLE) is strip.apply_style(STYLE)
    assert sum(isinstance(part, FIFOCache) for part in gc.get_referents(strip)) == 1


def test_a_style_is_printed_in_the_colours_of_each_terminal_it_comes_to() -> None:
    red = Style.parse("#d9701f on #23201c")
    rich, poor = (Console(color_system=colours, force_terminal=True) for colours in ("truecolor", "standard"))
    for console, codes in (
        (rich, "38;2;217;112;31;48;2;35;32;28"),
        (poor, "33;40"),
        (rich, "38;2;217;112;31"),
    ):
        assert f"\x1b[{codes}" in Strip([Segment("渡口", red)]).render(console)
        assert f"\x1b[{codes}" in Strip.blank(4, red).render(console)


def test_a_link_is_printed_as_textual_prints_it() -> None:
    strip = Strip([Segment("渡口", Style.parse("bold link https://ferry.example"))])
    light = strip.render(_console())
    light_strips.give_strips_back()
    assert Strip(list(strip)).render(_console()) == light


def test_a_blank_is_what_textual_makes_of_it() -> None:
    blank = Strip.blank(3, "bold")
    assert (blank.text, blank.cell_length, [part.style for part in blank]) == ("   ", 3, [STYLE])
    assert Strip.blank(2) == Strip([Segment("  ")])


def test_what_a_strip_has_not_is_still_an_error() -> None:
    with pytest.raises(AttributeError, match="headline"):
        Strip([]).headline  # type: ignore[attr-defined]  # noqa: B018


def test_strips_are_made_light_once() -> None:
    method = Strip.crop_extend
    assert lighten_strips()
    assert Strip.crop_extend is method


def test_strips_of_other_parts_are_left_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(light_strips, "_VALUES", ("_segments",))
    assert not lighten_strips()


def _console() -> Console:

    return Console()
