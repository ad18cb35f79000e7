"""Which article is which: by the id it gives, else by its page and its place there."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.edition.reference import NOTICE_PREFIX, page_label, placed_id
from reader.edition.wording import Wording
from reader.loading.position import line_of
from reader.loading.problem import ProblemList, shown
from reader.loading.records import Draft

_NOT_IN_IDS = re.compile(r"[\s/\[\]]+")


class PlacedArticle(NamedTuple):
    """An article read, and its id in the edition."""

    draft: Draft
    id: str


def place_articles(edition: Draft, problems: ProblemList) -> list[PlacedArticle]:
    """Return all articles in reading order with their ids; an id used twice is told with both lines."""
    placed: list[PlacedArticle] = []
    labels: dict[str, str] = {}
    ordinals: dict[str, int] = {}
    for number, section in enumerate(edition.values.get("sections", ()), 1):
        section_page = section.values.get("page", f"{number:02d}")
        for article in section.values.get("articles", ()):
            page = article.values.get("page", section_page)
            if page not in labels:
                labels[page] = page_label(page if page.isalnum() else _NOT_IN_IDS.sub("-", page))
            label = labels[page]
            ordinal = ordinals[label] = ordinals.get(label, 0) + 1
            own_id = article.values.get("id") or placed_id(label, ordinal)
            placed.append(PlacedArticle(article, own_id))
    _tell_doubled(placed, problems)
    return placed


def _tell_doubled(placed: list[PlacedArticle], problems: ProblemList) -> None:
    first: dict[str, PlacedArticle] = {}
    for article in placed:
        if article.id.startswith(NOTICE_PREFIX):
            what = Wording("文章的 id 不能以“{prefix}”开头", "an article's id cannot begin with “{prefix}”")
            advice = Wording("换一个 id", "use another id")
            problems.error(article.draft.at("id"), what.filled(prefix=NOTICE_PREFIX), advice)
        other = first.setdefault(article.id, article)
        if other is article:
            continue
        before, after = other.draft.at("id"), article.draft.at("id")
        what = Wording(
            "第 {first} 行和第 {second} 行的文章都叫“{id}”",
            "the articles on lines {first} and {second} are both “{id}”",
        ).filled(id=shown(article.id), first=line_of(before), second=line_of(after))
        if "id" in article.draft.values and "id" in other.draft.values:
            advice = Wording("改其中一个 id", "change one of the ids")
        else:  # one of them is known by its place, which the other has taken for a name
            advice = Wording(
                "“{id}”是按位置得到的名字：给它写上 id，或改另一个的",
                "“{id}” is the name of a place: give that article an id, or change the other's",
            ).filled(id=shown(article.id))
        problems.error(after, what, advice)
