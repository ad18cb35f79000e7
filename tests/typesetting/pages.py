"""Pages for these tests: editions to make up, and the laws every made-up page keeps."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from hypothesis import strategies as st

from reader.edition.article import Article, Jump, Kind, Photo, Prominence
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice
from reader.edition.notice_board import NoticeBoard, Standing
from reader.edition.pages import PrintedPage, printed_pages
from reader.typesetting.break_rules import NEVER_ENDS, NEVER_OPENS
from reader.typesetting.line import Setting
from reader.typesetting.make_up import make_up
from reader.typesetting.page import Page
from reader.typesetting.role import Role
from reader.typesetting.width import text_width
from tests.typesetting.samples import ENGLISH, HAN, LEAD, NUMBERS

SETTING = Setting(measure=60, gutter=True)
DAY = dt.date(2024, 12, 23)
NOON = dt.datetime(2024, 12, 23, 4, tzinfo=dt.UTC)
_RUNNING = frozenset({Role.TEXT, Role.SUMMARY, Role.QUOTE, Role.LIST, Role.CAPTION})


def an_article(at: int = 1, **fields: object) -> Article:
    given = {"id": f"a{at:02d}", "headline": f"城北菜场第{at}回添了摊位", "body": f"{LEAD}\n\n{NUMBERS}"}
    return Article(**{**given, **fields})  # type: ignore[arg-type]


def a_notice(notice_id: str = "fog", **fields: object) -> Notice:
    given = {"id": notice_id, "event": "大雾", "level": Level.YELLOW, "effective": NOON, "text": LEAD}
    return Notice(**{**given, **fields})  # type: ignore[arg-type]


def an_edition(*articles: Article, notices: Sequence[Notice] = (), **fields: object) -> Edition:
    section = Section(name="要闻", page="1", articles=articles)
    given = {"paper": "巷口报", "date": DAY, "sections": (section,), "notices": tuple(notices)}
    return Edition(**{**given, **fields})  # type: ignore[arg-type]


def standings_of(edition: Edition) -> tuple[Standing, ...]:
    return NoticeBoard([edition]).standings(edition.last_instant())


def made_up(edition: Edition, width: int = 120, height: int = 40, number: int = 1, **setting: object) -> Page:
    page = printed_pages(edition)[number - 1]
    return make_up(
        edition,
        page,
        standings_of(edition),
        width,
        height,
        SETTING._replace(**setting),  # type: ignore[arg-type]
    )


def keys_of(edition: Edition, page: PrintedPage) -> set[str]:
    day = edition.date.isoformat()
    articles = {f"{day}/{article.id}" for article in page.articles}
    return articles | {f"{day}/notice:{notice.id}" for notice in page.notices}


def text_of(page: Page) -> str:
    """The page as one sees it."""
    rows = []
    for row in page.rows:
        parts: list[str] = []
        at = 0
        for x, line, *_ in row:
            parts += (" " * (x - at), line.text)
            at = x + line.width
        rows.append("".join(parts))
    return "\n".join(rows)


def headline_on(page: Page, story: int) -> str:
    """A story's headline as it is printed, its lines joined and without white."""
    runs = (
        run.text
        for row in page.rows
        for printed in row
        if printed.story == story
        for run in printed.line.runs
        if run.role is Role.HEADLINE
    )
    return squeezed("".join(runs))


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_is_a_page(page: Page, width: int, ambiguous: int = 1) -> None:
    """Nothing overlaps, nothing leaves the page, no character is cut or lies about its width."""
    assert page.width <= width
    for row in page.rows:
        at = 0
        for x, line, *_ in row:
            assert x >= at, text_of(page)
            at = x + line.width
            assert line.width == text_width(line.text, ambiguous), line
        assert at <= page.width, text_of(page)
    for at, story in enumerate(page.stories):
        assert story.x >= 0
        assert story.x + story.width <= page.width
        assert story.y + story.rows <= len(page.rows)
        for other in page.stories[at + 1 :]:
            apart = (
                story.x + story.width <= other.x
                or other.x + other.width <= story.x
                or story.y + story.rows <= other.y
                or other.y + other.rows <= story.y
            )
            assert apart, (story, other)


def assert_holds_every_story(page: Page, edition: Edition, printed: PrintedPage) -> None:
    keys = [story.key for story in page.stories]
    assert len(keys) == len(set(keys))
    assert set(keys) == keys_of(edition, printed)
    titles = {f"{edition.date}/{article.id}": article.title for article in printed.articles}
    titles |= {f"{edition.date}/notice:{notice.id}": notice.title for notice in printed.notices}
    for at, key in enumerate(keys):
        assert headline_on(page, at) == squeezed(titles[key])


def assert_no_line_is_forbidden(page: Page) -> None:
    """No line of running text opens with a closing mark or ends with an opening one."""
    for row in page.rows:
        for printed in row:
            line = printed.line
            shown = [run.text for run in line.runs if run.start is not None and run.text.strip()]
            if printed.story < 0 or line.role not in _RUNNING or not shown or line.start == 0:
                continue
            assert shown[0].lstrip()[0] not in NEVER_OPENS, line.text
            assert shown[-1].rstrip()[-1] not in NEVER_ENDS, line.text


_MARKS = ("，", "。", "、", "；", "：", "？", "！", "”，", "）", "》", "……", "％", ",", ":", ")")
_PIECES = ("81.5%", "2322.48", "1,691", "-5℃", "12:30", "2325台", "3万多元", "“菜”", "（桥）", "《灯》", "——")
_FOREIGN = (" quay ", " GDP ", "PM2.5", "Ⅲ", "e\u0301", "👍🏽", "👨‍👩‍👧", "🇨🇳")
_ENGLISH = tuple(ENGLISH.split())


class Editor:
    """Somebody who fills a paper at random; the same number always fills the same one."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)
        self._is_cjk = self._random.random() < 0.7

    def edition(self) -> Edition:
        """Return an edition of one to three pages, in Chinese or English, with notices of every state."""
        chance = self._random
        sections = tuple(
            Section(
                name=f"第{number + 1}版",
                page=chance.choice((None, str(number + 1))),
                articles=tuple(self._article(f"p{number}-a{at}") for at in range(self._count(14))),
            )
            for number in range(chance.randint(1, 3))
        )
        return Edition(
            paper="巷口报" if self._is_cjk else "The Alley Post",
            date=DAY,
            issue=chance.choice((None, "0358")),
            language="zh-CN" if self._is_cjk else "en",
            masthead=Masthead(motto=chance.choice((None, "把小事写清楚"))),
            sections=sections,
            notices=tuple(self._notice(f"n{at}") for at in range(self._count(4))),
        )

    def _count(self, most: int) -> int:
        """Few as a rule, sometimes many."""
        return min(self._random.randint(0, most), self._random.randint(0, most))

    def _words(self, most: int) -> str:
        chance = self._random
        if not self._is_cjk:
            return " ".join(chance.choice(_ENGLISH) for _ in range(chance.randint(1, most // 2)))
        parts = ["春"]
        for _ in range(chance.randint(1, most // 3)):
            parts.append("".join(chance.choice(HAN) for _ in range(chance.randint(1, 6))))
            parts.append(chance.choice((*_MARKS, "", "", chance.choice(_PIECES), chance.choice(_FOREIGN))))
        return "".join(parts).strip() + "人家"

    def _title(self) -> str:
        return self._words(10)[:48].strip()

    def _maybe(self) -> str | None:
        return self._title() if self._random.random() < 0.4 else None

    def _block(self) -> str:
        match self._random.randint(0, 9):
            case 0:
                return f"### {self._title()}"
            case 1:
                return "\n".join(f"- {self._words(8)}" for _ in range(self._random.randint(1, 4)))
            case 2:
                rows = (f"| {self._words(3)} | {at * 31} |" for at in range(self._random.randint(1, 5)))
                return "\n".join(["| 项目 | 数量 |", *rows])
            case 3:
                return "~ 一盏灯照一截路，\n~ 一截路领一个人。"
            case 4:
                return f"> {self._words(12)}\n> — 守桥人"
            case _:
                return self._words(60)

    def _article(self, id: str) -> Article:
        chance = self._random
        photos = (Photo(caption="雾里的渡口。", credit="资料图", alt="渡口"),)
        return Article(
            id=id,
            headline=self._title(),
            kicker=self._maybe(),
            deck=self._maybe(),
            byline=chance.choice((None, "□ 巷口报 编写")),
            dateline=chance.choice((None, "本报河湾电")),
            summary=self._maybe(),
            body="\n\n".join(self._block() for _ in range(self._count(16))),
            kind=chance.choice(list(Kind)),
            prominence=chance.choice((None, None, *Prominence)),
            photos=photos if chance.random() < 0.2 else (),
            jump_to=chance.choice((None, None, Jump(page="2"), Jump())),
        )

    def _notice(self, id: str) -> Notice:
        begins = NOON + dt.timedelta(hours=self._random.randint(-30, 30))
        return a_notice(
            id,
            level=self._random.choice((None, *Level)),
            effective=begins,
            expires=self._random.choice((None, begins + dt.timedelta(hours=5))),
            headline=self._maybe(),
        )


editions = st.integers(0, 2**32).map(lambda number: Editor(number).edition())
"""Any edition: drawn as one number, since a whole paper drawn piece by piece takes longer than its pages."""
