"""Newspapers as calibre's recipes and their kin make them: what in them is furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.edition.body import Paragraph
from reader.importing.epub.content import Content
from reader.importing.epub.package import Package
from reader.importing.html_table import Piece

_ARTICLES = re.compile(r"(?:^|/)feed_\d+/")
_LIST = re.compile(r"(?:^|/)feed_\d+/index[^/]*\Z")
_ARTICLE = re.compile(r"(?:^|/)article_\d+/")
# "| Next | Section menu | Main menu |" in whatever language, where a conversion has lost its class.
_BAR = re.compile(r"\|(?:[^|\n]{1,30}\|){1,5}\Z")
_EDGE = 3
"""Blocks at the beginning and end of a text among which a bar may stand."""


def is_recipe(package: Package) -> bool:
    """Was the book made by a recipe: does it call itself a periodical, or lie in folders as only those do?"""
    if package.publication_type.startswith("periodical"):
        return True
    return any(_ARTICLES.search(item.path) for item in package.items.values())


def is_list(text: Content) -> bool:
    """Is it a list of sections or articles, by its classes, or by its place and where its links lead?"""
    if text.is_index or _LIST.search(text.path) is None:
        return text.is_index
    return any(_ARTICLE.search(href) for href in text.links)


def without_bars(text: Content) -> Content:
    """Return a text without navigation bars at its ends that no class tells."""
    last = len(text.pieces) - _EDGE
    kept = [
        piece for at, piece in enumerate(text.pieces) if not ((at < _EDGE or at >= last) and _is_bar(piece))
    ]
    count = len(text.pieces) - len(kept)
    if not count:
        return text
    furniture = {**text.furniture, "bar": text.furniture.get("bar", 0) + count}
    return text._replace(pieces=tuple(kept), furniture=furniture)


def section_name(texts: Sequence[Content]) -> str | None:
    """Return the name of the first list of articles: that of all of a paper's, if there is only one."""
    return next((text.feed for text in texts if text.feed), None)


def _is_bar(piece: Piece) -> bool:
    return isinstance(piece.block, Paragraph) and _BAR.match(piece.block.text) is not None
