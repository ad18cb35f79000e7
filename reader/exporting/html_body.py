"""A body as HTML that is well-formed XML too: an element a block, nothing in it but text and structure."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from reader.edition.article import Article, Kind, Photo
from reader.edition.body import (
    Block,
    ListItem,
    Paragraph,
    PhotoPlace,
    Quote,
    Rule,
    Subhead,
    Table,
    Verse,
    blocks,
)
from reader.edition.printable import printable
from reader.edition.wording import Tongue, Wording
from reader.typesetting.speakers import Speakers, speakers_of

Address = Callable[[Photo], str | None]
"""Gives what ``src`` of a photo's picture is: None when the picture is not to be had, an empty text when it
is one that cannot be shown.
"""

_PICTURE = Wording("［图片］", "[photo] ")
_ALT = Wording("新闻图片", "News photograph")
_LEFT_OUT = Wording("（格式不合或文件有损，未收入）", " (not included: unfit format or damaged file)")
_SPOKEN = Wording("—— ", "— ")


def escaped(text: str) -> str:
    """Return text as HTML and XML both read it, in elements and in quoted attributes.

    What neither may hold is made visible first. Source: HTML, 13.1.4; XML 1.0, 2.2 and 2.4.
    """
    return html.escape(printable(text))


def nowhere(_: Photo) -> None:
    """Answer as an `Address` where no picture is to be had: words stand in for each."""


def body_html(article: Article, tongue: Tongue, level: int = 4, address: Address = nowhere) -> str:
    """Return an article's body as HTML elements, one a line; empty when there is no body.

    Subheads are headings of `level`. A photo stands where the body places it; those it does not place are
    for `unplaced_photos` to give. Program's words are in `tongue`.
    """

    def figure(photo_id: str) -> str:
        photos = (photo for photo in article.photos if photo.id == photo_id)
        return "\n".join(filter(None, (photo_html(photo, tongue, address) for photo in photos)))

    speakers = speakers_of(article.body, article.kind is Kind.INTERVIEW)
    return "\n".join(_Writer(tongue, level, figure, speakers).elements(blocks(article.body)))


def text_html(text: str, tongue: Tongue, level: int = 4) -> str:
    """Return a text with the marks of a body, but without photos, as HTML elements: a notice's, for one."""
    return "\n".join(_Writer(tongue, level, lambda _: "", speakers_of(text, False)).elements(blocks(text)))


def unplaced_photos(article: Article) -> list[Photo]:
    """Return the photos without a place of their own in the body; they stand after it."""
    placed = {block.photo_id for block in blocks(article.body) if isinstance(block, PhotoPlace)}
    return [photo for photo in article.photos if photo.id not in placed]


def photo_html(photo: Photo, tongue: Tongue, address: Address = nowhere) -> str:
    """Return a photo as a figure: its picture, or its words in a frame, with caption and credit.

    Empty when the edition says nothing of the photo.
    """
    source = address(photo)
    told = photo.alt or photo.file
    if source:
        shown = f'<img src="{escaped(source)}" alt="{escaped(photo.alt or _ALT.say(tongue))}"/>'
    else:
        told = _PICTURE.say(tongue) + told if told else ""
        told += _LEFT_OUT.say(tongue) if source == "" else ""
        shown = f'<p class="frame">{escaped(told)}</p>' if told else ""
    words = [escaped(photo.caption)] if photo.caption else []
    words += [f'<span class="credit">{escaped(photo.credit)}</span>'] if photo.credit else []
    caption = f"<figcaption>{' '.join(words)}</figcaption>" if words else ""
    return f'<figure class="photo">{shown}{caption}</figure>' if shown or caption else ""


class _Writer:
    """Writes the blocks of one body."""

    def __init__(self, tongue: Tongue, level: int, figure: Callable[[str], str], speakers: Speakers) -> None:
        self._tongue = tongue
        self._level = min(level, 6)
        self._figure = figure
        self._speakers = speakers

    def elements(self, all_blocks: Iterable[Block]) -> Iterator[str]:
        for (is_list, _), together in groupby(all_blocks, _kind_of_list):
            if is_list:
                yield _list([block for block in together if isinstance(block, ListItem)])
            else:
                yield from filter(None, map(self._element, together))

    def _element(self, block: Block) -> str:
        match block:
            case Paragraph(text=text):
                return self._paragraph(text)
            case Subhead(text=text):
                return f"<h{self._level}>{escaped(text)}</h{self._level}>"
            case Quote(text=text, speaker=speaker):
                return self._quote(text, speaker)
            case Table(rows=rows):
                return _table(rows)
            case Verse(lines=lines):
                return _verse(lines)
            case PhotoPlace(photo_id=photo_id):
                # A place whose photo is not there keeps its name, so that nothing of the body is lost.
                frame = f'<p class="frame">{escaped(_PICTURE.say(self._tongue) + photo_id)}</p>'
                return self._figure(photo_id) or f'<figure class="photo">{frame}</figure>'
            case Rule():
                return "<hr/>"
            case ListItem():
                return _list([block])

    def _paragraph(self, text: str) -> str:
        named = self._speakers.name_length(text)
        if not named:
            return f"<p>{escaped(text)}</p>"
        asks = ' class="question"' if self._speakers.asks(text) else ' class="answer"'
        return f"<p{asks}><b>{escaped(text[:named])}</b>{escaped(text[named:])}</p>"

    def _quote(self, text: str, speaker: str | None) -> str:
        said = f"<p>{escaped(text)}</p>" if text else ""
        by = f"<footer>{escaped(_SPOKEN.say(self._tongue) + speaker)}</footer>" if speaker else ""
        return f"<blockquote>{said}{by}</blockquote>" if said or by else ""


def _kind_of_list(block: Block) -> tuple[bool, bool]:
    """Blocks of one kind that follow on each other are one list: of bullets, or of numbers."""
    return isinstance(block, ListItem), isinstance(block, ListItem) and block.ordinal is not None


def _list(items: list[ListItem]) -> str:
    ordinals = [item.ordinal for item in items if item.ordinal is not None]
    if not ordinals:
        return "<ul>" + "".join(f"<li>{escaped(item.text)}</li>" for item in items) + "</ul>"
    if any(ordinal != str(int(ordinal)) for ordinal in ordinals):  # 007 would be counted as 7
        written = (f"<li>{item.ordinal}. {escaped(item.text)}</li>" for item in items)
        return f'<ul class="numbered">{"".join(written)}</ul>'
    first = int(ordinals[0])
    lines = []
    for number, item in enumerate(items, first):
        actual = int(item.ordinal or 0)
        value = f' value="{actual}"' if actual != number else ""
        lines.append(f"<li{value}>{escaped(item.text)}</li>")
    start = f' start="{first}"' if first != 1 else ""
    return f"<ol{start}>{''.join(lines)}</ol>"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    if not any(cell for row in rows for cell in row):
        return ""
    columns = max(map(len, rows))
    head, *rest = [[*map(escaped, row), *[""] * (columns - len(row))] for row in rows]
    # An empty cell heads nothing, so it is no header for those who hear the table.
    heads = "".join(f'<th scope="col">{cell}</th>' if cell else "<td></td>" for cell in head)
    lines = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rest]
    body = f"<tbody>{''.join(lines)}</tbody>" if lines else ""
    return f"<table><thead><tr>{heads}</tr></thead>{body}</table>"


def _verse(lines: tuple[str, ...]) -> str:
    """Return lines kept as broken, a paragraph a stanza; an indent of blanks is one of hard blanks."""
    stanzas = (map(_indented, stanza) for is_said, stanza in groupby(lines, _has_words) if is_said)
    return "\n".join(f'<p class="verse">{"<br/>".join(stanza)}</p>' for stanza in stanzas)


def _has_words(line: str) -> bool:
    return bool(line.strip())


def _indented(line: str) -> str:
    """Return a line with the blanks before it as hard ones, which no reader of HTML puts together."""
    words = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(words)) + escaped(words)
