"""What a day of the calendar holds, as rows of a list: its editions, and those of the day in other years."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reader.edition.day_words import date_words, weekday_words
from reader.edition.wording import Tongue
from reader.reading.month_sheet import marks
from reader.tui import calendar_sayings as sayings
from reader.tui.shelf import FrontPage
from reader.tui.widgets.listing_pane import Listing, Row

if TYPE_CHECKING:
    from reader.archive.library import EditionFile
    from reader.reading.issue_calendar import IssueCalendar

BROKEN = "✗"
"""The sign of an edition that cannot be read; of others the list has the calendar's marks."""

Fronts = Mapping[Path, FrontPage | None]
"""What stands on the front of the editions looked into so far; None where one cannot be read."""


def wanted(issues: IssueCalendar) -> list[EditionFile]:
    """Return the editions whose fronts the list shows, in its order."""
    return [*issues.editions, *issues.around, *issues.earlier, *issues.later]


def day_listing(
    issues: IssueCalendar,
    fronts: Fronts,
    tongue: Tongue,
    *,
    is_cjk: bool,
    is_looking: bool = False,
    ambiguous: int = 1,
) -> Listing:
    """Return the list of the day; `is_looking`: is the library still being gone through?"""
    paper_tongue: Tongue = "zh" if is_cjk else "en"
    signs = marks(ambiguous)

    def made(file: EditionFile, before: str = "") -> Row:
        return _row(file, fronts, tongue, signs[issues.is_open(file)], before)

    rows = [Row(f"{date_words(issues.day, paper_tongue)} {weekday_words(issues.day, paper_tongue)}")]
    rows += [made(file) for file in issues.editions]
    if not issues.editions:
        nothing = sayings.NOTHING_ON_DAY if issues.papers else sayings.NO_EDITIONS
        rows.append(Row((sayings.LOOKING if is_looking else nothing).say(tongue), is_note=True))
    for title, files, is_whole in (
        (sayings.AROUND, issues.around, True),
        (sayings.EARLIER_YEARS, issues.earlier, False),
        (sayings.LATER_YEARS, issues.later, False),
    ):
        if files:
            rows.append(Row(title.say(tongue), tail="" if is_whole else str(len(files))))
            rows += [made(file, f"{file.date if is_whole else file.date.year}  ") for file in files]
    open_file = next((file for file in issues.editions if issues.is_open(file)), None)
    return Listing(tuple(rows), str(open_file.path) if open_file else None)


def _row(file: EditionFile, fronts: Fronts, tongue: Tongue, sign: str, before: str) -> Row:
    key = str(file.path)
    if file.path not in fronts:
        return Row(f"{before}……", key, sign, tail=file.edition or "")
    front = fronts[file.path]
    if front is None:
        return Row(f"{before}{sayings.UNREADABLE.say(tongue)}", key, BROKEN, tail=file.path.name)
    number = front.issue or ""
    if number.isdecimal():
        number = sayings.ISSUE_OF.filled(issue=number).say(tongue)
    headline = front.headline or sayings.NO_HEADLINE.say(tongue)
    return Row(f"{before}{headline}", key, sign, tail=" ".join(filter(None, (number, file.edition))))
