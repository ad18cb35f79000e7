"""An edition laid out for proofreading: its passages in reading order, article by article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reader.edition.article import Article
from reader.edition.edition import Edition, Section
from reader.edition.notice import Notice
from reader.proofreading.body_passages import body_passages, line_passage
from reader.proofreading.finding import Spot
from reader.proofreading.passage import Passage, Role

_TITLES = (
    ("column", Role.COLUMN),
    ("kicker", Role.KICKER),
    ("headline", Role.HEADLINE),
    ("slug", Role.SLUG),
    ("deck", Role.DECK),
    ("byline", Role.BYLINE),
    ("dateline", Role.DATELINE),
    ("source", Role.SOURCE),
    ("summary", Role.SUMMARY),
)
_PHOTO = (("caption", Role.CAPTION), ("credit", Role.CREDIT), ("alt", Role.ALT))
_END = (("signoff", Role.SIGNOFF), ("correction", Role.CORRECTION))
_NOTICE = (
    ("event", Role.NOTICE_TITLE),
    ("headline", Role.NOTICE_TITLE),
    ("column", Role.COLUMN),
    ("issuer", Role.NOTICE_FACT),
    ("area", Role.NOTICE_FACT),
    ("text", Role.NOTICE_TEXT),
    ("instruction", Role.NOTICE_TEXT),
)
_MASTHEAD = ("motto", "publisher", "editor", "lunar", "pages")


class ProofArticle(NamedTuple):
    """An article with its passages."""

    article: Article
    section: Section
    path: str
    """As ``sections[0].articles[2]``."""
    reference: str
    passages: tuple[Passage, ...]
    """All of them in reading order: titles, byline, body, captions, sign-off."""

    @property
    def body(self) -> tuple[Passage, ...]:
        """The passages of its body."""
        field = f"{self.path}.body"
        return tuple(passage for passage in self.passages if passage.field == field)

    def spot(self, key: str | None = None) -> Spot:
        """Return the article as a whole as a place for a remark, or the whole of one of its fields."""
        return Spot(f"{self.path}.{key}" if key else self.path)


class ProofNotice(NamedTuple):
    """A notice with its passages."""

    notice: Notice
    path: str
    passages: tuple[Passage, ...]

    def spot(self, key: str | None = None) -> Spot:
        """Return the notice as a whole as a place for a remark, or the whole of one of its fields."""
        return Spot(f"{self.path}.{key}" if key else self.path)


@dataclass(frozen=True, slots=True)
class Proof:
    """An edition and every passage of it."""

    edition: Edition
    texts: Mapping[str, str]
    """Every text of the file by its field, as written."""
    articles: tuple[ProofArticle, ...]
    notices: tuple[ProofNotice, ...]
    others: tuple[Passage, ...]
    """Names of sections and lines of the masthead."""

    def passages(self) -> Iterator[Passage]:
        """Yield every passage that has text: notices, then articles, then the edition's own."""
        groups = [group.passages for group in self.notices] + [group.passages for group in self.articles]
        for passages in groups:
            yield from (passage for passage in passages if passage.text)
        yield from self.others

    def prose(self) -> Iterator[Passage]:
        """Yield the passages that are sentences."""
        return (passage for passage in self.passages() if passage.role.is_prose)


def proof_of(edition: Edition, texts: Mapping[str, str]) -> Proof:
    """Lay out an edition; `texts` are its file's texts by field, as `Proof.texts` wants them."""
    articles = tuple(_articles(edition, texts))
    notices = tuple(
        ProofNotice(notice, path, tuple(_fields(path, texts, _NOTICE)))
        for path, notice in ((f"notices[{number}]", notice) for number, notice in enumerate(edition.notices))
    )
    others = [
        line_passage(f"sections[{number}].name", Role.SECTION, texts[f"sections[{number}].name"])
        for number in range(len(edition.sections))
        if f"sections[{number}].name" in texts
    ]
    masthead = tuple((key, Role.MASTHEAD) for key in _MASTHEAD)
    return Proof(edition, texts, articles, notices, (*others, *_fields("masthead", texts, masthead)))


def _articles(edition: Edition, texts: Mapping[str, str]) -> Iterator[ProofArticle]:
    for number, section in enumerate(edition.sections):
        for index, article in enumerate(section.articles):
            path = f"sections[{number}].articles[{index}]"
            passages = tuple(_article_passages(path, article, texts))
            yield ProofArticle(article, section, path, str(edition.reference(article)), passages)


def _article_passages(path: str, article: Article, texts: Mapping[str, str]) -> Iterator[Passage]:
    yield from _fields(path, texts, _TITLES)
    for index in range(len(article.authors)):
        yield from _fields(path, texts, ((f"authors[{index}]", Role.AUTHOR),))
    field = f"{path}.body"
    if field in texts:
        yield from body_passages(field, texts[field])
    for index in range(len(article.photos)):
        yield from _fields(f"{path}.photos[{index}]", texts, _PHOTO)
    yield from _fields(path, texts, _END)


def _fields(path: str, texts: Mapping[str, str], keys: tuple[tuple[str, Role], ...]) -> Iterator[Passage]:
    for key, role in keys:
        field = f"{path}.{key}"
        if text := texts.get(field):
            if role is Role.NOTICE_TEXT:
                yield from (_as(role, passage) for passage in body_passages(field, text))
            else:
                yield line_passage(field, role, text)


def _as(role: Role, passage: Passage) -> Passage:
    """Its paragraphs have the notice's role; what their marks make of others stays."""
    if passage.role is Role.PARAGRAPH:
        passage.role = role
    return passage
