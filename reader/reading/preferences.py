"""How a reader likes the paper set; what is None is left to the program."""

from __future__ import annotations

from typing import NamedTuple


class Preferences(NamedTuple):
    """The choices that survive a restart."""

    measure: int | None = None
    """Width of the text in cells."""
    theme: str | None = None
    dark: bool | None = None
    contents: bool | None = None
    """Are the contents shown beside the article?"""
    justified: bool | None = None
    """Is the rest of a line spread over its gaps?"""
