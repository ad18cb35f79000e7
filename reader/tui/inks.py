"""Which ink a role is printed in, from the colours of a palette."""

from __future__ import annotations

from functools import cached_property

from rich.style import Style

from reader.edition.notice import Level
from reader.tui.palettes import TERMINAL, Palette
from reader.typesetting.role import Role


class Inks:
    """Rich styles for roles and parts of the screen, from one palette."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self._plain = palette.family == TERMINAL
        self._roles = self._role_styles()

    def role(self, role: Role) -> Style:
        """Return the style a role is printed in, ground included."""
        return self._roles.get(role, self.text)

    @cached_property
    def text(self) -> Style:
        """Running text on paper."""
        return self._style(self.palette.ink, self.palette.paper)

    @property
    def paper(self) -> tuple[int, int, int]:
        """The paper's red, green and blue; of the terminal's own, white or black as it is taken to be."""
        triplet = self.text.bgcolor.triplet if self.text.bgcolor is not None else None
        if triplet is not None:
            return triplet.red, triplet.green, triplet.blue
        return (0, 0, 0) if self.palette.dark else (255, 255, 255)

    @cached_property
    def faint(self) -> Style:
        """Less than text, on paper."""
        return self._style(self.palette.faint, self.palette.paper, dim=self._plain)

    @cached_property
    def mast(self) -> Style:
        """The masthead's line."""
        return self._style(self.palette.mast_ink, self.palette.mast, reverse=self._plain)

    @cached_property
    def mast_title(self) -> Style:
        """The paper's name."""
        return self.mast + Style(bold=True)

    @cached_property
    def issued(self) -> Style:
        """A day with an edition, in the calendar."""
        return self.text + Style(bold=True)

    @cached_property
    def rail(self) -> Style:
        """The contents and the foot."""
        return self._style(self.palette.ink, self.palette.rail)

    @cached_property
    def rail_faint(self) -> Style:
        """What has been read, counts, hints."""
        return self._style(self.palette.faint, self.palette.rail, dim=self._plain)

    @cached_property
    def rail_head(self) -> Style:
        """A section's name in the contents."""
        return self._style(self.palette.accent, self.palette.rail, bold=True)

    @cached_property
    def rail_key(self) -> Style:
        """A key's name in the foot."""
        return self._style(self.palette.accent, self.palette.rail, bold=True)

    @cached_property
    def open_row(self) -> Style:
        """The row of what is open, while the list is not in focus."""
        return self._style(self.palette.ink, self.palette.rail, bold=True)

    @cached_property
    def cursor_row(self) -> Style:
        """The row the list's cursor is on."""
        return self._style(self.palette.ink, self.palette.cursor, bold=True, reverse=self._plain)

    @cached_property
    def found(self) -> Style:
        """A match."""
        return self._style(self.palette.found_ink, self.palette.found, underline=True, reverse=self._plain)

    @cached_property
    def found_here(self) -> Style:
        """The match the reader stands on."""
        return self._style(
            self.palette.found_ink, self.palette.found_here, bold=True, underline=True, reverse=self._plain
        )

    @cached_property
    def selected(self) -> Style:
        """Text the mouse has selected."""
        return self._style(self.palette.paper, self.palette.ink, reverse=self._plain)

    @cached_property
    def trouble(self) -> Style:
        """A message that something went wrong."""
        return self._alert(3)

    def level(self, level: Level | None) -> Style:
        """Return the style of a warning's level word; the word itself always stands on it."""
        if level is None:
            return self.mast_title
        return self._alert(level.gravity - 1)

    def _alert(self, at: int) -> Style:
        """Ink on the ground of a level; in the terminal's colours turned about, for where there are none."""
        ink, ground = self.palette.level_ink[at], self.palette.levels[at]
        if self._plain:
            ink, ground = ground, ink
        return self._style(ink, ground, bold=True, reverse=self._plain)

    def _style(
        self,
        ink: str,
        ground: str,
        *,
        bold: bool | None = None,
        dim: bool | None = None,
        underline: bool | None = None,
        reverse: bool | None = None,
    ) -> Style:
        return Style(
            color=_rich(ink),
            bgcolor=_rich(ground),
            bold=bold or None,
            dim=dim or None,
            underline=underline or None,
            reverse=reverse or None,
        )

    def _role_styles(self) -> dict[Role, Style]:
        text, faint = self.text, self.faint
        accent = self._style(self.palette.accent, self.palette.paper)
        bold = Style(bold=True)
        return {
            Role.COLUMN: accent + Style(bold=True, reverse=True),
            Role.KICKER: accent,
            Role.HEADLINE: text + Style(bold=True, underline=False),
            Role.DECK: text + Style(italic=False),
            Role.BYLINE: faint,
            Role.DATELINE: text + bold,
            Role.SOURCE: faint,
            Role.SUMMARY: text + Style(italic=True),
            Role.SUBHEAD: accent + bold,
            Role.QUOTE: text + Style(italic=True),
            Role.SPEAKER: faint,
            Role.TABLE_HEAD: text + bold,  # a rule stands under it
            Role.CAPTION: text + Style(italic=True),
            Role.CREDIT: faint,
            Role.PHOTO: faint,
            Role.RULE: faint,
            Role.HEAD_RULE: text,
            Role.NAMEPLATE: text + bold,
            Role.FOLIO: faint,
            Role.BOX_TITLE: accent + bold,
            Role.SIGNOFF: faint,
            Role.JUMP: accent + Style(underline=True),
            Role.CUT: accent + Style(italic=True),
            Role.CORRECTION: accent + bold,
            Role.NOTICE_LEVEL: accent + bold,
            Role.NOTICE_FACT: text,
            Role.LABEL: faint,
            Role.KEY: accent + bold,
        }


def _rich(color: str) -> str:
    """Return a colour as Rich names it; Textual writes the terminal's own with ``ansi_``."""
    return color.removeprefix("ansi_")
