"""The colours the paper can be printed in; the only place that knows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from textual.theme import Theme

from reader.edition.wording import Wording

TERMINAL = "terminal"
"""The family that takes the terminal's own colours; the only one where colour is unwanted (NO_COLOR)."""


class Palette(NamedTuple):
    """The colours of one theme, as Textual and Rich name them."""

    family: str
    wording: Wording
    dark: bool
    paper: str
    ink: str
    faint: str
    """Bylines, captions, the foot: less than text, still readable (contrast 4.5 : 1 or more)."""
    accent: str
    """Subheads, kickers, links."""
    mast: str
    """Ground of the masthead; its ink is `mast_ink`."""
    mast_ink: str
    rail: str
    """Ground of the contents."""
    cursor: str
    """Ground of the current row of a list."""
    found: str
    """Ground of a match, with `found_ink` on it; `found_here` is the match n and N stand on."""
    found_here: str
    found_ink: str
    levels: tuple[str, str, str, str]
    """Blue, yellow, orange, red."""
    level_ink: tuple[str, str, str, str]
    """What stands on them."""

    @property
    def name(self) -> str:
        """The name Textual and the settings know it by."""
        return f"{self.family}-{'dark' if self.dark else 'light'}"

    def theme(self) -> Theme:
        """Return the Textual theme of these colours, for what Textual itself paints."""
        return Theme(
            name=self.name,
            primary=self.accent,
            secondary=self.faint,
            accent=self.accent,
            warning=self.levels[1],
            error=self.levels[3],
            success=self.accent,
            foreground=self.ink,
            background=self.paper,
            surface=self.rail,
            panel=self.rail,
            boost=self.rail,
            dark=self.dark,
            ansi=self.family == TERMINAL,
            variables={
                "input-cursor-background": self.ink,
                "input-cursor-foreground": self.paper,
                "input-selection-background": self.cursor,
                "footer-background": self.rail,
                # Textual's own style sheets ask these of a theme of the terminal's colours.
                "ansi-background": self.paper,
                "ansi-foreground": self.ink,
            },
        )


_NEWSPRINT = Wording("新闻纸", "Newsprint")
_CONTRAST = Wording("黑白分明", "High contrast")
_TERMINAL = Wording("终端本色", "The terminal's own")

PALETTES: tuple[Palette, ...] = (
    Palette(
        family="newsprint",
        wording=_NEWSPRINT,
        dark=False,
        paper="#f6f1e7",
        ink="#23201c",
        faint="#6b6357",
        accent="#8c2a1e",
        mast="#23201c",
        mast_ink="#f6f1e7",
        rail="#ece5d6",
        cursor="#d6cab2",
        found="#f3d36b",
        found_here="#d9701f",
        found_ink="#23201c",
        levels=("#2f6db3", "#f0c419", "#ec7f22", "#c3271b"),
        level_ink=("#ffffff", "#23201c", "#23201c", "#ffffff"),
    ),
    Palette(
        family="newsprint",
        wording=_NEWSPRINT,
        dark=True,
        paper="#1d1b19",
        ink="#ddd5c6",
        faint="#9c9283",
        accent="#dd9a7c",
        mast="#ddd5c6",
        mast_ink="#1d1b19",
        rail="#262320",
        cursor="#423c34",
        found="#6b571a",
        found_here="#a85a12",
        found_ink="#fdf6e6",
        levels=("#4f8fd6", "#e5bd2e", "#e2883c", "#d4493c"),
        level_ink=("#12100e", "#1d1b19", "#1d1b19", "#12100e"),
    ),
    Palette(
        family="contrast",
        wording=_CONTRAST,
        dark=False,
        paper="#ffffff",
        ink="#000000",
        faint="#404040",
        accent="#7a0000",
        mast="#000000",
        mast_ink="#ffffff",
        rail="#f0f0f0",
        cursor="#c8d8ff",
        found="#ffe04d",
        found_here="#ff9a1f",
        found_ink="#000000",
        levels=("#0047b3", "#ffd500", "#ff8000", "#b80000"),
        level_ink=("#ffffff", "#000000", "#000000", "#ffffff"),
    ),
    Palette(
        family="contrast",
        wording=_CONTRAST,
        dark=True,
        paper="#000000",
        ink="#ffffff",
        faint="#c0c0c0",
        accent="#ffd75f",
        mast="#ffffff",
        mast_ink="#000000",
        rail="#101010",
        cursor="#3a4a6a",
        found="#806600",
        found_here="#b85c00",
        found_ink="#ffffff",
        levels=("#66b0ff", "#ffe14d", "#ffa64d", "#ff6b5e"),
        level_ink=("#000000", "#000000", "#000000", "#000000"),
    ),
    *(
        Palette(
            family=TERMINAL,
            wording=_TERMINAL,
            dark=dark,
            paper="ansi_default",
            ink="ansi_default",
            faint="ansi_default",
            accent="ansi_default",
            mast="ansi_default",
            mast_ink="ansi_default",
            rail="ansi_default",
            cursor="ansi_default",
            found="ansi_default",
            found_here="ansi_default",
            found_ink="ansi_default",
            levels=("ansi_blue", "ansi_yellow", "ansi_yellow", "ansi_red"),
            level_ink=("ansi_white", "ansi_black", "ansi_black", "ansi_white"),
        )
        for dark in (False, True)
    ),
)
"""Every theme, light beside dark, in the order ``t`` goes through the families."""


TRUE_COLOUR = 1 << 24
"""Colours of a terminal that shows every one asked for."""
FEWEST = 256
"""With fewer colours a terminal has none of its own choosing: what `#f6f1e7` becomes there no one can say,
and light grounds may not be shown at all, so that dark ink would stand on black."""

_IN_256: dict[str, dict[str, Any]] = {
    "newsprint-light": {
        "paper": "#f2f2f2",
        "ink": "#262626",
        "faint": "#5f5f5f",
        "accent": "#870000",
        "mast": "#262626",
        "mast_ink": "#f2f2f2",
        "rail": "#e8e8e8",
        "cursor": "#d0d0d0",
        "found": "#ffd75f",
        "found_here": "#ff8700",
        "found_ink": "#262626",
    },
    "newsprint-dark": {"paper": "#1c1c1c", "rail": "#262626", "cursor": "#444444", "faint": "#a8a8a8"},
}
"""Colours the nearest of the 256 spoils: cream would turn yellow, and the ground of the contents pink."""


def colours_in(environ: Mapping[str, str]) -> int:
    """Return how many colours the terminal shows, as its environment tells: 8, 16, 256 or `TRUE_COLOUR`.

    A terminal that does not tell is taken for the poorest. Textual goes by the same variables, but prints
    any colour as the nearest it takes the terminal to have.
    """
    asked = environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if asked in _SYSTEMS:
        return _SYSTEMS[asked]
    if environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return TRUE_COLOUR
    term = environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return {"256color": 256, "kitty": 256, "16color": 16}.get(term, 8)


_SYSTEMS = {"truecolor": TRUE_COLOUR, "256": 256, "standard": 16}


def in_colours(palette: Palette, colours: int) -> Palette:
    """Return a palette as a terminal of so many colours can show it: below `FEWEST` the terminal's own."""
    if colours < FEWEST:
        return palette_named(TERMINAL, dark=palette.dark)
    return palette._replace(**_IN_256.get(palette.name, {})) if colours < TRUE_COLOUR else palette


def palette_named(name: str | None, *, dark: bool = False) -> Palette:
    """Return the palette of this name or family; an unknown one gives the first of the wanted darkness."""
    for palette in PALETTES:
        if palette.name == name or (palette.family == name and palette.dark is dark):
            return palette
    return next(palette for palette in PALETTES if palette.dark is dark)


def next_palette(palette: Palette) -> Palette:
    """Return the palette of the next family, as dark as this one."""
    alike = [other for other in PALETTES if other.dark is palette.dark]
    at = [other.family for other in alike].index(palette.family)
    return alike[(at + 1) % len(alike)]


def other_light(palette: Palette) -> Palette:
    """Return the dark twin of a light palette and the light one of a dark."""
    return next(p for p in PALETTES if p.family == palette.family and p.dark is not palette.dark)
