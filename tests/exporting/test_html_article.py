from __future__ import annotations

from dataclasses import replace

import pytest

from reader.edition.article import Article, Cut, Jump, Kind, Photo, Prominence
from reader.edition.edition import Edition, Section
from reader.edition.notice import Level, Status
from reader.edition.notice_board import Standing
from reader.exporting.html_article import LONG, VERY_LONG, Sheet, article_class, article_html, notice_html
from reader.exporting.html_body import nowhere
from reader.exporting.html_places import Places
from tests.exporting.editions import BARE, DAY, FULL, about, notice
from tests.exporting.markup import outline, parsed, seen, tag, without_blanks


def an_edition(*articles: Article, **more: object) -> Edition:
    sections = (Section(name="要闻", page="01", articles=articles),)
    return Edition(paper="河湾日报", date=DAY, sections=sections, **more)  # type: ignore[arg-type]


def sheet_of(edition: Edition, level: int = 3) -> Sheet:
    return Sheet(edition, Places(edition), nowhere, level)


def html_of(level: int = 3, **fields: object) -> str:
    article = Article(id="bridge", **{"headline": "老桥重开", **fields})  # type: ignore[arg-type]
    return article_html(sheet_of(an_edition(article), level), 0, 0)


def parts(html: str) -> list[str]:
    (article,) = parsed(html)
    return [".".join(filter(None, (tag(one), one.get("class")))) for one in article]


def test_a_headline_alone_is_a_whole_article() -> None:
    assert (
        html_of()
        == '<article class="story news" id="bridge">\n<header>\n<h3>老桥重开</h3>\n</header>\n</article>'
    )


def test_headlines_take_the_level_and_subheads_the_one_below() -> None:
    assert outline(parsed(html_of(2, body="### 小标题"))) == [
        "article.story news",
        "header",
        "h2",
        "div.body",
        "h3",
    ]


def test_an_article_without_a_headline_shows_its_working_title_in_brackets() -> None:
    assert "<h3>［残页］</h3>" in html_of(headline=None, slug="残页")


def test_names_stand_where_there_is_no_byline() -> None:
    assert '<p class="byline">林一舟　陈渡</p>' in html_of(authors=("林一舟", "陈渡"))
    assert '<p class="byline">□ 林</p>' in html_of(authors=("林一舟",), byline="□ 林")


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        (Cut.START, ["header", "p.cut", "div.body", "p.signoff"]),
        (Cut.END, ["header", "div.body", "p.cut", "p.signoff"]),
        (Cut.BOTH, ["header", "p.cut", "div.body", "p.cut", "p.signoff"]),
        (None, ["header", "div.body", "p.signoff"]),
    ],
)
def test_missing_text_is_told_where_it_is_missing(cut: Cut | None, expected: list[str]) -> None:
    assert parts(html_of(cut=cut, body="文", signoff="完")) == expected


def test_where_it_comes_from_stands_above_the_body_and_where_it_goes_below() -> None:
    html = html_of(body="文", jump_from=Jump(page="9"), jump_to=Jump(), cut=Cut.BOTH)
    assert parts(html) == ["header", "p.jump", "p.cut", "div.body", "p.cut", "p.jump"]
    assert "<a " not in html


def test_a_page_of_this_paper_is_a_link() -> None:
    assert '<a href="#section-1">→ 下转 第01版 要闻</a>' in html_of(jump_to=Jump(page="01"))


def test_photos_without_a_place_follow_the_body() -> None:
    photos = (Photo(id="a", caption="甲"), Photo(id="b", caption="乙"))
    html = html_of(body="文\n\n![a]", photos=photos)
    assert parts(html) == ["header", "div.body", "figure.photo"]
    assert without_blanks(seen(parsed(html))) == "老桥重开文甲乙"


@pytest.mark.parametrize(
    ("length", "is_chinese", "size"),
    [
        (LONG - 1, True, ""),
        (LONG, True, " long"),
        (VERY_LONG, True, " very-long"),
        (LONG, False, ""),
        (LONG * 2, False, " long"),
    ],
)
def test_a_story_is_classed_by_kind_weight_and_length(length: int, is_chinese: bool, size: str) -> None:
    article = Article(id="a", headline="t", kind=Kind.OPINION, prominence=Prominence.MAJOR, body="x" * length)
    edition = an_edition(article, language="zh-CN" if is_chinese else "en")
    assert article_class(edition, article) == f"story opinion major{size}"


def standing(**more: object) -> Standing:
    edition = replace(BARE, notices=(notice("n", **more),))
    return about(edition).standings[0]


def test_a_notice_says_its_level_state_and_times() -> None:
    edition = replace(BARE, notices=(notice("n", level=Level.RED, text="风。", instruction="关窗。"),))
    (article,) = parsed(notice_html(sheet_of(edition), about(edition).standings[0]))
    assert article.get("class") == "notice red raised"
    assert article.get("id") == "notice-1"
    assert [tag(one) for one in article] == ["h3", "p", "dl", "p", "h4", "p"]
    assert [seen(row) for row in article.iter("div")] == [
        "状态：生效中",
        "生效时间：2025年3月1日8时",
        "失效时间：解除时间另行通知",
    ]


def test_a_drill_never_looks_like_a_warning() -> None:
    html = notice_html(sheet_of(FULL), standing(level=Level.RED, status=Status.EXERCISE))
    assert 'class="notice red"' in html
    assert "性质：" in html


def test_a_notice_of_another_edition_has_no_anchor() -> None:
    assert notice_html(sheet_of(BARE), standing()).startswith('<article class="notice raised">')
