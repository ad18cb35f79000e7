"""Colours a terminal can show: told from its environment, and readable with fewer than the palette wants."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from reader.edition.notice import Level
from reader.tui.inks import Inks
from reader.tui.palettes import (
    FEWEST,
    PALETTES,
    TERMINAL,
    TRUE_COLOUR,
    Palette,
    colours_in,
    in_colours,
    next_palette,
)
from reader.typesetting.role import Role

COLOURED = [palette for palette in PALETTES if palette.family != TERMINAL]


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, TRUE_COLOUR),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, TRUE_COLOUR),
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "tmux-256color", "COLORTERM": ""}, 256),
        ({"TERM": "xterm-kitty"}, 256),
        ({"TERM": "rxvt-16color"}, 16),
        ({"TERM": "xterm"}, 8),
        ({"TERM": "linux"}, 8),
        ({"TERM": "vt220"}, 8),
        ({}, 8),
        ({"TERM": "linux", "TEXTUAL_COLOR_SYSTEM": "256"}, 256),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "standard"}, 16),
    ],
)
def test_the_environment_tells_how_many_colours_there_are(environ: dict[str, str], colours: int) -> None:
    assert colours_in(environ) == colours


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_with_few_colours_only_the_terminals_own_are_used(palette: Palette) -> None:
    for colours in (8, 16, FEWEST - 1):
        shown = in_colours(palette, colours)
        assert shown.family == TERMINAL
        assert shown.dark is palette.dark
    assert in_colours(palette, TRUE_COLOUR) is palette


def luminance(color: Color | None) -> float:
    assert color is not None
    shown = color.downgrade(ColorSystem.EIGHT_BIT)
    parts = [part / 255 for part in shown.get_truecolor()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    """WCAG 2.2, 1.4.3, of the nearest of 256 colours."""
    high, low = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", COLOURED, ids=lambda palette: palette.name)
class TestInTwoHundredAndFiftySixColours:
    def test_everything_is_readable(self, palette: Palette) -> None:
        inks = Inks(in_colours(palette, 256))
        styles = [inks.role(role) for role in Role]
        styles += [inks.mast, inks.rail, inks.rail_faint, inks.rail_head, inks.rail_key, inks.open_row]
        styles += [inks.cursor_row, inks.selected, inks.found, inks.found_here]
        assert [style for style in styles if contrast(style) < 4.5] == []
        assert [level for level in Level if contrast(inks.level(level)) < 3] == []

    def test_the_contents_stand_on_a_ground_of_their_own(self, palette: Palette) -> None:
        inks = Inks(in_colours(palette, 256))
        assert luminance(inks.rail.bgcolor) != luminance(inks.text.bgcolor)
        assert luminance(inks.cursor_row.bgcolor) != luminance(inks.rail.bgcolor)

    def test_its_grounds_stay_as_grey_as_they_were_meant(self, palette: Palette) -> None:
        shown = in_colours(palette, 256)
        for ground in (shown.paper, shown.rail):
            red, green, blue = Color.parse(ground).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
            assert max(red, green, blue) - min(red, green, blue) <= 15

    def test_it_keeps_its_name_and_its_place_among_the_others(self, palette: Palette) -> None:
        shown = in_colours(palette, 256)
        assert shown.name == palette.name
        assert next_palette(shown) == next_palette(palette)
