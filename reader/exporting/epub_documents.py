"""The documents of a book: cover, contents, notices and sections as XHTML, and what shelves show of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from reader.edition.day_words import date_words, weekday_words
from reader.edition.wording import Wording
from reader.exporting.html_article import Sheet, article_html, notice_html
from reader.exporting.html_body import escaped
from reader.exporting.html_front import (
    CONTENTS,
    Entry,
    banner_html,
    contents_html,
    direction,
    edition_title,
    masthead_html,
)
from reader.exporting.html_places import NOTICES_ANCHOR
from reader.exporting.imprint import section_label
from reader.typesetting.article_copy import paper_tongue
from reader.typesetting.width import text_width

if TYPE_CHECKING:
    import datetime as dt

    from reader.edition.edition import Edition
    from reader.edition.notice_board import Standing

NOTICES_FILE = "notices.xhtml"
"""The document of the notices."""
_COVER = Wording("报头", "Front")
_LANDMARKS = Wording("导航", "Landmarks")
_WHOLE = 1200, 1600
_MARGIN = 100


def section_file(number: int) -> str:
    """Return the name of a section's document, its number from 0."""
    return f"section-{number + 1:02d}.xhtml"


def cover_document(sheet: Sheet, standings: Iterable[Standing], as_of: dt.date | None) -> str:
    """Return the first page: the head of the paper and the warnings in force."""
    head = f'<header class="masthead">\n{masthead_html(sheet.edition)}\n</header>'
    banner = banner_html(sheet, standings, as_of)
    return _document(sheet, sheet.edition.paper, f"{head}\n{banner}")


def contents_document(sheet: Sheet, entries: Sequence[Entry]) -> str:
    """Return the contents that readers of EPUB 3 know (EPUB 3.3, 7), with the landmarks of the book."""
    heading = CONTENTS.say(sheet.tongue)
    front = Entry("cover.xhtml", _COVER.say(sheet.tongue))
    listed = f"<h1>{escaped(heading)}</h1>{contents_html([front, *entries])}"
    body = entries[0].address if entries else "cover.xhtml"
    marks = (
        ("cover", "cover.xhtml", front.label),
        ("toc", "#toc", heading),
        ("bodymatter", body, entries[0].label if entries else front.label),
    )
    items = "\n".join(
        f'<li><a epub:type="{kind}" href="{escaped(address)}">{escaped(label)}</a></li>'
        for kind, address, label in marks
    )
    landmarks = f"<h2>{escaped(_LANDMARKS.say(sheet.tongue))}</h2>\n<ol>\n{items}\n</ol>"
    toc = f'<nav epub:type="toc" id="toc">\n{listed}\n</nav>'
    hidden = f'<nav epub:type="landmarks" id="landmarks" hidden="">\n{landmarks}\n</nav>'
    return _document(sheet, heading, f"{toc}\n{hidden}")


def notices_document(sheet: Sheet, heading: str, standings: Iterable[Standing]) -> str:
    """Return the notices with their states, on a page of their own."""
    notices = "\n".join(notice_html(sheet, standing) for standing in standings)
    return _document(sheet, heading, _part(NOTICES_ANCHOR, heading, notices))


def section_document(sheet: Sheet, number: int) -> str:
    """Return a section, its number from 0, with every article in it."""
    section = sheet.edition.sections[number]
    label = section_label(section, sheet.tongue)
    articles = "\n".join(article_html(sheet, number, place) for place in range(len(section.articles)))
    return _document(sheet, label, _part(sheet.places.section(number), label, articles))


def old_contents(edition: Edition, identifier: str, entries: Iterable[Entry]) -> str:
    """Return the contents for readers that know EPUB 2 only: the NCX of ANSI/NISO Z39.86-2005."""
    front = Entry("cover.xhtml", _COVER.say(paper_tongue(edition)))
    points = "\n".join(_points([front, *entries], count(1)))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{escaped(edition.language)}">
<head>
<meta name="dtb:uid" content="{identifier}"/>
</head>
<docTitle><text>{escaped(edition_title(edition, paper_tongue(edition)))}</text></docTitle>
<navMap>
{points}
</navMap>
</ncx>
"""


def cover_picture(edition: Edition) -> str:
    """Return what a shelf shows of the book: the paper's name, day and first headlines, as SVG 1.1."""
    tongue = paper_tongue(edition)
    width, height = _WHOLE
    day = f"{date_words(edition.date, tongue)} {weekday_words(edition.date, tongue)}"
    under = " · ".join(filter(None, (day, edition.edition)))
    lines = [_line(edition.paper, 330, 230, "#a3171b", "bold"), _line(under, 450, 48, "#1c1915", "normal")]
    titles = [article.title for article in edition.articles()][:4]
    lines += [_line(title, 720 + 180 * at, 84, "#1c1915", "bold") for at, title in enumerate(titles)]
    inner = width - 2 * _MARGIN
    return f"""<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 {width} {height}">
<title>{escaped(edition_title(edition, tongue))}</title>
<rect width="{width}" height="{height}" fill="#f8f3e6"/>
<rect x="{_MARGIN}" y="510" width="{inner}" height="10" fill="#1c1915"/>
<rect x="{_MARGIN}" y="528" width="{inner}" height="3" fill="#1c1915"/>
<g font-family="'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun, serif" text-anchor="middle">
{chr(10).join(lines)}
</g>
</svg>
"""


def _line(text: str, y: int, size: int, colour: str, weight: str) -> str:
    """Return a line in the middle of the cover, as large as asked unless it must be smaller to fit."""
    width = _WHOLE[0] - 2 * _MARGIN
    cells = max(text_width(text), 1)
    fitting = min(size, 2 * width // cells)
    return (
        f'<text x="{_WHOLE[0] // 2}" y="{y}" font-size="{max(fitting, 1)}" font-weight="{weight}" '
        f'fill="{colour}">{escaped(text)}</text>'
    )


def _points(entries: Iterable[Entry], numbers: Iterator[int]) -> Iterator[str]:
    for entry in entries:
        number = next(numbers)
        yield f'<navPoint id="point-{number}" playOrder="{number}">'
        yield f"<navLabel><text>{escaped(entry.label)}</text></navLabel>"
        yield f'<content src="{escaped(entry.address)}"/>'
        yield from _points(entry.below, numbers)
        yield "</navPoint>"


def _part(anchor: str, heading: str, inner: str) -> str:
    return f'<section id="{anchor}">\n<h1>{escaped(heading)}</h1>\n{inner}\n</section>'


def _document(sheet: Sheet, title: str, body: str) -> str:
    language = escaped(sheet.edition.language)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{language}" xml:lang="{language}" dir="{direction(sheet.edition)}">
<head>
<meta charset="utf-8"/>
<title>{escaped(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
{body}
</body>
</html>
"""
