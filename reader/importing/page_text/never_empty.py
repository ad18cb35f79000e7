"""A piece of which only lines above a text are left keeps them: the best of them becomes its headline."""

from __future__ import annotations

from dataclasses import replace

from reader.edition.article import Article

_LINES = ("deck", "kicker", "summary", "column", "byline", "dateline", "source", "signoff", "correction")
"""What can stand in for a headline, the best first."""


def never_empty(article: Article) -> Article:
    """Return the article as it is, or with a line of its head as headline where it has neither that nor text.

    What has neither is left out of an edition, and its words would be lost.
    """
    if article.headline or article.slug or article.body.strip() or article.photos:
        return article
    name = next((name for name in _LINES if getattr(article, name)), None)
    if name is None:
        return article
    return replace(article, **{name: None, "headline": getattr(article, name)})
