"""The head of a page: nameplate, folio and the double rule under them."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.day_words import date_words, weekday_words
from reader.edition.edition import Edition
from reader.edition.pages import PrintedPage
from reader.edition.wording import Tongue, Wording
from reader.typesetting.line import Line, Run, Setting
from reader.typesetting.role import Role
from reader.typesetting.width import clusters, text_width

_PAGE = Wording("第{page}版", "Page {page}")
_ISSUE = Wording("第{issue}期", "No. {issue}")
_BETWEEN_SECTIONS = Wording("、", ", ")
LOW = 24
"""On a page of fewer rows, nameplate and folio share one row."""


class HeadLine(NamedTuple):
    """A line of the head and how many cells it stands from the left."""

    x: int
    y: int
    line: Line


def page_head(
    edition: Edition, page: PrintedPage, width: int, height: int, setting: Setting, lunar: str | None
) -> tuple[list[HeadLine], int]:
    """Return the lines of a page's head and how many rows they take.

    The first page of a tall window has the nameplate on rows of its own, letter-spaced, with the motto beside
    it where there is room; every other has one row: the name, the page, the day.
    """
    tongue: Tongue = "zh" if edition.is_cjk else "en"
    name_of_page = _page_words(page, tongue)
    day = f"{date_words(edition.date, tongue)} {weekday_words(edition.date, tongue)}"
    issue = _issue_words(edition.issue, tongue) if edition.issue else ""
    found: list[HeadLine] = []
    if page.number > 1 or height < LOW:
        left, right = name_of_page, day
        middle = edition.paper
        if page.number == 1:
            left, middle, right = day, edition.paper, name_of_page
        row = _Row(width, setting)
        row.middle(middle, Role.NAMEPLATE)
        row.left(left, Role.FOLIO)
        row.right(right, Role.FOLIO)
        found += row.lines(0)
        rows = 1
    else:
        row = _Row(width, setting)
        row.middle(_spaced(edition.paper, width // 2, setting), Role.NAMEPLATE)
        if edition.masthead.motto:
            row.right(edition.masthead.motto, Role.FOLIO)
        found += row.lines(0)
        row = _Row(width, setting)
        row.left(day, Role.FOLIO)
        ends = [
            words
            for words in (issue, edition.edition or "", name_of_page, edition.masthead.pages or "")
            if words
        ]
        while ends and not row.right("   ".join(ends), Role.FOLIO):
            ends.pop(0 if len(ends) > 1 and ends[0] != name_of_page else -1)
        calendar = lunar or edition.masthead.lunar
        if calendar:
            row.middle(calendar, Role.FOLIO)
        found += row.lines(1)
        rows = 2
    mark = "=" if setting.plain or setting.ambiguous == 2 else "═" if page.number == 1 else "━"
    rule = Line(-1, 0, 0, (Run(mark * width, None, Role.RULE),), width, Role.RULE)
    found.append(HeadLine(0, rows, rule))
    return found, rows + 1


def _page_words(page: PrintedPage, tongue: Tongue) -> str:
    sections = _BETWEEN_SECTIONS.say(tongue).join(page.sections[:3])
    if page.label is None:
        return sections
    number = page.label.lstrip("0") or page.label
    return f"{_PAGE.filled(page=number).say(tongue)} {sections}".strip()


def _issue_words(issue: str, tongue: Tongue) -> str:
    """Return the number as papers print it; one that brings its own words stays as it is."""
    is_number = issue.replace("-", "").isalnum() and issue[0].isdigit()
    return _ISSUE.filled(issue=issue).say(tongue) if is_number else issue


def _spaced(name: str, room: int, setting: Setting) -> str:
    """Return a paper's name with white between its letters, as nameplates stand, where there is room."""
    letters = clusters(name)
    for white in (2, 1) if setting.is_cjk else ():
        wide = text_width(name, setting.ambiguous) + white * (len(letters) - 1)
        if wide <= room and " " not in name:
            return (" " * white).join(letters)
    return name


class _Row:
    """A row with words at the left, in the middle and at the right, none over the other."""

    def __init__(self, width: int, setting: Setting) -> None:
        self._width = width
        self._ambiguous = setting.ambiguous
        self._taken: list[tuple[int, int, str, Role]] = []

    def left(self, words: str, role: Role) -> bool:
        """Put words at the left edge; False where they would meet others, which come first."""
        return self._put(0, words, role)

    def middle(self, words: str, role: Role) -> bool:
        """Put words in the middle."""
        return self._put((self._width - text_width(words, self._ambiguous)) // 2, words, role)

    def right(self, words: str, role: Role) -> bool:
        """Put words at the right edge."""
        return self._put(self._width - text_width(words, self._ambiguous), words, role)

    def lines(self, y: int) -> list[HeadLine]:
        """Return the row's lines, from the left."""
        return [
            HeadLine(x, y, Line(-1, 0, 0, (Run(words, None, role),), end - x, role))
            for x, end, words, role in sorted(self._taken)
        ]

    def _put(self, x: int, words: str, role: Role) -> bool:
        end = x + text_width(words, self._ambiguous)
        if not words or x < 0 or end > self._width:
            return False
        if any(x < other_end + 2 and other_x < end + 2 for other_x, other_end, _, _ in self._taken):
            return False
        self._taken.append((x, end, words, role))
        return True
