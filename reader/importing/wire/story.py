"""One item as an agency sends it, and which items of many are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.edition.article import Article, Kind, Prominence
from reader.edition.edition import Masthead
from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation
from reader.importing.wire.moment import Moment


class Use(StrEnum):
    """May an item be printed? Source: IPTC NewsCodes, scheme ``stat``."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One item: what it says, where it belongs, and how it may be used; None where it does not say."""

    article: Article
    place: str = ""
    """Where in the source it stands, for messages."""
    guid: str = ""
    """The same for all versions of an item."""
    version: str = ""
    use: Use = Use.USABLE
    sent: Moment | None = None
    paper: str | None = None
    is_paper_guessed: bool = False
    edition: str | None = None
    issue: str | None = None
    masthead: Masthead = field(default_factory=Masthead)
    language: str | None = None
    timezone: str | None = None
    section: str | None = None
    is_picture: bool = False
    links: tuple[str, ...] = ()
    """The guids of items that belong to it."""
    inferred: tuple[str, ...] = ()
    told: tuple[Observation, ...] = field(default=())


_OLDER = Wording(
    "“{guid}”有几个版本，只留最新的 {version}",
    "“{guid}” comes in several versions; only the newest, {version}, is kept",
)
_NOTHING = Wording("不用管", "nothing to do")
_LEFT = {
    Use.WITHHELD: Wording("“{title}”暂缓刊发，没有收入", "“{title}” is withheld and was left out"),
    Use.CANCELED: Wording("“{title}”已经撤稿，没有收入", "“{title}” is canceled and was left out"),
}
_KEPT = {
    Use.WITHHELD: Wording("“{title}”暂缓刊发", "“{title}” is withheld"),
    Use.CANCELED: Wording("“{title}”已经撤稿", "“{title}” is canceled"),
}
_ASK = Wording("见报前先问来稿单位", "ask who sent it before printing it")
_DIGITS = re.compile(r"\d{1,18}")


def newest(stories: Iterable[Story], source: str) -> tuple[list[Story], list[Observation]]:
    """Return stories in order, of each guid the highest version only, where its first one stood."""
    kept: dict[str, Story] = {}
    several: dict[str, None] = {}
    for number, story in enumerate(stories):
        key = story.guid or f" {number}"
        if key in kept:
            several[key] = None
            if _age(story) < _age(kept[key]):
                continue
        kept[key] = story
    told = [
        Observation(
            Grade.DROPPED,
            source,
            kept[guid].place,
            _OLDER.filled(guid=guid, version=kept[guid].version or "—"),
            _NOTHING,
        )
        for guid in several
    ]
    return list(kept.values()), told


def _age(story: Story) -> tuple[tuple[int, ...], float]:
    instant = story.sent.instant if story.sent else None
    seconds = (
        instant.timestamp() if instant else float(story.sent.day.toordinal() * 86400) if story.sent else 0.0
    )
    return tuple(int(number) for number in _DIGITS.findall(story.version)), seconds


def usable(stories: Sequence[Story], source: str) -> tuple[list[Story], list[Observation]]:
    """Return the stories that may be printed; if none may, all of them. Either is told."""
    free = [story for story in stories if story.use is Use.USABLE]
    words = _LEFT if free else _KEPT
    grade = Grade.DROPPED if free else Grade.UNDECIDED
    told = [
        Observation(grade, source, story.place, words[story.use].filled(title=story.article.title), _ASK)
        for story in stories
        if story.use is not Use.USABLE
    ]
    return free or list(stories), told


def use_of(status: str | None) -> Use:
    """Return what a status says (``usable``, ``stat:canceled``, a code's URI); unknown ones are usable."""
    word = code_of(status).replace("cancelled", "canceled")
    return next((use for use in Use if use.value == word), Use.USABLE)


def code_of(reference: str | None) -> str:
    """Return the code of a QCode or a URI in small letters: ``text`` of ``ninat:text``."""
    return re.split(r"[:/#]", (reference or "").strip().rstrip("/"))[-1].casefold()


def prominence_of(urgency: str | None) -> Prominence | None:
    """Return the weight of an editorial urgency, 1 the highest and 9 the lowest; None where it says nothing.

    Source: IPTC NAR ``urgency``, NITF ``ed-urg``.
    """
    return _URGENCIES.get((urgency or "").strip().partition(".")[0])


_URGENCIES = {
    "1": Prominence.LEAD,
    "2": Prominence.MAJOR,
    "3": Prominence.MAJOR,
    "5": Prominence.NORMAL,
    "7": Prominence.MINOR,
    "8": Prominence.MINOR,
    "9": Prominence.MINOR,
}

_KINDS = {
    Kind.OPINION: "opinion editorial column commentary comment op-ed letter-from 言论 评论 社论",
    Kind.FEATURE: "feature background profile reportage 通讯 特写",
    Kind.INTERVIEW: "interview question-and-answer q-and-a 访谈 专访",
    Kind.BRIEF: "brief briefs 简讯 短讯",
    Kind.LETTER: "letter letters letters-to-the-editor 来信 读者来信",
    Kind.AD: "ad advertisement advertorial 广告",
    Kind.CORRECTION: "correction corrections erratum 更正",
    Kind.PHOTO: "photo 图片",
    Kind.NEWS: "news current 消息",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def kind_of(genres: Iterable[str]) -> Kind:
    """Return the kind of the first genre that names one, by its code or its name in English or Chinese."""
    for genre in genres:
        kind = _KIND_OF.get(code_of(genre).replace(" ", "-"))
        if kind is not None:
            return kind
    return Kind.NEWS


def short_id(identifier: str | None) -> str | None:
    """Return an identifier that readers can type, or None if it is longer than that or has other marks."""
    word = (identifier or "").strip()
    return word if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,31}", word) else None
