"""Newspapers without a fault: whole editions made by chance from templates, for rules to be silent on."""

from __future__ import annotations

import datetime as dt
import random

from tests.proofreading.clean_copy import Copy, Manuscript, read_manuscripts
from tests.proofreading.clean_yaml import Value, Word, written

STYLES = ("literal", "plain", "single", "double", "mixed")
"""How texts may be written. Folded ones are not among them: the loader refuses these in text fields."""

_BYLINES = {"zh-CN": ("□ 本报记者 {name}", "本报记者 {name}"), "en": ("By {name}", "{name}, staff writer")}


def clean_edition(seed: int, *, style: str = "literal", language: str = "zh-CN") -> str:
    """Return an edition in YAML, the same for the same seed; its words do not depend on `style`."""
    assert style in STYLES, style
    return written(_Desk(random.Random(seed), language).edition(), style, random.Random(seed))


class _Desk:
    """Makes up one edition."""

    def __init__(self, chance: random.Random, language: str) -> None:
        self._chance = chance
        self._chinese = language.startswith("zh")
        self._language = language
        self._manuscripts = read_manuscripts("zh" if self._chinese else "en")
        self._date = dt.date(2023, 1, 1) + dt.timedelta(days=chance.randrange(1400))
        self._copy = Copy(chance, self._date, self._manuscripts["names"][0], language)
        self._byline = chance.choice(_BYLINES["zh-CN" if self._chinese else "en"])
        self._number = 0

    def edition(self) -> dict[str, Value]:
        sections = self._sections()
        issue = str(self._chance.randrange(1000, 9999))
        head: dict[str, Value] = {
            "format": Word("1"),
            "paper": "河湾晨报" if self._chinese else "The Marlbury Courier",
            "date": Word(self._date.isoformat()),
            "issue": f"第{issue}期" if self._chinese else f"No. {issue}",
            "language": Word(self._language),
            "timezone": Word("Asia/Shanghai" if self._chinese else "Europe/London"),
        }
        pages = f"今日{len(sections)}版" if self._chinese else f"{len(sections)} pages today"
        head["masthead"] = {
            "motto": "看得见的河湾" if self._chinese else "Plain news, plainly set",
            "publisher": "河湾晨报社" if self._chinese else "Marlbury Press",
            "editor": self._copy.person(),
            "pages": pages,
        }
        notices = self._notices()
        return head | ({"notices": notices} if notices else {}) | {"sections": sections}

    def _sections(self) -> list[Value]:
        themes = self._some("theme", 5, 9)
        rest = {"opinion": 2, "interview": 1, "brief": 3, "photo": 2, "letter": 1, "list": 1, "table": 1}
        articles = [(theme.word("section"), self._theme(theme)) for theme in themes]
        for kind, most in rest.items():
            make = getattr(self, f"_{kind}")
            articles += [(self._home(kind), make(one)) for one in self._some(kind, 0, most)]
        articles += [(self._home("verse"), self._verse(one)) for one in self._some("verse", 0, 2)]
        pages: dict[str, list[Value]] = {}
        for name, article in articles:
            pages.setdefault(name, []).append(article)
        if len(pages) > 1 and self._chance.random() < 0.6:
            self._jump(pages)
        return [
            {"name": name, "page": Word(f"{number:02}"), "articles": pieces}
            for number, (name, pieces) in enumerate(pages.items(), 1)
        ]

    def _some(self, kind: str, least: int, most: int) -> list[Manuscript]:
        known = self._manuscripts.get(kind, [])
        number = min(len(known), self._chance.randint(least, most))
        return self._chance.sample(known, number)

    def _home(self, kind: str) -> str:
        chinese = {"opinion": "评论", "letter": "评论", "photo": "图片", "verse": "副刊", "interview": "副刊"}
        english = {"opinion": "Opinion", "letter": "Opinion", "photo": "Pictures", "verse": "Weekend"}
        return chinese.get(kind, "综合") if self._chinese else english.get(kind, "Round-up")

    def _titles(self, one: Manuscript) -> dict[str, Value]:
        titles: dict[str, Value] = {}
        if self._chance.random() < 0.3:
            titles["id"] = Word(self._id())
        titles["headline"] = self._copy.set(self._chance.choice(one.words("head")))
        if decks := one.words("deck"):
            titles["deck"] = self._copy.set(decks[0])
        return titles

    def _id(self) -> str:
        self._number += 1
        return f"piece-{self._number}"

    def _theme(self, one: Manuscript) -> Value:
        self._copy.begin()
        article = self._titles(one)
        if str(article.get("deck", "")).startswith("——"):
            article = {"kind": Word("feature"), **article}
        if self._chance.random() < 0.7:
            article["byline"] = self._byline.format(name=self._copy.person())
        paragraphs = [self._copy.set(text) for text in one.words("lead", "p")]
        while len(paragraphs) > 4 and self._chance.random() < 0.4:
            paragraphs.pop(self._chance.randrange(3, len(paragraphs)))
        if len(paragraphs) > 4 and self._chance.random() < 0.5:
            paragraphs.insert(3, "### " + (self._chance.choice(_SUBHEADS[self._chinese])))
        if self._chinese and not {"kind", "byline"} & article.keys() and "记者" not in paragraphs[0]:
            paragraphs[0] = "本报讯　" + paragraphs[0]
        return article | {"body": "\n\n".join(paragraphs)}

    def _opinion(self, one: Manuscript) -> Value:
        self._copy.begin()
        article: dict[str, Value] = {"kind": Word("opinion"), "column": "晨话" if self._chinese else "Leader"}
        article |= self._titles(one) | {"authors": [self._copy.person()]}
        return article | {"body": "\n\n".join(map(self._copy.set, one.words("p")))}

    def _interview(self, one: Manuscript) -> Value:
        self._copy.begin()
        article: dict[str, Value] = {"kind": Word("interview"), **self._titles(one)}
        return article | {"body": "\n\n".join(map(self._copy.set, one.words("p")))}

    def _brief(self, one: Manuscript) -> Value:
        self._copy.begin()
        article: dict[str, Value] = {"kind": Word("brief"), **self._titles(one)}
        return article | {"body": "\n\n".join(map(self._copy.set, one.words("p")))}

    def _photo(self, one: Manuscript) -> Value:
        self._copy.begin()
        caption, name = self._copy.set(one.word("caption")), self._copy.person()
        photo: dict[str, Value] = {"file": Word(f"images/{self._id()}.jpg"), "caption": caption}
        if self._chance.random() < 0.5:
            photo["credit"] = f"本报记者 {name} 摄" if self._chinese else f"Photo: {name}"
        elif self._chinese:
            photo["caption"] = f"{caption}本报记者 {name} 摄"
        else:
            photo["caption"] = f"{caption} (Photo: {name})"
        return {"kind": Word("photo"), "slug": self._copy.set(one.word("slug")), "photos": [photo]}

    def _letter(self, one: Manuscript) -> Value:
        self._copy.begin()
        article: dict[str, Value] = {"kind": Word("letter"), **self._titles(one)}
        paragraphs = [one.word("hail"), *map(self._copy.set, one.words("p"))]
        signed = self._copy.set(one.word("sign"))
        if self._chance.random() < 0.5:
            return article | {"body": "\n\n".join([*paragraphs, signed])}
        return article | {"body": "\n\n".join(paragraphs), "signoff": signed}

    def _list(self, one: Manuscript) -> Value:
        self._copy.begin()
        article = self._titles(one)
        items = one.words("item", "last")
        numbered = self._chance.random() < 0.5
        marked = "\n".join(f"{n}. {item}" if numbered else f"- {item}" for n, item in enumerate(items, 1))
        parts = [self._copy.set(one.word("lead")), marked, *map(self._copy.set, one.words("p"))]
        return article | {"body": "\n\n".join(parts)}

    def _table(self, one: Manuscript) -> Value:
        self._copy.begin()
        article = self._titles(one)
        lead = self._copy.set(one.word("lead"))
        rows = "\n".join(f"| {self._copy.set(row)} |" for row in one.words("row"))
        return article | {"body": "\n\n".join([lead, rows, *map(self._copy.set, one.words("p"))])}

    def _verse(self, one: Manuscript) -> Value:
        self._copy.begin()
        article = self._titles(one) | {"authors": [self._copy.person()]}
        lines = [line if line == "~" else f"~ {line}" for line in one.words("line", "stanza")]
        return article | {"body": "\n".join(lines)}

    def _jump(self, pages: dict[str, list[Value]]) -> None:
        """Put the halves of a long piece on the first page and on another."""
        one = self._manuscripts["jump"][0]
        self._copy.begin()
        other = self._chance.randrange(2, len(pages) + 1)
        here: dict[str, Value] = {"id": Word("river-1"), "kind": Word("feature")}
        here |= {"headline": self._copy.set(one.word("head")), "deck": one.word("deck")}
        here |= {"body": "\n\n".join(map(self._copy.set, one.words("p")))}
        here |= {"jump_to": {"page": Word(f"{other:02}"), "article": Word("river-2")}}
        there: dict[str, Value] = {"id": Word("river-2"), "kind": Word("feature"), "slug": one.word("slug")}
        there |= {"jump_from": {"page": Word("01"), "article": Word("river-1")}}
        there |= {"body": "\n\n".join(map(self._copy.set, one.words("p2")))}
        names = list(pages)
        pages[names[0]].insert(0, here)
        pages[names[other - 1]].append(there)

    def _notices(self) -> list[Value]:
        notices: list[Value] = []
        for number, one in enumerate(self._some("notice", 0, 2), 1):
            self._copy.begin()
            notice: dict[str, Value] = {
                "id": Word(f"{self._date:%Y%m%d}-{number}"),
                "event": one.word("event"),
                "status": Word("actual"),
                "issuer": one.word("issuer"),
                "area": "河湾市" if self._chinese else "Marlbury",
                "issued": Word(f"{self._date - dt.timedelta(days=1)}T16:30"),
                "effective": Word(f"{self._date - dt.timedelta(days=1)}T20:00"),
                "expires": Word(f"{self._date + dt.timedelta(days=2)}T08:00"),
                "level": Word(self._chance.choice(["blue", "yellow"])),
            }
            for key in ("text", "instruction"):
                if texts := one.words(key):
                    notice[key] = self._copy.set(texts[0])
            notices.append(notice)
        return notices


_SUBHEADS = {
    True: ("从一件小事做起", "办法总比困难多", "账要算到明处", "一步一个脚印"),
    False: ("How it began", "What it costs", "Who pays", "Looking ahead"),
}
