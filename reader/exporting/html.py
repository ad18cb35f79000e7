"""An edition as one HTML file that needs nothing beside it, runs nothing, and prints as a paper does."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.edition.day_words import date_words
from reader.edition.notice_words import span_words
from reader.edition.wording import Tongue, Wording
from reader.exporting.html_article import (
    Sheet,
    article_html,
    contents_html,
    masthead_html,
    notice_html,
)
from reader.exporting.html_body import escaped
from reader.exporting.html_places import CONTENT, CONTENTS, NOTICES, TOP, Places
from reader.exporting.imprint import notices_label, section_label
from reader.exporting.picture_kind import picture_kind

if TYPE_CHECKING:
    import datetime as dt

    from reader.edition.article import Photo
    from reader.edition.edition import Edition
    from reader.edition.notice_board import Standing
    from reader.exporting.exporter import Circumstances

_SKIP = Wording("跳到正文", "Skip to the articles")
_CONTENTS = Wording("本期导读", "In this edition")
_WARNINGS = Wording("生效中的预警", "Warnings in force")
_WARNINGS_AS_OF = Wording("截至 {day} 生效的预警", "Warnings in force as of {day}")
_TO_TOP = Wording("回到报头", "Back to the top")

# Nothing is fetched, nothing runs: not even what somebody might have got into a text.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def edition_html(edition: Edition, about: Circumstances) -> bytes:
    """Return an edition as one HTML document, its pictures in it, which is well-formed XML too.

    Source: HTML Living Standard, 13.1; RFC 2397 for the pictures; Content Security Policy 3.
    """
    sheet = Sheet(edition, Places(edition), _inlined(about.picture), level=3)
    style = Path(__file__).with_name("html.css").read_text(encoding="utf-8")
    title = edition_title(edition, sheet.tongue)
    return f"""<!DOCTYPE html>
<html lang="{escaped(edition.language)}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="{escaped(_POLICY)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="paper-reader"/>
<title>{escaped(title)}</title>
<style>
{style.strip()}
</style>
</head>
<body>
{chr(10).join(_parts(sheet, about))}
</body>
</html>
""".encode()


def edition_title(edition: Edition, tongue: Tongue) -> str:
    """Return what an edition is called where it stands among others: paper, day and time edition."""
    return " ".join(filter(None, (edition.paper, date_words(edition.date, tongue), edition.edition)))


def banner_html(sheet: Sheet, standings: tuple[Standing, ...], as_of: dt.date | None) -> str:
    """Return the warnings that are in force, one line each: level in words, title, time; or nothing."""
    raised = [standing for standing in standings if standing.raises_banner]
    if not raised:
        return ""
    heading = _WARNINGS if as_of is None else _WARNINGS_AS_OF.filled(day=as_of.isoformat())
    items = "\n".join(_warning(sheet, standing) for standing in raised)
    label = escaped(heading.say(sheet.tongue))
    return f'<aside class="banner" aria-label="{label}">\n<p>{label}</p>\n<ul>\n{items}\n</ul>\n</aside>'


def _warning(sheet: Sheet, standing: Standing) -> str:
    notice = standing.notice
    level = f"<b>{escaped(notice.level.wording.say(sheet.tongue))}</b> " if notice.level else ""
    span = f" <small>{escaped(span_words(notice, sheet.edition, sheet.tongue))}</small>"
    title = escaped(notice.title)
    address = sheet.places.address(str(standing.posting.reference))
    linked = f'<a href="{address}">{title}</a>' if address else title
    colour = f' class="{notice.level.value}"' if notice.level else ""
    return f"<li{colour}>{level}{linked}{span}</li>"


def _parts(sheet: Sheet, about: Circumstances) -> Iterator[str]:
    """Yield the parts of the page from top to bottom."""
    tongue = sheet.tongue
    yield f'<a class="skip" href="#{CONTENT}">{escaped(_SKIP.say(tongue))}</a>'
    yield f'<header class="masthead" id="{TOP}">\n{masthead_html(sheet.edition)}\n</header>'
    if banner := banner_html(sheet, about.standings, about.as_of):
        yield banner
    notices = notices_label(about.as_of, tongue) if about.standings else ""
    if contents := contents_html(sheet, notices=notices):
        heading = f'<h2 id="{CONTENTS}-title">{escaped(_CONTENTS.say(tongue))}</h2>'
        yield f'<nav id="{CONTENTS}" aria-labelledby="{CONTENTS}-title">\n{heading}\n{contents}\n</nav>'
    yield f'<main id="{CONTENT}">'
    if about.standings:
        yield f'<section id="{NOTICES}">\n<h2>{escaped(notices)}</h2>\n<div class="notices">'
        yield from (notice_html(sheet, standing) for standing in about.standings)
        yield "</div>\n</section>"
    for number in range(len(sheet.edition.sections)):
        yield from _section(sheet, number)
    yield "</main>"
    yield f'<footer class="foot"><a href="#{TOP}">{escaped(_TO_TOP.say(tongue))}</a></footer>'


def _section(sheet: Sheet, number: int) -> Iterator[str]:
    section = sheet.edition.sections[number]
    label = escaped(section_label(section, sheet.tongue))
    yield f'<section id="{sheet.places.section(number)}">\n<h2>{label}</h2>\n<div class="stories">'
    yield from (article_html(sheet, number, place) for place in range(len(section.articles)))
    yield "</div>\n</section>"


def _inlined(picture: Callable[[str], bytes | None]) -> Callable[[Photo], str | None]:
    """Return what gives each photo the address of its picture: the picture itself."""

    def address(photo: Photo) -> str | None:
        data = picture(photo.file) if photo.file else None
        kind = picture_kind(data) if data else None
        if data is None or kind is None:
            return None
        return f"data:{kind.media_type};base64,{base64.b64encode(data).decode()}"

    return address
