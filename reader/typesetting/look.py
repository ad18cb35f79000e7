"""What the layout puts around a piece: its indents and decorations, the blank line above it."""

from __future__ import annotations

from typing import NamedTuple

from reader.typesetting.display import is_large
from reader.typesetting.line import NARROWEST, Setting
from reader.typesetting.piece import Piece
from reader.typesetting.role import Role
from reader.typesetting.weight import Weight
from reader.typesetting.width import text_width

_HEAD = frozenset({Role.COLUMN, Role.KICKER, Role.HEADLINE, Role.DECK, Role.NOTICE_LEVEL})
_TITLE = frozenset({Role.HEADLINE, Role.DECK})
_META = frozenset({Role.BYLINE, Role.DATELINE, Role.SOURCE})
_FLUSH_RIGHT = frozenset({Role.SIGNOFF})
_AT_SENSE = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE})
_JUSTIFIED = frozenset({Role.TEXT, Role.QUOTE, Role.LIST, Role.SUMMARY})
_NAMED = frozenset({Role.NOTICE_FACT, Role.SOURCE, Role.CORRECTION})
_TOGETHER = frozenset(
    {
        *((Role.PHOTO, Role.CAPTION), (Role.PHOTO, Role.CREDIT), (Role.CAPTION, Role.CREDIT)),
        *((Role.TEXT, Role.TEXT), (Role.LIST, Role.LIST), (Role.QUOTE, Role.SPEAKER)),
        *((Role.SUBHEAD, Role.TEXT), (Role.SUBHEAD, Role.LIST), (Role.TEXT, Role.SIGNOFF)),
        *((Role.NOTICE_FACT, Role.NOTICE_FACT), (Role.CORRECTION, Role.CORRECTION)),
    }
)


class Look(NamedTuple):
    """What stands before the lines of a piece, and how they stand in the measure."""

    first: str = ""
    """Before the first line."""
    rest: str = ""
    """Before the others."""
    lead_role: Role = Role.TEXT
    """The role of what stands before the first line."""
    first_width: int = 0
    rest_width: int = 0
    is_flush_right: bool = False
    is_at_sense: bool = False
    is_justified: bool = False
    is_spaced: bool = False
    """Are its letters spaced out where that fits on one line?"""


def measure_of(setting: Setting) -> int:
    """Return the cells of a line that is really set: never under `NARROWEST`."""
    return max(setting.measure, NARROWEST)


def is_above_body(role: Role) -> bool:
    """Does a piece of this role belong to the head: headline and what stands with it, byline and source?"""
    return role in _HEAD or role in _META


def blanks_above(piece: Piece, before: Role | None, setting: Setting) -> int:
    """Return the blank lines (0 or 1) above a piece that follows one of the role `before`."""
    if piece.asks and before is Role.TEXT and not setting.plain:
        return 1
    is_airy = piece.weight >= Weight.MAJOR and is_large(piece.weight, setting)
    return blanks_before(before, piece.role, is_airy)


def blanks_before(before: Role | None, role: Role, is_airy: bool = False) -> int:
    """Return the blank lines (0 or 1) between a piece of one role and the next one of another.

    Kicker, headline and deck stand together, and so do paragraphs: their indent parts them. In an airy head
    the headline, with its deck, has a blank line above it and below.
    """
    if before is None or (before, role) in _TOGETHER:
        return 0
    if is_airy and before in _HEAD:
        return int(role is Role.HEADLINE or (role in _META and before in _TITLE))
    if role in _HEAD or role in _META:
        return 0 if before in _HEAD or before in _META else 1
    return 1


def look_of(piece: Piece, before: Role | None, setting: Setting) -> Look:
    """Return the look of a piece that follows one of the role `before`.

    A Chinese paragraph is indented by two ideographic spaces, by one under 24 cells of measure (CLREQ); a
    Latin one by two cells, but not the first under a headline, a subhead or anything else but a paragraph.
    """
    role = piece.role
    if role is Role.TEXT and piece.hang and not setting.plain and setting.measure >= 24:
        return _spoken(piece, setting)
    every = _every_line(role, setting)
    first = every + _indent(role, before, setting) + piece.lead
    wide = text_width(first, setting.ambiguous)
    if piece.hang or role in _NAMED:
        rest = every + " " * min(wide - text_width(every, setting.ambiguous), measure_of(setting) // 3)
    else:
        rest = every + ("  " if role is Role.VERSE else "")
    return Look(
        first,
        rest,
        Role.KEY if role in _NAMED else Role.QUOTE if role is Role.SPEAKER else role,  # one bar, one ink
        wide,
        text_width(rest, setting.ambiguous),
        is_flush_right=role in _FLUSH_RIGHT,
        is_at_sense=role in _AT_SENSE,
        is_justified=setting.justified and role in _JUSTIFIED,
        is_spaced=role is Role.HEADLINE and is_large(piece.weight, setting),
    )


def _spoken(piece: Piece, setting: Setting) -> Look:
    """The look of a paragraph in which somebody speaks: the name stands out at the left of all lines."""
    rest = " " * min(piece.hang, measure_of(setting) // 3)
    first = "" if piece.named else rest + _indent(Role.TEXT, Role.TEXT, setting)
    return Look(
        first,
        rest,
        first_width=text_width(first, setting.ambiguous),
        rest_width=len(rest),
        is_justified=setting.justified,
    )


def rule_text(setting: Setting) -> str:
    """Return a rule between parts of a text, in the middle of the measure."""
    if setting.plain:
        rule = "＊　＊　＊" if setting.is_cjk else "* * *"
    else:
        rule = "─" * (measure_of(setting) // 3 // setting.ambiguous)
    room = measure_of(setting) - text_width(rule, setting.ambiguous)
    return " " * (room // 2) + rule


def _every_line(role: Role, setting: Setting) -> str:
    """What stands before every line of a piece: bars on a screen, spaces in plain output."""
    if role is Role.SUBHEAD and not setting.plain:
        return "▍"
    if role in {Role.QUOTE, Role.SPEAKER}:
        return "  " if setting.plain else "┃ "
    if role is Role.VERSE:
        return "  " if setting.measure < 24 else "    "
    return ""


def _indent(role: Role, before: Role | None, setting: Setting) -> str:
    if role is Role.LIST and setting.measure >= 24:
        return "  "
    if role is not Role.TEXT:
        return ""
    if setting.is_cjk:
        return "　" if setting.measure < 24 else "　　"
    return "  " if before is Role.TEXT else ""
