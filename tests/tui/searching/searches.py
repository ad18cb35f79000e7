"""Searches as a reader makes them, and what is then seen: marks in the article, words beside the query."""

from __future__ import annotations

from rich.style import Style

from reader.reading.pursuit import Scope
from tests.tui.sitting import Sitting


def marked(sitting: Sitting) -> list[str]:
    """Return what is printed as found on the screen, line by line; a match broken over lines is joined."""
    inks = sitting.app.desk.inks
    pieces: list[str] = []
    goes_on = False
    for strip in sitting.strips_of(sitting.pane.region):
        text_seen = False
        for segment in strip:
            is_found = _is(segment.style, inks.found) or _is(segment.style, inks.found_here)
            if is_found and goes_on and not text_seen:
                pieces[-1] += segment.text
            elif is_found:
                pieces.append(segment.text)
            if segment.text.strip():
                text_seen, goes_on = True, is_found
    return pieces


def _is(style: Style | None, ink: Style) -> bool:
    return style is not None and (style.bgcolor, style.color) == (ink.bgcolor, ink.color)


def said(sitting: Sitting) -> str:
    return sitting.bar("search-said").strip()


async def search_all(sitting: Sitting, words: str) -> None:
    """Type a query, change to all editions and wait for what is found there."""
    await sitting.press("slash")
    await sitting.type(words)
    await sitting.press("tab")
    await until_all(sitting, words)


async def until_all(sitting: Sitting, words: str) -> None:
    def is_there() -> bool:
        pursuit = sitting.pursuit
        if pursuit is None or pursuit.scope is not Scope.ALL or pursuit.words != words:
            return False
        return pursuit.everywhere is not None and all(find.path is not None for find in pursuit.finds)

    await sitting.until(is_there)


async def until_at(sitting: Sitting, day: str, paper: str = "") -> None:
    """Wait until the edition of a day is open."""
    await sitting.until(
        lambda: (
            sitting.app.desk.session.edition.date.isoformat() == day
            and paper in sitting.app.desk.session.edition.paper
        )
    )
