"""Editions to export: one with everything in it, and what is asked of each export."""

from __future__ import annotations

import datetime as dt
import re
import struct
import zlib
from collections.abc import Mapping

from reader.edition.article import Article, Cut, Jump, Kind, Photo, Prominence
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice, Status
from reader.edition.notice_board import NoticeBoard
from reader.edition.printable import printable
from reader.exporting.exporter import Circumstances
from reader.typesetting.article_copy import paper_tongue
from reader.typesetting.body_copy import body_pieces
from reader.typesetting.role import Role
from tests.exporting.markup import without_blanks

ZONE = dt.timezone(dt.timedelta(hours=8))
DAY = dt.date(2025, 3, 1)


def a_png(red: int = 160) -> bytes:
    """A picture of one dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    dots = zlib.compress(bytes([0, red, 20, 20]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def notice(notice_id: str, **more: object) -> Notice:
    fields = {"event": "大风", "effective": dt.datetime(2025, 3, 1, 8, tzinfo=ZONE), **more}
    return Notice(id=notice_id, **fields)  # type: ignore[arg-type]


BODY = """正文第一段，甲 < 乙 & 丙 > 丁。
接着写。

### 小标题一

> 桥是走出来的。
> — 林一舟

- 头一件
- 第二件

3. 编号三
7. 编号七

| 线路 | 班次 |
| 甲线 | 每十分钟 |

~ 春江
~   夜

![f1]

---

\\- 减号开头

\\![f2]

结尾“引号”'与'其他。
"""

FULL = Edition(
    paper="河湾日报",
    date=DAY,
    edition="晚报版",
    issue="0041",
    masthead=Masthead(motto="慢一点 <看>", publisher="河湾报社", editor="陈渡", lunar="二月初二", pages="8"),
    notices=(
        notice(
            "wind/1",
            headline="大风蓝色预警",
            column="气象",
            level=Level.BLUE,
            issuer="河湾气象台",
            area="河湾市",
            issued=dt.datetime(2025, 3, 1, 7, tzinfo=ZONE),
            onset=dt.datetime(2025, 3, 1, 9, tzinfo=ZONE),
            expires=dt.datetime(2025, 3, 2, 9, tzinfo=ZONE),
            text="今夜有大风。\n\n- 北部\n- 南部",
            instruction="关好门窗。",
        ),
        notice("wind-0", level=Level.RED, status=Status.EXERCISE),
        notice("wind-2", cancels=("wind-0",), supersedes=("wind-00",), event="解除演练"),
    ),
    sections=(
        Section(
            name="要闻",
            page="01",
            articles=(
                Article(
                    id="bridge",
                    has_own_id=True,
                    kind=Kind.FEATURE,
                    column="河上",
                    kicker="“老桥”与新路",
                    headline="修桥",
                    deck="——半年之约",
                    byline="□ 本报记者 林一舟",
                    dateline="本报河湾讯",
                    source="河湾日报",
                    summary="一句提要。",
                    body=BODY,
                    photos=(
                        Photo(
                            id="f1",
                            file="a/b.png",
                            caption="老桥 & 新桥",
                            credit="林一舟 摄",
                            alt="桥上有人",
                        ),
                        Photo(id="f2", file="c d.png", caption="另一张"),
                        Photo(caption="只有说明"),
                    ),
                    signoff="（完）",
                    jump_from=Jump(),
                    jump_to=Jump(page="2", article="bridge-2"),
                    cut=Cut.BOTH,
                    prominence=Prominence.LEAD,
                    correction="昨日有误。",
                ),
                Article(id="河", slug="无题稿", authors=("甲", "乙"), body="短。", kind=Kind.BRIEF),
            ),
        ),
        Section(name="副刊 & 读者", articles=()),
        Section(
            name="城事",
            page="2",
            articles=(
                Article(
                    id="bridge-2",
                    has_own_id=True,
                    headline="修桥（下）",
                    jump_from=Jump(page="01", article="bridge"),
                    corrects="2025-03-01/bridge",
                    body="下半篇。",
                ),
                Article(
                    id="p02-a02",
                    headline="去年的桥",
                    jump_to=Jump(page="9"),
                    corrects="2024-03-01/old",
                    kind=Kind.INTERVIEW,
                    body="问：何时？\n\n答：明日。",
                ),
            ),
        ),
    ),
)
"""Every field there is, and what looks like markup in many of them."""

BARE = Edition(paper="河湾日报", date=DAY)
"""Nothing but a name and a day."""

ENGLISH = Edition(
    paper="The Ferry Post",
    date=DAY,
    language="en-GB",
    timezone="Europe/London",
    masthead=Masthead(publisher="Ferry & Sons"),
    sections=(
        Section(
            name="City",
            page="1",
            articles=(
                Article(
                    id="p01-a01",
                    headline="Bridge opens",
                    byline="By A. Writer",
                    body="It opened.\n\n> At last.\n> — The mayor\n\n![m]",
                    photos=(Photo(id="m", file="m.jpg", caption="The bridge"),),
                ),
            ),
        ),
    ),
)

PICTURES = {"a/b.png": a_png()}


def about(
    edition: Edition, pictures: Mapping[str, bytes] | None = None, *, is_live: bool = True
) -> Circumstances:
    """What an export is made with, at noon of the edition's day."""
    now = dt.datetime.combine(edition.date, dt.time(12), edition.zone)
    standings = NoticeBoard([edition]).standings(now)
    given = PICTURES if pictures is None else pictures
    return Circumstances(standings, None if is_live else edition.date, now, given.get)


def texts(edition: Edition) -> list[str]:
    """The words of every field that a paper prints, blanks left out; bodies block by block."""
    masthead = edition.masthead
    words = [edition.paper, edition.edition, edition.issue, masthead.motto, masthead.publisher]
    words += [masthead.editor, masthead.lunar, masthead.pages]
    tongue = paper_tongue(edition)
    for one in edition.notices:
        words += [one.event, one.headline, one.column, one.issuer, one.area]
        words += [one.level.wording.say(tongue) if one.level else None]
        words += [*block_texts(one.text), *block_texts(one.instruction)]
    for section in edition.sections:
        words += [section.name, section.page]
        for article in section.articles:
            words += [article.column, article.kicker, article.headline or article.slug, article.deck]
            words += [article.byline] if article.byline else article.authors
            words += [article.dateline, article.source, article.summary, article.signoff, article.correction]
            words += block_texts(article.body)
            for photo in article.photos:
                words += [photo.caption, photo.credit, photo.alt]
    return [without_blanks(printable(word)) for word in words if word]


def block_texts(body: str) -> list[str]:
    """The words of a body, each cell and each line by itself; places of photos are no words."""
    pieces = (piece for piece in body_pieces(body, "body", 0, "zh") if piece.role is not Role.PHOTO)
    return [text for piece in pieces for text in re.split("[\t\n]", piece.text)]


def lacking(edition: Edition, words: str) -> list[str]:
    """The texts of an edition that are not among these words."""
    words = without_blanks(words)
    return [text for text in texts(edition) if text not in words]
