from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

from reader.edition.article import Article, Cut, Jump, Kind, Photo, Prominence
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice
from reader.exporting.edition_json import article_fields, edition_fields, notice_fields

DAY = dt.date(2025, 4, 5)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def an_edition(*articles: Article, **more: object) -> Edition:
    sections = (Section(name="要闻", articles=articles),)
    return Edition(paper="河湾晨报", date=DAY, sections=sections, **more)  # type: ignore[arg-type]


def test_an_edition_has_the_keys_of_the_format_in_its_order() -> None:
    masthead = Masthead(motto="慢一点", pages="2")
    fields = edition_fields(an_edition(issue="0041", masthead=masthead, inferred=("date",)))
    assert list(fields) == [
        "format",
        "paper",
        "date",
        "issue",
        "language",
        "timezone",
        "masthead",
        "inferred",
        "notices",
        "sections",
    ]
    assert fields["format"] == 1
    assert fields["date"] == "2025-04-05"
    assert fields["masthead"] == {"motto": "慢一点", "pages": "2"}


def test_notices_and_sections_are_always_lists() -> None:
    fields = edition_fields(Edition(paper="空报", date=DAY))
    assert (fields["notices"], fields["sections"]) == ([], [])
    assert "masthead" not in fields


def test_an_article_has_its_reference_and_only_what_it_has() -> None:
    article = Article(id="p01-a01", headline="老桥重开", body="一段。\n\n### 小标题\n\n二段。\n")
    assert article_fields(an_edition(article), article) == {
        "reference": "2025-04-05/p01-a01",
        "kind": "news",
        "headline": "老桥重开",
        "body": "一段。\n\n### 小标题\n\n二段。\n",
    }


def test_every_field_of_an_article_is_there_under_its_own_name() -> None:
    article = Article(
        id="bridge",
        has_own_id=True,
        kind=Kind.FEATURE,
        page="A2",
        column="城市",
        kicker="引",
        headline="题",
        slug="桥",
        deck="副",
        byline="□ 林",
        authors=("林一舟", "陈一"),
        dateline="河湾电",
        source="本报",
        summary="提要",
        body="文",
        photos=(Photo(id="a", file="a.png", caption="图", credit="摄", alt="桥"), Photo(caption="另一张")),
        signoff="完",
        jump_from=Jump(),
        jump_to=Jump(page="02", article="more"),
        cut=Cut.BOTH,
        prominence=Prominence.LEAD,
        correction="更",
        corrects="2025-04-01/p01-a01",
    )
    fields = article_fields(an_edition(article), article)
    # Every field the format knows, and the reference besides.
    assert set(fields) == ({*Article.__slots__} - {"has_own_id"}) | {"reference"}
    assert fields["id"] == "bridge"
    assert fields["jump_from"] == "unknown"
    assert fields["jump_to"] == {"page": "02", "article": "more"}
    assert fields["cut"] == "both"
    assert fields["photos"] == [
        {"id": "a", "file": "a.png", "caption": "图", "credit": "摄", "alt": "桥"},
        {"caption": "另一张"},
    ]


def test_times_carry_their_offset_and_no_end_is_until_lifted() -> None:
    notice = Notice(
        id="wind", event="大风", effective=dt.datetime(2025, 4, 5, 6, tzinfo=SHANGHAI), level=Level.BLUE
    )
    fields = notice_fields(notice)
    assert fields["effective"] == "2025-04-05T06:00:00+08:00"
    assert fields["expires"] == "until-lifted"
    assert fields["level"] == "blue"
    assert fields["status"] == "actual"
    assert "text" not in fields


def test_every_field_of_a_notice_is_there_under_its_own_name() -> None:
    moment = dt.datetime(2025, 4, 5, 6, tzinfo=SHANGHAI)
    notice = Notice(
        id="wind",
        event="大风",
        headline="大风蓝色预警",
        column="公告",
        level=Level.BLUE,
        issuer="气象台",
        area="河湾",
        issued=moment,
        effective=moment,
        onset=moment,
        expires=moment + dt.timedelta(hours=6),
        supersedes=("a",),
        cancels=("b",),
        text="文",
        instruction="做",
    )
    fields = notice_fields(notice)
    assert set(fields) == {*Notice.__slots__}
    assert fields["expires"] == "2025-04-05T12:00:00+08:00"


def test_the_whole_is_json() -> None:
    article = Article(id="p01-a01", headline="题", jump_to=Jump())
    edition = an_edition(article)
    assert json.loads(json.dumps(edition_fields(edition))) == edition_fields(edition)
