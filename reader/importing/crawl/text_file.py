"""A file of one article made into a piece."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from reader.edition.article import Article, Kind
from reader.edition.body_text import plain_paragraphs
from reader.edition.wording import Wording
from reader.importing.crawl.bylines import is_byline, is_signoff, names_at_head, names_in
from reader.importing.crawl.days import day_in
from reader.importing.crawl.fields import Field, labelled
from reader.importing.crawl.heads import Habit, Head, head_of, kind_of
from reader.importing.crawl.names import Named
from reader.importing.crawl.piece import Piece
from reader.importing.crawl.places import place_in
from reader.importing.crawl.texts import Parted, parted
from reader.importing.observation import Grade, Observation

_LEFT = (Field.ADDRESS, Field.PHOTOS, Field.ISSUE, Field.NUMBER, Field.ARTICLES, Field.PUBLISHED)
_IMPRINT = re.compile(
    r"《(?P<paper>[^《》]{2,20})》\s*[（(]\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)"
    r"[\s\u3000]*第?\s*(?P<page>[A-Z]?\d{1,3})\s*版\s*[)）]\s*\Z"
)
_MOST_HEAD_LINES = 6
_UNDECIDED = Wording(
    "标题行的主次分不清，按主题、副题放", "its lines above the text could be meant otherwise"
)
_NO_HEADLINE = Wording("正文前没有标题", "there is no headline above the text")
_JOINED = Wording("有 {count} 处断行接上了", "lines joined to the one before: {count}")
_LOOK = Wording("对照原报看一看", "compare it with the page")
_GIVE_ONE = Wording("有标题就补在 headline", "if the page has one, write it as headline")


def article_of(parts: Parted) -> Article:
    """Return the article of a head and its paragraphs; authors are told from bylines, never guessed."""
    head, paragraphs = parts.head, list(parts.paragraphs)
    if not head.byline and len(paragraphs) > 1 and is_byline(paragraphs[0]) and names_in(paragraphs[0]):
        head = head._replace(byline=paragraphs.pop(0))
    signoff = paragraphs.pop() if len(paragraphs) > 1 and is_signoff(paragraphs[-1]) else None
    authors = names_in(head.byline) if head.byline else ()
    if not authors and paragraphs:
        authors = names_at_head(paragraphs[0])
    return Article(
        id="",
        kind=kind_of(head),
        kicker=head.kicker,
        headline=head.headline,
        deck=head.deck,
        byline=head.byline,
        authors=authors,
        body=plain_paragraphs(paragraphs),
        signoff=signoff,
    )


def piece_of(text: str, source: str, name: Named, habit: Habit) -> Piece:
    """Return the piece of a file's text; what the text says of itself outweighs the name but for the day."""
    labels = _labels(text)
    if labels is None:
        text, imprint = _without_imprint(text, name)
        parts = parted(text, habit)
        return _with_told(imprint._replace(article=article_of(parts), source=source), parts, name)
    parts = parted(labels.body, habit)
    head = labels.head._replace(byline=labels.first(Field.BYLINE) or labels.head.byline)
    if not head.headline:
        head = parts.head._replace(byline=head.byline or parts.head.byline)
    elif any(parts.head[:4]):  # no head, for that stands above: the first lines are text
        parts = parted("\u3000" + labels.body.lstrip().replace("\n", "\n\u3000"))
    parts = parts._replace(head=head)
    page, section = place_in(labels.first(Field.PAGE) or "")
    named_page, named_section = place_in(labels.first(Field.SECTION) or "")
    piece = Piece(
        article_of(parts),
        source,
        date=day_in(labels.first(Field.DATE) or labels.first(Field.PUBLISHED) or ""),
        page=page or named_page,
        section=named_section or section,
        paper=labels.first(Field.PAPER),
        left=tuple(field.name.lower() for field in labels.values if field in _LEFT),
    )
    return _with_told(piece._replace(article=_with_more(piece.article, labels)), parts, name)


def _without_imprint(text: str, name: Named) -> tuple[str, Piece]:
    """Return the text without the line that electronic papers print below the head, and what it says.

    ``《河湾日报》（2025年03月01日 第 01 版）`` says what the edition's own fields hold, unless it names
    another day.
    """
    lines = text.split("\n", _MOST_HEAD_LINES)
    for at, line in enumerate(lines[:_MOST_HEAD_LINES]):
        match = _IMPRINT.search(line)
        before = line[: match.start()].strip() if match else ""
        day = day_in(match["day"]) if match else None
        if match and day is not None and name.date in (None, day) and (not before or is_byline(before)):
            lines[at : at + 1] = [before] if before else []
            page, _ = place_in(match["page"])
            piece = Piece(Article(id=""), "", date=day, page=page, paper=match["paper"].strip())
            return "\n".join(lines), piece
    return text, Piece(Article(id=""), "")


class _Labels(NamedTuple):
    """The lines above the text that say themselves what they are."""

    head: Head
    values: dict[Field, list[str]]
    body: str

    def first(self, field: Field) -> str | None:
        """Return what a label says, all its lines."""
        return " ".join(filter(None, self.values.get(field, ()))) or None


def _labels(text: str) -> _Labels | None:
    """Return the labelled lines of a text, or None when it has no headline with a label."""
    lines = text.split("\n")
    values: dict[Field, list[str]] = {}
    current: Field | None = None
    end = len(lines)
    for at, line in enumerate(lines):
        found = labelled(line.strip())
        if found is not None and found[0] not in values:
            current, words = found
            values[current] = [words]
            if current is Field.BODY:
                end = at + 1
                break
        elif current is Field.HEADLINE:
            values[current].append(line.strip())
        elif line.strip():
            end = at
            break
    if Field.HEADLINE not in values or len(values) < 2:
        return None
    body = "\n".join([*filter(None, values.get(Field.BODY, ())), *lines[end:]])
    head = head_of(_without_end(values[Field.HEADLINE]))
    kicker = " ".join(filter(None, values.get(Field.KICKER, ()))) or head.kicker
    deck = " ".join(filter(None, values.get(Field.DECK, ()))) or head.deck
    return _Labels(head._replace(kicker=kicker, deck=deck), values, body)


def _without_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def _with_more(article: Article, labels: _Labels) -> Article:
    return replace(
        article,
        column=labels.first(Field.COLUMN),
        source=labels.first(Field.SOURCE),
        summary=labels.first(Field.SUMMARY),
    )


def _with_told(piece: Piece, parts: Parted, name: Named) -> Piece:
    """Return the piece with its place by name and what is to be told of its head."""
    return piece._replace(
        date=name.date or piece.date,
        page=piece.page or name.page,
        number=name.number,
        observations=(*piece.observations, *_told(parts, piece)),
    )


def _told(parts: Parted, piece: Piece) -> Iterable[Observation]:
    if parts.head.is_undecided:
        yield Observation(Grade.UNDECIDED, piece.source, piece.part, _UNDECIDED, _LOOK)
    if not parts.head.headline and parts.paragraphs and piece.article.kind is Kind.NEWS:
        yield Observation(Grade.UNDECIDED, piece.source, piece.part, _NO_HEADLINE, _GIVE_ONE)
    if parts.joined:
        yield Observation(Grade.GUESSED, piece.source, piece.part, _JOINED.filled(count=parts.joined), _LOOK)
