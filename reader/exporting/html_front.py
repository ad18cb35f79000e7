"""What stands before the articles: the head of the paper, the warnings in force, the contents; as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.edition.day_words import date_words
from reader.edition.notice_words import span_words
from reader.edition.wording import Tongue, Wording
from reader.exporting.html_body import escaped
from reader.exporting.imprint import imprint, section_label

if TYPE_CHECKING:
    import datetime as dt

    from reader.edition.edition import Edition
    from reader.edition.notice_board import Standing
    from reader.exporting.html_article import Sheet

CONTENTS = Wording("本期导读", "In this edition")
"""The heading of the contents."""
_WARNINGS = Wording("生效中的预警", "Warnings in force")
_WARNINGS_AS_OF = Wording("截至 {day} 生效的预警", "Warnings in force as of {day}")
_FROM_THE_RIGHT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Entry(NamedTuple):
    """A line of the contents, and the lines below it."""

    address: str
    label: str
    below: tuple[Entry, ...] = ()


def edition_title(edition: Edition, tongue: Tongue) -> str:
    """Return what an edition is called where it stands among others: paper, day and time edition."""
    return " ".join(filter(None, (edition.paper, date_words(edition.date, tongue), edition.edition)))


def direction(edition: Edition) -> str:
    """Return the direction of the paper's writing, as ``dir`` names it: ``ltr`` or ``rtl``."""
    return "rtl" if edition.language.split("-")[0].lower() in _FROM_THE_RIGHT else "ltr"


def masthead_html(edition: Edition) -> str:
    """Return the head of the paper: its name and what stands under it."""
    day, *rest = imprint(edition)
    lines = [f'<p class="day">{escaped(day)}</p>', *(f"<p>{escaped(line)}</p>" for line in rest)]
    return f"<h1>{escaped(edition.paper)}</h1>\n" + "\n".join(lines)


def contents(sheet: Sheet, notices: str) -> Iterator[Entry]:
    """Yield the contents: the notices where they have a heading, then section by section every article."""
    if notices:
        yield Entry(sheet.places.notices_address(), notices)
    for number, section in enumerate(sheet.edition.sections):
        articles = (
            Entry(sheet.places.article_address(number, place), article.title)
            for place, article in enumerate(section.articles)
        )
        label = section_label(section, sheet.tongue)
        yield Entry(sheet.places.section_address(number), label, tuple(articles))


def contents_html(entries: Iterable[Entry]) -> str:
    """Return contents as a list of links, lists in it; empty when there are none."""
    items = "".join(
        f'\n<li><a href="{escaped(address)}">{escaped(label)}</a>{contents_html(below)}</li>'
        for address, label, below in entries
    )
    return f"\n<ol>{items}</ol>" if items else ""


def banner_html(sheet: Sheet, standings: Iterable[Standing], as_of: dt.date | None) -> str:
    """Return the warnings that are in force, one line each: level in words, title, time; or nothing."""
    raised = [standing for standing in standings if standing.raises_banner]
    if not raised:
        return ""
    heading = _WARNINGS if as_of is None else _WARNINGS_AS_OF.filled(day=as_of.isoformat())
    label = escaped(heading.say(sheet.tongue))
    items = "\n".join(_warning(sheet, standing) for standing in raised)
    return f'<aside class="banner" aria-label="{label}">\n<p>{label}</p>\n<ul>\n{items}\n</ul>\n</aside>'


def _warning(sheet: Sheet, standing: Standing) -> str:
    notice = standing.notice
    level = f"<b>{escaped(notice.level.wording.say(sheet.tongue))}</b> " if notice.level else ""
    colour = f' class="{notice.level.value}"' if notice.level else ""
    span = f" <small>{escaped(span_words(notice, sheet.edition, sheet.tongue))}</small>"
    title = escaped(notice.title)
    address = sheet.places.address(str(standing.posting.reference))
    linked = f'<a href="{escaped(address)}">{title}</a>' if address else title
    return f"<li{colour}>{level}{linked}{span}</li>"
