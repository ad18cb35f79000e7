"""Titles that a catalogue gives: to an article that has none on the page, and of the paper itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from reader.edition.article import Article, Kind
from reader.edition.body import Paragraph, Subhead, blocks
from reader.importing.mets.roles import kind_of

_NONE = frozenset({"unknown", "untitled", "notitle", "sanstitre", "ohnetitel", "senzatitolo", "无题", "無題"})
_TYPES = frozenset({"article", "illustration", "image", "picture", "photo", "table", "text", "section"})
_NOT_LETTERS = re.compile(r"[\W_]+")
_LONGEST = 300
"""Characters of a label that are looked at."""

_TAIL = re.compile(
    r"[\s,;:(\[–—-]*(?:\b(?:no|nr|num|number|issue|vol|bd)\b\.?\s*\d|[N№]o?[°º.]\s*\d"
    r"|\b\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}|\b\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\d{4}年|第\s*\d+\s*[期号號]|\b\d{8}\b).*\Z",
    re.IGNORECASE | re.DOTALL,
)


class Titled(NamedTuple):
    """An article with a title, and whether the title is one that the page does not print."""

    article: Article
    is_given: bool


def is_title(label: str) -> bool:
    """Is this a title, and not a word for there being none, or for what kind of thing this is?"""
    plain = _plain(label)
    return bool(plain) and plain not in _NONE and plain not in _TYPES and kind_of(label) is not Kind.AD


def titled(article: Article, title: str | None) -> Titled:
    """Return an article with the title that the catalogue has, unless the page has one.

    If the article begins with these very words, they are its headline and leave the body.
    """
    if article.headline or not title or not is_title(title):
        return Titled(article, False)
    first = next(blocks(article.body), None)
    if isinstance(first, Paragraph | Subhead) and _plain(first.text) == _plain(title):
        rest = list(blocks(article.body))
        following = rest[1].start if len(rest) > 1 else len(article.body)
        return Titled(replace(article, headline=first.text, body=article.body[following:]), False)
    return Titled(replace(article, headline=title), True)


def is_said(words: str, article: Article) -> bool:
    """Does the page print these words in this article already?"""
    printed = (article.kicker, article.headline, article.deck, article.summary, article.body)
    return _plain(words) in "\n".join(_plain(text or "") for text in printed)


def paper_of(label: str) -> str | None:
    """Return the name of the paper in the label of an issue, which has number and date behind it."""
    return _TAIL.sub("", " ".join(label.split())[:_LONGEST]).strip() or None


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
