"""Blocks of Markdown under a headline as an article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from urllib.parse import unquote

from reader.edition.article import Article, Cut, Jump, Kind, Photo
from reader.edition.reference import Reference
from reader.importing.html_photo import HtmlPhoto
from reader.importing.page_text.markdown_body import body_of, without_last_places
from reader.importing.page_text.markdown_nodes import Form, Node
from reader.importing.page_text.names import are_names, reporters
from reader.importing.page_text.never_empty import never_empty
from reader.importing.page_text.shapes import (
    is_box_label,
    is_byline,
    is_dateline,
    is_deck,
    is_label,
    jump_of,
    label_kind,
    signed,
    source_of,
)

_ARROW = re.compile(r"([←→]) ?(.+)\Z")
_PAGE = re.compile(r"第\s*(\S{1,4}?)\s*版|[Pp]age ([A-Z]?\d\w{0,3})")
_ELSEWHERE = re.compile(r"(?:.*(?:（| \()|)(\d{4}-\d{2}-\d{2}/[^\s()（）]+)[)）]?\Z")
_OTHER_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CUT = ("［此处文字缺失］", "[text missing here]")
_CORRECTION = re.compile(r"(?:更正：|Correction: )(.+)\Z")
_CORRECTS = re.compile(r"(?:更正对象：|Corrects: )(.+)\Z")
_AUTHORS = re.compile(r"\u3000|, ")
_SHORT = 24
_FINAL = tuple("。！？.!?…：:")


class _Fields:
    """What is found of an article beside its body."""

    def __init__(self, ours: dt.date | None) -> None:
        self.ours = ours
        self.kind = Kind.NEWS
        self.column: str | None = None
        self.kicker: str | None = None
        self.deck: str | None = None
        self.byline: str | None = None
        self.authors: tuple[str, ...] = ()
        self.summary: str | None = None
        self.dateline: str | None = None
        self.source: str | None = None
        self.jump_from: Jump | None = None
        self.jump_to: Jump | None = None
        self.signoff: str | None = None
        self.correction: str | None = None
        self.corrects: str | None = None
        self.is_cut_at_start = False
        self.is_cut_at_end = False

    @property
    def cut(self) -> Cut | None:
        if self.is_cut_at_start and self.is_cut_at_end:
            return Cut.BOTH
        return Cut.START if self.is_cut_at_start else Cut.END if self.is_cut_at_end else None


def article_of_nodes(
    title: str | None,
    above: list[Node],
    below: list[Node],
    photo: Callable[[HtmlPhoto, Node], Photo],
    *,
    ours: dt.date | None = None,
) -> Article:
    """Return the article with this headline, of the lines above it and the blocks below.

    Lines above are the column's label and the kicker; those right below that look like it are deck, byline,
    dateline, source and jump line, those at the end signature and jump line. In a paper of ours, printed for
    the day `ours`, what is emphasised is authors, summary or signoff, and links lead to other days.
    """
    fields = _Fields(ours)
    is_ours = ours is not None
    for node in above:
        _read_above(node, fields)
    below = list(below)
    if title is None and below and below[0].form is Form.STRONG:
        fields.deck = ""  # without a headline nothing can be its deck
    if title is not None and _is_deck_heading(below):
        fields.deck = below.pop(0).text
    while below and (
        (is_ours and _read_set_off(below, fields))
        or _read_head(below[0], fields)
        or _read_above_source(below, fields)
    ):
        below.pop(0)
    while below and ((is_ours and _read_signoff(below, fields)) or _read_tail(below, fields)):
        below.pop()
    body = body_of(below, photo)
    if is_ours:
        body = without_last_places(body)
    headline = title
    slug = None
    if title and len(title) > 2 and title[0] in "［[" and title[-1] in "］]":
        headline, slug = None, title[1:-1]
    first = next((node.text for node in below if node.form is Form.TEXT), "")
    article = Article(
        id="",
        kind=fields.kind,
        column=fields.column,
        kicker=fields.kicker,
        headline=headline,
        slug=slug,
        deck=fields.deck or None,
        byline=fields.byline,
        authors=fields.authors or (() if fields.byline else reporters(first)),
        dateline=fields.dateline,
        source=fields.source,
        summary=fields.summary,
        body=body.text,
        photos=body.photos,
        signoff=fields.signoff,
        jump_from=fields.jump_from,
        jump_to=fields.jump_to,
        cut=fields.cut,
        correction=fields.correction,
        corrects=fields.corrects,
    )
    return never_empty(article)


def taken_above(nodes: list[Node]) -> list[Node]:
    """Take the lines off the end that stand above the next headline: a kicker, the label of a column."""
    above: list[Node] = []
    if nodes and nodes[-1].form is Form.STRONG:
        above.insert(0, nodes.pop())
    if nodes and (nodes[-1].stars == 3 or (nodes[-1].form is Form.TEXT and is_column(nodes[-1].text))):
        above.insert(0, nodes.pop())
    return above


def is_column(text: str) -> bool:
    """Is this the line above a headline that names the kind of piece, or the label of its column?"""
    kind, _, column = text.partition(" · ")
    if _kind(kind) is not None:
        return len(column) <= _SHORT
    return is_label(text) or is_box_label(text)


def _kind(words: str) -> Kind | None:
    return next((kind for kind in Kind if words in kind.wording), None)


def _read_above(node: Node, fields: _Fields) -> None:
    text = node.text
    if node.form is Form.STRONG:
        fields.kicker = text
        return
    name, _, column = text.partition(" · ")
    kind = _kind(name)
    if kind is not None:
        fields.kind, fields.column = kind, column or None
    else:
        # Ours print the kind wherever it is not plain news.
        fields.kind = Kind.NEWS if node.stars else label_kind(text) or Kind.NEWS
        fields.column = text


def _read_head(node: Node, fields: _Fields) -> bool:
    """Take a line below the headline into its field; False where the text begins."""
    text = node.text
    if node.form is Form.STRONG and fields.deck is None and not (fields.byline or fields.source):
        fields.deck = text
    elif node.form is not Form.TEXT or len(node.lines) > 1:
        return False
    elif is_byline(text) and fields.byline is None:
        fields.byline = text
    elif (source := source_of(text)) is not None and fields.source is None:
        fields.source = source
    elif is_dateline(text) and fields.dateline is None:
        fields.dateline = text
    elif text in _CUT and not fields.is_cut_at_start:
        fields.is_cut_at_start = True
    elif (jump := _jump(text, fields.ours)) is not None and jump[0] == "from" and fields.jump_from is None:
        fields.jump_from = jump[1]
    else:
        return False
    return True


def _is_deck_heading(below: list[Node]) -> bool:
    """Is a heading right below the headline its deck: with a dash, or above a line that says whence it is?"""
    if len(below) < 2 or below[0].form is not Form.HEADING:
        return False
    text = below[1].text if below[1].form is Form.TEXT else ""
    return is_deck(below[0].text) or is_byline(text) or is_dateline(text) or source_of(text) is not None


def _read_set_off(below: list[Node], fields: _Fields) -> bool:
    """Take an emphasised line of ours: names, and what stands above dateline or source, are authors."""
    node = below[0]
    if node.stars != 1 or (len(below) == 1 and fields.summary is not None):
        return False
    follow = below[1].text if len(below) > 1 and not below[1].stars else ""
    is_above = is_dateline(follow) or source_of(follow) is not None
    names = tuple(filter(None, _AUTHORS.split(node.text)))
    is_first = not (fields.byline or fields.authors or fields.dateline or fields.source or fields.summary)
    is_followed = len(below) > 1 and below[1].stars == 1 and len(node.text) <= 2 * _SHORT
    if is_first and (is_above or is_followed or all(are_names(name, is_strict=False) for name in names)):
        fields.authors = names
    elif fields.summary is None and len(below) > 1:
        fields.summary = node.text
    else:
        return False
    return True


def _read_signoff(below: list[Node], fields: _Fields) -> bool:
    """Take an emphasised line of ours below the text for the signoff."""
    if below[-1].stars != 1 or fields.signoff is not None:
        return False
    fields.signoff = below[-1].text
    return True


def _read_above_source(below: list[Node], fields: _Fields) -> bool:
    """Take a short line for byline or dateline by its place: above the line that names the source."""
    if below[0].form is not Form.TEXT or len(below[0].text) > 2 * _SHORT:
        return False
    follow = [node.text for node in below[1:3]]
    if below[0].text[-1:] in _FINAL or not any(source_of(text) for text in follow):
        return False
    if fields.byline is None:
        fields.byline = below[0].text
    elif fields.dateline is None:
        fields.dateline = below[0].text
    else:
        return False
    return True


def _read_tail(below: list[Node], fields: _Fields) -> bool:
    """Take a line below the text into its field; False where the text ends."""
    node = below[-1]
    if node.form is not Form.TEXT or len(node.lines) > 1:
        return False
    text = node.text
    if text in _CUT and not fields.is_cut_at_end:
        fields.is_cut_at_end = True
    elif (correction := _CORRECTION.match(text)) and fields.correction is None:
        fields.correction = correction[1]
    elif (
        (corrects := _CORRECTS.match(text))
        and (address := _address(corrects[1], fields.ours))
        and not fields.corrects
    ):
        fields.corrects = address
    elif (jump := _jump(text, fields.ours)) is not None and jump[0] == "to" and fields.jump_to is None:
        fields.jump_to = jump[1]
    elif fields.signoff is None and len(below) > 1 and _is_signature(text):
        fields.signoff = text
    else:
        return False
    return True


def _is_signature(text: str) -> bool:
    parted = signed(text, is_last=True)
    return (parted is not None and not parted.text) or is_byline(text)


def _jump(text: str, ours: dt.date | None) -> tuple[str, Jump] | None:
    """Return which jump a line is, as pages and as we print them; a title it names is no address."""
    arrow = _ARROW.match(text) if len(text) <= 120 else None
    if arrow is None:
        return jump_of(text)
    address = _address(arrow[2], ours)
    page = _PAGE.search(arrow[2])
    if (address is None or page is None) and _OTHER_DAY.search(arrow[2]):
        return None  # a page of another day's paper: that is no address without its article
    found = Jump(page=(page[1] or page[2]) if page else None, article=address)
    return ("from" if arrow[1] == "←" else "to"), found


def _address(text: str, ours: dt.date | None) -> str | None:
    """Return the article of another day's edition that the link in these words leads to."""
    found = _ELSEWHERE.match(text) if ours is not None else None
    try:
        reference = Reference.parse(unquote(found[1])) if found else None
    except ValueError:
        return None
    return str(reference) if reference and reference.date != ours else None
