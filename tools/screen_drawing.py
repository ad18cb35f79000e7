"""Box drawing and block characters as rectangles, so that rules join in a picture whatever the font.

A rectangle is x, y, width, height and opacity, in shares of the cell it stands in.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Patch(NamedTuple):
    """A part of a cell, in shares of its width and height."""

    x: float
    y: float
    width: float
    height: float
    opacity: float = 1.0


_WEIGHTS = frozenset({"LIGHT", "HEAVY", "DOUBLE", "SINGLE"})
_DIRECTIONS = {
    "UP": ("up",),
    "DOWN": ("down",),
    "LEFT": ("left",),
    "RIGHT": ("right",),
    "VERTICAL": ("up", "down"),
    "HORIZONTAL": ("left", "right"),
}
_THIN, _THICK, _APART = 1 / 9, 2 / 9, 1 / 9
"""Strokes and the space between double ones, in shares of a cell's width."""
_TALL = 9 / 22
"""A cell's width over its height."""
_QUADRANTS = {
    "▖": "3", "▗": "4", "▘": "1", "▙": "134", "▚": "14", "▛": "123", "▜": "124", "▝": "2", "▞": "23",
    "▟": "234",
}  # fmt: skip
_SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
_EIGHTHS = dict(zip(("ONE", "THREE", "FIVE", "SEVEN"), (1, 3, 5, 7), strict=True))
_SHARES = {"ONE QUARTER": 2, "THREE QUARTERS": 6, "HALF": 4}


def patches(character: str) -> list[Patch] | None:
    """Return what a character fills of its cell, or None when it is neither box drawing nor a block."""
    if "\u2500" <= character <= "\u257f":
        return _box(unicodedata.name(character))
    if "\u2580" <= character <= "\u259f":
        return _block(character)
    return None


def is_even(character: str) -> bool:
    """Does the character look the same all along its row, so that neighbours make one stroke?"""
    found = patches(character)
    return found is not None and all(patch.x == 0 and patch.width == 1 for patch in found)


def _box(name: str) -> list[Patch] | None:
    if "DIAGONAL" in name:
        return None
    words = name.removeprefix("BOX DRAWINGS ").split()
    arms: dict[str, str] = {}
    waiting: list[str] = []
    weight = words[0] if words[0] in _WEIGHTS else ""
    for word in words:
        if word in _DIRECTIONS:
            waiting += _DIRECTIONS[word]
        elif word in _WEIGHTS:
            arms |= dict.fromkeys(waiting, word)
            waiting = []
    arms |= dict.fromkeys(waiting, weight)
    return [patch for direction, heft in arms.items() for patch in _arm(direction, heft, arms)]


def _arm(direction: str, weight: str, arms: dict[str, str]) -> list[Patch]:
    """The strokes from a cell's middle to one side; they reach as far over it as the thickest other."""
    is_level = direction in {"left", "right"}
    unit = 1.0 if is_level else _TALL
    over = (
        _THICK + _APART if "DOUBLE" in arms.values() else _THICK if "HEAVY" in arms.values() else _THIN
    ) / 2
    reach = over * unit
    thick = (_THICK if weight == "HEAVY" else _THIN) * (_TALL if is_level else 1.0)
    across = (_TALL if is_level else 1.0) * (_THIN + _APART) / 2
    middles = (0.5 - across, 0.5 + across) if weight == "DOUBLE" else (0.5,)
    starts, length = (0.0, 0.5 + reach) if direction in {"left", "up"} else (0.5 - reach, 0.5 + reach)
    opposite = {"left": "right", "right": "left", "up": "down", "down": "up"}[direction]
    if arms.get(opposite) == weight:  # one stroke from side to side, so that it has no seam
        if direction in {"right", "down"}:
            return []
        starts, length = 0.0, 1.0
    if is_level:
        return [Patch(starts, middle - thick / 2, length, thick) for middle in middles]
    return [Patch(middle - thick / 2, starts, thick, length) for middle in middles]


def _block(character: str) -> list[Patch] | None:
    if character in _SHADES:
        return [Patch(0, 0, 1, 1, _SHADES[character])]
    if character in _QUADRANTS:
        corners = {"1": (0, 0), "2": (0.5, 0), "3": (0, 0.5), "4": (0.5, 0.5)}
        return [Patch(*corners[corner], 0.5, 0.5) for corner in _QUADRANTS[character]]
    name = unicodedata.name(character)
    side, _, rest = name.partition(" ")
    share = next((cells for words, cells in _SHARES.items() if words in rest), 0)
    eighths = share or _EIGHTHS.get(rest.split()[0], 8)
    part = eighths / 8
    match side:
        case "LEFT":
            return [Patch(0, 0, part, 1)]
        case "RIGHT":
            return [Patch(1 - part, 0, part, 1)]
        case "UPPER":
            return [Patch(0, 0, 1, part)]
        case "LOWER":
            return [Patch(0, 1 - part, 1, part)]
        case _:
            return [Patch(0, 0, 1, 1)]
