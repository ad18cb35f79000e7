"""The list of what was found in all editions: headline, and below it day, paper, page and a line of text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.edition.wording import Tongue
from reader.reading.pursuit import Find
from reader.tui import search_sayings as sayings
from reader.tui.listings import from_match
from reader.tui.widgets.listing_pane import Listing, Row


def found_listing(finds: Sequence[Find], stood_on: Find | None, tongue: Tongue) -> Listing:
    """Return the finds in their order; papers are named when there is more than one."""
    papers = {find.issue.paper for find in finds if find.issue is not None}
    rows: list[Row] = []
    for find in finds:
        rows.append(Row(find.hit.title, find.key, "▸", tail=str(len(find.hit.spans) or "")))
        where = [find.issue.paper] if find.issue is not None and len(papers) > 1 else []
        section = find.hit.section
        if find.page:
            page = find.page.lstrip("0") or find.page
            section = sayings.PAGE.filled(page=page, section=section).say(tongue)
        # The day first: by it they are ordered, and a narrow list shows no more than the beginning. The text
        # has a line of its own, or a narrow list would never come to it.
        words = [find.hit.date.isoformat(), *where, section]
        rows.append(Row(" · ".join(filter(None, words)), is_note=True))
        rows.append(Row(from_match(find.hit), is_note=True))
    return Listing(tuple(rows), stood_on.key if stood_on is not None else None)
