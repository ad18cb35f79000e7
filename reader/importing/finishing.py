"""What every imported edition goes through last: wishes heard, gaps filled and said, nothing unprintable."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from reader.edition.article import Article, Jump, Photo
from reader.edition.body import blocks
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Notice
from reader.edition.printable import printable, printable_line
from reader.edition.reference import NOTICE_PREFIX, page_label, placed_id
from reader.edition.wording import Wording
from reader.importing.imported import Imported, Picture, Wishes
from reader.importing.language import language_of
from reader.importing.observation import Grade, Observation

_PROSE = {"body", "text", "instruction"}
_NOT_IN_IDS = re.compile(r"[\s/\[\]]+")
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*\Z"
)
_YEARS = range(1600, 3000)
"""The years the format can write."""
_SLUG_CHARACTERS = 20
_CHINESE_ZONE = "Asia/Shanghai"
_UNNAMED = {"zh": "未名报", "en": "Untitled Paper"}
_UNNAMED_SECTION = {"zh": "本报", "en": "News"}

_Value = TypeVar("_Value", Article, Photo, Notice, Section, Masthead, Edition, Jump)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An edition as the source has it; None and empty where the source says nothing.

    Articles need no id of their own (`id` may be empty while `has_own_id` is False) and no title.
    """

    source: str
    """The file, for what there is to tell."""
    paper: str | None = None
    date: dt.date | None = None
    edition: str | None = None
    issue: str | None = None
    language: str | None = None
    timezone: str | None = None
    masthead: Masthead = field(default_factory=Masthead)
    inferred: tuple[str, ...] = ()
    """Keys whose value the importer guessed itself, with an observation for each."""
    notices: tuple[Notice, ...] = ()
    sections: tuple[Section, ...] = ()
    observations: tuple[Observation, ...] = ()
    pictures: tuple[Picture, ...] = ()


def finished(draft: Draft, wishes: Wishes) -> Imported:
    """Return the edition of a draft that the format can write and the reader can show.

    What the wishes say outweighs the source. Paper, date, language and time zone that nobody says are
    inferred, listed so and told; articles are numbered by their place; one without a title gets its first
    words as a working title. Controls and what else no terminal may be sent are made visible.
    """
    told = list(draft.observations)
    inferred = list(draft.inferred)

    def guess(key: str, value: str, advice: Wording) -> None:
        inferred.append(key)
        what = Wording("没有写{name}，先写作 {value}", "it does not say its {key}; taken as {value}")
        what = what.filled(name=_NAMES[key], key=key, value=value)
        told.append(Observation(Grade.GUESSED, draft.source, "", what, advice))

    language = wishes.language or _tag(draft.language)
    if language is None:
        language = language_of(_some_text(draft))
        guess("language", language, _SAY_LANGUAGE)
    tongue = "zh" if language.split("-")[0].lower() in ("zh", "yue", "lzh", "wuu") else "en"
    timezone = wishes.timezone or _zone(draft.timezone)
    if timezone is None:
        timezone = _CHINESE_ZONE if tongue == "zh" else "UTC"
        guess("timezone", timezone, _SAY_ZONE)
    paper = wishes.paper or _line(draft.paper)
    if paper is None:
        paper = _UNNAMED[tongue]
        guess("paper", paper, _SAY_PAPER)
    date = wishes.date or draft.date
    if date is None or date.year not in _YEARS:
        date = wishes.now.astimezone(ZoneInfo(timezone)).date()
        guess("date", date.isoformat(), _SAY_DATE)
    named = tuple(
        section if _line(section.name) else replace(section, name=wishes.section or _UNNAMED_SECTION[tongue])
        for section in draft.sections
    )
    if any(not _line(section.name) for section in draft.sections) and not wishes.section:
        inferred.append("sections")
    edition = Edition(
        paper=paper,
        date=date,
        edition=_line(draft.edition),
        issue=_line(draft.issue),
        language=language,
        timezone=timezone,
        masthead=_clean(draft.masthead),
        notices=tuple(map(_clean, draft.notices)),
        sections=_placed(named, inferred),
    )
    # Only now, for a wish may have said what the importer had guessed.
    wished = {key for key in ("paper", "date", "language", "timezone") if getattr(wishes, key) is not None}
    kept = tuple(dict.fromkeys(key for key in inferred if key not in wished))
    return Imported(replace(edition, inferred=kept), tuple(told), draft.pictures)


_NAMES = {"language": "语言", "timezone": "时区", "paper": "报名", "date": "日期"}
_SAY_LANGUAGE = Wording("不对就用 --language 说明", "if it is not, say so with --language")
_SAY_ZONE = Wording("不对就用 --timezone 说明", "if it is not, say so with --timezone")
_SAY_PAPER = Wording("用 --paper 说明", "name it with --paper")
_SAY_DATE = Wording("用 --date 说明", "give it with --date")


def numbered(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections whose articles without an id of their own have that of their place (``p01-a03``).

    An id of its own that a reference cannot hold is mended; one used before gets a number behind it.
    """
    ordinals: Counter[str] = Counter()
    used: set[str] = set()
    numbered = []
    for number, section in enumerate(sections, 1):
        articles = []
        for article in section.articles:
            label = page_label(_NOT_IN_IDS.sub("-", article.page or section.page or f"{number:02d}"))
            ordinals[label] += 1
            own = _own_id(article, used) if article.has_own_id else placed_id(label, ordinals[label])
            used.add(own)
            articles.append(article if article.id == own else replace(article, id=own))
        numbered.append(replace(section, articles=tuple(articles)))
    return tuple(numbered)


def _placed(sections: Iterable[Section], inferred: list[str]) -> tuple[Section, ...]:
    """Clean, entitle and number what there is; what has nothing in it is left out."""
    kept = []
    for section in sections:
        articles = [_clean(article) for article in section.articles if _has_text(article)]
        if any(not (article.headline or article.slug) for article in articles):
            inferred.append("slug")
        if articles:
            kept.append(replace(_clean(section), articles=tuple(map(_entitled, articles))))
    return numbered(kept)


def _own_id(article: Article, used: set[str]) -> str:
    own = _NOT_IN_IDS.sub("-", article.id.strip()).strip("-") or "a"
    own = own.removeprefix(NOTICE_PREFIX)
    number, candidate = 1, own
    while candidate in used:
        number += 1
        candidate = f"{own}-{number}"
    return candidate


def _has_text(article: Article) -> bool:
    return bool(article.headline or article.slug or article.body.strip() or article.photos or article.summary)


def _entitled(article: Article) -> Article:
    """Return an article that has a title: without a headline its first words as a slug."""
    if article.headline or article.slug:
        return article
    first = next((getattr(block, "text", "") for block in blocks(article.body)), "")
    captions = (photo.caption or photo.alt or photo.file or "" for photo in article.photos)
    words = first or article.summary or next(captions, "") or "—"
    cut = words[:_SLUG_CHARACTERS]
    if len(words) > len(cut) and cut[-1:].isascii() and " " in cut:
        cut = cut[: cut.rindex(" ")]  # a Latin word is not cut in two
    return replace(article, slug=cut + "…" * (len(words) > len(cut)))


def _clean(value: _Value) -> _Value:
    """Return a value of the domain whose texts are printable and on one line where the format wants it."""
    changed: dict[str, Any] = {}
    for each in fields(value):
        old = getattr(value, each.name)
        new: Any = old
        if isinstance(old, str) and not isinstance(old, Enum):
            new = printable(old).strip("\n") if each.name in _PROSE else _line(old)
            if new is None and each.name in ("id", "name", "event"):
                new = old
            new = "" if new is None and each.name in _PROSE else new
        elif isinstance(old, tuple) and old and isinstance(old[0], str):
            new = tuple(line for item in old if (line := _line(item)))
        elif isinstance(old, tuple) and old and isinstance(old[0], Photo):
            new = tuple(map(_clean, old))
        elif isinstance(old, Jump):
            new = _clean(old)
        elif isinstance(old, dt.datetime):
            new = _fixed(old)
        if new is not old:
            changed[each.name] = new
    return replace(value, **changed) if changed else value


def _fixed(moment: dt.datetime) -> dt.datetime:
    """Return an instant with a fixed offset of whole minutes, as the format writes it."""
    offset = moment.utcoffset() or dt.timedelta()
    zone = dt.timezone(dt.timedelta(minutes=round(offset.total_seconds() / 60)))
    return moment.astimezone(zone).replace(microsecond=0)


def _line(text: str | None) -> str | None:
    """Return a text on one line, or None for one without words."""
    line = printable_line(" ".join(text.splitlines())).strip() if text else ""
    return line or None


def _tag(language: str | None) -> str | None:
    tag = (language or "").strip().replace("_", "-")
    return tag if _LANGUAGE.match(tag) else None


def _zone(name: str | None) -> str | None:
    try:
        return ZoneInfo(name.strip()).key if name else None
    except (KeyError, OSError, ValueError):
        return None


def _some_text(draft: Draft) -> str:
    """Return enough of a draft's words to tell their language."""
    parts: list[str] = [draft.paper or ""]
    for section in draft.sections:
        for article in section.articles[:20]:
            parts += [article.headline or "", article.body[:500], *(p.caption or "" for p in article.photos)]
    parts += [part for notice in draft.notices[:20] for part in (notice.event, notice.text[:500])]
    return " ".join(parts)
