"""What the roles of headlines and descriptions of ninjs are in a newspaper, and their words on one line."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reader.importing.html_blocks import inline_text
from reader.importing.ninjs.properties import Worded

MAIN = ("main", "headline", "")
"""The headline itself, the surest first."""
DECK = frozenset({"deck", "sub", "subheadline", "sub-headline", "subhead", "subtitle", "secondary"})
KICKER = frozenset({"kicker", "eyebrow", "overline", "vignette", "prefix"})
SUMMARY = frozenset({"summary", "abstract"})
"""A description that is a summary even where the body says the same."""
CREDIT = frozenset({"creditline", "credit", "credit-line"})
ALT = frozenset({"alt", "alttext", "alt-text", "accessibility"})
MASTHEAD = {
    "masthead-motto": "motto",
    "masthead-publisher": "publisher",
    "masthead-editor": "editor",
    "masthead-lunar": "lunar",
    "masthead-pages": "pages",
}
"""Descriptions of a package that are parts of the masthead, as our own export has them."""
SIGNOFF = frozenset({"signoff", "sign-off", "tagline"})


def line(text: str | None) -> str | None:
    """Return a text, which may have markup, on one line; None where there are no words."""
    return inline_text(text) or None if text else None


def joined(texts: Iterable[Worded]) -> str | None:
    """Return texts as one, a blank between; None where there are none."""
    return " ".join(filter(None, (line(each.value) for each in texts))) or None


def line_of(texts: Iterable[Worded], roles: Collection[str]) -> str | None:
    """Return the texts of these roles as one."""
    return joined(each for each in texts if each.role in roles)
