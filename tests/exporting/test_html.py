from __future__ import annotations

import base64
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Article, Photo
from reader.edition.edition import Edition, Section
from reader.exporting.html import edition_html
from reader.loading.load import read_edition
from tests.exporting.editions import BARE, DAY, ENGLISH, FULL, PICTURES, a_png, about, lacking
from tests.exporting.markup import outline, seen, tag, without_blanks
from tests.proofreading.clean import clean_edition
from tests.shipped import PATHS, edition, name_of

EDITIONS = {"full": FULL, "bare": BARE, "english": ENGLISH}
EDITIONS |= {name_of(path): edition(path) for path in PATHS}


def html_of(edition: Edition) -> str:
    return edition_html(edition, about(edition)).decode()


def page_of(edition: Edition) -> Element:
    """The document as XML; HTML's doctype is XML's too."""
    return fromstring(html_of(edition))


def one(page: Element, name: str) -> Element:
    found = page.find(f".//{name}")
    assert found is not None
    return found


@pytest.mark.parametrize("name", EDITIONS)
class TestEveryEdition:
    def test_is_well_formed_and_every_name_and_link_in_it_is_its_own(self, name: str) -> None:
        page = page_of(EDITIONS[name])
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len({*ids}) == len(ids)
        links = [element.get("href", "") for element in page.iter("a")]
        assert links
        assert [link for link in links if link[0] != "#" or link[1:] not in ids] == []

    def test_fetches_and_runs_nothing(self, name: str) -> None:
        page = page_of(EDITIONS[name])
        tags = {tag(element) for element in page.iter()}
        assert (
            tags & {"script", "link", "iframe", "object", "embed", "form", "base", "video", "audio"} == set()
        )
        attributes = {key for element in page.iter() for key in element.attrib}
        assert [key for key in attributes if key.startswith("on") or key in {"style", "srcset"}] == []
        assert all(image.get("src", "").startswith("data:image/") for image in page.iter("img"))
        assert re.search(r"url\(|@import|http", one(page, "style").text or "") is None
        policy = one(page, "meta[@http-equiv='Content-Security-Policy']").get("content")
        assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

    def test_has_headings_in_order_and_only_one_of_the_first_level(self, name: str) -> None:
        levels = [
            int(tag(element)[1])
            for element in page_of(EDITIONS[name]).iter()
            if re.match(r"h\d$", tag(element))
        ]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []

    def test_says_its_language_and_title(self, name: str) -> None:
        page = page_of(EDITIONS[name])
        assert page.get("lang") == EDITIONS[name].language
        assert (one(page, "title").text or "").startswith(EDITIONS[name].paper)

    def test_loses_no_character(self, name: str) -> None:
        assert lacking(EDITIONS[name], seen(one(page_of(EDITIONS[name]), "body"))) == []

    def test_is_the_same_each_time(self, name: str) -> None:
        assert html_of(EDITIONS[name]) == html_of(EDITIONS[name])

    def test_is_read_by_an_html_parser_as_by_an_xml_parser(self, name: str) -> None:
        html = html_of(EDITIONS[name])
        heard = _Hearer()
        heard.feed(html)
        assert without_blanks("".join(heard.words)) == without_blanks("".join(fromstring(html).itertext()))


class _Hearer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("seed", range(6))
def test_no_character_of_a_paper_made_by_chance_is_lost(seed: int, language: str) -> None:
    source = clean_edition(seed, language=language).encode()
    made = read_edition(source, Path("made.yaml")).edition
    assert lacking(made, seen(one(page_of(made), "body"))) == []


WORDS = st.text(st.sampled_from("桥ab<>&\"'#-|![]1. —：\x1b\u202e\x00"), min_size=1, max_size=12)


@settings(max_examples=60)
@given(WORDS, WORDS, WORDS)
def test_no_text_is_ever_more_than_text(line: str, body: str, named: str) -> None:
    photo = Photo(id="a", file=named, caption=line, credit=named, alt=line)
    fields = dict.fromkeys(
        ("column", "kicker", "headline", "deck", "byline", "source", "summary", "signoff"), line
    )
    article = Article(id=named, body=body, photos=(photo,), **fields)  # type: ignore[arg-type]
    edition = Edition(paper=line, date=DAY, issue=named, sections=(Section(name=named, articles=(article,)),))
    page = page_of(edition)
    known = "html head meta title style body header main footer nav section article div span a p h1 h2 h3 h4"
    known += " ol ul li figure figcaption table thead tr th td blockquote hr"
    assert {tag(element) for element in page.iter()} <= {*known.split()}
    assert not re.search("[\x00\x1b\u202e]", html_of(edition))


def test_the_parts_of_an_article_stand_in_the_order_of_the_page() -> None:
    bridge = one(page_of(FULL), "article[@id='bridge']")
    assert bridge.get("class") == "story feature lead"
    assert outline(bridge)[:11] == [
        "header", "p.column", "p.kicker", "h3", "p.deck", "p.byline", "p.dateline", "p.source", "p.summary",
        "p.jump", "p.cut",
    ]  # fmt: skip
    below = [(tag(element), element.get("class")) for element in bridge]
    assert below == [
        ("header", None), ("p", "jump"), ("p", "cut"), ("div", "body"), ("figure", "photo"),
        ("figure", "photo"), ("p", "cut"), ("p", "signoff"), ("p", "jump"), ("p", "correction"),
    ]  # fmt: skip


def test_halves_of_an_article_lead_to_each_other_and_other_editions_are_no_links() -> None:
    links = [(a.get("href"), without_blanks(seen(a))) for a in page_of(FULL).findall(".//article//a")]
    assert links == [
        ("#notice-3", "已解除，见2025-03-01《解除演练》"),
        ("#bridge-2", "→下转第2版城事"),
        ("#bridge", "←上接第01版要闻"),
        ("#bridge", "更正对象：修桥"),
    ]


def test_the_contents_lead_to_every_section_and_article() -> None:
    nav = one(page_of(FULL), "nav")
    assert [a.get("href") for a in nav.iter("a")] == [
        "#notices", "#section-1", "#bridge", "#piece-1", "#section-2", "#section-3", "#bridge-2", "#p02-a02",
    ]  # fmt: skip


def test_a_warning_in_force_stands_above_everything_with_its_level_in_words() -> None:
    page = page_of(FULL)
    banner = one(page, "aside")
    assert without_blanks(seen(banner)) == "生效中的预警蓝色预警Ⅳ级大风蓝色预警3月1日8时至3月2日9时"
    assert one(banner, "a").get("href") == "#notice-1"
    assert [tag(element) for element in one(page, "body")] == [
        "a",
        "header",
        "aside",
        "nav",
        "main",
        "footer",
    ]


def test_an_old_paper_says_of_which_day_its_warnings_are() -> None:
    page = fromstring(edition_html(FULL, about(FULL, is_live=False)).decode())
    assert "截至 2025-03-01 生效的预警" in seen(one(page, "aside"))
    assert "公告（截至 2025-03-01）" in seen(one(page, "nav"))


def test_a_notice_tells_its_facts_as_terms_and_says_its_level_in_words() -> None:
    first, lifting, drill = page_of(FULL).findall(".//section[@id='notices']//article")
    classes = [article.get("class") for article in (first, lifting, drill)]
    assert classes == ["notice blue raised", "notice", "notice red"]
    facts = {seen(row[0]): seen(row[1]) for row in first.iter("div")}
    assert facts["状态："] == "生效中"
    assert facts["范围："] == "河湾市"
    assert "蓝色预警 Ⅳ级" in seen(first)
    assert without_blanks(seen(first)).endswith("今夜有大风。北部南部防护指引关好门窗。")


def test_without_a_warning_in_force_there_is_no_banner() -> None:
    assert page_of(replace(FULL, notices=FULL.notices[1:])).find(".//aside") is None
    assert page_of(BARE).find(".//nav") is None


def test_a_picture_is_in_the_file_and_one_that_is_not_to_be_had_is_told() -> None:
    page = page_of(FULL)
    (image,) = page.iter("img")
    assert image.get("src") == "data:image/png;base64," + base64.b64encode(PICTURES["a/b.png"]).decode()
    assert image.get("alt") == "桥上有人"
    assert [seen(frame) for frame in page.iter("p") if frame.get("class") == "frame"] == ["［图片］c d.png"]


@pytest.mark.parametrize("data", [b"", b"<svg onload='x'/>", b"GIF88a", a_png()[1:]])
def test_bytes_of_no_known_kind_are_not_shown_as_a_picture(data: bytes) -> None:
    html = edition_html(FULL, about(FULL, {"a/b.png": data})).decode()
    assert "<img" not in html
    assert "［图片］桥上有人" in html
    assert ("格式不合或文件有损，未收入" in html) == (data != b"")


def test_an_english_paper_has_english_words_around_it() -> None:
    html = html_of(ENGLISH)
    assert "In this edition" in html
    assert "Skip to the articles" in html
    assert re.search("[\u4e00-\u9fff]", re.sub(r"(?s)<style>.*</style>", "", html)) is None


@pytest.mark.parametrize(("times", "size"), [(1, ""), (12, " long"), (40, " very-long")])
def test_how_long_a_story_is_decides_how_it_runs(times: int, size: str) -> None:
    article = Article(id="a", headline="题", body="一" * 110 * times)
    edition = Edition(paper="报", date=DAY, sections=(Section(name="要闻", articles=(article,)),))
    assert f'class="story news{size}"' in html_of(edition)
