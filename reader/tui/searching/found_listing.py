"""The list of what was found: headline, and below it where it stands and a line of its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reader.archive.edition_search import Hit
from reader.edition.wording import Tongue
from reader.reading.pursuit import Find
from reader.tui.searching import sayings
from reader.tui.widgets.listing_pane import Listing, Row

BEFORE_MATCH = 4
"""Characters of a snippet that stand before its match in the list."""


def listing_here(finds: Sequence[Find], stood_on: Find | None) -> Listing:
    """Return what was found in the open edition, best first: below a headline its section and its text."""
    rows: list[Row] = []
    for find in finds:
        rows.append(_headline(find))
        rows.append(Row("", is_note=True, late=partial(_section_and_text, find.hit)))
    return _listing(rows, stood_on)


def listing_of_all(finds: Sequence[Find], stood_on: Find | None, tongue: Tongue) -> Listing:
    """Return what was found in all editions, in its order; papers are named when there is more than one."""
    papers = {find.issue.paper for find in finds if find.issue is not None}
    rows: list[Row] = []
    for find in finds:
        rows.append(_headline(find))
        where = [find.issue.paper] if find.issue is not None and len(papers) > 1 else []
        section = find.hit.section
        if find.page:
            page = find.page.lstrip("0") or find.page
            section = sayings.PAGE.filled(page=page, section=section).say(tongue)
        # The day first: by it they are ordered, and a narrow list shows no more than the beginning. The text
        # has a line of its own, or a narrow list would never come to it.
        words = [find.hit.date.isoformat(), *where, section]
        rows.append(Row(" · ".join(filter(None, words)), is_note=True))
        rows.append(Row(_from_match(find.hit), is_note=True))
    return _listing(rows, stood_on)


def _listing(rows: list[Row], stood_on: Find | None) -> Listing:
    return Listing(tuple(rows), stood_on.key if stood_on is not None else None, is_steered=True)


def _headline(find: Find) -> Row:
    return Row(find.hit.title, find.key, "▸", tail=str(len(find.hit.spans) or ""))


def _section_and_text(hit: Hit) -> str:
    return f"{hit.section} · {_from_match(hit)}"


def _from_match(hit: Hit) -> str:
    """Return the snippet from just before its match on: a narrow list shows only its beginning."""
    first = hit.snippet_spans[0][0] if hit.snippet_spans else 0
    start = max(0, first - BEFORE_MATCH)
    return hit.snippet if start <= 1 else f"…{hit.snippet[start:]}"
