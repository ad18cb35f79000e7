"""An article filled with what a document of NITF within its item says of itself."""

from __future__ import annotations

from dataclasses import replace

from reader.edition.article import Article
from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation
from reader.importing.wire.body import squeezed

_OTHERWISE = Wording(
    "里面的 NITF 另有{name}，没有收入：{words}",
    "the NITF within it has another {key}, which was left out: {words}",
)
_LOOK = Wording("要用就抄到该放的地方", "copy it to where it belongs if you want it")
_NAMES = {
    "headline": "标题",
    "kicker": "引题",
    "deck": "副题",
    "byline": "署名",
    "dateline": "电头",
    "source": "来源",
    "column": "栏目",
    "correction": "更正",
}
_JOINED = ("summary", "signoff")
"""What says two things as well as one."""


def filled(
    article: Article, more: Article, source: str, place: str
) -> tuple[Article, tuple[Observation, ...]]:
    """Return an article with what another says and it does not, and what is said otherwise and left out.

    Of two texts of which one holds the other the longer is taken, but for headlines; summaries and
    signoffs are joined.
    """
    changed: dict[str, str | None] = {}
    told: list[Observation] = []
    for key in (*_NAMES, *_JOINED):
        own, other = getattr(article, key), getattr(more, key)
        mine, others = squeezed(own or ""), squeezed(other or "")
        if not mine or (mine in others and mine != others and key != "headline"):
            changed[key] = other or own
        elif others in mine and (key != "headline" or others in ("", mine)):
            continue
        elif key in _JOINED:
            changed[key] = f"{own} {other}"
        else:
            what = _OTHERWISE.filled(name=_NAMES[key], key=key, words=other)
            told.append(Observation(Grade.DROPPED, source, place, what, _LOOK))
    made = replace(article, **changed, authors=article.authors or more.authors)  # type: ignore[arg-type]
    return made, tuple(told)
