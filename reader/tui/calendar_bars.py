"""The head and the foot of the calendar, put into words for a width."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reader.edition.day_words import date_words, month_words, weekday_words
from reader.edition.wording import Tongue, Wording
from reader.reading.issue_calendar import IssueCalendar
from reader.reading.typed_date import Meant
from reader.tui import calendar_sayings as sayings
from reader.tui.calendar_keys import CALENDAR
from reader.tui.front import Front
from reader.tui.keymap import READING, shown
from reader.tui.widgets.bar import BarText, Part

_DAYS: tuple[tuple[tuple[str, ...], Wording], ...] = (
    (("open",), sayings.OPEN_HINT),
    (("previous-edition", "next-edition"), sayings.ISSUE_HINT),
    (("leave",), sayings.LEAVE_HINT),
    (("month-before", "month-after"), sayings.MONTH_HINT),
    (("list-of-day",), sayings.LIST_HINT),
    (("day-before", "week-before", "week-after", "day-after"), sayings.DAY_HINT),
)
_LIST: tuple[tuple[tuple[str, ...], Wording], ...] = (
    (("open",), sayings.OPEN_HINT),
    (("week-before", "week-after"), sayings.ROW_HINT),
    (("list-of-day",), sayings.DAYS_HINT),
    (("leave",), sayings.LEAVE_HINT),
)


def calendar_head(front: Front, issues: IssueCalendar, right: str, *, month: str = "") -> BarText:
    """Return the head: the papers of the library with how many editions each has, the one shown first.

    `month` stands before them where the calendar has no room for it.
    """
    inks = front.inks
    shown_first = sorted(issues.papers, key=lambda holding: holding.paper != issues.paper)
    parts: list[Part] = [(f" {month or sayings.TITLE.say(front.tongue)}", inks.mast_title)]
    for number, (paper, count) in enumerate(shown_first):
        words = sayings.HOLDING if number else sayings.HOLDING_SHOWN
        ink = inks.mast if number else inks.mast_title
        parts.append((words.filled(paper=paper, count=count).say(front.tongue), ink))
    ends: tuple[Part, ...] = ((f"  {right} ", inks.mast),) if right and not front.is_narrow else ()
    return BarText(tuple(parts), ends, inks.mast)


def calendar_foot(
    front: Front, rebound: Mapping[str, str], issues: IssueCalendar, *, faults: int, is_in_list: bool
) -> BarText:
    """Return the foot: the date being typed and what it means, or the keys that work here."""
    if issues.typed:
        return front.message(_typed(issues, front.tongue), right=sayings.TYPED_FOOT.say(front.tongue))
    right = ""
    if faults:
        key = _names(("library-faults",), rebound)
        right = f"{key} {sayings.FAULTS_HINT.filled(count=faults).say(front.tongue)}"
    return front.hinted(_hints(rebound, issues, front.tongue, is_in_list=is_in_list), right)


def _hints(
    rebound: Mapping[str, str], issues: IssueCalendar, tongue: Tongue, *, is_in_list: bool
) -> Iterator[tuple[str, str]]:
    for number, (ids, hint) in enumerate(_LIST if is_in_list else _DAYS):
        yield _names(ids, rebound), hint.say(tongue)
        if number == 1 and len(issues.papers) > 1:
            yield _names(("next-paper",), rebound), sayings.PAPER_HINT.say(tongue)
    if not is_in_list:
        yield sayings.DIGITS.say(tongue), sayings.TYPE_HINT.say(tongue)


def _names(ids: tuple[str, ...], rebound: Mapping[str, str]) -> str:
    by_id = {key.id: key for key in (*READING, *CALENDAR)}
    return "".join(shown(by_id[id], rebound).split(" ")[0] for id in ids)


def _typed(issues: IssueCalendar, tongue: Tongue) -> str:
    typed = sayings.DATE_PROMPT.filled(typed=issues.typed).say(tongue)
    meaning = issues.meant
    if meaning is None:
        return typed
    return sayings.DATE_MEANS.filled(typed=typed, meaning=_words(meaning, tongue)).say(tongue)


def _words(meaning: Meant, tongue: Tongue) -> str:
    first = meaning.first
    if meaning.is_day:
        return f"{date_words(first, tongue)} {weekday_words(first, tongue)}"
    if meaning.last.month == first.month:
        return month_words(first.year, first.month, tongue)
    return sayings.YEAR.filled(year=first.year).say(tongue)
