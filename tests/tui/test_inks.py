"""Every role has its ink in every palette, readable on its ground, and nothing is told by colour alone."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.style import Style

from reader.edition.notice import Level
from reader.tui.inks import Inks
from reader.tui.palettes import PALETTES, TERMINAL, Palette, next_palette, other_light, palette_named
from reader.typesetting.role import Role

COLOURED = [palette for palette in PALETTES if palette.family != TERMINAL]
TEXTUAL, INK = 4.5, 3.0
"""Contrasts of WCAG 2.2, 1.4.3: running text, and large or bold text."""


def contrast(style: Style) -> float:
    """Return the contrast of ink and ground, from 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(color: Color | None) -> float:
        assert color is not None
        parts = [part / 255 for part in color.get_truecolor()]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", COLOURED, ids=lambda palette: palette.name)
class TestEveryColouredPalette:
    @pytest.mark.parametrize("role", Role)
    def test_prints_every_role_readably(self, palette: Palette, role: Role) -> None:
        assert contrast(Inks(palette).role(role)) >= TEXTUAL

    def test_prints_the_rows_around_the_article_readably(self, palette: Palette) -> None:
        inks = Inks(palette)
        for style in (inks.mast, inks.mast_title, inks.rail, inks.rail_faint, inks.rail_head, inks.rail_key):
            assert contrast(style) >= TEXTUAL
        for style in (inks.open_row, inks.cursor_row, inks.selected):
            assert contrast(style) >= TEXTUAL

    def test_prints_warnings_matches_and_trouble_readably(self, palette: Palette) -> None:
        inks = Inks(palette)
        for style in (*(inks.level(level) for level in Level), inks.found, inks.found_here, inks.trouble):
            assert contrast(style) >= INK

    def test_goes_round_its_families_and_has_a_twin(self, palette: Palette) -> None:
        seen = [palette]
        while (following := next_palette(seen[-1])) != palette:
            assert following.dark is palette.dark
            seen.append(following)
        assert len({one.family for one in seen}) == len(seen) == 3
        assert other_light(other_light(palette)) == palette
        assert other_light(palette).dark is not palette.dark


@pytest.mark.parametrize("dark", [False, True])
def test_the_terminals_own_colours_tell_by_weight_what_others_tell_by_colour(dark: bool) -> None:
    inks = Inks(palette_named(TERMINAL, dark=dark))
    plain = (inks.text.bold, inks.text.reverse, inks.text.dim, inks.text.underline, inks.text.italic)
    for style in (inks.found, inks.found_here, inks.selected, inks.cursor_row, inks.mast, inks.rail_faint):
        assert (style.bold, style.reverse, style.dim, style.underline, style.italic) != plain
    for role in (Role.HEADLINE, Role.SUBHEAD, Role.JUMP, Role.CUT):
        style = inks.role(role)
        assert (style.bold, style.reverse, style.dim, style.underline, style.italic) != plain


@pytest.mark.parametrize("level", Level)
def test_the_terminals_own_alerts_name_both_their_colours_and_are_told_without_any(level: Level) -> None:
    style = Inks(palette_named(TERMINAL)).level(level)
    assert style.color is not None
    assert style.bgcolor is not None
    # Whatever the terminal's own ink is, it stands on none of these grounds.
    assert "default" not in {style.color.name, style.bgcolor.name}
    assert style.color.name != style.bgcolor.name
    assert style.reverse
    assert style.bold


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_the_match_one_stands_on_differs_from_the_others_by_more_than_colour(palette: Palette) -> None:
    inks = Inks(palette)
    assert (inks.found.bold, inks.found.underline) != (inks.found_here.bold, None)
    assert inks.found.underline
    assert inks.found_here.bold


def test_a_palette_is_found_by_its_name_or_by_its_family_and_darkness() -> None:
    assert palette_named("contrast-dark").name == "contrast-dark"
    assert palette_named("contrast", dark=True).name == "contrast-dark"
    assert palette_named("no such theme", dark=True).dark
    assert palette_named(None).name == PALETTES[0].name


def test_a_warning_without_a_level_has_an_ink_too() -> None:
    inks = Inks(PALETTES[0])
    assert inks.level(None) == inks.mast_title


def test_every_palette_is_a_theme_of_textual_under_its_own_name() -> None:
    assert [palette.theme().name for palette in PALETTES] == [palette.name for palette in PALETTES]
    assert all(palette.theme().dark is palette.dark for palette in PALETTES)
    assert len({palette.name for palette in PALETTES}) == len(PALETTES)


def test_only_the_terminals_family_takes_the_terminals_colours() -> None:
    assert [palette.family for palette in PALETTES if palette.theme().ansi] == [TERMINAL, TERMINAL]
