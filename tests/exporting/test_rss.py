from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Article, Jump, Photo
from reader.edition.body import blocks
from reader.edition.body_text import plain_paragraphs
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice
from reader.edition.notice_board import NoticeBoard
from reader.exporting.exporter import Circumstances
from reader.exporting.exporters import EXPORTERS
from reader.exporting.rss import edition_rss
from reader.importing.feed.feed import FEED
from reader.loading.load import read_edition
from tests.importing.checked import NOW, imports
from tests.proofreading.clean import clean_edition
from tests.shipped import PATHS, name_of

DAY = dt.date(2025, 4, 5)
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
FOG = Notice(
    id="fog-1",
    event="大雾",
    headline="河湾市发布大雾橙色预警",
    level=Level.ORANGE,
    issuer="河湾市气象台",
    issued=dt.datetime(2025, 4, 5, 6, 30, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    effective=dt.datetime(2025, 4, 5, 7, 0, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    text="今晨有雾。",
)


def an_article(**fields: object) -> Article:
    return Article(id="p01-a01", **{"headline": "老桥重开", "body": "市民过桥。", **fields})  # type: ignore[arg-type]


def an_edition(*articles: Article, **fields: object) -> Edition:
    sections = (Section(name="要闻", page="01", articles=articles),)
    return Edition(**{"paper": "河湾晨报", "date": DAY, "sections": sections, **fields})  # type: ignore[arg-type]


def feed(edition: Edition) -> str:
    standings = NoticeBoard([edition]).standings(edition.last_instant())
    return edition_rss(edition, standings)


def channel(edition: Edition) -> ET.Element:
    found = ET.fromstring(feed(edition).encode()).find("channel")
    assert found is not None
    return found


def item(**fields: object) -> ET.Element:
    found = channel(an_edition(an_article(**fields))).find("item")
    assert found is not None
    return found


def said(element: ET.Element, name: str) -> str:
    return element.findtext(name) or ""


def again(edition: Edition) -> Edition:
    """Return the edition that comes back from its feed."""
    editions, _ = imports(FEED, feed(edition).encode())
    assert len(editions) == 1
    return editions[0]


class TestChannel:
    def test_it_has_what_rss_asks_for_and_what_the_masthead_says(self) -> None:
        masthead = Masthead(motto="河湾人的报", publisher="河湾报社", editor="周小满")
        found = channel(an_edition(masthead=masthead))
        assert said(found, "title") == "河湾晨报"
        assert urlsplit(said(found, "link")).scheme == "urn"
        assert said(found, "description") == "河湾人的报"
        assert said(found, "language") == "zh-CN"
        assert said(found, CREATOR) == "周小满"

    def test_without_a_motto_it_is_described_by_its_day(self) -> None:
        assert "2025年4月5日" in said(channel(an_edition()), "description")

    def test_its_link_is_the_same_for_every_issue_of_a_paper(self) -> None:
        links = {said(channel(an_edition(date=DAY + dt.timedelta(days=days))), "link") for days in range(3)}
        assert len(links) == 1
        assert said(channel(an_edition(paper="远山日报")), "link") not in links

    def test_it_is_dated_the_first_instant_of_its_day(self) -> None:
        assert said(channel(an_edition()), "pubDate") == "Sat, 05 Apr 2025 00:00:00 +0800"

    def test_a_day_before_standard_time_is_still_that_day(self) -> None:
        old = an_edition(an_article(), date=dt.date(1872, 4, 30))
        assert said(channel(old), "pubDate") == "Mon, 29 Apr 1872 15:54:17 +0000"
        assert again(old).date == old.date
        assert [article.dateline for article in again(old).articles()] == [None]


class TestItem:
    def test_an_article_is_an_item(self) -> None:
        found = item(byline="□ 本报记者 林一舟", column="城建", summary="桥通了")
        assert said(found, "title") == "老桥重开"
        assert said(found, "description") == "桥通了"
        assert said(found, CREATOR) == "□ 本报记者 林一舟"
        assert [(c.get("domain"), c.text) for c in found.findall("category")] == [
            ("section", "要闻"),
            ("column", "城建"),
        ]
        assert "<p>市民过桥。</p>" in said(found, CONTENT)

    def test_its_guid_is_its_reference_and_no_address(self) -> None:
        guid = item().find("guid")
        assert guid is not None
        assert (guid.text, guid.get("isPermaLink")) == ("2025-04-05/p01-a01", "false")

    def test_without_a_summary_the_first_paragraph_is_the_description(self) -> None:
        assert said(item(body="### 小标题\n\n第一段。\n\n第二段。"), "description") == "第一段。"
        assert said(item(body=""), "description") == "老桥重开"

    def test_an_address_in_the_source_is_the_link(self) -> None:
        found = item(source="河湾晚报 https://hewan.example/1?a=b&c=d")
        assert said(found, "link") == "https://hewan.example/1?a=b&c=d"
        assert "来源：河湾晚报</p>" in said(found, CONTENT)
        assert "https" not in said(found, CONTENT)
        assert item(source="河湾晚报").find("link") is None

    def test_authors_stand_in_for_a_byline(self) -> None:
        found = item(authors=("林一舟", "周小满"))
        assert [creator.text for creator in found.findall(CREATOR)] == ["林一舟", "周小满"]

    def test_everything_printed_with_it_is_in_the_content_in_order(self) -> None:
        found = item(
            kicker="引题",
            deck="副题",
            dateline="本报河湾电",
            source="河湾晚报",
            jump_from=Jump(page="02"),
            body="正文\n\n![a]",
            photos=(Photo(id="a", alt="图一"), Photo(caption="图二", credit="林一舟摄")),
            signoff="（文末）",
            jump_to=Jump(page="03"),
            correction="更正一处",
        )
        order = [
            "引题",
            "副题",
            "本报河湾电",
            "河湾晚报",
            "上接",
            "正文",
            "图一",
            "图二",
            "林一舟摄",
            "（文末）",
            "下转",
            "更正一处",
        ]
        content = said(found, CONTENT)
        assert [content.index(words) for words in order] == sorted(content.index(words) for words in order)

    def test_a_description_is_html_and_a_title_is_text(self) -> None:
        found = item(headline="1 < 2 & 3", summary="<b>不是粗体</b>")
        assert said(found, "title") == "1 < 2 & 3"
        assert said(found, "description") == "&lt;b&gt;不是粗体&lt;/b&gt;"

    def test_a_picture_is_named_by_its_path_as_an_address(self) -> None:
        photo = Photo(id="a", file="图/老 桥.jpg", alt="桥")
        assert 'src="%E5%9B%BE/%E8%80%81%20%E6%A1%A5.jpg"' in said(
            item(body="![a]", photos=(photo,)), CONTENT
        )

    def test_the_end_of_a_cdata_section_does_no_harm(self) -> None:
        assert "]]&gt;" in said(item(body="甲 ]]> 乙"), CONTENT)


def test_a_notice_is_an_item_before_the_articles() -> None:
    found = channel(an_edition(an_article(), notices=(FOG,))).findall("item")
    assert [said(one, "title") for one in found] == ["河湾市发布大雾橙色预警", "老桥重开"]
    assert [c.text for c in found[0].findall("category")] == ["公告"]
    assert said(found[0], "pubDate") == "Sat, 05 Apr 2025 06:30:00 +0800"
    assert said(found[0], "guid") == "2025-04-05/notice:fog-1"
    for words in ("橙色预警 Ⅱ级", "大雾", "今晨有雾。"):
        assert words in said(found[0], CONTENT)


def test_the_table_of_exporters_has_it() -> None:
    exporter = next(exporter for exporter in EXPORTERS if exporter.kind == "rss")
    about = Circumstances((), None, NOW, lambda _: None)
    edition = an_edition(an_article())
    assert exporter.export(edition, about) == edition_rss(edition, ()).encode()
    assert exporter.suffix == ".rss"


def _valid(text: str) -> None:
    """Hold a feed to what can be checked here of RSS 2.0 and of the profile of the RSS Advisory Board."""
    root = ET.fromstring(text.encode())
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (of_feed,) = root
    known = {"title", "link", "description", "language", "pubDate", "generator", "item"}
    assert {child.tag for child in of_feed if not child.tag.startswith("{")} <= known
    for name in ("title", "link", "description", "language", "pubDate", "generator"):
        assert len(of_feed.findall(name)) == 1
        assert said(of_feed, name).strip()
    guids = [said(one, "guid") for one in of_feed.iter("item")]
    assert len(set(guids)) == len(guids)
    in_item = {"title", "link", "description", "category", "guid", "pubDate"}
    for one in of_feed.iter("item"):
        assert {child.tag for child in one if not child.tag.startswith("{")} <= in_item
        for name in in_item - {"category"}:
            assert len(one.findall(name)) == (1 if name != "link" else len(one.findall("link")))
        assert said(one, "title").strip()
        assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}", said(one, "pubDate"))
        assert parsedate_to_datetime(said(one, "pubDate")).tzinfo is not None
        assert not re.search(r"<script|javascript:|\son\w+=", said(one, CONTENT))
        ET.fromstring(f"<div>{said(one, CONTENT)}</div>")  # so that it is HTML without a slip


def _letters(text: str) -> str:
    return "".join(text.split())


def _shown(text: str) -> str:
    """Return all the words of a feed, its HTML read as such, without blanks."""
    root = ET.fromstring(text.encode())
    parts = []
    for element in root.iter():
        words = element.text or ""
        if element.tag == CONTENT:
            inner = ET.fromstring(f"<div>{words}</div>")
            words = "".join(inner.itertext()) + "".join(image.get("alt") or "" for image in inner.iter("img"))
        elif element.tag == "description":
            words = "".join(ET.fromstring(f"<div>{words}</div>").itertext())
        parts.append(words)
    return _letters("".join(parts))


def _texts(edition: Edition) -> list[str]:
    texts: list[str] = [edition.paper]
    for section in edition.sections:
        texts.append(section.name)
        for article in section.articles:
            texts += [
                text or ""
                for text in (
                    article.title,
                    article.kicker,
                    article.deck,
                    article.byline,
                    article.dateline,
                    article.summary,
                    article.signoff,
                    article.column,
                    article.correction,
                )
            ]
            texts += [getattr(block, "text", "") for block in blocks(article.body)]
            texts += [photo.caption or "" for photo in article.photos]
    for notice in edition.notices:
        texts += [notice.title, notice.text, notice.event, notice.issuer or ""]
    return [_letters(text) for text in texts]


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_shipped_edition_is_a_valid_feed_with_all_its_words(path: Path) -> None:
    edition = read_edition(path.read_bytes(), path).edition
    _valid(feed(edition))
    shown = _shown(feed(edition))
    assert [text for text in _texts(edition) if text not in shown] == []
    assert feed(edition) == feed(edition)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_made_up_edition_comes_back_from_its_feed(seed: int, language: str) -> None:
    edition = read_edition(clean_edition(seed, language=language).encode(), Path("made.yaml")).edition
    _valid(feed(edition))
    back = again(edition)
    assert (back.paper, back.date, back.language) == (edition.paper, edition.date, edition.language)
    news = [section for section in back.sections if section.name not in ("公告", "Public notices")]
    assert [section.name for section in news] == list(
        dict.fromkeys(section.name for section in edition.sections)
    )
    came = {article.headline: article for section in news for article in section.articles}
    for article in edition.articles():
        found = came[article.title]
        for text in (getattr(block, "text", "") for block in blocks(article.body)):
            assert _letters(text) in _letters(found.body)


def test_all_that_a_feed_can_say_of_an_article_comes_back() -> None:
    article = an_article(
        kicker="修了三年",
        deck="——记重开之日",
        column="城建",
        byline="□ 本报记者 林一舟",
        dateline="本报河湾4月5日电",
        source="河湾晚报 https://hewan.example/1",
        summary="桥通了，人也来了",
        body="### 清晨\n\n市民过桥。\n\n> 桥是新的\n> — 周小满\n\n- 一\n- 二\n\n| 甲 | 乙 |\n| 1 | 2 |",
        signoff="（林一舟）",
    )
    (found,) = again(an_edition(article)).articles()
    for name in (
        "kicker",
        "headline",
        "deck",
        "column",
        "byline",
        "dateline",
        "source",
        "summary",
        "body",
        "signoff",
    ):
        assert getattr(found, name) == getattr(article, name), name


WORDS = st.text("河湾市老桥abc XYZ 12-#>|~!()。，", min_size=1, max_size=20).filter(
    lambda text: bool(text.strip())
)


@settings(max_examples=50)
@given(WORDS, st.lists(WORDS, min_size=1, max_size=4))
def test_headline_and_paragraphs_come_back(headline: str, paragraphs: list[str]) -> None:
    plain = [" ".join(text.split()) for text in paragraphs]
    article = an_article(headline=" ".join(headline.split()), body=plain_paragraphs(plain))
    (found,) = again(an_edition(article)).articles()
    assert found.headline == article.headline
    assert found.body == article.body


@settings(max_examples=50)
@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_the_texts_are_the_feed_is_well_formed(one: str, other: str) -> None:
    one = one.strip()  # as every line of an edition is
    article = an_article(
        headline=one or "题", body=other, byline=one, summary=other, source=other, column=one
    )
    _valid(feed(an_edition(article, paper="河湾晨报", masthead=Masthead(motto=one))).replace("\r", ""))
