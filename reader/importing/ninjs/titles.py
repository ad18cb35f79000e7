"""What stands over an item of ninjs: headlines, byline, dateline, column."""

from __future__ import annotations

from reader.edition.article import Article
from reader.edition.wording import Wording
from reader.importing.ninjs.properties import Properties
from reader.importing.ninjs.roles import DECK, KICKER, MAIN, joined, line
from reader.importing.observation import Grade, Observation
from reader.importing.wire.body import squeezed
from reader.importing.wire.story import kind_of, prominence_of

_LEFT = Wording("另一个标题（{role}）没有收入：{words}", "another headline ({role}) was left out: {words}")
_LOOK = Wording("要用就抄到该放的地方", "copy it to where it belongs if you want it")


def article_head(about: Properties, source: str, place: str) -> tuple[Article, list[Observation]]:
    """Return an article without its text, and what there is to tell of headlines that have no place in it."""
    titles = about.worded("headlines", "headline")
    main = next((each for role in MAIN for each in titles if each.role == role), None)
    main = main or next((each for each in titles if each.role not in DECK | KICKER | {"column"}), None)
    deck = [each for each in titles if each.role in DECK]
    kicker = [each for each in titles if each.role in KICKER]
    column = [each for each in titles if each.role == "column"]
    used = [each for each in (main, *deck, *kicker, *column) if each]
    said = {squeezed(line(each.value) or "") for each in used}
    told = []
    for each in titles:
        words = line(each.value) or ""
        if each not in used and squeezed(words) not in said:
            what = _LEFT.filled(role=each.role or "—", words=words)
            told.append(Observation(Grade.DROPPED, source, place, what, _LOOK))
    title = line(about.text("title")) or ""
    if main and squeezed(title) not in squeezed(" ".join(line(each.value) or "" for each in used)):
        what = _LEFT.filled(role="title", words=title)
        told.append(Observation(Grade.DROPPED, source, place, what, _LOOK))
    people = [part for part in about.objects("people", "person") if _is_author(part)]
    authors = [name for part in (*about.objects("authors"), *people) if (name := part.text("name"))]
    article = Article(
        id="",
        kind=kind_of([*_genres(about), about.text("profile") or ""]),
        column=joined(column),
        kicker=joined(kicker),
        headline=line(main.value) if main else None,
        slug=None if main else line(about.text("slugline")),
        deck=joined(deck),
        byline=line(about.text("by", "byline")),
        authors=tuple(dict.fromkeys(authors)),
        dateline=line(about.text("dateline", "located")),
        prominence=prominence_of(about.text("urgency")),
    )
    return article, told


def _is_author(person: Properties) -> bool:
    return (person.text("rel") or "").casefold().endswith("author")


def _genres(about: Properties) -> list[str]:
    return [
        word
        for part in about.objects("genres", "genre")
        for word in (part.text("literal"), part.text("code"), part.text("uri"), part.text("name"))
        if word
    ]
