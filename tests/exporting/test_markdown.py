from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.edition.article import Article, Photo
from reader.edition.edition import Edition, Section
from reader.edition.notice import Level, Notice
from reader.edition.notice_board import NoticeBoard
from reader.edition.printable import printable
from reader.exporting.markdown import article_markdown, edition_markdown, escaped

DAY = dt.date(2025, 4, 5)


def an_edition(*articles: Article, notices: tuple[Notice, ...] = ()) -> Edition:
    sections = (Section(name="要闻", page="01", articles=articles),)
    return Edition(paper="河湾晨报", date=DAY, sections=sections, notices=notices)


def blocks_of(**fields: object) -> list[str]:
    article = Article(id="p01-a01", **{"headline": "老桥重开", **fields})  # type: ignore[arg-type]
    return list(article_markdown(an_edition(article), article))


def rendered(markdown: str) -> str:
    """The text a reader of the rendered Markdown sees."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(markdown)
    inlines = [token for token in tokens if token.type == "inline"]
    return "".join(child.content for token in inlines for child in token.children or [])


HARD = "\\`*_[]<>&|~$#+-=.()!1 2字\u3000:/@'\"{}x"


@given(st.text(HARD, min_size=1, max_size=30))
def test_escaped_text_is_read_as_itself(text: str) -> None:
    seen = rendered(escaped(text))
    assert seen.split() == printable(text).split()


@given(st.text(HARD, min_size=1, max_size=30))
def test_escaped_text_in_a_heading_and_in_bold_is_read_as_itself(text: str) -> None:
    if text.strip():
        assert rendered(f"### {escaped(text)}").split() == text.split()
        assert rendered(f"> {escaped(text)}").split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "# 一号",
        "- 不是列表",
        "1. 不是编号",
        "> 不是引文",
        "***",
        "---",
        "===",
        "[x](y)",
        "<b>",
        "&amp;",
        "a_b_c",
        "| a |",
    ],
)
def test_what_looks_like_markup_stays_text(text: str) -> None:
    assert rendered(escaped(text)) == text
    assert len(MarkdownIt("commonmark").enable("table").parse(escaped(text))) == 3  # one paragraph


def test_the_head_of_an_article_stands_in_the_order_of_the_page() -> None:
    blocks = blocks_of(
        kicker="修桥记",
        deck="——如期兑现",
        byline="□ 林一舟",
        source="河湾晨报",
        signoff="（完）",
        body="正文。",
    )
    assert blocks == [
        "**修桥记**",
        "### 老桥重开",
        "**——如期兑现**",
        "□ 林一舟",
        "来源：河湾晨报",
        "正文。",
        "*（完）*",
    ]


def test_every_block_of_a_body_has_its_markdown() -> None:
    body = """\
一段
文字。

### 小标题

> 一句话。
> — 陈伯

- 甲
- 乙
1. 子
2. 丑

| 月份 | 水位 |
| 一月 | 2.31 |

~ 水面上
~ 　　一点灯

---
尾声。
"""
    assert blocks_of(body=body)[1:] == [
        "一段文字。",
        "#### 小标题",
        "> 一句话。\n>\n> —— 陈伯",
        "- 甲\n- 乙",
        "1. 子\n2. 丑",
        "| 月份 | 水位 |\n| --- | --- |\n| 一月 | 2.31 |",
        "水面上\\\n　　一点灯",
        "---",
        "尾声。",
    ]


def test_a_table_with_short_rows_and_bars_stays_a_table() -> None:
    table = blocks_of(body="| 甲 | 乙 | 丙 |\n| 1 |\n")[-1]
    assert table.splitlines()[2] == "| 1 |  |  |"
    tokens = MarkdownIt("commonmark").enable("table").parse(table)
    assert sum(token.type == "td_open" for token in tokens) == 3


def test_a_photo_is_an_image_with_its_caption_and_credit() -> None:
    photo = Photo(id="bridge", file="images/old <bridge>.png", caption="新桥面", credit="陈一摄", alt="桥")
    blocks = blocks_of(photos=(photo,), body="![bridge]\n")
    assert blocks[1] == "![桥](<images/old \\<bridge\\>.png>)"
    assert any("新桥面" in block for block in blocks)
    assert any("陈一摄" in block for block in blocks)


def test_an_edition_is_one_document_with_headings_by_rank() -> None:
    notice = Notice(
        id="wind",
        event="大风",
        level=Level.BLUE,
        effective=dt.datetime(2025, 4, 5, 6, tzinfo=dt.UTC),
        text="收好东西。",
    )
    edition = an_edition(
        Article(id="p01-a01", headline="老桥重开", body="### 走法\n\n走。"), notices=(notice,)
    )
    standings = NoticeBoard([edition]).standings(edition.last_instant())
    document = "\n\n".join(edition_markdown(edition, standings, DAY))
    headings = re.findall(r"^#+ .*$", document, re.MULTILINE)
    assert headings == [
        "# 河湾晨报",
        "## 公告（截至 2025-04-05）",
        "### 大风",
        "## 要闻 第01版",
        "### 老桥重开",
        "#### 走法",
    ]
    assert "蓝色预警 Ⅳ级" in document


def test_nothing_but_printable_text_comes_out() -> None:
    blocks = blocks_of(headline="红\x1b[31m字", body="正\x9b文\u202e。\n", kicker="\x07")
    text = "\n".join(blocks)
    assert text == printable(text)
    assert "␛" in text
