"""Articles of an issue gathered into sections: those that the structure names, else one a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.edition.article import Article
from reader.edition.edition import Section
from reader.edition.wording import Tongue, Wording

NOT_IN_ARTICLES = Wording("未归入文章的文字", "Not in any article")
"""What the section of text is called that no article has."""

_PAGE = Wording("第{label}版", "Page {label}")


class Placed(NamedTuple):
    """An article, and where it belongs."""

    article: Article
    page: int
    """The number of the page it begins on, from 0 in the order of the issue."""
    group: str = ""
    """The name of its section; empty for none."""
    group_key: int = 0
    """Tells sections of the same name apart."""
    is_left: bool = False
    """Is it text that no article has?"""


def sections_of(
    placed: Iterable[Placed], labels: Sequence[str], tongue: Tongue, wished: str | None
) -> tuple[Section, ...]:
    """Return the sections in the order of their first pages; articles keep their order.

    `labels` are what the pages are called, `wished` the name of sections that have none of their own.
    """
    groups: dict[tuple[object, ...], list[Placed]] = {}
    for each in placed:
        key = (each.group_key, each.group) if each.group else ("left" if each.is_left else "page", each.page)
        groups.setdefault(key, []).append(each)
    ordered = sorted(groups.values(), key=lambda group: (group[0].page, group[0].is_left))
    return tuple(_section(group, labels, tongue, wished) for group in ordered)


def _section(group: list[Placed], labels: Sequence[str], tongue: Tongue, wished: str | None) -> Section:
    first = group[0]
    label = labels[first.page] if first.page < len(labels) else ""
    if first.is_left:
        name = NOT_IN_ARTICLES.say(tongue)
    else:
        name = first.group or wished or _PAGE.filled(label=label).say(tongue)
    articles = []
    for each in group:
        own = labels[each.page] if each.page < len(labels) else ""
        articles.append(replace(each.article, page=own) if own and own != label else each.article)
    return Section(name=name, page=label or None, articles=tuple(articles))
