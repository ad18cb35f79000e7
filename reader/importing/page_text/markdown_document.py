"""A Markdown document as the draft of an edition: an article, several, or a whole paper as we print it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from reader.edition.article import Article, Photo
from reader.edition.body import Paragraph
from reader.edition.body_text import body_text
from reader.edition.edition import Section
from reader.edition.wording import Wording
from reader.importing.finishing import Draft
from reader.importing.html_photo import HtmlPhoto
from reader.importing.imported import Wishes
from reader.importing.page_text.front_matter import KEYS, FrontMatter, front_matter
from reader.importing.page_text.markdown_article import article_of_nodes, taken_above
from reader.importing.page_text.markdown_nodes import Form, Node, markdown_nodes
from reader.importing.page_text.markdown_paper import is_paper, paper_draft
from reader.importing.page_text.markdown_pictures import Pictures
from reader.importing.page_text.moments import full_days
from reader.importing.page_text.telling import Telling
from reader.importing.source import Source

_UNKNOWN = Wording(
    "文档信息“{key}: {value}”没有对应的字段", "“{key}: {value}” at its head is no field of the format"
)
_PUT_IT = Wording("需要就写进文中", "put it into the text if it matters")
_NO_DATE = Wording("日期“{value}”读不懂", "the date “{value}” cannot be read")
_SAY_DATE = Wording("写成 2025-02-03 这样，或用 --date", "write it as 2025-02-03, or give it with --date")

_HEAD = ("column", "kicker", "deck", "byline", "dateline", "source", "signoff")

_PhotoOf = Callable[[HtmlPhoto, Node], Photo]


class _Part(NamedTuple):
    """A headline, what stands above it and what below."""

    title: str | None
    above: list[Node]
    below: list[Node]


def markdown_draft(text: str, source: Source, wishes: Wishes, tell: Telling) -> Draft:
    """Return the draft of a document; what is guessed or left out is in `tell`.

    Raises:
        TooDeep: its blocks are nested deeper than anybody writes.
    """
    matter = front_matter(text)
    nodes = markdown_nodes(matter.text, matter.lines)
    pictures = Pictures(source, tell)
    if is_paper(nodes):
        draft = paper_draft(nodes, pictures.photo, wishes, tell)
    else:
        articles = _sections(nodes, matter, pictures.photo)
        draft = Draft(source=source.name, sections=articles)
    draft = _with_matter(draft, matter, tell)
    return replace(
        draft,
        source=source.name,
        pictures=tuple(pictures.found),
        inferred=tuple(tell.inferred),
        observations=tell.in_order(),
    )


def _sections(nodes: list[Node], matter: FrontMatter, photo: _PhotoOf) -> tuple[Section, ...]:
    """Return the articles of a document in sections; its top headings are those, if only others "
    "follow them."""
    name = matter.one("section") or ""
    title = matter.one("headline")
    if title is not None:
        first = nodes[0] if nodes else None
        is_said = first is not None and first.form is Form.HEADING and first.text == title
        article = article_of_nodes(title, [], nodes[1:] if is_said else nodes, photo)
        return (Section(name=name, articles=(article,)),)
    levels = [node.level for node in nodes if node.level]
    top = min(levels, default=1)
    tops = [index for index, node in enumerate(nodes) if node.level == top]
    are_sections = len(tops) > 1 and all(
        index + 1 < len(nodes) and nodes[index + 1].level > top for index in tops
    )
    if not are_sections:
        return (Section(name=name, articles=_articles(nodes, top, photo)),)
    before = _articles(nodes[: tops[0]], top, photo)
    sections = [Section(name=name, articles=before)] if before else []
    for start, end in zip(tops, [*tops[1:], len(nodes)], strict=True):
        inner = nodes[start + 1 : end]
        articles = _articles(inner, inner[0].level, photo)
        sections.append(Section(name=nodes[start].text, articles=articles))
    return tuple(sections)


def _articles(nodes: list[Node], level: int, photo: _PhotoOf) -> tuple[Article, ...]:
    return tuple(article_of_nodes(*part, photo) for part in parted(nodes, level))


def parted(nodes: list[Node], level: int) -> list[_Part]:
    """Return what stands under each heading of this level or above, with the lines above it that "
    "belong to it."""
    parts: list[_Part] = []
    title: str | None = None
    above: list[Node] = []
    held: list[Node] = []
    for node in nodes:
        if not 0 < node.level <= level:
            held.append(node)
            continue
        next_above = taken_above(held)
        if title is not None or held:
            parts.append(_Part(title, above, held))
        title, above, held = node.text, next_above, []
    if title is not None or held:
        parts.append(_Part(title, above, held))
    return parts


def _with_matter(draft: Draft, matter: FrontMatter, tell: Telling) -> Draft:
    """Return the draft with what the front matter says: of the paper, and of the only article."""
    for key, values in matter.values.items():
        if key not in KEYS:
            value = ", ".join(values)[:60]
            tell.dropped("1:1", _UNKNOWN.filled(key=key, value=value), _PUT_IT)
    date = matter.one("date")
    day = _day(date)
    if date and day is None:
        tell.undecided("1:1", _NO_DATE.filled(value=date), _SAY_DATE)
    draft = replace(
        draft,
        paper=matter.one("paper") or draft.paper,
        date=day or draft.date,
        edition=matter.one("edition") or draft.edition,
        issue=matter.one("issue") or draft.issue,
        language=matter.one("language") or draft.language,
        timezone=matter.one("timezone") or draft.timezone,
    )
    articles = [article for section in draft.sections for article in section.articles]
    if len(articles) != 1 or not matter.values:
        return draft
    article = _headed(articles[0], matter)
    section = replace(
        draft.sections[0], articles=(article,), page=matter.one("page") or draft.sections[0].page
    )
    return replace(draft, sections=(section,))


def _headed(article: Article, matter: FrontMatter) -> Article:
    """Return the article with these fields; what the document says otherwise there opens its text."""
    said = [getattr(article, name) for name in _HEAD if matter.one(name)]
    lost = [words for words in said if words and words not in map(matter.one, _HEAD)]
    return replace(
        article,
        body="\n\n".join(filter(None, [body_text([Paragraph(0, words) for words in lost]), article.body])),
        kicker=matter.one("kicker") or article.kicker,
        deck=matter.one("deck") or article.deck,
        byline=matter.one("byline") or article.byline,
        authors=matter.values.get("authors") or article.authors,
        dateline=matter.one("dateline") or article.dateline,
        source=matter.one("source") or article.source,
        summary=matter.one("summary") or article.summary,
        column=matter.one("column") or article.column,
        signoff=matter.one("signoff") or article.signoff,
        slug=article.slug if article.headline else (matter.one("slug") or article.slug),
    )


def _day(words: str | None) -> dt.date | None:
    return next((day for _, day in full_days((words or "").partition("T")[0])), None)
