"""How much weight a story has on its page, also where the edition does not say."""

from __future__ import annotations

from collections.abc import Sequence

from reader.edition.article import Article, Kind
from reader.typesetting.weight import Weight, said_weight

_LONG, _SHORT = 600, 120
"""Characters of Chinese text above which a story asks for more room, and below which for less."""


_OF_KIND = {
    Kind.FEATURE: 1,
    Kind.INTERVIEW: 1,
    Kind.BRIEF: -2,
    Kind.AD: -2,
    Kind.CORRECTION: -2,
    Kind.LETTER: -1,
}


def weigh(articles: Sequence[Article], *, is_cjk: bool) -> list[Weight]:
    """Return the weight of each article of one page, in their order; exactly one of them leads.

    What the edition says counts. Where it is silent, kind, kicker, deck and length speak, and of equals the
    earlier one: editors put first what comes first. A second lead on a page becomes a major story.
    """
    weights = [said_weight(article) for article in articles]
    scores = [_score(article, is_cjk) for article in articles]
    lead = next((at for at, weight in enumerate(weights) if weight is Weight.LEAD), None)
    if lead is None:
        free = [at for at, weight in enumerate(weights) if weight is None and scores[at] >= 0]
        majors = [at for at, weight in enumerate(weights) if weight is Weight.MAJOR]
        # A story the edition calls major leads before one it says nothing of.
        chosen = majors[:1] or sorted(free, key=lambda at: (-scores[at], at))
        # Only small ones, or only ones the edition has weighed: the gravest of them.
        chosen = chosen or sorted(range(len(weights)), key=lambda at: (-(weights[at] or 0), -scores[at], at))
        lead = chosen[0] if chosen else None
    found = []
    for at, weight in enumerate(weights):
        if at == lead:
            found.append(Weight.LEAD)
        elif weight is not None:
            found.append(min(weight, Weight.MAJOR))
        else:
            found.append(
                Weight.MAJOR if scores[at] >= 3 else Weight.MINOR if scores[at] < 0 else Weight.NORMAL
            )
    return found


def _score(article: Article, is_cjk: bool) -> int:
    length = len(article.body) // (1 if is_cjk else 3)
    score = _OF_KIND.get(article.kind, 0) + bool(article.kicker) + bool(article.deck)
    score += 1 if length > _LONG else -1 if length < _SHORT and not article.photos else 0
    return score + any(photo.file for photo in article.photos)
