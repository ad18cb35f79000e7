"""An edition as one HTML file that needs nothing beside it, runs nothing, and prints as a paper does."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.edition.wording import Wording
from reader.exporting.html_article import Sheet, article_html, notice_html
from reader.exporting.html_body import escaped
from reader.exporting.html_front import (
    CONTENTS,
    banner_html,
    contents,
    contents_html,
    direction,
    edition_title,
    masthead_html,
)
from reader.exporting.html_places import CONTENT_ANCHOR, CONTENTS_ANCHOR, NOTICES_ANCHOR, TOP_ANCHOR, Places
from reader.exporting.imprint import notices_label, section_label
from reader.exporting.picture_kind import picture_kind

if TYPE_CHECKING:
    from reader.edition.article import Photo
    from reader.edition.edition import Edition
    from reader.exporting.exporter import Circumstances

_SKIP = Wording("跳到正文", "Skip to the articles")
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
<html lang="{escaped(edition.language)}" dir="{direction(edition)}">
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


def _parts(sheet: Sheet, about: Circumstances) -> Iterator[str]:
    """Yield the parts of the page from top to bottom."""
    tongue = sheet.tongue
    yield f'<a class="skip" href="#{CONTENT_ANCHOR}">{escaped(_SKIP.say(tongue))}</a>'
    yield f'<header class="masthead" id="{TOP_ANCHOR}">\n{masthead_html(sheet.edition)}\n</header>'
    if banner := banner_html(sheet, about.standings, about.as_of):
        yield banner
    notices = notices_label(about.as_of, tongue) if about.standings else ""
    if listed := contents_html(contents(sheet, notices)):
        named = f"{CONTENTS_ANCHOR}-title"
        heading = f'<h2 id="{named}">{escaped(CONTENTS.say(tongue))}</h2>'
        yield f'<nav id="{CONTENTS_ANCHOR}" aria-labelledby="{named}">\n{heading}{listed}\n</nav>'
    yield f'<main id="{CONTENT_ANCHOR}">'
    if about.standings:
        yield f'<section id="{NOTICES_ANCHOR}">\n<h2>{escaped(notices)}</h2>\n<div class="notices">'
        yield from (notice_html(sheet, standing) for standing in about.standings)
        yield "</div>\n</section>"
    for number in range(len(sheet.edition.sections)):
        yield from _section(sheet, number)
    yield "</main>"
    yield f'<footer class="foot"><a href="#{TOP_ANCHOR}">{escaped(_TO_TOP.say(tongue))}</a></footer>'


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
            return None if not data else ""
        return f"data:{kind.media_type};base64,{base64.b64encode(data).decode()}"

    return address
